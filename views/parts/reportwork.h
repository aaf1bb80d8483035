#pragma once

#include "model/core/knownrecord.h"
#include "model/core/result.h"
#include "model/engine/estate.h"
#include "model/report/catalogue.h"
#include "model/report/readable.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QPicture>
#include <QTranslator>

#include <memory>
#include <optional>
#include <stop_token>

// What the page of reports does besides showing: on any thread, without widgets.
namespace polder {

/// A report as somebody wants it, again and again: a definition that is kept.
struct ReportChoice {
    QString report = QStringLiteral("capacity");
    QString scope = QStringLiteral("institution");
    std::optional<QDate> asOf; ///< nullopt: the day on which it is made
    QString language = QStringLiteral("en");
    QString format = QStringLiteral("pdf");
    std::optional<QDate> knownOn;         ///< as it was known by the end of this day; nullopt: as it is known now
    std::optional<QDate> from;            ///< the first day of a statement; nullopt: the usual one
    QString node;                         ///< what is taken out of service, as people call it
    std::vector<OwnerPerson> owners = {}; ///< as the record says for such a report; no part of the definition

    bool operator==(const ReportChoice &other) const { return toJson() == other.toJson(); }
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ReportChoice fromJson(const QJsonObject &json);
};

/// What people call it, in the language of the window.
[[nodiscard]] QString titleOf(const ReportKind &kind);

/// What has to be read for it. `now`: the generation of the record that is here.
[[nodiscard]] RecordQuestion recordFor(const ReportChoice &choice, std::int64_t now);

using ReadablePtr = std::shared_ptr<const ReadableReport>;

/// Of what was read for it; of `estate` what is known now. NotFound and Invalid: there is no such report, scope or
/// node, or the first day is after the last. Cancelled: `stop` was asked for.
[[nodiscard]] Result<ReadablePtr> readableReport(const EstatePtr &estate, const ReportChoice &choice,
                                                 const KnownRecord &record, const std::stop_token &stop = {},
                                                 const ReportProgress &progress = {});

/// The same value in a file: all of it, or of CSV the table of that name (as machines call it). `charts`: for PDF, as
/// drawnCharts() drew them. Cancelled: `stop` was asked for, and the file is as it was.
[[nodiscard]] Status saveReport(const ReadableReport &report, const QString &format, const QString &table,
                                const std::vector<QPicture> &charts, const QString &path,
                                const std::stop_token &stop = {});

/// What reports say is in this language while it is installed, whatever the window speaks. Install and take off on the
/// GUI thread.
class ReportLanguage : public QTranslator {
    Q_OBJECT

public:
    explicit ReportLanguage(const QString &language);
    ~ReportLanguage() override; ///< takes itself off
    ReportLanguage(const ReportLanguage &) = delete;
    ReportLanguage &operator=(const ReportLanguage &) = delete;
    [[nodiscard]] QString translate(const char *context, const char *text, const char *comment = nullptr,
                                    int count = -1) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] static QLocale localeOf(const QString &language);

private:
    bool m_english;
};

} // namespace polder
