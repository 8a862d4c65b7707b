// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"
#include "widgets/common/picker.h"
#include "widgets/common/popover.h"

#include <QFutureWatcher>
#include <QThreadPool>

namespace widgets {

// Conversations that have something in common, to go to one of them.
class RelatedPopover : public Popover
{
    Q_OBJECT

public:
    explicit RelatedPopover(QWidget *parent);

    ~RelatedPopover() override;

    // Looks for those that the model shows in which these people take part, numbers as the API has
    // them; with 'isJust' only they do. 'what' says what they have in common.
    void find(const QString &what, const QStringList &people, bool isJust,
              const inbox::InboxModel &model);

Q_SIGNALS:
    void conversationRequested(const QString &id);

private:
    // What a worker finds.
    struct Found
    {
        QList<PickerModel::Entry> entries;
        int total = 0;
    };

    void showFound();
    void take(const QString &id);

    QString m_what;
    QLocale m_locale;
    int m_shown = 0; // of which they are
    QLabel *const m_title;
    Picker *const m_picker;
    QThreadPool m_pool;
    QFutureWatcher<Found> m_watcher; // before the pool goes
};

} // namespace widgets
