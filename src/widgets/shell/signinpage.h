// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apikey.h"

#include <QWidget>

#include <memory>

namespace Ui {
class SignInPage;
}

namespace widgets {

class ThemeSource;
class WorkspaceMenu;

// Asks for the key of a workspace, says where to find it, and offers the demo workspace. It neither
// tests nor stores keys.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    struct Settings
    {
        QString host;        // where the key will be sent
        QString accountName; // of a known workspace; empty for a new one
        WorkspaceMenu *menu; // to open another workspace
        ThemeSource &theme;
        bool offersDemo = true;
    };

    explicit SignInPage(const Settings &settings, QWidget *parent = nullptr);
    ~SignInPage() override;

    // While the page waits for something, only Cancel can be pressed. Empty text ends the wait.
    void setBusy(const QString &sentence);
    void showProblem(const QString &sentence);

Q_SIGNALS:
    // 'name' may be empty.
    void signInRequested(const quo::ApiKey &key, const QString &name);
    void cancelRequested();
    void demoRequested();
    void removeRequested();

private:
    void signIn();

    std::unique_ptr<Ui::SignInPage> m_ui;
};

} // namespace widgets
