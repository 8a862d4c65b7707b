// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/filterbar.h"

#include "inbox/collator.h"
#include "inbox/column.h"
#include "inbox/naming.h"
#include "inbox/searchtext.h"
#include "inbox/searchtokens.h"
#include "widgets/common/controls.h"
#include "widgets/common/popover.h"
#include "widgets/common/theme.h"
#include "widgets/filters/chip.h"
#include "widgets/filters/choicepopover.h"
#include "widgets/filters/daterangepopover.h"
#include "widgets/filters/filterchip.h"
#include "widgets/filters/linespopover.h"
#include "widgets/filters/teammatepopover.h"
#include "words/choicewords.h"
#include "words/filterwords.h"
#include "words/problemwords.h"
#include "words/searchwords.h"
#include "words/statewords.h"
#include "workspace/readyviews.h"

#include <QAction>
#include <QApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using quo::QueryField;
using workspace::Filters;
using workspace::ShownState;
using workspace::View;

namespace {

constexpr QLatin1String meId("me");
constexpr QLatin1String nobodyId("none");

Drawing drawingOf(inbox::Facet facet)
{
    switch (facet) {
    case inbox::Facet::Unassigned:
        return Drawing::Unassigned;
    case inbox::Facet::Assigned:
        return Drawing::Person;
    case inbox::Facet::Snoozed:
        return Drawing::Snoozed;
    case inbox::Facet::SnoozeEnded:
        return Drawing::SnoozeEnded;
    case inbox::Facet::Muted:
        return Drawing::Muted;
    case inbox::Facet::Deleted:
        return Drawing::Deleted;
    }
    return Drawing::Info;
}

// Between what the chips draw.
int gapAfter(const FilterChip &chip)
{
    return chip.isSet() ? space::narrow : space::tiny;
}

} // namespace

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
    , m_morePopover(new Popover(theme, this))
    , m_moreLayout(new QVBoxLayout(m_morePopover))
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
    , m_moreChip(new Chip(theme, this))
    , m_saveButton(new QPushButton(tr("Save changes"), this))
    , m_clearButton(new QPushButton(tr("Clear"), this))
    , m_inactiveAction(new QAction(tr("Active only"), this))
    , m_clearAction(new QAction(tr("Clear filters and search"), this))
{
    setBackgroundRole(QPalette::Base); // for the controls in it
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_inactiveChip->setOn(false);
    m_moreLayout->setContentsMargins(space::tiny, space::tiny, space::tiny, space::tiny);
    m_moreLayout->setSpacing(0);
    m_morePopover->setAccessibleName(tr("More filters"));
    m_moreChip->setRemovable(false);
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
    m_moreChip->setFocusPolicy(Qt::ClickFocus);

    connect(m_statePopover, &ChoicePopover::opening, this, &FilterBar::showStates);
    connect(m_assigneePopover, &ChoicePopover::opening, this, &FilterBar::showAssignees);
    connect(m_statePopover, &ChoicePopover::edited, this, &FilterBar::chooseStates);
    connect(m_assigneePopover, &ChoicePopover::edited, this, &FilterBar::chooseAssignees);
    connect(m_activityPopover, &DateRangePopover::edited, this,
            [this](const workspace::DateFilter &filter) {
                replaceConditions(m_activityAt, words::activityConditions(filter, m_clock.now(),
                                                                          m_names.reader().zone));
            });
    connect(m_stateChip, &FilterChip::removeRequested, this,
            [this] { replaceConditions(m_stateAt, {}); });
    connect(m_activityChip, &FilterChip::removeRequested, this,
            [this] { replaceConditions(m_activityAt, {}); });
    connect(m_assigneeChip, &FilterChip::removeRequested, this,
            [this] { replaceConditions(m_assigneeAt, {}); });
    follow(m_linesPopover, m_linesChip, &Filters::lines);
    follow(m_teammatePopover, m_teammateChip, &Filters::teammate);
    follow(m_updatedPopover, m_updatedChip, &Filters::updated);
    follow(m_createdPopover, m_createdChip, &Filters::created);
    connect(m_inactiveChip, &FilterChip::toggled, this,
            [this](bool on) { m_state.change(&Filters::excludeInactive, on); });
    connect(m_inactiveChip, &FilterChip::removeRequested, this,
            [this] { m_state.change(&Filters::excludeInactive, false); });
    m_morePopover->setAnchor(m_moreChip);
    connect(m_moreChip, &Chip::clicked, this, [this] { m_morePopover->showBelow(m_moreChip); });
    connect(m_morePopover, &Popover::closed, this, &FilterBar::arrange, Qt::QueuedConnection);
    connect(m_saveButton, &QPushButton::clicked, this, &FilterBar::saveRequested);
    connect(m_clearButton, &QPushButton::clicked, &m_state, &ShownState::clear);
    connect(&theme, &ThemeSource::changed, this, &FilterBar::arrange);
    connect(&state, &ShownState::changed, this, [this](const View &before) {
        if (m_state.shown().filters != before.filters)
            showFilters();
        else if (m_state.shown().search != before.search)
            showSearch();
    });
    connect(&names, &inbox::Names::directoryChanged, this, &FilterBar::showFilters);
    connect(&names, &inbox::Names::meChanged, this, &FilterBar::showFilters);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
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
    arrange();
}

