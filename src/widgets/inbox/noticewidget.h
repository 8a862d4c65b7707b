// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/notices.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace widgets {

class ElidedLabel;
class ThemeSource;

// Shows a notice: as a block in the place of a list, or as one quiet line at the end of its rows.
// It is hidden while the notice is empty.
class NoticeWidget : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeWidget(ThemeSource &theme, QWidget *parent = nullptr);

    enum class Form { Block, Line };
    void setNotice(const words::Notice &notice, Form form);
    const words::Notice &notice() const { return m_notice; }

Q_SIGNALS:
    void actionRequested(words::Notice::Action action);
    // By the reader, who wants to see more or less of it.
    void heightChanged();

private:
    void applyTheme();
    void showDetail(bool shown);

    ThemeSource &m_theme;
    QWidget *const m_block;
    QWidget *const m_line;
    QLabel *const m_drawingLabel;
    QLabel *const m_titleLabel;
    QLabel *const m_sentenceLabel;
    QLabel *const m_detailLabel;
    ElidedLabel *const m_lineLabel;
    // The first action and the second one, in the block and in the line.
    QList<QPushButton *> m_blockButtons;
    QList<QPushButton *> m_lineButtons;
    // After these in the order of Tab.
    QPushButton *m_detailButton = nullptr;
    QPushButton *m_lineDetailButton = nullptr;
    words::Notice m_notice;
    Form m_form = Form::Block;
};

} // namespace widgets
