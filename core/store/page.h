// Answers of the repository: pages of lists, totals, history, search hits. Plain values that cross threads.
#pragma once
#include "core/core_export.h"
#include "core/model/error.h"
#include "core/model/query.h"
#include "core/model/record.h"

namespace crm {

/// Where a row stands in a sorted list: its sort values and id. Opaque; goes back into PageAt.
struct RowKey
{
    QVariantList values;
    Id id = 0;
    bool isNull() const { return id == 0; }
};

/// Which rows of the list are wanted.
struct PageAt
{
    enum Type {
        First, ///< from the start
        After, ///< behind the row of the key (skip rows more)
        From,  ///< the row of the key itself first, then skip
        Last,  ///< the last `limit` rows
        Before ///< the `limit` rows just before the key
    };
    Type type = First;
    RowKey key;
    qint64 skip = 0; ///< rows to pass over after the key; keep small (bookmarks)
    int limit = 100;
};

struct Row
{
    Id id = 0;
    qint64 version = 0;
    QVariantList values; ///< by column, canonical
    QStringList titles;  ///< by column: the shown title of a Ref; of RefList and Labels joined by ", "
    QString currency;    ///< of its Money values
    RowKey key;
};

struct Page
{
    QStringList columns; ///< paths, canonical
    QList<Row> rows;
    bool atStart = false, atEnd = false;
};

/// Sparse keys of a sorted list, so that a jump costs about a first page: key of row 0, step, 2*step ...
struct Bookmarks
{
    qint64 count = 0;
    int step = 0;
    QList<RowKey> keys;
};

struct Sum
{
    QString path;
    QString currency; ///< Money: one sum a currency
    qint64 value = 0; ///< in the field's units
};
struct Totals
{
    qint64 count = 0;
    QList<Sum> sums;
};

constexpr int mostRelated = 1000; ///< are counted
struct RelatedCount
{
    QString entity, field;
    qint64 count = 0; ///< at most mostRelated
    bool more = false;
};

/// Everything to open a record.
struct Opened
{
    Document document;
    QList<RelatedCount> related;
    bool mayUpdate = false, mayDelete = false;
    QString lockReason;          ///< why it cannot be changed; empty: it can
    QStringList openWhileLocked; ///< fields that may be changed all the same
    bool isShut() const { return !lockReason.isEmpty() && openWhileLocked.isEmpty(); }
    Id askedFor = 0; ///< another record, which was merged into this one; 0: this one was asked for
};

struct Saved
{
    Document document;     ///< as stored: version, number, computed fields
    qint64 change = 0;     ///< number in the change log; 0: nothing had changed
    QStringList merged;    ///< fields that another person changed meanwhile and that were kept
    bool repeated = false; ///< the key had been used: nothing was written again
};

enum class ChangeOp {
    Create,
    Update,
    Delete,
    Restore,
    Purge,
    Follow, ///< a field that the database keeps has followed other rows; the record's version is the same
};
struct FieldChange
{
    QString field; ///< "order_lines/<id>/quantity" for a line's field; "order_lines/<id>" for a line added or removed
    QVariant before, after;
};
struct Change
{
    qint64 number = 0;
    QDateTime at;
    Id userId = 0;
    QString userName;
    QString entity;
    Id recordId = 0;
    ChangeOp op = ChangeOp::Update;
    QList<FieldChange> fields;
    Id batch = 0;
};

/// The same field was changed by two people.
struct FieldConflict
{
    QString field;
    QString line; ///< "order_lines/<id>"; empty: the record itself
    QVariant yours, theirs, was;
};
class CRM_CORE ConflictError : public Error
{
public:
    ConflictError(QString sentence, QList<FieldConflict> conflicts, Document theirs, QList<Change> since = {})
        : Error(ErrorKind::Conflict, std::move(sentence))
        , m_conflicts(std::move(conflicts))
        , m_theirs(std::move(theirs))
        , m_since(std::move(since))
    {}
    const QList<FieldConflict> &conflicts() const { return m_conflicts; }
    const Document &theirs() const { return m_theirs; }    ///< as it is stored now
    const QList<Change> &since() const { return m_since; } ///< of an undo: what was changed, newest first
    void raise() const override { throw *this; }
    ConflictError *clone() const override { return new ConflictError(*this); }

private:
    QList<FieldConflict> m_conflicts;
    Document m_theirs;
    QList<Change> m_since;
};

/// What was to be saved lies in the trash: somebody deleted it meanwhile. To be asked: restore it and save, or give up.
class CRM_CORE TrashedError : public Error
{
public:
    TrashedError(QString sentence, Document trashed)
        : Error(ErrorKind::NotFound, std::move(sentence))
        , m_trashed(std::move(trashed))
    {}
    const Document &trashed() const { return m_trashed; } ///< as it lies there
    void raise() const override { throw *this; }
    TrashedError *clone() const override { return new TrashedError(*this); }

private:
    Document m_trashed;
};

/// Somebody changed a record that was to be deleted or taken back, since it was looked at.
struct ChangedRecord
{
    Document now;
    QList<Change> changes; ///< since then, newest first; without those of the person who deletes
};
/// Nothing was done. To be asked: delete or take back all the same (with the versions of now), or leave it.
class CRM_CORE ChangedError : public Error
{
public:
    ChangedError(QString sentence, QList<ChangedRecord> records)
        : Error(ErrorKind::Conflict, std::move(sentence))
        , m_records(std::move(records))
    {}
    const QList<ChangedRecord> &records() const { return m_records; }
    void raise() const override { throw *this; }
    ChangedError *clone() const override { return new ChangedError(*this); }

private:
    QList<ChangedRecord> m_records;
};

/// A record as it was shown to somebody.
struct SeenVersion
{
    QString entity;
    Id id = 0;
    qint64 version = 0;
};

/// What undoing may go over, once the person has been asked.
struct UndoOver
{
    bool everything = false;      ///< whatever others have changed since, and however often it is undone
    QList<SeenVersion> seen = {}; ///< these records, as long as they are at these versions
};

struct UndoResult
{
    Id batch = 0;              ///< of what undoing wrote
    qint64 done = 0;           ///< records whose changes were taken back; each once
    QList<ChangedRecord> left; ///< changed since, so left as they are: to be asked, see UndoOver
};

struct Hit
{
    QString entity;
    Id id = 0;
    QString title, detail;
};

/// Work that one program at a time does; see Repository::takeLease().
struct Lease
{
    QString name;
    QString holderName; ///< the person whose program has it, or had it last
    QDateTime until;    ///< invalid: nobody has it
    QDateTime startedAt, finishedAt;
    QString outcome; ///< a sentence on how it ended
};

/// A row of a dictionary, a type-ahead proposal, a chip.
struct Option
{
    Id id = 0;
    QString title, detail, color;
};

} // namespace crm
