// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"
#include "widgets/common/popover.h"

namespace widgets {

class Picker;
class ThemeSource;

// Lets the user choose anyone or one teammate, by name or by typing a 'US…' id.
class TeammatePopover : public Popover
{
    Q_OBJECT

public:
    // The names must outlive it.
    TeammatePopover(const inbox::Names &names, ThemeSource &theme, QWidget *parent);
    ~TeammatePopover() override;

    void setTeammate(const QString &userId);
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void edited(const QString &userId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void updateEntries();
    void take();
    void choose(const QString &userId);

    Picker *const m_picker;
    const inbox::Names &m_names;
    QString m_teammate; // empty: anyone
};

} // namespace widgets
