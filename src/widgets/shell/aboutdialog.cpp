// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/aboutdialog.h"

#include "widgets/common/labels.h"
#include "widgets/common/placement.h"
#include "widgets/common/textview.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int titleIconSize = 64;

} // namespace

AboutDialog::AboutDialog(const QString &version, const QList<Component> &components,
                         QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Quoin"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(makeTitle(version));
    auto *tabs = new QTabWidget(this);
    tabs->addTab(makeComponents(components), tr("&Made of"));
    tabs->addTab(makeLicense(), tr("&Licence"));
    column->addWidget(tabs);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(
        fitting(*this, {60 * fontMetrics().averageCharWidth() + 120, 30 * fontMetrics().height()}));
}

QWidget *AboutDialog::makeTitle(const QString &version)
{
    auto *title = new QWidget(this);
    auto *row = new QHBoxLayout(title);
    row->setContentsMargins({});
    auto *icon = new QLabel(title);
    icon->setPixmap(QIcon(QStringLiteral(":/icons/quoin.svg")).pixmap(titleIconSize));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    auto *name = new QLabel(tr("Quoin %1").arg(version), title);
    showAsTitle(*name, 1.6);
    words->addWidget(name);
    auto *what = new QLabel(
        tr("Browses the conversations of a Quo workspace and exports what it shows; it never "
           "changes anything there. It is no product of Quo’s.") +
            QStringLiteral("\n\n© 2026 ") + tr("The Quoin developers") + u'\n' +
            tr("Free software under the GNU General Public License, version 3 or later, without "
               "any warranty."),
        title);
    what->setWordWrap(true);
    what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addWidget(what);
    row->addLayout(words, 1);
    return title;
}

QWidget *AboutDialog::makeComponents(const QList<Component> &components)
{
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(tr("What Quoin is made of"));
    list->setRootIsDecorated(false);
    list->setHeaderLabels({tr("Library"), tr("Licence"), tr("By")});
    for (const Component &component : components)
        list->addTopLevelItem(
            new QTreeWidgetItem({component.name, component.license, component.author}));
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return list;
}

QWidget *AboutDialog::makeLicense()
{
    auto *text = new TextView(tr("Licence"), this);
    QFile file(QStringLiteral(":/license.txt"));
    if (file.open(QFile::ReadOnly))
        text->setPlainText(QString::fromUtf8(file.readAll()));
    return text;
}

} // namespace widgets
