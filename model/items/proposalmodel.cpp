#include "model/items/proposalmodel.h"

#include "model/core/format.h"

namespace polder {

namespace {

using Column = ProposalModel::Column;

/// Of 1,000, as polderctl and its JSON say it.
Column score(const QString &title, const QString &meaning, int ProposalRow::*member) {
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

std::vector<Column> proposalColumns() {
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

RefusalModel::RefusalModel(QObject *parent) : TableModel(refusalColumns(), parent) {
}

} // namespace polder
