#include "ui/shell/palette_model.h"
#include "core/model/text.h"
#include <algorithm>

namespace crm {
namespace {

/// 0: not found; the earlier and the more at a word's start, the higher.
int score(const PaletteEntry &entry, const QStringList &words)
{
    const QString text = fold(entry.text), all = text + u' ' + fold(entry.other);
    int sum = 0;
    for (const QString &word : words) {
        const qsizetype at = all.indexOf(word);
        if (at < 0)
            return 0;
        const bool start = at == 0 || !all.at(at - 1).isLetterOrNumber();
        sum += (at < text.size() ? 4 : 1) + (start ? 6 : 0) + (at == 0 ? 4 : 0);
    }
    return sum;
}

} // namespace

void PaletteModel::setFixed(const QList<PaletteEntry> &entries)
{
    m_fixed = entries;
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

void PaletteModel::rebuild()
{
    beginResetModel();
    m_shown.clear();
    const QStringList words = fold(m_words).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        for (const PaletteEntry &entry : m_fixed)
            if (entry.kind != PaletteEntry::Do || m_shown.size() < 24)
                m_shown.append(entry);
    } else {
        for (const auto kind : {PaletteEntry::Page, PaletteEntry::Create, PaletteEntry::Do})
            appendFound(kind, words);
        m_shown += m_hits;
    }
    endResetModel();
}

void PaletteModel::appendFound(PaletteEntry::Kind kind, const QStringList &words)
{
    QList<std::pair<int, PaletteEntry>> found;
    for (const PaletteEntry &entry : m_fixed)
        if (entry.kind == kind)
            if (const int points = score(entry, words))
                found.append({points, entry});
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    // A row that stands for one other row would save no room.
    const bool isAll = m_unfolded.contains(kind) || found.size() <= PaletteEntry::mostOfAKind + 1;
    for (const auto &[points, entry] : isAll ? found : found.mid(0, PaletteEntry::mostOfAKind))
        m_shown.append(entry);
    if (!isAll)
        m_shown.append({kind,
                        tr("%n more", "places, commands", int(found.size()) - PaletteEntry::mostOfAKind),
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
