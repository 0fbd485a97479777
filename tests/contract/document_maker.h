// Makes documents that may be saved, from nothing but the declaration. A rule may refuse what the declaration allows:
// optional fields that it complains about are left out then, as a person would do.
#pragma once
#include "core/store/repository.h"
#include <QSet>

namespace crm::test {

class DocumentMaker
{
public:
    explicit DocumentMaker(Repository &repository)
        : m_repository(repository)
        , m_catalog(repository.catalog())
    {}

    /// A stored document with every field filled in that a person may fill in.
    Document save(const Entity &entity);
    /// A valid value for the field, another one with each call. Null: there is none to be had.
    QVariant value(const Entity &entity, const Field &field);
    /// The fields of the last save() that were given a value and kept it.
    const QStringList &given() const { return m_given; }
    int tried() const { return m_tried; } ///< how many it was given at first

private:
    Document draft(const Entity &entity);
    void fill(Record &record);
    QVariant text(const Field &field);
    QVariant number(const Field &field);
    Id anyOf(const QString &entity);
    void hangOnSomething(Record &record);

    Repository &m_repository;
    std::shared_ptr<const Catalog> m_catalog;
    QHash<QString, Id> m_made;
    QSet<QString> m_making; ///< what is being made, so that references in a circle end
    QStringList m_given;
    int m_counter = 0;
    int m_tried = 0;
};

} // namespace crm::test
