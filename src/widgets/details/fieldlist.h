// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"

#include <QScrollArea>

#include <vector>

class QLabel;
class QToolButton;

namespace widgets {

class ElidedLabel;
class FocusGrid;
class HoverRow;
class ThemeSource;

// All fields of a conversation that have a value, a line each, to be copied.
class FieldList : public QScrollArea
{
    Q_OBJECT

public:
    FieldList(ThemeSource &theme, QWidget *parent = nullptr);

    void show(const inbox::ConversationRow &row, const inbox::CellContext &context);

Q_SIGNALS:
    // The value as the API has it, to be copied by this button.
    void copyRequested(const QString &value, QWidget *button);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addField(const inbox::Column &column);
    void applyTheme();

    struct Field
    {
        const inbox::Column *column;
        HoverRow *row;
        QLabel *caption;
        ElidedLabel *value;
        QToolButton *copyButton;
        QString copied; // the API's value
    };

    ThemeSource &m_theme;
    FocusGrid *const m_grid;
    std::vector<Field> m_fields;
};

} // namespace widgets
