#pragma once

#include "model/items/tablemodel.h" // first, for moc

#include "model/core/snapshot.h"

namespace polder {

struct RequestRow {
    RequestId id;
    QString number;
    QString state;
    QString organisation;
    QString requester; ///< empty where this viewer may not see who
    QString project;
    int count = 0; ///< items, each as often as it is wanted
    Period during;
    std::optional<Day> submittedOn;
    std::optional<Day> decisionDue;
    std::optional<Day> holdUntil;

    [[nodiscard]] std::int64_t key() const { return id.value; }
    bool operator==(const RequestRow &) const = default;
};

[[nodiscard]] std::vector<RequestRow> requestRows(const Snapshot &snapshot);

/// The queue of requests.
class RequestModel : public TableModel<RequestRow> {
    Q_OBJECT

public:
    explicit RequestModel(QObject *parent = nullptr);

    void show(const Snapshot &snapshot) { replaceRows(requestRows(snapshot)); }
};

} // namespace polder
