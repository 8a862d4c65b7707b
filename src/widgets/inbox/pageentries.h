// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/contacttexts.h"
#include "inbox/inboxmodel.h"
#include "widgets/shell/palettesource.h"
#include "workspace/shownstate.h"

#include <QFutureWatcher>
#include <QThreadPool>

#include <memory>

namespace widgets {

class SideBar;

// What the page of a workspace has for the command palette: its views, what the list can be
// filtered by, and the conversations that are loaded, which a worker searches.
class PageEntries : public PaletteSource
{
    Q_OBJECT

public:
    // All must outlive it.
    struct Dependencies
    {
        const inbox::InboxModel &model;
        inbox::Names &names;
        workspace::Settings &settings;
        workspace::ShownState &state;
        SideBar &sideBar;
    };

    explicit PageEntries(const Dependencies &dependencies, QObject *parent);
    ~PageEntries() override;

    QList<PaletteEntry> entries() override;
    void findConversations(const QString &typed) override;
    QStringList recent() const override;
    void noteUsed(const QString &id) override;

Q_SIGNALS:
    void conversationRequested(const QString &id);

private:
    struct Found
    {
        QList<PaletteEntry> entries; // which do nothing yet
        std::shared_ptr<const inbox::ContactTexts> contactTexts;
    };

    void addFilters(QList<PaletteEntry> &entries);
    void filterBy(int column, const QString &value);
    void showFound();

    const Dependencies m_dependencies;
    std::shared_ptr<const inbox::ContactTexts> m_contactTexts; // of the last search; may be null
    QThreadPool m_pool;
    QFutureWatcher<Found> m_watcher;
};

} // namespace widgets
