// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/announcer.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace widgets {

namespace {

// The role is what makes a screen reader read it out as it appears.
QAccessibleInterface *notification(const QString &, QObject *object)
{
    auto *announcer = qobject_cast<Announcer *>(object);
    return announcer ? new QAccessibleWidget(announcer, QAccessible::Notification) : nullptr;
}

} // namespace

Announcer::Announcer(QWidget *window)
    : QWidget(window)
{
    QAccessible::installFactory(notification); // once, however often it is asked for
    resize(0, 0);
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(300));
    connect(&m_soon, &QTimer::timeout, this, &Announcer::tell);
}

void Announcer::announce(const QWidget &where, const QString &sentence)
{
    if (sentence.isEmpty())
        return;
    m_sentences.removeIf(
        [&](const Sentence &other) { return other.where == &where || other.text == sentence; });
    m_sentences.append({&where, sentence});
    m_soon.start();
}

void Announcer::tell()
{
    QStringList sentences;
    for (const Sentence &sentence : std::as_const(m_sentences))
        sentences.append(sentence.text);
    setAccessibleName(sentences.join(u'\n'));
    m_sentences.clear();
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
