#pragma once

#include "model/core/snapshot.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace polder {

/// What can be found by typing; an action is named by its place in the list that was given.
struct ActionId {
    int place = 0;
    auto operator<=>(const ActionId &) const = default;
};
/// The answer to a space sentence.
struct SpaceAnswer {
    auto operator<=>(const SpaceAnswer &) const = default;
};
using Findable = std::variant<SiteId, RoomId, RackId, NodeId, CoolingUnitId, EquipmentId, PersonId, RequestId, ModelId,
                              ActionId, SpaceAnswer>;

struct FindEntry {
    Findable what;
    QString name;      ///< shown, and sorted by
    QString place;     ///< where or whose it is: shown, and searched
    QStringList codes; ///< tags, serials, numbers, handles: what one types from a label; only on the way in
};

/// How well an entry answers, best first. Of several words the worst counts.
enum class FindRank {
    Exact,      ///< a whole code
    CodePrefix, ///< a code begins with it
    Word,       ///< a word begins with it
    Inside
};

/// All entries as one folded text, so that a key stroke is one pass over memory. Immutable: made on another thread.
class FindIndex {
public:
    explicit FindIndex(std::vector<FindEntry> entries);

    struct Hit {
        int entry = 0;
        FindRank rank = FindRank::Inside;
        bool operator==(const Hit &) const = default;
    };
    /// The best `most` that have every word, by rank and then by name.
    [[nodiscard]] std::vector<Hit> find(const QString &words, std::size_t most) const;
    [[nodiscard]] const FindEntry &entry(int number) const { return m_entries[static_cast<std::size_t>(number)]; }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    [[nodiscard]] FindRank rankAt(std::size_t at, std::size_t length) const;
    /// The best place of the word within an entry; nullopt: it is not there.
    [[nodiscard]] std::optional<FindRank> rankIn(std::size_t entry, const std::string &word, std::size_t from) const;

    std::vector<FindEntry> m_entries;  ///< by name
    std::string m_text;                ///< UTF-8, each code after a mark, each entry with an end
    std::vector<std::size_t> m_begins; ///< of each entry in m_text, and its end
};

/// Everything of the record that has a name.
[[nodiscard]] std::vector<FindEntry> findEntries(const Snapshot &snapshot);

} // namespace polder
