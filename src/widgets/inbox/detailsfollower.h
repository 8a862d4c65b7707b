// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/selectionsummary.h"

namespace widgets {

class ActivityPane;
class ConversationTable;
class DetailsPane;
class RelatedPopover;
class ThemeSource;

// Makes the details show what is selected in the list, goes on in the list from there, and finds
// other conversations of the same people.
class DetailsFollower : public QObject
{
    Q_OBJECT

public:
    // All must outlive it.
    struct Dependencies
    {
        ConversationTable &table;
        const inbox::InboxModel &model; // of the table
        inbox::SelectionSummary &selected;
        DetailsPane &details;
        ActivityPane &activity;
        quo::Clock &clock;
        ThemeSource &theme;
    };

    DetailsFollower(const Dependencies &dependencies, QWidget *parent);

    // Lists the conversations in which only these people take part; numbers as the API has them.
    void listWithJust(const QStringList &people);

private:
    void show();
    void showIfIn(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                  const QList<int> &roles);
    void sumUpSoon();
    void showSummary();
    // Lists the conversations in which all of these people take part.
    void listWith(const QStringList &people, QWidget *anchor);
    QString namesOf(const QStringList &people) const;
    void step(int steps);

    const Dependencies m_dependencies;
    RelatedPopover *const m_related;
    std::unique_ptr<quo::Clock::Timer> m_sumUp; // one sum for all that changes at once
};

} // namespace widgets
