// A piece of SQL together with the values bound to its question marks, in order.
#pragma once
#include <QStringList>
#include <QVariant>

namespace crm {

struct Sql
{
    QString text;
    QVariantList values = {};

    Sql &operator<<(const QString &sql)
    {
        text += sql;
        return *this;
    }
    Sql &operator<<(const Sql &other)
    {
        text += other.text;
        values += other.values;
        return *this;
    }
    bool isEmpty() const { return text.isEmpty(); }
};

/// The pieces joined by the text between them; each in brackets if there are several.
inline Sql joined(const QList<Sql> &parts, const QString &between)
{
    Sql out;
    for (const Sql &part : parts) {
        if (!out.isEmpty())
            out << between;
        out << (parts.size() > 1 ? Sql{u'(' + part.text + u')', part.values} : part);
    }
    return out;
}

} // namespace crm
