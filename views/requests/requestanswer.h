#pragma once

#include "model/live/live.h"
#include "views/parts/estatewatch.h"
#include "views/space/placesearch.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;

namespace polder {

class SharedThere;

/// What becomes of a request, said while it is written: where each of its items fits, or why not; what it takes of an
/// agreement; what of its kind is there already and shared.
class RequestAnswer : public QWidget {
    Q_OBJECT

public:
    RequestAnswer(Live &live, EstateWatch &estates, QWidget *parent = nullptr);

    /// Of all its items the same.
    struct Asked {
        Period during;
        SiteId site; ///< none: anywhere
        OrganisationId owner;
        bool redundant = false;
        Within together = Within::Anything;
        Within apart = Within::Anything;
    };
    /// `labels`: what the items are called; `current`: the one of which is said what is not checked.
    void ask(std::vector<RequestItem> items, QStringList labels, int current, const Asked &asked);

private:
    void showAnswer();
    void showQuota();
    [[nodiscard]] QString answerOf(std::size_t item) const;

    Live &m_live;
    EstateWatch &m_estates;
    std::vector<RequestItem> m_items;
    QStringList m_labels;
    int m_current = 0;
    Asked m_asked;
    std::vector<std::unique_ptr<PlaceSearch>> m_searches; ///< one for each item, at least
    QLabel *m_fit;
    QLabel *m_quota;
    SharedThere *m_shared;
    QLabel *m_notChecked;
};

} // namespace polder
