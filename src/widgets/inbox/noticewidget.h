// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/notices.h"

#include <QFrame>

#include <memory>

namespace Ui {
class NoticeWidget;
}

namespace widgets {

class ThemeSource;

// Shows a notice. It is hidden while the notice is empty.
class NoticeWidget : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeWidget(ThemeSource &theme, QWidget *parent = nullptr);
    ~NoticeWidget() override;

    void setNotice(const words::Notice &notice);
    const words::Notice &notice() const { return m_notice; }

Q_SIGNALS:
    void retryRequested();
    void stopRequested();

private:
    std::unique_ptr<Ui::NoticeWidget> m_ui;
    words::Notice m_notice;
};

} // namespace widgets
