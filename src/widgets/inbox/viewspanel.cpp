// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inbox/viewspanel.h"

#include "inbox/harmlesstext.h"
#include "ui_viewspanel.h"
#include "widgets/common/detaildelegate.h"
#include "words/filterwords.h"
#include "words/problemwords.h"
#include "words/widgettext.h"
#include "workspace/atomicfile.h"

#include <QAction>
#include <QFileDialog>
#include <QUuid>

#include <algorithm>

namespace widgets {

using workspace::View;

namespace {

const QLatin1String fileSuffix("quoinview");
constexpr int mostKeys = 9; // Ctrl+1 to Ctrl+9

} // namespace

QString viewFileName(const QString &viewName)
{
    QString name = inbox::harmlessLine(viewName);
    for (QChar &c : name)
        if (QStringLiteral("/\\:*?\"<>|").contains(c))
            c = u'_';
    // A leading dot would hide the file, and a single one is a folder.
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    name = name.left(80).trimmed();
    return (name.isEmpty() ? QStringLiteral("view") : name) + u'.' + fileSuffix;
}

ViewsPanel::ViewsPanel(workspace::ShownState &state, workspace::Settings &settings,
                       const inbox::Names &names, ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ViewsPanel>())
    , m_state(state)
    , m_settings(settings)
    , m_names(names)
{
    m_ui->setupUi(this);
    m_ui->list->setModel(&m_model);
    m_ui->list->setItemDelegate(new DetailDelegate(ViewsModel::DetailRole, theme, m_ui->list));
    m_model.setViews(settings.views());

    const auto separator = [this] {
        auto *line = new QAction(this);
        line->setSeparator(true);
        m_ui->list->addAction(line);
    };
    m_updateAction = addAction(tr("Save &changes"), {}, &ViewsPanel::update);
    addAction(tr("&Rename"), QKeySequence(Qt::Key_F2), &ViewsPanel::rename);
    m_defaultAction = addAction(tr("&Begin with this view"), {}, &ViewsPanel::toggleDefault);
    m_defaultAction->setCheckable(true);
    separator();
    addAction(tr("Move &up"), QKeySequence(Qt::ALT | Qt::Key_Up), &ViewsPanel::moveUp);
    addAction(tr("Move &down"), QKeySequence(Qt::ALT | Qt::Key_Down), &ViewsPanel::moveDown);
    separator();
    addAction(tr("Save as &file…"), {}, &ViewsPanel::shareCurrent);
    addAction(tr("D&elete"), QKeySequence(Qt::Key_Delete), &ViewsPanel::remove);

    for (int view = 0; view < mostKeys; ++view) {
        auto *action = new QAction(this);
        action->setShortcut(Qt::CTRL | Qt::Key(Qt::Key_1 + view));
        connect(action, &QAction::triggered, this,
                [this, action] { open(m_model.rowOf(action->data().toString())); });
        QWidget::addAction(action);
        m_openActions.append(action);
    }

    connect(m_ui->saveButton, &QPushButton::clicked, this, &ViewsPanel::save);
    connect(m_ui->undoButton, &QPushButton::clicked, this, &ViewsPanel::undoRemoval);
    connect(m_ui->closeButton, &QToolButton::clicked, this, [this] { showMessage({}); });
    connect(m_ui->list, &QListView::clicked, this,
            [this](const QModelIndex &index) { open(index.row()); });
    connect(m_ui->list, &QListView::activated, this,
            [this](const QModelIndex &index) { open(index.row()); });
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ViewsPanel::updateMarks);
    connect(&state, &workspace::ShownState::changed, this, &ViewsPanel::updateMarks);
    connect(&m_model, &ViewsModel::viewsChanged, this, [this] {
        m_settings.setViews(m_model.views());
        updateMarks();
    });
    showMessage({});
    updateMarks();
}

ViewsPanel::~ViewsPanel() = default;

QAction *ViewsPanel::addAction(const QString &text, const QKeySequence &keys,
                               void (ViewsPanel::*slot)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_ui->list->addAction(action); // its context menu holds them all
    m_rowActions.append(action);
    return action;
}

bool ViewsPanel::openDefault()
{
    const int row = m_model.rowOf(m_settings.defaultView());
    open(row);
    return row >= 0;
}

void ViewsPanel::reload()
{
    // Somebody is typing a name.
    if (m_ui->list->isPersistentEditorOpen(m_ui->list->currentIndex()))
        return;
    const QList<View> views = m_settings.views();
    if (views == m_model.views())
        return;
    const QString current = m_ui->list->currentIndex().data(ViewsModel::IdRole).toString();
    m_model.setViews(views);
    m_ui->list->setCurrentIndex(m_model.index(m_model.rowOf(current)));
    updateMarks();
}

void ViewsPanel::save()
{
    View view = m_state.shown();
    view.name = words::shownText(view.filters, view.search, m_names.context());
    if (view.name.isEmpty())
        view.name = tr("All conversations");
    m_state.change(&View::id, add(view));
    const QModelIndex index = m_model.index(m_model.rowCount() - 1);
    m_ui->list->setCurrentIndex(index);
    m_ui->list->edit(index);
}

QString ViewsPanel::add(View view)
{
    view.id = QUuid::createUuid().toString(QUuid::Id128).left(12);
    m_model.insert(m_model.rowCount(), view);
    showMessage({});
    return view.id;
}

