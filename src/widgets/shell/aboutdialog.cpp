// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/aboutdialog.h"

#include "widgets/common/labels.h"
#include "widgets/common/placement.h"
#include "widgets/common/textview.h"
#include "widgets/common/theme.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int titleIconSize = 48;

class Rows : public QStyledItemDelegate
{
public:
    Rows(ThemeSource &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width() + space::wide,
                m_theme.theme().heights.item};
    }

private:
    ThemeSource &m_theme;
};

class Header : public QHeaderView
{
public:
    Header(ThemeSource &theme, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint() const override
    {
        return {QHeaderView::sizeHint().width(), m_theme.theme().heights.header};
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Theme &theme = m_theme.theme();
        painter->save();
        painter->fillRect(rect, theme.base.plain.fill);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), stroke::hairline),
                          theme.base.hairline);
        painter->setFont(theme.fonts.heading);
        painter->setPen(theme.base.plain.secondary);
        painter->drawText(
            rect.adjusted(space::tiny, 0, -space::tiny, 0),
            int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)) |
                Qt::TextSingleLine,
            model()->headerData(section, Qt::Horizontal).toString());
        painter->restore();
    }

private:
    ThemeSource &m_theme;
};

} // namespace

AboutDialog::AboutDialog(const QString &version, const QList<Component> &components,
                         ThemeSource &theme, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Quoin"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::medium);
    column->addWidget(makeTitle(version, theme));
    auto *tabs = new QTabWidget(this);
    tabs->addTab(makeComponents(components, theme), tr("Li&braries"));
    tabs->addTab(makeLicense(), tr("&Licence"));
    column->addWidget(tabs);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(
        fitting(*this, {76 * fontMetrics().averageCharWidth() + 120, 30 * fontMetrics().height()}));
}

QWidget *AboutDialog::makeTitle(const QString &version, ThemeSource &theme)
{
    auto *title = new QWidget(this);
    auto *row = new QHBoxLayout(title);
    row->setContentsMargins({});
    row->setSpacing(space::wide);
    auto *icon = new QLabel(title);
    icon->setPixmap(QIcon(QStringLiteral(":/icons/quoin.svg")).pixmap(titleIconSize));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    auto *name = new QLabel(tr("Quoin %1").arg(version), title);
    words->setSpacing(space::narrow);
    words->addWidget(name);
    auto *what = new QLabel(
        tr("Browse and export the conversations of a Quo workspace. Quoin never changes anything "
           "in Quo. Not affiliated with Quo.") +
            QStringLiteral("\n\n© 2026 ") + tr("The Quoin developers") + u'\n' +
            tr("Free software under the GNU General Public License, version 3 or later, without "
               "any warranty."),
        title);
    const auto showTheme = [name, what, &theme] {
        name->setFont(theme.theme().fonts.title);
        setTextColor(*what, theme.theme().base.plain.secondary);
    };
    connect(&theme, &ThemeSource::changed, this, showTheme);
    showTheme();
    what->setWordWrap(true);
    what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addWidget(what);
    row->addLayout(words, 1);
    return title;
}

QWidget *AboutDialog::makeComponents(const QList<Component> &components, ThemeSource &theme)
{
    auto *list = new QTreeWidget(this);
    list->setHeader(new Header(theme, list));
    list->setItemDelegate(new Rows(theme, list));
    list->setAccessibleName(tr("Libraries"));
    list->setRootIsDecorated(false);
    list->setFrameShape(QFrame::NoFrame);
    list->setIndentation(0);
    const auto showTheme = [list, &theme] {
        list->header()->setFont(theme.theme().fonts.heading);
        list->doItemsLayout();
    };
    connect(&theme, &ThemeSource::changed, list, showTheme);
    showTheme();
    list->setHeaderLabels({tr("Library"), tr("Licence"), tr("Author")});
    for (const Component &component : components)
        list->addTopLevelItem(
            new QTreeWidgetItem({component.name, component.license, component.author}));
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(list->columnCount() - 1, QHeaderView::Stretch);
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
