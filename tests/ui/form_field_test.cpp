// Fields of forms by the keyboard: Tab goes from one to the next and reaches what stands behind them.
#include "ui/style/form_field.h"
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>
#include <gtest/gtest.h>

using namespace crm;

TEST(FormFields, TabGoesFromOneToTheNextAndBack)
{
    QWidget form;
    auto *box = new QVBoxLayout(&form);
    // As pages make them: the editors first, then what holds them.
    QList<QLineEdit *> edits;
    for (int i = 0; i < 3; ++i)
        edits << new QLineEdit(&form);
    for (QLineEdit *edit : std::as_const(edits))
        box->addWidget(new FormField(QStringLiteral("Name"), edit, &form));
    auto *button = new QPushButton(QStringLiteral("Create"), &form);
    box->addWidget(button);
    form.show();
    form.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&form));
    edits.first()->setFocus();
    const QList<QWidget *> wanted{edits[1], edits[2], button};
    for (QWidget *next : wanted) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        EXPECT_EQ(QApplication::focusWidget(), next);
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    EXPECT_EQ(QApplication::focusWidget(), edits[2]);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    EXPECT_EQ(QApplication::focusWidget(), edits[1]);
}
