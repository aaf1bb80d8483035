#include "app/polderctl/command.h"
#include "app/polderctl/output.h"
#include "app/polderctl/proposed.h"
#include "app/polderctl/session.h"
#include "app/polderctl/solving.h"
#include "app/polderctl/values.h"
#include "model/core/format.h"
#include "model/core/shortfalljson.h"
#include "model/engine/consolidate.h"
#include "model/engine/plan.h"
#include "model/engine/planmodel.h"
#include "model/planning/resolving.h"

#include <QJsonArray>

#include <algorithm>
#include <chrono>
#include <cmath>

// plan: a whole queue of requests at once, as many pieces as there is room for; or rooms with as few racks in use as
// there may be, by the fewest moves.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usualMilliseconds = 10'000;
constexpr qint64 mostMilliseconds = 86'400'000; // a day
/// Of the time, what the orders may take before the solver begins.
constexpr double shareOfOrders = 0.4;

Result<qint64> timeLimit(const QCommandLineParser &options) {
    const QString name = u"time-limit"_s;
    const auto given = thousandths(options, name);
    if (!given.ok() || (given->has_value() && (**given < 1 || **given > mostMilliseconds))) {
        return invalid(u"--"_s + name, options.value(name), u"seconds from 0.001 to 86400, at most three decimals"_s);
    }
    return given->value_or(usualMilliseconds);
}

/// An item that is planned for, with the request that it is of.
struct Wish {
    const Request *request;
    const RequestItem *item;
};

struct Queue {
    std::vector<Wish> wishes;
    std::vector<PlaceChange> items; ///< the same one by one
    std::vector<Wish> leftOut;      ///< for which no place in a rack is looked for
};

void add(Queue &queue, const Request &request, const Snapshot &snapshot) {
    for (const RequestItem &item : snapshot.requestItems) {
        if (item.request != request.id) {
            continue;
        }
        auto change = placingOf(item, request, snapshot);
        if (!item.kind.isEmpty() && item.kind != u"rack") {
            queue.leftOut.push_back({&request, &item});
        } else if (change.count > 0) {
            queue.wishes.push_back({&request, &item});
            queue.items.push_back(std::move(change));
        }
    }
}

Result<Queue> queueOf(const Snapshot &snapshot, const QString &named) {
    Queue queue;
    if (named == u"all") {
        static const QStringList waiting{u"submitted"_s, u"endorsed"_s, u"in review"_s, u"waiting"_s};
        std::vector<const Request *> requests;
        for (const Request &request : snapshot.requests) {
            if (waiting.contains(request.state) && request.during.until > snapshot.today) {
                requests.push_back(&request);
            }
        }
        std::ranges::stable_sort(requests, {}, [](const Request *request) {
            return std::pair(request->submittedOn.value_or(Day::never()), request->id);
        });
        for (const Request *request : requests) {
            add(queue, *request, snapshot);
        }
        return queue;
    }
    static const QStringList open{u"draft"_s,    u"submitted"_s, u"endorsed"_s, u"in review"_s,
                                  u"returned"_s, u"waiting"_s,   u"held"_s};
    QStringList known;
    for (const QString &name : named.split(u',')) {
        const Request *request = findRequest(snapshot, name.trimmed());
        if (!request || !open.contains(request->state)) {
            return invalid(u"--requests"_s, name, u"all, or the numbers of open requests with commas between them"_s);
        }
        if (!known.contains(request->number)) {
            known << request->number;
            add(queue, *request, snapshot);
        }
    }
    return queue;
}

QString nameOf(BoundFrom from) {
    switch (from) {
    case BoundFrom::Alone:
        return u"alone"_s;
    case BoundFrom::Sums:
        return u"sums"_s;
    case BoundFrom::Relaxation:
        return u"relaxation"_s;
    case BoundFrom::Model:
        break;
    }
    return u"model"_s;
}

QStringList definitions() {
    return {
        u"missing: pieces without a place. bound: no plan leaves fewer; gap: missing less bound."_s,
        u"bound_from: alone, what has no place even where nothing else is planned; sums, what all racks together have "
        "of volume, mass and heat; relaxation, a solver's bound of a model without positions, in which a piece "
        "asks of each node the least that it may; model, a solver's bound of a model with every rule."_s,
        u"status: optimal where the plan meets the bound, so that no other is better; else feasible. Each booking "
        "was judged by every rule, after those before it."_s};
}

