// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "inbox/conversationstore.h"
#include "inbox/names.h"
#include "inbox/rowsort.h"

#include <QAbstractTableModel>
#include <QHash>

namespace inbox {

struct RowStep;

// The texts of a list. They are made in a layer above, by words::listWords().
struct ListWords
{
    QString (*title)(ColumnId column);
    QString (*tip)(ColumnId column);
    QString (*cell)(ColumnId column, const ConversationRow &row, const CellContext &context);
    QString (*toolTip)(ColumnId column, const ConversationRow &row, const CellContext &context);
    // For screen readers.
    QString (*spoken)(ColumnId column, const ConversationRow &row, const CellContext &context);
    // Of a row that has left, but is still shown: instead of its state, and as its tool tip.
    QString (*gone)();
    QString (*goneTip)();
};

// Shows rows of a store in an order, with the columns of columns(). The session that owns it
// decides when to fetch; reading from it has no effect. A receiver of its signals may destroy it
// once something has changed, and may not change it.
class InboxModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, // QString
        ValueRole,             // see Column::value
        NewsRole,              // see newsLevel()
    };

    // What the list is about: whether there is more of it, and whether a row still belongs to it,
    // whatever the search.
    class Source
    {
    public:
        virtual bool canFetchMore() const = 0;
        virtual void fetchMore() = 0;
        virtual bool isMember(quint32) const { return true; }

    protected:
        ~Source() = default;
    };

    // The source and the names must outlive it.
    InboxModel(Source &source, const Names &names, const ListWords &words,
               QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    // The names that its texts contain.
    const Names &names() const { return m_names; }
    // Snapshots of what it shows at this moment: all rows of the store, and the order of those that
    // are shown.
    ConversationRows rows() const { return m_store ? m_store->rows() : ConversationRows(); }
    const RowOrder &order() const { return m_order; }
    // Null if there is no such position. Valid until the store changes.
    std::optional<ConversationRow> rowAt(int position) const;
    // The store of the rows; null before the first reset. Row numbers are valid as long as it is
    // the same store.
    const ConversationStore *store() const { return m_store; }
    // Null if it is not loaded.
    std::optional<quint32> rowOf(const QString &id) const;
    // -1 if it is not shown.
    int positionOf(const QString &id) const;
    // Whether it is shown or not; null if it is not loaded. Valid until the store changes.
    std::optional<ConversationRow> rowWithId(const QString &id) const;

    // These are called by RowArranger. The store must outlive the model or the next reset.
    void reset(const ConversationStore *store, RowOrder order);
    // Shows another order of rows of the same store.
    void rearrange(RowOrder order);
    // Shows the order after a few rows came, left or moved. 'changed' are rows that have different
    // content now.
    void change(RowOrder order, const RowEdit &edit, const QList<quint32> &changed);

    // Rows that were just changed elsewhere. They are news, which fades in 'newsSteps' equal steps,
    // each of which is a call of ageNews().
    static constexpr int newsSteps = 6;
    void addNews(const QList<quint32> &rows);
    void ageNews();
    bool hasNews() const { return !m_news.isEmpty(); }
    bool isNews(int position) const { return newsLevel(position) > 0; }
    // From 1 for what has just changed to 0 for what is no news.
    double newsLevel(int position) const;
    // Whether the row has left the list, and is still shown because the list is held.
    bool isGone(int position) const;
    // How the rows are sorted, as the headers show it.
    void setSort(const SortKeys &sort);

    // Announces that texts that contain the time may have changed.
    void announceTimePassed();

private:
    // Repaints only the columns whose texts have changed.
    void onDirectoryChanged(const quo::Directory &before);
    void onContactsChanged();
    void announceChanged(const QList<quint32> &rows, const QList<int> &roles = {});
    QString sortMark(int column) const;
    void play(const RowStep &step);
    void permute(RowOrder order);
    void repaint(const QList<ColumnId> &columns);

    Source &m_source;
    const Names &m_names;
    const ListWords m_words;
    const ConversationStore *m_store = nullptr;
    RowOrder m_order;
    QHash<quint32, int> m_news; // rows, and their steps to go
    SortKeys m_sort;
};

} // namespace inbox
