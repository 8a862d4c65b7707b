// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/attention.h"

#include "inbox/harmlesstext.h"
#include "inbox/naming.h"
#include "words/peoplewords.h"
#include "words/statewords.h"
#include "workspace/settings.h"

#include <QPointer>

namespace widgets {

namespace {

constexpr int longestTitle = 100; // characters

} // namespace

Attention::Attention(inbox::InboxSession &session, const inbox::Names &names,
                     workspace::Settings &settings, const Notify &notify, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_names(names)
    , m_settings(settings)
    , m_notify(notify)
    , m_watchedLines(settings.watchedLines())
{
    connect(&session, &inbox::InboxSession::attentionWanted, this, &Attention::notifyOf);
}

void Attention::watch(const QString &line, bool on)
{
    m_watchedLines.removeAll(line);
    if (on)
        m_watchedLines.append(line);
    m_settings.setWatchedLines(m_watchedLines);
}

void Attention::notifyOf(const QString &id, inbox::Facet because)
{
    const std::optional<inbox::ConversationRow> row = m_session.model().rowWithId(id);
    if (!m_notify || !row || !m_watchedLines.contains(row->phoneNumberId()))
        return;
    const inbox::CellContext context = m_names.context();
    const QString line =
        inbox::lineName(row->phoneNumberId(), context.directory, context.reader.region);
    m_notify(inbox::shortened(inbox::harmlessLine(words::conversationTitle(*row, context)),
                              longestTitle),
             tr("%1 · %2", "state and line").arg(words::facetName(because), line),
             [self = QPointer(this), id] {
                 if (self)
                     Q_EMIT self->conversationRequested(id);
             });
}

} // namespace widgets
