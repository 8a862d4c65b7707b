// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/messagebar.h"

#include "widgets/common/announcer.h"
#include "widgets/common/controls.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/popover.h"
#include "widgets/common/rounded.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

constexpr std::chrono::seconds briefly{8};

using Message = MessageBar::Message;
using Stay = MessageBar::Stay;
using Tone = MessageBar::Tone;

int urgencyOf(const Message &message)
{
    // It answers what was just done, and makes room for the others by itself.
    if (message.stay == Stay::Briefly)
        return 3;
    return message.tone == Tone::Error ? 2 : message.tone == Tone::Attention ? 1 : 0;
}

Drawing messageDrawing(const Message &message)
{
    if (message.drawing)
        return *message.drawing;
    if (message.tone != Tone::Calm)
        return Drawing::Warning;
    return message.stay == Stay::Briefly ? Drawing::Check : Drawing::Info;
}

const Plate &messagePlate(Tone tone, const Surface &surface)
{
    switch (tone) {
    case Tone::Calm:
        break;
    case Tone::Attention:
        return surface.attention;
    case Tone::Error:
        return surface.error;
    }
    return surface.neutral;
}

void setButtonText(QPushButton &button, const QString &text)
{
    button.setText(text);
    button.setAccessibleName(QString(text).remove(u'&'));
    button.setVisible(!text.isEmpty());
}

} // namespace

