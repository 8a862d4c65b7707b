// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"

#include <QItemSelectionModel>

#include <optional>

namespace inbox {

// The selected rows of an InboxModel, as a set of rows of its store, and the current row. Rows that
// a search hides stay selected, but do not count until they are shown again; selecting a row
// without Ctrl or Shift drops them. Rows of another query are kept by their ids.
//
// The cost of Qt's own selection ranges, for views and for each change of the order, grows with the
// rows in them. So they contain only rows that a view shows, and the functions of
// QItemSelectionModel know only these.
class RowSelection : public QItemSelectionModel
{
    Q_OBJECT

public:
    explicit RowSelection(InboxModel &model, QObject *parent = nullptr);

    using QItemSelectionModel::select;
    void select(const QItemSelection &selection, SelectionFlags command) override;
    void clear() override;
    // Does nothing. Views call it when the model is reset, but the selection is kept.
    void reset() override {}

    // The rows that are selected and shown.
    const RowSet &rows() const { return m_shown; }
    int count() const { return m_count; }
    bool hasSelection() const { return m_count > 0; }
    bool contains(quint32 row) const { return m_shown.contains(row); }
    // The same rows in the order in which they are shown.
    RowOrder inOrder() const;
    // Null unless exactly one row is selected. Valid until the store changes.
    std::optional<ConversationRow> onlyRow() const;

    // Whether the current row is hidden. It becomes current again once it is shown.
    bool isCurrentAwaited() const
    {
        return !currentIndex().isValid() && (m_current || !m_awaitedCurrent.isEmpty());
    }

    // The first and the last position that views show.
    void setVisible(int first, int last);

Q_SIGNALS:
    // Different rows are selected, or rows of another store.
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
    // As in QItemSelectionModel: the rows that are settled, and those of the last command, which a
    // drag or Shift with an arrow repeats with other rows.
    RowSet m_settled;
    RowSet m_latest;
    SelectionFlags m_command;
    RowSet m_shown; // rows of both that are shown
    int m_count = 0;
    std::optional<quint32> m_current;
    int m_currentColumn = 0;

    const ConversationStore *m_store = nullptr;   // the store of these rows
    std::optional<ConversationRows> m_rowsBefore; // while the model is being reset
    QSet<QString> m_awaited;                      // ids that were selected in another store
    QString m_awaitedCurrent;
    int m_firstVisible = 0;
    int m_lastVisible = -1;
    bool m_isMirroring = false;
};

} // namespace inbox
