#pragma once

#include "model/report/readable.h"
#include "views/paper/pages.h"

#include <memory>

namespace polder {

/// A table over as many pages as it takes, with its head on each; lies down where it is too wide to stand. Laid out
/// once, drawn as often as wanted. The report has to outlive it.
class PaperTable {
public:
    PaperTable(const ReadableReport &report, const ReportTable &table);
    PaperTable(PaperTable &&other) noexcept;
    ~PaperTable();

    /// In which it is best to read.
    [[nodiscard]] QPageLayout::Orientation orientation() const;
    void draw(Pages &pages) const;

private:
    class Layout;
    std::unique_ptr<Layout> m_layout;
};

} // namespace polder
