// What is written keeps its order in a layout that runs from right to left: painted text is compared, pixel by pixel,
// with the same text in a layout of its own direction.
#include "tests/ui/shell_fixture.h"
#include "ui/style/text_direction.h"
#include "ui/style/widgets.h"
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

using namespace crm;
using namespace crm::test;

namespace {

const QSize canvas(400, 24);

QImage painted(const std::function<void(QPainter &)> &paint, Qt::LayoutDirection layout = Qt::LeftToRight)
{
    QImage image(canvas, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setLayoutDirection(layout);
    paint(painter);
    return image;
}

/// At the right edge and read from left to right.
QImage expected(const QString &text)
{
    return painted(
        [&](QPainter &painter) { painter.drawText(QRect(QPoint(), canvas), Qt::AlignRight | Qt::AlignVCenter, text); });
}

/// Without the empty columns at its sides.
QImage trimmed(const QImage &image)
{
    const QRgb paper = image.pixel(0, 0);
    const auto isEmpty = [&](int x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixel(x, y) != paper)
                return false;
        }
        return true;
    };
    int left = 0, right = image.width() - 1;
    while (left < right && isEmpty(left))
        ++left;
    while (right > left && isEmpty(right))
        --right;
    return image.copy(left, 0, right - left + 1, image.height());
}

const QStringList written = {QStringLiteral("+7 (343) 555-01-02"),
                             QStringLiteral("Call back on Monday."),
                             QStringLiteral("anna@example.com"),
                             QStringLiteral("https://example.com/a?b=1"),
                             QStringLiteral("-1,250.50"),
                             QStringLiteral("1 250.50 \u20ac"),
                             QStringLiteral("24.11.2026 14:30"),
                             QStringLiteral("-5 %"),
                             QStringLiteral("0042-INV"),
                             QStringLiteral("3.5 MB"),
                             QStringLiteral("\u041e\u041e\u041e \u00ab\u0420\u043e\u0437\u0430\u00bb (12).")};

class TextDirection : public SettingsTest
{
protected:
    void TearDown() override
    {
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        SettingsTest::TearDown();
    }
};

} // namespace

TEST_F(TextDirection, WhatIsPaintedByHandKeepsItsOrderAndChangesItsSide)
{
    for (const QString &text : written) {
        const QImage mine = painted(
            [&](QPainter &painter) {
                drawElided(painter, QRect(QPoint(), canvas), Qt::AlignLeft | Qt::AlignVCenter, text);
            },
            Qt::RightToLeft);
        EXPECT_EQ(mine, expected(text)) << text.toStdString();
    }
    const QString arabic = QStringLiteral("\u0627\u0628\u062a (5).");
    const auto paint = [&](QPainter &painter) {
        drawText(painter, QRectF(QPointF(), canvas), Qt::AlignLeft | Qt::AlignVCenter, arabic);
    };
    EXPECT_EQ(trimmed(painted(paint)), trimmed(painted(paint, Qt::RightToLeft))) << "the other way round too";
    EXPECT_NE(painted(paint), painted(paint, Qt::RightToLeft)) << "its side is that of the layout";
}

TEST_F(TextDirection, LabelsListsAndTipsKeepItToo)
{
    QWidget host;
    auto *box = new QVBoxLayout(&host);
    auto *label = makeLabel({}, TextRole::Body, &host);
    auto *elided = new ElidedLabel({}, TextRole::Body, &host);
    auto *list = new QListWidget(&host);
    for (QWidget *part : {static_cast<QWidget *>(label), static_cast<QWidget *>(elided), static_cast<QWidget *>(list)})
        box->addWidget(part);
    const auto pictures = [&](Qt::LayoutDirection layout, const QString &text) {
        QGuiApplication::setLayoutDirection(layout);
        host.setLayoutDirection(layout);
        label->setText(text);
        elided->setText(text);
        list->clear();
        list->addItem(text);
        host.resize(canvas.width(), 200);
        return QList<QImage>{trimmed(label->grab().toImage()), trimmed(elided->grab().toImage()),
                             trimmed(list->viewport()->grab().toImage())};
    };
    host.show();
    for (const QString &text : written)
        EXPECT_EQ(pictures(Qt::LeftToRight, text), pictures(Qt::RightToLeft, text)) << text.toStdString();
}

TEST_F(TextDirection, MarksAreForWhatRunsAgainstTheLayoutAlone)
{
    const QString phone = QStringLiteral("+7 (343)"), arabic = QStringLiteral("\u0627\u0628");
    EXPECT_EQ(isolated(phone), phone);
    EXPECT_EQ(isolated(arabic), QChar(0x2068) + arabic + QChar(0x2069));
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(isolated(arabic), arabic);
    EXPECT_EQ(isolated(QString()), QString());
    EXPECT_EQ(isolated(QStringLiteral("a\n\nb")), QStringLiteral("\u2068a\u2069\n\n\u2068b\u2069"))
        << "a mark holds to the end of its paragraph";
}
