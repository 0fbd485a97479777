#include "core/store/server/server_names.h"
#include "core/store/field_sql.h"
#include "core/store/stored_documents.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ServerNames)
};

constexpr int longestName = 64; // of MariaDB's identifiers
constexpr int longestAccount = 40;
constexpr int longestKey = 768;      // 3,072 bytes, what an index of InnoDB takes
constexpr int rowBudget = 40'000;    // of 65,535 bytes: the rest is left for plugins and later fields
constexpr int bytesPerCharacter = 4; // utf8mb4
constexpr int bytesOfLongText = 12;  // what a TEXT takes of the row
constexpr int longestText = 16'000;  // characters that fit a TEXT's 65,535 bytes

/// Texts up to this length stay in the row even if nothing asks for it, the first length that leaves room.
constexpr int inRowSteps[] = {120, 64, 32, 0};

bool mustStayInRow(const Entity &e, const Field &f)
{
    return f.isIndexed() || f.isUnique() || f.kind() == Kind::Choice || f.kind() == Kind::Time ||
           f.kind() == Kind::Color || f.key() == e.titleField() || f.key() == e.numberField() ||
           (e.hasContext() && f.key() == u"parent_entity");
}

int inRowBytes(const Entity &e, int limit)
{
    int bytes = 200; // the store's own columns
    for (const Field &f : e.fieldList()) {
        if (!hasColumn(f) || !isTextKind(f.kind())) {
            bytes += 9;
            continue;
        }
        const bool inRow = f.size() <= longestKey && (mustStayInRow(e, f) || f.size() <= limit);
        bytes += (inRow ? f.size() * bytesPerCharacter + 2 : bytesOfLongText) * (hasFoldedCopy(f) ? 2 : 1);
    }
    return bytes;
}

bool isInRow(const Entity &e, const Field &f)
{
    if (f.size() <= 0 || f.size() > longestKey)
        return false;
    if (mustStayInRow(e, f))
        return true;
    for (const int limit : inRowSteps) {
        if (inRowBytes(e, limit) <= rowBudget)
            return f.size() <= limit;
    }
    return false;
}

QString textType(const Entity &e, const Field &f)
{
    if (isInRow(e, f))
        return QStringLiteral("VARCHAR(%1)").arg(f.size());
    return f.size() > 0 && f.size() <= longestText ? QStringLiteral("TEXT") : QStringLiteral("MEDIUMTEXT");
}

QString levelsOf(const ServerNames &names, const Entity &e, const QString &me)
{
    return QStringLiteral("%1 l WHERE l.user_id=%2 AND l.entity='%3'").arg(names.table("levels"), me, e.key());
}

QString attachedVisible(const ServerNames &names, const Entity &e, const QString &alias, const QString &me,
                        const QString &column)
{
    const QString parent = QStringLiteral("IFNULL(%1.parent_entity,'')").arg(alias);
    return QStringLiteral("(%1 IN (SELECT l.parent FROM %2 AND l.%3=3) OR (%4.scope_id,%1) IN (SELECT r.scope_id,"
                          "l.parent FROM %5 r JOIN %6 l ON l.user_id=r.user_id AND l.entity='%7' "
                          "WHERE r.user_id=%8 AND r.kind<=l.%3))")
        .arg(parent, levelsOf(names, e, me), column, alias, names.table("reach"), names.table("levels"), e.key(), me);
}

bool isReserved(const QString &account, const ServerNames &names)
{
    static const QStringList known = {"root", "mysql", "mariadb", "public", "none", "current_user", "current_role"};
    return known.contains(account) || account.startsWith(names.database() + u'_') ||
           account.startsWith(QStringLiteral("mariadb_")) || account.startsWith(QStringLiteral("mysql_"));
}
} // namespace

QString ServerNames::table(const QString &name) const { return quoted(data()) + u'.' + quoted(name); }
QString ServerNames::view(const QString &name) const { return quoted(database()) + u'.' + quoted(name); }
QString ServerNames::definer() const { return quoted(m_database + QStringLiteral("_definer")) + "@`localhost`"; }
QString ServerNames::keeper() const { return quoted(m_database + QStringLiteral("_keeper")) + "@`localhost`"; }

QString databaseNameFault(const QString &database)
{
    static const QRegularExpression allowed(QStringLiteral("^[a-z][a-z0-9_]{0,40}$"));
    static const QStringList taken = {"mysql", "sys", "information_schema", "performance_schema", "test"};
    if (!allowed.match(database).hasMatch() || database.endsWith(u'\n'))
        return Tr::tr(
            "The name of a database on a server is made of small Latin letters, digits and underscores, starts "
            "with a letter and has at most 41 characters.");
    return taken.contains(database) ? Tr::tr("“%1” is a database of the server itself.").arg(database) : QString();
}

