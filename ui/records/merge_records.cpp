#include "ui/records/merge_records.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/records/merge_dialog.h"
#include "ui/records/undo_records.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include <QCoreApplication>
#include <QPointer>
#include <QWidget>

namespace crm {
namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::MergeRecords)
};

/// The records and what points to each of them.
MergeRecords loaded(Repository &r, const QString &entity, const IdList &ids)
{
    MergeRecords out;
    out.records = livingWithTitles(r, entity, ids);
    for (const Document &d : std::as_const(out.records))
        out.pointers << r.pointersAt(entity, {d.id()});
    return out;
}

class Merging
{
public:
    Merging(Navigator &navigator, QWidget *owner, QString entity, IdList ids, std::function<void()> changed)
        : m_navigator(navigator)
        , m_owner(owner)
        , m_entity(std::move(entity))
        , m_ids(std::move(ids))
        , m_changed(std::move(changed))
    {}

    static void load(const std::shared_ptr<Merging> &self)
    {
        await(
            self->m_owner,
            self->m_navigator.session().read(
                [entity = self->m_entity, ids = self->m_ids](Repository &r) { return loaded(r, entity, ids); }),
            [self](const MergeRecords &what) { self->show(self, what); },
            [self](const Error &e) { self->m_navigator.showError(e); });
    }

private:
    static void show(const std::shared_ptr<Merging> &self, const MergeRecords &what)
    {
        if (what.records.size() < 2) {
            self->m_navigator.toast(Tr::tr("There are no two of these records any more."));
            return;
        }
        self->m_dialog = new MergeDialog(self->m_navigator, what, self->m_owner);
        ask(self);
    }

    static void ask(const std::shared_ptr<Merging> &self)
    {
        if (!self->m_dialog)
            return;
        const int answer = Prompts::run(*self->m_dialog);
        if (!self->m_dialog)
            return; // the page was closed meanwhile, and the dialog with it
        if (answer != QDialog::Accepted) {
            self->m_dialog->deleteLater();
            return;
        }
        const Document survivor = self->m_dialog->survivor();
        await(
            self->m_owner,
            self->m_navigator.session().write(
                [survivor, others = self->m_dialog->others(), seen = self->m_dialog->seen(),
                 key = SaveKey::fresh()](Repository &r) { return r.merge(survivor, others, seen, key); }),
            [self](const MergeResult &result) { self->tell(result); }, [self](const Error &e) { failed(self, e); });
    }

    /// What was chosen stays where a value is refused; what somebody else has changed is looked at anew.
    static void failed(const std::shared_ptr<Merging> &self, const Error &error)
    {
        if (!self->m_dialog)
            return self->m_navigator.showError(error);
        if (error.kind() == ErrorKind::Conflict || error.kind() == ErrorKind::NotFound) {
            self->m_dialog->deleteLater();
            const Prompts::Question question{error.sentence(), Tr::tr("Nothing has been merged yet."),
                                             Tr::tr("Look at them again")};
            if (Prompts::ask(self->m_owner, question) == Prompts::Yes)
                load(self);
            return;
        }
        self->m_dialog->showFault(error.sentence());
        ask(self);
    }

    void tell(const MergeResult &result)
    {
        if (m_dialog)
            m_dialog->deleteLater();
        if (m_changed)
            m_changed();
        const QString text = Tr::tr("%n record(s) merged into “%1”", nullptr, int(m_ids.size()) - 1)
                                 .arg(result.survivor.document.head().title());
        // The page may be closed by then; the toast is the window's.
        m_navigator.toast(text, [navigator = &m_navigator, owner = QPointer<QWidget>(m_owner), changed = m_changed,
                                 batch = result.batch] {
            undoBatch(*navigator, batch, [owner, changed](const UndoResult &) {
                if (owner && changed)
                    changed();
            });
        });
    }

    Navigator &m_navigator;
    QWidget *m_owner;
    QString m_entity;
    IdList m_ids;
    std::function<void()> m_changed;
    QPointer<MergeDialog> m_dialog;
};
} // namespace

QList<Document> livingWithTitles(Repository &r, const QString &entity, const IdList &ids)
{
    QList<Document> out = r.loadMany(entity, ids);
    out.removeIf([](const Document &d) { return d.head().deletedAt().isValid(); });
    QHash<QString, QSet<Id>> wanted;
    for (const Document &d : std::as_const(out)) {
        for (const Field &f : d.entity().fieldList()) {
            if (!r.catalog()->find(f.target()))
                continue;
            const IdList values = isListKind(f.kind()) ? d.head().ids(f.key()) : IdList{d.head().ref(f.key())};
            for (const Id id : values) {
                if (id)
                    wanted[f.target()] << id;
            }
        }
    }
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const auto options = r.options(it.key(), it->values());
        for (Document &d : out) {
            for (const Option &o : options)
                d.titles.insert({it.key(), o.id}, o.title);
        }
    }
    return out;
}

void mergeRecords(Navigator &navigator, QWidget *owner, const QString &entity, const IdList &ids,
                  const std::function<void()> &changed)
{
    Merging::load(std::make_shared<Merging>(navigator, owner, entity, ids, changed));
}

} // namespace crm
