#include "facts.h"

namespace polder {

using namespace Qt::StringLiterals;

QString factsText(const QList<std::pair<QString, QString>> &facts) {
    QString rows;
    for (const auto &[name, value] : facts) {
        if (!value.isEmpty()) {
            rows += u"<tr><td style='padding: 3px 18px 3px 0'>%1</td><td style='padding: 3px 0'>%2</td></tr>"_s.arg(
                name.toHtmlEscaped(), value.toHtmlEscaped().replace(u'\n', u"<br>"_s));
        }
    }
    return u"<table>%1</table>"_s.arg(rows);
}

} // namespace polder
