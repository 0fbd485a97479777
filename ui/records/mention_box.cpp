#include "ui/records/mention_box.h"
#include "core/model/mentions.h"
#include "core/model/text.h"
#include "ui/records/long_text_edit.h"
#include "ui/records/popup_place.h"
#include "ui/style/tokens.h"
#include <QKeyEvent>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTextBlock>
#include <algorithm>

namespace crm {

namespace {
constexpr int personProperty = QTextFormat::UserProperty + 1, nameProperty = QTextFormat::UserProperty + 2;
constexpr int mostShown = 8, longestName = 40, mostBlanks = 2, pauseMs = 120;

Id personOf(const QTextFormat &format) { return format.property(personProperty).toLongLong(); }
QString calledIn(const QTextFormat &format) { return u'@' + format.property(nameProperty).toString(); }

QTextCharFormat formatOf(const Audience &person)
{
    QTextCharFormat format;
    format.setProperty(personProperty, person.user);
    format.setProperty(nameProperty, person.name.simplified());
    format.setForeground(colors().accentText);
    format.setFontWeight(QFont::DemiBold);
    return format;
}

/// As QPlainTextEdit gives its text.
QString plain(QString text)
{
    return text.replace(QChar(QChar::LineSeparator), u'\n').replace(QChar(QChar::Nbsp), u' ');
}

bool isPartOfAddress(QChar c) { return c.isLetterOrNumber() || QStringView(u"_.+-/@\\").contains(c); }
} // namespace

MentionBox::MentionBox(QPlainTextEdit *edit, Id self, Ask ask)
    : QObject(edit)
    , m_edit(edit)
    , m_self(self)
    , m_ask(std::move(ask))
    , m_list(new QListWidget(edit))
{
    m_list->setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint); // the edit keeps the keys
    m_list->setAttribute(Qt::WA_ShowWithoutActivating);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("People who can be mentioned"));
    m_list->hide();
    connect(m_list, &QListWidget::itemClicked, this, &MentionBox::take);
    connect(m_list, &QListWidget::currentTextChanged, edit, &QWidget::setAccessibleDescription); // it has no focus
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &MentionBox::ask);
    connect(edit, &QPlainTextEdit::textChanged, this, &MentionBox::unmarkBroken);
    connect(edit, &QPlainTextEdit::cursorPositionChanged, this, &MentionBox::follow);
    connect(edit, &QPlainTextEdit::textChanged, this, &MentionBox::follow);
    edit->installEventFilter(this);
}

QString MentionBox::markdown() const
{
    QString out;
    for (QTextBlock block = m_edit->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockNumber() > 0 && !LongTextEdit::goesOn(block))
            out += u'\n';
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment part = it.fragment();
            const QString called = calledIn(part.charFormat());
            const bool isWhole = personOf(part.charFormat()) != 0 && part.text().startsWith(called);
            out += isWhole
                       ? mentionLink(called.mid(1), personOf(part.charFormat())) + plain(part.text().mid(called.size()))
                       : plain(part.text());
        }
    }
    return out;
}

bool MentionBox::isOpen() const { return m_list->isVisible(); }

void MentionBox::forget()
{
    m_request.cancel();
    m_audience.reset();
    follow(); // who is about to call somebody waits for the answer
}

/// What stands between an @ and the cursor, if it may be the beginning of a name.
MentionBox::Typed MentionBox::typed() const
{
    const QTextCursor cursor = m_edit->textCursor();
    if (cursor.hasSelection() || m_edit->isReadOnly())
        return {};
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const int at = int(before.lastIndexOf(u'@'));
    if (at < 0 || (at > 0 && isPartOfAddress(before.at(at - 1))))
        return {};
    const QString name = before.mid(at + 1);
    if (name.size() > longestName || name.count(u' ') > mostBlanks || name.startsWith(u' ') || name.endsWith(u' '))
        return {};
    QTextCursor sign(cursor.block());
    sign.setPosition(cursor.block().position() + at + 1);
    if (personOf(sign.charFormat()) != 0)
        return {}; // somebody who was taken already
    return {cursor.block().position() + at, name};
}

QList<Audience> MentionBox::proposals(const QString &text) const
{
    static const QRegularExpression parts(QStringLiteral("[\\s._-]+"));
    const QString asked = fold(text);
    const QStringList words = asked.split(u' ', Qt::SkipEmptyParts);
    QList<Audience> first, others;
    for (const Audience &person : m_audience.value_or(QList<Audience>())) {
        const QString name = fold(person.name), login = fold(person.login);
        const QStringList known = (name + u' ' + login).split(parts, Qt::SkipEmptyParts) << login;
        const bool fits = std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return std::any_of(known.begin(), known.end(), [&](const QString &one) { return one.startsWith(word); });
        });
        if (fits && person.user != m_self)
            (name.startsWith(asked) || login.startsWith(asked) ? first : others) << person;
    }
    return (first + others).mid(0, mostShown);
}

