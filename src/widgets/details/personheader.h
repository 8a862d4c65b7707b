// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationrows.h"
#include "words/numberplaces.h"

#include <QWidget>

namespace widgets {

class CircleView;
class ElidedLabel;
class ThemeSource;

// Who a conversation is with: circle, name, and below it number, place and local time. Its height
// does not depend on its texts.
class PersonHeader : public QWidget
{
    Q_OBJECT

public:
    PersonHeader(const words::NumberPlaces &places, ThemeSource &theme, QWidget *parent = nullptr);

    void show(const inbox::ConversationRow &row, const inbox::CellContext &context);
    // Shows a title alone.
    void show(const QString &title);

private:
    void applyTheme();

    const words::NumberPlaces &m_places;
    ThemeSource &m_theme;
    CircleView *const m_circle;
    ElidedLabel *const m_title;
    ElidedLabel *const m_about;
};

// The place of a number and its local time: 'New York, 4:24 AM there'. Empty if nothing is known.
QString placeAndTime(const QString &number, const words::NumberPlaces &places,
                     const inbox::CellContext &context);

} // namespace widgets
