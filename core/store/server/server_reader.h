// What rules look up while a document is prepared for a server: through the person's views, so that one never learns
// of what one may not see. Remembers what it found, so that saving a document costs no question but the save itself
// when its dictionary rows, items and so on are known.
#pragma once
#include "core/access/policy.h"
#include "core/model/entity.h"
#include "core/model/number_series.h"
#include "core/model/record.h"
#include "core/model/registry.h"
#include "core/store/database.h"
#include "core/store/sources.h"
#include <QElapsedTimer>
#include <QHash>

namespace crm {

class ServerReader : public Reader, public SeriesReader
{
public:
    /// All must outlive it.
    ServerReader(Database &db, const Catalog &catalog, const Actor &actor)
        : m_db(db)
        , m_catalog(catalog)
        , m_actor(actor)
        , m_sources(catalog, actor, Dialect::mariadb())
    {}

    std::optional<Record> find(const QString &entity, Id id) override;
    IdList where(const QString &entity, const QString &field, const QVariant &value, int limit) override;
    Id firstOf(const QString &entity) override;
    QList<Record> rows(const QString &entity, const QMap<QString, IdList> &among, int limit) override;
    QVariant greatest(const QString &entity, const QString &field, const QString &filled,
                      const QPair<QDate, QDate> &within) override;
    QVariant greatestOf(const NumberedBy &which, const QString &entity, const QString &field, const QString &filled,
                        const QPair<QDate, QDate> &within) override;

    /// Before documents are prepared: the first thing that is not known is asked for together with all that these
    /// documents point to. Until the answer goes out of scope, and the documents must live as long.
    class CRM_CORE Expecting
    {
    public:
        explicit Expecting(ServerReader &reader)
            : m_reader(reader)
        {}
        ~Expecting() { m_reader.m_expected.clear(); }
        Expecting(const Expecting &) = delete;
        Expecting &operator=(const Expecting &) = delete;

    private:
        ServerReader &m_reader;
    };
    [[nodiscard]] Expecting expect(QList<const Document *> documents);
    /// A document that will be stored in the same transaction: rules of the next ones find it.
    void add(const Record &record);
    void forget(const QString &entity, Id id) { m_found.remove({entity, id}); }
    void forgetList(const QString &dictionary) { m_dictionaries.remove(dictionary); } ///< there may be one more now
    void forgetAll();
    /// Somebody looked: this is the last change in the database. What was remembered stays good if it is the same.
    void noteHead(qint64 head);
    /// The one change since was this repository's own.
    void noteOwnChange(qint64 number);

private:
    struct Want
    {
        QSet<Id> ids;
        bool all = false; ///< a dictionary, whole
    };
    using Wants = QMap<QString, Want>;
    bool isReadable(const Entity &entity) const;
    void addReferences(const Record &record, Wants &wants) const;
    void addDictionary(const QString &entity, Wants &wants) const;
    void fetch(Wants wants);
    QString rowJson(const Entity &entity) const;
    Record recordOf(const Entity &entity, Id id, const QByteArray &json) const;

    Database &m_db;
    const Catalog &m_catalog;
    const Actor &m_actor;
    Sources m_sources;
    QList<const Document *> m_expected;
    QHash<QPair<QString, Id>, std::optional<Record>> m_found;
    QHash<QString, IdList> m_dictionaries; ///< ids of whole dictionaries, in order
    qint64 m_head = -1;
    QElapsedTimer m_checked; ///< since somebody compared the head
};

} // namespace crm
