// What Ctrl+K offers for the words typed so far: recent places at first; then commands, pages and things to create
// whose names, or what people call them otherwise, hold all the words; then records that the database finds.
//
//     model.setFixed(entries);
//     model.setWords("ord rom");
//     model.setHits(hits, catalog);                      // an answer to the same words
//
// Of each kind the best few, and a row that shows the others. Kinds in which something is called as it was typed come
// before those where it is only also called so; of these, what is for the record one is at comes first. A record whose
// name is typed in full comes before all of them, unless one of them is called just so.
//
// Thread: the window's.
#pragma once
#include "core/model/registry.h"
#include "core/store/page.h"
#include "ui/ui_export.h"
#include <QAbstractListModel>
#include <QSet>
#include <functional>

namespace crm {

struct PaletteEntry
{
    enum Kind { Recent, Page, Create, Do, Record };
    static constexpr int mostOfAKind = 6; ///< at first; of records, of each kind of record
    Kind kind = Page;
    QString text;
    QString detail; ///< at the right: a shortcut, the kind of record
    QString iconName;
    std::function<void()> run;
    QString other = {};     ///< more it is found by: the English name under Russian
    QStringList words = {}; ///< what people call it otherwise; the one it is found by stands beside it
    QString about = {};     ///< the record it is done for: who types no more than its name wants that record
};

class CRM_UI PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole + 1, IconRole, HeadingRole };
    using QAbstractListModel::QAbstractListModel;

    void setFixed(const QList<PaletteEntry> &entries);
    /// Forgets the hits of other words.
    void setWords(const QString &words);
    const QString &words() const { return m_words; }
    void setHits(const QList<PaletteEntry> &records);
    int leadingHits() const { return m_leading; } ///< records that stand first
    void run(int row) const;
    /// A row that stands for what there was no room for: it is shown in its place, with all of its kind.
    bool isMore(int row) const;
    void showMore(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    static QString heading(PaletteEntry::Kind kind);

private:
    /// What is searched in, folded once.
    struct Candidate
    {
        PaletteEntry entry;
        QString text, all;
        QStringList words;
        QString about, apart; ///< the record, and all that it is found by but the record's name
    };
    static bool isNameAlone(const Candidate &candidate, const QStringList &words);
    static int score(const Candidate &candidate, const QStringList &words, QString *by);
    void rebuild();
    int putNamedFirst(QList<PaletteEntry> &hits, const QString &typed) const;
    struct Found
    {
        PaletteEntry::Kind kind = PaletteEntry::Page;
        QList<std::pair<int, PaletteEntry>> entries; ///< the best first
        bool isByName = false;                       ///< one of them is called so, not only also called so
        /// The best is for the record that one is at.
        bool isAtHand() const { return !entries.isEmpty() && !entries.constFirst().second.about.isEmpty(); }
    };
    QList<Found> findAll(const QStringList &words) const;
    Found find(PaletteEntry::Kind kind, const QStringList &words) const;
    void append(const Found &found);
    QString m_words;
    QSet<int> m_unfolded; ///< kinds that are shown to the last
    QList<Candidate> m_fixed;
    QList<PaletteEntry> m_hits, m_shown;
    int m_leading = 0;
};

} // namespace crm
