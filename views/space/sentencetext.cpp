#include "sentencetext.h"

#include "model/core/format.h"

#include <QCoreApplication>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class SentenceText {
    Q_DECLARE_TR_FUNCTIONS(polder::SentenceText)

public:
    struct Words {
        QString title;
        QString value;
    };

    static Words words(const Meaning &meaning) { return std::visit(Namer(), meaning); }

    static QString why(Part::Why why) {
        switch (why) {
        case Part::Why::Unknown:
            return tr("not understood");
        case Part::Why::OutOfRange:
            return tr("out of range");
        case Part::Why::TooFine:
            return tr("finer than half a U, a watt, a gram or a millimetre");
        case Part::Why::OtherSize:
            return tr("not a depth, and nothing else is asked");
        case Part::Why::Total:
            return tr("a total; say it for each piece");
        case Part::Why::Negated:
            return tr("what is not wanted cannot be asked");
        case Part::Why::SaidTwice:
            return tr("contradicts another part");
        case Part::Why::EndsFirst:
            return tr("ends before it begins");
        case Part::Why::NoSuchDate:
            return tr("there is no such date");
        }
        return {};
    }

private:
    struct Namer {
        Format format{QLocale()};

        Words operator()(Height height) const { return {tr("Height"), format.height(height)}; }
        Words operator()(Power power) const { return {tr("Draw"), format.power(power)}; }
        Words operator()(Mass mass) const { return {tr("Weight"), format.mass(mass)}; }
        Words operator()(Length depth) const { return {tr("Depth"), format.length(depth)}; }
        Words operator()(said::Cords cords) const {
            return {tr("Cords"), cords.number == 1 ? tr("1 cord") : tr("%1 cords").arg(cords.number)};
        }
        Words operator()(said::Phases phases) const { return {tr("Phases"), tr("%1-phase").arg(phases.number)}; }
        Words operator()(const said::Plug &plug) const { return {tr("Plug"), plug.inlet}; }
        Words operator()(const said::Airflow &airflow) const { return {tr("Airflow"), Format::airflow(airflow.way)}; }
        Words operator()(said::Pieces pieces) const {
            return {tr("Number"), tr("%1 ×").arg(format.count(pieces.number))};
        }
        Words operator()(const said::At &at) const { return {tr("Site"), at.code}; }
        Words operator()(said::From from) const { return {tr("From"), format.day(from.day)}; }
        Words operator()(said::LastDay last) const { return {tr("Last day"), format.day(last.day)}; }
        Words operator()(said::Inlet inlet) const {
            return {tr("Inlet"), tr("%1 – %2").arg(format.temperature(inlet.min), format.temperature(inlet.max))};
        }
    };
};

} // namespace

QString meaningText(const Meaning &meaning) {
    const auto words = SentenceText::words(meaning);
    return words.title + u' ' + words.value;
}

QString whyText(Part::Why why) {
    return SentenceText::why(why);
}

QString shortText(const Sentence &sentence) {
    QStringList parts;
    for (const Part &piece : sentence.pieces) {
        if (piece.state == Part::State::Understood) {
            parts << SentenceText::words(piece.readings.front()).value;
        }
    }
    return parts.join(u" · "_s);
}

} // namespace polder
