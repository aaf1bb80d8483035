#include "model/items/fieldtext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::FieldText)
};

struct Field {
    const char *argument;
    const char *english;
};

/// By their names.
constexpr Field fields[] = {
    {"acoustic_db", QT_TRANSLATE_NOOP("polder::FieldText", "noise (dB)")},
    {"address", QT_TRANSLATE_NOOP("polder::FieldText", "address")},
    {"after", QT_TRANSLATE_NOOP("polder::FieldText", "stands after")},
    {"airflow", QT_TRANSLATE_NOOP("polder::FieldText", "airflow")},
    {"apart", QT_TRANSLATE_NOOP("polder::FieldText", "apart")},
    {"appointment", QT_TRANSLATE_NOOP("polder::FieldText", "appointment")},
    {"arguments", QT_TRANSLATE_NOOP("polder::FieldText", "what is asked")},
    {"asset_tag", QT_TRANSLATE_NOOP("polder::FieldText", "asset tag")},
    {"at", QT_TRANSLATE_NOOP("polder::FieldText", "day of the reading")},
    {"availability_class", QT_TRANSLATE_NOOP("polder::FieldText", "availability class")},
    {"bay", QT_TRANSLATE_NOOP("polder::FieldText", "bay")},
    {"bays", QT_TRANSLATE_NOOP("polder::FieldText", "bays")},
    {"because", QT_TRANSLATE_NOOP("polder::FieldText", "because of")},
    {"budgeted_w", QT_TRANSLATE_NOOP("polder::FieldText", "budgeted (W)")},
    {"changes", QT_TRANSLATE_NOOP("polder::FieldText", "changes")},
    {"chassis", QT_TRANSLATE_NOOP("polder::FieldText", "chassis")},
    {"clearance_front_mm", QT_TRANSLATE_NOOP("polder::FieldText", "clearance in front (mm)")},
    {"clearance_left_mm", QT_TRANSLATE_NOOP("polder::FieldText", "clearance at the left (mm)")},
    {"clearance_rear_mm", QT_TRANSLATE_NOOP("polder::FieldText", "clearance at the rear (mm)")},
    {"clearance_right_mm", QT_TRANSLATE_NOOP("polder::FieldText", "clearance at the right (mm)")},
    {"clearance_top_mm", QT_TRANSLATE_NOOP("polder::FieldText", "clearance above (mm)")},
    {"code", QT_TRANSLATE_NOOP("polder::FieldText", "code")},
    {"comment", QT_TRANSLATE_NOOP("polder::FieldText", "comment")},
    {"concurrently_maintainable", QT_TRANSLATE_NOOP("polder::FieldText", "concurrently maintainable")},
    {"contacts", QT_TRANSLATE_NOOP("polder::FieldText", "contacts")},
    {"content", QT_TRANSLATE_NOOP("polder::FieldText", "content of the file")},
    {"content_hash", QT_TRANSLATE_NOOP("polder::FieldText", "checksum of the model")},
    {"cooling_unit", QT_TRANSLATE_NOOP("polder::FieldText", "cooling unit")},
    {"cords", QT_TRANSLATE_NOOP("polder::FieldText", "cords")},
    {"cost_centre", QT_TRANSLATE_NOOP("polder::FieldText", "cost centre")},
    {"count", QT_TRANSLATE_NOOP("polder::FieldText", "number of pieces")},
    {"data_class", QT_TRANSLATE_NOOP("polder::FieldText", "data class")},
    {"department", QT_TRANSLATE_NOOP("polder::FieldText", "department")},
    {"departments", QT_TRANSLATE_NOOP("polder::FieldText", "departments")},
    {"depth_mm", QT_TRANSLATE_NOOP("polder::FieldText", "depth (mm)")},
    {"deputy", QT_TRANSLATE_NOOP("polder::FieldText", "deputy")},
    {"description", QT_TRANSLATE_NOOP("polder::FieldText", "description")},
    {"devices", QT_TRANSLATE_NOOP("polder::FieldText", "devices")},
    {"document", QT_TRANSLATE_NOOP("polder::FieldText", "document")},
    {"down", QT_TRANSLATE_NOOP("polder::FieldText", "what goes down")},
    {"draw_w", QT_TRANSLATE_NOOP("polder::FieldText", "draw (W)")},
    {"drift_mk_per_h", QT_TRANSLATE_NOOP("polder::FieldText", "drift (mK/h)")},
    {"dry_run", QT_TRANSLATE_NOOP("polder::FieldText", "dry run")},
    {"ducted", QT_TRANSLATE_NOOP("polder::FieldText", "ducted")},
    {"email", QT_TRANSLATE_NOOP("polder::FieldText", "e-mail")},
    {"emi_nt", QT_TRANSLATE_NOOP("polder::FieldText", "magnetic field (nT)")},
    {"equipment", QT_TRANSLATE_NOOP("polder::FieldText", "equipment")},
    {"evidence", QT_TRANSLATE_NOOP("polder::FieldText", "evidence")},
    {"extra", QT_TRANSLATE_NOOP("polder::FieldText", "other figures")},
    {"face", QT_TRANSLATE_NOOP("polder::FieldText", "face")},
    {"faculty", QT_TRANSLATE_NOOP("polder::FieldText", "faculty")},
    {"failover_line", QT_TRANSLATE_NOOP("polder::FieldText", "failover per line (VA)")},
    {"failover_main", QT_TRANSLATE_NOOP("polder::FieldText", "failover (W)")},
    {"features", QT_TRANSLATE_NOOP("polder::FieldText", "features")},
    {"feed", QT_TRANSLATE_NOOP("polder::FieldText", "feed")},
    {"feed_node", QT_TRANSLATE_NOOP("polder::FieldText", "feed")},
    {"first", QT_TRANSLATE_NOOP("polder::FieldText", "first rack")},
    {"floor_class", QT_TRANSLATE_NOOP("polder::FieldText", "floor class")},
    {"from", QT_TRANSLATE_NOOP("polder::FieldText", "from")},
    {"from_date", QT_TRANSLATE_NOOP("polder::FieldText", "from")},
    {"full_depth", QT_TRANSLATE_NOOP("polder::FieldText", "full depth")},
    {"funder", QT_TRANSLATE_NOOP("polder::FieldText", "funder")},
    {"generation", QT_TRANSLATE_NOOP("polder::FieldText", "generation")},
    {"guest", QT_TRANSLATE_NOOP("polder::FieldText", "guest")},
    {"half", QT_TRANSLATE_NOOP("polder::FieldText", "half of the rack")},
    {"half_width", QT_TRANSLATE_NOOP("polder::FieldText", "half width")},
    {"handle", QT_TRANSLATE_NOOP("polder::FieldText", "handle")},
    {"heat_to_water_w", QT_TRANSLATE_NOOP("polder::FieldText", "heat to water (W)")},
    {"heat_w", QT_TRANSLATE_NOOP("polder::FieldText", "heat (W)")},
    {"height_hu", QT_TRANSLATE_NOOP("polder::FieldText", "height (half units)")},
    {"height_mm", QT_TRANSLATE_NOOP("polder::FieldText", "height (mm)")},
    {"height_u", QT_TRANSLATE_NOOP("polder::FieldText", "height (U)")},
    {"hex", QT_TRANSLATE_NOOP("polder::FieldText", "content of the file")},
    {"indicator", QT_TRANSLATE_NOOP("polder::FieldText", "indicator")},
    {"inlet", QT_TRANSLATE_NOOP("polder::FieldText", "inlet")},
    {"inlet_max_c", QT_TRANSLATE_NOOP("polder::FieldText", "highest inlet temperature (°C)")},
    {"inlet_max_mc", QT_TRANSLATE_NOOP("polder::FieldText", "highest inlet temperature (m°C)")},
    {"inlet_min_c", QT_TRANSLATE_NOOP("polder::FieldText", "lowest inlet temperature (°C)")},
    {"inlet_min_mc", QT_TRANSLATE_NOOP("polder::FieldText", "lowest inlet temperature (m°C)")},
    {"intention", QT_TRANSLATE_NOOP("polder::FieldText", "step")},
    {"interfaces", QT_TRANSLATE_NOOP("polder::FieldText", "interfaces")},
    {"item", QT_TRANSLATE_NOOP("polder::FieldText", "item")},
    {"items", QT_TRANSLATE_NOOP("polder::FieldText", "items")},
    {"keep_clear", QT_TRANSLATE_NOOP("polder::FieldText", "keep clear")},
    {"key", QT_TRANSLATE_NOOP("polder::FieldText", "key")},
    {"kind", QT_TRANSLATE_NOOP("polder::FieldText", "kind")},
    {"kva", QT_TRANSLATE_NOOP("polder::FieldText", "apparent power (kVA)")},
    {"lines", QT_TRANSLATE_NOOP("polder::FieldText", "lines")},
    {"link", QT_TRANSLATE_NOOP("polder::FieldText", "link")},
    {"login", QT_TRANSLATE_NOOP("polder::FieldText", "login")},
    {"manufacturer", QT_TRANSLATE_NOOP("polder::FieldText", "manufacturer")},
    {"max_kg", QT_TRANSLATE_NOOP("polder::FieldText", "what the floor bears (kg)")},
    {"measured_on", QT_TRANSLATE_NOOP("polder::FieldText", "day of the measurement")},
    {"measured_w", QT_TRANSLATE_NOOP("polder::FieldText", "measured draw (W)")},
    {"media", QT_TRANSLATE_NOOP("polder::FieldText", "media")},
    {"media_type", QT_TRANSLATE_NOOP("polder::FieldText", "kind of file")},
    {"medical", QT_TRANSLATE_NOOP("polder::FieldText", "medical")},
    {"medium", QT_TRANSLATE_NOOP("polder::FieldText", "medium")},
    {"model", QT_TRANSLATE_NOOP("polder::FieldText", "model")},
    {"models", QT_TRANSLATE_NOOP("polder::FieldText", "models")},
    {"month", QT_TRANSLATE_NOOP("polder::FieldText", "month")},
    {"most", QT_TRANSLATE_NOOP("polder::FieldText", "most")},
    {"moves", QT_TRANSLATE_NOOP("polder::FieldText", "moves")},
    {"name", QT_TRANSLATE_NOOP("polder::FieldText", "name")},
    {"nameplate_w", QT_TRANSLATE_NOOP("polder::FieldText", "nameplate (W)")},
    {"net", QT_TRANSLATE_NOOP("polder::FieldText", "net")},
    {"network_ports", QT_TRANSLATE_NOOP("polder::FieldText", "ports")},
    {"new_asset_tag", QT_TRANSLATE_NOOP("polder::FieldText", "new asset tag")},
    {"node", QT_TRANSLATE_NOOP("polder::FieldText", "node")},
    {"nodes", QT_TRANSLATE_NOOP("polder::FieldText", "nodes")},
    {"normal_line", QT_TRANSLATE_NOOP("polder::FieldText", "limit per line (VA)")},
    {"normal_main", QT_TRANSLATE_NOOP("polder::FieldText", "limit (W)")},
    {"note", QT_TRANSLATE_NOOP("polder::FieldText", "note")},
    {"of", QT_TRANSLATE_NOOP("polder::FieldText", "what it is about")},
    {"on", QT_TRANSLATE_NOOP("polder::FieldText", "day")},
    {"only_check", QT_TRANSLATE_NOOP("polder::FieldText", "only a check")},
    {"organisation", QT_TRANSLATE_NOOP("polder::FieldText", "institution")},
    {"orientation_deg", QT_TRANSLATE_NOOP("polder::FieldText", "orientation (°)")},
    {"out_of_band", QT_TRANSLATE_NOOP("polder::FieldText", "out of band")},
    {"outlet", QT_TRANSLATE_NOOP("polder::FieldText", "outlet")},
    {"outlets", QT_TRANSLATE_NOOP("polder::FieldText", "outlets")},
    {"override", QT_TRANSLATE_NOOP("polder::FieldText", "override")},
    {"parent", QT_TRANSLATE_NOOP("polder::FieldText", "above it")},
    {"parent_a", QT_TRANSLATE_NOOP("polder::FieldText", "node of side A")},
    {"parent_b", QT_TRANSLATE_NOOP("polder::FieldText", "node of side B")},
    {"parent_id", QT_TRANSLATE_NOOP("polder::FieldText", "above it")},
    {"part_number", QT_TRANSLATE_NOOP("polder::FieldText", "part number")},
    {"permille", QT_TRANSLATE_NOOP("polder::FieldText", "share (‰)")},
    {"person", QT_TRANSLATE_NOOP("polder::FieldText", "person")},
    {"personal_data", QT_TRANSLATE_NOOP("polder::FieldText", "personal data")},
    {"phases", QT_TRANSLATE_NOOP("polder::FieldText", "phases")},
    {"phone", QT_TRANSLATE_NOOP("polder::FieldText", "telephone")},
    {"pitch_mm", QT_TRANSLATE_NOOP("polder::FieldText", "distance of the racks (mm)")},
    {"placement", QT_TRANSLATE_NOOP("polder::FieldText", "placement")},
    {"placements", QT_TRANSLATE_NOOP("polder::FieldText", "placements")},
    {"places", QT_TRANSLATE_NOOP("polder::FieldText", "places")},
    {"plug", QT_TRANSLATE_NOOP("polder::FieldText", "plug")},
    {"ports", QT_TRANSLATE_NOOP("polder::FieldText", "ports")},
    {"power_source", QT_TRANSLATE_NOOP("polder::FieldText", "origin of the figures")},
    {"processor_agreement", QT_TRANSLATE_NOOP("polder::FieldText", "processing agreement")},
    {"project", QT_TRANSLATE_NOOP("polder::FieldText", "project")},
    {"protection_class", QT_TRANSLATE_NOOP("polder::FieldText", "protection class")},
    {"quantity", QT_TRANSLATE_NOOP("polder::FieldText", "quantity")},
    {"quota", QT_TRANSLATE_NOOP("polder::FieldText", "quota")},
    {"rack", QT_TRANSLATE_NOOP("polder::FieldText", "rack")},
    {"racks", QT_TRANSLATE_NOOP("polder::FieldText", "number of racks")},
    {"rating_line", QT_TRANSLATE_NOOP("polder::FieldText", "rating per line (VA)")},
    {"rating_main", QT_TRANSLATE_NOOP("polder::FieldText", "rating (W)")},
    {"readings", QT_TRANSLATE_NOOP("polder::FieldText", "readings")},
    {"reason", QT_TRANSLATE_NOOP("polder::FieldText", "reason")},
    {"redundant", QT_TRANSLATE_NOOP("polder::FieldText", "two feeds")},
    {"reference", QT_TRANSLATE_NOOP("polder::FieldText", "reference")},
    {"request", QT_TRANSLATE_NOOP("polder::FieldText", "request")},
    {"requester", QT_TRANSLATE_NOOP("polder::FieldText", "requester")},
    {"review_date", QT_TRANSLATE_NOOP("polder::FieldText", "review date")},
    {"role", QT_TRANSLATE_NOOP("polder::FieldText", "role")},
    {"room", QT_TRANSLATE_NOOP("polder::FieldText", "room")},
    {"row", QT_TRANSLATE_NOOP("polder::FieldText", "row")},
    {"rule", QT_TRANSLATE_NOOP("polder::FieldText", "rule")},
    {"security_contact", QT_TRANSLATE_NOOP("polder::FieldText", "contact for security")},
    {"security_review", QT_TRANSLATE_NOOP("polder::FieldText", "security review")},
    {"serial", QT_TRANSLATE_NOOP("polder::FieldText", "serial")},
    {"shareable", QT_TRANSLATE_NOOP("polder::FieldText", "shareable")},
    {"side", QT_TRANSLATE_NOOP("polder::FieldText", "side")},
    {"site", QT_TRANSLATE_NOOP("polder::FieldText", "data centre")},
    {"slot", QT_TRANSLATE_NOOP("polder::FieldText", "slot")},
    {"slug", QT_TRANSLATE_NOOP("polder::FieldText", "name in the library")},
    {"source", QT_TRANSLATE_NOOP("polder::FieldText", "origin")},
    {"speed_mbps", QT_TRANSLATE_NOOP("polder::FieldText", "speed (Mbit/s)")},
    {"sponsor", QT_TRANSLATE_NOOP("polder::FieldText", "sponsor")},
    {"steps", QT_TRANSLATE_NOOP("polder::FieldText", "steps")},
    {"subject", QT_TRANSLATE_NOOP("polder::FieldText", "kind of what it is about")},
    {"submit", QT_TRANSLATE_NOOP("polder::FieldText", "submit at once")},
    {"supplies", QT_TRANSLATE_NOOP("polder::FieldText", "power supplies")},
    {"system", QT_TRANSLATE_NOOP("polder::FieldText", "system")},
    {"table", QT_TRANSLATE_NOOP("polder::FieldText", "table")},
    {"tag", QT_TRANSLATE_NOOP("polder::FieldText", "tag")},
    {"tags", QT_TRANSLATE_NOOP("polder::FieldText", "tags")},
    {"text", QT_TRANSLATE_NOOP("polder::FieldText", "text")},
    {"tile_mm", QT_TRANSLATE_NOOP("polder::FieldText", "tile (mm)")},
    {"times", QT_TRANSLATE_NOOP("polder::FieldText", "times")},
    {"to", QT_TRANSLATE_NOOP("polder::FieldText", "successor")},
    {"together", QT_TRANSLATE_NOOP("polder::FieldText", "together")},
    {"topic", QT_TRANSLATE_NOOP("polder::FieldText", "topic")},
    {"unit", QT_TRANSLATE_NOOP("polder::FieldText", "unit")},
    {"units", QT_TRANSLATE_NOOP("polder::FieldText", "units")},
    {"until", QT_TRANSLATE_NOOP("polder::FieldText", "until")},
    {"until_date", QT_TRANSLATE_NOOP("polder::FieldText", "until")},
    {"url", QT_TRANSLATE_NOOP("polder::FieldText", "address on the web")},
    {"usable_depth_mm", QT_TRANSLATE_NOOP("polder::FieldText", "usable depth (mm)")},
    {"usable_permille", QT_TRANSLATE_NOOP("polder::FieldText", "usable (‰)")},
    {"value", QT_TRANSLATE_NOOP("polder::FieldText", "value")},
    {"values", QT_TRANSLATE_NOOP("polder::FieldText", "values")},
    {"verifier", QT_TRANSLATE_NOOP("polder::FieldText", "password verifier")},
    {"vibration_class", QT_TRANSLATE_NOOP("polder::FieldText", "vibration class")},
    {"warranty_until", QT_TRANSLATE_NOOP("polder::FieldText", "warranty until")},
    {"was", QT_TRANSLATE_NOOP("polder::FieldText", "what it was")},
    {"weakened", QT_TRANSLATE_NOOP("polder::FieldText", "what loses redundancy")},
    {"weight_g", QT_TRANSLATE_NOOP("polder::FieldText", "weight (g)")},
    {"weight_kg", QT_TRANSLATE_NOOP("polder::FieldText", "weight (kg)")},
    {"width_mm", QT_TRANSLATE_NOOP("polder::FieldText", "width (mm)")},
    {"wipe_reference", QT_TRANSLATE_NOOP("polder::FieldText", "reference of the wiping")},
    {"wiped_on", QT_TRANSLATE_NOOP("polder::FieldText", "wiped on")},
    {"wishes", QT_TRANSLATE_NOOP("polder::FieldText", "wishes")},
    {"x_mm", QT_TRANSLATE_NOOP("polder::FieldText", "x (mm)")},
    {"y_mm", QT_TRANSLATE_NOOP("polder::FieldText", "y (mm)")},
    {"zero_u", QT_TRANSLATE_NOOP("polder::FieldText", "0U slots")},
    {"zero_u_slots", QT_TRANSLATE_NOOP("polder::FieldText", "0U slots")},
};

