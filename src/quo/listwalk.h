// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quo/client.h"
#include "quo/pageguard.h"

#include <QSet>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace quo {

// One walk over the pages of a list: the request together with its cursor, and at most one request
// in flight, which is cancelled when the walk is destroyed. The walk ends if the server goes round
// in circles (see PageGuard).
template <class T>
class ListWalk
{
    Q_DISABLE_COPY_MOVE(ListWalk)

public:
    using Answer = Expected<ListPage<T>, ApiError>;
    // A page, and why the walk ends early, if it does; the page is empty if its request failed.
    using PageCallback =
        std::function<void(const ListPage<T> &page, const std::optional<ApiError> &error)>;

    // 'mostWithoutNews' is how many pages in a row may bring nothing new.
    explicit ListWalk(ListRequest<T> request, int mostWithoutNews = PageGuard::usualMost)
        : m_request(std::move(request))
        , m_mostWithoutNews(mostWithoutNews)
        , m_guard(mostWithoutNews, 0)
    {
    }

    // Requests the same list in another way from now on. The cursor stays where it is.
    void setRequest(ListRequest<T> request) { m_request = std::move(request); }

    // Requests all pages from the cursor on, one after the other, and calls back for each; more
    // will come as long as isFetching(). The callback may destroy the walk. The client must outlive
    // the walk.
    void readAll(Client &client, Priority priority, PageCallback callback)
    {
        fetch(client, priority,
              [this, &client, priority, callback = std::move(callback)](Answer answer) {
                  if (!answer)
                      return callback({}, std::move(answer.error()));
                  for (const T &row : std::as_const(answer->rows))
                      note(row);
                  const std::optional<ApiError> error = advance(answer->nextPageToken);
                  if (m_pageToken && !error)
                      readAll(client, priority, callback);
                  callback(*answer, error);
              });
    }

    // Requests the page at the cursor alone, unless one is already requested. The receiver notes
    // its rows and advances the cursor, or fetches the same page again. The callback may destroy
    // the walk.
    void fetch(Client &client, Priority priority, std::function<void(Answer)> callback)
    {
        if (m_job)
            return;
        m_job = client.list(m_request, m_pageToken, priority,
                            [this, callback = std::move(callback)](Answer answer) {
                                m_job.reset();
                                callback(std::move(answer));
                            });
    }
    // Whether the row has come for the first time.
    bool note(const T &row)
    {
        const qsizetype seen = m_seen.size();
        m_seen.insert(m_request.keyOf(row));
        const bool isNew = m_seen.size() > seen;
        m_news += isNew;
        return isNew;
    }
    // Moves the cursor to the next page; an error if the walk would go on like this for ever.
    [[nodiscard]] std::optional<ApiError> advance(const std::optional<QString> &nextPageToken)
    {
        ++m_pages;
        m_pageToken = nextPageToken;
        return m_guard.check(std::exchange(m_news, 0), nextPageToken);
    }

    // Moves the cursor back to the first page. Rows that came before do not count as new.
    void startOver()
    {
        m_pageToken.reset();
        m_news = 0;
        m_guard = PageGuard(m_mostWithoutNews, m_pages);
    }
    void stop() { m_job.reset(); }

    bool isFetching() const { return m_job != nullptr; }
    // The request in flight, or null.
    const Job *job() const { return m_job.get(); }
    // Of the page at the cursor; null at the beginning, and behind the end.
    const std::optional<QString> &pageToken() const { return m_pageToken; }
    int pages() const { return m_pages; } // that the cursor has passed

private:
    ListRequest<T> m_request;
    std::optional<QString> m_pageToken;
    int m_pages = 0;
    const int m_mostWithoutNews;
    PageGuard m_guard;
    QSet<size_t> m_seen;  // keys of the rows that came
    qsizetype m_news = 0; // rows of the page at the cursor that are new
    std::unique_ptr<Job> m_job;
};

} // namespace quo
