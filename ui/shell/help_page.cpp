#include "ui/shell/help_page.h"
#include "core/model/mailing.h"
#include "core/model/mentions.h"
#include "core/model/reminding.h"
#include "ui/shell/language.h"
#include "ui/shell/navigator.h"
#include "ui/style/scale.h"
#include "ui/style/style_paint.h"
#include "ui/style/widgets.h"
#include <QFile>
#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBlock>
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

bool matches(const Command &command, const QString &words)
{
    return words.isEmpty() || command.text.contains(words, Qt::CaseInsensitive) ||
           command.shortcuts.first().toString(QKeySequence::NativeText).contains(words, Qt::CaseInsensitive);
}

/// @param words only commands whose name or keys contain this
QWidget *cheatSheet(const Commands &commands, const QString &words, const std::function<void()> &change,
                    QWidget *parent)
{
    auto *sheet = new QWidget(parent);
    auto *grid = new QGridLayout(sheet);
    grid->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::s);
    grid->setColumnStretch(1, 1);
    int row = 0;
    grid->addWidget(makeLabel(HelpPage::tr("Shortcuts"), TextRole::Title, sheet), row++, 0, 1, 2);
    auto *edit = makeButton(HelpPage::tr("Change shortcuts"), QStringLiteral("keyboard"), ButtonRole::Normal, sheet);
    QObject::connect(edit, &QPushButton::clicked, sheet, change);
    grid->addWidget(edit, row++, 0, 1, 2, Qt::AlignLeft);
    auto *tour = makeButton(HelpPage::tr("Take the tour"), QStringLiteral("sparkles"), ButtonRole::Normal, sheet);
    QObject::connect(tour, &QPushButton::clicked, sheet, [&commands] { commands.run(QStringLiteral("program.tour")); });
    grid->addWidget(tour, row++, 0, 1, 2, Qt::AlignLeft);
    for (const auto group :
         {CommandGroup::Go, CommandGroup::Records, CommandGroup::Tabs, CommandGroup::Look, CommandGroup::Program}) {
        bool headed = false;
        for (const Command &command : commands.list()) {
            if (command.group != group || command.shortcuts.isEmpty() || !matches(command, words))
                continue;
            if (!headed) {
                grid->setRowMinimumHeight(row++, space::s);
                grid->addWidget(makeLabel(Commands::groupTitle(group), TextRole::Strong, sheet, true), row++, 0, 1, 2);
                headed = true;
            }
            grid->addWidget(keyRow(command.shortcuts.first(), sheet), row, 0);
            auto *name = makeLabel(command.text, TextRole::Body, sheet);
            name->setWordWrap(true);
            grid->addWidget(name, row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    return sheet;
}

QString guideText()
{
    QFile file(QStringLiteral(":/help/start_%1.md").arg(currentLanguage()));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

/// Takes the marks of topics out of the headings and answers which heading each stands at.
QHash<QString, QString> takeTopics(QString &text)
{
    static const QRegularExpression mark(QStringLiteral("^#+ (.*?) *\\{#([a-z-]+)\\}$"),
                                         QRegularExpression::MultilineOption);
    QHash<QString, QString> topics;
    for (auto it = mark.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        topics.insert(match.captured(2), match.captured(1));
    }
    static const QRegularExpression suffix(QStringLiteral(" *\\{#[a-z-]+\\}$"), QRegularExpression::MultilineOption);
    text.remove(suffix);
    return topics;
}

} // namespace

HelpPage::HelpPage(Navigator &navigator, const Commands &commands, QWidget *parent)
    : TabPage(navigator, parent)
    , m_commands(commands)
    , m_search(new QLineEdit(this))
    , m_count(makeLabel({}, TextRole::Caption, this, true))
    , m_text(new QTextBrowser(this))
    , m_sheet(new QScrollArea(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::xl, space::m, space::xl, space::m);
    bar->setSpacing(space::m);
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(scaled(420));
    bar->addWidget(m_search, 1);
    bar->addWidget(m_count);
    bar->addStretch(0);
    column->addLayout(bar);
    column->addWidget(makeSeparator(Qt::Horizontal, this));
    auto *sides = new QHBoxLayout;
    sides->setSpacing(0);
    column->addLayout(sides, 1);

    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenExternalLinks(true);
    m_text->document()->setDocumentMargin(space::xl);
    QString text = guideText();
    m_topics = takeTopics(text);
    m_text->setMarkdown(text);
    m_text->setAccessibleName(tr("Guide"));
    sides->addWidget(m_text, 3);
    sides->addWidget(makeSeparator(Qt::Vertical, this));

    m_sheet->setFrameShape(QFrame::NoFrame);
    m_sheet->setWidgetResizable(true);
    m_sheet->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // names of commands wrap
    m_sheet->viewport()->setBackgroundRole(QPalette::Base);
    sides->addWidget(m_sheet, 2);
    fillSheet();
    connect(m_search, &QLineEdit::textChanged, this, &HelpPage::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { goToNext(true); });
}

void HelpPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HelpPage::activated() { fillSheet(); }

void HelpPage::fillSheet()
{
    QWidget *sheet = cheatSheet(
        m_commands, m_search->text().trimmed(), [this] { navigator().openKey(QStringLiteral("shortcuts")); }, m_sheet);
    sheet->setBackgroundRole(QPalette::Base);
    sheet->setAutoFillBackground(true);
    m_sheet->setWidget(sheet);
}

/// Marks every place in the guide and goes to the first; the cheat sheet shows only what fits.
void HelpPage::search()
{
    const QString words = m_search->text().trimmed();
    QList<QTextEdit::ExtraSelection> marks;
    if (!words.isEmpty()) {
        QTextCharFormat format;
        format.setBackground(toneFor(QStringLiteral("amber")).fill);
        format.setForeground(colors().text);
        for (QTextCursor at = m_text->document()->find(words); !at.isNull(); at = m_text->document()->find(words, at))
            marks.append({at, format});
    }
    m_found = int(marks.size());
    m_text->setExtraSelections(marks);
    m_count->setText(words.isEmpty() ? QString()
                     : m_found == 0  ? tr("Nothing in the guide")
                                     : tr("%n place(s)", "in the guide", m_found));
    if (m_found > 0) {
        m_text->moveCursor(QTextCursor::Start);
        goToNext(true);
    }
    fillSheet();
}

/// From the last place on to the first again.
void HelpPage::goToNext(bool forward)
{
    const QString words = m_search->text().trimmed();
    const QTextDocument::FindFlags way = forward ? QTextDocument::FindFlags() : QTextDocument::FindBackward;
    if (words.isEmpty() || m_text->find(words, way))
        return;
    m_text->moveCursor(forward ? QTextCursor::Start : QTextCursor::End);
    m_text->find(words, way);
}

void HelpPage::showTopic(const QString &topic)
{
    const QString heading = m_topics.value(topic);
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || heading.isEmpty() || block.text() != heading)
            continue;
        // The heading at the top, not just somewhere in sight.
        m_text->moveCursor(QTextCursor::End);
        QTextCursor cursor(block);
        m_text->setTextCursor(cursor);
        m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->value() + m_text->cursorRect().top() -
                                              space::m);
        return;
    }
    m_text->moveCursor(QTextCursor::Start);
}

