// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/conversationstore.h"
#include "inbox/rowtally.h"
#include "quo/clock.h"
#include "words/numberplaces.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAbstractButton;
class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace widgets {

class CopiedNote;
class FieldList;
class PeopleList;
class PersonHeader;
class PropertyRow;
class SummaryPane;
class TextTabs;
class ThemeSource;

// Describes the selection: for one conversation its people, its states and pages about it; for
// several a summary.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    // All apply to the selection, and must outlive it.
    struct Dependencies
    {
        QMenu &actions;
        QAction &open; // in Quo
        QAction &copy; // as a table
        quo::Clock &clock;
        ThemeSource &theme;
    };

    DetailsPane(const Dependencies &dependencies, QWidget *parent = nullptr);
    ~DetailsPane() override;

    // Adds another page about the conversation, in front of its fields.
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
    // Requests the conversations with all of these numbers, to be shown beside 'anchor'.
    void conversationsRequested(const QStringList &numbers, QWidget *anchor);
    // An export of the selection.
    void exportRequested();
    // Another conversation: so many further down in the list.
    void stepRequested(int steps);
    // The focus belongs into the list.
    void backRequested();

protected:
    bool event(QEvent *event) override;

private:
    QWidget *makeActions();
    QWidget *makeContents();
    void addKeys();
    void showProperties(const inbox::ConversationRow &row, const inbox::CellContext &context);
    void applyTheme();

    const Dependencies m_dependencies;
    const words::NumberPlaces m_places;
    QString m_id;          // of the conversation that was shown last
    QStringList m_people;  // of the one conversation, as the API has them
    QWidget *const m_edge; // a line, hidden where a splitter draws one
    QLabel *const m_emptyLabel;
    PersonHeader *const m_header;
    QPushButton *m_openButton = nullptr;
    QToolButton *m_copyNumberButton = nullptr;
    QToolButton *m_relatedButton = nullptr;
    QPushButton *m_copyRowsButton = nullptr;
    QPushButton *m_exportButton = nullptr;
    QToolButton *m_actionsButton = nullptr;
    QWidget *m_actionRow = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_contents = nullptr;
    SummaryPane *const m_summary;
    PeopleList *const m_peopleList;
    QWidget *m_properties = nullptr; // around the rows that follow
    PropertyRow *const m_owner;
    PropertyRow *const m_line;
    PropertyRow *const m_snooze;
    PropertyRow *const m_mute;
    PropertyRow *const m_deleted;
    TextTabs *const m_tabs;
    QStackedWidget *m_pages = nullptr;
    FieldList *const m_fields;
    CopiedNote *const m_copied;
};

} // namespace widgets
