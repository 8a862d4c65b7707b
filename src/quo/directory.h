// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace quo {

// A phone number of the workspace, from GET /v1/phone-numbers.
struct Line
{
    QString id;               // 'PN…'
    QString number;           // E.164
    QString name;             // may be empty
    QString symbol;           // an emoji; may be empty
    QStringList members = {}; // ids of its users

    bool operator==(const Line &) const = default;
};

// A user of the workspace, from GET /v1/users or from the users of a line.
struct Teammate
{
    QString id; // 'US…'
    QString firstName;
    QString lastName;
    QString email;

    bool operator==(const Teammate &) const = default;
};

// The names of lines and teammates, by id. Empty until they are known, and if the key may not read
// them.
class Directory
{
public:
    // Replaces all lines.
    void setLines(const QList<Line> &lines);
    // Adds them, and replaces those with the same id.
    void add(const QList<Teammate> &teammates);

    QList<Line> lines() const { return m_lines.values(); }
    QStringList lineIds() const { return m_lines.keys(); }
    QList<Teammate> teammates() const { return m_teammates.values(); }
    // Null if it is not known.
    std::optional<Line> line(const QString &id) const;
    std::optional<Line> lineWithNumber(const QString &e164) const;
    std::optional<Teammate> teammate(const QString &id) const;
    // Whether another teammate has the same first and last name.
    bool hasNamesake(const Teammate &teammate) const;
    // Everyone in the workspace was read, so that an unknown id is a former teammate's.
    bool hasAllTeammates() const { return m_hasAllTeammates; }
    void setHasAllTeammates() { m_hasAllTeammates = true; }
    const QHash<QString, QString> &lineIdsByNumber() const { return m_lineIds; }
    bool isOwnNumber(const QString &e164) const { return m_lineIds.contains(e164); }
    bool hasSameNumbers(const Directory &other) const { return m_lineIds == other.m_lineIds; }

    bool operator==(const Directory &other) const
    {
        return m_lines == other.m_lines && m_teammates == other.m_teammates &&
               m_hasAllTeammates == other.m_hasAllTeammates;
    }

private:
    QHash<QString, Line> m_lines;
    QHash<QString, Teammate> m_teammates;
    bool m_hasAllTeammates = false;
    QHash<std::pair<QString, QString>, int> m_nameCounts; // by first and last name
    QHash<QString, QString> m_lineIds;                    // by number
};

} // namespace quo
