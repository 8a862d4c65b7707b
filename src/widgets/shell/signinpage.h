// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apikey.h"

#include <QWidget>

#include <memory>

namespace Ui {
class SignInPage;
}

namespace widgets {

class WorkspaceMenu;

// Asks for the key of a workspace, says where one comes from, and offers the demo workspace. It
// neither tests nor keeps what it is given.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    struct Settings
    {
        QString host;        // where the key is going to be sent
        QString accountName; // of a workspace that is known; empty for a new one
        WorkspaceMenu *menu; // to go elsewhere
        bool offersDemo = true;
    };

    explicit SignInPage(const Settings &settings, QWidget *parent = nullptr);
    ~SignInPage() override;

    // While something is being waited for, only Cancel can be pressed. Empty: nothing is.
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
