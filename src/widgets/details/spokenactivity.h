// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/activitymodel.h"
#include "inbox/names.h"

#include <QIdentityProxyModel>

namespace widgets {

// Adds texts for screen readers to messages and calls: who, when and with which result. The
// delegate draws the same for the eye.
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
