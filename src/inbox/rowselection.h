// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"

#include <QItemSelectionModel>

#include <optional>

namespace inbox {

// The selected rows of an InboxModel, as a set of rows of its store, and the current one. What a
// search hides stays selected and does not count until it is shown again; a row that is selected
// without Ctrl or Shift ends that. Rows of another query are known by their ids.
//
// Qt's own ranges cost a view, and each change of the order, by the rows in them. So they hold only
// those that a view shows: what is asked through QItemSelectionModel holds for these alone.
class RowSelection : public QItemSelectionModel
{
    Q_OBJECT

public:
    explicit RowSelection(InboxModel &model, QObject *parent = nullptr);

    using QItemSelectionModel::select;
    void select(const QItemSelection &selection, SelectionFlags command) override;
    void clear() override;
    // Does nothing: views call it when the model is reset, which the selection outlives.
    void reset() override {}

    // Selected and shown.
    const RowSet &rows() const { return m_shown; }
    int count() const { return m_count; }
    bool hasSelection() const { return m_count > 0; }
    bool contains(quint32 row) const { return m_shown.contains(row); }
    // In the order in which they are shown.
    RowOrder inOrder() const;
    // Null where none or several are selected. Valid until the store changes.
    std::optional<ConversationRow> onlyRow() const;

    // Whether there is a current row that is not shown, and comes back once it is.
    bool isCurrentAwaited() const
    {
        return !currentIndex().isValid() && (m_current || !m_awaitedCurrent.isEmpty());
    }

    // The positions that views show.
    void setVisible(int first, int last);

Q_SIGNALS:
    // Other rows are selected, or the same of another store.
    void changed();

private:
    RowSet all() const;
    void rememberStore();
    void restore();
    void takeAwaited(int first, int last);
    void restoreCurrent();
    void update(bool isOtherStore = false);
    void mirror();

    InboxModel &m_model;
    // As QItemSelectionModel has them: what is settled, and what the last command, which a drag or
    // Shift and an arrow repeat, does to it.
    RowSet m_settled;
    RowSet m_latest;
    SelectionFlags m_command;
    RowSet m_shown; // of both
    int m_count = 0;
    std::optional<quint32> m_current;
    int m_currentColumn = 0;

    const ConversationStore *m_store = nullptr;   // whose rows they are
    std::optional<ConversationRows> m_rowsBefore; // while the model is being reset
    QSet<QString> m_awaited;                      // ids that were selected in another store
    QString m_awaitedCurrent;
    int m_firstVisible = 0;
    int m_lastVisible = -1;
    bool m_isMirroring = false;
};

} // namespace inbox
