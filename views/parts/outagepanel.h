#pragma once

#include "estatewatch.h"
#include "model/core/knownrecord.h"
#include "model/core/ownerperson.h"
#include "model/engine/failover.h"
#include "navigator.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <stop_token>

class QDateEdit;
class QLabel;
class QPushButton;

namespace polder {

class BusyLine;
class ConsequenceModel;
class ReportLanguage;
class SearchTable;

/// What comes of it if something is out of service for some days: the days, the consequences with their owners, the
/// list as a file, and the owners told.
class OutagePanel : public QWidget {
    Q_OBJECT

public:
    /// `emptyText` stands where nothing fails.
    OutagePanel(Live &live, EstateWatch &estates, Navigator &navigator, const QString &emptyText,
                QWidget *parent = nullptr);
    ~OutagePanel() override;

    /// First and last day, which page lays them where it wants.
    [[nodiscard]] QWidget *fromField() const { return m_fromPiece; }
    [[nodiscard]] QWidget *untilField() const { return m_untilPiece; }
    [[nodiscard]] Period window() const;
    /// nullptr: nothing fails.
    void show(const EstatePtr &estate, const Failing *failing, const Failure *failure);
    using QWidget::show;
    /// The maintenance report of what is shown: .pdf, .xlsx, .csv, .ics or mails (.eml), by the
    /// ending.
    void exportTo(const QString &path);

Q_SIGNALS:
    void windowChanged();

private:
    void keepInOrder();
    void askWhereTo();
    void write(const KnownRecord &record, const std::vector<OwnerPerson> &owners, const QString &path);
    void finish(const QString &said, bool trouble);
    void notify();
    [[nodiscard]] QString name() const;

    Live &m_live;
    QDateEdit *m_from;
    QDateEdit *m_until;
    QWidget *m_fromPiece;
    QWidget *m_untilPiece;
    QLabel *m_what;
    ConsequenceModel *m_consequences;
    SearchTable *m_list;
    QPushButton *m_export;
    QPushButton *m_notify;
    BusyLine *m_busy;
    QLabel *m_said;
    EstatePtr m_estate;
    std::optional<Failing> m_failing;
    Failure m_failure;
    std::unique_ptr<ReportLanguage> m_speaking; ///< while a file is made
    std::stop_source m_stopping;
    int m_asked = 0; ///< an answer to an older question is thrown away
};

} // namespace polder
