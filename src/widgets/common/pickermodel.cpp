// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/pickermodel.h"

#include "inbox/phonenumber.h"
#include "inbox/searchtext.h"

#include <QFont>

#include <algorithm>

namespace widgets {

using inbox::folded;

PickerModel::PickerModel(Choice choice, QObject *parent)
    : QAbstractListModel(parent)
    , m_choice(choice)
{
}

int PickerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant PickerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[m_shown[size_t(index.row())]].entry;
    const bool isChosen = m_chosen.contains(entry.id);
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::CheckStateRole:
        if (m_choice == Choice::One)
            return {};
        return isChosen ? Qt::Checked : Qt::Unchecked;
    case Qt::FontRole: {
        if (!isChosen || m_choice == Choice::Several)
            return {};
        QFont font;
        font.setBold(true);
        return font;
    }
    case Qt::ToolTipRole:
        return entry.problem.isEmpty() ? entry.id : entry.problem;
    case Qt::AccessibleTextRole: {
        QStringList parts{entry.text, entry.detail, entry.problem,
                          isChosen && m_choice == Choice::One ? tr("chosen") : QString()};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case IdRole:
        return entry.id;
    case DetailRole:
        return entry.problem.isEmpty() ? entry.detail : QStringLiteral("⚠ ") + entry.detail;
    case MarkRole:
        return QVariant::fromValue(entry.mark);
    default:
        return {};
    }
}

void PickerModel::setEntries(const QList<Entry> &entries)
{
    beginResetModel();
    m_entries.clear();
    m_entries.reserve(size_t(entries.size()));
    for (const Entry &entry : entries)
        m_entries.push_back({entry, folded(entry.text + u' ' + entry.detail), folded(entry.id)});
    updateShown();
    endResetModel();
}

void PickerModel::setChosen(const QStringList &ids)
{
    const QSet<QString> chosen(ids.cbegin(), ids.cend());
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void PickerModel::setRegions(const QStringList &regions)
{
    m_regions = regions;
}

void PickerModel::narrow(const QString &typed)
{
    if (typed == m_typed)
        return;
    beginResetModel();
    m_typed = typed;
    updateShown();
    endResetModel();
}

int PickerModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find_if(
        m_shown, [&](size_t entry) { return m_entries[entry].entry.id == id; });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

void PickerModel::updateShown()
{
    const QStringList words = folded(m_typed).split(u' ', Qt::SkipEmptyParts);
    const std::optional<inbox::SoughtNumber> number = inbox::readNumber(m_typed, m_regions);
    m_shown.clear();
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const Searchable &candidate = m_entries[i];
        const bool hasWords = std::ranges::all_of(words, [&candidate](const QString &word) {
            // Ids match only by their beginning, since any short word may occur within one.
            return candidate.folded.contains(word) || candidate.id.startsWith(word);
        });
        if (hasWords || (number && number->isIn(candidate.entry.number)))
            m_shown.push_back(i);
    }
}

} // namespace widgets
