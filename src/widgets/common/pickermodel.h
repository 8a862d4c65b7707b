// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QSet>

#include <vector>

namespace widgets {

// What can be picked, narrowed by what is typed: words in any order, case and accents folded, and
// numbers in any notation.
class PickerModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Choice { One, Several };
    enum Role {
        IdRole = Qt::UserRole, // QString
        DetailRole,            // QString, shown beside the text
    };

    struct Entry
    {
        QString id;
        QString text;
        QString detail;  // number or address; may be empty
        QString problem; // why it cannot be had; empty where it can
        QString number;  // E.164, found in any notation and by any part; may be empty

        bool operator==(const Entry &) const = default;
    };

    explicit PickerModel(Choice choice, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    // In the order in which they are to stand.
    void setEntries(const QList<Entry> &entries);
    void setChosen(const QStringList &ids);
    // Where numbers that are typed may be at home, see inbox::regionsOf().
    void setRegions(const QStringList &regions);
    void narrow(const QString &typed);

    // -1 where it is not shown.
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
