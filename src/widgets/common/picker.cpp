// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/picker.h"

#include "widgets/common/detaildelegate.h"
#include "widgets/common/popover.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int visibleRows = 10;

} // namespace

Picker::Picker(PickerModel::Choice choice, const QString &name, const QString &placeholder,
               ThemeSource &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(choice)
    , m_edit(new QLineEdit(this))
    , m_problemLabel(new QLabel(this))
    , m_list(new QListView(this))
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
    m_list->setItemDelegate(new DetailDelegate(PickerModel::DetailRole, theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(visibleRows * (fontMetrics().height() + 8));
    m_list->setMinimumWidth(60 * fontMetrics().averageCharWidth());
    m_list->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_edit);
    layout->addWidget(m_problemLabel);
    layout->addWidget(m_list);
    setFocusProxy(m_edit);
    showProblem({});

    connect(m_edit, &QLineEdit::textEdited, this, [this] { showProblem({}); });
    connect(m_edit, &QLineEdit::textChanged, this, &Picker::narrow);
    connect(m_edit, &QLineEdit::returnPressed, this, &Picker::entered);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        Q_EMIT activated(index.data(PickerModel::IdRole).toString());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &Picker::currentChanged);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &Picker::currentChanged);
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

void Picker::reset()
{
    m_edit->clear();
    showProblem({});
    m_list->scrollToTop();
    m_edit->setFocus(Qt::PopupFocusReason);
}

bool Picker::eventFilter(QObject *watched, QEvent *event)
{
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

} // namespace widgets