/// "items/0/": what of it has to do with which of several.
QString groupText(const QString &group, int number) {
    if (group == u"items") {
        return Text::tr("item %1").arg(number);
    }
    if (group == u"changes") {
        return Text::tr("row %1").arg(number);
    }
    if (group == u"steps") {
        return Text::tr("step %1").arg(number);
    }
    return Text::tr("%1 %2").arg(fieldText(group)).arg(number);
}

} // namespace

bool isFieldKnown(const QString &argument) {
    return std::ranges::any_of(fields,
                               [&argument](const Field &one) { return argument == QLatin1String(one.argument); });
}

QString fieldText(const QString &path) {
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty()) {
        return path;
    }
    bool isNumber = false;
    const int last = parts.back().toInt(&isNumber);
    QString text;
    if (isNumber && parts.size() > 1) {
        text = groupText(parts[parts.size() - 2], last + 1);
        parts.resize(parts.size() - 2);
    } else {
        const QString name = parts.takeLast();
        const auto *known =
            std::ranges::find_if(fields, [&name](const Field &one) { return name == QLatin1String(one.argument); });
        text = known == std::end(fields) ? name : Text::tr(known->english);
    }
    // values/ and wishes/ say nothing to who fills in a form.
    while (!parts.isEmpty()) {
        const int number = parts.back().toInt(&isNumber);
        if (isNumber && parts.size() > 1) {
            text = Text::tr("%1, %2").arg(groupText(parts[parts.size() - 2], number + 1), text);
            parts.resize(parts.size() - 2);
        } else {
            parts.removeLast();
        }
    }
    return text;
}

} // namespace polder
