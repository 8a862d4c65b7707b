// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/conversationactions.h"

#include "exporting/formats.h"
#include "inbox/column.h"
#include "inbox/facet.h"
#include "inbox/naming.h"
#include "inbox/searchconditions.h"
#include "quo/conversationquery.h"
#include "quo/ids.h"
#include "quo/webapp.h"
#include "widgets/common/messagebar.h"
#include "widgets/inbox/conversationtable.h"
#include "words/columnwords.h"
#include "words/statewords.h"
#include "words/viewsettings.h"
#include "words/widgettext.h"

#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMimeData>

namespace widgets {

using workspace::Filters;
using workspace::View;

namespace {

// More rows are copied by a worker.
constexpr int copiedAtOnce = 200;

const QLatin1String copyMessage("copy");

void setClipboard(const exporting::CopiedRows &rows)
{
    auto *formats = new QMimeData; // the clipboard becomes its owner
    formats->setText(rows.text);
    if (!rows.html.isEmpty())
        formats->setHtml(rows.html);
    if (!rows.tsv.isEmpty())
        formats->setData(exporting::traitsOf(exporting::Format::Tsv).mimeType, rows.tsv);
    QGuiApplication::clipboard()->setMimeData(formats);
}

} // namespace

ConversationActions::ConversationActions(const Dependencies &dependencies, QWidget *parent)
    : QMenu(parent)
    , m_state(dependencies.state)
    , m_table(dependencies.table)
    , m_model(dependencies.model)
    , m_selected(dependencies.selected)
    , m_webApp(dependencies.webApp)
    , m_messages(dependencies.messages)
    , m_clock(dependencies.clock)
    , m_open(add(tr("&Open in Quo"), &ConversationActions::openInQuo, QKeySequence::Open))
    , m_filterLine(new QAction(this))
    , m_filterTeammate(new QAction(this))
    , m_samePeople(new QAction(tr("Same &participants…"), this))
    , m_conditions(new QMenu(this))
{
    setTitle(tr("Conversations"));
    setToolTipsVisible(true);
    addSeparator();
    m_copyTable = add(tr("&Copy as table"), &ConversationActions::copyTable, QKeySequence::Copy);
    add(tr("Copy as &JSON"), &ConversationActions::copyJson, Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    add(tr("Copy &number"), &ConversationActions::copyNumbers);
    add(tr("Copy &ID"), &ConversationActions::copyIds);
    addSeparator();
    addActions({m_filterLine, m_filterTeammate, m_samePeople});
    addSeparator();
    addMenu(m_conditions);
    connect(m_filterLine, &QAction::triggered, this,
            [this] { m_state.change(&Filters::lines, m_lines); });
    connect(m_filterTeammate, &QAction::triggered, this, [this] {
        if (m_teammates.size() == 1)
            m_state.change(&Filters::teammate, m_teammates.first());
    });
    connect(m_samePeople, &QAction::triggered, this, [this] {
        const exporting::RowSource source = this->source();
        if (source.order.size() == 1)
            Q_EMIT samePeopleRequested(inbox::otherParticipants(
                source.rows.at(source.order.rowAt(0)), source.names.context()));
    });
    if (m_webApp.isEmpty())
        m_open->setToolTip(tr("The demo workspace is not in Quo."));
    connect(&m_table, &ConversationTable::selectedRowsChanged, this, &ConversationActions::enable);
    connect(this, &QMenu::aboutToShow, this, &ConversationActions::beginMenu);
    // The menu hides before it triggers the chosen action.
    connect(this, &QMenu::aboutToHide, this, &ConversationActions::endMenu, Qt::QueuedConnection);
    connect(&m_selected, &inbox::SelectionSummary::collected, this, [this] {
        if (isVisible() && !m_isNamed)
            nameFilters();
    });
    enable();
}

QAction *ConversationActions::add(const QString &text, void (ConversationActions::*f)(),
                                  const QKeySequence &shortcut)
{
    QAction *action = addAction(text);
    action->setShortcut(shortcut);
    // Labels and fields copy their own text with the same keys.
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, f] {
        if (m_opened || m_table.rowSelection().hasSelection())
            (this->*f)();
    });
    m_table.addAction(action);
    return action;
}

