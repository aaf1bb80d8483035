#include "model/reading/sentence.h"

#include <QRandomGenerator>
#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

namespace {

Site site(int id, const QString &code, const QString &name) {
    return {SiteId{id}, OrganisationId{1}, code, name};
}

/// A Sunday, in week 48.
Reader reader(Language language) {
    return {language,
            Day::fromDate(QDate(2026, 11, 29)),
            {site(1, u"LEIDEN"_s, u"Leiden University"_s), site(2, u"LUMC"_s, u"Leiden University Medical Center"_s)}};
}

QString temperature(Temperature temperature) {
    return QString::number(temperature.millidegrees / 1000.0);
}

/// "U4", "W1200", "kg35", "mm740", "cords2", "from 2027-05-01": in base units, apart from the code that words it.
QString plain(const Meaning &meaning) {
    struct Plain {
        QString operator()(Height height) const { return u"U%1"_s.arg(height.halfUnits / 2.0); }
        QString operator()(Power power) const { return u"W%1"_s.arg(static_cast<double>(power.milliwatts) / 1000); }
        QString operator()(Mass mass) const { return u"g%1"_s.arg(mass.grams); }
        QString operator()(Length depth) const { return u"mm%1"_s.arg(depth.mm); }
        QString operator()(said::Cords cords) const { return u"cords%1"_s.arg(cords.number); }
        QString operator()(said::Phases phases) const { return u"phases%1"_s.arg(phases.number); }
        QString operator()(const said::Plug &plug) const { return u"plug %1"_s.arg(plug.inlet); }
        QString operator()(const said::Airflow &airflow) const { return airflow.way; }
        QString operator()(said::Pieces pieces) const { return u"pieces%1"_s.arg(pieces.number); }
        QString operator()(const said::At &at) const { return u"at %1"_s.arg(at.code); }
        QString operator()(said::From from) const { return u"from "_s + from.day.toDate().toString(Qt::ISODate); }
        QString operator()(said::LastDay last) const { return u"last "_s + last.day.toDate().toString(Qt::ISODate); }
        QString operator()(said::Inlet inlet) const {
            return u"inlet %1-%2"_s.arg(temperature(inlet.min), temperature(inlet.max));
        }
    };
    return std::visit(Plain(), meaning);
}

const char *name(Part::Why why) {
    switch (why) {
    case Part::Why::Unknown:
        return "unknown";
    case Part::Why::OutOfRange:
        return "range";
    case Part::Why::TooFine:
        return "fine";
    case Part::Why::OtherSize:
        return "size";
    case Part::Why::Total:
        return "total";
    case Part::Why::Negated:
        return "negated";
    case Part::Why::SaidTwice:
        return "twice";
    case Part::Why::EndsFirst:
        return "ends first";
    case Part::Why::NoSuchDate:
        return "no date";
    }
    return "";
}

/// Understood, then "? text: readings", then "! text: why".
QString plain(const Sentence &sentence) {
    QStringList parts;
    for (const Part &piece : sentence.pieces) {
        const QString text = sentence.text.mid(piece.begin, piece.length);
        QStringList readings;
        for (const Meaning &meaning : piece.readings) {
            readings << plain(meaning);
        }
        switch (piece.state) {
        case Part::State::Understood:
            parts << readings;
            break;
        case Part::State::Question:
            parts << u"?%1: %2"_s.arg(text, readings.join(u" or "_s));
            break;
        case Part::State::NotUnderstood:
            parts << u"!%1: %2"_s.arg(text, QLatin1String(name(piece.why)));
            break;
        case Part::State::Joining:
            break;
        }
    }
    return parts.join(u"; "_s);
}

constexpr Language en = Language::English, nl = Language::Dutch;

struct Phrasing {
    Language language;
    const char *text;
    const char *said;
};

const Phrasing phrasings[] = {
    // The two of the issue.
    {en, "4U 1.2 kW dual 35 kg from 1 May", "U4; W1200; cords2; g35000; from 2027-05-01"},
    {nl, "4 HE 1,2 kW dubbel 35 kg vanaf wk 18", "U4; W1200; cords2; g35000; from 2027-05-03"},
    // Heights.
    {en, "4 U", "U4"},
    {en, "2.5U", "U2.5"},
    {nl, "2,5 HE", "U2.5"},
    {en, "half U", "U0.5"},
    {nl, "anderhalve HE", "U1.5"},
    {en, "2½U", "U2.5"},
    {en, "1/2 U", "U0.5"},
    {en, "height: 4 rack units", "U4"},
    {nl, "hoogte 4 eenheden", "U4"},
    {nl, "6 HE hoog", "U6"},
    // Draw.
    {en, "1200W", "W1200"},
    {en, "1,200 W", "W1200"},
    {nl, "1.200 W", "W1200"},
    {en, "1,2 kW", "W1200"},
    {nl, "1.2 kW", "W1200"},
    {en, "0.850 kW", "W850"},
    {nl, "0,850 kilowatt", "W850"},
    {nl, "vermogen 750 watt", "W750"},
    {en, "1,200.5 kg", "g1200500"},
    {nl, "1.200,5 kg", "g1200500"},
    // Weight and depth.
    {en, "850 g", "g850"},
    {nl, "35 kilo", "g35000"},
    {nl, "1,2 t", "g1200000"},
    {en, "12.5kg", "g12500"},
    {en, "740 mm deep", "mm740"},
    {nl, "74 cm diep", "mm740"},
    {nl, "diepte 0,74 m", "mm740"},
    // Cords, phases, plugs.
    {en, "dual-corded", "cords2"},
    {en, "two cords", "cords2"},
    {en, "2 PSUs", "cords2"},
    {en, "A+B", "cords2"},
    {nl, "A en B", "cords2"},
    {nl, "twee voedingen", "cords2"},
    {nl, "dubbel gevoed", "cords2"},
    {en, "single-corded", "cords1"},
    {nl, "enkele voeding", "cords1"},
    {nl, "4 snoeren", "cords4"},
    {en, "three-phase", "phases3"},
    {en, "3φ", "phases3"},
    {nl, "driefase", "phases3"},
    {nl, "1-fase", "phases1"},
    {en, "single phase", "phases1"},
    {en, "C14", "plug C14"},
    {en, "C13", "plug C14"},
    {nl, "2x C19", "cords2; plug C20"},
    {en, "2 C20 plugs", "cords2; plug C20"},
    {en, "CEE 32A 3P", "plug IEC 60309 32A 3P"},
    {nl, "CEE 16 A driefase", "plug IEC 60309 16A 3P"},
    {en, "IEC 60309 32A, three-phase", "plug IEC 60309 32A 3P; phases3"},
    // Air.
    {en, "front to back", "front-to-rear"},
    {nl, "van voor naar achter", "front-to-rear"},
    {en, "rear-to-front", "rear-to-front"},
    {nl, "passief gekoeld", "passive"},
    {en, "18–27 °C", "inlet 18-27"},
    {nl, "inlaat 18 tot 27 graden", "inlet 18-27"},
    {en, "from 18 to 27 °C", "inlet 18-27"},
    {nl, "17,5-22 °C", "inlet 17.5-22"},
    // Counts.
    {en, "3x 4U", "pieces3; U4"},
    {en, "3×4U", "pieces3; U4"},
    {nl, "3 stuks 2 HE", "pieces3; U2"},
    {nl, "zes servers van 1 HE", "pieces6; U1"},
    {en, "6 nodes, 2U each", "pieces6; U2"},
    // Places.
    {en, "4U in Leiden", "U4; at LEIDEN"},
    {en, "4U in Delft", "U4; !in: unknown; !Delft: unknown"},
    {nl, "4 HE bij lumc", "U4; at LUMC"},
    {en, "4U at Leiden University Medical Center", "U4; at LUMC"},
    // Dates.
    {en, "from 2027-05-01", "from 2027-05-01"},
    {nl, "vanaf 1-5-2027", "from 2027-05-01"},
    {nl, "vanaf 1/5", "from 2027-05-01"},
    {nl, "m.i.v. 1.5.2027", "from 2027-05-01"},
    {nl, "per 1 mei 2027", "from 2027-05-01"},
    {en, "from May 1, 2027", "from 2027-05-01"},
    {en, "from the 1st", "!from: unknown; !1st: unknown"},
    {en, "from 1st of May", "from 2027-05-01"},
    {en, "as of 13/5/2027", "from 2027-05-13"},
    {en, "from 5/13/2027", "from 2027-05-13"},
    {en, "from 5/5", "from 2027-05-05"},
    {en, "from May", "from 2027-05-01"},
    {en, "from November", "from 2026-11-29"},
    {nl, "vanaf week 34 2027", "from 2027-08-23"},
    {nl, "vanaf wk53", "from 2026-12-28"},
    {en, "from 2027-W34", "from 2027-08-23"},
    {en, "from +6m", "from 2027-05-29"},
    {nl, "vanaf +2 weken", "from 2026-12-13"},
    {en, "from today", "from 2026-11-29"},
    {nl, "vanaf morgen", "from 2026-11-30"},
    {en, "from next month", "from 2026-12-01"},
    {nl, "vanaf volgende week", "from 2026-11-30"},
    {en, "from next year", "from 2027-01-01"},
    {nl, "nu", "from 2026-11-29"},
    {en, "in 6 months", "from 2027-05-29"},
    // Periods.
    {en, "from 1 May until 30 June", "from 2027-05-01; last 2027-06-30"},
    {nl, "van 1 mei t/m 30 juni", "from 2027-05-01; last 2027-06-30"},
    {en, "1 May – 30 June 2027", "from 2027-05-01; last 2027-06-30"},
    {nl, "vanaf 1 mei tot wk 34", "from 2027-05-01; last 2027-08-29"},
    {en, "from 1 May until March", "from 2027-05-01; last 2028-03-31"},
    {en, "from 1 May before 1 July", "from 2027-05-01; last 2027-06-30"},
    {en, "from 1 May for 6 months", "from 2027-05-01; last 2027-10-31"},
    {nl, "6 maanden lang vanaf 1 mei", "last 2027-10-31; from 2027-05-01"},
    {nl, "voor een half jaar", "last 2027-05-28"},
    {en, "for 6m", "last 2027-05-28"},
    {en, "until 2027", "last 2027-12-31"},
    {en, "from 1 May 2000 W", "from 2027-05-01; W2000"},
    // Everything at once.
    {nl,
     "3 stuks 2 HE, 750 W dubbel C14, 19 kg, 740 mm diep, van voor naar achter, LUMC, vanaf 1 mei 2027 t/m 30 april "
     "2028",
     "pieces3; U2; W750; cords2; plug C14; g19000; mm740; front-to-rear; at LUMC; from 2027-05-01; last 2028-04-30"},
    {en, "find space for 2x 1U, 350W each, A/B, 18-27C, at LEIDEN from wk 2 for a year",
     "pieces2; U1; W350; cords2; inlet 18-27; at LEIDEN; from 2027-01-11; last 2028-01-10"},

    // Questions: what may mean more than one thing.
    {en, "1.200 W", "?1.200 W: W1200"},
    {en, "1.200 kg", "?1.200 kg: g1200 or g1200000"},
    {nl, "1,200 kg", "?1,200 kg: g1200 or g1200000"},
    {nl, "12,500 kW", "?12,500 kW: W12500"},
    {en, "1 200 W", "?1 200 W: W1200 or W200"},
    {en, "from 1/5", "?from 1/5: from 2027-05-01 or from 2027-01-05"},
    {en, "until 1-5-2027", "?until 1-5-2027: last 2027-05-01 or last 2027-01-05"},
    {nl, "1/5", "?1/5: from 2027-05-01 or last 2027-05-01"},
    {en, "1 May", "?1 May: from 2027-05-01 or last 2027-05-01"},
    {nl, "wk 34", "?wk 34: from 2027-08-23 or last 2027-08-29"},
    {en, "+6m", "?+6m: from 2027-05-29 or last 2027-05-28"},
    {en, "6 months", "?6 months: last 2027-05-28 or from 2027-05-29"},
    {en, "2 m", "?2 m: mm2000 or last 2027-01-28"},
    {nl, "voor 1 mei", "?voor 1 mei: last 2027-04-30 or from 2027-05-01"},
    {en, "CEE 32A", "?CEE 32A: plug IEC 60309 32A 1P or plug IEC 60309 32A 3P"},
    {en, "2x 750 W", "?2x: pieces2 or cords2; W750"},
    {en, "6 4U", "?6: pieces6; U4"},
    {en, "about 35 kg", "?about 35 kg: g35000"},
    {nl, "max. 1,2 kW", "?max. 1,2 kW: W1200"},
    {nl, "~4 HE", "?~4 HE: U4"},

    // What is not understood.
    {en, "4U fast 35 kg", "U4; !fast: unknown; g35000"},
    {en, "R4U", "!R4U: unknown"},
    {en, "4Ux", "!4Ux: unknown"},
    {en, "1.2 kWh", "!1.2: unknown; !kWh: unknown"},
    {en, "11 kVA", "!11: unknown; !kVA: unknown"},
    {en, "5 mW", "!5: unknown; !mW: unknown"},
    {en, "1.2.3 kW", "!1.2.3 kW: unknown"},
    {en, "2.3U", "!2.3U: fine"},
    {en, "1.2345 kW", "!1.2345 kW: fine"},
    {en, "60.5U", "!60.5U: range"},
    {en, "60U", "U60"},
    {en, "0U", "!0U: range"},
    {en, "100 kW", "W100000"},
    {en, "100.001 kW", "!100.001 kW: range"},
    {en, "5 t", "g5000000"},
    {en, "5001 kg", "!5001 kg: range"},
    {en, "13 cords", "!13 cords: range"},
    {en, "1001 pieces", "!1001 pieces: range"},
    {en, "-4U", "!-4U: range"},
    {en, "no C14", "!no C14: negated"},
    {nl, "niet dubbel", "!niet dubbel: negated"},
    {en, "2.4 kW total", "!2.4 kW total: total"},
    {en, "482 mm wide", "!482 mm wide: size"},
    {en, "190×590×430 mm", "!190×590×430 mm: size"},
    {en, "4U or 6U", "!4U: twice; !or: unknown; !6U: twice"},
    {en, "4U 4 U", "U4; U4"},
    {en, "CEE 16A 1P three-phase", "!CEE 16A 1P: twice; !three-phase: twice"},
    {nl, "vanaf 31 februari", "!vanaf 31 februari: no date"},
    {nl, "vanaf 5/13", "!vanaf 5/13: no date"},
    {nl, "vanaf wk 54", "!vanaf wk 54: no date"},
    {en, "from 1 May 2027 until 1 May 2026", "from 2027-05-01; !until 1 May 2026: ends first"},
    {en, "27-18 °C", "!27-18 °C: range"},
    {en, "99999999999999999999 W", "!99999999999999999999 W: unknown"},
    {en, "", ""},
};

/// Every character once, in order.
bool covers(const Sentence &sentence) {
    qsizetype at = 0;
    for (const Part &piece : sentence.pieces) {
        if (piece.begin != at || piece.length <= 0) {
            return false;
        }
        at = piece.end();
    }
    return at == sentence.text.size();
}

/// Of each state what it promises.
bool keepsItsWord(const Part &piece, const QString &text) {
    switch (piece.state) {
    case Part::State::Understood:
        return piece.readings.size() == 1;
    case Part::State::Question:
        return !piece.readings.empty();
    case Part::State::NotUnderstood:
        return piece.readings.empty() && !text.mid(piece.begin, piece.length).trimmed().isEmpty();
    case Part::State::Joining:
        return piece.readings.empty();
    }
    return false;
}

} // namespace

