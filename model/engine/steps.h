#pragma once

#include "model/core/day.h"
#include "model/core/ledger.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace polder {

/// A sum over time: `level` holds from `from` until the next step; before the first it is nothing.
struct Step {
    Day from;
    Load level;
};

/// A step whose numbers are small, as those of all but the largest supplies are.
struct SmallStep {
    Day from;
    std::int32_t main = 0, l1 = 0, l2 = 0, l3 = 0;
};

/// The same of what is not counted by phase.
struct PlainStep {
    Day from;
    std::int32_t main = 0;
};

/// Steps in their order, wherever and however they are kept: a view, to be passed by value. They are given out as
/// values.
class Steps {
public:
    class Iterator;
    using value_type = Step;

    Steps() = default;
    Steps(std::span<const Step> steps) : Steps(steps.data(), steps.size(), Form::Whole) {}
    Steps(const std::vector<Step> &steps) : Steps(std::span(steps)) {}
    Steps(std::span<const SmallStep> steps) : Steps(steps.data(), steps.size(), Form::Small) {}
    Steps(std::span<const PlainStep> steps) : Steps(steps.data(), steps.size(), Form::Plain) {}

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] Day day(std::size_t place) const {
        switch (m_form) {
        case Form::Whole:
            break;
        case Form::Small:
            return as<SmallStep>()[place].from;
        case Form::Plain:
            return as<PlainStep>()[place].from;
        }
        return as<Step>()[place].from;
    }
    [[nodiscard]] std::int64_t main(std::size_t place) const {
        switch (m_form) {
        case Form::Whole:
            break;
        case Form::Small:
            return as<SmallStep>()[place].main;
        case Form::Plain:
            return as<PlainStep>()[place].main;
        }
        return as<Step>()[place].level.main;
    }
    [[nodiscard]] Load level(std::size_t place) const {
        switch (m_form) {
        case Form::Whole:
            break;
        case Form::Small: {
            const auto &step = as<SmallStep>()[place];
            return {step.main, step.l1, step.l2, step.l3};
        }
        case Form::Plain:
            return {as<PlainStep>()[place].main, 0, 0, 0};
        }
        return as<Step>()[place].level;
    }
    [[nodiscard]] Step operator[](std::size_t place) const { return {day(place), level(place)}; }
    [[nodiscard]] Step front() const { return (*this)[0]; }
    [[nodiscard]] Step back() const { return (*this)[m_size - 1]; }
    [[nodiscard]] Steps subspan(std::size_t first) const { return subspan(first, m_size - first); }
    [[nodiscard]] Steps subspan(std::size_t first, std::size_t count) const {
        const std::size_t each = m_form == Form::Whole   ? sizeof(Step)
                                 : m_form == Form::Small ? sizeof(SmallStep)
                                                         : sizeof(PlainStep);
        return {static_cast<const std::byte *>(m_first) + first * each, count, m_form};
    }
    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;

private:
    enum class Form : std::uint32_t {
        Whole,
        Small,
        Plain
    };
    Steps(const void *first, std::size_t size, Form form)
        : m_first(first)
        , m_size(static_cast<std::uint32_t>(size))
        , m_form(form) {}
    template <typename T>
    [[nodiscard]] const T *as() const {
        return static_cast<const T *>(m_first);
    }

    const void *m_first = nullptr;
    std::uint32_t m_size = 0;
    Form m_form = Form::Whole;
};

class Steps::Iterator {
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = Step;
    using difference_type = std::ptrdiff_t;
    using reference = Step;
    struct Arrow {
        Step step;
        const Step *operator->() const { return &step; }
    };
    using pointer = Arrow;

    Iterator() = default;
    Iterator(Steps of, std::size_t place) : m_of(of), m_place(static_cast<difference_type>(place)) {}

    Step operator*() const { return m_of[static_cast<std::size_t>(m_place)]; }
    Arrow operator->() const { return {**this}; }
    Step operator[](difference_type by) const { return *(*this + by); }
    Iterator &operator+=(difference_type by) {
        m_place += by;
        return *this;
    }
    Iterator &operator-=(difference_type by) { return *this += -by; }
    Iterator &operator++() { return *this += 1; }
    Iterator &operator--() { return *this -= 1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator operator--(int) { return std::exchange(*this, *this - 1); }
    friend Iterator operator+(Iterator at, difference_type by) { return at += by; }
    friend Iterator operator+(difference_type by, Iterator at) { return at += by; }
    friend Iterator operator-(Iterator at, difference_type by) { return at -= by; }
    friend difference_type operator-(const Iterator &a, const Iterator &b) { return a.m_place - b.m_place; }
    bool operator==(const Iterator &o) const { return m_place == o.m_place; }
    std::strong_ordering operator<=>(const Iterator &o) const { return m_place <=> o.m_place; }

private:
    Steps m_of;
    difference_type m_place = 0;
};

inline Steps::Iterator Steps::begin() const {
    return {*this, 0};
}
inline Steps::Iterator Steps::end() const {
    return {*this, m_size};
}

/// The steps of a node, in the least memory that holds their numbers. There are fifteen times as many steps as
/// bookings.
class PackedSteps {
public:
    PackedSteps() = default;
    explicit PackedSteps(Steps steps);
    /// Holds as long as this, or what this was moved to, is there.
    [[nodiscard]] Steps view() const {
        return std::visit([](const auto &kept) { return Steps(std::span(kept)); }, m_kept);
    }

private:
    std::variant<std::vector<PlainStep>, std::vector<SmallStep>, std::vector<Step>> m_kept;
};

/// The level that holds on this day.
[[nodiscard]] Load levelOn(Steps steps, Day day);

} // namespace polder
