// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/collator.h"

#include <unicode/ucol.h>

#include <algorithm>

namespace inbox {

namespace {

// Longer texts are compared by their beginning.
constexpr qsizetype comparedLength = 256;

const UChar *toUChars(const QString &text)
{
    return reinterpret_cast<const UChar *>(text.utf16());
}

int32_t lengthOf(const QString &text)
{
    return int32_t(std::min(text.size(), comparedLength));
}

} // namespace

Collator::Collator(const QLocale &locale)
{
    UErrorCode status = U_ZERO_ERROR;
    const QByteArray name =
        locale.language() == QLocale::C ? QByteArray() : locale.bcp47Name().toLatin1();
    m_collator.reset(ucol_open(name.constData(), &status));
    if (U_SUCCESS(status))
        ucol_setAttribute(m_collator.get(), UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
    if (U_FAILURE(status))
        m_collator.reset(); // ICU has no order without its data
}

int Collator::compare(const QString &a, const QString &b) const
{
    if (!m_collator)
        return a.compare(b, Qt::CaseInsensitive);
    return ucol_strcoll(m_collator.get(), toUChars(a), lengthOf(a), toUChars(b), lengthOf(b));
}

void Collator::appendSortKey(std::string &to, const QString &text) const
{
    if (!m_collator) {
        to += text.toCaseFolded().left(comparedLength).toStdString();
        std::erase(to, '\0');
        to += '\0';
        return;
    }
    const size_t begin = to.size();
    to.resize(begin + 256);
    const auto write = [&] {
        return size_t(ucol_getSortKey(m_collator.get(), toUChars(text), lengthOf(text),
                                      reinterpret_cast<uint8_t *>(to.data() + begin),
                                      int32_t(to.size() - begin)));
    };
    const size_t length = write();
    const bool isCut = length > to.size() - begin;
    to.resize(begin + length);
    if (isCut)
        write();
}

void Collator::Closer::operator()(UCollator *collator) const
{
    ucol_close(collator);
}

} // namespace inbox
