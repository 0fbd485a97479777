#include "ui/records/history_panel.h"
#include "core/store/logged_fields.h"
#include "ui/records/cell_text.h"
#include "ui/records/memo_editor.h"
#include "ui/shell/navigator.h"
#include "ui/style/text_direction.h"
#include "ui/style/tokens.h"
#include <QTextBrowser>
#include <QVBoxLayout>
#include <algorithm>

namespace crm {

const Field *changedField(const Catalog &catalog, const QString &entity, const QString &path)
{
    const QStringList steps = path.split(u'/');
    const Entity *of = catalog.find(steps.size() == 3 ? steps.constFirst() : entity);
    return of && steps.size() != 2 ? of->field(steps.constLast()) : nullptr;
}

HistoryPanel::HistoryPanel(Navigator &navigator, const QString &entity, Id id, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_catalog(navigator.session().catalog())
    , m_entity(entity)
    , m_id(id)
    , m_view(makeMarkdownView(this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_view);
    m_view->setAccessibleName(tr("History"));
    m_view->document()->setDocumentMargin(space::m);
    m_view->viewport()->setAutoFillBackground(false); // stands on the column, as comments do
    connect(m_view, &QTextBrowser::anchorClicked, this, &HistoryPanel::follow);
}

void HistoryPanel::offerBack(std::function<bool(const FieldChange &)> may)
{
    m_may = std::move(may);
    if (!isLoading())
        fill();
}

QString HistoryPanel::text() const { return m_view->toPlainText(); }

void HistoryPanel::load()
{
    // The entries and the titles of the records they name, in one go.
    const auto job = [entity = m_entity, id = m_id](Repository &r) {
        Told told;
        told.changes = r.history(entity, id);
        QHash<QString, IdList> wanted;
        for (const Change &change : std::as_const(told.changes)) {
            for (const FieldChange &f : change.fields) {
                if (f.field == mergedFrom || f.field == mergedInto)
                    wanted[entity] += f.before.value<IdList>() + f.after.value<IdList>();
                const Field *field = changedField(*r.catalog(), entity, f.field);
                if (!field || field->target().isEmpty())
                    continue;
                for (const QVariant &value : {f.before, f.after}) {
                    if (isListKind(field->kind()))
                        wanted[field->target()] += value.value<IdList>();
                    else if (value.toLongLong() != 0)
                        wanted[field->target()].append(value.toLongLong());
                }
            }
        }
        for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
            const auto options = r.options(it.key(), it.value());
            for (const Option &o : options)
                told.titles.insert({it.key(), o.id}, o.title);
        }
        return told;
    };
    m_request.ask(
        this, m_navigator.session().read(job),
        [this](const Told &told) {
            m_told = told;
            fill();
            Q_EMIT loaded();
        },
        [this](const Error &e) {
            m_view->setPlainText(e.sentence());
            Q_EMIT loaded();
        });
}

QString HistoryPanel::valueText(const Field &field, const QVariant &value) const
{
    if (isEmptyValue(value))
        return tr("empty");
    QString title;
    if (!field.target().isEmpty()) {
        QStringList titles;
        const IdList ids = isListKind(field.kind()) ? value.value<IdList>() : IdList{value.toLongLong()};
        for (const Id id : ids)
            titles.append(m_told.titles.value({field.target(), id}, QStringLiteral("#%1").arg(id)));
        title = titles.join(QStringLiteral(", "));
    }
    const FormatContext format = m_navigator.format();
    QString text = fullText(field, value, title, format.currency, format.locale).simplified();
    if (text.size() > 120)
        text = text.left(119) + u'\u2026';
    return isolated(text);
}

QString HistoryPanel::mergeLine(const FieldChange &change) const
{
    const bool undone = change.after.isNull();
    const IdList ids = (undone ? change.before : change.after).value<IdList>();
    QStringList titles;
    for (const Id id : ids)
        titles << m_told.titles.value({m_entity, id}, QStringLiteral("#%1").arg(id));
    const QString names = titles.join(QStringLiteral(", "));
    if (change.field == mergedInto)
        return undone ? tr("no longer merged into “%1”").arg(names) : tr("merged into “%1”").arg(names);
    return undone ? tr("the merge with “%1” was undone").arg(names) : tr("“%1” was merged into this record").arg(names);
}

QString HistoryPanel::lineFor(const FieldChange &change) const
{
    if (change.field == mergedFrom || change.field == mergedInto)
        return mergeLine(change).toHtmlEscaped();
    const QString table = change.field.section(u'/', 0, 0);
    const Entity *lines = change.field.contains(u'/') ? m_catalog->find(table) : nullptr;
    const Field *field = changedField(*m_catalog, m_entity, change.field);
    if (!field) {
        if (!lines)
            return {};
        return change.after.isNull() ? tr("%1 removed").arg(lines->one().text())
                                     : tr("%1 added").arg(lines->one().text());
    }
    if (field->isHidden())
        return {};
    const QString name =
        lines ? QStringLiteral("%1: %2").arg(lines->one().text(), field->label().text()) : field->label().text();
    const QString before = valueText(*field, change.before).toHtmlEscaped();
    const QString after = valueText(*field, change.after).toHtmlEscaped();
    return QStringLiteral("<span style='color:%1'>%2:</span> %3")
        .arg(colors().muted.name(), name.toHtmlEscaped(),
             isEmptyValue(change.before) ? after : QStringLiteral("<s>%1</s> \u2192 %2").arg(before, after));
}

/// Set-up, demo data and imports of the program itself have no person.
QString HistoryPanel::whoDid(const Change &change) { return change.userId == 0 ? tr("The program") : change.userName; }

bool HistoryPanel::canGoBack(const Change &change, const FieldChange &field) const
{
    return m_may && change.op == ChangeOp::Update && m_may(field);
}

/// What has been changed since the entry, as far as it can be taken back.
QList<FieldChange> HistoryPanel::behind(int entry) const
{
    QList<FieldChange> all;
    for (int later = 0; later < entry; ++later) {
        const Change &change = m_told.changes.at(later);
        for (const FieldChange &field : change.fields) {
            if (canGoBack(change, field))
                all << field;
        }
    }
    return all;
}

void HistoryPanel::follow(const QUrl &link)
{
    const QStringList places = link.path().split(u'/');
    const int entry = places.value(0).toInt(), field = places.value(1).toInt();
    if (entry < 0 || entry >= m_told.changes.size())
        return;
    if (link.scheme() == QLatin1String("moment"))
        Q_EMIT backAsked(behind(entry));
    else if (link.scheme() == QLatin1String("field") && field >= 0 && field < m_told.changes.at(entry).fields.size())
        Q_EMIT backAsked({m_told.changes.at(entry).fields.at(field)});
}

namespace {
QString linkTo(const QString &place, const QString &words)
{
    return QStringLiteral(" <a href='%1' style='color:%2; text-decoration:none'>%3</a>")
        .arg(place, colors().accentText.name(), words.toHtmlEscaped().replace(u' ', QChar(QChar::Nbsp)));
}
} // namespace

QString HistoryPanel::head(int entry, bool isChangedSince) const
{
    const Change &change = m_told.changes.at(entry);
    QString what;
    switch (change.op) {
    case ChangeOp::Create:
        what = tr("created");
        break;
    case ChangeOp::Update:
        break;
    case ChangeOp::Delete:
        what = tr("moved to the trash");
        break;
    case ChangeOp::Restore:
        what = tr("restored");
        break;
    case ChangeOp::Follow: // the history has none
    case ChangeOp::Purge:
        what = tr("deleted for good");
        break;
    }
    const QLocale locale = m_navigator.format().locale;
    const QDateTime at = change.at.toLocalTime();
    const QString when = QStringLiteral("%1, %2").arg(nearDate(at.date(), QDate::currentDate(), locale),
                                                      locale.toString(at.time(), QLocale::ShortFormat));
    return QStringLiteral("<b>%1</b>%2 <span style='color:%3'>%4</span>")
               .arg(whoDid(change).toHtmlEscaped(),
                    what.isEmpty() ? QString() : QStringLiteral(": ") + what.toHtmlEscaped(), colors().muted.name(),
                    when.toHtmlEscaped()) +
           (isChangedSince ? linkTo(QStringLiteral("moment:%1").arg(entry), tr("as it was then")) : QString());
}

QStringList HistoryPanel::lines(int entry) const
{
    const Change &change = m_told.changes.at(entry);
    QStringList all;
    for (int i = 0; i < change.fields.size(); ++i) {
        const FieldChange &field = change.fields.at(i);
        if (change.op == ChangeOp::Create && isEmptyValue(field.after))
            continue;
        const QString line = lineFor(field);
        if (!line.isEmpty())
            all << line + (canGoBack(change, field)
                               ? linkTo(QStringLiteral("field:%1/%2").arg(entry).arg(i), tr("put back"))
                               : QString());
    }
    return all;
}

void HistoryPanel::fill()
{
    QString html;
    bool isChangedSince = false; // in what can be taken back
    for (int entry = 0; entry < m_told.changes.size(); ++entry) {
        html += QStringLiteral("<p style='margin:0 0 2px 0'>%1</p><p style='margin:0 0 14px 0'>%2</p>")
                    .arg(head(entry, isChangedSince), lines(entry).join(QStringLiteral("<br>")));
        const Change &change = m_told.changes.at(entry);
        isChangedSince = isChangedSince || std::any_of(change.fields.cbegin(), change.fields.cend(),
                                                       [&](const FieldChange &f) { return canGoBack(change, f); });
    }
    if (m_told.changes.isEmpty())
        html = QStringLiteral("<p style='color:%1'>%2</p>")
                   .arg(colors().muted.name(), tr("Nothing has been changed yet.").toHtmlEscaped());
    m_view->setHtml(html);
}

} // namespace crm
