#include "model/items/findindex.h"

#include "model/core/rackpath.h"

#include <algorithm>
#include <cstring>

namespace polder {

namespace {

constexpr char codeMark = '\x01', wordMark = '\x02', endMark = '\x03';

bool isWordByte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

std::string folded(const QString &text) {
    QByteArray bytes = text.toCaseFolded().toUtf8();
    // The marks are ours alone.
    std::ranges::replace_if(
        bytes, [](char c) { return c >= 0 && c < ' '; }, ' ');
    return bytes.toStdString();
}

QString codeOf(const Snapshot &snapshot, OrganisationId id) {
    const Organisation *organisation = snapshot.organisations.find(id);
    return organisation ? organisation->code : QString();
}

} // namespace

FindIndex::FindIndex(std::vector<FindEntry> entries) {
    std::vector<std::pair<QString, std::size_t>> order;
    order.reserve(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        order.emplace_back(entries[i].name.toCaseFolded(), i);
    }
    std::ranges::sort(order);
    m_entries.reserve(entries.size());
    m_begins.reserve(entries.size() + 1);
    for (const auto &[name, i] : order) {
        m_begins.push_back(m_text.size());
        for (const QString &code : entries[i].codes) {
            if (!code.isEmpty()) {
                m_text += codeMark + folded(code);
            }
        }
        m_text += wordMark + folded(entries[i].name) + wordMark + folded(entries[i].place) + endMark;
        entries[i].codes.clear(); // the text has them
        m_entries.push_back(std::move(entries[i]));
    }
    m_begins.push_back(m_text.size());
}

FindRank FindIndex::rankAt(std::size_t at, std::size_t length) const {
    const char before = m_text[at - 1]; // every entry begins with a mark
    if (before == codeMark) {
        const char after = m_text[at + length];
        return after == codeMark || after == wordMark ? FindRank::Exact : FindRank::CodePrefix;
    }
    return isWordByte(before) ? FindRank::Inside : FindRank::Word;
}

std::optional<FindRank> FindIndex::rankIn(std::size_t entry, const std::string &word, std::size_t from) const {
    const std::string_view text(m_text.data(), m_begins[entry + 1]);
    std::optional<FindRank> best;
    for (std::size_t at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const FindRank rank = rankAt(at, word.size());
        best = best ? std::min(*best, rank) : rank;
        if (*best == FindRank::Exact) {
            break;
        }
    }
    return best;
}

std::vector<FindIndex::Hit> FindIndex::find(const QString &words, std::size_t most) const {
    std::vector<std::string> wanted;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        wanted.push_back(folded(word));
    }
    if (wanted.empty() || m_entries.empty()) {
        return {};
    }
    // The longest is the rarest; the others are looked for only where it stands.
    std::ranges::stable_sort(wanted, std::greater(), &std::string::size);
    const std::string &first = wanted.front();
    std::vector<Hit> ranked[4];
    std::size_t entry = 0;
    for (const char *at = m_text.data(), *end = at + m_text.size();;) {
        at = static_cast<const char *>(memmem(at, static_cast<std::size_t>(end - at), first.data(), first.size()));
        if (!at) {
            break;
        }
        const auto offset = static_cast<std::size_t>(at - m_text.data());
        while (m_begins[entry + 1] <= offset) {
            ++entry;
        }
        auto rank = rankIn(entry, first, offset);
        for (std::size_t i = 1; i < wanted.size() && rank; ++i) {
            const auto other = rankIn(entry, wanted[i], m_begins[entry]);
            rank = other ? std::optional(std::max(*rank, *other)) : std::nullopt;
        }
        if (auto *hits = rank ? &ranked[static_cast<std::size_t>(*rank)] : nullptr; hits && hits->size() < most) {
            hits->push_back({static_cast<int>(entry), *rank});
        }
        at = m_text.data() + m_begins[++entry];
        if (entry == m_entries.size()) {
            break;
        }
    }
    std::vector<Hit> best;
    for (const auto &hits : ranked) {
        best.insert(best.end(), hits.begin(),
                    hits.begin() + static_cast<std::ptrdiff_t>(std::min(hits.size(), most - best.size())));
    }
    return best;
}

std::vector<FindEntry> findEntries(const Snapshot &snapshot) {
    std::vector<FindEntry> entries;
    for (const Site &site : snapshot.sites) {
        entries.push_back({site.id, site.name, codeOf(snapshot, site.host), {site.code}});
    }
    for (const Room &room : snapshot.rooms) {
        entries.push_back(
            {room.id, room.name.isEmpty() ? room.code : room.name, roomPath(snapshot, room.id), {room.code}});
    }
    for (const Rack &rack : snapshot.racks) {
        entries.push_back({rack.id, rack.code, rackPath(snapshot, rack.id), {rack.code}});
    }
    for (const Node &node : snapshot.nodes) {
        const QString rack = rackPath(snapshot, node.rack);
        const Site *site = snapshot.sites.find(node.site);
        entries.push_back({node.id,
                           node.name,
                           !rack.isEmpty() ? rack
                           : node.room     ? roomPath(snapshot, node.room)
                           : site          ? site->code
                                           : QString(),
                           {}});
    }
    for (const CoolingUnit &unit : snapshot.coolingUnits) {
        entries.push_back({unit.id, unit.name, roomPath(snapshot, unit.room), {unit.name}});
    }
    for (const Equipment &equipment : snapshot.equipment) {
        entries.push_back({equipment.id,
                           equipment.name,
                           codeOf(snapshot, equipment.owner),
                           {equipment.name, equipment.assetTag, equipment.serial}});
    }
    for (const Person &person : snapshot.people) {
        if (!person.name.isEmpty()) { // else this viewer may not see who it is
            entries.push_back({person.id, person.name, codeOf(snapshot, person.organisation), {person.handle}});
        }
    }
    for (const Model &model : snapshot.models) {
        entries.push_back({model.id, model.manufacturer + u' ' + model.name, model.slug, {model.name, model.slug}});
    }
    for (const Request &request : snapshot.requests) {
        entries.push_back({request.id, request.number, request.project, {request.number}});
    }
    return entries;
}

} // namespace polder
