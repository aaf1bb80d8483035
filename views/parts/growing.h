#pragma once

class QWidget;

namespace polder {

/// Keeps a window at least as large as what is in it asks for, also when that becomes more while it is open: an answer,
/// a table of reasons. Qt does so by itself only where no text wraps. It does not become smaller by itself, nor higher
/// than the screen.
void growWithContents(QWidget &window);

} // namespace polder
