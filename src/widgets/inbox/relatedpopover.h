// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"
#include "widgets/common/picker.h"
#include "widgets/common/popover.h"

#include <QFutureWatcher>
#include <QThreadPool>

namespace widgets {

class ThemeSource;

// Lists conversations with the same people, to go to one of them.
class RelatedPopover : public Popover
{
    Q_OBJECT

public:
    RelatedPopover(ThemeSource &theme, QWidget *parent);

    ~RelatedPopover() override;

    // Finds the shown conversations in which these people take part, given by their numbers as in
    // the API. With 'isJust' nobody else takes part. 'what' is the title of the list.
    void find(const QString &what, const QStringList &people, bool isJust,
              const inbox::InboxModel &model);

Q_SIGNALS:
    void conversationRequested(const QString &id);

private:
    // The result of a worker.
    struct Found
    {
        QList<PickerModel::Entry> entries;
        int total = 0;
    };

    void applyTheme();
    void showFound();
    void take(const QString &id);

    QString m_what;
    QLocale m_locale;
    int m_shown = 0; // the number of shown conversations
    QLabel *const m_title;
    Picker *const m_picker;
    QThreadPool m_pool;
    QFutureWatcher<Found> m_watcher; // destroyed before the pool
};

} // namespace widgets
