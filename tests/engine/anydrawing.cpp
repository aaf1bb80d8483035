#include "anydrawing.h"

#include <algorithm>

namespace polder::test {

using namespace polder::literals;

Estate spread(const Drawing &drawing, const std::function<void(Snapshot &)> &change) {
    Snapshot made = *drawing.snapshot();
    made.sites = Table<Site>({{{1}, {1}, u"S"_qs, u"Site"_qs}, {{2}, {2}, u"T"_qs, u"Other"_qs}});
    std::vector<Room> rooms(3);
    for (int i = 0; i < 3; ++i) {
        rooms[i].id = {i + 1};
        rooms[i].site = {i < 2 ? 1 : 2};
        rooms[i].code = QStringList{u"M"_qs, u"N"_qs, u"O"_qs}[i];
    }
    made.rooms = Table<Room>(rooms);
    std::vector<Rack> racks(made.racks.begin(), made.racks.end());
    for (auto &rack : racks) {
        rack.room = {rack.id.value <= 3 ? 1 : rack.id.value == 4 ? 2 : 3};
        rack.row = {rack.id.value <= 2 ? 1 : rack.id.value <= 4 ? rack.id.value - 1 : 0};
    }
    made.racks = Table<Rack>(racks);
    change(made);
    return Estate(std::make_shared<const Snapshot>(std::move(made)));
}

Drawing anyDrawing(QRandomGenerator &random, std::vector<Drawn> &drawn) {
    QString picture = u"  R1 R2 R3 R4 R5\n"_qs;
    for (int unit = 8; unit > 0; --unit) {
        picture += QString::number(unit);
        for (int rack = 0; rack < 5; ++rack) {
            picture += u' ' + QString(QStringLiteral(".........#Xfr<>")[random.bounded(15)]);
        }
        picture += u'\n';
    }
    Drawing drawing(picture);
    const auto some = [&random](std::int64_t least, std::int64_t most) {
        return least + random.bounded(static_cast<int>(most - least));
    };
    for (int rack = 1; rack <= 5; ++rack) {
        const auto code = u"R%1"_qs.arg(rack);
        drawing.limit(code + u" mass"_qs, some(60'000, 250'000)).limit(code + u" heat"_qs, some(1'000'000, 5'000'000));
        for (const auto &side : {u" A"_qs, u" B"_qs}) {
            const auto failover = some(900'000, 4'000'000);
            drawing.limit(code + side, random.bounded(2) ? failover * 4 / 5 : failover * 6 / 5, failover,
                          random.bounded(2) ? std::optional(some(600'000, 1'500'000)) : std::nullopt);
        }
        for (const auto &what : {u" mass"_qs, u" A"_qs}) {
            if (random.bounded(20) == 0) {
                drawing.forgetLimit(code + what);
            }
        }
    }
    drawing.limit(u"feed A"_qs, some(4'000'000, 12'000'000)).limit(u"feed B"_qs, some(4'000'000, 12'000'000));
    drawing.limit(u"supply"_qs, some(6'000'000, 15'000'000));
    drawing.zone(u"zone"_qs, {u"R1"_qs, u"R2"_qs, u"R4"_qs}, some(2'000'000, 9'000'000));
    drawing.floor(u"R3"_qs, some(50'000, 250'000));
    for (int id = 1; id <= 12; ++id) {
        Booking booking;
        booking.item.height = {1 + random.bounded(4)};
        booking.item.depth = random.bounded(2) ? 300_mm : 700_mm;
        booking.item.weight = Mass{some(3'001, 20'000)};
        booking.item.draw = Power{1000 * some(51, 700)};
        booking.rack = {1 + random.bounded(5)};
        booking.position = {random.bounded(13)};
        booking.face = random.bounded(2) ? u"front"_qs : u"rear"_qs;
        booking.during = {{random.bounded(days)}, random.bounded(3) ? Day::never() : Day{days + random.bounded(3)}};
        const auto rack = u"R%1 "_qs.arg(booking.rack.value);
        const auto outlet = [&random] { return QString::number(1 + random.bounded(6)); };
        const int cords = random.bounded(4);
        if (cords != 1) {
            booking.cords.push_back(drawing.cord(rack + u'A', outlet()));
        }
        if (cords != 0) {
            booking.cords.push_back(drawing.cord(rack + u'B', outlet()));
        }
        if (cords == 3) {
            booking.cords.push_back(drawing.cord(rack + u'A', outlet()));
        }
        const auto estate = drawing.estate();
        const auto taken = [&](const Cord &cord) { return !outletFree(estate, cord.outlet, booking.during); };
        if (std::ranges::none_of(booking.cords, taken) && (cords != 3 || booking.cords[0] != booking.cords[2])) {
            const bool held = random.bounded(3) == 0;
            drawing.place({id}, booking, held ? u"held"_qs : u"installed"_qs);
            drawn.push_back({booking, held});
        }
    }
    return drawing;
}

} // namespace polder::test
