// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace widgets {

// English text in lines and columns, to be read and copied.
class TextView : public QPlainTextEdit
{
    Q_OBJECT

public:
    TextView(const QString &name, QWidget *parent);
};

} // namespace widgets
