#include "model/report/energyreport.h"

#include "model/engine/booking.h"
#include "model/report/columns.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::EnergyReport)
};

struct Ratio {
    const char16_t *code;
    const char16_t *unit;
    const char16_t *part;
    const char16_t *whole;
    std::int64_t factor; ///< from the units of the indicators to that of the ratio
};
constexpr std::array<Ratio, 4> ratios{{{u"PUE", u"", u"E_DC", u"E_IT", 1},
                                       {u"WUE", u"l/kWh", u"W_IN", u"E_IT", 1000},
                                       {u"ERF", u"", u"E_REUSE", u"E_DC", 1},
                                       {u"REF", u"", u"E_RES", u"E_DC", 1}}};

QString text(const char16_t *word) {
    return QString::fromUtf16(word);
}

/// Of one indicator of one data centre, in thousandths.
struct Value {
    std::optional<std::int64_t> thousandths;
    QString source;      ///< metered, entered, record
    QStringList missing; ///< months, or nothing where it is not by months
};

using ByMonth = std::map<QString, std::map<NodeId, std::int64_t>>;

/// What is known of one data centre.
class Energy {
public:
    Energy(const Estate &estate, const Site &site, Period during, const IndicatorList &list,
           std::span<const MeterReading> readings)
        : m_estate(estate)
        , m_site(site)
        , m_during(during) {
        // What is entered once a year may have been so before the first day of the statement.
        const Period year{Day::fromDate({during.from.toDate().year(), 1, 1}), during.until};
        for (const auto &reading : readings) {
            const auto indicator = std::ranges::find(list.indicators, reading.indicator,
                                                     [](const Indicator &one) { return text(one.code); });
            if (reading.site != site.id || !year.contains(reading.at) || indicator == list.indicators.end() ||
                reading.unit != text(indicator->unit)) {
                continue; // in another unit it is not what the list asks for
            }
            if (during.contains(reading.at)) {
                m_months[reading.indicator][monthOf(reading.at)][reading.node] += reading.thousandths;
                m_meters[reading.indicator].insert(reading.node);
            }
            const std::pair entry(reading.at, reading.thousandths);
            const auto last = m_last[reading.indicator].try_emplace(reading.node, entry).first;
            last->second = last->second.first <= entry.first ? entry : last->second;
        }
    }

    [[nodiscard]] Value of(const Indicator &indicator) const {
        switch (indicator.from) {
        case IndicatorFrom::Sum:
        case IndicatorFrom::Mean:
            return metered(text(indicator.code), indicator.from == IndicatorFrom::Mean);
        case IndicatorFrom::Entered:
            return entered(text(indicator.code)).value_or(Value());
        case IndicatorFrom::Draws:
            return entered(text(indicator.code)).value_or(Value{installedDraw(), u"record"_qs, {}});
        case IndicatorFrom::Rooms:
            return entered(text(indicator.code)).value_or(Value{area(), u"record"_qs, {}});
        }
        return {};
    }
    /// In one month, of all its meters; nullopt: one says nothing of it.
    [[nodiscard]] std::optional<std::int64_t> in(const QString &month, const QString &code) const {
        const auto months = m_months.find(code);
        const auto meters = m_meters.find(code);
        const auto found = months == m_months.end() ? ByMonth::const_iterator() : months->second.find(month);
        if (months == m_months.end() || found == months->second.end() ||
            found->second.size() != meters->second.size()) {
            return std::nullopt;
        }
        std::int64_t sum = 0;
        for (const auto &[node, thousandths] : found->second) {
            sum += thousandths;
        }
        return sum;
    }
    [[nodiscard]] QStringList months() const {
        QStringList months;
        for (QDate date = m_during.from.toDate(); date < m_during.until.toDate(); date = date.addMonths(1)) {
            date.setDate(date.year(), date.month(), 1);
            months << date.toString(u"yyyy-MM"_qs);
        }
        return months;
    }

private:
    static QString monthOf(Day day) { return day.toDate().toString(u"yyyy-MM"_qs); }

