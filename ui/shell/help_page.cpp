#include "ui/shell/help_page.h"
#include "ui/shell/language.h"
#include "ui/style/style_paint.h"
#include "ui/style/widgets.h"
#include <QFile>
#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QTextBrowser>

namespace crm {
namespace {

/// A key as it looks on the keyboard.
class KeyCap : public QWidget
{
public:
    KeyCap(const QString &text, QWidget *parent)
        : QWidget(parent)
        , m_text(text)
    {
        setFont(fontFor(TextRole::Caption));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setAccessibleName(text);
    }
    QSize sizeHint() const override
    {
        return {qMax(24, fontMetrics().horizontalAdvance(m_text) + 14), fontMetrics().height() + 6};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paint::roundRect(&painter, rect(), colors().sunken, colors().border, radius::small);
        painter.setPen(colors().text);
        painter.drawText(rect(), Qt::AlignCenter, m_text);
    }

private:
    QString m_text;
};

QWidget *keyRow(const QKeySequence &keys, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    QString text = keys.toString(QKeySequence::NativeText);
    // "Ctrl++" is Ctrl and the plus key.
    const bool plus = text.endsWith(QLatin1String("++"));
    if (plus)
        text.chop(2);
    QStringList parts = text.split(u'+', Qt::SkipEmptyParts);
    if (plus)
        parts.append(QStringLiteral("+"));
    for (const QString &part : parts)
        layout->addWidget(new KeyCap(part, row));
    layout->addStretch();
    return row;
}

QWidget *cheatSheet(const Commands &commands, QWidget *parent)
{
    auto *sheet = new QWidget(parent);
    auto *grid = new QGridLayout(sheet);
    grid->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::s);
    grid->setColumnStretch(1, 1);
    int row = 0;
    grid->addWidget(makeLabel(HelpPage::tr("Shortcuts"), TextRole::Title, sheet), row++, 0, 1, 2);
    for (const auto group :
         {CommandGroup::Go, CommandGroup::Records, CommandGroup::Tabs, CommandGroup::Look, CommandGroup::Program}) {
        bool headed = false;
        for (const Command &command : commands.list()) {
            if (command.group != group || command.shortcuts.isEmpty())
                continue;
            if (!headed) {
                grid->setRowMinimumHeight(row++, space::s);
                grid->addWidget(makeLabel(Commands::groupTitle(group), TextRole::Strong, sheet, true), row++, 0, 1, 2);
                headed = true;
            }
            grid->addWidget(keyRow(command.shortcuts.first(), sheet), row, 0);
            grid->addWidget(makeLabel(command.text, TextRole::Body, sheet), row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    return sheet;
}

QString guide()
{
    QFile file(QStringLiteral(":/help/start_%1.md").arg(currentLanguage()));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

} // namespace

HelpPage::HelpPage(Navigator &navigator, const Commands &commands, QWidget *parent)
    : TabPage(navigator, parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    auto *text = new QTextBrowser(this);
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenExternalLinks(true);
    text->document()->setDocumentMargin(space::xl);
    text->setMarkdown(guide());
    text->setAccessibleName(tr("Guide"));
    layout->addWidget(text, 3);
    layout->addWidget(makeSeparator(Qt::Vertical, this));

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(cheatSheet(commands, scroll));
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    scroll->widget()->setBackgroundRole(QPalette::Base);
    scroll->widget()->setAutoFillBackground(true);
    layout->addWidget(scroll, 2);
}

} // namespace crm
