// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxmodel.h"
#include "quo/clock.h"
#include "quo/directory.h"

#include <QFile>
#include <QRandomGenerator>

#include <array>

#include <malloc.h>
#include <unistd.h>

// A made-up workspace of any size, and what a list of it needs besides.
namespace bench {

using namespace Qt::StringLiterals;

inline const quo::Instant present{quo::milliseconds(1'767'225'600'000)};

inline const std::array firstNames{u"Ana"_s,   u"Wei"_s,   u"Dana"_s,   u"José"_s,   u"Maria"_s,
                                   u"Oluwa"_s, u"Priya"_s, u"Łukasz"_s, u"Fatima"_s, u"Noah"_s};
inline const std::array lastNames{u"Lopes"_s, u"Zhang"_s, u"Kim"_s,    u"Müller"_s, u"Okafor"_s,
                                  u"Patel"_s, u"Nowak"_s, u"Haddad"_s, u"Smith"_s,  u"Garcia"_s};

inline QString hexId(const char *prefix, QRandomGenerator &random)
{
    return QLatin1String(prefix) + u"%1%2"_s.arg(random.generate64(), 16, 16, QLatin1Char('0'))
                                       .arg(random.generate64(), 16, 16, QLatin1Char('0'));
}

// Most names are the only one of their kind, as with people.
inline quo::Conversation makeRow(QRandomGenerator &random, const QStringList &lines,
                                 const QStringList &people)
{
    quo::Conversation row;
    row.id = hexId("CN", random);
    row.phoneNumberId = lines[random.bounded(lines.size())];
    row.participants = {u"+1%1"_s.arg(2'000'000'000LL + random.bounded(1'999'999'999))};
    if (random.bounded(100) < 60)
        row.name = firstNames[random.bounded(10)] + u' ' + lastNames[random.bounded(10)] + u' ' +
                   QString::number(random.bounded(1'000'000));
    if (random.bounded(100) < 60)
        row.assignedTo = people[random.bounded(people.size())];
    row.lastActivityId = hexId("AC", random);
    const auto ago = [&] {
        return present - quo::milliseconds(random.bounded(31'536'000) * 1000LL);
    };
    row.createdAt = ago();
    row.updatedAt = row.lastActivityAt = ago();
    if (random.bounded(12) == 0)
        row.snoozedUntil = ago() + std::chrono::hours(24 * 180);
    if (random.bounded(20) == 0)
        row.mutedUntil = ago() + std::chrono::hours(24 * 180);
    return row;
}

class FixedClock final : public quo::Clock
{
public:
    quo::Instant now() const override { return present; }
    quo::milliseconds ticks() const override { return {}; }
    std::unique_ptr<Timer> callAfter(quo::milliseconds, std::function<void()>) override
    {
        return std::make_unique<Timer>();
    }
};

class NoSource final : public inbox::InboxModel::Source
{
    bool canFetchMore() const override { return false; }
    void fetchMore() override {}
};

inline double memory() // bytes of this process
{
    malloc_trim(0);
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QFile::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE));
}

struct People
{
    QStringList lines;
    QStringList teammates;
    quo::Directory directory;
};

inline People makePeople()
{
    QRandomGenerator random(2);
    People people;
    QList<quo::Line> lines;
    QList<quo::Teammate> teammates;
    for (int i = 0; i < 12; ++i) {
        people.lines.append(hexId("PN", random));
        lines.append({people.lines.last(),
                      u"+1415555%1"_s.arg(1000 + i),
                      i % 3 == 0 ? u"Support %1"_s.arg(i) : u"Sales %1"_s.arg(i),
                      {},
                      {}});
    }
    for (int i = 0; i < 40; ++i) {
        people.teammates.append(hexId("US", random));
        teammates.append(
            {people.teammates.last(), firstNames[size_t(i % 10)], lastNames[size_t(i / 4)], {}});
    }
    people.directory.setLines(lines);
    people.directory.add(teammates);
    return people;
}

} // namespace bench
