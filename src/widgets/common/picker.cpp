// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/picker.h"

#include "widgets/common/accessibility.h"
#include "widgets/common/detaildelegate.h"
#include "widgets/common/labels.h"
#include "widgets/common/popover.h"
#include "widgets/common/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int mostRows = 10;

class List : public QListView
{
public:
    using QListView::QListView;

    QSize sizeHint() const override
    {
        const int rows = model() ? qMin(model()->rowCount(), mostRows) : 0;
        return {QListView::sizeHint().width(), rows * qMax(0, sizeHintForRow(0))};
    }
    QSize minimumSizeHint() const override
    {
        return {0, qMin(sizeHint().height(), 2 * qMax(0, sizeHintForRow(0)))};
    }
};

} // namespace

Picker::Picker(PickerModel::Choice choice, const QString &name, const QString &placeholder,
               ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(choice)
    , m_edit(new QLineEdit(this))
    , m_searchAction(m_edit->addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_problemLabel(new QLabel(this))
    , m_emptyLabel(new QLabel(tr("No match"), this))
    , m_list(new List(this))
    , m_layout(new QVBoxLayout(this))
{
    m_edit->setAccessibleName(name);
    m_edit->setPlaceholderText(placeholder);
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    m_problemLabel->setAccessibleName(tr("%1 problem").arg(name));
    m_problemLabel->setWordWrap(true);
    m_problemLabel->setTextFormat(Qt::PlainText);
    m_list->setAccessibleName(tr("%1 to choose from").arg(name));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(
        new DetailDelegate(PickerModel::DetailRole, theme, m_list, PickerModel::MarkRole));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);

    m_layout->setContentsMargins({});
    m_layout->setSpacing(space::narrow);
    auto *field = new QVBoxLayout;
    field->setContentsMargins(space::medium, 0, space::medium, 0);
    field->setSpacing(space::narrow);
    field->addWidget(m_edit);
    field->addWidget(m_problemLabel);
    m_layout->addLayout(field);
    m_layout->addWidget(m_list);
    m_layout->addWidget(m_emptyLabel);
    m_emptyLabel->setContentsMargins(space::medium, 0, space::medium, space::tiny);
    setFocusProxy(m_edit);
    showProblem({});
    showTheme();
    m_emptyLabel->hide();

    connect(&theme, &ThemeSource::changed, this, &Picker::showTheme);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { showProblem({}); });
    connect(m_edit, &QLineEdit::textChanged, this, &Picker::narrow);
    connect(m_edit, &QLineEdit::returnPressed, this, &Picker::entered);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        Q_EMIT activated(index.data(PickerModel::IdRole).toString());
    });
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        placeRowActions();
        Q_EMIT currentChanged();
    });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, &Picker::placeRowActions);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_emptyLabel->setVisible(m_model.rowCount() == 0 && !m_edit->text().isEmpty());
        m_list->updateGeometry();
        placeRowActions();
        Q_EMIT currentChanged();
    });
}

QString Picker::text() const
{
    return m_edit->text();
}

void Picker::setText(const QString &text)
{
    m_edit->setText(text);
}

void Picker::showProblem(const QString &sentence)
{
    setProblem(m_problemLabel, sentence);
}

void Picker::hideField()
{
    m_edit->hide();
    setFocusProxy(m_list);
}

void Picker::setHeader(QWidget *header)
{
    m_layout->insertWidget(1, header);
}

void Picker::setRowActions(QWidget *actions)
{
    actions->setParent(m_list->viewport());
    m_rowActions = actions;
    showInTreeOf(*this, *actions);
    static_cast<DetailDelegate *>(m_list->itemDelegate())->setCurrentCovered(true);
    placeRowActions();
}

void Picker::placeRowActions()
{
    if (!m_rowActions)
        return;
    const QModelIndex current = m_list->currentIndex();
    m_rowActions->setVisible(current.isValid());
    if (!current.isValid())
        return;
    const QRect row = m_list->visualRect(current);
    const int width = m_rowActions->sizeHint().width();
    m_rowActions->setGeometry(QStyle::visualRect(
        m_list->layoutDirection(), row,
        {row.right() + 1 - width - space::tiny, row.top(), width, row.height()}));
}

std::optional<QString> Picker::currentId() const
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return std::nullopt;
    return current.data(PickerModel::IdRole).toString();
}

void Picker::setCurrent(const QString &id)
{
    m_list->setCurrentIndex(m_model.index(m_model.rowOf(id)));
}

void Picker::setFirstCurrent()
{
    m_list->setCurrentIndex(m_model.index(0));
}

void Picker::reset()
{
    m_edit->clear();
    showProblem({});
    m_list->scrollToTop();
    setFocus(Qt::PopupFocusReason);
}

bool Picker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::Resize)
        placeRowActions();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_edit) {
        switch (key->key()) {
        case Qt::Key_Down:
        case Qt::Key_Up:
        case Qt::Key_PageDown:
        case Qt::Key_PageUp:
            if (m_list->currentIndex().isValid() || m_model.rowCount() == 0)
                QCoreApplication::sendEvent(m_list, event);
            else
                m_list->setCurrentIndex(m_model.index(0));
            return true;
        default:
            return false;
        }
    }
    const bool takes =
        key->key() == Qt::Key_Space || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_list && takes) {
        if (m_edit->isHidden() && key->key() != Qt::Key_Space) {
            Q_EMIT entered();
            return true;
        }
        if (const std::optional<QString> id = currentId())
            Q_EMIT activated(*id);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void Picker::narrow()
{
    m_model.narrow(m_edit->text());
    // Highlights the entry that Enter would pick.
    if (!m_edit->text().isEmpty() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0));
}

void Picker::showTheme()
{
    const Theme &theme = m_theme.theme();
    m_searchAction->setIcon(icon(Drawing::Search, theme.base.plain.secondary));
    setTextColor(*m_problemLabel, theme.base.plain.error);
    setTextColor(*m_emptyLabel, theme.base.plain.secondary);
    m_list->updateGeometry();
    update();
}

} // namespace widgets
