// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activitymodel.h"
#include "inbox/names.h"

#include <QIdentityProxyModel>

namespace widgets {

// Adds to messages and calls what a reader of the screen has to say: who, when, and what became of
// it. For eyes the delegate draws that.
class SpokenActivity : public QIdentityProxyModel
{
    Q_OBJECT

public:
    // Both must outlive it.
    SpokenActivity(inbox::ActivityModel &model, const inbox::Names &names, QObject *parent);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    const inbox::ActivityModel &m_model;
    const inbox::Names &m_names;
};

} // namespace widgets
