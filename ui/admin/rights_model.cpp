#include "ui/admin/rights_model.h"
#include "core/access/within_groups.h"
#include "core/model/registry.h"
#include <QSet>

namespace crm {
namespace {

const QString rightLines = QStringLiteral("role_rights"), entityField = QStringLiteral("entity");
const QString others = QStringLiteral("*"); ///< the line for what the role does not name

QString verbField(int verb) { return QStringLiteral("can_") + verbName(Verb(verb)); }

} // namespace

QString levelText(Level level)
{
    if (level == withinGroups)
        return RightsModel::tr("Their client's", "level of a right: all that belongs to their client");
    switch (level) {
    case Level::None:
        return RightsModel::tr("Nothing");
    case Level::Own:
        return RightsModel::tr("Own");
    case Level::Team:
        return RightsModel::tr("Team's");
    case Level::All:
        return RightsModel::tr("All");
    }
    return {};
}

QString verbText(Verb verb)
{
    switch (verb) {
    case Verb::Read:
        return RightsModel::tr("See");
    case Verb::Create:
        return RightsModel::tr("Add");
    case Verb::Update:
        return RightsModel::tr("Change");
    case Verb::Delete:
        return RightsModel::tr("Delete");
    case Verb::Export:
        return RightsModel::tr("Export");
    }
    return {};
}

RightsModel::RightsModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

QString RightsModel::keyOf(const Place &place) { return place.entity ? place.entity->key() : others; }

void RightsModel::setRole(const Document &role, std::shared_ptr<const Catalog> catalog)
{
    beginResetModel();
    m_catalog = std::move(catalog);
    m_role = role;
    m_levels.clear();
    for (const Record &line : role.lines(rightLines)) {
        Levels levels{};
        for (int verb = 0; verb < verbCount; ++verb)
            levels[size_t(verb)] = levelByName(line.text(verbField(verb))).value_or(Level::None);
        m_levels.insert(line.text(entityField), levels);
    }
    m_stored = m_levels;
    m_places.clear();
    if (role.head().isNull()) // none is shown
        return endResetModel();
    m_places.append(Place{});
    const auto take = [&](const QString &area, const QString &heading) {
        bool any = false;
        for (const Entity *entity : m_catalog->entities()) {
            // Lines follow their document; what is private is its person's, whatever a role says.
            if (entity->areaKey() != area || entity->isLine() || entity->scope().kind == Scope::Private)
                continue;
            if (!std::exchange(any, true))
                m_places.append(Place{heading, nullptr});
            m_places.append(Place{{}, entity});
        }
    };
    for (const Area &area : m_catalog->areas())
        take(area.key, area.label.text());
    take({}, tr("What hangs on other records"));
    endResetModel();
}

Document RightsModel::document() const
{
    Document role = m_role;
    QList<Record> lines;
    QSet<QString> kept;
    for (Record line : m_role.lines(rightLines)) {
        const QString key = line.text(entityField);
        if (!m_levels.contains(key))
            continue; // a right that was taken away
        kept.insert(key);
        for (int verb = 0; verb < verbCount; ++verb)
            line.set(verbField(verb), levelName(m_levels.value(key)[size_t(verb)]));
        lines.append(line);
    }
    for (auto it = m_levels.cbegin(); it != m_levels.cend(); ++it) {
        if (kept.contains(it.key()))
            continue;
        Record line(m_catalog->at(rightLines), newId());
        line.set(entityField, it.key());
        for (int verb = 0; verb < verbCount; ++verb)
            line.set(verbField(verb), levelName(it.value()[size_t(verb)]));
        lines.append(line);
    }
    role.lines(rightLines) = lines;
    return role;
}

bool RightsModel::isChanged() const
{
    return !m_role.head().isNull() && (m_levels != m_stored || !m_role.head().changedFields().isEmpty());
}

Policy RightsModel::policyOf(const LevelsByEntity &levels) const
{
    Policy policy;
    if (m_role.head().isNull())
        return policy;
    policy.setAdmin(m_role.head().flag(QStringLiteral("is_admin")));
    policy.setStaff(m_role.head().flag(QStringLiteral("is_staff")));
    for (auto it = levels.cbegin(); it != levels.cend(); ++it) {
        if (it.key() == others)
            policy.setDefault(it.value());
        else
            policy.setLevels(it.key(), it.value());
    }
    return policy;
}

void RightsModel::setField(const QString &field, const QVariant &value)
{
    if (m_role.head().isNull() || m_role.value(field) == value)
        return;
    m_role.set(field, value);
    refreshAll();
    Q_EMIT edited();
}

const Entity *RightsModel::entityAt(int row) const { return m_places.value(row).entity; }

int RightsModel::rowOf(const QString &entity) const
{
    for (int i = 0; i < m_places.size(); ++i)
        if (m_places[i].entity && m_places[i].entity->key() == entity)
            return i;
    return -1;
}

bool RightsModel::hasOwnLine(int row) const
{
    const Place place = m_places.value(row);
    return place.area.isEmpty() && m_levels.contains(keyOf(place));
}

Level RightsModel::levelAt(const QModelIndex &index) const
{
    const Place place = m_places.value(index.row());
    const Verb verb = Verb(index.column() - firstVerb);
    if (place.entity)
        return policy().level(*place.entity, verb);
    return m_role.head().flag(QStringLiteral("is_admin")) ? Level::All : m_levels.value(others)[size_t(verb)];
}

QString RightsModel::fixedReason(const QModelIndex &index) const
{
    const Place place = m_places.value(index.row());
    const Verb verb = Verb(index.column() - firstVerb);
    if (m_role.head().flag(QStringLiteral("is_admin")))
        return tr("Administrators may do everything.");
    if (!place.entity)
        return {};
    if (place.entity->isAdminOnly() && verb != Verb::Read && verb != Verb::Export)
        return tr("Only administrators change these.");
    if (place.entity->isDictionary() && verb == Verb::Read && m_role.head().flag(QStringLiteral("is_staff")))
        return tr("All staff see these: other records are made of them.");
    return {};
}

bool RightsModel::isFixed(const QModelIndex &index) const { return !fixedReason(index).isEmpty(); }

void RightsModel::setOne(const Place &place, Verb verb, Level level)
{
    const QString key = keyOf(place);
    if (place.entity && place.entity->scope().kind == Scope::Everyone && level != Level::None)
        level = Level::All; // they belong to nobody
    if (!m_levels.contains(key))
        m_levels.insert(key, m_levels.value(others));
    m_levels[key][size_t(verb)] = level;
}

void RightsModel::setLevel(const QModelIndexList &cells, Level level)
{
    for (const QModelIndex &cell : cells) {
        if (cell.column() < firstVerb)
            continue;
        const Verb verb = Verb(cell.column() - firstVerb);
        if (m_places.value(cell.row()).area.isEmpty()) {
            if (!isFixed(cell))
                setOne(m_places.at(cell.row()), verb, level);
            continue;
        }
        for (int row = cell.row() + 1; row < m_places.size() && m_places.at(row).area.isEmpty(); ++row)
            if (!isFixed(index(row, cell.column())))
                setOne(m_places.at(row), verb, level);
    }
    refreshAll();
    Q_EMIT edited();
}

void RightsModel::setAsOthers(const QList<int> &rows)
{
    for (const int row : rows)
        if (entityAt(row))
            m_levels.remove(entityAt(row)->key());
    refreshAll();
    Q_EMIT edited();
}

void RightsModel::cycle(const QModelIndex &cell)
{
    const Place place = m_places.value(cell.row());
    const Level now = levelAt(cell);
    const bool two = place.entity && place.entity->scope().kind == Scope::Everyone;
    const Level next = now >= Level::All ? Level::None : two ? Level::All : Level(int(now) + 1);
    setLevel({cell}, next);
}

void RightsModel::refreshAll()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RightsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_places.size()); }

int RightsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : firstVerb + verbCount; }

QVariant RightsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Place &place = m_places.at(index.row());
    const bool heading = !place.area.isEmpty();
    if (role == HeadingRole)
        return heading;
    if (index.column() == 0) {
        if (role == IconRole)
            return place.entity ? place.entity->iconName() : QString();
        if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
            return {};
        return heading ? place.area : place.entity ? place.entity->many().text() : tr("All others");
    }
    if (heading)
        return role == Qt::ToolTipRole ? tr("A level set here holds for all records below.") : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return levelText(levelAt(index));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3")
            .arg(data(this->index(index.row(), 0), Qt::DisplayRole).toString(),
                 verbText(Verb(index.column() - firstVerb)), levelText(levelAt(index)));
    case Qt::ToolTipRole:
        return isFixed(index)            ? fixedReason(index)
               : hasOwnLine(index.row()) ? QString()
                                         : tr("As for all others; set a level to make it differ.");
    case LevelRole:
        return int(levelAt(index));
    case InheritedRole:
        return !hasOwnLine(index.row());
    case FixedRole:
        return isFixed(index);
    default:
        return {};
    }
}

QVariant RightsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Records") : verbText(Verb(section - firstVerb));
}

Qt::ItemFlags RightsModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

} // namespace crm
