#pragma once

#include <QBrush>
#include <QColor>
#include <QPalette>

class QApplication;
class QFormLayout;
class QLabel;
class QWidget;

// Colours by meaning, and the few sizes that all pages share. Nothing else in the views names a colour, and no meaning
// is told by colour alone: there is always a word, a figure or a pattern beside it.
namespace polder::theme {

enum class Meaning {
    Room, ///< the floor of a plan
    Wall, ///< walls and columns
    ColdAisle,
    HotAisle,
    Area,     ///< doors, ramps, restricted areas
    Frame,    ///< outline of racks and of elevations
    Empty,    ///< what is free in a rack
    Plenty,   ///< the tightest limit of a rack leaves much
    Tight,    ///< ... little
    Full,     ///< ... nothing to speak of
    Unknown,  ///< a limit that nobody has given
    Device,   ///< equipment whose name the viewer may see
    Held,     ///< booked, not there yet
    Leaving,  ///< decommissioning
    Taken,    ///< occupied by equipment of which the viewer sees nothing else
    Blocked,  ///< out of service
    Proposed, ///< the ghost of a place that is only thought of
    Trouble,  ///< refusals and lost connections
    Asking,   ///< text of a question to the reader
    Fine,     ///< done, online
    Quiet,    ///< secondary text
};

[[nodiscard]] QColor colour(Meaning meaning, const QPalette &palette);
/// Black or white, whichever is read better on it.
[[nodiscard]] QColor textOn(const QColor &background);
/// Diagonal lines for what must not be told by colour alone.
[[nodiscard]] QBrush hatch(Meaning meaning, const QPalette &palette);

/// How full something is drawn; from permille used to a meaning.
[[nodiscard]] Meaning fillMeaning(int permille);

inline constexpr int gap = 8;
inline constexpr int margin = 20;
inline constexpr int labelWidth = 112; ///< of a form, so that forms below each other line up
/// Smaller labels on a plan cost more than they tell.
inline constexpr qreal leastLabelPixels = 20;

/// The application's style: our light or dark palette, whichever is nearer to the desktop's.
void apply(QApplication &application);
void apply(QApplication &application, bool dark);

/// The heading of a page, of a part of it, and a line of secondary text.
[[nodiscard]] QLabel *title(const QString &text);
[[nodiscard]] QLabel *heading(const QString &text);
[[nodiscard]] QLabel *quiet(const QString &text = {});

/// A form as all pages have it: fields as wide as there is room, labels left of their middle.
[[nodiscard]] QFormLayout *form();
/// Adds a field with its label, which holds its shortcut.
void addField(QFormLayout &form, const QString &label, QWidget *field);
/// A field with its label on its left, as one piece of a line of them; `name` is what a screen reader calls it.
[[nodiscard]] QWidget *labelled(const QString &label, QWidget *field, const QString &name);

} // namespace polder::theme
