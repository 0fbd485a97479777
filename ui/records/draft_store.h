// What was typed and not saved yet, kept beside the program so that it survives a crash and a lost connection.
//
//     DraftStore drafts(session.target().displayName());
//     drafts.write(Draft::of(document));            // a second after one has stopped typing
//     if (auto draft = drafts.find("clients", id))
//         offer(draft->at);
//
// One file a record below AppDataLocation/drafts/<database>/, replaced as a whole. Files are written on a thread of
// their own, in order. Each run of the program holds a lock file there, so that the next one can tell what was left
// behind from what another window is at work on. Thread: the window's.
#pragma once
#include "core/model/record.h"
#include "core/model/registry.h"
#include "core/store/page.h"
#include "ui/ui_export.h"
#include <QDateTime>
#include <QFuture>
#include <QJsonObject>
#include <QThreadPool>
#include <memory>
#include <optional>

class QLockFile;

namespace crm {

struct CRM_UI Draft
{
    QString entity;
    Id id = 0;
    qint64 version = 0; ///< of the record it was typed into; 0: a new one
    QDateTime at;
    QJsonObject fields; ///< key -> {"was", "now"}
    QJsonObject lines;  ///< table -> [{"id", "version", "fields"}], where they had changed
    QString program;    ///< the run of the program that wrote it; empty: the one that is to write it
    QStringList moved;  ///< after apply(): fields that have changed in the store since; the stored value stays

    static Draft of(const Document &document, const QString &currency);
    /// The document with what was typed put over it.
    Document apply(const Document &stored, const Catalog &catalog, const QString &currency);
    /// What was typed at two times into one record; where both have something, the newer one holds.
    static Draft together(const Draft &older, const Draft &newer);
    bool isEmpty() const { return fields.isEmpty() && lines.isEmpty(); }

    QByteArray toJson() const;
    static std::optional<Draft> fromJson(const QByteArray &json);
};

class CRM_UI DraftStore
{
public:
    /// @param database names it; drafts of different databases never mix. Empty: nothing is kept, and nothing found
    explicit DraftStore(const QString &database);
    ~DraftStore();

    void write(const Draft &draft);
    void remove(const QString &entity, Id id);
    std::optional<Draft> find(const QString &entity, Id id) const;
    /// Drafts of records that were never saved, newest first.
    QList<Draft> unsaved(const QString &entity) const;
    /// What runs of the program left that are over, newest first; read on the thread of the files.
    QFuture<QList<Draft>> left() const;
    /// Waits until everything is on the disk.
    void flush() { m_writer.waitForDone(); }

private:
    QString fileOf(const QString &entity, Id id) const;

    QString m_folder;
    std::shared_ptr<QLockFile> m_lock; ///< of the thread of the files
    mutable QThreadPool m_writer;
};

} // namespace crm
