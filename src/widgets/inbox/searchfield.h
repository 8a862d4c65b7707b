// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"
#include "inbox/searchquery.h"
#include "workspace/shownstate.h"

#include <QLineEdit>
#include <QStringListModel>

class QCompleter;

namespace widgets {

class ThemeSource;

// The field for the search of the state. It proposes conditions and their values.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    // Proposes lines and teammates by these names. Both must outlive it.
    SearchField(workspace::ShownState &state, const inbox::Names &names, ThemeSource &theme,
                QWidget *parent = nullptr);

    // Marks the field, unless all of them are in the word that is being typed.
    void setProblems(const QList<inbox::SearchProblem> &problems);

Q_SIGNALS:
    // The user wants to go on in the list.
    void listRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void showProblems();
    void propose();
    QStringList proposals() const;
    QStringList valuesOf(const QString &word) const;

    const inbox::Names &m_names;
    QList<inbox::SearchProblem> m_problems;
    QStringListModel m_proposals;
    QCompleter *const m_completer;
    QAction *const m_problemAction;
};

} // namespace widgets
