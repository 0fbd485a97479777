#include "ui/records/duplicate_hints.h"
#include "core/store/session.h"
#include "ui/records/open_document.h"
#include "ui/records/record_field.h"
#include "ui/records/record_form.h"
#include "ui/shell/navigator.h"

namespace crm {

namespace {
constexpr int pauseMs = 500;
}

DuplicateHints::DuplicateHints(Navigator &navigator, OpenDocument &document, RecordForm &form)
    : QObject(&form)
    , m_navigator(navigator)
    , m_document(document)
    , m_form(form)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pauseMs);
    connect(&m_timer, &QTimer::timeout, this, &DuplicateHints::look);
    connect(&document, &OpenDocument::valueChanged, this, &DuplicateHints::changed);
    connect(&document, &OpenDocument::loadedAnew, this, [this] {
        if (m_document.isNew())
            return;
        m_timer.stop();
        m_request.cancel();
        show({}, {}); // it has been saved: from now on the list of duplicates tells
    });
}

void DuplicateHints::changed(const QString &field)
{
    if (!m_document.isNew())
        return;
    for (const DuplicateRule &rule : m_document.entity().duplicateRules()) {
        if (!rule.fields.contains(field))
            continue;
        m_fields.insert(field);
        m_timer.start();
        return;
    }
}

/// With what rules fill in: a contact's name is made of the first and the last one.
Record DuplicateHints::typed() const
{
    Record record = m_document.document().head();
    for (const DuplicateRule &rule : m_document.entity().duplicateRules()) {
        for (const QString &key : rule.fields)
            record.set(key, m_document.shown(key));
    }
    return record;
}

void DuplicateHints::look()
{
    const QSet<QString> fields = std::exchange(m_fields, {});
    m_request.ask(
        this, m_navigator.session().read([typed = typed(), fields](Repository &r) {
            QList<SameRecord> found;
            for (const QString &field : fields)
                found += r.sameRecords(typed, field);
            return found;
        }),
        [this, fields](const QList<SameRecord> &found) {
            show(fields, found);
            Q_EMIT looked();
        },
        [this](const Error &) { Q_EMIT looked(); }); // only a hint: saving does not depend on it
}

RecordField *DuplicateHints::placeOf(const QString &ruleKey) const
{
    for (const DuplicateRule &rule : m_document.entity().duplicateRules()) {
        for (const QString &key : rule.fields) {
            if (rule.key == ruleKey && m_form.fieldFor(key))
                return m_form.fieldFor(key);
        }
    }
    return nullptr;
}

void DuplicateHints::show(const QSet<QString> &asked, const QList<SameRecord> &found)
{
    QHash<RecordField *, QStringList> lines;
    for (const DuplicateRule &rule : m_document.entity().duplicateRules()) {
        RecordField *place = placeOf(rule.key);
        const bool answered = asked.isEmpty() || std::any_of(rule.fields.cbegin(), rule.fields.cend(),
                                                             [&](const QString &key) { return asked.contains(key); });
        if (!place || !answered)
            continue;
        QStringList &texts = lines[place];
        for (const SameRecord &same : found) {
            if (same.rule != rule.key)
                continue;
            const QString what = rule.label.text().toHtmlEscaped();
            if (same.id)
                texts << tr("Exists already: %1 (%2)")
                             .arg(QStringLiteral("<a href='%1'>%2</a>").arg(same.id).arg(same.title.toHtmlEscaped()),
                                  what);
            else
                texts << (same.askName.isEmpty() ? tr("Exists already, where you do not see it (%1).").arg(what)
                                                 : tr("Exists already, where you do not see it (%1). Ask: %2.")
                                                       .arg(what, same.askName.toHtmlEscaped()));
        }
        texts.removeDuplicates();
    }
    for (auto it = lines.cbegin(); it != lines.cend(); ++it) {
        it.key()->setNote(it.value().join(QStringLiteral("<br>")), [this](const QString &link) {
            m_navigator.openRecord(m_document.entity().key(), link.toLongLong());
        });
    }
}

} // namespace crm
