#include "ui/shell/palette_model.h"
#include "core/model/text.h"
#include <algorithm>

namespace crm {
namespace {

constexpr qsizetype longestEnding = 2, shortestStem = 4;
constexpr qsizetype shortestBeginning = 3; ///< two letters begin too many of the words that things are also called by

bool isStart(const QString &text, qsizetype at) { return at == 0 || !text.at(at - 1).isLetterOrNumber(); }

/// Where a word of the text begins with it; -1: none does.
qsizetype startOf(const QString &text, QStringView word)
{
    qsizetype at = text.indexOf(word);
    while (at >= 0 && !isStart(text, at))
        at = text.indexOf(word, at + 1);
    return at;
}

} // namespace

/// 0: not found; the earlier and the more at a word's start, the higher. What is called so comes before what is only
/// also called so, and that before what has the word with another ending.
int PaletteModel::score(const Candidate &candidate, const QStringList &words, QString *by)
{
    int sum = 0;
    for (const QString &word : words) {
        if (const qsizetype at = candidate.all.indexOf(word); at >= 0) {
            sum += (at < candidate.text.size() ? 4 : 1) + (isStart(candidate.all, at) ? 6 : 0) + (at == 0 ? 4 : 0);
            continue;
        }
        int points = 0;
        const qsizetype ending = qMin(longestEnding, word.size() / 4);
        for (qsizetype cut = 0; points == 0 && cut <= ending; ++cut) {
            const QStringView stem = QStringView(word).chopped(cut);
            if (cut > 0 && stem.size() < shortestStem)
                break;
            if (cut > 0 && startOf(candidate.all, stem) >= 0)
                points = 2;
            for (qsizetype i = 0; points == 0 && i < candidate.words.size(); ++i) {
                const QString &other = candidate.words.at(i);
                const bool mayBegin = words.size() > 1 || word.size() >= shortestBeginning;
                if (mayBegin ? startOf(other, stem) < 0 : other != word)
                    continue;
                points = cut == 0 ? 3 : 1;
                *by = candidate.entry.words.at(i);
            }
        }
        if (points == 0)
            return 0;
        sum += points;
    }
    return sum;
}

/// Nothing was typed but the name of the record that it would be done for.
bool PaletteModel::isNameAlone(const Candidate &candidate, const QStringList &words)
{
    return !candidate.about.isEmpty() && std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return candidate.about.contains(word) && !candidate.apart.contains(word);
    });
}

void PaletteModel::setFixed(const QList<PaletteEntry> &entries)
{
    m_fixed.clear();
    for (const PaletteEntry &entry : entries) {
        Candidate one{entry, fold(entry.text), {}, {}, fold(entry.about), {}};
        one.all = one.text + u' ' + fold(entry.other);
        for (const QString &word : entry.words)
            one.words.append(fold(word));
        if (!one.about.isEmpty())
            one.apart = QString(one.all).remove(one.about) + u' ' + one.words.join(u' ');
        m_fixed.append(one);
    }
    rebuild();
}

void PaletteModel::setWords(const QString &words)
{
    m_words = words.trimmed();
    m_hits.clear();
    m_unfolded.clear();
    rebuild();
}

void PaletteModel::setHits(const QList<PaletteEntry> &records)
{
    m_hits = records;
    rebuild();
}

/// What is typed in full is what is meant, unless something else is called so as well: it was there at once.
/// @return how many there are
int PaletteModel::putNamedFirst(QList<PaletteEntry> &hits, const QString &typed) const
{
    const auto isCalledSo = [&](const Candidate &one) {
        return one.text == typed && one.entry.kind != PaletteEntry::Recent; // recent places are not offered for words
    };
    if (std::any_of(m_fixed.begin(), m_fixed.end(), isCalledSo))
        return 0;
    const auto others = std::stable_partition(hits.begin(), hits.end(),
                                              [&](const PaletteEntry &hit) { return fold(hit.text) == typed; });
    return int(others - hits.begin());
}

