#pragma once

class QSettings;

namespace polder {

class MainWindow;

// A window comes back as it was left: its size and place, its page, how its pages are divided.

void saveWindow(const MainWindow &window, QSettings &settings);
/// What is not in the settings, or does not fit any more, stays as it is.
void restoreWindow(MainWindow &window, const QSettings &settings);

} // namespace polder
