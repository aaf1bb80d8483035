#include "model/reading/phrases.h"

#include <QHash>

#include <map>

namespace polder::phrases {

using namespace Qt::StringLiterals;

namespace {

QStringList list(const char *phrases) {
    return QString::fromUtf8(phrases).split(u'|');
}

std::vector<Phrase> phraseList(const char *phrases) {
    std::vector<Phrase> all;
    for (const QString &phrase : list(phrases)) {
        all.push_back(phraseOf(phrase));
    }
    return all;
}

bool isGap(const Token &token) {
    return token.kind == Token::Kind::Space || token.is(u"-");
}

const std::vector<Phrase> &phrasesOf(Role role) {
    static const std::map<Role, std::vector<Phrase>> all{
        {Role::From,
         phraseList("from|as of|starting|starting from|since|beginning|vanaf|sinds|per|met ingang van|m.i.v.|"
                    "ingaande")},
        {Role::Until, phraseList("until|till|til|to|through|thru|up to and including|tot|tot en met|t/m|t.e.m.")},
        {Role::Before, phraseList("before")},
        {Role::Negation, phraseList("not|no|non|without|geen|niet|zonder|behalve|except")},
        {Role::Hedge,
         phraseList("about|approx|approx.|approximately|around|circa|ca|ca.|roughly|almost|nearly|ongeveer|bijna|"
                    "rond|max|max.|maximum|maximaal|at most|hooguit|hoogstens|min|min.|minimum|minimaal|at least|"
                    "minstens|ten minste|tenminste|more than|less than|meer dan|minder dan|up to|~|≈|<|>|≤|≥|±")},
        {Role::Label,
         phraseList("height|hoogte|depth|diepte|weight|gewicht|power|draw|vermogen|verbruik|weighs|weegt|draws")},
        {Role::Joining,
         phraseList("and|en|with|met|a|an|een|the|de|het|each|elk|elke|per stuk|per piece|for|voor|find|zoek|"
                    "space|ruimte|place|plek|plaats|server|servers|node|nodes|machine|machines|device|devices|"
                    "apparaat|apparaten|apparatuur|equipment|van|-|–|—")},
        {Role::For, phraseList("for|voor|gedurende|during|voor de duur van")},
        {Role::In, phraseList("in|over")},
        {Role::Times, phraseList("×|x|*|times|keer|maal")},
        {Role::Pieces, phraseList("stuks|stuk|st.|pieces|piece|pcs|pcs.|pc|servers|server|nodes|node|machines|devices|"
                                  "apparaten|exemplaren")},
        {Role::Supplies,
         phraseList("cord|cords|power cord|power cords|power supply|power supplies|supplies|psu|psus|psu's|"
                    "feeds|snoer|snoeren|voeding|voedingen|stekkers|netsnoeren|voedingskabels")},
        {Role::Total, phraseList("total|in total|totaal|in totaal|together|samen|bij elkaar|altogether")},
        {Role::Deep, phraseList("deep|depth|diep|diepte")},
        {Role::OtherSize, phraseList("wide|width|breed|breedte|high|height|hoog|hoogte|tall|long|lang|lengte|length")},
        {Role::High, phraseList("high|height|hoog|hoogte|tall")},
        {Role::At, phraseList("at|in|site|te|bij|op|locatie|in site|at site")},
        {Role::Celsius, phraseList("°c|° c|℃|c|°|graden|graden celsius|degrees|degrees celsius|deg c|celsius")},
        {Role::To, phraseList("–|-|—|to|tot|t/m|tot en met|until")},
        {Role::Inlet,
         phraseList("inlet|inlet air|inlet temperature|intake|inlaat|inlaatlucht|inlaattemperatuur|inblaas|"
                    "inlet from|inlaat van|from|van")},
        {Role::PlugWord, phraseList("inlet|inlets|plug|plugs|stekker|stekkers|connector|connectors|contact|ingang")},
    };
    return all.at(role);
}

struct Fixed {
    Phrase phrase;
    Meaning meaning;
};

const std::vector<Fixed> &fixed() {
    static const std::vector<Fixed> all = [] {
        std::vector<Fixed> words;
        const auto add = [&](const char *phrases, const Meaning &meaning) {
            for (const QString &phrase : list(phrases)) {
                words.push_back({phraseOf(phrase), meaning});
            }
        };
        add("dual|dual corded|dual feed|dual fed|dual power|dual psu|dual cord|dual cords|dual power supply|"
            "dual power supplies|double corded|dubbel|dubbele|dubbel gevoed|dubbele voeding|dubbele voedingen|"
            "dubbele psu|tweevoudig gevoed|a+b|a + b|a/b|a and b|a en b|a&b|a+b feed|a/b feed|a+b voeding",
            said::Cords{2});
        add("single|single corded|single feed|single fed|single cord|single psu|enkel|enkele|enkel gevoed|"
            "enkele voeding|enkele psu|enkelvoudig gevoed",
            said::Cords{1});
        add("3φ|3ϕ|3 phase|3 phases|3 fase|3 fasen|3 ph|three phase|three phases|drie fase|drie fasen|driefase|"
            "driefasen|driefasig|threephase|krachtstroom",
            said::Phases{3});
        add("1φ|1ϕ|1 phase|1 fase|1 ph|one phase|single phase|singlephase|een fase|eenfase|één fase|éénfase|enkelfase|"
            "enkelfasig|eenfasig|enkele fase",
            said::Phases{1});
        add("front to rear|front to back|front rear|voor naar achter|voor naar achteren|van voor naar achter|"
            "van voor naar achteren",
            said::Airflow{u"front-to-rear"_s});
        add("rear to front|back to front|rear front|achter naar voor|achter naar voren|van achter naar voor|"
            "van achter naar voren",
            said::Airflow{u"rear-to-front"_s});
        add("side to rear|side to back|zij naar achter|zijkant naar achter|opzij naar achter",
            said::Airflow{u"side-to-rear"_s});
        add("passive|passively cooled|passief|passief gekoeld", said::Airflow{u"passive"_s});
        return words;
    }();
    return all;
}

template <typename Value>
std::optional<Value> look(const QHash<QString, Value> &words, const Token &token) {
    const auto found = words.constFind(token.folded);
    return found == words.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

Phrase phraseOf(const QString &text) {
    Phrase words;
    for (const Token &token : tokensOf(text)) {
        if (!isGap(token)) {
            words.push_back(token.folded);
        }
    }
    return words.empty() ? Phrase{text} : words; // a hyphen alone
}

std::size_t match(std::span<const Token> tokens, std::size_t at, const Phrase &phrase) {
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        while (i > 0 && at < tokens.size() && isGap(tokens[at])) {
            ++at;
        }
        if (at >= tokens.size() || tokens[at].folded != phrase[i]) {
            return 0;
        }
        ++at;
    }
    return at;
}

std::size_t longest(std::span<const Token> tokens, std::size_t at, const std::vector<Phrase> &phrases) {
    std::size_t best = 0;
    for (const Phrase &phrase : phrases) {
        best = std::max(best, match(tokens, at, phrase));
    }
    return best;
}

std::size_t longest(std::span<const Token> tokens, std::size_t at, Role role) {
    return longest(tokens, at, phrasesOf(role));
}

std::optional<int> numberWord(const Token &token) {
    static const QHash<QString, int> words{
        {u"one"_s, 1},   {u"two"_s, 2},   {u"three"_s, 3}, {u"four"_s, 4},  {u"five"_s, 5},    {u"six"_s, 6},
        {u"seven"_s, 7}, {u"eight"_s, 8}, {u"nine"_s, 9},  {u"ten"_s, 10},  {u"eleven"_s, 11}, {u"twelve"_s, 12},
        {u"één"_s, 1},   {u"twee"_s, 2},  {u"drie"_s, 3},  {u"vier"_s, 4},  {u"vijf"_s, 5},    {u"zes"_s, 6},
        {u"zeven"_s, 7}, {u"acht"_s, 8},  {u"negen"_s, 9}, {u"tien"_s, 10}, {u"elf"_s, 11},    {u"twaalf"_s, 12},
    };
    return look(words, token);
}

std::optional<int> month(const Token &token) {
    static const QHash<QString, int> words = [] {
        QHash<QString, int> words;
        int number = 0;
        for (const char *names : {"january|januari|jan", "february|februari|feb|febr", "march|maart|mar|mrt",
                                  "april|apr", "may|mei", "june|juni|jun", "july|juli|jul", "august|augustus|aug",
                                  "september|sept|sep", "october|oktober|oct|okt", "november|nov", "december|dec"}) {
            ++number;
            for (const QString &name : list(names)) {
                words[name] = number;
            }
        }
        return words;
    }();
    return look(words, token);
}

std::optional<Duration::Unit> durationUnit(const Token &token, bool letters) {
    using Unit = Duration::Unit;
    static const QHash<QString, Unit> words{
        {u"day"_s, Unit::Days},      {u"days"_s, Unit::Days},    {u"dag"_s, Unit::Days},
        {u"dagen"_s, Unit::Days},    {u"week"_s, Unit::Weeks},   {u"weeks"_s, Unit::Weeks},
        {u"weken"_s, Unit::Weeks},   {u"wk"_s, Unit::Weeks},     {u"month"_s, Unit::Months},
        {u"months"_s, Unit::Months}, {u"maand"_s, Unit::Months}, {u"maanden"_s, Unit::Months},
        {u"mnd"_s, Unit::Months},    {u"year"_s, Unit::Years},   {u"years"_s, Unit::Years},
        {u"jaar"_s, Unit::Years},    {u"jaren"_s, Unit::Years},  {u"yr"_s, Unit::Years},
    };
    static const QHash<QString, Unit> single{{u"d"_s, Unit::Days},
                                             {u"w"_s, Unit::Weeks},
                                             {u"m"_s, Unit::Months},
                                             {u"y"_s, Unit::Years},
                                             {u"j"_s, Unit::Years}};
    const auto spelled = look(words, token);
    return spelled || !letters ? spelled : look(single, token);
}

Unit unit(std::span<const Token> tokens, std::size_t at) {
    constexpr std::int64_t watt = 1'000, kilowatt = 1'000'000;
    struct Named {
        std::vector<Phrase> words;
        Quantity quantity;
        std::int64_t size;
    };
    static const std::vector<Named> units{
        {phraseList("u|he|ru|unit|units|rack unit|rack units|rackunits|eenheden|hoogte-eenheden|hoogteeenheden|"
                    "hoogte-eenheid"),
         Quantity::Height, 2},
        {phraseList("w|watt|watts"), Quantity::Power, watt},
        {phraseList("kw|kilowatt|kilowatts"), Quantity::Power, kilowatt},
        {phraseList("g|gr|gram|grams"), Quantity::Mass, 1},
        {phraseList("kg|kgs|kilo|kilos|kilo's|kilogram|kilograms|kilogrammen"), Quantity::Mass, 1'000},
        {phraseList("t|ton|tonne|tonnes"), Quantity::Mass, 1'000'000},
        {phraseList("mm|millimeter|millimeters|millimetre|millimetres"), Quantity::Length, 1},
        {phraseList("cm|centimeter|centimeters|centimetre|centimetres"), Quantity::Length, 10},
        {phraseList("m|meter|meters|metre|metres"), Quantity::Length, 1'000},
    };
    // "t/m" and "t.e.m." are no tonnes.
    if (tokens.size() > at + 2 && tokens[at].is(u"t") && (tokens[at + 1].is(u"/") || tokens[at + 1].is(u".")) &&
        tokens[at + 2].kind == Token::Kind::Word) {
        return {};
    }
    Unit best;
    for (const Named &named : units) {
        if (const std::size_t end = longest(tokens, at, named.words); end > best.end) {
            best = {end, named.quantity, named.size};
        }
    }
    return best;
}

Said fixedWords(std::span<const Token> tokens, std::size_t at) {
    Said best;
    for (const Fixed &words : fixed()) {
        if (const std::size_t end = match(tokens, at, words.phrase); end > best.end) {
            best = {end, words.meaning};
        }
    }
    return best;
}

} // namespace polder::phrases
