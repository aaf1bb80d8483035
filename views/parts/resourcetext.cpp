#include "resourcetext.h"

#include "model/core/format.h"

namespace polder {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::ResourceText)
};

} // namespace

QString resourceText(Resource resource) {
    switch (resource) {
    case Resource::Space:
        return Text::tr("Units");
    case Resource::Power:
        return Text::tr("Power");
    case Resource::Mass:
        return Text::tr("Weight");
    case Resource::Heat:
        return Text::tr("Heat");
    case Resource::Outlets:
        return Text::tr("Outlets");
    case Resource::Apparent:
        return Text::tr("Apparent power");
    case Resource::Floor:
        return Text::tr("Floor load");
    }
    return {};
}

QString amountText(Resource resource, std::int64_t base) {
    const Format format;
    switch (resource) {
    case Resource::Space:
        return format.height(Height{static_cast<int>(base)});
    case Resource::Power:
    case Resource::Heat:
        return format.left(Power{base});
    case Resource::Mass:
    case Resource::Floor:
        return format.left(Mass{base});
    case Resource::Apparent:
        return format.apparent(ApparentPower{base});
    case Resource::Outlets:
        return format.count(base);
    }
    return {};
}

} // namespace polder