void ConversationActions::beginMenu()
{
    m_opened = {{m_model.rows(), m_model.order(), words::shownColumns(m_state.shown().columns),
                 m_model.names().snapshot()},
                m_table.rowSelection().rows(),
                m_table.rowSelection().count()};
    m_isNamed = false;
    enable();
    nameFilters();
    offerConditions();
}

void ConversationActions::endMenu()
{
    if (isVisible())
        return; // it was opened again
    m_opened.reset();
    enable();
}

exporting::RowSource ConversationActions::source() const
{
    if (!m_opened)
        return {m_model.rows(), m_table.selectedOrder(),
                words::shownColumns(m_state.shown().columns), m_model.names().snapshot()};
    exporting::RowSource source = m_opened->shown;
    if (m_opened->count != source.order.size())
        source.order =
            source.order.filtered([this](quint32 row) { return m_opened->chosen.contains(row); });
    return source;
}

void ConversationActions::enable()
{
    const bool isOne = (m_opened ? m_opened->count : m_table.selectedCount()) == 1;
    m_open->setEnabled(isOne && !m_webApp.isEmpty());
    m_samePeople->setEnabled(isOne);
}

void ConversationActions::nameFilters()
{
    if (const std::optional<inbox::RowTally> &selected = m_selected.tally()) {
        m_isNamed = true;
        return nameFilters(*selected);
    }
    m_lines.clear();
    m_teammates.clear();
    m_filterLine->setEnabled(false);
    m_filterLine->setText(tr("Filter by line: collecting…"));
    m_filterTeammate->setEnabled(false);
    m_filterTeammate->setText(tr("Filter by teammate: collecting…"));
}

void ConversationActions::nameFilters(const inbox::RowTally &selected)
{
    const inbox::CellContext context = m_model.names().context();
    m_lines = selected.lines.keys();
    m_lines.sort();
    m_teammates = selected.assignees.keys();
    m_teammates.removeIf([](const QString &id) { return !quo::isUserId(id); });
    const QStringList &lines = m_lines;
    m_filterLine->setEnabled(!lines.isEmpty() && lines.size() <= quo::maximumPhoneNumbers);
    m_filterLine->setText(lines.size() == 1
                              ? tr("Filter by &line: %1")
                                    .arg(words::menuText(inbox::lineName(
                                        lines.first(), context.directory, context.reader.region)))
                              : tr("Filter by these &lines"));
    const QStringList &teammates = m_teammates;
    m_filterTeammate->setEnabled(teammates.size() == 1);
    m_filterTeammate->setText(
        teammates.size() == 1
            ? tr("Filter by &teammate: %1")
                  .arg(words::menuText(inbox::assigneeName(teammates.first(), context.directory)))
            : tr("Filter by &teammate"));
}

void ConversationActions::offerConditions()
{
    m_conditions->clear();
    const QModelIndex index = m_table.currentIndex();
    const std::optional<inbox::ConversationRow> row = m_model.rowAt(index.row());
    m_conditions->menuAction()->setEnabled(row.has_value());
    if (!row)
        return;
    const int column = index.column();
    const QString title = words::columnWords(inbox::ColumnId(column)).title();
    m_conditions->setTitle(tr("Se&arch by %1").arg(words::menuText(title)));
    offerSearches(column, *row);
    m_conditions->addSeparator();
    connect(m_conditions->addAction(tr("&Sort by this, upwards")), &QAction::triggered, this,
            [this, column] {
                m_state.change(&View::sort, words::toSettings({{column, false}}));
            });
    connect(m_conditions->addAction(tr("Sort by this, &downwards")), &QAction::triggered, this,
            [this, column] {
                m_state.change(&View::sort, words::toSettings({{column, true}}));
            });
}

