#pragma once

#include "model/live/live.h"

#include <QLabel>

#include <vector>

namespace polder {

/// What of the kind that is asked for already stands somewhere and is shared, and whom to ask: so that nothing is
/// bought twice. Read from the record once it is looked at, and again when that changed.
class SharedThere : public QLabel {
    Q_OBJECT

public:
    explicit SharedThere(Live &live, QWidget *parent = nullptr);

    void show(std::vector<RequestItem> items);
    using QLabel::show;

protected:
    /// Of what it stands in: it may be hidden itself, having nothing to say.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Devices of one kind, owner and data centre.
    struct Shared {
        ModelId model;
        QString kind;
        std::optional<Height> height;
        SiteId site;
        OrganisationId owner;
        int count = 0;
        PersonId contact;
    };
    [[nodiscard]] static bool fits(const RequestItem &item, const Shared &shared);
    [[nodiscard]] QString sentence(const Shared &shared, const RequestItem &item) const;
    void readAgain();
    void showLines();

    Live &m_live;
    std::vector<RequestItem> m_items;
    std::vector<Shared> m_shared;
    std::int64_t m_generation = -1; ///< of which it was asked
};

} // namespace polder