MessageBar::MessageBar(ThemeSource &theme, quo::Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_drawingLabel(new QLabel(this))
    , m_textLabel(new ElidedLabel(this))
    , m_nextButton(new QToolButton(this))
    , m_firstButton(new QPushButton(this))
    , m_secondButton(new QPushButton(this))
    , m_closeButton(new QToolButton(this))
{
    setObjectName(QStringLiteral("messages"));
    setAccessibleName(tr("Messages of Quoin"));
    m_textLabel->setElideMode(Qt::ElideRight);
    for (QPushButton *button : {m_firstButton, m_secondButton}) {
        setLook(*button, ButtonLook::OnPlate, true);
        button->setAutoDefault(false);
    }
    for (QToolButton *button : {m_nextButton, m_closeButton}) {
        setLook(*button, ButtonLook::Quiet, true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    m_nextButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_nextButton->setToolTip(tr("Show the next message"));
    m_closeButton->setToolTip(tr("Close this message"));
    m_closeButton->setAccessibleName(tr("Close this message"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, space::tiny, space::wide, space::tiny);
    row->setSpacing(space::narrow);
    row->addWidget(m_drawingLabel);
    row->addWidget(m_textLabel, 1);
    row->addWidget(m_nextButton);
    row->addWidget(m_firstButton);
    row->addWidget(m_secondButton);
    row->addWidget(m_closeButton);

    connect(m_firstButton, &QPushButton::clicked, this, [this] { run(0); });
    connect(m_secondButton, &QPushButton::clicked, this, [this] { run(1); });
    connect(m_nextButton, &QToolButton::clicked, this, &MessageBar::showNext);
    connect(m_closeButton, &QToolButton::clicked, this, [this] { close(QString(m_shownId)); });
    connect(qApp, &QApplication::focusChanged, &m_lifetime, [this](QWidget *from, QWidget *to) {
        if ((from && isAncestorOf(from)) != (to && isAncestorOf(to)))
            awaitEnd();
    });
    connect(&theme, &ThemeSource::changed, this, &MessageBar::applyTheme);
    for (QWidget *button :
         {static_cast<QWidget *>(m_firstButton), static_cast<QWidget *>(m_secondButton),
          static_cast<QWidget *>(m_nextButton)})
        button->hide(); // until there is something to do
    hide();
    applyTheme();
}

MessageBar::~MessageBar() = default;

void MessageBar::show(const Message &message)
{
    const Entry &added = add(message);
    if (m_place)
        return m_place->show(message);
    announce(*added.voice, message.text);
    showMostUrgent();
}

MessageBar::Entry &MessageBar::add(const Message &message)
{
    std::unique_ptr<QWidget> voice;
    if (const auto before = entry(message.id); before != m_entries.end()) {
        voice = std::move(before->voice);
        m_entries.erase(before);
        if (message.id == m_shownId)
            m_end.reset();
    }
    if (!voice) {
        voice = std::make_unique<QWidget>(this);
        voice->hide();
    }
    const auto place = std::ranges::find_if(m_entries, [&](const Entry &other) {
        return urgencyOf(other.message) <= urgencyOf(message);
    });
    return *m_entries.insert(place, Entry{message, std::move(voice)});
}

void MessageBar::setText(const QString &id, const QString &text)
{
    const auto changed = entry(id);
    if (changed == m_entries.end())
        return;
    changed->message.text = text;
    if (m_place)
        m_place->setText(id, text);
    if (id == m_shownId)
        m_textLabel->setFullText(text);
}

void MessageBar::remove(const QString &id)
{
    const auto gone = entry(id);
    if (gone == m_entries.end())
        return;
    m_entries.erase(gone);
    if (m_place)
        m_place->remove(id);
    showMostUrgent();
}

void MessageBar::close(const QString &id)
{
    remove(id);
    Q_EMIT closed(id);
}

void MessageBar::lendTo(MessageBar &place)
{
    m_place = &place;
    // The newest one comes last, and so first among equals.
    for (auto entry = m_entries.crbegin(); entry != m_entries.crend(); ++entry)
        place.add(entry->message);
    place.showMostUrgent();
    connect(&place, &MessageBar::closed, this, [this](const QString &id) {
        std::erase_if(m_entries, [&](const Entry &entry) { return entry.message.id == id; });
    });
    connect(&place, &QObject::destroyed, this, [this] {
        m_place = nullptr;
        showMostUrgent();
    });
    showMostUrgent();
}

std::vector<MessageBar::Entry>::iterator MessageBar::entry(const QString &id)
{
    return std::ranges::find_if(m_entries,
                                [&](const Entry &entry) { return entry.message.id == id; });
}

const Message *MessageBar::shown() const
{
    const auto at = std::ranges::find_if(
        m_entries, [this](const Entry &entry) { return entry.message.id == m_shownId; });
    return at == m_entries.end() ? nullptr : &at->message;
}

bool MessageBar::isHeld() const
{
    const QWidget *focused = QApplication::focusWidget();
    return isVisible() && (underMouse() || (focused && isAncestorOf(focused)));
}

void MessageBar::showMostUrgent()
{
    if (m_place) {
        setShown({});
        return showShown();
    }
    if (!isHeld() || !shown())
        setShown(m_entries.empty() ? QString() : m_entries.front().message.id);
    showShown();
}

void MessageBar::setShown(const QString &id)
{
    if (std::exchange(m_shownId, id) != id)
        m_end.reset();
}

void MessageBar::showNext()
{
    auto next = entry(m_shownId);
    if (next != m_entries.end())
        ++next;
    if (next == m_entries.end())
        next = m_entries.begin();
    setShown(next->message.id);
    showShown();
    announce(*next->voice, next->message.text);
}

void MessageBar::showShown()
{
    const QWidget *focused = QApplication::focusWidget();
    const bool hadFocus = focused && isAncestorOf(focused);
    const Message *message = shown();
    if (message) {
        QStringList actions;
        for (const Action &action : message->actions)
            actions.append(action.text);
        if (!message->detail.isEmpty())
            actions.append(words::actionName(words::Notice::Action::Details));
        m_textLabel->setFullText(message->text);
        setButtonText(*m_firstButton, actions.value(0));
        setButtonText(*m_secondButton, actions.value(1));
        m_closeButton->setVisible(message->stay != Stay::WhileTrue);
        const qsizetype count = qsizetype(m_entries.size());
        const qsizetype at = entry(m_shownId) - m_entries.begin();
        m_nextButton->setText(
            tr("%1 of %2", "messages").arg(locale().toString(at + 1), locale().toString(count)));
        m_nextButton->setVisible(count > 1);
    }
    setVisible(message);
    applyTheme();
    awaitEnd();
    // Qt gives the focus to what comes next, even if that is far away.
    if (hadFocus && (!message || !focused->isVisible()))
        Q_EMIT focusLost();
}

void MessageBar::run(qsizetype action)
{
    const Message *message = shown();
    if (!message)
        return;
    if (action >= message->actions.size())
        return showTextBelow(action == 0 ? *m_firstButton : *m_secondButton, message->detail,
                             m_theme);
    const auto run = message->actions.at(action).run; // it may remove the message
    run();
}

void MessageBar::applyTheme()
{
    const Theme &theme = m_theme.theme();
    const Message *message = shown();
    const Plate &plate = messagePlate(message ? message->tone : Tone::Calm, theme.base);
    QPalette colors = palette();
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::ButtonText})
        colors.setColor(role, plate.text);
    for (QPushButton *button : {m_firstButton, m_secondButton}) {
        button->setPalette(colors);
        button->setFixedHeight(theme.heights.chip);
    }
    m_nextButton->setPalette(colors);
    m_textLabel->setFont(theme.fonts.body);
    setTextColor(*m_textLabel, plate.text);
    const int side = theme.heights.icon;
    m_drawingLabel->setFixedSize(side, side);
    if (message)
        m_drawingLabel->setPixmap(icon(messageDrawing(*message), plate.text)
                                      .pixmap(QSize(side, side), devicePixelRatioF()));
    m_closeButton->setIconSize({side, side});
    m_closeButton->setIcon(icon(Drawing::Close, plate.text));
    setFixedHeight(theme.heights.notice + 2 * space::tiny);
    update();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Message *message = shown();
    if (!message)
        return;
    const Plate &plate = messagePlate(message->tone, m_theme.theme().base);
    QPainter painter(this);
    drawRounded(painter,
                QRectF(space::narrow, space::tiny, width() - 2 * space::narrow,
                       m_theme.theme().heights.notice),
                corner::field, plate.fill, plate.edge);
}

void MessageBar::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    awaitEnd();
}

void MessageBar::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    showMostUrgent();
}

void MessageBar::awaitEnd()
{
    const Message *message = shown();
    if (!message || message->stay != Stay::Briefly || isHeld())
        return m_end.reset();
    if (!m_end)
        m_end = m_clock.callAfter(briefly, [this, id = message->id] {
            m_end.reset();
            close(id);
        });
}

} // namespace widgets
