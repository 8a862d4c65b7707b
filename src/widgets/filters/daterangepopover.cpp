// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/daterangepopover.h"

#include "common/qtcompat.h"
#include "ui_daterangepopover.h"

#include <QSignalBlocker>

namespace widgets {

using workspace::DateFilter;
using workspace::WallTime;
using Preset = DateFilter::Preset;

namespace {

// The editors hold wall clock times as UTC: in Qt 6.4 QDateTimeEdit supports only UTC and local
// time, and in local time it refuses an hour that the clock skips.
WallTime wallTimeOf(const QDateTimeEdit *edit)
{
    return {edit->date(), edit->time()};
}

QString displayFormat(const QLocale &locale)
{
    QString date = locale.dateFormat(QLocale::ShortFormat);
    if (!date.contains(QStringLiteral("yyyy")))
        date.replace(QStringLiteral("yy"), QStringLiteral("yyyy"));
    return date + QStringLiteral(" HH:mm");
}

} // namespace

DateRangePopover::DateRangePopover(const quo::Clock &clock, const inbox::Reader &reader,
                                   const QString &fromName, const QString &toName,
                                   ThemeSource &theme, QWidget *parent)
    : Popover(theme, parent)
    , m_ui(std::make_unique<Ui::DateRangePopover>())
    , m_clock(clock)
    , m_reader(reader)
{
    m_ui->setupUi(this);
    m_presetButtons = {{Preset::Any, m_ui->anyButton},
                       {Preset::Today, m_ui->todayButton},
                       {Preset::Yesterday, m_ui->yesterdayButton},
                       {Preset::Last7Days, m_ui->last7DaysButton},
                       {Preset::Last30Days, m_ui->last30DaysButton},
                       {Preset::ThisMonth, m_ui->thisMonthButton},
                       {Preset::Custom, m_ui->customButton}};
    for (const auto &[preset, button] : m_presetButtons)
        connect(button, &QAbstractButton::clicked, this,
                [this, chosen = preset] { choosePreset(chosen); });
    m_ui->fromEdit->setAccessibleName(fromName);
    m_ui->toEdit->setAccessibleName(toName);
    const std::pair<QCheckBox *, QDateTimeEdit *> ends[] = {{m_ui->fromCheck, m_ui->fromEdit},
                                                            {m_ui->toCheck, m_ui->toEdit}};
    for (const auto &[check, edit] : ends) {
        edit->setDisplayFormat(displayFormat(m_reader.locale));
        // Some styles forget the width of their own button.
        edit->setMinimumWidth(edit->fontMetrics().horizontalAdvance(edit->text()) + 60);
        connect(check, &QCheckBox::clicked, this, &DateRangePopover::takeEnds);
        common::setUtc(*edit);
        connect(edit, &QDateTimeEdit::dateTimeChanged, check, [this, end = check] {
            end->setChecked(true);
            takeEnds();
        });
    }
    m_ui->fromCheck->setAccessibleName(tr("Limit: %1").arg(fromName));
    m_ui->toCheck->setAccessibleName(tr("Limit: %1").arg(toName));
    m_ui->zoneLabel->setText(tr("Times in %1").arg(QString::fromLatin1(m_reader.zone.id())));
    showFilter();
}

DateRangePopover::~DateRangePopover() = default;

void DateRangePopover::setFilter(const DateFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    showFilter();
}

void DateRangePopover::showProblem(const QString &sentence)
{
    setProblem(m_ui->problemLabel, sentence);
    adjustSize();
}

void DateRangePopover::showEvent(QShowEvent *event)
{
    showFilter(); // presets are relative to the present
    Popover::showEvent(event);
    for (const auto &[preset, button] : m_presetButtons)
        if (preset == m_filter.preset)
            button->setFocus(Qt::PopupFocusReason);
}

void DateRangePopover::choosePreset(Preset preset)
{
    // A custom range begins with the ends that are shown.
    m_filter =
        preset == Preset::Custom ? m_filter.resolved(m_clock.now(), m_reader.zone) : DateFilter{};
    m_filter.preset = preset;
    showFilter();
    Q_EMIT edited(m_filter);
}

void DateRangePopover::takeEnds()
{
    m_filter.preset = Preset::Custom;
    m_filter.from.reset();
    m_filter.to.reset();
    if (m_ui->fromCheck->isChecked())
        m_filter.from = wallTimeOf(m_ui->fromEdit);
    if (m_ui->toCheck->isChecked())
        m_filter.to = wallTimeOf(m_ui->toEdit);
    showFilter();
    Q_EMIT edited(m_filter);
}

void DateRangePopover::showFilter()
{
    for (const auto &[preset, button] : m_presetButtons)
        if (preset == m_filter.preset)
            button->setChecked(true);
    const DateFilter resolved = m_filter.resolved(m_clock.now(), m_reader.zone);
    const QDate today = workspace::toWallTime(m_clock.now(), m_reader.zone).date;
    showEnd(resolved.from, {today, QTime(0, 0)}, m_ui->fromCheck, m_ui->fromEdit);
    showEnd(resolved.to, {today.addDays(1), QTime(0, 0)}, m_ui->toCheck, m_ui->toEdit);
}

void DateRangePopover::showEnd(const std::optional<WallTime> &end, const WallTime &otherwise,
                               QCheckBox *check, QDateTimeEdit *edit)
{
    const QSignalBlocker blocker(edit);
    check->setChecked(end.has_value());
    // An end that is switched off keeps its last value for later.
    if (!end && m_filter.preset == Preset::Custom)
        return;
    const WallTime shown = end.value_or(otherwise);
    if (wallTimeOf(edit) != shown)
        edit->setDateTime(QDateTime(shown.date, shown.time, common::utc));
}

} // namespace widgets