/// What the solver was asked, and what it said to it.
struct SolverPart {
    bool ran = false;
    bool complete = false;
    QString message = u"not needed"_s;
};

SolverPart askSolver(BatchPlanner &planner, std::chrono::steady_clock::time_point until, std::stop_token stop) {
    SolverPart part;
    const auto left = [until] {
        return std::chrono::duration<double>(until - std::chrono::steady_clock::now()).count();
    };
    if (const QString trouble = withoutCbc(); !trouble.isEmpty()) {
        part.message = trouble + u": several orders and their bound only"_s;
        return part;
    }
    const PlanModel model(planner.estate(), planner.items(), PlanModel::usualSize,
                          [&] { return stop.stop_requested() || left() <= 0; });
    if (!model.isUsable() || left() <= 0) {
        part.message = u"no time left for a model"_s;
        return part;
    }
    part.complete = model.isComplete();
    const auto solved = solveWithCbc(model.mps(), left(), stop);
    part.message = solved.trouble;
    if (!solved.trouble.isEmpty()) {
        part.message += u": several orders and their bound only"_s;
        return part;
    }
    part.ran = true;
    part.message = part.complete ? u"a model with every rule"_s : u"a relaxation"_s;
    const auto answer = model.read(solved.solution, solved.log);
    if (const auto placed = model.placed(answer.values)) {
        if (!planner.offer(placed->pieces, placed->of)) {
            // It says less than it should: then its bound is one, and no more.
            part.complete = false;
            part.message = u"a model that says other than the rules do; its plan is not used"_s;
        }
    }
    if (answer.bound) {
        constexpr double tolerance = 1e-4; // of what is a whole number in the end
        planner.prove(static_cast<int>(std::ceil(*answer.bound - tolerance)),
                      part.complete ? BoundFrom::Model : BoundFrom::Relaxation);
    }
    return part;
}

