// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/choicepopover.h"

#include "widgets/common/theme.h"

#include <QVBoxLayout>

namespace widgets {

ChoicePopover::ChoicePopover(const QString &name, const QString &placeholder, ThemeSource &theme,
                             QWidget *parent)
    : Popover(theme, parent)
    , m_picker(new Picker(PickerModel::Choice::Several, name, placeholder, theme, this))
    , m_hasField(!placeholder.isEmpty())
{
    setFixedWidth(usualWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(stroke::hairline, m_hasField ? space::medium : space::narrow,
                               stroke::hairline, space::narrow);
    layout->addWidget(m_picker);
    if (!m_hasField)
        m_picker->hideField();
    connect(m_picker, &Picker::activated, this, &ChoicePopover::toggle);
    connect(m_picker, &Picker::entered, this, &ChoicePopover::take);
}

void ChoicePopover::setEntries(const QList<PickerModel::Entry> &entries)
{
    const std::optional<QString> current = m_picker->currentId();
    m_picker->model().setEntries(entries);
    if (current)
        m_picker->setCurrent(*current);
}

void ChoicePopover::setChosen(const QStringList &ids)
{
    m_chosen = ids;
    m_picker->model().setChosen(ids);
}

void ChoicePopover::showEvent(QShowEvent *event)
{
    Popover::showEvent(event);
    m_picker->reset();
    if (!m_hasField && !m_picker->currentId())
        m_picker->setFirstCurrent();
}

void ChoicePopover::toggle(const QString &id)
{
    QStringList ids = m_chosen;
    if (ids.removeAll(id) == 0)
        ids.append(id);
    setChosen(ids);
    Q_EMIT edited(ids);
}

// Enter ticks what was looked for, and otherwise ends it.
void ChoicePopover::take()
{
    const std::optional<QString> current = m_picker->currentId();
    if (!m_picker->text().isEmpty() && current) {
        m_picker->setText({});
        toggle(*current);
        m_picker->setCurrent(*current);
        return;
    }
    const bool isNew = current && !m_chosen.contains(*current);
    if (isNew)
        toggle(*current);
    close();
}

} // namespace widgets
