// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/rowset.h"

#include <QStringList>

class QTableView;

namespace inbox {
class InboxModel;
}

namespace widgets {

class NewsButton;

// Counts the rows that change above what is in view of a list, and finds them again.
class NewsAbove
{
public:
    // All must outlive it.
    NewsAbove(QTableView &view, const inbox::InboxModel &model, NewsButton &button);

    // Ids of changed rows; those that are in view or below it are ignored.
    void noteChanged(const QStringList &ids);
    // After the list has scrolled or changed: at its top nothing is above.
    void follow();
    // The position of the first of these rows and those above, which are no news any more. Null
    // if none of them is shown.
    std::optional<int> takeFirst(inbox::RowSet rows);

private:
    QTableView &m_view;
    const inbox::InboxModel &m_model;
    NewsButton &m_button;
};

} // namespace widgets
