// Secrets that cannot be mistaken: every value that the attack plants is found again in whatever the server lets out,
// be it a row, an error or a warning, and says whose it is.
#pragma once
#include "core/model/id.h"
#include <QByteArray>
#include <QDate>
#include <QList>
#include <QSet>

namespace crm::test {

/// Where a secret was planted.
struct Secret
{
    QByteArray table;  ///< "clients", "changes", "clients__search", "blobs"
    QByteArray column; ///< "name", "extra_internal/cf_inner", "fields_restricted"
    Id row = 0;        ///< of the entity's row that it belongs to; 0: of nobody's
    int rowIndex = -1; ///< in Office::rows(); -1: nobody may see it
    int fieldClass = 0;
    QByteArray right = {};
    QByteArray toString() const;
};

/// Numbers them; a number appears as a text "s3c0000a", as an amount 731000000010 or as a date of a far century.
class Secrets
{
public:
    int add(const Secret &secret);
    const Secret &at(int n) const { return m_all[n]; }
    int count() const { return int(m_all.size()); }

    static QByteArray text(int n);
    static QByteArray amount(int n);
    static QByteArray date(int n);
    /// Those that occur in the text, in whichever form.
    QSet<int> found(const QByteArray &text) const;

private:
    QList<Secret> m_all;
};

} // namespace crm::test
