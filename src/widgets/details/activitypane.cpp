// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/details/activitypane.h"

#include "inbox/naming.h"
#include "widgets/common/labels.h"
#include "widgets/common/popover.h"
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
                           const quo::Clock &clock, ThemeSource & /*theme*/, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_names(names)
    , m_clock(clock)
    , m_statusLabel(new QLabel(this))
    , m_problemLabel(new QLabel(this))
    , m_retryButton(new QPushButton(tr("&Retry"), this))
    , m_list(new ActivityList(this))
    , m_callsLabel(new QLabel(tr("Quo tells of calls in one-to-one conversations only."), this))
    , m_delegate(new ActivityDelegate(feed.model(), names, this))
{
    m_statusLabel->setAccessibleName(tr("Activity status"));
    m_statusLabel->setAlignment(Qt::AlignCenter);
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
    // A scroll bar that comes and goes would change the height of each bubble.
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setResizeMode(QListView::Adjust);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_statusLabel);
    layout->addWidget(m_problemLabel);
    layout->addWidget(m_retryButton, 0, Qt::AlignLeading);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_callsLabel);

    connect(&feed, &inbox::ActivityFeed::statusChanged, this, &ActivityPane::showStatus);
    connect(&feed.model(), &QAbstractItemModel::rowsAboutToBeInserted, this,
            &ActivityPane::rememberPlace);
    connect(&feed.model(), &QAbstractItemModel::rowsInserted, this, &ActivityPane::restorePlace);
    connect(&feed.model(), &QAbstractItemModel::modelReset, m_list, &QListView::scrollToBottom);
    // Once the awaited pages are added. A pane that is not full cannot be scrolled, so it loads
    // more.
    connect(&feed, &inbox::ActivityFeed::statusChanged, this, &ActivityPane::wantOlderIfNearTop,
            Qt::QueuedConnection);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &ActivityPane::wantOlderIfNearTop);
    connect(m_retryButton, &QPushButton::clicked, &feed, &inbox::ActivityFeed::retry);
    connect(m_list, &ActivityList::menuRequested, this, &ActivityPane::openMenu);
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
    m_callsLabel->setVisible(thread && thread->key().participants.size() > 1);
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