void ViewsPanel::open(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const View view = m_model.views().at(row);
    m_ui->list->setCurrentIndex(m_model.index(row));
    m_state.open(view);
}

void ViewsPanel::openFile(const QString &fileName)
{
    const auto view = workspace::readViewFile(fileName);
    if (!view)
        return showMessage(
            tr("‘%1’ was not opened. %2")
                .arg(QFileInfo(fileName).fileName(), words::viewProblemSentence(view.error())));
    View named = *view;
    if (named.name.isEmpty())
        named.name = QFileInfo(fileName).completeBaseName();
    const auto isSame = [&named](const View &other) {
        return other.name == named.name && other.filters == named.filters &&
               other.columns == named.columns && other.search == named.search &&
               other.sort == named.sort;
    };
    const QList<View> &views = m_model.views();
    const auto found = std::ranges::find_if(views, isSame);
    if (found != views.end())
        return open(int(found - views.begin()));
    add(named);
    open(m_model.rowCount() - 1);
    showMessage(tr("‘%1’ was added.").arg(named.name));
}

void ViewsPanel::update()
{
    View view = m_state.shown();
    const int row = m_model.rowOf(view.id);
    if (row < 0)
        return;
    view.name = m_model.views().at(row).name;
    m_model.replace(row, view);
}

void ViewsPanel::rename()
{
    m_ui->list->edit(m_ui->list->currentIndex());
}

void ViewsPanel::moveUp()
{
    move(-1);
}

void ViewsPanel::moveDown()
{
    move(1);
}

void ViewsPanel::move(int by)
{
    const int row = currentRow();
    if (row < 0)
        return;
    // Qt wants the row before which the view is put, counted before it is taken out.
    m_model.moveRow({}, row, {}, by < 0 ? row - 1 : row + 2);
}

void ViewsPanel::toggleDefault()
{
    if (currentRow() < 0)
        return;
    const QString id = m_model.views().at(currentRow()).id;
    m_settings.setDefaultView(m_settings.defaultView() == id ? QString() : id);
    updateMarks();
}

void ViewsPanel::shareCurrent()
{
    if (currentRow() < 0)
        return;
    const View view = m_model.views().at(currentRow());
    auto *dialog = new QFileDialog(this, tr("Save the view as a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Quoin views (*.%1)").arg(fileSuffix));
    dialog->setDefaultSuffix(fileSuffix);
    dialog->selectFile(viewFileName(view.name));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, view](const QString &fileName) { writeFile(view, fileName); });
    dialog->open();
}

void ViewsPanel::writeFile(const View &view, const QString &fileName)
{
    if (const auto problem = workspace::writeWhole(fileName, workspace::encodeView(view),
                                                   workspace::Readers::AsUsual))
        return showMessage(
            tr("‘%1’ was not written: %2").arg(fileName, words::writeProblemText(*problem)));
    showMessage(tr("‘%1’ was written. It holds filters, search, sort and columns, and no key.")
                    .arg(QFileInfo(fileName).fileName()));
}

void ViewsPanel::remove()
{
    const int row = currentRow();
    if (row < 0)
        return;
    m_removed = Removed{row, m_model.take(row)};
    showMessage(tr("‘%1’ was deleted.").arg(m_removed->view.name), true);
}

void ViewsPanel::undoRemoval()
{
    if (!m_removed)
        return;
    const int row = qMin(m_removed->row, m_model.rowCount());
    m_model.insert(row, m_removed->view);
    m_ui->list->setCurrentIndex(m_model.index(row));
    m_ui->list->setFocus();
    showMessage({});
}

void ViewsPanel::showMessage(const QString &sentence, bool canUndo)
{
    if (!canUndo)
        m_removed.reset();
    m_ui->messageLabel->setText(sentence);
    m_ui->messageFrame->setVisible(!sentence.isEmpty());
    m_ui->undoButton->setVisible(canUndo);
}

void ViewsPanel::updateMarks()
{
    ViewsModel::Marks marks;
    marks.defaultId = m_settings.defaultView();
    const View &shown = m_state.shown();
    const int open = m_model.rowOf(shown.id);
    if (open >= 0) {
        marks.currentId = shown.id;
        const View &view = m_model.views().at(open);
        marks.isChanged = m_state.differsFrom(view);
    }
    m_model.setMarks(marks);
    const int row = currentRow();
    for (QAction *action : std::as_const(m_rowActions))
        action->setEnabled(row >= 0);
    for (int view = 0; view < m_openActions.size(); ++view) {
        const bool isThere = view < m_model.rowCount();
        m_openActions.at(view)->setEnabled(isThere);
        m_openActions.at(view)->setData(isThere ? m_model.views().at(view).id : QString());
        m_openActions.at(view)->setText(isThere ? words::menuText(m_model.views().at(view).name)
                                                : tr("Open view %1").arg(view + 1));
    }
    m_updateAction->setEnabled(open >= 0 && row == open);
    m_defaultAction->setChecked(row >= 0 && m_model.views().at(row).id == marks.defaultId);
    m_ui->hintLabel->setVisible(m_model.rowCount() == 0);
    m_ui->list->setVisible(m_model.rowCount() > 0);
}

int ViewsPanel::currentRow() const
{
    return m_ui->list->currentIndex().row();
}

} // namespace widgets
