// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/filterbar.h"

#include "widgets/common/controls.h"
#include "widgets/common/theme.h"
#include "widgets/filters/chipline.h"
#include "widgets/filters/choicepopover.h"
#include "widgets/filters/choices.h"
#include "widgets/filters/daterangepopover.h"
#include "widgets/filters/filterchip.h"
#include "widgets/filters/linespopover.h"
#include "widgets/filters/teammatepopover.h"
#include "words/choicewords.h"
#include "words/filterwords.h"
#include "words/problemwords.h"
#include "words/searchwords.h"
#include "workspace/readyviews.h"

#include <QAction>
#include <QApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

namespace widgets {

using quo::QueryField;
using workspace::Filters;
using workspace::ShownState;
using workspace::View;
using Part = SearchParts::Part;

FilterBar::FilterBar(ShownState &state, const quo::Clock &clock, const inbox::Names &names,
                     ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_names(names)
    , m_theme(theme)
    , m_clock(clock)
    , m_linesPopover(new LinesPopover(names, theme, this))
    , m_statePopover(new ChoicePopover(tr("State"), {}, theme, this))
    , m_activityPopover(new DateRangePopover(clock, names.reader(), tr("Last activity from"),
                                             tr("Last activity to"), theme, this))
    , m_assigneePopover(new ChoicePopover(tr("Assigned to"), tr("Name or email"), theme, this))
    , m_teammatePopover(new TeammatePopover(names, theme, this))
    , m_updatedPopover(
          new DateRangePopover(clock, names.reader(), words::filterName(QueryField::UpdatedAfter),
                               words::filterName(QueryField::UpdatedBefore), theme, this))
    , m_createdPopover(
          new DateRangePopover(clock, names.reader(), words::filterName(QueryField::CreatedAfter),
                               words::filterName(QueryField::CreatedBefore), theme, this))
    , m_linesChip(new FilterChip(tr("Line"), tr("Only conversations on these lines (Ctrl+L)"),
                                 m_linesPopover, theme, this))
    , m_stateChip(new FilterChip(tr("State"), tr("Only conversations in any of these states"),
                                 m_statePopover, theme, this))
    , m_activityChip(new FilterChip(tr("Last activity"),
                                    tr("When the last message or call came in or went out"),
                                    m_activityPopover, theme, this))
    , m_assigneeChip(new FilterChip(tr("Assigned to"),
                                    tr("Only conversations that are assigned to any of these"),
                                    m_assigneePopover, theme, this))
    , m_createdChip(new FilterChip(
          tr("Created"), tr("When the conversation began, even if it has been active since then"),
          m_createdPopover, theme, this))
    , m_inactiveChip(new FilterChip(tr("Active only"),
                                    tr("Leave out conversations that Quo calls inactive"), nullptr,
                                    theme, this))
    , m_teammateChip(
          new FilterChip(tr("Quo user"),
                         tr("Conversations Quo lists for this person, whoever they’re assigned to"),
                         m_teammatePopover, theme, this))
    , m_updatedChip(new FilterChip(tr("Last changed"),
                                   tr("When anything about the conversation last changed in Quo"),
                                   m_updatedPopover, theme, this))
    , m_line(new ChipLine(*this, names.reader().locale, theme))
    , m_saveButton(new QPushButton(tr("Save changes"), this))
    , m_clearButton(new QPushButton(tr("Clear"), this))
    , m_inactiveAction(new QAction(tr("Active only"), this))
    , m_clearAction(new QAction(tr("Clear filters and search"), this))
{
    setBackgroundRole(QPalette::Base); // for the controls in it
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_inactiveChip->setOn(false);
    m_line->setLinks({m_clearButton, m_saveButton});
    m_saveButton->setAccessibleName(m_saveButton->text());
    m_saveButton->setToolTip(tr("Save what is shown in the open view"));
    m_saveButton->hide();
    m_clearButton->setAccessibleName(tr("Clear filters and search"));
    m_clearButton->setToolTip(tr("Clear filters and search (Ctrl+Z brings them back)"));
    for (QPushButton *button : {m_saveButton, m_clearButton}) {
        setLook(*button, ButtonLook::Link);
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::ClickFocus);
        button->installEventFilter(this);
    }

    connect(m_statePopover, &ChoicePopover::opening, this, &FilterBar::showStates);
    connect(m_assigneePopover, &ChoicePopover::opening, this, &FilterBar::showAssignees);
    connect(m_statePopover, &ChoicePopover::edited, this, [this](const QStringList &ids) {
        replaceConditions(Part::State, stateConditions(ids));
    });
    connect(m_assigneePopover, &ChoicePopover::edited, this, [this](const QStringList &ids) {
        replaceConditions(Part::Assignee, assigneeConditions(ids, m_names));
    });
    connect(m_activityPopover, &DateRangePopover::edited, this,
            [this](const workspace::DateFilter &filter) {
                replaceConditions(Part::Activity, words::activityConditions(filter, m_clock.now(),
                                                                            m_names.reader().zone));
            });
    connect(m_stateChip, &FilterChip::removeRequested, this,
            [this] { replaceConditions(Part::State, {}); });
    connect(m_activityChip, &FilterChip::removeRequested, this,
            [this] { replaceConditions(Part::Activity, {}); });
    connect(m_assigneeChip, &FilterChip::removeRequested, this,
            [this] { replaceConditions(Part::Assignee, {}); });
    follow(m_linesPopover, m_linesChip, &Filters::lines);
    follow(m_teammatePopover, m_teammateChip, &Filters::teammate);
    follow(m_updatedPopover, m_updatedChip, &Filters::updated);
    follow(m_createdPopover, m_createdChip, &Filters::created);
    connect(m_inactiveChip, &FilterChip::toggled, this,
            [this](bool on) { m_state.change(&Filters::excludeInactive, on); });
    connect(m_inactiveChip, &FilterChip::removeRequested, this,
            [this] { m_state.change(&Filters::excludeInactive, false); });
    connect(m_saveButton, &QPushButton::clicked, this, &FilterBar::saveRequested);
    connect(m_clearButton, &QPushButton::clicked, &m_state, &ShownState::clear);
    connect(&theme, &ThemeSource::changed, m_line, &ChipLine::arrange);
    connect(&state, &ShownState::changed, this, [this](const View &before) {
        if (m_state.shown().filters != before.filters)
            showFilters();
        else if (m_state.shown().search != before.search)
            showSearch();
    });
    connect(&names, &inbox::Names::directoryChanged, this, &FilterBar::showFilters);
    connect(&names, &inbox::Names::meChanged, this, &FilterBar::showFilters);
    connect(qApp, &QApplication::focusChanged, &m_lifetime, [this](QWidget *, QWidget *now) {
        if (now && isAncestorOf(now) && now->window() == window())
            m_lastStop = now;
    });
    addActions();
    showFilters();
    setProblems({});
}

template <class Popover, class T>
void FilterBar::follow(Popover *popover, FilterChip *chip, T Filters::*filter)
{
    connect(popover, &Popover::edited, this,
            [this, filter](const T &value) { m_state.change(filter, value); });
    connect(chip, &FilterChip::removeRequested, this,
            [this, filter] { m_state.change(filter, {}); });
}

void FilterBar::setRefusedLines(const QHash<QString, quo::ApiError> &refused)
{
    m_linesPopover->setRefused(refused);
}

void FilterBar::setProblems(const QHash<QueryField, QString> &problems)
{
    const auto show = [&problems](FilterChip *chip, auto *popover,
                                  std::initializer_list<QueryField> fields) {
        QString sentence;
        for (const QueryField field : fields)
            if (sentence.isEmpty())
                sentence = problems.value(field);
        chip->setProblem(sentence);
        popover->showProblem(sentence);
    };
    show(m_linesChip, m_linesPopover, {QueryField::PhoneNumbers});
    show(m_teammateChip, m_teammatePopover, {QueryField::UserId});
    show(m_updatedChip, m_updatedPopover, {QueryField::UpdatedAfter, QueryField::UpdatedBefore});
    show(m_createdChip, m_createdPopover, {QueryField::CreatedAfter, QueryField::CreatedBefore});
    m_line->arrange();
}

void FilterBar::setViewChanged(bool isChanged)
{
    setLinkVisible(m_saveButton, isChanged);
    m_line->arrange();
}

void FilterBar::setLinkVisible(QPushButton *button, bool isVisible)
{
    if (!isVisible && button->hasFocus())
        m_line->stops().constFirst()->setFocus(Qt::OtherFocusReason); // it stays in the bar
    button->setVisible(isVisible);
}

void FilterBar::addActions()
{
    const auto add = [this](const QString &text, FilterChip *chip) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, chip, &FilterChip::open);
        addAction(action);
        return action;
    };
    add(tr("Filter by line"), m_linesChip)->setShortcut(Qt::CTRL | Qt::Key_L);
    add(tr("Filter by state"), m_stateChip);
    add(tr("Filter by last activity"), m_activityChip);
    add(tr("Filter by assignee"), m_assigneeChip);
    add(tr("Filter by creation"), m_createdChip);
    add(tr("Filter by Quo user"), m_teammateChip);
    add(tr("Filter by last change"), m_updatedChip);
    m_inactiveAction->setCheckable(true);
    connect(m_inactiveAction, &QAction::triggered, this,
            [this](bool on) { m_state.change(&Filters::excludeInactive, on); });
    connect(m_clearAction, &QAction::triggered, &m_state, &ShownState::clear);
    QWidget::addActions({m_inactiveAction, m_clearAction});
}