    [[nodiscard]] Value metered(const QString &code, bool mean) const {
        Value value{std::int64_t{0}, u"metered"_qs, {}};
        for (const auto &month : months()) {
            if (const auto sum = in(month, code)) {
                *value.thousandths += *sum;
            } else {
                value.missing << month;
            }
        }
        if (!value.missing.isEmpty()) {
            value.thousandths.reset();
        } else if (mean) {
            const auto count =
                static_cast<std::int64_t>(months().size()) * static_cast<std::int64_t>(m_meters.at(code).size());
            value.thousandths = std::llround(static_cast<double>(*value.thousandths) / static_cast<double>(count));
        }
        return value;
    }
    [[nodiscard]] std::optional<Value> entered(const QString &code) const {
        const auto found = m_last.find(code);
        if (found == m_last.end()) {
            return std::nullopt;
        }
        std::int64_t sum = 0;
        for (const auto &[node, entry] : found->second) {
            sum += entry.second;
        }
        return Value{sum, u"entered"_qs, {}};
    }
    /// W in thousandths of a kW.
    [[nodiscard]] std::int64_t installedDraw() const {
        const auto &snapshot = m_estate.snapshot();
        const Day day = m_during.until.plus(-1);
        std::int64_t milliwatts = 0;
        for (const auto &placement : snapshot.placements) {
            const bool there = placement.during.contains(day) &&
                               (placement.state == u"installed" || placement.state == u"decommissioning");
            const auto *equipment = there ? snapshot.equipment.find(placement.equipment) : nullptr;
            if (equipment && placeOf(m_estate, placement, day).site == m_site.id) {
                milliwatts += drawOf(*equipment, placement, snapshot.policy).value_or(Power{}).milliwatts;
            }
        }
        return milliwatts / 1000;
    }
    /// mm² in thousandths of a m².
    [[nodiscard]] std::optional<std::int64_t> area() const {
        std::int64_t square = 0;
        for (const auto &room : m_estate.snapshot().rooms) {
            square += room.site == m_site.id ? std::int64_t{room.width.mm} * room.depth.mm : 0;
        }
        return square > 0 ? std::optional(square / 1000) : std::nullopt;
    }

    const Estate &m_estate;
    const Site &m_site;
    Period m_during;
    std::map<QString, ByMonth> m_months;
    std::map<QString, std::set<NodeId>> m_meters;
    std::map<QString, std::map<NodeId, std::pair<Day, std::int64_t>>> m_last; ///< of the year, of each node
};

Cell ratioCell(const Ratio &ratio, std::optional<std::int64_t> part, std::optional<std::int64_t> whole) {
    if (!part || !whole || *whole == 0) {
        return {};
    }
    return Decimal{std::llround(static_cast<double>(*part) * static_cast<double>(ratio.factor) * 1000 /
                                static_cast<double>(*whole)),
                   3};
}

Cell valueCell(const std::optional<std::int64_t> &thousandths) {
    return thousandths ? Cell(Decimal{*thousandths, 3}) : Cell();
}

} // namespace

