#include "model/engine/packing/packing.h"
#include "app/polderctl/command.h"
#include "app/polderctl/output.h"
#include "app/polderctl/session.h"
#include "app/polderctl/values.h"
#include "model/exchange/packingfile.h"

#include <QFile>
#include <QJsonArray>

#include <chrono>
#include <cmath>

// pack: vector bin packing problems from files. Needs no record.
namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usualMilliseconds = 10'000;
constexpr qint64 mostMilliseconds = 86'400'000; // a day

struct Problem {
    QString file;
    packing::Instance instance;
};

Result<Problem> readProblem(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Error error;
        error.kind = Error::Kind::Unavailable;
        error.what = u"%1: %2"_s.arg(path, file.errorString());
        error.data = {{u"file"_s, path}};
        return error;
    }
    auto read = parsePacking(file.readAll());
    if (!read.ok()) {
        Error error = read.error();
        error.what = u"%1:%2: %3"_s.arg(path).arg(error.data[u"line"_s].toInt()).arg(error.what);
        error.data[u"file"_s] = path;
        return error;
    }
    return Problem{path, {std::move(read->capacity), std::move(read->items)}};
}

Result<qint64> timeLimit(const QCommandLineParser &options) {
    const QString name = u"time-limit"_s;
    const auto given = thousandths(options, name);
    if (!given.ok() || (given->has_value() && (**given < 1 || **given > mostMilliseconds))) {
        return invalid(u"--"_s + name, options.value(name), u"seconds from 0.001 to 86400, at most three decimals"_s);
    }
    return given->value_or(usualMilliseconds);
}

Result<Answer> pack(Session &, const QCommandLineParser &options) {
    const auto limit = timeLimit(options);
    if (!limit.ok()) {
        return limit.error();
    }
    std::vector<Problem> problems; // all are read before the first is packed
    for (const QString &path : options.positionalArguments()) {
        auto problem = readProblem(path);
        if (!problem.ok()) {
            return problem.error();
        }
        problems.push_back(std::move(problem).value());
    }
    QJsonArray json;
    QList<QStringList> rows;
    for (std::size_t k = 0; k < problems.size(); ++k) {
        const auto &[file, instance] = problems[k];
        const int permille = static_cast<int>(k * 1000 / problems.size());
        Session::progress(file, permille);
        const auto started = std::chrono::steady_clock::now();
        const packing::Packing packed = packing::solve(
            instance, started + std::chrono::milliseconds(*limit), {}, [&file, permille](int bins, int lowerBound) {
                Session::progress(u"%1: %2 bins, at least %3"_s.arg(file).arg(bins).arg(lowerBound), permille);
            });
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - started;
        const QString status = packed.status == packing::Status::Optimal ? u"optimal"_s : u"feasible"_s;
        QJsonArray assignment;
        for (const int bin : packed.assignment) {
            assignment << bin;
        }
        json << QJsonObject{{u"file"_s, file},
                            {u"bins"_s, packed.bins},
                            {u"lower_bound"_s, packed.lowerBound},
                            {u"status"_s, status},
                            {u"seconds"_s, std::round(seconds.count() * 1000) / 1000},
                            {u"assignment"_s, assignment}};
        rows << QStringList{file,
                            QString::number(packed.assignment.size()),
                            QString::number(packed.bins),
                            QString::number(packed.lowerBound),
                            status,
                            QString::number(seconds.count(), 'f', 3)};
    }
    Session::progressDone();
    return Answer{json, table({u"File"_s, u"Items"_s, u"Bins"_s, u"At least"_s, u"Status"_s, u"Seconds"_s}, rows)};
}

} // namespace

QList<Command> packingCommands() {
    return {{{u"pack"_s},
             u"FILE..."_s,
             1,
             -1,
             u"vector bin packing: items of several sizes into the fewest equal bins; which bin, with --json"_s,
             {valueOption(u"time-limit"_s, u"SECONDS"_s, u"for each file; 10 if not given"_s)},
             pack,
             u"pack"_s}};
}

} // namespace polder::ctl