void FilterBar::showFilters()
{
    const View &shown = m_state.shown();
    const Filters &filters = shown.filters;
    m_linesPopover->setLines(filters.lines);
    m_teammatePopover->setTeammate(filters.teammate);
    m_updatedPopover->setFilter(filters.updated);
    m_createdPopover->setFilter(filters.created);

    const inbox::CellContext context = m_names.context();
    m_linesChip->setValue(words::linesText(filters, context));
    m_teammateChip->setValue(words::teammateText(filters, context));
    m_updatedChip->setValue(words::rangeText(filters.updated, context.reader.locale));
    m_createdChip->setValue(words::rangeText(filters.created, context.reader.locale));
    m_inactiveChip->setOn(filters.excludeInactive);
    m_inactiveAction->setChecked(filters.excludeInactive);
    showSearch();
}

void FilterBar::setCounts(const inbox::ShownCounts &counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    showChoices();
}

// Those that can be seen; the others are filled when they are opened.
void FilterBar::showChoices()
{
    if (m_statePopover->isVisible())
        showStates();
    if (m_assigneePopover->isVisible())
        showAssignees();
}

void FilterBar::showSearch()
{
    m_search = SearchParts(m_state.shown().search, inbox::searchContext(m_names));
    m_stateChip->setValue(textOf(m_search.of(Part::State)));
    m_assigneeChip->setValue(textOf(m_search.of(Part::Assignee)));
    showActivity();
    showChoices();
    showOthers();
    const bool hasAny = workspace::isFiltered(m_state.shown());
    setLinkVisible(m_clearButton, hasAny);
    m_clearAction->setEnabled(hasAny);
    m_line->arrange();
}

