// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/popover.h"

#include <QStringList>

#include <memory>

namespace Ui {
class LinesPopover;
}

namespace widgets {

// Chooses lines by typing them: E.164, any usual notation of a number, or a 'PN…' id.
class LinesPopover : public Popover
{
    Q_OBJECT

public:
    // 'region' (ISO 3166-1 alpha-2) is where numbers without a country code are.
    LinesPopover(const QString &region, QWidget *parent);
    ~LinesPopover() override;

    void setLines(const QStringList &lines);
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void edited(const QStringList &lines);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addTyped();
    void addLine(const QString &line);
    QStringList checkedLines() const;
    void updateHint();

    std::unique_ptr<Ui::LinesPopover> m_ui;
    const QString m_region;
};

} // namespace widgets
