// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/daterangepopover.h"

#include "widgets/common/flowlayout.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"
#include "widgets/filters/chip.h"
#include "words/choicewords.h"

#include <QAction>
#include <QCalendarWidget>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace widgets {

using workspace::DateFilter;
using workspace::WallTime;
using Preset = DateFilter::Preset;

namespace {

constexpr Preset presets[]{Preset::Today,      Preset::Yesterday, Preset::Last7Days,
                           Preset::Last30Days, Preset::ThisMonth, Preset::Over3DaysAgo};

} // namespace

DateRangePopover::DateRangePopover(const quo::Clock &clock, const inbox::Reader &reader,
                                   const QString &fromName, const QString &toName,
                                   ThemeSource &theme, QWidget *parent)
    : Popover(theme, parent)
    , m_clock(clock)
    , m_reader(reader)
    , m_from(makeEnd(fromName, tr("No start")))
    , m_to(makeEnd(toName, tr("No end")))
    , m_zoneLabel(new QLabel(this))
    , m_problemLabel(new QLabel(this))
{
    setFixedWidth(usualWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::medium, space::narrow, space::medium, space::medium);
    column->setSpacing(space::narrow);
    const int ring = Chip::ringRoom();
    auto *chips = new FlowLayout(space::tiny - 2 * ring);
    chips->setContentsMargins(0, 0, 0, 0);
    for (const Preset preset : presets) {
        auto *chip = new Chip(theme, this);
        chip->setTexts(words::presetName(preset), {});
        chip->setAccessibleName(words::presetName(preset));
        chip->setArrow(false);
        chip->setRemovable(false);
        chip->setCheckable(true);
        connect(chip, &Chip::clicked, this, [this, preset] { choosePreset(preset); });
        chips->addWidget(chip);
        m_presetChips.append({preset, chip});
    }
    column->addLayout(chips);

    auto *ends = new QGridLayout;
    ends->setHorizontalSpacing(space::narrow);
    ends->setVerticalSpacing(space::narrow);
    ends->setColumnStretch(1, 1);
    const auto addEnd = [this, ends](int row, const QString &text, const End &end) {
        auto *label = new QLabel(text, this);
        label->setBuddy(end.date);
        ends->addWidget(label, row, 0);
        ends->addWidget(end.date, row, 1);
        ends->addWidget(end.time, row, 2);
    };
    addEnd(0, tr("&From"), m_from);
    addEnd(1, tr("&To"), m_to);
    column->addLayout(ends);
    m_problemLabel->setWordWrap(true);
    m_problemLabel->setTextFormat(Qt::PlainText);
    column->addWidget(m_problemLabel);
    m_zoneLabel->setText(tr("Times are in %1").arg(QString::fromLatin1(m_reader.zone.id())));
    column->addWidget(m_zoneLabel);
    m_problemLabel->hide();
    connect(&theme, &ThemeSource::changed, this, &DateRangePopover::showTheme);
    showTheme();
    showFilter();
}

DateRangePopover::End DateRangePopover::makeEnd(const QString &name, const QString &open)
{
    End end{new QLineEdit(this), new QLineEdit(this), nullptr};
    end.date->setAccessibleName(name);
    end.date->setPlaceholderText(open);
    end.time->setAccessibleName(tr("%1, time").arg(name));
    end.calendar = end.date->addAction(QIcon(), QLineEdit::TrailingPosition);
    end.calendar->setToolTip(tr("Choose from a calendar"));
    connect(end.calendar, &QAction::triggered, this,
            [this, date = end.date] { openCalendar(date); });
    for (QLineEdit *edit : {end.date, end.time}) {
        connect(edit, &QLineEdit::textEdited, this, [this] { m_isEdited = true; });
        connect(edit, &QLineEdit::editingFinished, this, &DateRangePopover::takeEnds);
        connect(edit, &QLineEdit::returnPressed, this, [this] {
            if (takeEnds())
                close();
        });
    }
    return end;
}

void DateRangePopover::setFilter(const DateFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_isEdited = false;
    showFilter();
}

void DateRangePopover::showProblem(const QString &sentence)
{
    setProblem(m_problemLabel, sentence);
}

void DateRangePopover::showEvent(QShowEvent *event)
{
    showFilter(); // presets are relative to the present
    Popover::showEvent(event);
    for (const auto &[preset, chip] : m_presetChips)
        if (preset == m_filter.preset)
            return chip->setFocus(Qt::PopupFocusReason);
    if (m_filter.preset == Preset::Custom)
        m_from.date->setFocus(Qt::PopupFocusReason);
    else
        m_presetChips.first().second->setFocus(Qt::PopupFocusReason);
}

void DateRangePopover::hideEvent(QHideEvent *event)
{
    takeEnds(); // a click outside of it ends the editing, too
    Popover::hideEvent(event);
}

