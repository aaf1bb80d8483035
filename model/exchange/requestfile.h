#pragma once

#include "model/core/day.h"
#include "model/core/result.h"
#include "model/core/units.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace polder {

/// Network ports of one kind that a piece wants; without a count one, and for data unless it says out of band.
struct PortsDraft {
    std::optional<int> count;
    int speedMbps = 0;
    QString medium;
    std::optional<bool> outOfBand;

    bool operator==(const PortsDraft &) const = default;
};

/// One line of a request: `count` pieces of the same equipment. What the file does not say is nullopt.
struct RequestItemDraft {
    std::optional<QString> model; ///< of the library; otherwise what stands on the rails has a `height`
    std::optional<QString> description;
    std::optional<QString> kind; ///< rack, zero_u, bay, floor
    std::optional<bool> halfWidth;
    std::optional<Height> height;
    std::optional<int> count;
    std::optional<int> nameplateWatts;
    std::optional<int> drawWatts; ///< of one piece, budgeted
    std::optional<Mass> weight;   ///< of one piece
    std::optional<Length> width, depth, bodyHeight;
    std::optional<int> cords;
    std::optional<int> phases; ///< 1 or 3
    std::optional<QString> plug;
    std::optional<QString> airflow;
    std::optional<Temperature> inletMin, inletMax;
    std::optional<std::vector<PortsDraft>> ports; ///< of one piece
    std::optional<bool> shareable;

    bool operator==(const RequestItemDraft &) const = default;
};

/// A request as its author wrote it down: names, not yet looked up. See resources/schemas/request.schema.json.
struct RequestDraft {
    /// Within which the items are wanted together, or apart from each other.
    struct Wishes {
        std::optional<QString> site;
        std::optional<bool> redundant;
        std::optional<QString> together; ///< rack, row, room or site
        std::optional<QString> apart;

        bool operator==(const Wishes &) const = default;
    };

    QString organisation;
    std::optional<QString> department;
    std::optional<QString> sponsor;
    std::optional<QStringList> contacts;
    std::optional<QString> project;
    std::optional<QString> costCentre;
    std::optional<QString> dataClass;
    Day from;
    std::optional<Day> until; ///< the first day on which it is gone
    std::vector<RequestItemDraft> items;
    std::optional<Wishes> wishes;

    bool operator==(const RequestDraft &) const = default;
};

/// Of the format of request files; a file that says nothing is of version 1.
inline constexpr int requestFileVersion = 1;

/// Reads a request file: JSON, or the workbook of requestsheet.h. The error is Invalid: `data["field"]` is the JSON
/// pointer of the first value that cannot be used, `data["faults"]` lists all as {field, reason, code, data}, of a
/// workbook also {cell}; a file that is not JSON has `data["line"]`, and what is wrong as `data["code"]`.
[[nodiscard]] Result<RequestDraft> parseRequest(const QByteArray &file);

/// The same as a file; reading it again gives an equal draft.
[[nodiscard]] QByteArray writeRequest(const RequestDraft &draft);

} // namespace polder
