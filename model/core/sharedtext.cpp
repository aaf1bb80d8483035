#include "sharedtext.h"

#include <QHash>
#include <QReadWriteLock>

#include <array>
#include <atomic>
#include <bit>
#include <memory>
#include <utility>

namespace polder {

namespace {

/// The texts, in blocks that never move and of which each is twice as large as the one before, so that a reader needs
/// no lock: whoever holds a SharedText got it after its text was written.
class Texts {
public:
    Texts() { add({}); }

    std::uint32_t placeOf(const QString &text) {
        {
            const QReadLocker reading(&m_lock);
            if (const auto known = m_places.constFind(text); known != m_places.cend()) {
                return *known;
            }
        }
        const QWriteLocker writing(&m_lock);
        const auto known = m_places.constFind(text); // another thread may have come first
        return known != m_places.cend() ? *known : add(text);
    }

    [[nodiscard]] const QString &at(std::uint32_t place) const {
        const auto [block, within] = where(place);
        return m_blocks[block].load(std::memory_order_acquire)[within];
    }

private:
    static constexpr unsigned firstBits = 8; ///< the first block has so many places, as a power of two
    static constexpr unsigned blocks = 32 - firstBits;

    static std::pair<unsigned, std::uint32_t> where(std::uint32_t place) {
        const std::uint64_t shifted = std::uint64_t{place} + (1U << firstBits);
        const auto bits = static_cast<unsigned>(std::bit_width(shifted)) - 1;
        return {bits - firstBits, static_cast<std::uint32_t>(shifted - (std::uint64_t{1} << bits))};
    }

    std::uint32_t add(const QString &text) {
        const auto [block, within] = where(m_count);
        if (!m_owned[block]) {
            m_owned[block] = std::make_unique<QString[]>(std::size_t{1} << (block + firstBits));
            m_blocks[block].store(m_owned[block].get(), std::memory_order_release);
        }
        m_owned[block][within] = text;
        m_places.insert(text, m_count);
        return m_count++;
    }

    QReadWriteLock m_lock;
    QHash<QString, std::uint32_t> m_places;
    std::uint32_t m_count = 0;
    std::array<std::unique_ptr<QString[]>, blocks> m_owned;
    std::array<std::atomic<const QString *>, blocks> m_blocks{};
};

Texts &texts() {
    static auto *all = new Texts; // read to the very end, by what other statics hold
    return *all;
}

} // namespace

SharedText::SharedText(const QString &text) : m_place(text.isEmpty() ? 0 : texts().placeOf(text)) {
}

const QString &SharedText::text() const {
    return texts().at(m_place);
}

} // namespace polder