QString HelpPage::topicOf(const QString &pageKey)
{
    static const QList<std::pair<QString, QString>> topics{{QStringLiteral("list/"), QStringLiteral("lists")},
                                                           {QStringLiteral("record/"), QStringLiteral("records")},
                                                           {QStringLiteral("import/"), QStringLiteral("exchange")},
                                                           {QStringLiteral("duplicates/"), QStringLiteral("merge")},
                                                           {QStringLiteral("trash"), QStringLiteral("undo")},
                                                           {QStringLiteral("office"), QStringLiteral("admin")},
                                                           {QStringLiteral("people"), QStringLiteral("admin")},
                                                           {QStringLiteral("settings"), QStringLiteral("data")}};
    // Administrators' lists have pages of their own.
    for (const QString &admin : {QStringLiteral("list/roles"), QStringLiteral("list/custom_fields")}) {
        if (pageKey == admin)
            return QStringLiteral("admin");
    }
    if (pageKey == QLatin1String("list/") + reminding().entity)
        return QStringLiteral("remind");
    if (pageKey.startsWith(QLatin1String("list/")) && mentioningOf(pageKey.section(u'/', 1)).isDeclared())
        return QStringLiteral("mentions");
    if (pageKey.startsWith(QLatin1String("list/")) && mailingOf(pageKey.section(u'/', 1)).isSet())
        return QStringLiteral("dunning");
    for (const auto &[prefix, topic] : topics) {
        if (pageKey.startsWith(prefix))
            return topic;
    }
    return pageKey.isEmpty() ? QStringLiteral("records") : QString(); // a new record has no key
}

} // namespace crm
