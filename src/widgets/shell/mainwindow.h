// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/programsettings.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

class QVBoxLayout;

namespace widgets {

class MessageBar;

// The frame around whatever page stands in it: title, look and size. It knows no workspace.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // Without a kept one, where the screen has room for it.
    static constexpr QSize firstSize{1280, 780};

    // The settings must outlive the window.
    explicit MainWindow(workspace::ProgramSettings &settings, QWidget *parent = nullptr);

    // Destroys the page before, and shows none where it is null. 'title' names the workspace.
    void showPage(std::unique_ptr<QWidget> page, const QString &title);

    MessageBar &messages() { return *m_messages; }

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addActions();

    workspace::ProgramSettings &m_settings;
    MessageBar *m_messages = nullptr;
    QVBoxLayout *m_column = nullptr; // the messages, then the page
    QPointer<QWidget> m_page;
};

} // namespace widgets
