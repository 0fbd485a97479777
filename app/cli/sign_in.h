// Who acts, and with which password: --user or MYCRM_USER; then stdin, the file that MYCRM_PASSWORD_FILE names, or the
// system's keychain; on a server's database also the terminal. A file whose only person has no password needs none of
// it.
#pragma once
#include "app/cli/call.h"
#include "core/store/session.h"

namespace crm::cli {

std::unique_ptr<Repository> signIn(const Target &target, const Globals &globals);
/// The next line of stdin, without its end. On a terminal the prompt is shown and the typing is not.
QString secretFromStdin(const QString &prompt);

} // namespace crm::cli
