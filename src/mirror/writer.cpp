// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/writer.h"

namespace mirror {

class Writer::Thread
{
};

Writer::Writer(Place, QObject *parent)
    : QObject(parent)
{
}

Writer::~Writer() = default;

bool Writer::isOpen() const
{
    return false;
}

const std::optional<Problem> &Writer::problem() const
{
    static const std::optional<Problem> none;
    return none;
}

void Writer::write(const ChangeSet &) {}

void Writer::writeDirectory(const quo::Directory &) {}

void Writer::writeContacts(const KeptContacts &) {}

void Writer::removeContacts() {}

void Writer::setOwner(const QByteArray &) {}

QStringList removeFiles(const Place &)
{
    return {};
}

qint64 sizeOf(const Place &)
{
    return 0;
}

} // namespace mirror