void PaletteModel::rebuild()
{
    beginResetModel();
    m_shown.clear();
    m_leading = 0;
    const QStringList words = fold(m_words).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        for (const Candidate &one : std::as_const(m_fixed))
            if (one.entry.kind != PaletteEntry::Do || m_shown.size() < 24)
                m_shown.append(one.entry);
    } else {
        const QList<Found> all = findAll(words);
        QList<PaletteEntry> hits = m_hits;
        m_leading = putNamedFirst(hits, words.join(u' '));
        m_shown = hits.mid(0, m_leading);
        for (const Found &one : all)
            append(one);
        m_shown += hits.mid(m_leading);
    }
    endResetModel();
}

/// In the order in which they are shown.
QList<PaletteModel::Found> PaletteModel::findAll(const QStringList &words) const
{
    QList<Found> all;
    for (const auto kind : {PaletteEntry::Page, PaletteEntry::Create, PaletteEntry::Do})
        all << find(kind, words);
    const auto rest = std::stable_partition(all.begin(), all.end(), [](const Found &one) { return one.isByName; });
    const auto far = std::stable_partition(rest, all.end(), [](const Found &one) { return one.isAtHand(); });
    // What the record does by itself knows more than a new one beside it.
    std::stable_partition(rest, far, [](const Found &one) { return one.kind == PaletteEntry::Do; });
    return all;
}

PaletteModel::Found PaletteModel::find(PaletteEntry::Kind kind, const QStringList &words) const
{
    Found found;
    found.kind = kind;
    for (const Candidate &one : std::as_const(m_fixed)) {
        if (one.entry.kind != kind || isNameAlone(one, words))
            continue;
        QString by;
        const int points = score(one, words, &by);
        if (points == 0)
            continue;
        found.entries.append({points, one.entry});
        found.isByName = found.isByName || by.isEmpty();
        if (!by.isEmpty()) { // else one wonders what it has to do with the words
            QString &detail = found.entries.last().second.detail;
            detail = detail.isEmpty() ? by : by + QStringLiteral(" \u00b7 ") + detail;
        }
    }
    std::stable_sort(found.entries.begin(), found.entries.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    return found;
}

void PaletteModel::append(const Found &found)
{
    const auto &entries = found.entries;
    // A row that stands for one other row would save no room.
    const bool isAll = m_unfolded.contains(found.kind) || entries.size() <= PaletteEntry::mostOfAKind + 1;
    for (const auto &[points, entry] : isAll ? entries : entries.mid(0, PaletteEntry::mostOfAKind))
        m_shown.append(entry);
    if (!isAll)
        m_shown.append({found.kind,
                        tr("%n more", "places, commands", int(entries.size()) - PaletteEntry::mostOfAKind),
                        {},
                        QStringLiteral("chevron-down"),
                        {}});
}

bool PaletteModel::isMore(int row) const { return row >= 0 && row < m_shown.size() && !m_shown.at(row).run; }

void PaletteModel::showMore(int row)
{
    if (!isMore(row))
        return;
    m_unfolded.insert(m_shown.at(row).kind);
    rebuild();
}

void PaletteModel::run(int row) const
{
    if (row < 0 || row >= m_shown.size())
        return;
    const auto run = m_shown.at(row).run; // a copy: what runs may change the model
    if (run)
        run();
}

int PaletteModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry &entry = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::AccessibleTextRole:
        return QString(heading(entry.kind) + QStringLiteral(": ") + entry.text);
    case DetailRole:
        return entry.detail;
    case IconRole:
        return entry.iconName;
    case HeadingRole:
        return index.row() == 0 || m_shown.at(index.row() - 1).kind != entry.kind ? heading(entry.kind) : QString();
    default:
        return {};
    }
}

QString PaletteModel::heading(PaletteEntry::Kind kind)
{
    switch (kind) {
    case PaletteEntry::Recent:
        return tr("Recent");
    case PaletteEntry::Page:
        return tr("Go to");
    case PaletteEntry::Create:
        return tr("Create");
    case PaletteEntry::Do:
        return tr("Commands");
    case PaletteEntry::Record:
        return tr("Records");
    }
    return {};
}

} // namespace crm
