#include "ui/records/history_panel.h"
#include "core/store/logged_fields.h"
#include "ui/records/cell_text.h"
#include "ui/records/memo_editor.h"
#include "ui/shell/navigator.h"
#include "ui/style/text_direction.h"
#include "ui/style/tokens.h"
#include <QTextBrowser>
#include <QVBoxLayout>

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
            fill(told);
            Q_EMIT loaded();
        },
        [this](const Error &e) {
            m_view->setPlainText(e.sentence());
            Q_EMIT loaded();
        });
}

QString HistoryPanel::valueText(const Field &field, const QVariant &value, const Told &told) const
{
    if (isEmptyValue(value))
        return tr("empty");
    QString title;
    if (!field.target().isEmpty()) {
        QStringList titles;
        const IdList ids = isListKind(field.kind()) ? value.value<IdList>() : IdList{value.toLongLong()};
        for (const Id id : ids)
            titles.append(told.titles.value({field.target(), id}, QStringLiteral("#%1").arg(id)));
        title = titles.join(QStringLiteral(", "));
    }
    const FormatContext format = m_navigator.format();
    QString text = fullText(field, value, title, format.currency, format.locale).simplified();
    if (text.size() > 120)
        text = text.left(119) + u'\u2026';
    return isolated(text);
}

QString HistoryPanel::mergeLine(const FieldChange &change, const Told &told) const
{
    const bool undone = change.after.isNull();
    const IdList ids = (undone ? change.before : change.after).value<IdList>();
    QStringList titles;
    for (const Id id : ids)
        titles << told.titles.value({m_entity, id}, QStringLiteral("#%1").arg(id));
    const QString names = titles.join(QStringLiteral(", "));
    if (change.field == mergedInto)
        return undone ? tr("no longer merged into “%1”").arg(names) : tr("merged into “%1”").arg(names);
    return undone ? tr("the merge with “%1” was undone").arg(names) : tr("“%1” was merged into this record").arg(names);
}

QString HistoryPanel::lineFor(const FieldChange &change, const Told &told) const
{
    if (change.field == mergedFrom || change.field == mergedInto)
        return mergeLine(change, told).toHtmlEscaped();
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
    const QString before = valueText(*field, change.before, told).toHtmlEscaped();
    const QString after = valueText(*field, change.after, told).toHtmlEscaped();
    return QStringLiteral("<span style='color:%1'>%2:</span> %3")
        .arg(colors().muted.name(), name.toHtmlEscaped(),
             isEmptyValue(change.before) ? after : QStringLiteral("<s>%1</s> \u2192 %2").arg(before, after));
}

/// Set-up, demo data and imports of the program itself have no person.
QString HistoryPanel::whoDid(const Change &change) { return change.userId == 0 ? tr("The program") : change.userName; }

void HistoryPanel::fill(const Told &told)
{
    const QLocale locale = m_navigator.format().locale;
    QString html;
    for (const Change &change : told.changes) {
        QString what;
        switch (change.op) {
        case ChangeOp::Create:
            what = tr("created");
            break;
        case ChangeOp::Update:
            what = {};
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
        const QDateTime at = change.at.toLocalTime();
        const QString when = QStringLiteral("%1, %2").arg(nearDate(at.date(), QDate::currentDate(), locale),
                                                          locale.toString(at.time(), QLocale::ShortFormat));
        html += QStringLiteral("<p style='margin:0 0 2px 0'><b>%1</b>%2 <span style='color:%3'>%4</span></p>")
                    .arg(whoDid(change).toHtmlEscaped(),
                         what.isEmpty() ? QString() : QStringLiteral(": ") + what.toHtmlEscaped(),
                         colors().muted.name(), when.toHtmlEscaped());
        QStringList lines;
        for (const FieldChange &f : change.fields) {
            if (change.op == ChangeOp::Create && isEmptyValue(f.after))
                continue;
            if (const QString line = lineFor(f, told); !line.isEmpty())
                lines.append(line);
        }
        html += QStringLiteral("<p style='margin:0 0 14px 0'>%1</p>").arg(lines.join(QStringLiteral("<br>")));
    }
    if (told.changes.isEmpty())
        html = QStringLiteral("<p style='color:%1'>%2</p>")
                   .arg(colors().muted.name(), tr("Nothing has been changed yet.").toHtmlEscaped());
    m_view->setHtml(html);
}

} // namespace crm