void FilterBar::setViewChanged(bool isChanged)
{
    setLinkVisible(m_saveButton, isChanged);
    arrange();
}

void FilterBar::setLinkVisible(QPushButton *button, bool isVisible)
{
    if (!isVisible && button->hasFocus())
        stops().first()->setFocus(Qt::OtherFocusReason); // it stays in the bar
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

QString FilterBar::countText(int count) const
{
    const QString text = m_names.reader().locale.toString(count);
    return m_counts.moreExist ? tr("%1+", "count, and more exist").arg(text) : text;
}

void FilterBar::readSearch()
{
    using Kind = inbox::SoughtValue::Kind;
    m_search = inbox::splitSearch(m_state.shown().search, inbox::searchContext(m_names));
    m_stateAt.clear();
    m_activityAt.clear();
    m_assigneeAt.clear();
    m_othersAt.clear();
    for (qsizetype i = 0; i < m_search.conditions.size(); ++i) {
        const inbox::SearchTerm &term = m_search.conditions.at(i).term;
        const auto isAll = [&term](Kind kind) {
            return std::ranges::all_of(
                term.anyOf, [kind](const inbox::SoughtValue &value) { return value.kind == kind; });
        };
        const bool isState = term.column == columnIndex(inbox::ColumnId::State);
        const bool isAssignee = term.column == columnIndex(inbox::ColumnId::AssignedTo) ||
                                (isState && isAll(Kind::Assignee));
        const bool isActivity = term.column == columnIndex(inbox::ColumnId::LastActivityAt) &&
                                term.anyOf.size() == 1 && isAll(Kind::Time);
        // A chip has one condition; all of several must hold, which its popover cannot say.
        if (!term.isNegated && isState && isAll(Kind::Facet) && m_stateAt.isEmpty())
            m_stateAt.append(i);
        else if (!term.isNegated && isAssignee && m_assigneeAt.isEmpty())
            m_assigneeAt.append(i);
        else if (!term.isNegated && isActivity)
            m_activityAt.append(i);
        else
            m_othersAt.append(i);
    }
}

QList<inbox::SearchCondition> FilterBar::conditionsAt(const QList<qsizetype> &indexes) const
{
    QList<inbox::SearchCondition> conditions;
    for (const qsizetype index : indexes)
        conditions.append(m_search.conditions.at(index));
    return conditions;
}

void FilterBar::showSearch()
{
    readSearch();
    const inbox::CellContext context = m_names.context();
    const QTimeZone &zone = m_names.reader().zone;
    const auto textAt = [&](const QList<qsizetype> &at) {
        return at.isEmpty() ? QString()
                            : words::conditionText(m_search.conditions.at(at.first()), context,
                                                   m_names.me());
    };
    m_stateChip->setValue(textAt(m_stateAt));
    m_assigneeChip->setValue(textAt(m_assigneeAt));
    const workspace::DateFilter activity =
        words::activityFilter(conditionsAt(m_activityAt), m_clock.now(), zone)
            .value_or(workspace::DateFilter());
    // Dates are read as in the popover, everything else as it was typed: 'Over 5 d ago'.
    const bool isTyped = activity.preset == workspace::DateFilter::Preset::Custom &&
                         m_activityAt.size() == 1 &&
                         !conditionsAt(m_activityAt).first().values.first().contains(u'-');
    m_activityPopover->setFilter(activity);
    m_activityChip->setValue(isTyped ? textAt(m_activityAt)
                                     : words::rangeText(activity, context.reader.locale));
    showChoices();

    while (m_conditionChips.size() > m_othersAt.size()) {
        FilterChip *chip = m_conditionChips.takeLast();
        if (chip->isAncestorOf(window()->focusWidget()))
            stops().first()->setFocus(Qt::OtherFocusReason);
        m_moreLayout->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be what asked for it
    }
    while (m_conditionChips.size() < m_othersAt.size()) {
        auto *chip = new FilterChip({}, {}, nullptr, m_theme, this);
        const qsizetype at = m_conditionChips.size();
        connect(chip, &FilterChip::removeRequested, this,
                [this, at] { replaceConditions({m_othersAt.at(at)}, {}); });
        connect(chip, &FilterChip::pressed, this, [this, at] {
            m_morePopover->close();
            Q_EMIT conditionEditRequested(m_search.conditions.at(m_othersAt.at(at)).text);
        });
        m_conditionChips.append(chip);
    }
    for (qsizetype i = 0; i < m_othersAt.size(); ++i) {
        const inbox::SearchCondition &condition = m_search.conditions.at(m_othersAt.at(i));
        m_conditionChips.at(i)->setTitle(words::conditionTitle(condition));
        m_conditionChips.at(i)->setValue(words::conditionText(condition, context, m_names.me()));
        m_conditionChips.at(i)->setToolTipText(
            tr("%1. Press to edit it in the search.", "condition as it was typed")
                .arg(condition.text));
    }
    const bool hasAny = workspace::isFiltered(m_state.shown());
    setLinkVisible(m_clearButton, hasAny);
    m_clearAction->setEnabled(hasAny);
    arrange();
}

void FilterBar::showStates()
{
    QList<PickerModel::Entry> entries;
    for (const inbox::Facet facet : inbox::allFacets)
        entries.append({facetWord(facet),
                        words::facetName(facet),
                        countText(m_counts.choices.of(facet)),
                        {},
                        {},
                        {.drawing = drawingOf(facet)}});
    m_statePopover->setEntries(entries);
    QStringList chosen;
    for (const inbox::SearchCondition &condition : conditionsAt(m_stateAt))
        for (const inbox::SoughtValue &value : condition.term.anyOf)
            chosen.append(facetWord(value.facet));
    m_statePopover->setChosen(chosen);
}

void FilterBar::showAssignees()
{
    const quo::Directory &directory = m_names.directory();
    QList<PickerModel::Entry> entries;
    const QList<quo::Teammate> teammates = directory.teammates();
    for (const quo::Teammate &teammate : teammates) {
        const QString name = inbox::assigneeName(teammate.id, directory);
        entries.append({teammate.id,
                        name,
                        countText(m_counts.choices.assignees.value(teammate.id)),
                        {},
                        {},
                        {.avatar = avatarOf(name, teammate.id)}});
    }
    const inbox::Collator collator(m_names.reader().locale);
    std::ranges::stable_sort(entries, [&collator](const auto &a, const auto &b) {
        return collator.compare(a.text, b.text) < 0;
    });
    if (!m_names.me().isEmpty())
        entries.prepend({meId,
                         tr("Me"),
                         countText(m_counts.choices.assignees.value(m_names.me())),
                         {},
                         {},
                         {.drawing = Drawing::Person}});
    entries.prepend({nobodyId,
                     words::facetName(inbox::Facet::Unassigned),
                     countText(m_counts.choices.assignees.value(QString())),
                     {},
                     {},
                     {.drawing = Drawing::Unassigned}});

    QStringList chosen;
    for (const inbox::SearchCondition &condition : conditionsAt(m_assigneeAt)) {
        for (qsizetype i = 0; i < condition.term.anyOf.size(); ++i) {
            using Kind = inbox::SoughtValue::Kind;
            const Kind kind = condition.term.anyOf.at(i).kind;
            const QString typed = condition.values.value(i);
            QString id = kind == Kind::None ? nobodyId : kind == Kind::Assignee ? meId : typed;
            const auto isMeant = [&typed](const PickerModel::Entry &entry) {
                return entry.id == typed || inbox::folded(entry.text) == inbox::folded(typed);
            };
            const auto found = std::ranges::find_if(entries, isMeant);
            if (kind == Kind::Text && found != entries.end())
                id = found->id;
            else if (kind == Kind::Text) // a part of a name
                entries.append({id, typed, {}, {}, {}, {}});
            chosen.append(id);
        }
    }
    m_assigneePopover->setEntries(entries);
    m_assigneePopover->setChosen(chosen);
}

void FilterBar::replaceConditions(const QList<qsizetype> &at, const QStringList &conditions)
{
    QStringList texts;
    for (qsizetype i = 0; i < m_search.conditions.size(); ++i) {
        if (!at.contains(i))
            texts.append(m_search.conditions.at(i).text);
        else if (i == at.first())
            texts += conditions;
    }
    if (at.isEmpty())
        texts += conditions;
    m_state.change(&View::search, inbox::joinedSearch(texts, m_search.text));
}

void FilterBar::chooseStates(const QStringList &words)
{
    const int column = columnIndex(inbox::ColumnId::State);
    replaceConditions(m_stateAt, words.isEmpty()
                                     ? QStringList()
                                     : QStringList(inbox::anyOfCondition(column, words)));
}

void FilterBar::chooseAssignees(const QStringList &ids)
{
    QStringList values;
    for (const QString &id : ids) {
        const bool isWord = id == meId || id == nobodyId;
        values.append(isWord ? id
                             : inbox::searchValue(inbox::assigneeName(id, m_names.directory())));
    }
    const int column = columnIndex(inbox::ColumnId::AssignedTo);
    replaceConditions(m_assigneeAt, values.isEmpty()
                                        ? QStringList()
                                        : QStringList(inbox::anyOfCondition(column, values)));
}

QList<FilterChip *> FilterBar::all() const
{
    return QList<FilterChip *>{m_linesChip,   m_stateChip,    m_activityChip, m_assigneeChip,
                               m_createdChip, m_inactiveChip, m_teammateChip, m_updatedChip} +
           m_conditionChips;
}

QList<FilterChip *> FilterBar::candidates() const
{
    QList<FilterChip *> chips = all();
    chips.removeIf([this](const FilterChip *chip) {
        return !chip->isSet() && (chip == m_teammateChip || chip == m_updatedChip);
    });
    return chips;
}

// Returns how much room is left before them.
int FilterBar::placeLinks()
{
    int end = width() - space::narrow;
    for (QPushButton *button : {m_clearButton, m_saveButton}) {
        if (button->isHidden())
            continue;
        const QSize size = button->sizeHint();
        end -= size.width();
        button->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(),
                               {end, (height() - size.height()) / 2, size.width(), size.height()}));
    }
    return end;
}

