// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/clock.h"
#include "workspace/programsettings.h"

#include <QLocale>
#include <QMainWindow>
#include <QPointer>

#include <memory>

class QVBoxLayout;

namespace widgets {

class MessageBar;
class ThemeSource;

// The frame around the page that is shown: title, look and size. It knows no workspace.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // The size of a first start, in pixels, where the screen has room for it.
    static constexpr QSize firstSize{1280, 780};
    static constexpr QSize smallestSize{640, 420};

    // Settings and clock must outlive the window. 'locale' is the reader's.
    MainWindow(workspace::ProgramSettings &settings, const QLocale &locale, quo::Clock &clock,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    // Destroys the previous page. A null page leaves the window empty. 'title' names the workspace.
    void showPage(std::unique_ptr<QWidget> page, const QString &title);

    MessageBar &messages() { return *m_messages; }
    // For everything that paints in this window.
    ThemeSource &themeSource() { return *m_themeSource; }

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addActions(const QLocale &locale);

    workspace::ProgramSettings &m_settings;
    ThemeSource *const m_themeSource; // a child
    MessageBar *m_messages = nullptr;
    QVBoxLayout *m_column = nullptr; // the messages, then the page
    QPointer<QWidget> m_page;
};

} // namespace widgets