QString FilterBar::textOf(const QList<inbox::SearchCondition> &conditions) const
{
    return conditions.isEmpty()
               ? QString()
               : words::conditionText(conditions.first(), m_names.context(), m_names.me());
}

void FilterBar::showActivity()
{
    const inbox::Reader &reader = m_names.reader();
    const QList<inbox::SearchCondition> conditions = m_search.of(Part::Activity);
    const workspace::DateFilter activity =
        words::activityFilter(conditions, m_clock.now(), reader.zone)
            .value_or(workspace::DateFilter());
    // Dates are read as in the popover, everything else as it was typed: 'Over 5 d ago'.
    const bool isTyped = activity.preset == workspace::DateFilter::Preset::Custom &&
                         conditions.size() == 1 &&
                         !conditions.first().values.first().contains(u'-');
    m_activityPopover->setFilter(activity);
    m_activityChip->setValue(isTyped ? textOf(conditions)
                                     : words::rangeText(activity, reader.locale));
}

void FilterBar::showOthers()
{
    const QList<inbox::SearchCondition> others = m_search.others();
    while (m_conditionChips.size() > others.size()) {
        FilterChip *chip = m_conditionChips.takeLast();
        m_line->remove(*chip);
        chip->deleteLater(); // it may be what asked for it
    }
    while (m_conditionChips.size() < others.size())
        addConditionChip();
    for (qsizetype i = 0; i < others.size(); ++i) {
        const inbox::SearchCondition &condition = others.at(i);
        FilterChip *chip = m_conditionChips.at(i);
        chip->setTitle(words::conditionTitle(condition));
        chip->setValue(textOf({condition}));
        chip->setToolTipText(tr("%1. Press to edit it in the search.", "condition as it was typed")
                                 .arg(condition.text));
    }
    m_line->setChips(QList<FilterChip *>{m_linesChip, m_stateChip, m_activityChip, m_assigneeChip,
                                         m_createdChip, m_inactiveChip, m_teammateChip,
                                         m_updatedChip} +
                         m_conditionChips,
                     {m_teammateChip, m_updatedChip});
}

