#include "model/reading/sentence.h"

#include "model/reading/parser.h"

#include <algorithm>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

using State = Part::State;

/// "4", "2.5" in the language; as many decimals as there are.
QString number(std::int64_t amount, std::int64_t size, Language language) {
    const std::int64_t fraction = amount % size;
    QString text = QString::number(amount / size);
    if (fraction != 0) {
        QString decimals = QString::number(fraction * 1'000'000 / size).rightJustified(6, u'0');
        while (decimals.endsWith(u'0')) {
            decimals.chop(1);
        }
        // Three decimals alone could be read as thousands: one more makes them what they are.
        decimals += decimals.size() == 3 ? u"0"_s : QString();
        text += (language == Language::Dutch ? u',' : u'.') + decimals;
    }
    return text;
}

} // namespace

bool Sentence::asksForSpace() const {
    return std::ranges::any_of(pieces, [](const Part &piece) {
        return (piece.state == State::Understood || piece.state == State::Question) &&
               std::ranges::any_of(piece.readings, [](const Meaning &meaning) {
                   return !std::holds_alternative<said::At>(meaning) && !std::holds_alternative<said::From>(meaning) &&
                          !std::holds_alternative<said::LastDay>(meaning);
               });
    });
}

bool Sentence::clear() const {
    return std::ranges::none_of(pieces, [](const Part &piece) {
        return piece.state == State::Question || piece.state == State::NotUnderstood;
    });
}

Reader readerOf(const Snapshot &snapshot, const QLocale &locale) {
    return {locale.language() == QLocale::Dutch ? Language::Dutch : Language::English,
            snapshot.today,
            {snapshot.sites.begin(), snapshot.sites.end()}};
}

Sentence readSentence(const QString &text, const Reader &reader) {
    return {text, parsing::Parser(text, reader).pieces()};
}

QString wordsFor(const Meaning &meaning, Language language) {
    struct Words {
        Language language;
        [[nodiscard]] QString either(const QString &english, const QString &dutch) const {
            return language == Language::Dutch ? dutch : english;
        }
        QString operator()(Height height) const {
            return number(height.halfUnits, 2, language) + either(u"U"_s, u" HE"_s);
        }
        QString operator()(Power power) const { return number(power.milliwatts, 1'000, language) + u" W"_s; }
        QString operator()(Mass mass) const {
            return mass.grams % 1'000 == 0 ? number(mass.grams, 1'000, language) + u" kg"_s
                                           : number(mass.grams, 1, language) + u" g"_s;
        }
        QString operator()(Length depth) const {
            return number(depth.mm, 1, language) + either(u" mm deep"_s, u" mm diep"_s);
        }
        QString operator()(said::Cords cords) const {
            return cords.number == 1 ? either(u"1 cord"_s, u"1 voeding"_s)
                                     : either(u"%1 cords"_s, u"%1 voedingen"_s).arg(cords.number);
        }
        QString operator()(said::Phases phases) const { return either(u"%1-phase"_s, u"%1-fase"_s).arg(phases.number); }
        QString operator()(const said::Plug &plug) const { return plug.inlet; }
        QString operator()(const said::Airflow &airflow) const { return airflow.way; }
        QString operator()(said::Pieces pieces) const {
            return either(u"%1 pieces"_s, u"%1 stuks"_s).arg(pieces.number);
        }
        QString operator()(const said::At &at) const { return at.code; }
        QString operator()(said::From from) const {
            return either(u"from "_s, u"vanaf "_s) + from.day.toDate().toString(Qt::ISODate);
        }
        QString operator()(said::LastDay last) const {
            return either(u"until "_s, u"t/m "_s) + last.day.toDate().toString(Qt::ISODate);
        }
        QString operator()(said::Inlet inlet) const {
            return number(inlet.min.millidegrees, 1'000, language) + u'–' +
                   number(inlet.max.millidegrees, 1'000, language) + u" °C"_s;
        }
    };
    return std::visit(Words{language}, meaning);
}

Wanted wantedBy(const Sentence &sentence, Wanted otherwise) {
    struct Filler {
        Wanted &wanted;
        void operator()(Height height) const { wanted.item.height = height; }
        void operator()(Power power) const { wanted.item.draw = power; }
        void operator()(Mass mass) const { wanted.item.weight = mass; }
        void operator()(Length depth) const { wanted.item.depth = depth; }
        void operator()(said::Cords cords) const { wanted.item.cords = cords.number; }
        void operator()(said::Phases phases) const { wanted.item.phases = phases.number == 3 ? u"123"_s : u"1"_s; }
        void operator()(const said::Plug &plug) const {
            wanted.item.plug = plug.inlet;
            if (plug.inlet.endsWith(u" 3P")) {
                wanted.item.phases = u"123"_s;
            }
        }
        void operator()(const said::Airflow &airflow) const { wanted.item.airflow = airflow.way; }
        void operator()(said::Pieces pieces) const { wanted.count = pieces.number; }
        void operator()(const said::At &at) const { wanted.site = at.site; }
        void operator()(said::From from) const { wanted.during.from = from.day; }
        void operator()(said::LastDay last) const { wanted.during.until = last.day.plus(1); }
        void operator()(said::Inlet inlet) const {
            wanted.item.inletMin = inlet.min;
            wanted.item.inletMax = inlet.max;
        }
    };
    for (const Part &piece : sentence.pieces) {
        if (piece.state == State::Understood) {
            std::visit(Filler{otherwise}, piece.readings.front());
        }
    }
    return otherwise;
}

} // namespace polder
