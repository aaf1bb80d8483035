#pragma once

#include <functional>

class QString;
class QWidget;

namespace polder {
class MainWindow;
}

namespace polder::test {

/// Called with each window as it stands on the screen, and what it is.
using Look = std::function<void(QWidget &shown, const QString &what)>;

/// Opens what the desktop shows beside its pages, each in the states that matter: the dialogs, with a refusal in them
/// too; the list of keys; papers; each question that is asked below a request; and what stands before there is a
/// record.
void lookAtDialogs(MainWindow &window, const Look &look);

} // namespace polder::test