void DateRangePopover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isEdited) {
        m_isEdited = false;
        showProblem({});
        showFilter();
    }
    Popover::keyPressEvent(event);
}

void DateRangePopover::choosePreset(Preset preset)
{
    m_filter = {};
    for (const auto &[each, chip] : m_presetChips)
        if (each == preset && chip->isChecked())
            m_filter.preset = preset;
    m_isEdited = false;
    showProblem({});
    showFilter();
    Q_EMIT edited(m_filter);
}

bool DateRangePopover::takeEnds()
{
    if (!m_isEdited)
        return true;
    DateFilter filter;
    QString problem;
    const auto read = [&](const End &end, bool isEnd) -> std::optional<WallTime> {
        const QString typedDate = end.date->text().simplified();
        const QString typedTime = end.time->text().simplified();
        if (typedDate.isEmpty() && typedTime.isEmpty())
            return std::nullopt;
        const std::optional<QDate> date =
            typedDate.isEmpty() ? today() : words::readDate(typedDate, today(), m_reader.locale);
        const std::optional<QTime> time =
            typedTime.isEmpty() ? QTime(0, 0) : words::readTime(typedTime, m_reader.locale);
        if (!date)
            problem = tr("“%1” isn’t a date. Try 2026-01-31, today or 3d.").arg(typedDate);
        else if (!time)
            problem = tr("“%1” isn’t a time. Try 14:30.").arg(typedTime);
        else
            return WallTime{isEnd && typedTime.isEmpty() ? date->addDays(1) : *date, *time};
        return std::nullopt;
    };
    filter.from = read(m_from, false);
    filter.to = read(m_to, true);
    showProblem(problem);
    if (!problem.isEmpty())
        return false;
    if (filter.from || filter.to)
        filter.preset = Preset::Custom;
    m_isEdited = false;
    m_filter = filter;
    showFilter();
    Q_EMIT edited(m_filter);
    return true;
}

void DateRangePopover::showFilter()
{
    for (const auto &[preset, chip] : m_presetChips) {
        chip->setChecked(preset == m_filter.preset);
        chip->setSet(preset == m_filter.preset);
    }
    if (m_isEdited)
        return;
    const DateFilter resolved = m_filter.resolved(m_clock.now(), m_reader.zone);
    const auto show = [this](const End &end, std::optional<WallTime> wall, bool isEnd) {
        const bool isWholeDay = isEnd && wall && wall->time == QTime(0, 0);
        if (isWholeDay)
            wall->date = wall->date.addDays(-1);
        end.date->setText(wall ? words::inputDate(wall->date, m_reader.locale) : QString());
        end.time->setText(wall && !isWholeDay ? words::inputTime(wall->time, m_reader.locale)
                                              : QString());
        end.date->setCursorPosition(0);
    };
    show(m_from, resolved.from, false);
    show(m_to, resolved.to, true);
}

void DateRangePopover::showTheme()
{
    const Theme &theme = this->theme().theme();
    const QIcon calendar = icon(Drawing::Calendar, theme.base.plain.secondary);
    const int timeWidth = QFontMetrics(theme.fonts.body)
                              .horizontalAdvance(words::inputTime(QTime(22, 58), m_reader.locale)) +
                          2 * space::medium + space::narrow;
    for (const End &end : {m_from, m_to}) {
        end.calendar->setIcon(calendar);
        end.time->setFixedWidth(timeWidth);
    }
    setTextColor(*m_zoneLabel, theme.base.plain.secondary);
    m_zoneLabel->setFont(theme.fonts.caption);
    setTextColor(*m_problemLabel, theme.base.plain.error);
}

void DateRangePopover::openCalendar(QLineEdit *date)
{
    auto *popover = new Popover(theme(), this);
    auto *layout = new QVBoxLayout(popover);
    layout->setContentsMargins(space::narrow, space::narrow, space::narrow, space::narrow);
    auto *calendar = new QCalendarWidget(popover);
    calendar->setLocale(m_reader.locale);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setSelectedDate(
        words::readDate(date->text(), today(), m_reader.locale).value_or(today()));
    layout->addWidget(calendar);
    connect(calendar, &QCalendarWidget::activated, popover, [this, popover, date](QDate day) {
        popover->close();
        date->setText(words::inputDate(day, m_reader.locale));
        m_isEdited = true;
        takeEnds();
    });
    connect(calendar, &QCalendarWidget::clicked, calendar, &QCalendarWidget::activated);
    connect(popover, &Popover::closed, popover, &QObject::deleteLater);
    popover->showBelow(date);
    calendar->setFocus(Qt::PopupFocusReason);
}

QDate DateRangePopover::today() const
{
    return workspace::toWallTime(m_clock.now(), m_reader.zone).date;
}

} // namespace widgets
