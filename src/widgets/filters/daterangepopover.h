// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "quo/clock.h"
#include "widgets/common/popover.h"
#include "workspace/datefilter.h"

#include <memory>

class QAbstractButton;
class QCheckBox;
class QDateTimeEdit;

namespace Ui {
class DateRangePopover;
}

namespace widgets {

class ThemeSource;

// Lets the user choose a range of time: a preset, or two ends in the user's zone. Changing an end
// of a preset makes it a custom range.
class DateRangePopover : public Popover
{
    Q_OBJECT

public:
    // 'fromName' and 'toName' are the accessible names of the two ends.
    DateRangePopover(const quo::Clock &clock, const inbox::Reader &reader, const QString &fromName,
                     const QString &toName, ThemeSource &theme, QWidget *parent);
    ~DateRangePopover() override;

    void setFilter(const workspace::DateFilter &filter);
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void edited(const workspace::DateFilter &filter);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void choosePreset(workspace::DateFilter::Preset preset);
    void takeEnds();
    void showFilter();
    void showEnd(const std::optional<workspace::WallTime> &end,
                 const workspace::WallTime &otherwise, QCheckBox *check, QDateTimeEdit *edit);

    std::unique_ptr<Ui::DateRangePopover> m_ui;
    const quo::Clock &m_clock;
    const inbox::Reader m_reader;
    QList<std::pair<workspace::DateFilter::Preset, QAbstractButton *>> m_presetButtons;
    workspace::DateFilter m_filter;
};

} // namespace widgets
