// What the fuzzers share: chance that a seed repeats, and the loop.
//
//     int main(int argc, char **argv)
//     {
//         return fuzz::run(argc, argv, [](fuzz::Chance &chance) {
//             const QByteArray bytes = chance.bytes(200);
//             fuzz::require(holds(bytes), "what does not hold", bytes);
//         });
//     }
//
// Each round has a seed of its own: --seed, then the numbers after it, for --seconds (2 by default). A fault, a crash
// and a round that does not end name the seed; --seed N --seconds 0 runs that round alone.
#pragma once
#include <QByteArray>
#include <QString>
#include <functional>
#include <stdexcept>

namespace crm::fuzz {

/// SplitMix64: the same on every machine.
class Chance
{
public:
    explicit Chance(quint64 seed)
        : m_state(seed * 0x9e3779b97f4a7c15ULL)
    {
        next();
    }
    quint64 next();
    /// 0 ... n-1
    int below(int n) { return n <= 1 ? 0 : int(next() % quint64(n)); }
    bool once(int in) { return below(in) == 0; } ///< true once in so many times
    template<class List> auto pick(const List &list) { return list[below(int(list.size()))]; }
    /// A number of any size: as many small ones as huge ones.
    qint64 number();

    QByteArray bytes(int most);
    /// A text that may be stored: no half surrogates, no NUL. Letters of many scripts, signs that mean something
    /// somewhere, spaces of all kinds.
    QString text(int most);
    /// Pieces put together: what a grammar is made of, in any order.
    QString pieces(const QStringList &from, int most);
    /// A few bytes changed, cut out, doubled or moved.
    QByteArray spoiled(QByteArray bytes);

private:
    quint64 m_state;
};

class Fault : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Throws a Fault that shows the input.
void require(bool holds, const QString &what, const QByteArray &input);
inline void require(bool holds, const QString &what, const QString &input) { require(holds, what, input.toUtf8()); }

int run(int argc, char **argv, const std::function<void(Chance &)> &round);

} // namespace crm::fuzz
