// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/picker.h"
#include "widgets/common/popover.h"

namespace widgets {

class ThemeSource;

// Lets the user tick any of several values.
class ChoicePopover : public Popover
{
    Q_OBJECT

public:
    // Without a placeholder there is no field that narrows the list.
    ChoicePopover(const QString &name, const QString &placeholder, ThemeSource &theme,
                  QWidget *parent);

    void setEntries(const QList<PickerModel::Entry> &entries);
    void setChosen(const QStringList &ids);

Q_SIGNALS:
    // The ids with a tick, in the order in which they got it.
    void edited(const QStringList &ids);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void toggle(const QString &id);
    void take();

    Picker *const m_picker;
    QStringList m_chosen;
    bool m_hasField;
};

} // namespace widgets
