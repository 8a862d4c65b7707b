// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "inbox/conversationstore.h"
#include "inbox/names.h"
#include "inbox/rowsort.h"

#include <QAbstractTableModel>
#include <QSet>

namespace inbox {

struct RowStep;

// The rows of a store, in an order, under the columns of columns(). Thin: the session that owns it
// decides when to fetch, and looking has no effect.
class InboxModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, // QString
        ValueRole,             // as Column::value
    };

    // Asked by canFetchMore() and fetchMore().
    class Source
    {
    public:
        virtual bool canFetchMore() const = 0;
        virtual void fetchMore() = 0;

    protected:
        ~Source() = default;
    };

    // Source and names must outlive it.
    InboxModel(Source &source, const Names &names, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    // What its texts are made of.
    const Names &names() const { return m_names; }
    // What it shows at this moment, as values that stay as they are: all rows, and those of them
    // that are shown in their order.
    ConversationRows rows() const { return m_store ? m_store->rows() : ConversationRows(); }
    const RowOrder &order() const { return m_order; }
    // Null where there is none. Valid until the store changes.
    std::optional<ConversationRow> rowAt(int position) const;
    // Of which the rows are; null before the first reset. Their numbers are good for as long as it
    // is the same one.
    const ConversationStore *store() const { return m_store; }
    // Null where it is not loaded.
    std::optional<quint32> rowOf(const QString &id) const;
    // -1 where it is not shown.
    int positionOf(const QString &id) const;
    // Shown or not; null where it is not loaded. Valid as long as rowAt()'s.
    std::optional<ConversationRow> rowWithId(const QString &id) const;

    // For those who arrange it. The store must outlive the model or the next reset.
    void reset(const ConversationStore *store, RowOrder order);
    // Another order of the same store's rows, or of others of them.
    void rearrange(RowOrder order);
    // What has become of the order by a few rows that came, left or moved, and which of those that
    // were there hold something else now.
    void change(RowOrder order, const RowEdit &edit, const QList<quint32> &changed);

    // Rows that somebody has just changed elsewhere, until all of them are none any more.
    void addNews(const QList<quint32> &rows);
    void clearNews();
    bool isNews(int position) const;
    // How the rows are sorted, for the headers.
    void setSort(const SortKeys &sort);

    // Says that texts have aged, all of them: what 'now' is made of has moved.
    void announceTimePassed();

private:
    // Repaints only the columns that read otherwise now.
    void onDirectoryChanged(const quo::Directory &before);
    void onContactsChanged();
    void announceChanged(const QList<quint32> &rows);
    QString sortMark(int column) const;
    void play(const RowStep &step);
    void permute(RowOrder order);
    void repaint(QLatin1String columnId);

    Source &m_source;
    const Names &m_names;
    const ConversationStore *m_store = nullptr;
    RowOrder m_order;
    QSet<quint32> m_news;
    SortKeys m_sort;
};

} // namespace inbox