Report energyReport(const Estate &estate, Day from, Day asOf, const QDateTime &knownAt, const ReportScope &scope,
                    std::span<const MeterReading> readings, std::span<const IndicatorList> lists) {
    const auto &list = listOn(lists, asOf);
    const QString listName = text(list.name), listVersion = text(list.version);
    const auto addList = [](ReportTable &table) {
        table.columns.push_back(textColumn(u"list"_qs, Text::tr("List")));
        table.columns.push_back(textColumn(u"list_version"_qs, Text::tr("Version of the list")));
    };
    // A reading counts its whole month.
    const QDate first = from.toDate();
    const Period during{Day::fromDate({first.year(), first.month(), 1}), asOf.plus(1)};
    QHash<QString, QString> meanings;
    for (const auto &indicator : list.indicators) {
        meanings[text(indicator.code)] = text(indicator.code) + u", "_qs + Text::tr(indicator.meaning);
    }
    ReportTable values{u"indicators"_qs,
                       {textColumn(u"site"_qs, Text::tr("Data centre")),
                        textColumn(u"indicator"_qs, Text::tr("Indicator"), meanings),
                        textColumn(u"unit"_qs, Text::tr("Unit")), numberColumn(u"value"_qs, Text::tr("Value")),
                        textColumn(u"source"_qs, Text::tr("Source"),
                                   {{u"metered"_qs, Text::tr("metered")},
                                    {u"entered"_qs, Text::tr("entered")},
                                    {u"record"_qs, Text::tr("from the record")}}),
                        numberColumn(u"months_missing"_qs, Text::tr("Months missing"))},
                       {},
                       Text::tr("Indicators")};
    ReportTable factors{u"ratios"_qs,
                        {textColumn(u"site"_qs, Text::tr("Data centre")), textColumn(u"ratio"_qs, Text::tr("Ratio")),
                         textColumn(u"unit"_qs, Text::tr("Unit")), numberColumn(u"value"_qs, Text::tr("Value"))},
                        {},
                        Text::tr("Ratios")};
    ReportTable missing{u"missing"_qs,
                        {textColumn(u"site"_qs, Text::tr("Data centre")),
                         textColumn(u"indicator"_qs, Text::tr("Indicator"), meanings),
                         textColumn(u"month"_qs, Text::tr("Month"), {{u"all"_qs, Text::tr("never said")}})},
                        {},
                        Text::tr("What is missing")};
    ReportTable months{u"months"_qs,
                       {textColumn(u"site"_qs, Text::tr("Data centre")), textColumn(u"month"_qs, Text::tr("Month")),
                        numberColumn(u"e_dc"_qs, u"E_DC"_qs, u"kWh"_qs),
                        numberColumn(u"e_it"_qs, u"E_IT"_qs, u"kWh"_qs), numberColumn(u"pue"_qs, u"PUE"_qs)},
                       {},
                       Text::tr("By month"),
                       {},
                       Spread::None,
                       true};
    addList(values);
    addList(factors);
    for (const auto &site : estate.snapshot().sites) {
        if (!scope.covers(Place{Level::Site, site.id, {}, {}, {}})) {
            continue;
        }
        const Energy energy(estate, site, during, list, readings);
        std::map<QString, std::optional<std::int64_t>> known;
        for (const auto &indicator : list.indicators) {
            const QString code = text(indicator.code);
            const Value value = energy.of(indicator);
            known[code] = value.thousandths;
            values.rows.push_back({site.code, code, text(indicator.unit), valueCell(value.thousandths),
                                   value.thousandths ? textCell(value.source) : Cell(), countCell(value.missing.size()),
                                   listName, listVersion});
            if (!value.thousandths && (value.missing.isEmpty() || value.missing.size() == energy.months().size())) {
                missing.rows.push_back({site.code, code, u"all"_qs});
                continue;
            }
            for (const auto &month : value.missing) {
                missing.rows.push_back({site.code, code, month});
            }
        }
        for (const auto &ratio : ratios) {
            factors.rows.push_back({site.code, text(ratio.code), textCell(text(ratio.unit)),
                                    ratioCell(ratio, known[text(ratio.part)], known[text(ratio.whole)]), listName,
                                    listVersion});
        }
        for (const auto &month : energy.months()) {
            const auto all = energy.in(month, u"E_DC"_qs);
            const auto it = energy.in(month, u"E_IT"_qs);
            months.rows.push_back(
                {site.code, month, valueCell(all), valueCell(it), ratioCell(ratios.front(), all, it)});
        }
    }
    return {Text::tr("Energy and sustainability"),
            asOf,
            estate.snapshot().generation,
            knownAt,
            {Text::tr("Indicators by %1, version of %2, of the calendar months from %3 to the day of the report.")
                 .arg(listName, listVersion, during.from.toDate().toString(Qt::ISODate)),
             Text::tr("An indicator of which a month is missing has no value, and neither has a ratio that needs it. "
                      "Nothing is guessed."),
             Text::tr("PUE = E_DC / E_IT. WUE = W_IN / E_IT, in litres for a kWh. ERF = E_REUSE / E_DC. REF = E_RES / "
                      "E_DC."),
             Text::tr("What is entered and not metered: the last entry of the year for each node, added up. PD_IT "
                      "without one: the budgeted draw of what is installed on the day of the report. S_CR without one: "
                      "the rooms as they are drawn.")},
            {std::move(values), std::move(factors), std::move(missing), std::move(months)},
            scope.name};
}

} // namespace polder
