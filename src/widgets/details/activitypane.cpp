// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/activitypane.h"

#include "inbox/naming.h"
#include "widgets/common/accessibility.h"
#include "widgets/common/controls.h"
#include "widgets/common/labels.h"
#include "widgets/common/popover.h"
#include "widgets/common/theme.h"
#include "widgets/details/activitydelegate.h"
#include "widgets/details/spokenactivity.h"
#include "words/activitywords.h"
#include "words/widgettext.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QUrl>
#include <QVBoxLayout>

namespace widgets {

// A list that emits which item a menu was requested for, by mouse or by keyboard.
class ActivityList : public QListView
{
    Q_OBJECT

public:
    using QListView::QListView;

Q_SIGNALS:
    void menuRequested(const QModelIndex &index, const QPoint &globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override
    {
        const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
        const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
        const QPoint position = isByKey ? visualRect(index).center() : event->pos();
        if (index.isValid())
            Q_EMIT menuRequested(index, viewport()->mapToGlobal(position));
    }
};

ActivityPane::ActivityPane(inbox::ActivityFeed &feed, const inbox::Names &names,
                           const quo::Clock &clock, ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_names(names)
    , m_clock(clock)
    , m_theme(theme)
    , m_problem(new QWidget(this))
    , m_problemLabel(new QLabel(m_problem))
    , m_retryButton(new QPushButton(tr("&Retry"), m_problem))
    , m_list(new ActivityList(this))
    , m_statusLabel(new QLabel(m_list->viewport()))
    , m_callsLabel(new QLabel(tr("Calls in group conversations aren't available from Quo"), this))
    , m_delegate(new ActivityDelegate(feed.model(), names, theme, this))
{
    m_statusLabel->setAccessibleName(tr("Activity status"));
    m_statusLabel->setAlignment(Qt::AlignCenter);
    m_statusLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    showInTreeOf(*this, *m_statusLabel);
    m_problemLabel->setAccessibleName(tr("Activity problem"));
    m_retryButton->setAccessibleName(tr("Retry activity"));
    for (QLabel *label : {m_statusLabel, m_problemLabel, m_callsLabel}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_list->setAccessibleName(tr("Messages and calls"));
    m_list->setModel(new SpokenActivity(feed.model(), names, m_list));
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->viewport()->installEventFilter(this);
    setLook(*m_retryButton, ButtonLook::Edged, true);
    m_callsLabel->setAlignment(Qt::AlignCenter);

    auto *problem = new QVBoxLayout;
    problem->setContentsMargins(space::wide, space::narrow, space::wide, space::narrow);
    problem->setSpacing(space::narrow);
    problem->addWidget(m_problemLabel);
    problem->addWidget(m_retryButton, 0, Qt::AlignLeading);
    m_problem->setLayout(problem);
    m_callsLabel->setMargin(space::narrow);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_problem);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_callsLabel);

    connect(&feed, &inbox::ActivityFeed::statusChanged, this, &ActivityPane::showStatus);
    connect(&feed.model(), &QAbstractItemModel::rowsAboutToBeInserted, this,
            &ActivityPane::rememberPlace);
    connect(&feed.model(), &QAbstractItemModel::rowsInserted, this, [this] {
        const int fromBottom = m_fromBottom;
        arrange();
        m_fromBottom = fromBottom;
        restorePlace();
    });
    connect(&feed.model(), &QAbstractItemModel::modelReset, this, [this] {
        arrange();
        m_list->scrollToBottom();
    });
    // Once the awaited pages are added. A pane that is not full cannot be scrolled, so it loads
    // more.
    connect(&feed, &inbox::ActivityFeed::statusChanged, this, &ActivityPane::wantOlderIfNearTop,
            Qt::QueuedConnection);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &ActivityPane::wantOlderIfNearTop);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &ActivityPane::placeStatus);
    connect(m_retryButton, &QPushButton::clicked, &feed, &inbox::ActivityFeed::retry);
    connect(m_list, &ActivityList::menuRequested, this, &ActivityPane::openMenu);
    connect(&theme, &ThemeSource::changed, this, &ActivityPane::applyTheme);
    applyTheme();
    showStatus();
}

void ActivityPane::show(const std::optional<inbox::ConversationRow> &row)
{
    m_key.reset();
    if (row) {
        const inbox::CellContext context = m_names.context();
        const std::optional<quo::Line> line = context.directory.line(row->phoneNumberId());
        m_key = inbox::ActivityKey{row->id(), row->lastActivityId().value_or(QString()),
                                   row->phoneNumberId(), inbox::otherParticipants(*row, context),
                                   line ? line->members.value(0) : QString()};
    }
    apply();
}

