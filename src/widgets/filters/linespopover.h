// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"
#include "quo/apierror.h"
#include "widgets/common/popover.h"

#include <QHash>
#include <QStringList>

#include <memory>

namespace Ui {
class LinesPopover;
}

namespace widgets {

class Picker;
class ThemeSource;

// Lets the user choose lines from a list, or by typing a number in any usual notation or a 'PN…'
// id.
class LinesPopover : public Popover
{
    Q_OBJECT

public:
    // The names must outlive it.
    LinesPopover(const inbox::Names &names, ThemeSource &theme, QWidget *parent);
    ~LinesPopover() override;

    // Lines that the key may not see, with the reason, by id.
    void setRefused(const QHash<QString, quo::ApiError> &refused);
    void setLines(const QStringList &lines);
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void edited(const QStringList &lines);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void onDirectoryChanged();
    void updateEntries();
    void updateButtons();
    void take();
    void toggle(const QString &line);
    void allBut(const QString &line);
    void choose(QStringList lines);

    std::unique_ptr<Ui::LinesPopover> m_ui;
    Picker *const m_picker;
    const inbox::Names &m_names;
    QHash<QString, quo::ApiError> m_refused;
    QStringList m_lines; // chosen
    QStringList m_typed; // not in the directory; listed as long as the window is open
};

} // namespace widgets
