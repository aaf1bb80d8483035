#include "model/report/maintenanceletters.h"

#include "model/report/maintenancereport.h"

namespace polder {

std::vector<NamedFile> maintenanceLetters(const Report &maintenance, const QString &name, Period window,
                                          const MailDraft::Address &from) {
    const auto &people = maintenance.tables.back();
    const auto column = [&people](const QString &of) {
        return static_cast<std::size_t>(std::ranges::find(people.columns, of, &ReportColumn::name) -
                                        people.columns.begin());
    };
    const auto person = column(u"person"_qs), email = column(u"email"_qs), text = column(u"text"_qs);
    std::vector<NamedFile> files;
    QStringList names;
    for (const auto &row : people.rows) {
        const auto *letter = std::get_if<QString>(&row[text]);
        if (!letter) { // nobody is known
            continue;
        }
        const QString called = std::get<QString>(row[person]);
        const QString file = fileNameOf(called, names);
        const auto *address = std::get_if<QString>(&row[email]);
        if (address && isMailAddress(*address)) {
            const QString subject = u"%1: %2, %3"_qs.arg(maintenance.title, name, daysText(window));
            files.push_back(
                {file + u".eml"_qs, toEml({from, {called, *address}, subject, *letter, maintenance.asKnownAt})});
        } else {
            files.push_back({file + u".txt"_qs, (*letter + u'\n').toUtf8()});
        }
    }
    return files;
}

} // namespace polder
