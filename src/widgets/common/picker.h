// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/pickermodel.h"

#include <QWidget>

#include <memory>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QVBoxLayout;

namespace widgets {

class ThemeSource;

// A list with a field above it that narrows it, as high as its rows up to ten. The field keeps the
// keyboard focus: arrows move in the list, and Enter picks an entry. The row under the pointer is
// the current one. The owner decides what picking does.
class Picker : public QWidget
{
    Q_OBJECT

public:
    // 'name' is the accessible name of the field. The list is called '<name> to choose from', and
    // the label of a problem '<name> problem'.
    Picker(PickerModel::Choice choice, const QString &name, const QString &placeholder,
           ThemeSource &theme, QWidget *parent = nullptr);

    PickerModel &model() { return m_model; }

    QString text() const;
    void setText(const QString &text);
    void showProblem(const QString &sentence);
    // For a list that is short: the list has the focus.
    void hideField();
    // Shown between field and list; becomes the picker's own.
    void setHeader(QWidget *header);
    // Shown at the end of the current row, in place of its detail; becomes the picker's own.
    void setRowActions(QWidget *actions);

    // Null if no entry is highlighted. An empty id is that of 'anyone'.
    std::optional<QString> currentId() const;
    void setCurrent(const QString &id);
    void setFirstCurrent();
    // Empties the field and gives it the focus.
    void reset();

Q_SIGNALS:
    // Enter was pressed in the field, or in the list if there is no field.
    void entered();
    // An entry was clicked, or Space or Enter was pressed on it in the list.
    void activated(const QString &id);
    void currentChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow();
    void showTheme();
    void placeRowActions();

    ThemeSource &m_theme;
    PickerModel m_model;
    QLineEdit *const m_edit;
    QAction *const m_searchAction; // only its drawing
    QLabel *const m_problemLabel;
    QLabel *const m_emptyLabel; // in place of the list
    QListView *const m_list;
    QVBoxLayout *const m_layout;
    QWidget *m_rowActions = nullptr;
};

} // namespace widgets
