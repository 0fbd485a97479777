// The program itself at work on an office's server, before there is a person who could be, or when none gets in any
// more: an account and a row of `people` that exist for as long as this object, with every right. What it saves stands
// in the history as done by "system".
#pragma once
#include "core/store/server/server_names.h"
#include "core/store/server/server_setup.h"

namespace crm {

class Bootstrap
{
public:
    Bootstrap(const MariaDbAdministrator &root, const Registry &registry, const ServerNames &names);
    ~Bootstrap();
    Bootstrap(const Bootstrap &) = delete;
    Bootstrap &operator=(const Bootstrap &) = delete;
    Repository &repository() { return *m_repository; }

private:
    void comeIn(const QString &password);
    void goOut();

    const ServerNames m_names;
    const QString m_login, m_account;
    const Id m_id;
    std::unique_ptr<Database> m_root;
    std::unique_ptr<Repository> m_repository;
};

} // namespace crm