Result<Answer> planQueue(Session &session, const QCommandLineParser &options, qint64 milliseconds) {
    const auto snapshot = session.snapshot();
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    const auto queue = queueOf(**snapshot, options.value(u"requests"_s));
    if (!queue.ok()) {
        return queue.error();
    }
    const Interruptible interruptible;
    const auto stop = interruptible.token();
    const auto started = std::chrono::steady_clock::now();
    const auto secondsGone = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    };
    const double seconds = static_cast<double>(milliseconds) / 1000;
    BatchPlanner planner(*snapshot, queue->items);
    planner.search(started + std::chrono::milliseconds(static_cast<qint64>(seconds * 1000 * shareOfOrders)), stop,
                   [](int missing, int bound) {
                       Session::progress(u"%1 without a place, at least %2"_s.arg(missing).arg(bound), 0);
                   });
    SolverPart solver;
    if (!planner.isOptimal() && !stop.stop_requested()) {
        solver = askSolver(planner, started + std::chrono::milliseconds(milliseconds), stop);
    }
    Session::progressDone();
    const double took = secondsGone();

    const Plan &best = planner.best();
    const Estate estate = planner.planned();
    const Format format(QLocale::c());
    QJsonArray bookings, unplaced, leftOut;
    QList<QStringList> rows;
    for (const auto &piece : best.pieces) {
        bookings << proposedJson(estate, piece.placement);
        rows << proposedCells(estate, piece.placement);
    }
    QString why;
    for (std::size_t i = 0; i < queue->wishes.size(); ++i) {
        if (best.missing[i] > 0) {
            const auto &[request, item] = queue->wishes[i];
            unplaced << QJsonObject{{u"request"_s, request->number},
                                    {u"item"_s, item->ordinal},
                                    {u"missing"_s, best.missing[i]},
                                    {u"nearest"_s, toJson(best.reasons[i])}};
            why += u"%1.%2: %3 without a place\n"_s.arg(request->number).arg(item->ordinal).arg(best.missing[i]);
            for (const Shortfall &one : best.reasons[i]) {
                why += u"    "_s + one.rule + u"  "_s + format.shortfall(one) + u'\n';
            }
        }
    }
    for (const auto &[request, item] : queue->leftOut) {
        leftOut << QJsonObject{{u"request"_s, request->number}, {u"item"_s, item->ordinal}};
        why += u"%1.%2 is not for the rails of a rack: not planned.\n"_s.arg(request->number).arg(item->ordinal);
    }
    const int missing = best.missingPieces();
    const QString status = planner.isOptimal() ? u"optimal"_s : u"feasible"_s;
    QString text = u"%1 pieces find a place, %2 do not; no plan leaves fewer than %3 (%4). %5, gap %6, %7 s.\n"_s
                       .arg(best.pieces.size())
                       .arg(missing)
                       .arg(planner.bound())
                       .arg(nameOf(planner.boundFrom()), status)
                       .arg(missing - planner.bound())
                       .arg(took, 0, 'f', 2);
    text += planner.cancelled() || stop.stop_requested() ? u"Stopped: the best so far.\n"_s : QString();
    text += solver.ran || planner.isOptimal() ? QString() : u"Solver: %1.\n"_s.arg(solver.message);
    text += (rows.isEmpty() ? QString() : table(proposedHeaders(), rows)) + why;
    return Answer{QJsonObject{{u"generation"_s, qint64{(*snapshot)->generation}},
                              {u"status"_s, status},
                              {u"missing"_s, missing},
                              {u"bound"_s, planner.bound()},
                              {u"bound_from"_s, nameOf(planner.boundFrom())},
                              {u"gap"_s, missing - planner.bound()},
                              {u"seconds"_s, std::round(took * 1000) / 1000},
                              {u"cancelled"_s, stop.stop_requested()},
                              {u"solver"_s, QJsonObject{{u"ran"_s, solver.ran},
                                                        {u"complete"_s, solver.complete},
                                                        {u"message"_s, solver.message}}},
                              {u"bookings"_s, bookings},
                              {u"unplaced"_s, unplaced},
                              {u"left_out"_s, leftOut},
                              {u"definitions"_s, QJsonArray::fromStringList(definitions())}},
                  text,
                  {},
                  missing > 0 ? Refused : Done};
}

QStringList consolidationDefinitions() {
    return {
        u"racks_before, racks_after: of these rooms, with anything in them from that day on. bound: no plan leaves "
        "fewer; gap: racks_after less bound. bound_from sums: what stands there has a volume, a weight and heat, "
        "wherever it goes."_s,
        u"moves_bound: to empty as many racks takes no fewer moves: all that is in those with the fewest devices."_s,
        u"status: optimal where both bounds are met; else feasible. Each move was judged by every rule, after those "
        "before it. Nothing moves twice."_s};
}

Result<std::vector<RoomId>> roomsNamed(const Estate &estate, const QStringList &names) {
    std::vector<RoomId> rooms;
    QStringList known;
    for (const Room &room : estate.snapshot().rooms) {
        known << estate.roomName(room.id);
        if (names.contains(known.last())) {
            rooms.push_back(room.id);
        }
    }
    for (const QString &name : names) {
        if (!known.contains(name)) {
            return invalid(u"--consolidate"_s, name, u"one of "_s + known.join(u", "_s));
        }
    }
    return rooms;
}