void ActivityPane::refreshTexts()
{
    m_list->viewport()->update();
}

void ActivityPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    apply();
}

bool ActivityPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        arrange();
    return QWidget::eventFilter(watched, event);
}

void ActivityPane::applyTheme()
{
    const Theme &theme = m_theme.theme();
    for (QLabel *label : {m_statusLabel, m_callsLabel}) {
        label->setFont(theme.fonts.caption);
        setTextColor(*label, theme.base.plain.secondary);
    }
    m_problemLabel->setFont(theme.fonts.body);
    setTextColor(*m_problemLabel, theme.base.plain.error);
    arrange();
    m_list->doItemsLayout();
}

void ActivityPane::arrange()
{
    const int width = m_list->width() - 2 * space::wide;
    const int room = m_list->viewport()->height();
    m_statusHeight = m_statusLabel->text().isEmpty()
                         ? 0
                         : m_statusLabel->heightForWidth(qMax(1, width)) + 2 * space::narrow;
    QStyleOptionViewItem option;
    option.widget = m_list;
    m_delegate->setLead(0);
    int height = m_statusHeight;
    for (int row = 0; row < m_feed.model().rowCount() && height < room; ++row)
        height += m_delegate->sizeHint(option, m_list->model()->index(row, 0)).height();
    const int lead = m_statusHeight + qMax(0, room - height);
    m_delegate->setLead(lead);
    if (lead != m_laidOutLead) {
        m_laidOutLead = lead;
        rememberPlace();
        restorePlace();
    }
    placeStatus();
}

void ActivityPane::placeStatus()
{
    const QModelIndex first = m_list->model()->index(0, 0);
    const QRect viewport = m_list->viewport()->rect();
    QRect place = viewport;
    if (first.isValid())
        place = QRect(viewport.left(),
                      m_list->visualRect(first).top() + m_delegate->lead() - m_statusHeight,
                      viewport.width(), m_statusHeight);
    m_statusLabel->setGeometry(place.adjusted(space::wide, 0, -space::wide, 0));
}

void ActivityPane::apply()
{
    if (isVisible())
        m_feed.show(m_key);
}

void ActivityPane::showStatus()
{
    const QString text = words::feedText(m_feed, m_clock.now());
    setSpokenText(*m_statusLabel, text);
    m_statusLabel->setVisible(!text.isEmpty());
    const inbox::ActivityThread *const thread = m_feed.thread();
    setProblem(m_problemLabel,
               thread ? words::feedProblem(*thread, m_names.reader().locale) : QString());
    m_retryButton->setVisible(thread && thread->coverage().canRetry() && !m_feed.isLoading());
    m_problem->setVisible(!m_problemLabel->text().isEmpty() || !m_retryButton->isHidden());
    m_callsLabel->setVisible(thread && thread->key().participants.size() > 1);
    arrange();
}

void ActivityPane::wantOlderIfNearTop()
{
    const QScrollBar &bar = *m_list->verticalScrollBar();
    const bool isNearTop = bar.value() < m_list->viewport()->height();
    if (isNearTop && m_feed.thread() && m_feed.thread()->isStarted() && isVisible())
        m_feed.wantOlder();
}

void ActivityPane::rememberPlace()
{
    const QScrollBar &bar = *m_list->verticalScrollBar();
    m_fromBottom = bar.maximum() - bar.value();
}

void ActivityPane::restorePlace()
{
    // The range of the scroll bar is right only after the list has done its layout.
    m_list->doItemsLayout();
    QScrollBar &bar = *m_list->verticalScrollBar();
    bar.setValue(bar.maximum() - m_fromBottom);
    placeStatus();
}

void ActivityPane::openMenu(const QModelIndex &index, const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString text = index.data().toString();
    connect(menu->addAction(tr("&Copy text")), &QAction::triggered, this,
            [text] { QGuiApplication::clipboard()->setText(text); });
    // The menu shows the address of a link before it is opened, whatever the text around it claims.
    // Characters that end a sentence or a bracket are seldom part of a link.
    static const QRegularExpression links(
        QStringLiteral("https?://[^\\s<>\"]*[^\\s<>\"'.,;:!?)\\]]"));
    auto match = links.globalMatch(text);
    while (match.hasNext()) {
        const QUrl url(match.next().captured());
        if (url.isValid() && !url.host().isEmpty())
            connect(menu->addAction(tr("Open %1").arg(words::menuText(url.toDisplayString()))),
                    &QAction::triggered, this, [url] { QDesktopServices::openUrl(url); });
    }
    menu->popup(globalPosition);
}

} // namespace widgets

#include "activitypane.moc"
