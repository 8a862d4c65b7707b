// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/detailspane.h"

#include "inbox/harmlesstext.h"
#include "inbox/naming.h"
#include "inbox/phonenumber.h"
#include "widgets/common/controls.h"
#include "widgets/common/focusgrid.h"
#include "widgets/common/hairline.h"
#include "widgets/common/labels.h"
#include "widgets/common/rounded.h"
#include "widgets/details/copiednote.h"
#include "widgets/details/fieldlist.h"
#include "widgets/details/peoplelist.h"
#include "widgets/details/personheader.h"
#include "widgets/details/propertyrow.h"
#include "widgets/details/summarypane.h"
#include "widgets/details/texttabs.h"
#include "words/rowwords.h"
#include "words/statewords.h"
#include "words/widgettext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <initializer_list>
#include <utility>

namespace widgets {

namespace {

using inbox::ConversationState;

constexpr qsizetype longestValue = 500; // characters
constexpr int leastNameWidth = 88;      // of properties, in pixels

// As high as what is in it, as long as there is room.
class Area : public QScrollArea
{
public:
    explicit Area(QWidget *contents)
    {
        setFrameShape(NoFrame);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
        viewport()->setBackgroundRole(QPalette::Base);
        contents->setBackgroundRole(QPalette::Base);
        setWidget(contents);
    }

    QSize sizeHint() const override { return {0, widget()->sizeHint().height()}; }
    QSize minimumSizeHint() const override { return {0, qMin(sizeHint().height(), leastHeight())}; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }

private:
    int leastHeight() const { return 2 * fontMetrics().height(); }
};

// Buttons side by side, without their texts where these have no room.
class ActionBar : public QWidget
{
public:
    explicit ActionBar(ThemeSource &theme)
        : m_theme(theme)
        , m_row(new QHBoxLayout(this))
    {
        m_row->setContentsMargins(space::wide, 0, space::wide, space::medium);
        m_row->setSpacing(space::narrow);
        m_row->addStretch();
        // Their widths have changed.
        connect(&theme, &ThemeSource::changed, this, [this] {
            for (Entry &entry : m_buttons)
                entry.button->setText(entry.text);
        });
    }

    void addButton(QAbstractButton *button, const QString &text = {})
    {
        setLook(*button, text.isEmpty() ? ButtonLook::Quiet : ButtonLook::Edged, true);
        button->setText(text);
        m_row->insertWidget(m_row->count() - 1, button);
        m_buttons.append({button, text, 0});
    }

    QSize minimumSizeHint() const override { return {0, QWidget::minimumSizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        fit();
    }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            fit();
        return QWidget::event(event);
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        for (const Entry &entry : m_buttons)
            if (entry.button->isVisible() && entry.text.isEmpty())
                drawRounded(painter, entry.button->geometry(), corner::field, Qt::transparent,
                            m_theme.theme().base.hairline);
    }

private:
    void fit()
    {
        int width = 2 * space::wide - space::narrow;
        for (Entry &entry : m_buttons) {
            if (entry.button->isHidden())
                continue;
            if (entry.width == 0 || !entry.button->text().isEmpty())
                entry.width = entry.button->sizeHint().width();
            width += entry.width + space::narrow;
        }
        for (const Entry &entry : std::as_const(m_buttons)) {
            const QString text = width <= this->width() ? entry.text : QString();
            if (entry.button->text() != text)
                entry.button->setText(text);
        }
    }

    struct Entry
    {
        QAbstractButton *button;
        QString text;
        int width; // with its text
    };

