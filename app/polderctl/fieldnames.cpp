#include "app/polderctl/fieldnames.h"

#include <QMap>

#include <algorithm>

namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

struct Names {
    QString before;                     ///< under which the intention has the options' arguments
    QMap<QString, QString> called = {}; ///< argument: option or operand; others are called as the option is
    bool fromFile = false;              ///< what is no option stands in the request file
};

QMap<QString, QString> with(QMap<QString, QString> names, const QMap<QString, QString> &more) {
    names.insert(more);
    return names;
}

/// One row for each command whose names differ from its intention's.
const QMap<QString, Names> &table() {
    static const QMap<QString, QString> spot{{u"outlets"_s, u"--outlet"_s},
                                             {u"x_mm"_s, u"--x"_s},
                                             {u"y_mm"_s, u"--y"_s},
                                             {u"orientation_deg"_s, u"--orientation"_s}};
    static const Names hold{u"places/0/"_s, with(spot, {{u"until_date"_s, u"--until"_s}})};
    static const QMap<QString, Names> rows{
        {u"audit"_s, {{}, {{u"rack"_s, u"RACK"_s}}}},
        {u"book"_s, hold},
        {u"request hold"_s, hold},
        {u"install"_s, {{}, spot}},
        {u"move"_s,
         {u"moves/0/"_s,
          with(spot, {{u"placement"_s, u"ASSET-TAG|PLACEMENT"_s}, {u"asset_tag"_s, u"ASSET-TAG|PLACEMENT"_s}})}},
        {u"replace"_s, {{}, {{u"placement"_s, u"ASSET-TAG|PLACEMENT"_s}, {u"asset_tag"_s, u"ASSET-TAG|PLACEMENT"_s}}}},
        {u"release"_s, {{}, {{u"placement"_s, u"ASSET-TAG|PLACEMENT"_s}, {u"asset_tag"_s, u"ASSET-TAG|PLACEMENT"_s}}}},
        {u"notify-owners"_s, {{}, {{u"node"_s, u"NODE"_s}, {u"cooling_unit"_s, u"NODE"_s}, {u"down"_s, u"NODE"_s}}}},
        {u"retire"_s, {{}, {{u"placements"_s, u"ASSET-TAG|PLACEMENT"_s}}}},
        {u"override"_s, {{}, {{u"asset_tag"_s, u"--asset-tag"_s}}}},
        {u"confirm-override"_s, {{}, {{u"override"_s, u"OVERRIDE"_s}}}},
        {u"withdraw-override"_s, {{}, {{u"override"_s, u"OVERRIDE"_s}}}},
        {u"node limit"_s,
         {{},
          {{u"node"_s, u"ID|\"SITE NAME\""_s},
           {u"from_date"_s, u"--from"_s},
           {u"normal_main"_s, u"--normal-w"_s},
           {u"normal_line"_s, u"--line-va"_s},
           {u"failover_main"_s, u"--failover-w"_s},
           {u"failover_line"_s, u"--failover-line-va"_s}}}},
        {u"node feed"_s, {{}, {{u"node"_s, u"ID|\"SITE NAME\""_s}}}},
        {u"setting set"_s, {{}, {{u"key"_s, u"KEY"_s}, {u"value"_s, u"VALUE"_s}}}},
        {u"attach"_s, {{}, {{u"of"_s, u"NAME"_s}, {u"name"_s, u"FILE"_s}, {u"content"_s, u"FILE"_s}}}},
        {u"note"_s, {{}, {{u"of"_s, u"NAME"_s}}}},
        {u"link"_s, {{}, {{u"of"_s, u"NAME"_s}}}},
        {u"attached"_s, {{}, {{u"of"_s, u"NAME"_s}}}},
        {u"request renew"_s, {{}, {{u"until_date"_s, u"--until"_s}}}},
        {u"request create"_s, {{}, {}, true}},
        {u"request submit"_s, {{}, {}, true}},
        {u"request amend"_s, {{}, {}, true}},
    };
    return rows;
}

} // namespace

QString ownName(const Command &command, const QString &field) {
    const Names names = table().value(command.words.join(u' '));
    const QString inside = field.startsWith(names.before) ? field.mid(names.before.size()) : field;
    const QString argument = inside.section(u'/', 0, 0);
    if (names.called.contains(argument)) {
        return names.called[argument];
    }
    const QString option = QString(argument).replace(u'_', u'-');
    const bool isOption = std::ranges::any_of(
        command.options, [&option](const QCommandLineOption &one) { return one.names().contains(option); });
    if (isOption) {
        return u"--"_s + option;
    }
    if (field == u"request") {
        return u"REQUEST"_s;
    }
    const bool inFile = names.fromFile && !field.isEmpty() && !field.startsWith(u'-') && !field.startsWith(u'/');
    return inFile ? u'/' + field : field;
}

Error inOwnWords(const Command &command, Error error) {
    const QString field = error.data.value(u"field"_s).toString();
    // What has no SQLSTATE was said by this program.
    if (field.isEmpty() || error.sqlstate.isEmpty()) {
        return error;
    }
    const QString own = ownName(command, field);
    error.data[u"field"_s] = own;
    if (error.what.startsWith(field + u':')) {
        error.what.replace(0, field.size(), own);
    }
    return error;
}

} // namespace polder::ctl
