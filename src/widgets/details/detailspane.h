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
class ThemeSource;

// Describes the selection: for one conversation its states, its people and all fields; for several
// a summary.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    // The menu applies to the selection.
    DetailsPane(QMenu *actions, ThemeSource &theme, QWidget *parent = nullptr);
    ~DetailsPane() override;

    // Adds another page about the conversation, beside its fields.
    void addTab(QWidget *page, const QString &title);
    // The widget above all pages, as an anchor for popovers.
    QWidget *header() const;
    // The object name of the open page.
    QString openTab() const;
    void setOpenTab(const QString &objectName);

    void showNothing();
    void show(const inbox::ConversationRow &row, const inbox::CellContext &context);
    // Shows several conversations. The tally is null while it is collected.
    void show(int selected, const std::optional<inbox::RowTally> &tally,
              const inbox::CellContext &context);

Q_SIGNALS:
    // Requests the conversations with this number, to be shown beside 'anchor'.
    void conversationsRequested(const QString &number, QWidget *anchor);

private:
    void addField(const inbox::Column &descriptor);

    struct Field
    {
        const inbox::Column *column;
        ElidedLabel *value;
        QToolButton *copyButton;
        QString copied; // the API's value
    };

    std::unique_ptr<Ui::DetailsPane> m_ui;
    PeopleList *const m_people;
    SummaryPane *const m_summary;
    std::vector<Field> m_fields;
};

} // namespace widgets
