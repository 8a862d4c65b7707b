// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QGroupBox>
#include <QLabel>
#include <QMenu>
#include <QStringList>
#include <QTabBar>

// '&' in data is a letter, wherever a window shows it. Load data with the hostile names, and look.
namespace support {

using namespace Qt::StringLiterals;

// As text is shown where '&' marks a key: it is gone, and of two one stays.
inline QString shownText(QString text)
{
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at + 1))
        text.remove(at, 1);
    return text;
}

// Each has a word that no other has, by which it is found wherever it is shown.
inline const QStringList hostileNames{u"Xaa & Yaa"_s, u"Xbb&&Ybb"_s, u"&Xcc"_s,   u"Xdd&"_s,
                                      u"Xee&&&Yee"_s, u"R&Xff"_s,    u"Xgg[*]Y"_s};

inline QString wordOf(const QString &name)
{
    return name.mid(name.indexOf(u'X'), 3);
}

// What is wrong with how the data in 'text' would be shown; empty if nothing is.
inline QString problemOf(const QString &where, const QString &text)
{
    for (const QString &name : hostileNames)
        if (text.contains(wordOf(name)) && !text.contains(name))
            return u"%1 shows ‘%2’ of ‘%3’"_s.arg(where, text, name);
    return {};
}

// Everything that a window shows or holds ready.
inline QStringList problemsIn(QWidget &window)
{
    QStringList problems;
    const auto look = [&problems](const QString &where, const QString &text) {
        const QString problem = problemOf(where, text);
        if (!problem.isEmpty())
            problems.append(problem);
    };
    const QList<QMenu *> menus = window.findChildren<QMenu *>();
    for (QMenu *menu : menus) {
        menu->popup(QPoint()); // many are filled then
        menu->close();
        look(u"a menu"_s, shownText(menu->title()));
    }
    const QList<QAction *> actions = window.findChildren<QAction *>();
    for (const QAction *action : actions) {
        look(u"an action"_s, shownText(action->text()));
        look(u"an action's tool tip"_s,
             action->toolTip().startsWith(u'<') ? QString() : action->toolTip());
    }
    const QList<QWidget *> widgets = window.findChildren<QWidget *>() << &window;
    for (QWidget *widget : widgets) {
        const QString where = QString::fromLatin1(widget->metaObject()->className());
        if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            look(where, shownText(button->text()));
        if (const auto *box = qobject_cast<QGroupBox *>(widget))
            look(where, shownText(box->title()));
        if (const auto *label = qobject_cast<QLabel *>(widget))
            look(where, label->buddy() ? shownText(label->text()) : label->text());
        if (const auto *tabs = qobject_cast<QTabBar *>(widget))
            for (int tab = 0; tab < tabs->count(); ++tab)
                look(where, shownText(tabs->tabText(tab)));
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model())
            for (int row = 0; row < view->model()->rowCount(); ++row)
                for (int column = 0; column < view->model()->columnCount(); ++column)
                    look(where, view->model()->index(row, column).data().toString());
        look(where + u" as it is heard"_s, widget->accessibleName());
        // A single '[*]' would be taken away.
        look(where + u" as a window"_s, widget->windowTitle().replace(u"[*][*]"_s, u"[*]"_s));
        if (!widget->toolTip().startsWith(u'<'))
            look(where + u"'s tool tip"_s, widget->toolTip());
    }
    return problems;
}

} // namespace support
