// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/cellcontext.h"
#include "quo/clock.h"
#include "widgets/common/popover.h"
#include "workspace/datefilter.h"

class QAction;
class QLineEdit;

namespace widgets {

class Chip;
class ThemeSource;

// Lets the user choose a range of time: a preset, or two ends in the user's zone. Changing an end
// of a preset makes it a custom range. Without a time, the range ends with its last day.
class DateRangePopover : public Popover
{
    Q_OBJECT

public:
    // 'fromName' and 'toName' are the accessible names of the two ends.
    DateRangePopover(const quo::Clock &clock, const inbox::Reader &reader, const QString &fromName,
                     const QString &toName, ThemeSource &theme, QWidget *parent);

    void setFilter(const workspace::DateFilter &filter);
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void edited(const workspace::DateFilter &filter);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    // One end: a date and a time, both empty where the range is open.
    struct End
    {
        QLineEdit *date;
        QLineEdit *time;
        QAction *calendar;
    };

    End makeEnd(const QString &name, const QString &open);
    void choosePreset(workspace::DateFilter::Preset preset);
    // Whether they could be read.
    bool takeEnds();
    void showFilter();
    void showTheme();
    void openCalendar(QLineEdit *date);
    QDate today() const;

    const quo::Clock &m_clock;
    const inbox::Reader m_reader;
    QList<std::pair<workspace::DateFilter::Preset, Chip *>> m_presetChips;
    const End m_from;
    const End m_to;
    QLabel *const m_zoneLabel;
    QLabel *const m_problemLabel;
    workspace::DateFilter m_filter;
    bool m_isEdited = false; // an end was typed and not yet taken
};

} // namespace widgets