void FilterBar::addConditionChip()
{
    auto *chip = new FilterChip({}, {}, nullptr, m_theme, this);
    const qsizetype at = m_conditionChips.size();
    connect(chip, &FilterChip::removeRequested, this,
            [this, at] { m_state.change(&View::search, m_search.withoutOther(at)); });
    connect(chip, &FilterChip::pressed, this, [this, at] {
        m_line->closeMore();
        Q_EMIT conditionEditRequested(m_search.others().at(at).text);
    });
    m_conditionChips.append(chip);
}

void FilterBar::showStates()
{
    const Choices choices =
        stateChoices(m_search.of(Part::State), m_counts, m_names.reader().locale);
    m_statePopover->setEntries(choices.entries);
    m_statePopover->setChosen(choices.chosen);
}

void FilterBar::showAssignees()
{
    const Choices choices = assigneeChoices(m_search.of(Part::Assignee), m_counts, m_names);
    m_assigneePopover->setEntries(choices.entries);
    m_assigneePopover->setChosen(choices.chosen);
}

void FilterBar::replaceConditions(Part part, const QStringList &conditions)
{
    m_state.change(&View::search, m_search.with(part, conditions));
}

bool FilterBar::moveFocus(int key)
{
    const QList<QWidget *> stops = m_line->stops();
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const qsizetype at = stops.indexOf(window()->focusWidget());
    qsizetype to = -1;
    if (key == Qt::Key_Home)
        to = 0;
    else if (key == Qt::Key_End)
        to = stops.size() - 1;
    else if (key == (isMirrored ? Qt::Key_Left : Qt::Key_Right))
        to = at + 1;
    else if (key == (isMirrored ? Qt::Key_Right : Qt::Key_Left))
        to = at - 1;
    else
        return false;
    if (to >= 0 && to < stops.size())
        stops.at(to)->setFocus(Qt::TabFocusReason);
    return true;
}

void FilterBar::keyPressEvent(QKeyEvent *event)
{
    if (!moveFocus(event->key()))
        QWidget::keyPressEvent(event);
}

// A push button would move the focus itself.
bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && moveFocus(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

void FilterBar::focusInEvent(QFocusEvent *event)
{
    const QList<QWidget *> stops = m_line->stops();
    QWidget *to = stops.contains(m_lastStop) ? m_lastStop : stops.value(0);
    if (to)
        to->setFocus(event->reason());
}

// From a chip, Tab leaves the bar.
bool FilterBar::focusNextPrevChild(bool next)
{
    QWidget *at = this;
    do {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        const bool isStop = (at->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && at->isVisible() &&
                            at->isEnabled() && !at->focusProxy() && at->window() == window() &&
                            !isAncestorOf(at);
        if (at != this && isStop) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (at != this);
    return false;
}

bool FilterBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange)
        m_line->arrange();
    return QWidget::event(event);
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_line->arrange();
}

void FilterBar::paintEvent(QPaintEvent *)
{
    const Surface &surface = m_theme.theme().base;
    QPainter painter(this);
    painter.fillRect(rect(), surface.plain.fill);
    painter.fillRect(0, height() - stroke::hairline, width(), stroke::hairline, surface.hairline);
}

QSize FilterBar::sizeHint() const
{
    return {m_theme.theme().heights.filterBar * 12, m_theme.theme().heights.filterBar};
}

QSize FilterBar::minimumSizeHint() const
{
    return {m_theme.theme().heights.filterBar * 4, m_theme.theme().heights.filterBar};
}

} // namespace widgets
