// How a failing test shows Qt values, and u"text"_s. Include it in every test file of the ring.
#pragma once
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <gtest/gtest.h>
#include <ostream>

inline void PrintTo(const QString &s, std::ostream *os) { *os << '"' << s.toStdString() << '"'; }
inline void PrintTo(const QStringList &l, std::ostream *os)
{
    *os << '[' << l.join(QStringLiteral(" | ")).toStdString() << ']';
}
inline void PrintTo(const QDate &d, std::ostream *os) { *os << d.toString(Qt::ISODate).toStdString(); }
inline void PrintTo(const QDateTime &d, std::ostream *os) { *os << d.toString(Qt::ISODateWithMs).toStdString(); }
inline void PrintTo(const QVariant &v, std::ostream *os)
{
    *os << (v.typeName() ? v.typeName() : "null") << '(' << v.toString().toStdString() << ')';
}

using namespace Qt::StringLiterals; // u"text"_s
