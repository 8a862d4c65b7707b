// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filters/teammatepopover.h"

#include "inbox/collator.h"
#include "inbox/naming.h"
#include "widgets/common/picker.h"
#include "widgets/common/theme.h"
#include "words/problemwords.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

TeammatePopover::TeammatePopover(const inbox::Names &names, ThemeSource &theme, QWidget *parent)
    : Popover(theme, parent)
    , m_picker(new Picker(PickerModel::Choice::One, tr("Quo user"), tr("Name, email or ID"), theme,
                          this))
    , m_names(names)
{
    setFixedWidth(usualWidth);
    auto *hint = new QLabel(
        tr("Conversations Quo lists for this person, whoever they’re assigned to"), this);
    hint->setWordWrap(true);
    hint->setContentsMargins(space::medium, 0, space::medium, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(stroke::hairline, space::medium, stroke::hairline, space::narrow);
    layout->setSpacing(space::narrow);
    layout->addWidget(hint);
    layout->addWidget(m_picker);
    connect(m_picker, &Picker::entered, this, &TeammatePopover::take);
    connect(m_picker, &Picker::activated, this, &TeammatePopover::choose);
    connect(&names, &inbox::Names::directoryChanged, this, &TeammatePopover::updateEntries);
    updateEntries();
}

TeammatePopover::~TeammatePopover() = default;

void TeammatePopover::setTeammate(const QString &userId)
{
    if (userId == m_teammate)
        return;
    m_teammate = userId;
    updateEntries();
}

void TeammatePopover::showProblem(const QString &sentence)
{
    m_picker->showProblem(sentence);
}

void TeammatePopover::showEvent(QShowEvent *event)
{
    Popover::showEvent(event);
    m_picker->reset();
    m_picker->setCurrent(m_teammate);
}

void TeammatePopover::updateEntries()
{
    QList<PickerModel::Entry> entries;
    const QList<quo::Teammate> teammates = m_names.directory().teammates();
    for (const quo::Teammate &teammate : teammates)
        entries.append({teammate.id,
                        inbox::assigneeName(teammate.id, m_names.directory()),
                        teammate.email,
                        {},
                        {},
                        {.avatar = avatarOf(inbox::assigneeName(teammate.id, m_names.directory()),
                                            teammate.id)}});
    if (!m_teammate.isEmpty() && !m_names.directory().teammate(m_teammate))
        entries.append({m_teammate, m_teammate, {}, {}, {}, {}});
    const inbox::Collator collator(m_names.reader().locale);
    std::ranges::stable_sort(entries, [&](const auto &a, const auto &b) {
        return collator.compare(a.text, b.text) < 0;
    });
    entries.prepend({QString(), tr("Anyone"), {}, {}, {}, {}});
    m_picker->model().setEntries(entries);
    m_picker->model().setChosen({m_teammate});
}

void TeammatePopover::take()
{
    const QString typed = m_picker->text().trimmed();
    const std::optional<QString> current = m_picker->currentId();
    if (quo::isUserId(typed))
        choose(typed);
    else if (current)
        choose(*current);
    else if (typed.isEmpty())
        close();
    else
        showProblem(words::problemSentence(
            quo::QueryProblem{quo::QueryField::UserId, quo::QueryProblem::Kind::Malformed, typed}));
}

void TeammatePopover::choose(const QString &userId)
{
    close();
    setTeammate(userId);
    Q_EMIT edited(userId);
}

} // namespace widgets