void FilterBar::arrange()
{
    // Nothing moves while its popover is open.
    if (m_isArranging || m_morePopover->isVisible())
        return;
    const QScopedValueRollback guard(m_isArranging, true);
    const int ring = Chip::ringRoom();
    const int begin = space::medium - ring;
    const int end = placeLinks();
    const QList<FilterChip *> all = this->all();
    QList<FilterChip *> shown = candidates();
    const auto showMore = [&] {
        const auto hiddenSet = std::ranges::count_if(
            all, [&](FilterChip *chip) { return chip->isSet() && !shown.contains(chip); });
        m_moreChip->setTexts(hiddenSet == 0
                                 ? tr("More")
                                 : tr("More · %1", "filters, and how many of them are set")
                                       .arg(m_names.reader().locale.toString(hiddenSet)),
                             {});
        m_moreChip->setSet(hiddenSet > 0);
        m_moreChip->setAccessibleName(hiddenSet == 0
                                          ? tr("More filters")
                                          : tr("More filters, %n set", nullptr, int(hiddenSet)));
    };
    const auto wanted = [&] {
        int width = begin;
        for (const FilterChip *chip : std::as_const(shown))
            width += chip->sizeHint().width() - 2 * ring + gapAfter(*chip);
        return shown.size() == all.size() ? width : width + m_moreChip->sizeHint().width();
    };
    for (showMore(); !shown.isEmpty() && wanted() > end; showMore()) {
        const auto unset =
            std::find_if(shown.rbegin(), shown.rend(), [](FilterChip *c) { return !c->isSet(); });
        shown.removeAt(unset == shown.rend() ? shown.size() - 1
                                             : std::distance(unset, shown.rend()) - 1);
    }

    QList<FilterChip *> hidden = all;
    hidden.removeIf([&shown](FilterChip *chip) { return shown.contains(chip); });
    moveToMore(hidden);
    int left = begin;
    const auto place = [&](QWidget *chip, const QSize &size) {
        chip->setGeometry(QStyle::visualRect(
            layoutDirection(), rect(),
            {left, (height() - size.height()) / 2, size.width(), size.height()}));
        left += size.width() - 2 * ring;
    };
    for (FilterChip *chip : std::as_const(shown)) {
        if (chip->parentWidget() != this) {
            m_moreLayout->removeWidget(chip);
            chip->setParent(this);
        }
        for (QWidget *stop : {static_cast<QWidget *>(&chip->chip()), chip->stops().last()})
            stop->setFocusPolicy(Qt::ClickFocus);
        chip->show();
        place(chip, chip->sizeHint());
        left += gapAfter(*chip);
    }
    m_moreChip->setVisible(!hidden.isEmpty());
    place(m_moreChip, m_moreChip->sizeHint());
}

