#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <cstddef>
#include <cstdint>
#include <functional>

namespace polder {

/// A text of which a column holds few and its rows hold many: a kind, a state, the type of an outlet. Four bytes that
/// say where the text stands, once for the whole program and for as long as it runs; so not for what somebody may
/// write freely. Any thread may make and read them.
class SharedText {
public:
    SharedText() = default; ///< empty
    SharedText(const QString &text);
    SharedText(const char16_t *text) : SharedText(QStringView(text).toString()) {}

    [[nodiscard]] const QString &text() const;
    operator const QString &() const { return text(); }
    operator QStringView() const { return text(); }
    [[nodiscard]] bool isEmpty() const { return m_place == 0; }

    friend bool operator==(SharedText a, SharedText b) { return a.m_place == b.m_place; }
    friend bool operator==(SharedText a, const QString &b) { return a.text() == b; }
    friend bool operator==(SharedText a, QStringView b) { return a.text() == b; }
    friend bool operator==(SharedText a, QLatin1StringView b) { return a.text() == b; }
    friend bool operator==(SharedText a, const char16_t *b) { return a.text() == QStringView(b); }
    /// By the text.
    friend auto operator<=>(SharedText a, SharedText b) {
        return a == b ? 0 <=> 0 : QString::compare(a.text(), b.text()) <=> 0;
    }

private:
    friend struct std::hash<SharedText>;
    std::uint32_t m_place = 0;
};

} // namespace polder

template <>
struct std::hash<polder::SharedText> {
    std::size_t operator()(polder::SharedText text) const noexcept { return text.m_place; }
};