Result<Answer> planRooms(Session &session, const QStringList &names, std::optional<Day> day, qint64 milliseconds) {
    const auto snapshot = session.snapshot();
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    const Estate estate(*snapshot);
    const auto rooms = roomsNamed(estate, names);
    if (!rooms.ok()) {
        return rooms.error();
    }
    const Day from = day.value_or((*snapshot)->today);
    if (from < (*snapshot)->today) {
        return invalid(u"--from"_s, isoDate(from), u"not before today, "_s + isoDate((*snapshot)->today));
    }
    const Interruptible interruptible;
    const auto started = std::chrono::steady_clock::now();
    Session::progress(u"consolidating"_s, 0);
    const auto plan =
        consolidate(*snapshot, *rooms, from, started + std::chrono::milliseconds(milliseconds), interruptible.token());
    Session::progressDone();
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    QJsonArray moves, emptied;
    QList<QStringList> rows;
    for (const auto &move : plan.moves) {
        const auto to = proposedJson(estate, move.to.placement);
        moves << QJsonObject{
            {u"placement"_s, move.placement.value}, {u"from_rack"_s, estate.rackName(move.from)}, {u"to"_s, to}};
        rows << QStringList{QString::number(move.placement.value), estate.rackName(move.from)} +
                    proposedCells(estate, move.to.placement);
    }
    for (const auto rack : plan.emptied) {
        emptied << estate.rackName(rack);
    }
    const QString status = plan.isOptimal() ? u"optimal"_s : u"feasible"_s;
    const QString text =
        u"%1 racks in use, %2 after %3 moves; no plan leaves fewer than %4, and so many take %5 moves or "
        "more. %6, gap %7, %8 s.\n"_s.arg(plan.racksBefore)
            .arg(plan.racksAfter)
            .arg(plan.moves.size())
            .arg(plan.racksBound)
            .arg(plan.movesBound)
            .arg(status)
            .arg(plan.racksAfter - plan.racksBound)
            .arg(took, 0, 'f', 2) +
        (plan.cancelled ? u"Stopped: the best so far.\n"_s : QString()) +
        (rows.isEmpty() ? QString() : table(QStringList{u"placement"_s, u"from rack"_s} + proposedHeaders(), rows));
    return Answer{QJsonObject{{u"generation"_s, qint64{(*snapshot)->generation}},
                              {u"status"_s, status},
                              {u"bound"_s, plan.racksBound},
                              {u"bound_from"_s, nameOf(BoundFrom::Sums)},
                              {u"gap"_s, plan.racksAfter - plan.racksBound},
                              {u"seconds"_s, std::round(took * 1000) / 1000},
                              {u"cancelled"_s, plan.cancelled},
                              {u"rooms"_s, QJsonArray::fromStringList(names)},
                              {u"racks_before"_s, plan.racksBefore},
                              {u"racks_after"_s, plan.racksAfter},
                              {u"moves_bound"_s, plan.movesBound},
                              {u"emptied"_s, emptied},
                              {u"moves"_s, moves},
                              {u"definitions"_s, QJsonArray::fromStringList(consolidationDefinitions())}},
                  text};
}

Result<Answer> plan(Session &session, const QCommandLineParser &options) {
    const auto limit = timeLimit(options);
    if (!limit.ok()) {
        return limit.error();
    }
    const auto from = day(options, u"from"_s);
    if (!from.ok()) {
        return from.error();
    }
    const bool queue = options.isSet(u"requests"_s);
    const QStringList rooms = options.values(u"consolidate"_s);
    for (const QString &room : rooms) {
        if (room.count(u'/') != 1) {
            return invalid(u"--consolidate"_s, room, u"a name of the form SITE/ROOM"_s);
        }
    }
    if (queue != rooms.isEmpty() || (queue && *from)) {
        return usage(u"plan wants one of --requests and --consolidate; --from is the day of the moves."_s);
    }
    if (queue && options.value(u"requests"_s).trimmed().isEmpty()) {
        return invalid(u"--requests"_s, options.value(u"requests"_s), u"all, or the numbers of open requests"_s);
    }
    return queue ? planQueue(session, options, *limit) : planRooms(session, rooms, *from, *limit);
}

} // namespace

QList<Command> planCommands() {
    return {{{u"plan"_s},
             {},
             0,
             0,
             u"a whole queue of requests at once, or rooms with as few racks in use as there may be"_s,
             {valueOption(u"requests"_s, u"all|N,N..."_s, u"which; all: submitted, endorsed, in review, waiting"_s),
              valueOption(u"consolidate"_s, u"SITE/ROOM"_s, u"instead of requests: these rooms, by the fewest moves"_s),
              valueOption(u"from"_s, u"DATE"_s, u"the day of the moves, today if not given"_s),
              valueOption(u"time-limit"_s, u"S"_s,
                          u"seconds, 10 if not given; Ctrl-C stops it with the best so far, and its exit code"_s)},
             plan,
             u"plan"_s,
             {u"consolidate"_s}}};
}

} // namespace polder::ctl