void FilterBar::moveToMore(const QList<FilterChip *> &hidden)
{
    for (int i = 0; i < hidden.size(); ++i) {
        FilterChip *chip = hidden.at(i);
        if (chip->isAncestorOf(window()->focusWidget()) && chip->parentWidget() == this) {
            m_moreChip->show();
            m_moreChip->setFocus(Qt::OtherFocusReason);
        }
        for (QWidget *stop : chip->stops())
            stop->setFocusPolicy(Qt::StrongFocus);
        m_moreLayout->removeWidget(chip);
        m_moreLayout->insertWidget(i, chip, 0,
                                   Qt::AlignLeading); // which becomes a child of the popover
        chip->show();
    }
}

QList<QWidget *> FilterBar::stops() const
{
    QList<QWidget *> stops;
    for (const FilterChip *chip : candidates())
        if (chip->parentWidget() == this)
            stops += chip->stops();
    for (QWidget *last : std::initializer_list<QWidget *>{m_moreChip, m_saveButton, m_clearButton})
        if (!last->isHidden())
            stops.append(last);
    return stops;
}

bool FilterBar::moveFocus(int key)
{
    const QList<QWidget *> stops = this->stops();
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
    const QList<QWidget *> stops = this->stops();
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
        arrange();
    return QWidget::event(event);
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
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