void ConversationActions::offerSearches(int column, const inbox::ConversationRow &row)
{
    const auto offer = [this](const QString &text, const QString &condition) {
        connect(m_conditions->addAction(text), &QAction::triggered, this, [this, condition] {
            m_state.change(&View::search, inbox::withCondition(m_state.shown().search, condition));
        });
    };
    const auto offerBoth = [&](const QString &name, const QString &value) {
        offer(tr("&Only ‘%1’").arg(words::menuText(name)), inbox::searchCondition(column, value));
        offer(tr("&Not ‘%1’").arg(words::menuText(name)),
              inbox::searchCondition(column, value, true));
    };
    const inbox::Column &descriptor = inbox::columns()[size_t(column)];
    const inbox::CellContext context = m_model.names().context();
    const std::optional<QString> value = inbox::cellValue(descriptor, row, context);
    if (descriptor.kind == inbox::Column::Kind::State) {
        const inbox::Facets facets = inbox::facetsOf(row, context.now);
        for (const inbox::Facet facet : inbox::allFacets)
            if (facets & inbox::bitOf(facet))
                offerBoth(words::facetName(facet), inbox::facetWord(facet));
    } else if (value && value->isEmpty()) {
        offer(tr("Only &empty ones"), inbox::emptyCondition(column));
        offer(tr("None that is e&mpty"), inbox::emptyCondition(column, true));
    } else if (value && descriptor.kind == inbox::Column::Kind::Instant) {
        const QString name = words::columnWords(descriptor.id).text(row, context);
        offer(tr("&Earlier than %1").arg(words::menuText(name)),
              inbox::searchCondition(column, u'<' + *value));
        offer(tr("&This or later"), inbox::searchCondition(column, QStringLiteral(">=") + *value));
        if (const std::optional<QString> day = inbox::cellDay(descriptor, row, context))
            offer(tr("&Only this day"), inbox::searchCondition(column, *day));
    } else if (value) {
        offerBoth(words::columnWords(descriptor.id).text(row, context), *value);
    }
}

void ConversationActions::openInQuo()
{
    const exporting::RowSource source = this->source();
    if (source.order.size() != 1 || m_webApp.isEmpty())
        return;
    const inbox::ConversationRow row = source.rows.at(source.order.rowAt(0));
    QDesktopServices::openUrl(quo::conversationAddress(m_webApp, row.phoneNumberId(), row.id()));
}

void ConversationActions::copyTable()
{
    copy(exporting::CopyFormat::Table);
}

void ConversationActions::copyJson()
{
    copy(exporting::CopyFormat::Json);
}

void ConversationActions::copyNumbers()
{
    copy(exporting::CopyFormat::Numbers);
}

void ConversationActions::copyIds()
{
    copy(exporting::CopyFormat::Ids);
}

void ConversationActions::copy(exporting::CopyFormat format)
{
    m_copy.reset();
    m_isCopyAnnounced = false;
    m_messages.remove(copyMessage);
    const int count = m_opened ? m_opened->count : m_table.selectedCount();
    if (count > mostCopied) {
        const QLocale &locale = m_model.names().reader().locale;
        return m_messages.show(
            {copyMessage,
             tr("%1 rows are selected, and at most %2 can be copied. An export writes all of them "
                "to a file.")
                 .arg(locale.toString(count), locale.toString(int(mostCopied))),
             {{tr("Export…"), [this] {
                   m_messages.remove(copyMessage);
                   Q_EMIT exportRequested();
               }}}});
    }
    exporting::RowSource source = this->source();
    if (count <= copiedAtOnce)
        return setClipboard(exporting::copied(source, format));
    m_copy = std::make_unique<exporting::CopyJob>(std::move(source), format, m_clock);
    connect(m_copy.get(), &exporting::CopyJob::stateChanged, this,
            &ConversationActions::onCopyState);
}

void ConversationActions::onCopyState()
{
    const QLocale &locale = m_model.names().reader().locale;
    if (const auto *copying = std::get_if<exporting::CopyJob::Working>(&m_copy->state())) {
        const QString text =
            tr("Copying %1 of %2 rows")
                .arg(locale.toString(copying->done), locale.toString(copying->total));
        if (std::exchange(m_isCopyAnnounced, true))
            m_messages.setText(copyMessage, text);
        else
            m_messages.show({copyMessage,
                             text,
                             {{tr("Stop"), [this] { stopCopy(); }}},
                             MessageBar::Stay::WhileTrue});
    } else if (const auto *rows = std::get_if<exporting::CopiedRows>(&m_copy->state())) {
        setClipboard(*rows);
        m_copy.release()->deleteLater(); // it is the sender
        if (m_isCopyAnnounced)
            m_messages.show(
                {copyMessage, tr("The rows were copied."), {}, MessageBar::Stay::Briefly});
    }
}

void ConversationActions::stopCopy()
{
    if (!m_copy)
        return;
    m_copy.reset();
    m_messages.show({copyMessage,
                     tr("Copying was stopped. The clipboard is as it was."),
                     {},
                     MessageBar::Stay::Briefly});
}

} // namespace widgets
