// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/detaildelegate.h"

#include <QAbstractListModel>
#include <QSet>

#include <vector>

namespace widgets {

// Entries to pick from, narrowed by a typed text: words in any order, ignoring case and accents,
// and numbers in any notation.
class PickerModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Choice { One, Several };
    enum Role {
        IdRole = Qt::UserRole, // QString
        DetailRole,            // QString, shown beside the text
        MarkRole,              // RowMark
    };

    struct Entry
    {
        QString id;
        QString text;
        QString detail;  // number or address; may be empty
        QString problem; // why it cannot be picked; empty if it can
        QString number;  // E.164, found in any notation and by any part; may be empty
        RowMark mark = {};

        bool operator==(const Entry &) const = default;
    };

    explicit PickerModel(Choice choice, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    // In their order.
    void setEntries(const QList<Entry> &entries);
    void setChosen(const QStringList &ids);
    // The regions in which typed numbers are read, see inbox::regionsOf().
    void setRegions(const QStringList &regions);
    void narrow(const QString &typed);

    // -1 if it is not shown.
    int rowOf(const QString &id) const;

private:
    void updateShown();

    struct Searchable
    {
        Entry entry;
        QString folded; // text and detail
        QString id;     // folded
    };

    const Choice m_choice;
    std::vector<Searchable> m_entries;
    std::vector<size_t> m_shown; // indices
    QSet<QString> m_chosen;
    QString m_typed;
    QStringList m_regions;
};

} // namespace widgets
