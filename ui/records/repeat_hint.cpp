#include "ui/records/repeat_hint.h"
#include "core/work/recurring.h"
#include "core/work/repeat_dates.h"
#include "ui/records/open_document.h"
#include "ui/records/record_field.h"
#include "ui/records/record_form.h"
#include <QLabel>

namespace crm {

RepeatHint::RepeatHint(OpenDocument &document, RecordForm &form, const QLocale &locale)
    : QObject(&form)
    , m_document(document)
    , m_form(form)
    , m_locale(locale)
{
    connect(&document, &OpenDocument::loadedAnew, this, &RepeatHint::show);
    connect(&document, &OpenDocument::previewed, this, &RepeatHint::show); // the rules have counted anew
}

void RepeatHint::show()
{
    RecordField *field = m_form.fieldFor(work::recurringKeys().constFirst());
    if (!field || m_document.document().head().isNull())
        return;
    Record record = m_document.document().head();
    for (const Field &one : record.entity().fieldList()) {
        if (one.isReadOnly())
            record.set(one.key(), m_document.shown(one.key()));
    }
    const QString text = work::aheadText(work::ahead(record), m_locale);
    field->setNote(text.toHtmlEscaped(), {});
    if (field->note())
        field->note()->setAccessibleName(text);
}

} // namespace crm
