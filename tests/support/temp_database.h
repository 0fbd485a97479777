// A fresh database for one test, in a folder of its own that goes with it.
#pragma once
#include "core/model/registry.h"
#include "core/store/local_store.h"
#include <QTemporaryDir>

namespace crm::test {

/// The built-in declarations, sealed once per process.
const Registry &builtinRegistry();

class TempDatabase
{
public:
    /// A new file with the stock rows and one admin: login "admin", password as given (empty: no sign-in needed).
    explicit TempDatabase(const Registry &registry = builtinRegistry(), const QString &adminPassword = {});
    const QString &path() const { return m_path; }
    QString folder() const { return m_folder.path(); }
    const Registry &registry() const { return m_registry; }
    std::unique_ptr<Repository> asSystem() const { return openLocalAsSystem(m_path, m_registry); }
    std::unique_ptr<Repository> as(const QString &login, const QString &password) const
    {
        return openLocal(m_path, m_registry, login, password);
    }
    /// A new active person with the stock role of that English name; password "secret-1".
    Id addUser(const QString &login, const QString &role) const;

private:
    QTemporaryDir m_folder;
    QString m_path;
    const Registry &m_registry;
};

} // namespace crm::test
