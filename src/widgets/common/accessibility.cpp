// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/accessibility.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QLineEdit>
#include <QPointer>
#include <QVariant>

namespace widgets {

namespace {

constexpr char paneProperty[] = "accessiblePane";
constexpr char overlaysProperty[] = "accessibleOverlays";

class Overlay : public QAccessibleWidget
{
public:
    explicit Overlay(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::Grouping)
    {
    }

    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(
            widget()->property(paneProperty).value<QWidget *>());
    }
};

class Pane : public QAccessibleWidget
{
public:
    explicit Pane(QWidget *widget)
        : QAccessibleWidget(widget)
    {
    }

    int childCount() const override { return own() + int(overlays().size()); }

    QAccessibleInterface *child(int index) const override
    {
        if (index < own())
            return QAccessibleWidget::child(index);
        return QAccessible::queryAccessibleInterface(overlays().value(index - own()));
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const qsizetype overlay =
            overlays().indexOf(qobject_cast<QWidget *>(child ? child->object() : nullptr));
        return overlay < 0 ? QAccessibleWidget::indexOfChild(child) : own() + int(overlay);
    }

private:
    int own() const { return QAccessibleWidget::childCount(); }
    QList<QWidget *> overlays() const
    {
        return widget()->property(overlaysProperty).value<QList<QWidget *>>();
    }
};

QAccessibleInterface *interfaceOf(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (widget && widget->property(paneProperty).isValid())
        return new Overlay(widget);
    if (widget && widget->property(overlaysProperty).isValid())
        return new Pane(widget);
    return nullptr;
}

bool isSecret(const QAccessibleEvent &event)
{
    const QAccessibleInterface *const source = event.accessibleInterface();
    const auto *field = qobject_cast<QLineEdit *>(source ? source->object() : event.object());
    return field && field->echoMode() != QLineEdit::Normal;
}

// The next handler of events; null for the platform. Global, since Qt takes a plain function.
QAccessible::UpdateHandler nextHandler = nullptr;

void withholdPasswords(QAccessibleEvent *event)
{
    switch (event->type()) {
    case QAccessible::TextInserted:
    case QAccessible::TextRemoved:
    case QAccessible::TextUpdated:
    case QAccessible::ValueChanged:
        if (isSecret(*event))
            return;
        break;
    case QAccessible::TableModelChanged:
        // Qt has already notified the table, and would do so again; AT-SPI has no such event.
        if (!nextHandler)
            return;
        break;
    default:
        break;
    }
    if (nextHandler)
        return nextHandler(event);
    QAccessible::installUpdateHandler(nullptr);
    QAccessible::updateAccessibility(event);
    QAccessible::installUpdateHandler(withholdPasswords);
}

} // namespace

void showInTreeOf(QWidget &pane, QWidget &overlay)
{
    // An interface that was already requested would stay.
    for (QWidget *widget : {&pane, &overlay})
        if (QAccessible::isActive())
            QAccessible::deleteAccessibleInterface(
                QAccessible::uniqueId(QAccessible::queryAccessibleInterface(widget)));
    QAccessible::installFactory(interfaceOf); // more calls have no effect
    auto overlays = pane.property(overlaysProperty).value<QList<QWidget *>>();
    overlays.append(&overlay);
    pane.setProperty(overlaysProperty, QVariant::fromValue(overlays));
    overlay.setProperty(paneProperty, QVariant::fromValue(&pane));
    QObject::connect(&overlay, &QObject::destroyed, &pane, [&pane, gone = &overlay] {
        auto left = pane.property(overlaysProperty).value<QList<QWidget *>>();
        left.removeOne(gone);
        pane.setProperty(overlaysProperty, QVariant::fromValue(left));
    });
}

void keepPasswordsOffTheBus()
{
    const QAccessible::UpdateHandler before = QAccessible::installUpdateHandler(withholdPasswords);
    if (before != withholdPasswords)
        nextHandler = before;
}

} // namespace widgets
