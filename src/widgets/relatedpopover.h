// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"
#include "widgets/popover.h"

namespace widgets {

class Picker;

// Conversations that have something in common, to go to one of them.
class RelatedPopover : public Popover
{
    Q_OBJECT

public:
    explicit RelatedPopover(QWidget *parent);

    // 'rows' are positions in the model; 'what' says what they have in common.
    void setRows(const QString &what, const QList<int> &rows, const inbox::InboxModel &model);

Q_SIGNALS:
    void conversationAsked(const QString &id);

private:
    void take(const QString &id);

    QLabel *const m_title;
    Picker *const m_picker;
};

} // namespace widgets
