#pragma once

#include "focusstart.h"

#include <utility>

namespace polder {

/// A page fills itself while somebody looks at it, or when something on it is asked for by name: nothing is made for
/// nobody.
class Page : public FocusStart {
public:
    using FocusStart::FocusStart;

protected:
    /// With the newest there is.
    virtual void fill() = 0;
    /// There is something newer than what is shown.
    void outdate() {
        m_stale = true;
        if (isVisible()) {
            catchUp();
        }
    }
    /// Before something on it is looked for.
    void catchUp() {
        if (std::exchange(m_stale, false)) {
            fill();
        }
    }
    void showEvent(QShowEvent *event) override {
        FocusStart::showEvent(event);
        catchUp();
    }

private:
    bool m_stale = true;
};

} // namespace polder
