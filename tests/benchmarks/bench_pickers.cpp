// SPDX-License-Identifier: GPL-3.0-or-later
// A keystroke in a picker until the narrowed list is painted, against the same list as Qt's own
// parts make it: QStandardItemModel under a QSortFilterProxyModel.
#include "widgets/common/picker.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 40;
const QString typed = u"anna kowalski"_s;

struct Person
{
    QString id;
    QString name;
    QString detail;
};

std::vector<Person> people(int count)
{
    const QStringList first{u"Anna"_s, u"José"_s, u"Łukasz"_s, u"Mei"_s, u"Priya"_s, u"Zoë"_s};
    const QStringList last{u"Kowalski"_s, u"Müller"_s, u"Nguyen"_s, u"O’Neill"_s, u"Peña"_s};
    std::vector<Person> people;
    for (int i = 0; i < count; ++i)
        people.push_back({u"US%1"_s.arg(i),
                          first[i % first.size()] + u' ' + last[i / 7 % last.size()],
                          u"teammate%1@acme.example"_s.arg(i)});
    return people;
}

struct Times
{
    double median = 0; // milliseconds
    double p95 = 0;
};

Times timesOf(std::vector<double> all)
{
    std::ranges::sort(all);
    return {all[all.size() / 2], all[all.size() * 95 / 100]};
}

// Types and erases, one key at a time, each until the list is painted.
Times timeKeys(QLineEdit *edit, QListView *list)
{
    // Before that nothing is painted.
    if (!QTest::qWaitForWindowExposed(list->window()))
        qFatal("the window does not come");
    std::vector<double> all;
    const auto press = [&](const std::function<void()> &key) {
        QElapsedTimer timer;
        timer.start();
        key();
        list->viewport()->repaint();
        all.push_back(double(timer.nsecsElapsed()) / 1e6);
    };
    for (int round = 0; round < rounds; ++round) {
        for (const QChar c : typed)
            press([&] { QTest::keyClick(edit, c.toLatin1()); });
        for (qsizetype i = 0; i < typed.size(); ++i)
            press([&] { QTest::keyClick(edit, Qt::Key_Backspace); });
    }
    return timesOf(all);
}

Times timePicker(const std::vector<Person> &people)
{
    QWidget window;
    widgets::ThemeSource theme(window);
    widgets::Picker picker(widgets::PickerModel::Choice::Several, u"Lines"_s, {}, theme);
    QList<widgets::PickerModel::Entry> entries;
    for (const Person &person : people)
        entries.append({person.id, person.name, person.detail, {}, {}});
    picker.model().setEntries(entries);
    picker.show();
    return timeKeys(picker.findChild<QLineEdit *>(), picker.findChild<QListView *>());
}

Times timeBaseline(const std::vector<Person> &people)
{
    QStandardItemModel items;
    for (const Person &person : people) {
        auto *item = new QStandardItem(person.name + u' ' + person.detail);
        item->setCheckable(true);
        items.appendRow(item);
    }
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&items);
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    QWidget window;
    auto *edit = new QLineEdit;
    auto *list = new QListView;
    list->setUniformItemSizes(true);
    list->setModel(&proxy);
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(edit);
    layout->addWidget(list);
    QObject::connect(edit, &QLineEdit::textChanged, &proxy,
                     &QSortFilterProxyModel::setFilterFixedString);
    window.show();
    return timeKeys(edit, list);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    std::printf("%8s  %-14s %9s %9s %9s\n", "entries", "list", "median", "p95", "ratio");
    for (const int count : {500, 2000}) {
        const std::vector<Person> all = people(count);
        const Times baseline = timeBaseline(all);
        const Times picker = timePicker(all);
        std::printf("%8d  %-14s %6.2f ms %6.2f ms %9s\n", count, "Qt's own", baseline.median,
                    baseline.p95, "1.00");
        std::printf("%8d  %-14s %6.2f ms %6.2f ms %9.2f\n", count, "picker", picker.median,
                    picker.p95, picker.p95 / baseline.p95);
    }
    return 0;
}
