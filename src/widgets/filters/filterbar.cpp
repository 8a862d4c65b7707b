// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/filterbar.h"

#include "inbox/column.h"
#include "widgets/common/flowlayout.h"
#include "widgets/filters/daterangepopover.h"
#include "widgets/filters/filterchip.h"
#include "widgets/filters/linespopover.h"
#include "widgets/filters/teammatepopover.h"
#include "words/words.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

using quo::QueryField;
using workspace::DateFilter;
using workspace::Filters;

namespace {

// Long enough for the next key, short enough to feel immediate.
constexpr std::chrono::milliseconds rest{300};

} // namespace

FilterBar::FilterBar(const quo::Clock &clock, const inbox::Names &names, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_linesPopover(new LinesPopover(names, this))
    , m_teammatePopover(new TeammatePopover(names, this))
    , m_updatedPopover(new DateRangePopover(clock, names.reader(),
                                            words::filterName(QueryField::UpdatedAfter),
                                            words::filterName(QueryField::UpdatedBefore), this))
    , m_createdPopover(new DateRangePopover(clock, names.reader(),
                                            words::filterName(QueryField::CreatedAfter),
                                            words::filterName(QueryField::CreatedBefore), this))
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

    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, [this] { Q_EMIT filtersEdited(m_filters); });

    connect(m_linesPopover, &LinesPopover::edited, this, &FilterBar::setLines);
    connect(m_teammatePopover, &TeammatePopover::edited, this, &FilterBar::setTeammate);
    const auto setUpdated = [this](const DateFilter &range) { edit(&Filters::updated, range); };
    const auto setCreated = [this](const DateFilter &range) { edit(&Filters::created, range); };
    connect(m_updatedPopover, &DateRangePopover::edited, this, setUpdated);
    connect(m_createdPopover, &DateRangePopover::edited, this, setCreated);
    connect(m_inactiveChip, &QToolButton::clicked, this,
            [this](bool checked) { edit(&Filters::excludeInactive, checked); });
    connect(m_linesChip, &FilterChip::removeRequested, this, [this] { setLines({}); });
    connect(m_teammateChip, &FilterChip::removeRequested, this, [this] { setTeammate({}); });
    connect(m_updatedChip, &FilterChip::removeRequested, this, [setUpdated] { setUpdated({}); });
    connect(m_createdChip, &FilterChip::removeRequested, this, [setCreated] { setCreated({}); });
    connect(m_clearButton, &QPushButton::clicked, this, [this] { edit(Filters()); });
    connect(&names, &inbox::Names::directoryChanged, this, &FilterBar::showFilters);
    addActions();
    showFilters();
    setProblems({});
}

void FilterBar::setFilters(const Filters &filters)
{
    m_rest.stop();
    m_filters = filters;
    showFilters();
}

void FilterBar::setLines(const QStringList &lines)
{
    edit(&Filters::lines, lines);
}

void FilterBar::setTeammate(const QString &userId)
{
    edit(&Filters::teammate, userId);
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

void FilterBar::edit(const Filters &filters)
{
    if (filters == m_filters)
        return;
    m_filters = filters;
    showFilters();
    m_rest.start();
}

template <class T>
void FilterBar::edit(T Filters::*member, const T &value)
{
    Filters filters = m_filters;
    filters.*member = value;
    edit(filters);
}

void FilterBar::showFilters()
{
    m_linesPopover->setLines(m_filters.lines);
    m_teammatePopover->setTeammate(m_filters.teammate);
    m_updatedPopover->setFilter(m_filters.updated);
    m_createdPopover->setFilter(m_filters.created);

    m_linesChip->setValue(linesText());
    m_teammateChip->setValue(teammateText());
    m_updatedChip->setValue(words::rangeText(m_filters.updated, m_names.reader().locale));
    m_createdChip->setValue(words::rangeText(m_filters.created, m_names.reader().locale));
    m_inactiveChip->setChecked(m_filters.excludeInactive);
    m_inactiveAction->setChecked(m_filters.excludeInactive);
    m_clearButton->setEnabled(m_filters != Filters());
    m_clearAction->setEnabled(m_clearButton->isEnabled());
}

QString FilterBar::summary() const
{
    const bool hasSeveralLines = m_filters.lines.size() > 1;
    QStringList parts{hasSeveralLines
                          ? tr("%1 lines", nullptr, int(m_filters.lines.size())).arg(linesText())
                          : linesText(),
                      teammateText(), words::rangeText(m_filters.updated, m_names.reader().locale),
                      words::rangeText(m_filters.created, m_names.reader().locale),
                      m_filters.excludeInactive ? tr("active only") : QString()};
    parts.removeAll(QString());
    QString text = parts.join(QStringLiteral(", "));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString FilterBar::linesText() const
{
    if (m_filters.lines.size() > 1)
        return m_names.reader().locale.toString(m_filters.lines.size());
    if (m_filters.lines.isEmpty())
        return {};
    return inbox::lineName(m_filters.lines.first(), m_names.directory(), m_names.reader().region);
}

QString FilterBar::teammateText() const
{
    return inbox::assigneeName(m_filters.teammate, m_names.directory());
}

} // namespace widgets
