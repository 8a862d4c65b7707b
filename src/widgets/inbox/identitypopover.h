// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"
#include "widgets/common/popover.h"

namespace widgets {

class Picker;

// Asks which of the teammates the user is.
class IdentityPopover : public Popover
{
    Q_OBJECT

public:
    // Names and theme must outlive it.
    IdentityPopover(const inbox::Names &names, ThemeSource &theme, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &teammateId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void updateEntries();
    void choose(const QString &teammateId);

    const inbox::Names &m_names;
    QLabel *const m_titleLabel;
    QLabel *const m_hintLabel;
    Picker *const m_picker;
};

} // namespace widgets
