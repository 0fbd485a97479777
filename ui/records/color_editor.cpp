#include "ui/records/color_editor.h"
#include "ui/shell/prompts.h"
#include "ui/style/tokens.h"
#include "ui/style/tone_label.h"
#include <QColorDialog>
#include <QLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace crm {
namespace {

QIcon swatch(const QColor &color)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors().border, 2));
    painter.setBrush(color.isValid() ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(3, 3, 26, 26);
    pixmap.setDevicePixelRatio(2);
    return pixmap;
}

} // namespace

ColorEditor::ColorEditor(const Field &field, const EditContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_button(new QToolButton(this))
{
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setMenu(new QMenu(m_button));
    connect(m_button->menu(), &QMenu::aboutToShow, this, &ColorEditor::fillMenu);
    arrange(m_button);
    layout()->setAlignment(m_button, Qt::AlignLeft);
    setValue({});
}

QWidget *ColorEditor::control() const { return m_button; }

void ColorEditor::fillMenu()
{
    QMenu *menu = m_button->menu();
    menu->clear();
    for (const QString &name : toneNames()) {
        const QColor color = toneFor(name).dot;
        menu->addAction(swatch(color), toneLabel(name), this, [this, color] { choose(color.name()); });
    }
    menu->addSeparator();
    menu->addAction(tr("Another color..."), this, [this] {
        QColorDialog dialog(QColor(m_value.toString()), this);
        if (Prompts::run(dialog) == QDialog::Accepted)
            choose(dialog.currentColor().name());
    });
    if (!field().isRequired())
        menu->addAction(tr("No color"), this, [this] { choose({}); });
}

void ColorEditor::choose(const QVariant &value)
{
    setValue(value);
    Q_EMIT edited();
    Q_EMIT committed();
}

void ColorEditor::setValue(const QVariant &value)
{
    m_value = value;
    m_button->setIcon(swatch(QColor(value.toString())));
    m_button->setText(isEmptyValue(value) ? tr("No color") : toneLabel(QColor(value.toString())));
}

void ColorEditor::setReadOnly(bool on)
{
    markReadOnly(on);
    m_button->setEnabled(!on);
}

} // namespace crm
