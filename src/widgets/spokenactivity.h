// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activitymodel.h"
#include "inbox/inboxmodel.h"

#include <QIdentityProxyModel>

namespace widgets {

// Adds to messages and calls what a reader of the screen has to say: who, when, and what became of
// it. For eyes the delegate draws that.
class SpokenActivity : public QIdentityProxyModel
{
    Q_OBJECT

public:
    // Both must outlive it; the list's model gives names, zone and language.
    SpokenActivity(inbox::ActivityModel &model, const inbox::InboxModel &list, QObject *parent);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    const inbox::ActivityModel &m_model;
    const inbox::InboxModel &m_list;
};

} // namespace widgets