void MentionBox::follow()
{
    if (m_isMarking)
        return;
    const Typed now = typed();
    if (now.at != m_dismissed)
        m_dismissed = -1;
    if (now.at < 0 || now.at == m_dismissed || !m_edit->hasFocus())
        return close();
    if (!m_audience) {
        if (!m_request.isRunning())
            m_pause.start();
        return;
    }
    const QList<Audience> people = now.text.isEmpty() ? QList<Audience>() : proposals(now.text);
    people.isEmpty() ? close() : show(people);
}

void MentionBox::ask()
{
    if (m_audience || m_request.isRunning())
        return;
    m_request.ask(
        this, m_ask(),
        [this](const QList<Audience> &people) {
            m_audience = people;
            follow();
        },
        [this](const Error &e) {
            m_audience = QList<Audience>(); // until forget(): no further questions while one types on
            Q_EMIT failed(e);
        });
}

void MentionBox::show(const QList<Audience> &people)
{
    m_shown = people;
    m_list->clear();
    for (const Audience &person : people) {
        auto *item = new QListWidgetItem(QStringLiteral("%1   %2").arg(person.name, person.login), m_list);
        item->setData(Qt::AccessibleTextRole, tr("%1, login %2").arg(person.name, person.login));
    }
    m_list->setCurrentRow(0);
    const int frame = 2 * m_list->frameWidth();
    m_list->setLayoutDirection(m_edit->layoutDirection());
    m_list->setFixedSize(qMax(220, m_edit->width()), m_list->sizeHintForRow(0) * m_list->count() + frame);
    popUpBelow(*m_list, *m_edit);
}

void MentionBox::close() { m_list->hide(); }

void MentionBox::take()
{
    const Typed now = typed();
    const int row = m_list->currentRow();
    close();
    if (now.at < 0 || row < 0 || row >= m_shown.size())
        return;
    const Audience person = m_shown.at(row);
    QTextCursor cursor = m_edit->textCursor();
    const bool isFollowed = cursor.positionInBlock() < cursor.block().length() - 1 &&
                            cursor.block().text().at(cursor.positionInBlock()).isSpace();
    m_isMarking = true;
    cursor.beginEditBlock();
    cursor.setPosition(now.at, QTextCursor::KeepAnchor);
    cursor.insertText(u'@' + person.name.simplified(), formatOf(person));
    if (isFollowed)
        cursor.movePosition(QTextCursor::Right);
    else
        cursor.insertText(QStringLiteral(" "), QTextCharFormat());
    cursor.endEditBlock();
    m_isMarking = false;
    m_edit->setTextCursor(cursor);
    m_edit->setCurrentCharFormat({});
    m_edit->setFocus();
}

/// A name that somebody has typed into is no longer that person.
void MentionBox::unmarkBroken()
{
    if (m_isMarking)
        return;
    QList<QPair<int, int>> broken;
    for (QTextBlock block = m_edit->document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment part = it.fragment();
            if (personOf(part.charFormat()) == 0)
                continue;
            const QString called = calledIn(part.charFormat());
            const int whole = part.text().startsWith(called) ? int(called.size()) : 0;
            if (part.length() > whole)
                broken.append({part.position() + whole, part.position() + part.length()});
        }
    }
    m_isMarking = true;
    for (const auto &[from, to] : std::as_const(broken)) {
        QTextCursor cursor(m_edit->document());
        cursor.joinPreviousEditBlock();
        cursor.setPosition(from);
        cursor.setPosition(to, QTextCursor::KeepAnchor);
        cursor.setCharFormat({});
        cursor.endEditBlock();
    }
    m_isMarking = false;
}

bool MentionBox::pressed(int key, Qt::KeyboardModifiers modifiers)
{
    const int count = m_list->count();
    switch (key) {
    case Qt::Key_Up:
        m_list->setCurrentRow((m_list->currentRow() + count - 1) % count);
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow((m_list->currentRow() + 1) % count);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (modifiers & ~Qt::KeypadModifier)
            return false; // Ctrl+Enter sends, whatever is proposed
        take();
        return true;
    case Qt::Key_Escape:
        m_dismissed = typed().at;
        close();
        return true;
    default:
        return false;
    }
}

bool MentionBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || !isOpen())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (event->type()) {
    case QEvent::ShortcutOverride: { // they are not the window's while it is open
        static const QList<int> keys{Qt::Key_Up,    Qt::Key_Down, Qt::Key_Return,
                                     Qt::Key_Enter, Qt::Key_Tab,  Qt::Key_Escape};
        if (!keys.contains(key->key()) || key->modifiers() & ~Qt::KeypadModifier)
            return false;
        event->accept();
        return true;
    }
    case QEvent::KeyPress:
        return pressed(key->key(), key->modifiers());
    case QEvent::FocusOut:
    case QEvent::Hide:
        close();
        return false;
    default:
        return false;
    }
}

} // namespace crm
