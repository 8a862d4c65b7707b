// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/rowsource.h"
#include "exporting/rowwork.h"

#include <variant>

namespace exporting {

// What rows are copied as: a table of the columns, the API's fields, or only the numbers of the
// others or the ids, each once.
enum class CopyFormat { Table, Json, Numbers, Ids };

// The forms in which a clipboard holds them.
struct CopiedRows
{
    QString text;
    QString html;   // empty: none
    QByteArray tsv; // the same
};

// At once, for a few rows.
CopiedRows copied(const RowSource &source, CopyFormat format);

// Copies many rows in a thread of its own. Destroying it before it is done cancels it.
class CopyJob : public QObject
{
    Q_OBJECT

public:
    struct Copying
    {
        int done = 0;
        int total = 0;
    };
    struct Cancelled
    {
    };
    // It begins with Copying and ends with one of the others.
    using State = std::variant<Copying, Cancelled, CopiedRows>;

    CopyJob(RowSource source, CopyFormat format, QObject *parent = nullptr);

    const State &state() const { return m_state; }
    void cancel();

Q_SIGNALS:
    // The last one comes with the rows, and never after cancel().
    void stateChanged();

private:
    void setState(State state);

    State m_state;
    RowWork m_work;
};

} // namespace exporting
