// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/announcer.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <chrono>
#include <utility>

namespace widgets {

namespace {

constexpr std::chrono::milliseconds pause{300};

// Its role makes a screen reader read it out when it appears.
QAccessibleInterface *notification(const QString &, QObject *object)
{
    auto *announcer = qobject_cast<Announcer *>(object);
    return announcer ? new QAccessibleWidget(announcer, QAccessible::Notification) : nullptr;
}

} // namespace

Announcer::Announcer(QWidget *window, quo::Clock &clock)
    : QWidget(window)
    , m_clock(clock)
{
    QAccessible::installFactory(notification); // to install it again does nothing
    resize(0, 0);
}

void Announcer::announce(const QWidget &where, const QString &sentence)
{
    if (sentence.isEmpty())
        return;
    m_pending.removeIf(
        [&](const Sentence &other) { return other.where == &where || other.text == sentence; });
    m_pending.append({&where, sentence});
    m_pause = m_clock.callAfter(pause, [this] { announcePending(); });
}

void Announcer::announcePending()
{
    QStringList texts;
    const QList<Sentence> sentences = std::exchange(m_pending, {});
    for (const Sentence &sentence : sentences)
        texts.append(sentence.text);
    setAccessibleName(texts.join(u'\n'));
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    QAccessibleEvent shown(this, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&shown);
}

void announce(const QWidget &where, const QString &sentence)
{
    for (const QWidget *above = &where; above; above = above->parentWidget())
        if (auto *announcer = above->findChild<Announcer *>(QString(), Qt::FindDirectChildrenOnly))
            return announcer->announce(where, sentence);
}

} // namespace widgets
