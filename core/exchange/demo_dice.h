// A seeded source of chance that gives the same on every machine (SplitMix64, public domain by S. Vigna).
#pragma once
#include <QList>
#include <QString>

namespace crm {

class Dice
{
public:
    /// One sequence for each record: it can be made again without those before it.
    Dice(quint32 seed, int stream, qint64 index)
        : m_state((quint64(seed) << 40) ^ (quint64(stream) << 33) ^ quint64(index) ^ 0x9e3779b97f4a7c15ULL)
    {
        next();
    }

    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// 0 ... n-1
    qint64 below(qint64 n) { return n <= 1 ? 0 : qint64(next() % quint64(n)); }
    qint64 between(qint64 from, qint64 to) { return from + below(to - from + 1); }
    bool chance(int percent) { return below(100) < percent; }
    template<class T> const T &pick(const QList<T> &list) { return list.at(below(list.size())); }
    /// Every # of the pattern becomes a digit.
    QString digits(const QString &pattern)
    {
        QString out = pattern;
        for (QChar &c : out) {
            if (c == u'#')
                c = QChar(u'0' + int(below(10)));
        }
        return out;
    }

private:
    quint64 m_state;
};

} // namespace crm
