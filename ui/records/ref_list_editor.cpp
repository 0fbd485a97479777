#include "ui/records/ref_list_editor.h"
#include "core/store/session.h"
#include "ui/records/lookup.h"
#include "ui/records/quick_create.h"
#include "ui/shell/navigator.h"
#include <QLineEdit>

namespace crm {

RefListEditor::RefListEditor(const Field &field, const EditContext &context, QWidget *parent)
    : ChipEditor(field, context, parent)
    , m_lookup(new Lookup(context.navigator, field.target(), edit()))
{
    m_lookup->setCreates(QuickCreate::isOffered(navigator(), field.target()));
    connect(m_lookup, &Lookup::picked, this, &RefListEditor::add);
    connect(m_lookup, &Lookup::createRequested, this, &RefListEditor::createFrom);
    connect(&navigator().session(), &Session::dictionaryChanged, this, [this](const QString &entity) {
        if (entity == this->field().target())
            refresh();
    });
}

void RefListEditor::finish()
{
    if (!isReadOnly() && !edit()->text().trimmed().isEmpty())
        m_lookup->takeExact();
}

QVariant RefListEditor::value() const { return m_ids.isEmpty() ? QVariant() : QVariant::fromValue(m_ids); }

void RefListEditor::setValue(const QVariant &value)
{
    m_ids = value.value<IdList>();
    refresh();
    resolveTitles();
}

void RefListEditor::setTitle(Id id, const QString &title)
{
    if (id == 0 || title.isEmpty() || m_known.contains(id))
        return;
    m_known.insert(id, {id, title, {}, {}});
    if (m_ids.contains(id))
        refresh();
}

void RefListEditor::resolveTitles()
{
    IdList missing;
    for (const Id id : std::as_const(m_ids)) {
        if (!m_known.contains(id))
            missing.append(id);
    }
    if (missing.isEmpty())
        return;
    m_titlesRequest.ask(
        this, navigator().session().read([target = field().target(), missing](Repository &r) {
            return r.options(target, missing);
        }),
        [this](const QHash<Id, Option> &options) {
            m_known.insert(options);
            refresh();
        },
        [this](const Error &e) { navigator().showError(e); });
}

void RefListEditor::refresh()
{
    for (const Option &o : navigator().session().dictionary(field().target()))
        m_known.insert(o.id, o);
    m_lookup->setWithout(m_ids);
    rebuild();
}

QList<ChipEditor::Item> RefListEditor::items() const
{
    QList<Item> result;
    for (const Id id : m_ids) {
        const Option option = m_known.value(id);
        result.append({option.title, option.color});
    }
    return result;
}

void RefListEditor::add(const Option &option)
{
    edit()->clear();
    if (m_ids.contains(option.id))
        return;
    m_known.insert(option.id, option);
    m_ids.append(option.id);
    refresh();
    Q_EMIT edited();
}

void RefListEditor::takeOut(qsizetype index)
{
    m_ids.removeAt(index);
    m_lookup->setWithout(m_ids);
}

void RefListEditor::openItem(qsizetype index)
{
    if (const Id id = m_ids.value(index); m_known.contains(id))
        navigator().openRecord(field().target(), id);
}

bool RefListEditor::isListOpen() const { return m_lookup->isOpen(); }

void RefListEditor::createFrom(const QString &text)
{
    QuickCreate dialog(navigator(), field().target(), text, this);
    if (const std::optional<Option> made = dialog.create())
        add(*made);
}

} // namespace crm
