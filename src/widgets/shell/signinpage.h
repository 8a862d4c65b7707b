// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/apikey.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace widgets {

class ThemeSource;
class WorkspaceMenu;

// Asks for the key of a workspace on a card in the middle, says where to get one, and offers the
// demo workspace. It neither tests nor stores keys.
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
    QWidget *makeCard(const Settings &settings);
    void addHead(QVBoxLayout &column, const QString &accountName);
    void addKey(QVBoxLayout &column);
    void addName(QVBoxLayout &column, bool isKnown);
    void addButtons(QVBoxLayout &column, bool isKnown);
    void addDemo(QVBoxLayout &column);
    void paste();
    void setShown(bool isShown);
    void showTheme();
    void signIn();

    ThemeSource &m_theme;
    QWidget *m_card = nullptr;
    QLabel *const m_icon;
    QLabel *const m_titleLabel;
    QLabel *const m_whatLabel;
    QLabel *const m_problemLabel;
    QLabel *const m_busyLabel;
    QLabel *const m_keptLabel;
    QLineEdit *const m_keyEdit;
    QPushButton *const m_pasteButton;
    QPushButton *const m_showButton;
    QLineEdit *const m_nameEdit;
    QPushButton *const m_signInButton;
    QPushButton *const m_cancelButton;
    QPushButton *const m_removeButton;
};

} // namespace widgets
