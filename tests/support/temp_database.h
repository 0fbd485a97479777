// A fresh database for one test: a file in a folder of its own, or an office on a MariaDB; it goes with the object.
// ctest runs the rings with MARIADB twice, once with CRM_TEST_ENGINE=mariadb (names end with /mariadb).
#pragma once
#include "core/model/registry.h"
#include "core/store/local_store.h"
#include "core/store/session.h"
#include "tests/support/temp_office.h"
#include <QTemporaryDir>

namespace crm::test {

/// The built-in declarations, sealed once per process.
const Registry &builtinRegistry();

enum class DatabaseEngine { File, Server };
/// What this run of the program is to use.
DatabaseEngine engineOfThisRun();

class TempDatabase
{
public:
    /// A new file with the stock rows and one admin: login "admin", password as given (empty: no sign-in needed).
    /// On a server everybody has a password: an empty one is "secret-1" there.
    explicit TempDatabase(const Registry &registry = builtinRegistry(), const QString &adminPassword = {},
                          DatabaseEngine engine = engineOfThisRun());
    bool isServer() const { return bool(m_office); }
    const TempOffice &office() const { return *m_office; } ///< on a server
    /// Where a Session finds it, and with what: empty credentials are the administrator's.
    Target target() const;
    Credentials credentials(const Credentials &who = {}) const;
    const QString &path() const { return m_path; } ///< of a file
    QString folder() const { return m_folder.path(); }
    const Registry &registry() const { return m_registry; }
    /// The program itself; on a server its first administrator.
    std::unique_ptr<Repository> asSystem() const;
    std::unique_ptr<Repository> as(const QString &login, const QString &password) const;
    /// By the login as it is stored.
    std::unique_ptr<Repository> asItself(const Credentials &who) const;
    /// What the person of that name signs in with: accounts are the whole server's, and other tests use it too.
    QString loginOf(const QString &name) const { return m_office ? m_office->loginOf(name) : name; }
    /// A new active person with the stock role of that English name; password "secret-1".
    Id addUser(const QString &login, const QString &role) const;

private:
    QTemporaryDir m_folder;
    QString m_path;
    const Registry &m_registry;
    std::unique_ptr<TempOffice> m_office;
};

} // namespace crm::test
