// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/names.h"
#include "quo/apierror.h"
#include "widgets/common/popover.h"

#include <QHash>
#include <QStringList>

class QPushButton;

namespace widgets {

class Chip;
class Picker;
class ThemeSource;

// Lets the user choose lines from a list, or by typing a number in any usual notation or a 'PN…'
// id: those that are wanted, or those that are not.
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
    QWidget *makeHeader();
    QWidget *makeRowActions();
    void onDirectoryChanged();
    void updateEntries();
    void showChosen();
    void setExcluding(bool isExcluding);
    // What has a tick: the chosen lines, or those that are left out.
    QStringList ticked() const;
    // Lines of the directory that the key may see, except these.
    QStringList allBut(const QStringList &lines) const;
    void take();
    void toggle(const QString &line);
    void tick(const QStringList &lines);
    void choose(QStringList lines);

    const inbox::Names &m_names;
    Picker *const m_picker;
    Chip *const m_anyOf;
    Chip *const m_noneOf;
    QPushButton *const m_allButton;
    QHash<QString, quo::ApiError> m_refused;
    QStringList m_lines; // chosen
    QStringList m_typed; // not in the directory; listed as long as the window is open
    bool m_isExcluding = false;
};

} // namespace widgets
