// Just enough of C++'s lexical rules to tell code, comments and string literals apart.
#pragma once
#include <QList>
#include <QString>

namespace crm::test {

struct Literal
{
    int line = 0;
    QString text; ///< between the quotes, escapes as written
};

struct SourceText
{
    QStringList lines;
    QString code;            ///< comments and the insides of literals blanked; same line numbers
    QList<Literal> literals; ///< string literals, not those of #include
    QList<Literal> includes; ///< "core/model/id.h" with quotes' kind: <QString> as "<QString"

    static SourceText read(const QString &path);
    static SourceText parse(const QString &text);
};

} // namespace crm::test
