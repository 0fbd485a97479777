// A document while a person edits it: its values and lines, what is wrong with them, what the entity's rules make of
// them. The form, the line grid and the title line all look at this one object.
//
//     OpenDocument doc(session);
//     doc.load(opened.document);
//     doc.setValue("client_id", id);            // -> valueChanged(), faultsChanged(), soon previewed()
//
// The rules run on a worker, on a copy: computed fields show at once what a save would make of them, and editable ones
// that a rule fills (the price of an item) are filled here too. Thread: the window's.
#pragma once
#include "core/model/validation.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QTimer>

namespace crm {

class CRM_UI OpenDocument : public QObject
{
    Q_OBJECT
public:
    explicit OpenDocument(Session &session, QObject *parent = nullptr);

    void load(const Document &document); ///< as stored, or a new one
    /// As load(), after a save of `sent`: what was typed since then stays, as changes that are still to be saved.
    void takeSaved(const Document &stored, const Document &sent);
    /// Puts the document in place of the one edited, keeping what it was compared with (drafts, conflicts).
    void replace(const Document &document);
    /// As replace(), and `stored` is what it is compared with from now on: somebody else saved that meanwhile.
    void rebase(const Document &document, const Document &stored);
    const Document &document() const { return m_document; }
    const Document &loaded() const { return m_loaded; }
    const Entity &entity() const { return m_document.entity(); }
    bool isNew() const { return m_document.head().isNew(); }
    /// A person has changed something since it was loaded.
    bool isDirty() const;

    /// What is shown: the value itself, or for a field that rules compute what they made of the present state.
    QVariant shown(const QString &field) const;
    QVariant shownInLine(const QString &table, int row, const QString &field) const;
    QString currency() const; ///< of its amounts; the base currency if it has none of its own

    void setValue(const QString &field, const QVariant &value);
    int lineCount(const QString &table) const { return int(m_document.lines(table).size()); }
    int addLine(const QString &table); ///< at the end; returns its row
    void removeLine(const QString &table, int row);
    void moveLine(const QString &table, int from, int to);
    void setLineValue(const QString &table, int row, const QString &field, const QVariant &value);
    /// Several of a line, looked at once. @param values by field
    void setLineValues(const QString &table, int row, const QVariantMap &values);
    void addTitle(const QString &entity, Id id, const QString &title);

    /// Everything that is wrong now.
    QList<FieldFault> faults() const { return m_faults; }
    /// Faults of fields the person has been at, or of all after showAllFaults().
    QString faultOf(const QString &field) const;
    QString faultOfLine(const QString &table, int row, const QString &field) const;
    void showAllFaults();
    /// Faults that the store found; kept until the field changes.
    void setStoreFaults(const QList<FieldFault> &faults);
    /// What an editor could not read; empty: it can.
    void setTypingFault(const QString &field, const QString &sentence);
    bool hasTypingFault(const QString &field) const { return m_typing.contains(field); }
    /// A cell of a line is open and holds what the document will get when it is left.
    void setTypingInCell(bool on);
    void setPreviewEnabled(bool on) { m_previews = on; }
    bool isPreviewing() const { return m_previewTimer.isActive() || m_preview.isRunning(); }

Q_SIGNALS:
    void loadedAnew();                       ///< everything may differ
    void valueChanged(const QString &field); ///< also by a rule
    void linesChanged(const QString &table); ///< lines were added, removed, moved or their values changed
    void edited();                           ///< by the person
    void faultsChanged();
    void previewed();

private:
    void touch(const QStringList &fields);
    void check();
    void preview();
    Document asked() const; ///< what the rules are asked about: without what they have proposed themselves
    void takePreview(const Document &sent, const Document &after);
    void takeLines(const QString &table, const QList<Record> &sent, const QList<Record> &after);
    QString lineKey(const QString &table, int row) const { return QStringLiteral("%1/%2").arg(table).arg(row + 1); }

    Session &m_session;
    Policy m_policy;
    Document m_document, m_loaded;
    bool m_edited = false, m_allShown = false, m_previews = true, m_inCell = false;
    bool m_begins = false; ///< what a new record starts with is not there yet
    QSet<QString> m_touched;
    QList<FieldFault> m_faults, m_storeFaults;
    QHash<QString, QString> m_typing;
    QHash<QString, QVariant> m_shown;                ///< computed fields of the head
    QHash<QString, QVariant> m_proposed;             ///< by rules, on a new record: see isProposedAnew()
    QHash<Id, QHash<QString, QVariant>> m_lineShown; ///< computed fields of the lines, by line id
    QTimer m_previewTimer;
    Request m_preview;
};

} // namespace crm