class TestSentence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void says_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; i < static_cast<int>(std::size(phrasings)); ++i) {
            QTest::addRow("%d %s", i, phrasings[i].text) << i;
        }
    }
    void says() {
        QFETCH(const int, number);
        const Phrasing &is = phrasings[number];
        const Sentence sentence = readSentence(QString::fromUtf8(is.text), reader(is.language));
        QCOMPARE(plain(sentence), QString::fromUtf8(is.said));
        QVERIFY(covers(sentence));
    }

    void thereAreEnoughPhrasings() {
        int understood[2] = {};
        for (const Phrasing &is : phrasings) {
            const Sentence sentence = readSentence(QString::fromUtf8(is.text), reader(is.language));
            understood[is.language == nl] += sentence.clear() && !sentence.text.isEmpty();
        }
        QVERIFY2(understood[0] >= 40 && understood[1] >= 40,
                 qPrintable(u"%1 %2"_s.arg(understood[0]).arg(understood[1])));
    }

    // Wherever each part stands.
    void theOrderOfThePartsDoesNotMatter() {
        QStringList parts{u"4 HE"_s, u"1,2 kW"_s, u"dubbel"_s, u"35 kg"_s, u"vanaf wk 18"_s, u"C14"_s};
        auto &random = *QRandomGenerator::global();
        for (int i = 0; i < 200; ++i) {
            std::ranges::shuffle(parts, random);
            const Sentence sentence = readSentence(parts.join(u' '), reader(nl));
            const Wanted wanted = wantedBy(sentence, {});
            QVERIFY2(sentence.clear(), qPrintable(sentence.text));
            QCOMPARE(wanted.item.height, Height{8});
            QCOMPARE(wanted.item.draw, std::optional(Power{1'200'000}));
            QCOMPARE(wanted.item.cords, std::optional(2));
            QCOMPARE(wanted.item.weight, std::optional(Mass{35'000}));
            QCOMPARE(wanted.item.plug, u"C14"_s);
            QCOMPARE(wanted.during.from, Day::fromDate(QDate(2027, 5, 3)));
        }
    }

    // What the program writes for a meaning it reads as that meaning, in both languages.
    void itsOwnWordsAreReadBack() {
        QRandomGenerator random(48);
        const auto between = [&](int least, int most) { return random.bounded(least, most + 1); };
        const auto day = [&] { return Day::fromDate(QDate(2026, 11, 29)).plus(between(0, 3000)); };
        const QStringList plugs{u"C14"_s, u"C20"_s, u"IEC 60309 16A 1P"_s, u"IEC 60309 32A 3P"_s};
        const QStringList ways{u"front-to-rear"_s, u"rear-to-front"_s, u"side-to-rear"_s, u"passive"_s};
        for (int i = 0; i < 300; ++i) {
            const int low = between(0, 30'000);
            for (const Meaning &meaning : std::initializer_list<Meaning>{
                     Height{between(1, 120)}, Power{between(1, 100'000) * 1000LL}, Mass{between(1, 5'000'000)},
                     Length{between(1, 5000)}, said::Cords{between(1, 12)}, said::Phases{between(0, 1) * 2 + 1},
                     said::Plug{plugs[between(0, 3)]}, said::Airflow{ways[between(0, 3)]},
                     said::Pieces{between(1, 1000)}, said::At{SiteId{2}, u"LUMC"_s}, said::From{day()},
                     said::LastDay{day()}, said::Inlet{{low}, {low + between(1, 30'000)}}}) {
                for (const Language language : {en, nl}) {
                    const QString words = wordsFor(meaning, language);
                    const Sentence sentence = readSentence(words, reader(language));
                    QVERIFY2(sentence.clear() && sentence.pieces.size() == 1, qPrintable(words));
                    QVERIFY2(sentence.pieces.front().readings.front() == meaning, qPrintable(words));
                }
            }
        }
    }

    // Whatever is typed, nothing crashes, and each character is accounted for.
    void anythingIsAccountedFor() {
        QRandomGenerator random(2026);
        QStringList words;
        for (const Phrasing &is : phrasings) {
            words << QString::fromUtf8(is.text).split(u' ', Qt::SkipEmptyParts);
        }
        const QString letters = u"0123456789.,-/+×x *½φ°–uwkghecm\u00a0\t()±~:;aA"_s;
        for (int i = 0; i < 6000; ++i) {
            QString text;
            for (int part = random.bounded(12); part >= 0; --part) {
                switch (i % 3) {
                case 0:
                    text += words[random.bounded(words.size())] + (random.bounded(4) ? u" "_s : QString());
                    break;
                case 1:
                    text += letters[random.bounded(letters.size())];
                    break;
                default: // code units as they come, half surrogates too
                    text += QChar(static_cast<char16_t>(random.bounded(0x10000)));
                }
            }
            const Sentence sentence = readSentence(text, reader(i % 2 ? nl : en));
            QVERIFY2(covers(sentence), qPrintable(text));
            for (const Part &piece : sentence.pieces) {
                QVERIFY2(keepsItsWord(piece, text), qPrintable(text));
            }
        }
    }

    void asksForSpaceOnlyWhenItSaysSomethingOfAnItem() {
        QVERIFY(readSentence(u"4U"_s, reader(en)).asksForSpace());
        QVERIFY(readSentence(u"1.200 W"_s, reader(en)).asksForSpace());
        QVERIFY(!readSentence(u"LEIDEN"_s, reader(en)).asksForSpace());
        QVERIFY(!readSentence(u"from 1 May"_s, reader(en)).asksForSpace());
        QVERIFY(!readSentence(u"A03"_s, reader(en)).asksForSpace());
        QVERIFY(!readSentence(u"13 cords"_s, reader(en)).asksForSpace());
    }

    // A question is left open and what is not understood is left out: neither is in the search.
    void theSearchHasOnlyWhatIsUnderstood() {
        Wanted before;
        before.item.weight = Mass{7};
        before.during = {Day{100}, Day::never()};
        const Wanted wanted =
            wantedBy(readSentence(u"3 stuks 1,200 kg 2.3 HE LUMC t/m 1-5-2027"_s, reader(nl)), before);
        QCOMPARE(wanted.count, 3);
        QCOMPARE(wanted.item.weight, std::optional(Mass{7}));
        QCOMPARE(wanted.item.height, Height{2});
        QCOMPARE(wanted.site, SiteId{2});
        QCOMPARE(wanted.during, (Period{Day{100}, Day::fromDate(QDate(2027, 5, 2))}));
        QCOMPARE(wantedBy(readSentence(u"CEE 32A 3P"_s, reader(en)), {}).item.phases, u"123"_s);
    }
};

QTEST_GUILESS_MAIN(TestSentence)
#include "tst_sentence.moc"
