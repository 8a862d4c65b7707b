// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/identitypopover.h"

#include "inbox/collator.h"
#include "inbox/naming.h"
#include "quo/ids.h"
#include "widgets/common/picker.h"
#include "widgets/common/theme.h"
#include "words/problemwords.h"

#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

IdentityPopover::IdentityPopover(const inbox::Names &names, ThemeSource &theme, QWidget *parent)
    : Popover(theme, parent)
    , m_names(names)
    , m_titleLabel(new QLabel(tr("Who are you?"), this))
    , m_hintLabel(new QLabel(tr("Quoin remembers it on this computer."), this))
    , m_picker(new Picker(PickerModel::Choice::One, tr("Your name"), tr("Name, email or ID"), theme,
                          this))
{
    setAccessibleName(m_titleLabel->text());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    column->setSpacing(space::narrow);
    column->addWidget(m_titleLabel);
    column->addWidget(m_hintLabel);
    column->addWidget(m_picker);
    setFocusProxy(m_picker);
    connect(m_picker, &Picker::activated, this, &IdentityPopover::choose);
    connect(m_picker, &Picker::entered, this, [this] {
        const QString typed = m_picker->text().trimmed();
        if (quo::isUserId(typed))
            choose(typed);
        else if (const std::optional<QString> current = m_picker->currentId())
            choose(*current);
        else if (!typed.isEmpty())
            m_picker->showProblem(words::problemSentence(quo::QueryProblem{
                quo::QueryField::UserId, quo::QueryProblem::Kind::Malformed, typed}));
    });
    connect(&names, &inbox::Names::directoryChanged, this, &IdentityPopover::updateEntries);
    const auto follow = [this, &theme] {
        m_titleLabel->setFont(theme.theme().fonts.name);
        m_hintLabel->setFont(theme.theme().fonts.caption);
    };
    connect(&theme, &ThemeSource::changed, this, follow);
    follow();
    updateEntries();
}

void IdentityPopover::showEvent(QShowEvent *event)
{
    Popover::showEvent(event);
    m_picker->model().setChosen({m_names.me()});
    m_picker->reset();
    m_picker->setCurrent(m_names.me());
}

void IdentityPopover::updateEntries()
{
    QList<PickerModel::Entry> entries;
    const QList<quo::Teammate> teammates = m_names.directory().teammates();
    for (const quo::Teammate &teammate : teammates)
        entries.append({.id = teammate.id,
                        .text = inbox::assigneeName(teammate.id, m_names.directory()),
                        .detail = teammate.email,
                        .problem = {},
                        .number = {}});
    const inbox::Collator collator(m_names.reader().locale);
    std::ranges::stable_sort(entries, [&](const auto &a, const auto &b) {
        return collator.compare(a.text, b.text) < 0;
    });
    m_picker->model().setEntries(entries);
    m_picker->model().setChosen({m_names.me()});
}

void IdentityPopover::choose(const QString &teammateId)
{
    close();
    Q_EMIT chosen(teammateId);
}

} // namespace widgets
