#include "model/exchange/devicetypefiles.h"
#include "model/exchange/modelrow.h"
#include "model/exchange/sourcedocument.h"
#include "model/exchange/yamlreader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <map>

using namespace polder;
using namespace Qt::StringLiterals;

namespace {

/// The real files are not part of the source: POLDER_SHARED_DATA, or a folder beside it.
QString libraryFolder() {
    const QString shared =
        qEnvironmentVariable("POLDER_SHARED_DATA", QStringLiteral(POLDER_SOURCE_DIR "/../shared/data"));
    return shared + u"/device-types"_s;
}

} // namespace

/// The whole of the community library that is at hand: what is imported, what is refused, and that nothing is lost.
class DeviceLibraryTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!QFileInfo(libraryFolder()).isDir())
            QSKIP("skipped: the device-type library is not at hand");
        QElapsedTimer timer;
        timer.start();
        const auto count = readDeviceTypes(libraryFolder(), [this](DeviceTypeFile file) {
            if (auto *model = std::get_if<DeviceModel>(&file.content))
                m_models.emplace(file.file, std::move(*model));
            else
                m_refusals.push_back(std::get<Refusal>(std::move(file.content)));
        });
        QVERIFY2(count, qUtf8Printable(count ? QString() : count.error().what));
        m_files = *count;
        qInfo("%d files: %zu imported, %zu refused, %lld ms", m_files, m_models.size(), m_refusals.size(),
              static_cast<long long>(timer.elapsed()));
        for (const Refusal &refusal : m_refusals)
            qInfo("%s:%d: %s", qUtf8Printable(refusal.file), refusal.line, qUtf8Printable(refusal.reason));
    }

    void everyFileIsImported() {
        QCOMPARE(m_files, 1884);
        QCOMPARE(m_models.size(), std::size_t{1884});
        QCOMPARE(m_refusals.size(), std::size_t{0});
    }

    /// Model and `extra` together say what the file says, value by value.
    void nothingIsDropped() {
        for (const auto &[path, model] : m_models) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto document = readYaml(file.readAll());
            QVERIFY(document);
            QVERIFY2(sourceDocument(model) == document->value.toObject(), qUtf8Printable(path));
        }
    }

    /// Nor on the way into the database: the columns and `extra` of the row together say it.
    void nothingIsDroppedFromTheRow() {
        const QList<std::pair<QString, QString>> columns = {
            {u"manufacturer"_s, u"manufacturer"_s},
            {u"name"_s, u"model"_s},
            {u"slug"_s, u"slug"_s},
            {u"part_number"_s, u"part_number"_s},
            {u"full_depth"_s, u"is_full_depth"_s},
            {u"airflow"_s, u"airflow"_s},
        };
        for (const auto &[path, model] : m_models) {
            const QJsonObject row = modelRow(model, path);
            QJsonObject file = row[u"extra"_s].toObject();
            for (const auto &[column, field] : columns) {
                QVERIFY2(!file.contains(field), qUtf8Printable(field)); // not twice
                if (row.contains(column))
                    file[field] = row[column];
            }
            if (row.contains(u"height_hu"_s))
                file[u"u_height"_s] = row[u"height_hu"_s].toInt() / 2.0;
            if (row.contains(u"weight_g"_s) && !file.contains(u"weight"_s)) {
                file[u"weight"_s] = row[u"weight_g"_s].toDouble() / 1000;
                file[u"weight_unit"_s] = u"kg"_s;
            }
            QVERIFY2(file == sourceDocument(model), qUtf8Printable(path));
        }
    }

    /// Counted in the files themselves, by their text.
    void unknownStaysUnknown() {
        std::map<QString, int> given;
        for (const auto &[path, model] : m_models) {
            given[u"height"_s] += model.height ? 1 : 0;
            given[u"no rack height"_s] += model.height == Height{0} ? 1 : 0;
            given[u"half a unit"_s] += model.height == Height{1} ? 1 : 0;
            given[u"depth"_s] += model.fullDepth ? 1 : 0;
            given[u"weight"_s] += model.weight ? 1 : 0;
            given[u"weight of 0"_s] += model.weight == Mass{0} ? 1 : 0;
            given[u"airflow"_s] += model.airflow ? 1 : 0;
            given[u"slug"_s] += model.slug ? 1 : 0;
            given[u"child"_s] += model.subdeviceRole == DeviceModel::SubdeviceRole::Child ? 1 : 0;
            given[u"not powered"_s] += model.powered == false ? 1 : 0;
        }
        QCOMPARE(given[u"height"_s], 1865);
        QCOMPARE(given[u"no rack height"_s], 292);
        QCOMPARE(given[u"half a unit"_s], 2);
        QCOMPARE(given[u"depth"_s], 1805);
        QCOMPARE(given[u"weight"_s], 471);
        QCOMPARE(given[u"weight of 0"_s], 0);
        QCOMPARE(given[u"airflow"_s], 450);
        QCOMPARE(given[u"slug"_s], 0);
        QCOMPARE(given[u"child"_s], 74);
        QCOMPARE(given[u"not powered"_s], 68);
    }

    void redundantSuppliesAreNotSummed() {
        const auto found = m_models.find(libraryFolder() + u"/Juniper/ACX2100-AC.yaml"_s);
        QVERIFY(found != m_models.end());
        QCOMPARE(found->second.powerPorts.size(), std::size_t{2});
        QCOMPARE(found->second.nameplateWatts(), std::optional(60));
    }

private:
    int m_files = 0;
    std::map<QString, DeviceModel> m_models;
    std::vector<Refusal> m_refusals;
};

QTEST_GUILESS_MAIN(DeviceLibraryTest)
#include "tst_devicelibrary.moc"
