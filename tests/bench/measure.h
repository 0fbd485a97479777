// Times of two ways to the same end, and the table that compares them.
//
//     const Pair first = compare(21, [&] { repo.page(query, {}); }, [&] { statement.run(); });
//     table.add({"First page by name", first.ours, first.floor, {.ratio = 1.5, .plusMs = 2}});
#pragma once
#include <QList>
#include <QStringList>
#include <functional>
#include <optional>

namespace crm::bench {

using Step = std::function<void()>;

double msOf(const Step &step);

struct Pair
{
    double ours = 0, floor = 0; ///< medians, ms
};
/// Runs both in turn, so that whatever else the machine does meets both alike; one run of each comes first, untimed.
/// @param before is run before each of them, untimed
Pair compare(int runs, const Step &ours, const Step &floor, const Step &before = {});
/// The same with the shortest times: what others on the machine take away is no part of it.
Pair compareBest(int runs, const Step &ours, const Step &floor, const Step &before = {});
double median(int runs, const Step &step);
double best(int runs, const Step &step);
double middleOf(QList<double> values);
/// Of the last minute, as the system says it; empty where it does not.
QString systemLoad();

/// Ours may take ratio * base + plus.
struct Target
{
    double ratio = 0, plus = 0;
    std::optional<double> base = {}; ///< empty: the floor
    QString baseName = {};           ///< for people
    QString text() const;
};

struct Result
{
    QString name;
    double ours = 0;
    std::optional<double> floor = {};
    std::optional<Target> target = {};
    const char *unit = "ms";
    bool isMet() const
    {
        return !target || ours <= target->ratio * target->base.value_or(floor.value_or(0)) + target->plus;
    }
};

/// Prints each line as it comes.
class Table
{
public:
    void heading(const QString &text) const;
    void add(const Result &result);
    void note(const QString &text) const; ///< a line between the figures
    void summary() const;

private:
    int m_targets = 0;
    QStringList m_missed;
};

} // namespace crm::bench
