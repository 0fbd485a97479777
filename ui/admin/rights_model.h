// The rights of one role as a matrix: rows are the kinds of record, grouped by area; columns what one may do with them.
// A kind of record without a line of its own has the rights of "all others".
//
// Works on a copy of the role's document; nothing is stored before the page saves document().
#pragma once
#include "core/access/policy.h"
#include "core/model/record.h"
#include "ui/ui_export.h"
#include <QAbstractTableModel>

namespace crm {

class Catalog;

class CRM_UI RightsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { LevelRole = Qt::UserRole + 1, InheritedRole, FixedRole, HeadingRole, IconRole };
    static constexpr int firstVerb = 1; ///< column 0 names the records

    explicit RightsModel(QObject *parent = nullptr);

    void setRole(const Document &role, std::shared_ptr<const Catalog> catalog);
    /// The role with the rights as they stand.
    Document document() const;
    bool isChanged() const;
    /// What a person of this role may do, as it stands; and as it is stored.
    Policy policy() const { return policyOf(m_levels); }
    Policy storedPolicy() const { return policyOf(m_stored); }
    /// A change of the role's own fields (administrator, staff) shows in the matrix.
    void setField(const QString &field, const QVariant &value);
    QVariant field(const QString &key) const { return m_role.head().isNull() ? QVariant() : m_role.value(key); }

    const Entity *entityAt(int row) const; ///< null: a heading or "all others"
    int rowOf(const QString &entity) const;
    Level levelAt(const QModelIndex &index) const;
    bool hasOwnLine(int row) const;

    /// Of a heading: of every kind of record below it. Levels that a kind of record does not know are rounded up.
    void setLevel(const QModelIndexList &cells, Level level);
    void setAsOthers(const QList<int> &rows); ///< no line of their own any more
    void cycle(const QModelIndex &cell);      ///< nothing, own, team, all, nothing ...

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited();

private:
    struct Place
    {
        QString area;                   ///< of a heading
        const Entity *entity = nullptr; ///< null and no area: all others
    };
    using LevelsByEntity = QMap<QString, Levels>;
    static QString keyOf(const Place &place);
    Policy policyOf(const LevelsByEntity &levels) const;
    bool isFixed(const QModelIndex &index) const;
    QString fixedReason(const QModelIndex &index) const;
    void setOne(const Place &place, Verb verb, Level level);
    void refreshAll();

    std::shared_ptr<const Catalog> m_catalog;
    Document m_role;
    LevelsByEntity m_levels, m_stored;
    QList<Place> m_places;
};

/// "All", "Of the team", ... as the declaration of rights calls it. The window's thread.
CRM_UI QString levelText(Level level);
CRM_UI QString verbText(Verb verb);

} // namespace crm
