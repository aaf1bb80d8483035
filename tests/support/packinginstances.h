#pragma once

#include "model/engine/packing/packing.h"

#include <QString>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace polder::test {

/// One of the public vector packing instances, of which the optimum is known.
struct PublicInstance {
    QString set;   ///< New or Panigrahy
    QString name;  ///< class1_120_10_0: class, items, dimensions, number
    QString group; ///< without the number
    packing::Instance instance;
    int optimum = 0;
    int bestOf351 = 0; ///< the best that 351 published heuristics find together
};

/// They are not part of the source: POLDER_SHARED_DATA, or a folder beside it; none where it is not there. Read without
/// the program's own reader. All of `set`, or of both.
inline std::vector<PublicInstance> publicInstances(const QString &set = {}) {
    const QString folder =
        qEnvironmentVariable("POLDER_SHARED_DATA", QStringLiteral(POLDER_SOURCE_DIR "/../shared/data")) +
        QStringLiteral("/vector-bin-packing/");
    std::vector<PublicInstance> all;
    std::ifstream optima((folder + QStringLiteral("known_optima.csv")).toStdString());
    std::string line;
    std::getline(optima, line); // set,instance,lower_bound,optimum,best_of_351_heuristics
    while (std::getline(optima, line)) {
        const QStringList cells = QString::fromStdString(line).trimmed().split(QLatin1Char(','));
        if (cells.size() != 5 || (!set.isEmpty() && cells[0] != set)) {
            continue;
        }
        PublicInstance one{cells[0], cells[1],         cells[1].section(QLatin1Char('_'), 0, -2),
                           {},       cells[3].toInt(), cells[4].toInt()};
        std::ifstream file((folder + cells[0] + QLatin1Char('/') + cells[1] + QStringLiteral(".vbp")).toStdString());
        int dimensions = 0;
        int items = 0;
        file >> dimensions;
        one.instance.capacity.resize(dimensions);
        for (auto &capacity : one.instance.capacity) {
            file >> capacity;
        }
        file >> items;
        one.instance.items.assign(items, std::vector<packing::Size>(dimensions));
        for (auto &item : one.instance.items) {
            for (auto &size : item) {
                file >> size;
            }
            int pieces = 0;
            file >> pieces;
        }
        if (file) {
            all.push_back(std::move(one));
        }
    }
    return all;
}

} // namespace polder::test
