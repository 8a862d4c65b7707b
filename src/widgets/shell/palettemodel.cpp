// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/palettemodel.h"

#include "inbox/searchtext.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace widgets {

namespace {

QString headingOf(PaletteGroup group)
{
    switch (group) {
    case PaletteGroup::Conversations:
        return PaletteModel::tr("Conversations");
    case PaletteGroup::Views:
        return PaletteModel::tr("Go to view");
    case PaletteGroup::Filters:
        return PaletteModel::tr("Filter by");
    case PaletteGroup::Commands:
        return PaletteModel::tr("Commands");
    }
    return {};
}

bool beginsWord(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        if (at == 0 || !text.at(at - 1).isLetterOrNumber())
            return true;
    return false;
}

} // namespace

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Item &item = m_items.at(index.row());
    if (item.heading) {
        if (role == IsHeadingRole)
            return true;
        return role == Qt::DisplayRole ? QVariant(headingOf(*item.heading)) : QVariant();
    }
    const PaletteEntry &entry = item.entry;
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::CheckStateRole:
        return entry.isOn ? QVariant(Qt::Checked) : QVariant();
    case Qt::AccessibleTextRole: {
        QStringList parts{entry.text, entry.detail, entry.keys};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case IsHeadingRole:
        return false;
    case DetailRole:
        return entry.detail;
    case KeysRole:
        return entry.keys;
    case MarkRole:
        return QVariant::fromValue(entry.mark);
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    return entryAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

void PaletteModel::setEntries(const QList<PaletteEntry> &entries, const QStringList &recent)
{
    m_candidates.clear();
    for (const PaletteEntry &entry : entries) {
        const qsizetype place = recent.indexOf(entry.id);
        m_candidates.append({entry, inbox::folded(entry.text + u' ' + entry.detail),
                             place < 0 ? recent.size() : place});
    }
    m_conversations.clear();
    m_typed.clear();
    m_words.clear();
    update();
}

void PaletteModel::narrow(const QString &typed)
{
    m_typed = typed;
    m_words = inbox::folded(typed).split(u' ', Qt::SkipEmptyParts);
    m_conversations.clear();
    update();
}

void PaletteModel::setConversations(const QList<PaletteEntry> &conversations)
{
    m_conversations = conversations;
    update();
}

const PaletteEntry *PaletteModel::entryAt(int row) const
{
    if (row < 0 || row >= m_items.size() || m_items.at(row).heading)
        return nullptr;
    return &m_items.at(row).entry;
}

int PaletteModel::nextEntry(int from, int step) const
{
    for (int row = from; row >= 0 && row < m_items.size(); row += step)
        if (!m_items.at(row).heading)
            return row;
    return -1;
}

void PaletteModel::update()
{
    struct Hit
    {
        const PaletteEntry *entry;
        int score; // 0 for the best
        qsizetype recency;
    };
    std::vector<Hit> hits;
    for (const PaletteEntry &conversation : m_conversations)
        hits.push_back({&conversation, 0, 0});
    qsizetype leastRecent = 0;
    for (const Candidate &candidate : m_candidates)
        leastRecent = qMax(leastRecent, candidate.recency);
    const QString typed = m_words.join(u' ');
    for (const Candidate &candidate : m_candidates) {
        if (m_words.isEmpty() && candidate.entry.group == PaletteGroup::Filters &&
            candidate.recency == leastRecent)
            continue;
        const QString &text = candidate.folded;
        if (!std::ranges::all_of(m_words, [&](const QString &word) { return text.contains(word); }))
            continue;
        const bool areWords = std::ranges::all_of(
            m_words, [&](const QString &word) { return beginsWord(text, word); });
        hits.push_back({&candidate.entry,
                        text.startsWith(typed) ? 0
                        : areWords             ? 1
                                               : 2,
                        candidate.recency});
    }
    std::ranges::stable_sort(hits, [](const Hit &left, const Hit &right) {
        return std::tuple(left.entry->group, left.score, left.recency) <
               std::tuple(right.entry->group, right.score, right.recency);
    });
    beginResetModel();
    QList<Item> items;
    std::optional<PaletteGroup> group;
    for (const Hit &hit : hits) {
        if (group != hit.entry->group) {
            group = hit.entry->group;
            items.append({group, {}});
        }
        items.append({std::nullopt, *hit.entry});
    }
    m_items = items;
    endResetModel();
}

} // namespace widgets
