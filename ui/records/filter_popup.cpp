#include "ui/records/filter_popup.h"
#include "core/store/session.h"
#include "ui/records/cell_text.h"
#include "ui/records/condition_editor.h"
#include "ui/records/popup_place.h"
#include "ui/shell/navigator.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QKeyEvent>
#include <QVBoxLayout>

namespace crm {

FilterPopup::FilterPopup(Navigator &navigator, const QString &entity, const QString &path, QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    const auto catalog = navigator.session().catalog();
    const Field *field = catalog->resolve(entity, path);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::m, space::s, space::m, space::m);
    box->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(pathLabel(*catalog, entity, path), TextRole::Strong, this), 1);
    auto *remove = makeIconButton(QStringLiteral("trash"), tr("Remove the filter"), this);
    head->addWidget(remove);
    box->addLayout(head);
    m_editor = makeConditionEditor(path, *field, navigator, this);
    box->addWidget(m_editor);
    m_fault = makeLabel({}, TextRole::Caption, this);
    m_fault->setWordWrap(true);
    m_fault->hide();
    box->addWidget(m_fault);
    setMinimumWidth(scaledOnScreen(280));
    connect(m_editor, &ConditionEditor::changed, this, &FilterPopup::onChanged);
    connect(m_editor, &ConditionEditor::accepted, this, &QWidget::close);
    connect(remove, &QToolButton::clicked, this, [this] {
        Q_EMIT removed();
        close();
    });
}

void FilterPopup::setFilter(const Filter &filter)
{
    const QSignalBlocker quiet(m_editor);
    m_editor->setFilter(filter);
}

Filter FilterPopup::filter() const { return m_editor->filter(); }

void FilterPopup::onChanged()
{
    const QString fault = m_editor->fault();
    QPalette palette = m_fault->palette();
    palette.setColor(QPalette::WindowText, colors().danger);
    m_fault->setPalette(palette);
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    adjustSize();
    if (fault.isEmpty())
        Q_EMIT changed(m_editor->filter());
}

void FilterPopup::openBelow(const QWidget *anchor)
{
    popUpBelow(*this, *anchor);
    m_editor->setFocus();
}

void FilterPopup::closeEvent(QCloseEvent *event)
{
    QFrame::closeEvent(event);
    Q_EMIT closed();
}

void FilterPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace crm
