// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/detaildelegate.h"

#include <QObject>

#include <functional>

namespace widgets {

// In the order in which they are listed.
enum class PaletteGroup { Conversations, Views, Filters, Commands };

struct PaletteEntry
{
    QString id; // the same in the next run
    PaletteGroup group = PaletteGroup::Commands;
    QString text;
    QString detail; // number and line of a conversation; may be empty
    QString keys;   // may be empty
    RowMark mark;
    bool isOn = false; // of a command that can be on or off
    std::function<void()> run;
};

// What a page has for the command palette besides its actions. The palette finds it among the
// children of its window.
class PaletteSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Views and filters.
    virtual QList<PaletteEntry> entries() = 0;
    // Answers with conversationsFound(), unless another search follows first.
    virtual void findConversations(const QString &typed) = 0;
    // The ids of the entries that were used last, the last one first.
    virtual QStringList recent() const = 0;
    virtual void noteUsed(const QString &id) = 0;

Q_SIGNALS:
    void conversationsFound(const QList<widgets::PaletteEntry> &entries);
};

} // namespace widgets
