// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/palettesource.h"

#include <QAbstractListModel>

#include <optional>

namespace widgets {

// What the command palette lists: entries whose text contains all typed words, ignoring case and
// accents, in groups with a heading each. Within a group the best match is first, then what was
// used last. While nothing is typed, filters are listed only if they were used lately.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IsHeadingRole = Qt::UserRole, // bool
        DetailRole,                   // QString
        KeysRole,                     // QString
        MarkRole,                     // RowMark
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    // In their order where nothing else decides. Nothing is typed.
    void setEntries(const QList<PaletteEntry> &entries, const QStringList &recent);
    void narrow(const QString &typed);
    // They have been found by the typed text.
    void setConversations(const QList<PaletteEntry> &conversations);
    const QString &typed() const { return m_typed; }
    // Folded.
    const QStringList &words() const { return m_words; }

    // Null for a heading.
    const PaletteEntry *entryAt(int row) const;
    // The row of the next entry from here, in steps of 1 or -1, past headings; -1 if there is none.
    int nextEntry(int from, int step) const;

private:
    void update();

    struct Candidate
    {
        PaletteEntry entry;
        QString folded;
        qsizetype recency = 0; // 0 for the one that was used last
    };
    struct Item
    {
        std::optional<PaletteGroup> heading;
        PaletteEntry entry;
    };

    QList<Candidate> m_candidates;
    QList<PaletteEntry> m_conversations;
    QString m_typed;
    QStringList m_words;
    QList<Item> m_items;
};

} // namespace widgets
