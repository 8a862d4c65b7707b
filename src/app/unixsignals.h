// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace app {

// Tells from the event loop that the system asks the program to end: the end of a desktop session,
// or Ctrl+C where it was started. One at a time; does nothing on systems without such signals.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void endRequested();

private:
    int m_ends[2] = {-1, -1}; // of a pipe: all that a handler may do is write
};

} // namespace app