QString sqlLiteral(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[ -&(-\\[\\]-~]*\\z")); // no quote, no backslash
    if (plain.match(text).hasMatch())
        return u'\'' + text + u'\'';
    return QStringLiteral("CONVERT(X'%1' USING utf8mb4)").arg(QString::fromLatin1(text.toUtf8().toHex()));
}

QString accountName(const QString &login, const ServerNames &names)
{
    static const QRegularExpression plain(QStringLiteral("^[a-z0-9_]{1,40}\\z"));
    if (plain.match(login).hasMatch() && !isReserved(login, names))
        return login;
    QString account;
    for (const char32_t c : login.toUcs4())
        account += (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') ? QChar(char16_t(c)) : QChar(u'_');
    const QByteArray hash = QCryptographicHash::hash(login.toUtf8(), QCryptographicHash::Sha256).toHex();
    return account.left(longestAccount) + u'_' + QString::fromLatin1(hash.left(6));
}

QString me(const ServerNames &names)
{
    return QStringLiteral("(SELECT s.user_id FROM %1 s WHERE s.connection_id=CONNECTION_ID() AND s.client=USER())")
        .arg(names.table("sessions"));
}

QString levelColumn(Verb verb) { return QStringLiteral("can_") + verbName(verb); }

const Entity &decidingEntity(const Registry &registry, const Entity &entity)
{
    return entity.isLine() ? registry.at(entity.lineOf()) : entity;
}

QString visible(const Registry &registry, const ServerNames &names, const Entity &entity, const QString &alias,
                const QString &me, Verb verb)
{
    const Entity &e = decidingEntity(registry, entity);
    // A line is changed by changing its document: adding or removing one is no right of its own.
    if (entity.isLine() && (verb == Verb::Create || verb == Verb::Delete))
        verb = Verb::Update;
    const QString column = levelColumn(verb);
    switch (e.scope().kind) {
    case Scope::Everyone:
        return QStringLiteral("((SELECT l.%1 FROM %2 AND l.parent='')>0)").arg(column, levelsOf(names, e, me));
    case Scope::Private:
        return QStringLiteral("(%1.scope_id=%2)").arg(alias, me);
    case Scope::Attached:
        if (entity.isLine()) // the document says what it hangs on, its lines do not; `<=>`: see server_views.cpp
            return QStringLiteral("EXISTS (SELECT 1 FROM %1 d WHERE d.id<=>%2.%3 AND %4)")
                .arg(names.table(e.key()), alias, quoted(entity.lineParentField()),
                     attachedVisible(names, e, QStringLiteral("d"), me, column));
        return attachedVisible(names, e, alias, me, column);
    case Scope::Owner:
    case Scope::Parent:
        break;
    }
    return QStringLiteral(
               "((SELECT l.%6 FROM %7 AND l.parent='')=3 OR %1.scope_id IN (SELECT r.scope_id FROM %2 r JOIN %3 l "
               "ON l.user_id=r.user_id AND l.entity='%4' AND l.parent='' WHERE r.user_id=%5 AND r.kind<=l.%6))")
        .arg(alias, names.table("reach"), names.table("levels"), e.key(), me, column, levelsOf(names, e, me));
}

QString seesClass(const ServerNames &names, const QString &me, FieldClass fieldClass, const QString &right)
{
    switch (fieldClass) {
    case FieldClass::All:
        break;
    case FieldClass::Internal:
        return QStringLiteral("((SELECT p.is_staff FROM %1 p WHERE p.user_id=%2)=1)").arg(names.table("people"), me);
    case FieldClass::Restricted:
        return QStringLiteral("((SELECT p.is_admin FROM %1 p WHERE p.user_id=%3)=1 OR EXISTS (SELECT 1 FROM %2 h "
                              "WHERE h.user_id=%3 AND h.right_name=%4))")
            .arg(names.table("people"), names.table("held_rights"), me, sqlLiteral(right));
    }
    return QStringLiteral("1");
}

QStringList serverSystemColumns()
{
    return {"id",         "version",    "scope_id",   "created_at", "created_by",
            "changed_at", "changed_by", "deleted_at", "batch_id"};
}

bool hasFoldedCopy(const Field &field) { return !field.isCustom() && isFolded(field); }
QString foldedColumn(const Field &field) { return field.key() + QStringLiteral("__f"); }

QString shortName(const QString &name)
{
    if (name.size() <= longestName)
        return name;
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1).toHex().left(8);
    return name.left(longestName - 9) + u'_' + QString::fromLatin1(hash);
}

QString serverColumnType(const Entity &entity, const Field &field)
{
    switch (field.kind()) {
    case Kind::Date:
        return QStringLiteral("DATE");
    case Kind::Bool:
        return QStringLiteral("TINYINT");
    default:
        break;
    }
    if (!isTextKind(field.kind()))
        return QStringLiteral("BIGINT");
    const bool byTheByte = !hasFoldedCopy(field) || (entity.hasContext() && field.key() == u"parent_entity");
    return textType(entity, field) + (byTheByte ? u' ' + binaryText : QString());
}

QString foldedColumnType(const Entity &entity, const Field &field)
{
    return textType(entity, field) + u' ' + binaryText;
}

bool isKeyColumn(const Entity &entity, const Field &field)
{
    return hasColumn(field) && (!isTextKind(field.kind()) || isInRow(entity, field));
}

} // namespace crm
