// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/filterbar.h"

#include "widgets/common/flowlayout.h"
#include "widgets/filters/daterangepopover.h"
#include "widgets/filters/filterchip.h"
#include "widgets/filters/linespopover.h"
#include "widgets/filters/teammatepopover.h"
#include "words/choicewords.h"
#include "words/filterwords.h"
#include "words/problemwords.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

using quo::QueryField;
using workspace::Filters;
using workspace::ShownState;
using workspace::View;

FilterBar::FilterBar(ShownState &state, const quo::Clock &clock, const inbox::Names &names,
                     ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_names(names)
    , m_linesPopover(new LinesPopover(names, theme, this))
    , m_teammatePopover(new TeammatePopover(names, theme, this))
    , m_updatedPopover(
          new DateRangePopover(clock, names.reader(), words::filterName(QueryField::UpdatedAfter),
                               words::filterName(QueryField::UpdatedBefore), theme, this))
    , m_createdPopover(
          new DateRangePopover(clock, names.reader(), words::filterName(QueryField::CreatedAfter),
                               words::filterName(QueryField::CreatedBefore), theme, this))
    , m_linesChip(
          new FilterChip(tr("Lines"),
                         tr("Filters results to only include conversations with the specified "
                            "Quo phone numbers."),
                         m_linesPopover, this))
    , m_teammateChip(new FilterChip(tr("Teammate"),
                                    tr("Used to filter results to only include the user’s "
                                       "conversations."),
                                    m_teammatePopover, this))
    , m_updatedChip(
          new FilterChip(tr("Last updated"),
                         tr("Filter results to only include conversations updated after or "
                            "before the specified date and time."),
                         m_updatedPopover, this))
    , m_createdChip(
          new FilterChip(tr("Thread created"),
                         tr("Filter results to only include conversations created after or "
                            "before the specified date and time. An old thread with new "
                            "activity counts by its beginning."),
                         m_createdPopover, this))
    , m_inactiveChip(new QToolButton(this))
    , m_clearButton(new QPushButton(tr("Clear filters"), this))
    , m_inactiveAction(new QAction(tr("Exclude inactive"), this))
    , m_clearAction(new QAction(tr("Clear filters"), this))
    , m_problemLabel(new QLabel(this))
{
    m_inactiveChip->setObjectName(QStringLiteral("chip"));
    m_inactiveChip->setText(tr("Exclude inactive"));
    m_inactiveChip->setAccessibleName(tr("Exclude inactive"));
    m_inactiveChip->setToolTip(tr("Exclude inactive conversations from the results."));
    m_inactiveChip->setCheckable(true);
    m_inactiveChip->setFocusPolicy(Qt::StrongFocus);
    m_clearButton->setFlat(true);
    m_clearButton->setAccessibleName(tr("Clear filters"));
    m_problemLabel->setWordWrap(true);
    m_problemLabel->setAccessibleName(tr("Filter problem"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *chips = new FlowLayout;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_linesChip, m_teammateChip, m_updatedChip, m_createdChip,
                                          m_inactiveChip, m_clearButton})
        chips->addWidget(widget);
    column->addLayout(chips);
    column->addWidget(m_problemLabel);

    follow(m_linesPopover, m_linesChip, &Filters::lines);
    follow(m_teammatePopover, m_teammateChip, &Filters::teammate);
    follow(m_updatedPopover, m_updatedChip, &Filters::updated);
    follow(m_createdPopover, m_createdChip, &Filters::created);
    connect(m_inactiveChip, &QToolButton::clicked, this,
            [this](bool checked) { m_state.change(&Filters::excludeInactive, checked); });
    connect(m_clearButton, &QPushButton::clicked, this,
            [this] { m_state.change(&View::filters, {}); });
    connect(&state, &ShownState::changed, this, [this](const View &before) {
        if (m_state.shown().filters != before.filters)
            showFilters();
    });
    connect(&names, &inbox::Names::directoryChanged, this, &FilterBar::showFilters);
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
    const auto first = [&problems](std::initializer_list<QueryField> fields) {
        for (const QueryField field : fields)
            if (problems.contains(field))
                return problems.value(field);
        return QString();
    };
    const auto show = [](FilterChip *chip, auto *popover, const QString &sentence) {
        chip->setProblem(sentence);
        popover->showProblem(sentence);
    };
    show(m_linesChip, m_linesPopover, first({QueryField::PhoneNumbers}));
    show(m_teammateChip, m_teammatePopover, first({QueryField::UserId}));
    show(m_updatedChip, m_updatedPopover,
         first({QueryField::UpdatedAfter, QueryField::UpdatedBefore}));
    show(m_createdChip, m_createdPopover,
         first({QueryField::CreatedAfter, QueryField::CreatedBefore}));
    QStringList lines;
    for (auto it = problems.cbegin(); it != problems.cend(); ++it)
        lines.append(tr("%1: %2", "filter and what is wrong with it")
                         .arg(words::filterName(it.key()), it.value()));
    lines.sort();
    setProblem(m_problemLabel, lines.join(u'\n'));
}

void FilterBar::addActions()
{
    const auto add = [this](const QString &text, FilterChip *chip) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, chip, &FilterChip::open);
        addAction(action);
        return action;
    };
    add(tr("Filter by lines"), m_linesChip)->setShortcut(Qt::CTRL | Qt::Key_L);
    add(tr("Filter by teammate"), m_teammateChip);
    add(tr("Filter by last update"), m_updatedChip);
    add(tr("Filter by creation"), m_createdChip);
    m_inactiveAction->setCheckable(true);
    connect(m_inactiveAction, &QAction::triggered, m_inactiveChip, &QToolButton::click);
    connect(m_clearAction, &QAction::triggered, m_clearButton, &QPushButton::click);
    QWidget::addActions({m_inactiveAction, m_clearAction});
}

void FilterBar::showFilters()
{
    const Filters &filters = m_state.shown().filters;
    m_linesPopover->setLines(filters.lines);
    m_teammatePopover->setTeammate(filters.teammate);
    m_updatedPopover->setFilter(filters.updated);
    m_createdPopover->setFilter(filters.created);

    const inbox::CellContext context = m_names.context();
    m_linesChip->setValue(words::linesText(filters, context));
    m_teammateChip->setValue(words::teammateText(filters, context));
    m_updatedChip->setValue(words::rangeText(filters.updated, context.reader.locale));
    m_createdChip->setValue(words::rangeText(filters.created, context.reader.locale));
    m_inactiveChip->setChecked(filters.excludeInactive);
    m_inactiveAction->setChecked(filters.excludeInactive);
    m_clearButton->setEnabled(filters != Filters());
    m_clearAction->setEnabled(m_clearButton->isEnabled());
}

} // namespace widgets
