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
        NotAFile,   // a folder, a device or the like
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

// What could be read of something, and what could not: that is as if it had never been set.
template <class T>
struct Salvaged
{
    T value;
    QList<ViewProblem> problems;
};

// A view that settings keep: whatever is wrong in it costs itself alone. An error where it is no
// view at all, or one of a newer Quoin.
quo::Expected<Salvaged<View>, ViewProblem> salvageView(const QByteArray &text);
// The parts of it that settings keep, read in the same way.
QJsonObject toJson(const Filters &filters);
Salvaged<Filters> salvageFilters(const QJsonObject &object);

} // namespace workspace
