// Contents of files. Knowing a hash gives nobody a content: who names one in a record must have handed all of it over
// himself (blob_givers), or see a file that has it.
#include "core/store/server/routine_text.h"
#include "core/store/server/server_feed.h"

namespace crm {

namespace {
constexpr int chunkSize = 1024 * 1024;
constexpr int checkedSize = 8 * chunkSize; ///< contents up to this size are hashed by the server itself

const QString person =
    QStringLiteral("SELECT s.user_id INTO p_me FROM {data}.sessions s WHERE s.connection_id=CONNECTION_ID() AND "
                   "s.client=USER();\nIF p_me IS NULL THEN %1END IF;\n")
        .arg(refuse(QStringLiteral("nosession")));

/// True if the person need not send the content again.
QString isKnown(const RoutineText &text)
{
    const Entity *files = text.registry.find(QStringLiteral("files"));
    return QStringLiteral(
               "EXISTS (SELECT 1 FROM {data}.blobs b WHERE b.hash=p_hash AND b.complete=1) AND (EXISTS (SELECT 1 "
               "FROM {data}.blob_givers g WHERE g.hash=p_hash AND g.user_id=p_me AND g.done=1) OR EXISTS (SELECT 1 "
               "FROM {data}.files t WHERE t.hash=LOWER(HEX(p_hash)) AND %1))")
        .arg(text.sees(*files, QStringLiteral("t")));
}

QString missingProcedure(const RoutineText &text)
{
    return text.procedure(QStringLiteral("blob_missing"), QStringLiteral("p_hash VARBINARY(32)"),
                          QStringLiteral("BEGIN\nDECLARE p_me BIGINT;\n") + person +
                              QStringLiteral("SELECT IF(%1,0,1) missing;\nEND").arg(isKnown(text)),
                          false);
}

QString putProcedure(const RoutineText &text)
{
    const auto no = [](const char *kind, const char *detail) {
        return refuse(QLatin1String(kind), QStringLiteral("files"), QStringLiteral("hash"), QLatin1String(detail));
    };
    const QString body =
        QStringLiteral(
            "BEGIN\nDECLARE p_me, v_size BIGINT;\nDECLARE v_next, v_complete, v_ask INT;\nDECLARE v_old LONGBLOB;\n"
            "DECLARE v_inside TINYINT DEFAULT @@in_transaction;\n"
            "DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN IF NOT v_inside THEN ROLLBACK; END IF; RESIGNAL; END;\n"
            "SET @@foreign_key_checks=1,@@check_constraint_checks=1,@@unique_checks=1,@@time_zone='+00:00';\n"
            "IF NOT v_inside THEN START TRANSACTION; END IF;\n") +
        person +
        QStringLiteral(
            "%1"
            "IF LENGTH(p_hash)<>32 OR p_number IS NULL OR p_number<0 OR p_content IS NULL OR LENGTH(p_content)>%2 OR "
            "(NOT p_last AND LENGTH(p_content)<>%2) THEN %3END IF;\n"
            "INSERT IGNORE INTO {data}.blobs (hash,size,complete,at) VALUES "
            "(p_hash,0,0,UNIX_TIMESTAMP(SYSDATE(3))*1000);\n"
            "SELECT complete INTO v_complete FROM {data}.blobs WHERE hash=p_hash FOR UPDATE;\n"
            "IF p_number=0 THEN INSERT INTO {data}.blob_givers (hash,user_id,next,done) VALUES (p_hash,p_me,0,0) ON "
            "DUPLICATE KEY UPDATE next=0; END IF;\n"
            "SELECT next INTO v_next FROM {data}.blob_givers WHERE hash=p_hash AND user_id=p_me FOR UPDATE;\n"
            "IF v_next IS NULL OR p_number NOT IN (v_next,v_next-1) THEN %4END IF;\n")
            .arg(when("NOT EXISTS (SELECT 1 FROM {data}.levels l WHERE l.user_id=p_me AND l.entity='files' AND "
                      "l.can_create>0)",
                      no("denied", "")))
            .arg(chunkSize)
            .arg(no("invalid", "chunk"), no("invalid", "order")) +
        QStringLiteral(
            "IF v_complete THEN\n"
            "SELECT content INTO v_old FROM {data}.blob_chunks WHERE hash=p_hash AND number=p_number;\n"
            "IF NOT (v_old<=>p_content) THEN %1END IF;\n"
            "SELECT p_last AND EXISTS (SELECT 1 FROM {data}.blob_chunks WHERE hash=p_hash AND number>p_number) INTO "
            "v_ask;\nIF v_ask THEN %1END IF;\n"
            "ELSE REPLACE INTO {data}.blob_chunks (hash,number,content) VALUES (p_hash,p_number,p_content);\nEND IF;\n"
            "UPDATE {data}.blob_givers SET next=p_number+1, done=IF(p_last,1,done) WHERE hash=p_hash AND "
            "user_id=p_me;\n"
            "IF p_last AND NOT v_complete THEN\n"
            "DELETE FROM {data}.blob_chunks WHERE hash=p_hash AND number>p_number;\n"
            "SELECT SUM(LENGTH(content)) INTO v_size FROM {data}.blob_chunks WHERE hash=p_hash;\n"
            "IF v_size<=%2 THEN SET @@group_concat_max_len=%3;\n"
            "SELECT UNHEX(SHA2(GROUP_CONCAT(content ORDER BY number SEPARATOR ''),256))<>p_hash INTO v_ask FROM "
            "{data}.blob_chunks WHERE hash=p_hash;\nIF v_ask THEN %1END IF;\nEND IF;\n"
            "UPDATE {data}.blobs SET size=v_size, complete=1 WHERE hash=p_hash;\nEND IF;\n"
            "IF NOT v_inside THEN COMMIT; END IF;\nEND")
            .arg(no("invalid", "content"))
            .arg(checkedSize)
            .arg(checkedSize + chunkSize);
    return text.procedure(QStringLiteral("blob_put"),
                          QStringLiteral("p_hash VARBINARY(32), p_number INT, p_content LONGBLOB, p_last TINYINT"),
                          body, false);
}

QString getProcedure(const RoutineText &text)
{
    const Entity *files = text.registry.find(QStringLiteral("files"));
    return text.procedure(
        QStringLiteral("blob_get"), QStringLiteral("p_file_id BIGINT, p_number INT"),
        QStringLiteral("BEGIN\nDECLARE p_me BIGINT;\nDECLARE v_hash VARBINARY(32);\n") + person +
            QStringLiteral(
                "SELECT UNHEX(t.hash) INTO v_hash FROM {data}.files t WHERE t.id=p_file_id AND %1;\n"
                "IF v_hash IS NULL THEN %2END IF;\n"
                "SELECT c.content, b.size FROM {data}.blobs b JOIN {data}.blob_chunks c ON c.hash=b.hash AND "
                "c.number=p_number WHERE b.hash=v_hash AND b.complete=1;\nEND")
                .arg(text.sees(*files, QStringLiteral("t")),
                     refuse(QStringLiteral("notfound"), QStringLiteral("files"))),
        false);
}
} // namespace

QStringList blobRoutines(const Registry &registry, const ServerNames &names)
{
    const RoutineText text(registry, names);
    const Entity *files = registry.find(QStringLiteral("files"));
    if (!files)
        return {};
    // Whether the person may name a content in a record: see save__files.
    const QString known = text.procedure(QStringLiteral("knows_blob"),
                                         QStringLiteral("IN p_me BIGINT, IN p_hash VARBINARY(32), OUT p_known TINYINT"),
                                         QStringLiteral("SELECT (%1) INTO p_known").arg(isKnown(text)));
    return {known, missingProcedure(text), putProcedure(text), getProcedure(text)};
}

} // namespace crm
