// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationrows.h"
#include "words/numberplaces.h"

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace widgets {

class ElidedLabel;

// The people in a conversation: name, number, place and local time.
class PeopleList : public QWidget
{
    Q_OBJECT

public:
    explicit PeopleList(QWidget *parent = nullptr);

    void show(const inbox::ConversationRow &row, const inbox::CellContext &context);

Q_SIGNALS:
    // Requests the conversations with this number, to be shown beside 'anchor'.
    void conversationsRequested(const QString &number, QWidget *anchor);

private:
    struct Person
    {
        QWidget *box;
        ElidedLabel *name;
        QLabel *detail;
        QToolButton *copyButton;
        QToolButton *conversationsButton;
        QString number; // in the form of the API
    };

    void addPerson();

    const words::NumberPlaces m_places;
    QVBoxLayout *const m_layout;
    std::vector<Person> m_people; // widgets that the conversation does not need are hidden
};

} // namespace widgets
