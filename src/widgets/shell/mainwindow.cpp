// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/mainwindow.h"

#include "widgets/common/accessibility.h"
#include "widgets/common/announcer.h"
#include "widgets/common/controls.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/placement.h"
#include "widgets/common/theme.h"
#include "widgets/shell/commandpalette.h"
#include "widgets/shell/shortcutsheet.h"

#include <QAction>
#include <QCloseEvent>
#include <QIcon>
#include <QVBoxLayout>

// Resources of a static library must be initialised explicitly, outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(quoin);
}

namespace widgets {

MainWindow::MainWindow(workspace::ProgramSettings &settings, const QLocale &locale,
                       quo::Clock &clock, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_themeSource(new ThemeSource(*this))
{
    initResources();
    drawControlsFromTheme();
    setWindowIcon(QIcon(QStringLiteral(":/icons/quoin.svg")));
    setMinimumSize(fitting(*this, smallestSize));
    if (!restoreGeometry(settings.windowGeometry()))
        resize(fitting(*this, firstSize));
    else if (!isMaximized() && !isFullScreen())
        setGeometry(placed(*this, pos(), fitting(*this, size())));
    auto *frame = new QWidget(this);
    m_column = new QVBoxLayout(frame);
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    m_messages = new MessageBar(*m_themeSource, clock, frame);
    m_column->addWidget(m_messages);
    setCentralWidget(frame);
    new Announcer(this, clock);
    keepPasswordsOffTheBus();
    addActions(locale);
}

// What paints in the window goes before its theme, which is the first of its children.
MainWindow::~MainWindow()
{
    delete m_page;
    const QList<QWidget *> widgets = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(widgets);
}

void MainWindow::addActions(const QLocale &locale)
{
    auto *palette = new CommandPalette(locale, *m_themeSource, this);
    const auto add = [this](const QString &text, const QList<QKeySequence> &keys,
                            const auto *receiver, const auto &slot) {
        auto *action = new QAction(text, this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, receiver, slot);
        addAction(action);
    };
    add(tr("Command palette"), {Qt::CTRL | Qt::Key_K}, palette, &CommandPalette::open);
    actions().constLast()->setPriority(QAction::LowPriority); // it does not list itself
    add(tr("Keyboard shortcuts"), {Qt::Key_F1, Qt::CTRL | Qt::Key_Question},
        new ShortcutSheet(*m_themeSource, this), &ShortcutSheet::open);
    add(tr("Quit"), QKeySequence::keyBindings(QKeySequence::Quit), this, &QWidget::close);
}

void MainWindow::showPage(std::unique_ptr<QWidget> page, const QString &title)
{
    // Qt reads a single '[*]' as the place of the mark for unsaved changes.
    const QString name = QString(title).replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
    setWindowTitle(title.isEmpty() ? tr("Quoin") : tr("%1 – Quoin", "workspace").arg(name));
    delete m_page; // at once, since what it shows may be destroyed next
    if (!page)
        return;
    m_page = page.release();
    m_column->addWidget(m_page, 1);
    m_page->show(); // at once, so that it can take the focus
}

bool MainWindow::event(QEvent *event)
{
    // The desktop may bring another style while Quoin runs.
    if (event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(this, &drawControlsFromTheme, Qt::QueuedConnection);
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setWindowGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace widgets
