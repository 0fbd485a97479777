// Values of every kind of field, by chance, as a record may hold them.
#pragma once
#include "core/model/field.h"
#include "tests/fuzz/fuzz.h"
#include <QDateTime>
#include <QVariant>

namespace crm::fuzz {

/// A short text of one line with what trips parsers over: quotes, brackets, words that mean something.
inline QString wordValue(Chance &chance)
{
    static const QStringList words = {QStringLiteral("and"),  QStringLiteral("me"),    QStringLiteral("empty"),
                                      QStringLiteral("it's"), QStringLiteral("today"), QStringLiteral("17"),
                                      QStringLiteral("-5"),   QStringLiteral("yes"),   QStringLiteral("a, b"),
                                      QStringLiteral("(x)"),  QStringLiteral("\"q\""), QStringLiteral("=")};
    if (chance.once(2))
        return chance.pick(words);
    QString text = chance.text(10).simplified();
    return text.isEmpty() ? QStringLiteral("x") : text;
}

/// A canonical value that is not empty.
inline QVariant anyValue(Chance &chance, const Field &field)
{
    switch (field.kind()) {
    case Kind::Memo:
        return QString(chance.text(30) + u'x');
    case Kind::Email:
        return QStringLiteral("a%1@b.example").arg(chance.below(999));
    case Kind::Url:
        return QStringLiteral("https://b.example/%1?q=%2&x").arg(chance.below(999)).arg(chance.below(9));
    case Kind::Phone:
        return QStringLiteral("+7 (%1) 345-67-89").arg(100 + chance.below(900));
    case Kind::Color:
        return QStringLiteral("#%1").arg(chance.below(0x1000000), 6, 16, QChar(u'0'));
    case Kind::Choice:
        return field.choices().isEmpty() ? QString(QStringLiteral("none")) : chance.pick(field.choices()).key;
    case Kind::Choices: {
        QStringList keys;
        for (int n = 1 + chance.below(3); n > 0 && !field.choices().isEmpty(); --n)
            keys << chance.pick(field.choices()).key;
        return keys.isEmpty() ? QVariant(QStringLiteral("none")) : choicesValue(keys);
    }
    case Kind::Time:
        return QTime(chance.below(24), chance.below(60)).toString(QStringLiteral("HH:mm"));
    case Kind::Bool:
        return chance.once(2);
    case Kind::Date:
        return QDate(1900, 1, 1).addDays(chance.below(80'000));
    case Kind::Moment:
        return QDateTime(QDate(1990, 1, 1), QTime(0, 0), Qt::UTC)
            .addMSecs(qint64(chance.next() % 1'500'000'000'000ULL));
    case Kind::Ref:
    case Kind::File:
        return qint64(1 + (chance.next() >> (1 + chance.below(62))));
    case Kind::RefList:
    case Kind::Labels: {
        IdList ids;
        for (int n = 1 + chance.below(4); n > 0; --n)
            ids.append(qint64(1 + (chance.next() >> (1 + chance.below(62)))));
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return QVariant::fromValue(ids);
    }
    case Kind::Text:
        return wordValue(chance);
    default:
        return chance.number();
    }
}

} // namespace crm::fuzz
