// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationrows.h"
#include "words/numberplaces.h"

#include <QScrollArea>

#include <vector>

class QToolButton;
class QVBoxLayout;

namespace widgets {

class CircleView;
class ElidedLabel;
class FocusGrid;
class HoverRow;
class ThemeSource;

// The people in a group: name, number, place and local time. It shows three of them at a time.
class PeopleList : public QScrollArea
{
    Q_OBJECT

public:
    PeopleList(const words::NumberPlaces &places, ThemeSource &theme, QWidget *parent = nullptr);

    void show(const inbox::ConversationRow &row, const inbox::CellContext &context);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    // Requests the conversations with this number, to be shown beside 'anchor'.
    void conversationsRequested(const QString &number, QWidget *anchor);
    // The number in the form of the API, to be copied by this button.
    void copyRequested(const QString &number, QWidget *button);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Person
    {
        HoverRow *row;
        CircleView *circle;
        ElidedLabel *name;
        ElidedLabel *detail;
        QToolButton *conversationsButton;
        QToolButton *copyButton;
        QString number; // in the form of the API
    };

    void addPerson();
    void applyTheme();

    const words::NumberPlaces &m_places;
    ThemeSource &m_theme;
    QVBoxLayout *const m_rows;
    FocusGrid *const m_grid;
    std::vector<Person> m_people; // widgets that the conversation does not need are hidden
    int m_shown = 0;
};

} // namespace widgets
