#include "app/polderctl/command.h"

#include "app/polderctl/outages.h"

namespace polder::ctl {

QList<Command> allCommands() {
    return databaseCommands() + importCommands() + requestCommands() + spaceCommands() + failureCommands() +
           bookingCommands() + outageCommands() + overrideCommands() + buildingCommands() + forecastCommands() + scenarioCommands() +
           planCommands() + reportCommands() + paperCommands() + auditCommands() + equipmentCommands() +
           attachCommands() + packingCommands();
}

QCommandLineOption valueOption(const QString &name, const QString &value, const QString &help) {
    return QCommandLineOption(name, help, value);
}

QCommandLineOption flagOption(const QString &name, const QString &help) {
    return QCommandLineOption(name, help);
}

} // namespace polder::ctl
