// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"

#include <QItemSelection>
#include <QObject>
#include <QSet>

class QTableView;

namespace widgets {

// Keeps the selection of a view by id: over a reset of the model it is made again of what is there
// and of what turns up later, until the user selects something else.
class SelectionKeeper : public QObject
{
    Q_OBJECT

public:
    // The model must be the view's already.
    SelectionKeeper(QTableView &view, const inbox::InboxModel &model);

private:
    void remember();
    void selectIn(int first, int last);
    void onSelectionChanged(const QItemSelection &selected);

    QTableView &m_view;
    const inbox::InboxModel &m_model;
    QSet<QString> m_awaited; // ids that were selected and are not there now
    QString m_currentId;
    bool m_isSelecting = false;
};

} // namespace widgets
