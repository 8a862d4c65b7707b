// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/searchquery.h"
#include "quo/directory.h"

#include <QLineEdit>
#include <QStringListModel>

class QCompleter;

namespace widgets {

// Where a search over what is loaded is typed. Proposes conditions and their values.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    void addCondition(const QString &condition);
    void removeCondition(const QString &condition);

    // Whose names are proposed.
    void setDirectory(const quo::Directory &directory) { m_directory = directory; }
    // What was not understood; marks the field, except for what is just being typed.
    void setProblems(const QList<inbox::SearchProblem> &problems);

Q_SIGNALS:
    // The user goes on to what was found.
    void listAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void showProblems();
    void propose();
    QStringList proposals() const;
    QStringList valuesOf(const QString &word) const;

    quo::Directory m_directory;
    QList<inbox::SearchProblem> m_problems;
    QStringListModel m_proposals;
    QCompleter *const m_completer;
    QAction *const m_problemAction;
};

} // namespace widgets