    ThemeSource &m_theme;
    QHBoxLayout *const m_row;
    QList<Entry> m_buttons;
};

QVBoxLayout *makeColumn(QWidget *parent = nullptr)
{
    auto *column = new QVBoxLayout(parent);
    column->setContentsMargins({});
    column->setSpacing(0);
    return column;
}

// The button is enabled, and explained, as the action is.
void follow(QAbstractButton *button, QAction &action)
{
    const auto update = [button, &action] {
        button->setEnabled(action.isEnabled());
        const QString text = words::withoutMnemonic(action.text());
        // It explains why it is off, or says what a button without a text does.
        setTip(*button, action.isEnabled() ? text : action.toolTip());
    };
    QObject::connect(&action, &QAction::changed, button, update);
    QObject::connect(button, &QAbstractButton::clicked, &action, &QAction::trigger);
    update();
}

} // namespace

DetailsPane::DetailsPane(const Dependencies &dependencies, QWidget *parent)
    : QWidget(parent)
    , m_dependencies(dependencies)
    , m_edge(new Hairline(Qt::Vertical, dependencies.theme, this))
    , m_emptyLabel(new QLabel(tr("Select a conversation")))
    , m_header(new PersonHeader(m_places, dependencies.theme))
    , m_summary(new SummaryPane(dependencies.theme))
    , m_peopleList(new PeopleList(m_places, dependencies.theme))
    , m_owner(new PropertyRow(Drawing::Person, tr("Assigned to"), dependencies.theme))
    , m_line(new PropertyRow(Drawing::Line, tr("Line"), dependencies.theme))
    , m_snooze(new PropertyRow(Drawing::Snoozed, tr("Snooze"), dependencies.theme))
    , m_mute(new PropertyRow(Drawing::Muted, tr("Mute"), dependencies.theme))
    , m_deleted(new PropertyRow(Drawing::Deleted, tr("Deleted"), dependencies.theme))
    , m_tabs(new TextTabs(dependencies.theme))
    , m_fields(new FieldList(dependencies.theme))
    , m_copied(new CopiedNote(dependencies.clock, dependencies.theme, this))
{
    setAccessibleName(tr("Details"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setWordWrap(true);
    m_actionRow = makeActions();
    m_contents = makeContents();
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_emptyLabel);
    m_stack->addWidget(m_summary);
    m_stack->addWidget(m_contents);
    auto *column = makeColumn();
    column->addWidget(m_header);
    column->addWidget(m_actionRow);
    column->addWidget(m_stack, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_edge);
    layout->addLayout(column, 1);

    connect(m_peopleList, &PeopleList::conversationsRequested, this,
            [this](const QString &number, QWidget *anchor) {
                Q_EMIT conversationsRequested({number}, anchor);
            });
    const auto copy = [this](const QString &text, const QWidget *button) {
        m_copied->copy(text, *button);
    };
    connect(m_peopleList, &PeopleList::copyRequested, this, copy);
    connect(m_fields, &FieldList::copyRequested, this, copy);
    addKeys();
    connect(&dependencies.theme, &ThemeSource::changed, this, &DetailsPane::applyTheme);
    applyTheme();
    showNothing();
}

DetailsPane::~DetailsPane() = default;

bool DetailsPane::event(QEvent *event)
{
    // A splitter draws the line between its panes.
    if (event->type() == QEvent::ParentChange)
        m_edge->setVisible(!qobject_cast<QSplitter *>(parentWidget()));
    return QWidget::event(event);
}

QWidget *DetailsPane::makeActions()
{
    m_openButton = new QPushButton;
    m_copyNumberButton = new QToolButton;
    m_relatedButton = new QToolButton;
    m_copyRowsButton = new QPushButton;
    m_exportButton = new QPushButton;
    m_actionsButton = new QToolButton;
    m_openButton->setAccessibleName(tr("Open in Quo"));
    m_copyRowsButton->setAccessibleName(tr("Copy selected rows"));
    m_exportButton->setAccessibleName(tr("Export selected rows"));
    m_relatedButton->setToolTip(tr("Other conversations with these people"));
    m_relatedButton->setAccessibleName(m_relatedButton->toolTip());
    m_actionsButton->setToolTip(tr("More actions"));
    m_actionsButton->setAccessibleName(m_actionsButton->toolTip());
    m_actionsButton->setMenu(&m_dependencies.actions);
    m_actionsButton->setPopupMode(QToolButton::InstantPopup);
    auto *bar = new ActionBar(m_dependencies.theme);
    bar->addButton(m_openButton, tr("Open in Quo"));
    bar->addButton(m_copyNumberButton);
    bar->addButton(m_relatedButton);
    bar->addButton(m_copyRowsButton, tr("Copy"));
    bar->addButton(m_exportButton, tr("Export"));
    bar->addButton(m_actionsButton);
    auto *grid = new FocusGrid(this);
    grid->addRow({m_openButton, m_copyNumberButton, m_relatedButton, m_copyRowsButton,
                  m_exportButton, m_actionsButton});
    follow(m_openButton, m_dependencies.open);
    connect(m_copyRowsButton, &QPushButton::clicked, &m_dependencies.copy, &QAction::trigger);
    connect(m_exportButton, &QPushButton::clicked, this, &DetailsPane::exportRequested);
    connect(m_copyNumberButton, &QToolButton::clicked, this,
            [this] { m_copied->copy(m_people.join(u'\n'), *m_copyNumberButton); });
    connect(m_relatedButton, &QToolButton::clicked, this,
            [this] { Q_EMIT conversationsRequested(m_people, m_relatedButton); });
    return bar;
}

QWidget *DetailsPane::makeContents()
{
    ThemeSource &theme = m_dependencies.theme;
    auto *contents = new QWidget;
    auto *column = makeColumn(contents);
    column->addWidget(new Hairline(Qt::Horizontal, theme));
    auto *properties = new QWidget;
    auto *rows = makeColumn(properties);
    rows->setContentsMargins(0, space::narrow, 0, space::narrow);
    for (PropertyRow *row : {m_owner, m_line, m_snooze, m_mute, m_deleted}) {
        rows->addWidget(row);
        connect(row, &PropertyRow::nameWidthChanged, this, &DetailsPane::applyTheme);
    }
    column->addWidget(m_peopleList);
    // They scroll where the text is large and the window low.
    m_properties = new Area(properties);
    column->addWidget(m_properties);
    column->addWidget(new Hairline(Qt::Horizontal, theme));
    m_tabs->setAccessibleName(tr("Sections"));
    auto *tabs = new QHBoxLayout;
    // A tab has some room around its text.
    tabs->setContentsMargins(space::wide - space::narrow, 0, space::narrow, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch();
    column->addLayout(tabs);
    column->addWidget(new Hairline(Qt::Horizontal, theme));
    m_pages = new QStackedWidget;
    m_pages->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_pages->setMinimumHeight(1);
    column->addWidget(m_pages, 1);
    m_fields->setObjectName(QStringLiteral("fieldsArea"));
    m_fields->setAccessibleName(tr("Details and IDs"));
    m_tabs->addTab(tr("Details and IDs"));
    m_pages->addWidget(m_fields);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    return contents;
}

void DetailsPane::addKeys()
{
    const auto add = [this](const QKeySequence &keys, const auto &slot) {
        connect(new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
                &QShortcut::activated, this, slot);
    };
    for (const QKeySequence &keys : {QKeySequence(Qt::Key_J), QKeySequence(Qt::ALT | Qt::Key_Down)})
        add(keys, [this] { Q_EMIT stepRequested(1); });
    for (const QKeySequence &keys : {QKeySequence(Qt::Key_K), QKeySequence(Qt::ALT | Qt::Key_Up)})
        add(keys, [this] { Q_EMIT stepRequested(-1); });
    add(QKeySequence(Qt::Key_Escape), [this] { Q_EMIT backRequested(); });
}

void DetailsPane::addTab(QWidget *page, const QString &title)
{
    const int index = m_pages->count() - 1;
    m_pages->insertWidget(index, page);
    m_tabs->insertTab(index, title);
    m_tabs->setCurrentIndex(index);
    m_pages->setCurrentIndex(index);
}

QWidget *DetailsPane::header() const
{
    return m_header;
}

QString DetailsPane::openTab() const
{
    return m_pages->currentWidget()->objectName();
}

void DetailsPane::setOpenTab(const QString &objectName)
{
    for (int page = 0; page < m_pages->count(); ++page)
        if (m_pages->widget(page)->objectName() == objectName)
            m_tabs->setCurrentIndex(page);
}

void DetailsPane::showNothing()
{
    m_copied->end();
    m_header->hide();
    m_actionRow->hide();
    m_stack->setCurrentWidget(m_emptyLabel);
}

void DetailsPane::show(int selected, const std::optional<inbox::RowTally> &tally,
                       const inbox::CellContext &context)
{
    m_copied->end();
    m_header->show(tr("%1 conversations selected", nullptr, selected)
                       .arg(context.reader.locale.toString(selected)));
    if (tally)
        m_summary->show(*tally, context);
    else
        m_summary->showCollecting();
    for (QWidget *button :
         std::initializer_list<QWidget *>{m_openButton, m_copyNumberButton, m_relatedButton})
        button->hide();
    m_copyRowsButton->show();
    m_exportButton->show();
    m_header->QWidget::show();
    m_actionRow->show();
    m_stack->setCurrentWidget(m_summary);
}

void DetailsPane::show(const inbox::ConversationRow &row, const inbox::CellContext &context)
{
    if (m_id != row.id())
        m_copied->end();
    m_id = row.id();
    m_people = inbox::otherParticipants(row, context);
    m_header->show(row, context);
    m_copyRowsButton->hide();
    m_exportButton->hide();
    for (QWidget *button :
         std::initializer_list<QWidget *>{m_openButton, m_copyNumberButton, m_relatedButton})
        button->show();
    const bool isGroup = m_people.size() > 1;
    m_copyNumberButton->setToolTip(isGroup ? tr("Copy numbers") : tr("Copy number"));
    m_copyNumberButton->setAccessibleName(m_copyNumberButton->toolTip());
    m_copyNumberButton->setEnabled(!m_people.isEmpty());
    m_relatedButton->setEnabled(!m_people.isEmpty());
    m_peopleList->setVisible(isGroup);
    if (isGroup)
        m_peopleList->show(row, context);
    showProperties(row, context);
    m_fields->show(row, context);
    m_header->QWidget::show();
    m_actionRow->show();
    m_stack->setCurrentWidget(m_contents);
}

void DetailsPane::showProperties(const inbox::ConversationRow &row,
                                 const inbox::CellContext &context)
{
    const ConversationState state = ConversationState::at(context.now, row);
    const auto harmless = [](const QString &text) {
        return inbox::shortened(inbox::harmlessLine(text), longestValue);
    };
    m_owner->show(harmless(words::assignmentText(state, row, context)),
                  state.assignment == ConversationState::Assignment::Unassigned ? &Ground::attention
                                                                                : &Ground::text);
    const QString &id = row.phoneNumberId();
    const std::optional<quo::Line> line = context.directory.line(id);
    QString name = words::lineLabel(id, context);
    std::optional<int> dot;
    if (line) {
        const QString number = inbox::formatNumber(line->number, context.reader.region);
        if (number != name && !number.isEmpty())
            name += QStringLiteral(" · ") + number;
        const QStringList ids = context.directory.lineIds();
        dot = colorsOfLines(ids).value(ids.indexOf(id));
    }
    m_line->show(harmless(name), &Ground::text, dot);
    using Snooze = ConversationState::Snooze;
    m_snooze->setDrawing(state.snooze == Snooze::SnoozeEnded ? Drawing::SnoozeEnded
                                                             : Drawing::Snoozed);
    m_snooze->show(words::snoozeText(state, row, context),
                   state.snooze == Snooze::SnoozeEnded  ? &Ground::attention
                   : state.snooze == Snooze::NotSnoozed ? &Ground::secondary
                                                        : &Ground::text);
    m_mute->show(words::muteText(state, row, context),
                 state.mute == ConversationState::Mute::NotMuted ? &Ground::secondary
                                                                 : &Ground::text);
    m_deleted->show(words::deletedText(state, row, context), &Ground::error);
    m_deleted->setVisible(state.deleted);
    m_properties->updateGeometry();
}

void DetailsPane::applyTheme()
{
    const Theme &theme = m_dependencies.theme.theme();
    m_emptyLabel->setFont(theme.fonts.body);
    setTextColor(*m_emptyLabel, theme.base.plain.secondary);
    const QColor &color = theme.base.plain.secondary;
    const std::pair<QAbstractButton *, Drawing> drawings[]{
        {m_openButton, Drawing::Open},      {m_copyNumberButton, Drawing::Copy},
        {m_relatedButton, Drawing::People}, {m_copyRowsButton, Drawing::Copy},
        {m_exportButton, Drawing::Export},  {m_actionsButton, Drawing::More}};
    for (const auto &[button, drawing] : drawings) {
        button->setIcon(
            icon(drawing, qobject_cast<QPushButton *>(button) ? theme.base.plain.text : color));
        button->setIconSize({theme.heights.icon, theme.heights.icon});
    }
    const std::initializer_list<PropertyRow *> rows{m_owner, m_line, m_snooze, m_mute, m_deleted};
    int width = leastNameWidth;
    for (const PropertyRow *row : rows)
        width = qMax(width, row->nameWidth());
    for (PropertyRow *row : rows)
        row->setNameWidth(width);
}

} // namespace widgets
