// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/spokenactivity.h"

#include "words/activitywords.h"

namespace widgets {

SpokenActivity::SpokenActivity(inbox::ActivityModel &model, const inbox::Names &names,
                               QObject *parent)
    : QIdentityProxyModel(parent)
    , m_model(model)
    , m_names(names)
{
    setSourceModel(&model);
}

QVariant SpokenActivity::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole || !index.isValid())
        return QIdentityProxyModel::data(index, role);
    return words::spokenActivity(m_model.itemAt(index.row()), m_names.context());
}

} // namespace widgets
