// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "inbox/conversationstore.h"
#include "inbox/numberplaces.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace Ui {
class DetailsPane;
}

namespace widgets {

class ElidedLabel;

// One conversation in words: its states on top, every field below.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent = nullptr);
    ~DetailsPane() override;

    // Another way to look at the conversation, beside its fields.
    void addTab(QWidget *page, const QString &title);

    // Null: nothing is selected.
    void show(const std::optional<inbox::ConversationRow> &row, const inbox::CellContext &context);

private:
    void addField(const inbox::Column &descriptor);

    struct Field
    {
        const inbox::Column *column;
        ElidedLabel *value;
        QToolButton *copyButton;
        QString copied; // the value as the API has it
    };

    std::unique_ptr<Ui::DetailsPane> m_ui;
    const inbox::NumberPlaces m_places;
    std::vector<Field> m_fields;
};

} // namespace widgets
