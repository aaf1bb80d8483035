#pragma once

#include "model/core/result.h"
#include "model/engine/estate.h"
#include "model/report/readable.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QTranslator>

#include <memory>
#include <optional>

// What the page of reports does besides showing: on any thread, without widgets.
namespace polder {

/// A report as somebody wants it, again and again: a definition that is kept.
struct ReportChoice {
    QString report = QStringLiteral("capacity");
    QString scope = QStringLiteral("institution");
    std::optional<QDate> asOf; ///< nullopt: the day on which it is made
    QString language = QStringLiteral("en");
    QString format = QStringLiteral("pdf");

    bool operator==(const ReportChoice &) const = default;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ReportChoice fromJson(const QJsonObject &json);
};

/// The names of the reports that come of the record alone, and what people call them.
[[nodiscard]] std::vector<std::pair<QString, QString>> reportTitles();

using ReadablePtr = std::shared_ptr<const ReadableReport>;

/// NotFound and Invalid: there is no such report or scope.
[[nodiscard]] Result<ReadablePtr> makeReport(const EstatePtr &estate, const ReportChoice &choice);

/// The same value in a file: all of it, or of CSV the table of that name (as machines call it).
[[nodiscard]] Status saveReport(const ReadableReport &report, const QString &format, const QString &table,
                                const QString &path);

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
