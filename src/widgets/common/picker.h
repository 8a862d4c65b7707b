// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/pickermodel.h"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QListView;

namespace widgets {

// A list with a field above it that narrows it. The field keeps the keyboard: arrows move in the
// list, Enter takes. What taking means is up to its owner.
class Picker : public QWidget
{
    Q_OBJECT

public:
    // 'name' is what a screen reader calls the field; the list is called '<name> to choose from',
    // the label of what is wrong '<name> problem'.
    Picker(PickerModel::Choice choice, const QString &name, const QString &placeholder,
           QWidget *parent = nullptr);

    PickerModel &model() { return m_model; }

    QString text() const;
    void setText(const QString &text);
    void showProblem(const QString &sentence);

    // Empty and null differ: 'anyone' has an empty id, nothing highlighted has none.
    std::optional<QString> currentId() const;
    void setCurrent(const QString &id);
    // Begins anew, with the field in focus.
    void reset();

Q_SIGNALS:
    // Enter in the field.
    void entered();
    // A click or Space on an entry, or Enter in the list.
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
