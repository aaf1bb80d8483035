#include "model/items/proposalmodel.h"

#include "model/core/format.h"

namespace polder {

namespace {

/// Of 1,000, as polderctl and its JSON say it.
template <typename Row>
typename TableModel<Row>::Column score(const QString &title, const QString &meaning, int Row::*member) {
    return {{title, {}, Qt::AlignRight, ProposalModel::tr("%1; 1,000 is the best").arg(meaning)},
            [member](auto &row) { return Format().count(row.*member); },
            [member](auto &row) { return SortKey(std::int64_t{row.*member}); }};
}

/// What is more than the ordinary: rear, left, right.
QString standingText(const ProposalRow &row) {
    QStringList words;
    if (row.face == u"rear") {
        words << ProposalModel::tr("rear");
    }
    if (row.half == u"left") {
        words << ProposalModel::tr("left half");
    } else if (row.half == u"right") {
        words << ProposalModel::tr("right half");
    }
    return words.join(u", "_qs);
}

std::vector<ProposalModel::Column> proposalColumns() {
    return {
        {{ProposalModel::tr("Rank"), {}, Qt::AlignRight},
         [](auto &row) { return Format().count(row.rank); },
         [](auto &row) { return SortKey(std::int64_t{row.rank}); }},
        {{ProposalModel::tr("Rack")}, [](auto &row) { return row.path; }},
        {{ProposalModel::tr("U"), {}, Qt::AlignRight},
         [](auto &row) { return QLocale().toString(row.unit); },
         [](auto &row) { return SortKey(static_cast<std::int64_t>(row.unit * 2)); }},
        {{ProposalModel::tr("Side")}, standingText},
        score(ProposalModel::tr("Score"), ProposalModel::tr("All the others together, weighted"), &ProposalRow::total),
        score(ProposalModel::tr("Gaps"), ProposalModel::tr("Keeps free space together"), &ProposalRow::space),
        score(ProposalModel::tr("Low"), ProposalModel::tr("What is heavy stands low"), &ProposalRow::low),
        score(ProposalModel::tr("Phases"), ProposalModel::tr("The phases stay even"), &ProposalRow::phases),
        score(ProposalModel::tr("Reserve"), ProposalModel::tr("What is left at the tightest limit"),
              &ProposalRow::headroom),
        score(ProposalModel::tr("Balance"), ProposalModel::tr("What the rack has left runs out together"),
              &ProposalRow::stranded),
        score(ProposalModel::tr("Kin"), ProposalModel::tr("Near equipment of the same system, project or owner"),
              &ProposalRow::affinity),
        score(ProposalModel::tr("Site"), ProposalModel::tr("In the data centre that is preferred"), &ProposalRow::site),
        score(ProposalModel::tr("Aisle"), ProposalModel::tr("Its intake faces a cold aisle"), &ProposalRow::airflow),
        {{ProposalModel::tr("Outlets")}, [](auto &row) { return row.outlets; }},
    };
}

std::vector<FloorProposalModel::Column> floorColumns() {
    return {
        {{ProposalModel::tr("Rank"), {}, Qt::AlignRight},
         [](auto &row) { return Format().count(row.rank); },
         [](auto &row) { return SortKey(std::int64_t{row.rank}); }},
        {{ProposalModel::tr("Room")}, [](auto &row) { return row.room; }},
        {{ProposalModel::tr("From the west"), {}, Qt::AlignRight},
         [](auto &row) { return Format().length(row.x); },
         [](auto &row) { return SortKey(std::int64_t{row.x.mm}); }},
        {{ProposalModel::tr("From the north"), {}, Qt::AlignRight},
         [](auto &row) { return Format().length(row.y); },
         [](auto &row) { return SortKey(std::int64_t{row.y.mm}); }},
        {{ProposalModel::tr("Turned"), {}, Qt::AlignRight, ProposalModel::tr("Where its front looks, from the north")},
         [](auto &row) { return ProposalModel::tr("%1°").arg(row.orientationDegrees); },
         [](auto &row) { return SortKey(std::int64_t{row.orientationDegrees}); }},
        score(ProposalModel::tr("Score"), ProposalModel::tr("All the others together, weighted"), &FloorRow::total),
        score(ProposalModel::tr("Edges"),
              ProposalModel::tr("Stands against what is there, and keeps free floor together"), &FloorRow::space),
        score(ProposalModel::tr("Reserve"), ProposalModel::tr("What is left at the tightest limit"),
              &FloorRow::headroom),
        score(ProposalModel::tr("Kin"), ProposalModel::tr("Near equipment of the same system, project or owner"),
              &FloorRow::affinity),
        score(ProposalModel::tr("Phases"), ProposalModel::tr("The phases stay even"), &FloorRow::phases),
        score(ProposalModel::tr("Site"), ProposalModel::tr("In the data centre that is preferred"), &FloorRow::site),
        {{ProposalModel::tr("Outlets")}, [](auto &row) { return row.outlets; }},
    };
}

std::vector<NoFloorModel::Column> noFloorColumns() {
    const auto all = [](const NoFloorRow &row) { return row.all; };
    return {
        {{ProposalModel::tr("Room")}, [](auto &row) { return row.path; }, nullptr, all},
        {{RefusalModel::tr("Rules")}, [](auto &row) { return row.rules; }, nullptr, all},
        {{RefusalModel::tr("Because")}, [](auto &row) { return row.reason; }, nullptr, all},
    };
}

std::vector<RefusalModel::Column> refusalColumns() {
    const auto all = [](const RefusalRow &row) { return row.all; };
    return {
        {{RefusalModel::tr("Rack")}, [](auto &row) { return row.path; }, nullptr, all},
        {{RefusalModel::tr("Rules")}, [](auto &row) { return row.rules; }, nullptr, all},
        {{RefusalModel::tr("Because")}, [](auto &row) { return row.reason; }, nullptr, all},
    };
}

} // namespace

ProposalModel::ProposalModel(QObject *parent) : TableModel(proposalColumns(), parent) {
}

FloorProposalModel::FloorProposalModel(QObject *parent) : TableModel(floorColumns(), parent) {
}

NoFloorModel::NoFloorModel(QObject *parent) : TableModel(noFloorColumns(), parent) {
}

RefusalModel::RefusalModel(QObject *parent) : TableModel(refusalColumns(), parent) {
}

} // namespace polder
