// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/popover.h"

#include <memory>

namespace Ui {
class TeammatePopover;
}

namespace widgets {

// Chooses one teammate by a 'US…' id, or anyone.
class TeammatePopover : public Popover
{
    Q_OBJECT

public:
    explicit TeammatePopover(QWidget *parent);
    ~TeammatePopover() override;

    void setTeammate(const QString &userId);
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void edited(const QString &userId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    std::unique_ptr<Ui::TeammatePopover> m_ui;
};

} // namespace widgets
