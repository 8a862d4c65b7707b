// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/filedrop.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace widgets {

namespace {

// hasUrls() may be true where there is no address at all.
QStringList localFiles(const QMimeData &data)
{
    QStringList files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    return files;
}

} // namespace

FileDrop::FileDrop(QWidget *target)
    : QObject(target)
{
    target->setAcceptDrops(true);
    target->installEventFilter(this);
}

bool FileDrop::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const QStringList files = localFiles(*drop->mimeData());
    if (!files.isEmpty())
        drop->acceptProposedAction();
    else
        drop->ignore();
    if (event->type() == QEvent::Drop && !files.isEmpty())
        Q_EMIT dropped(files);
    return true;
}

} // namespace widgets
