#include "core/model/alike.h"
#include "core/model/text.h"
#include <QMultiMap>
#include <algorithm>

namespace crm {

int editDistance(const QString &a, const QString &b)
{
    QList<int> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
            diagonal = above;
        }
    }
    return row[b.size()];
}

QStringList alikeNames(const QString &word, const QStringList &names)
{
    constexpr qsizetype most = 3, longEnough = 3;
    const QString w = fold(word);
    QMultiMap<int, QString> found;
    for (const QString &name : names) {
        const QString n = fold(name);
        int far = editDistance(w, n);
        if (w.size() >= longEnough && n.size() >= longEnough && (n.contains(w) || w.contains(n)))
            far = std::min(far, 2);
        if (far <= std::max<qsizetype>(2, w.size() / 3))
            found.insert(far, name);
    }
    return found.values().mid(0, most);
}

} // namespace crm
