// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <variant>

namespace quo {

template <class E>
struct Unexpected
{
    E error;
};

template <class E>
Unexpected(E) -> Unexpected<E>;

// A value, or the reason why there is none: the part of C++23's std::expected that Quoin needs,
// with the same names, so that std::expected can replace it.
template <class T, class E>
class [[nodiscard]] Expected
{
public:
    Expected(T value)
        : m_outcome(std::in_place_index<0>, std::move(value))
    {
    }
    Expected(Unexpected<E> unexpected)
        : m_outcome(std::in_place_index<1>, std::move(unexpected.error))
    {
    }

    bool has_value() const { return m_outcome.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T value_or(T other) const { return has_value() ? **this : std::move(other); }
    const T &operator*() const { return std::get<0>(m_outcome); }
    T &operator*() { return std::get<0>(m_outcome); }
    const T *operator->() const { return &std::get<0>(m_outcome); }
    T *operator->() { return &std::get<0>(m_outcome); }
    const E &error() const { return std::get<1>(m_outcome); }
    E &error() { return std::get<1>(m_outcome); }

private:
    std::variant<T, E> m_outcome;
};

} // namespace quo
