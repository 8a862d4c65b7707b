// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/column.h"
#include "inbox/conversationstore.h"
#include "inbox/rowtally.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QMenu;
class QToolButton;

namespace Ui {
class DetailsPane;
}

namespace widgets {

class ElidedLabel;
class PeopleList;
class SummaryPane;

// What is selected, in words: of one conversation its states on top, people and every field below;
// of several what they sum up to.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    // The menu is for what is selected.
    explicit DetailsPane(QMenu *actions, QWidget *parent = nullptr);
    ~DetailsPane() override;

    // Another way to look at the conversation, beside its fields.
    void addTab(QWidget *page, const QString &title);
    // What stands above all pages, for what opens beside it.
    QWidget *header() const;
    // The object name of the page that is open.
    QString openTab() const;
    void setOpenTab(const QString &objectName);

    void showNothing();
    void show(const inbox::ConversationRow &row, const inbox::CellContext &context);
    // Of several; the tally is null while it is being collected.
    void show(int selected, const std::optional<inbox::RowTally> &tally,
              const inbox::CellContext &context);

Q_SIGNALS:
    // For the conversations with this number, beside 'anchor'.
    void conversationsRequested(const QString &number, QWidget *anchor);

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
    PeopleList *const m_people;
    SummaryPane *const m_summary;
    std::vector<Field> m_fields;
};

} // namespace widgets
