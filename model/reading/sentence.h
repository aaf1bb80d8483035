#pragma once

#include "model/core/day.h"
#include "model/core/ids.h"
#include "model/core/snapshot.h"
#include "model/core/units.h"
#include "model/engine/placer.h"
#include "model/reading/numbers.h"

#include <QLocale>
#include <QString>

#include <variant>
#include <vector>

// "4U 1.2 kW dual 35 kg from 1 May": what people type of what they want a place for becomes values. Words of both
// languages are known at any time; numbers and the order of dates follow the reader's language. Nothing is guessed:
// each character belongs to something that is understood, to a question, or to what is not understood.
namespace polder {

namespace said {

struct Cords {
    int number = 0;
    bool operator==(const Cords &) const = default;
};
struct Phases {
    int number = 0; ///< 1 or 3
    bool operator==(const Phases &) const = default;
};
struct Plug {
    QString inlet; ///< of the device: "C14", "IEC 60309 32A 3P"
    bool operator==(const Plug &) const = default;
};
struct Airflow {
    QString way; ///< "front-to-rear"
    bool operator==(const Airflow &) const = default;
};
struct Pieces {
    int number = 0;
    bool operator==(const Pieces &) const = default;
};
struct At {
    SiteId site;
    QString code;
    bool operator==(const At &) const = default;
};
struct From {
    Day day;
    bool operator==(const From &) const = default;
};
struct LastDay {
    Day day;
    bool operator==(const LastDay &) const = default;
};
/// What air it takes in.
struct Inlet {
    Temperature min, max;
    bool operator==(const Inlet &) const = default;
};

} // namespace said

/// A length is the depth; of other lengths it says nothing.
using Meaning = std::variant<Height, Power, Mass, Length, said::Cords, said::Phases, said::Plug, said::Airflow,
                             said::Pieces, said::At, said::From, said::LastDay, said::Inlet>;

struct Part {
    enum class State {
        Understood,
        Question,      ///< it may mean each of its readings, and somebody has to say
        NotUnderstood, ///< and therefore left out
        Joining        ///< spaces, commas, "and": says nothing by itself
    };
    enum class Why {
        Unknown,
        OutOfRange,
        TooFine,   ///< not a whole number of half units, W, g or mm
        OtherSize, ///< a width or a height in mm, which nobody asks
        Total,     ///< of several pieces together
        Negated,
        SaidTwice,  ///< with another value elsewhere
        EndsFirst,  ///< before it begins
        NoSuchDate, ///< 31 February
    };
    State state = State::Joining;
    qsizetype begin = 0;
    qsizetype length = 0;
    std::vector<Meaning> readings = {}; ///< understood: one; a question: what it may mean
    Why why = Why::Unknown;             ///< it is not understood

    bool operator==(const Part &) const = default;
    [[nodiscard]] qsizetype end() const { return begin + length; }
};

/// Pieces cover the text, in its order.
struct Sentence {
    QString text;
    std::vector<Part> pieces;

    /// What is understood of this kind, or nullptr.
    template <typename T>
    [[nodiscard]] const T *find() const {
        for (const Part &piece : pieces) {
            if (piece.state == Part::State::Understood) {
                if (const T *meaning = std::get_if<T>(&piece.readings.front())) {
                    return meaning;
                }
            }
        }
        return nullptr;
    }
    /// It says something of an item: a name of a site or a date alone does not.
    [[nodiscard]] bool asksForSpace() const;
    /// Nothing is left out and nothing is to be asked.
    [[nodiscard]] bool clear() const;
};

/// Who reads: what is a number, when is today, which data centres are there.
struct Reader {
    Language language = Language::English;
    Day today;
    std::vector<Site> sites = {};
};

[[nodiscard]] Reader readerOf(const Snapshot &snapshot, const QLocale &locale);
[[nodiscard]] Sentence readSentence(const QString &text, const Reader &reader);

/// Words that say just this: read in the same language they mean it again.
[[nodiscard]] QString wordsFor(const Meaning &meaning, Language language);

/// The search that it asks for; what it does not say is as in `otherwise`.
[[nodiscard]] Wanted wantedBy(const Sentence &sentence, Wanted otherwise);

} // namespace polder
