// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "inbox/numberplaces.h"

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace widgets {

class ElidedLabel;

// Who takes part in a conversation: name, number, where that is and what time it is there.
class PeopleList : public QWidget
{
    Q_OBJECT

public:
    explicit PeopleList(QWidget *parent = nullptr);

    void show(const inbox::ConversationRow &row, const inbox::CellContext &context);

Q_SIGNALS:
    // For the conversations with this number, beside 'anchor'.
    void conversationsRequested(const QString &number, QWidget *anchor);

private:
    struct Person
    {
        QWidget *box;
        ElidedLabel *name;
        QLabel *detail;
        QToolButton *copyButton;
        QToolButton *conversationsButton;
        QString number; // as the API has it
    };

    void addPerson();

    const inbox::NumberPlaces m_places;
    QVBoxLayout *const m_layout;
    std::vector<Person> m_people; // those beyond the conversation's own are hidden
};

} // namespace widgets
