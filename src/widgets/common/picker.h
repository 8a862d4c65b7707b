// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/pickermodel.h"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QListView;

namespace widgets {

class ThemeSource;

// A list with a field above it that narrows it. The field keeps the keyboard focus: arrows move in
// the list, and Enter picks an entry. The owner decides what picking does.
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

    // Null if no entry is highlighted. An empty id is that of 'anyone'.
    std::optional<QString> currentId() const;
    void setCurrent(const QString &id);
    // Empties the field and gives it the focus.
    void reset();

Q_SIGNALS:
    // Enter was pressed in the field.
    void entered();
    // An entry was clicked, or Space or Enter was pressed on it in the list.
    void activated(const QString &id);
    void currentChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow();

    PickerModel m_model;
    QLineEdit *const m_edit;
    QLabel *const m_problemLabel;
    QListView *const m_list;
};

} // namespace widgets
