// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/expected.h"
#include "workspace/view.h"

#include <QByteArray>
#include <QJsonObject>

namespace workspace {

// Why a view cannot be read.
struct ViewProblem
{
    enum class Kind {
        Unreadable, // the file, for the reason in 'detail'
        TooLarge,
        NotJson,
        NotAView,
        UnknownVersion, // 'detail' is the version
        MissingField,
        UnknownField,
        WrongType,
        BadValue,
    };

    Kind kind = Kind::NotJson;
    QString field = {}; // 'filters.userId', where it is about one
    QString detail = {};
};

constexpr qint64 maxViewFileSize = 256 << 10; // bytes
constexpr int maxSearchLength = 1000;         // characters

// A view as the text of a file: JSON that people can read and mail. Without the view's id.
QByteArray encodeView(const View &view);
// Takes a file from anywhere: all of it is right, or nothing is taken.
quo::Expected<View, ViewProblem> decodeView(const QByteArray &text);
// The same for a file on disk.
quo::Expected<View, ViewProblem> readViewFile(const QString &fileName);

// The parts of it that settings keep, as strictly read.
QJsonObject toJson(const Filters &filters);
quo::Expected<Filters, ViewProblem> filtersFromJson(const QJsonObject &object);

} // namespace workspace
