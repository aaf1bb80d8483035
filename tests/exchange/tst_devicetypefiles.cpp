#include "model/exchange/devicetypefiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

namespace {

const QString library = QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/library");

/// One line a file: what became of it.
QStringList linesOf(const QString &path) {
    QStringList lines;
    const auto count = readDeviceTypes(path, [&](const DeviceTypeFile &file) {
        const QString position =
            u"%1/%2 %3 "_s.arg(file.number).arg(file.total).arg(QDir(path).relativeFilePath(file.file));
        if (const auto *refusal = std::get_if<Refusal>(&file.content))
            lines.append(position +
                         u"refused, line %1: %2"_s.arg(refusal->line).arg(refusal->reason.section(u';', 0, 0)));
        else
            lines.append(position + std::get<DeviceModel>(file.content).model);
    });
    if (!count || *count != lines.size())
        qFatal("the sink did not get every file");
    return lines;
}

void write(const QTemporaryDir &folder, const QString &name, const QByteArray &content) {
    QDir(folder.path()).mkpath(QFileInfo(name).path());
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qUtf8Printable(name));
}

} // namespace

class DeviceTypeFilesTest : public QObject {
    Q_OBJECT

private slots:
    void aFolderInOrderOfNames() {
        QCOMPARE(linesOf(library),
                 QStringList({u"1/3 north/storage.yaml Vault 4800"_s,
                              u"2/3 south/broken.yaml refused, line 3: u_height is 1.3: must be a multiple of 0.5"_s,
                              u"3/3 south/desk.yml Desk Box"_s}));
    }

    void aSingleFile() {
        QStringList models;
        const QString path = library + u"/south/desk.yml"_s;
        const auto count = readDeviceTypes(path, [&](const DeviceTypeFile &file) {
            QCOMPARE(file.file, path);
            models.append(std::get<DeviceModel>(file.content).model);
        });
        QVERIFY(count);
        QCOMPARE(*count, 1);
        QCOMPARE(models, QStringList(u"Desk Box"_s));
    }

    void contradictionsAreRefused() {
        QTemporaryDir folder;
        write(folder, u"a.yaml"_s, "manufacturer: N\nmodel: Box\nslug: n-box\nu_height: 1\n");
        write(folder, u"b.yaml"_s, "manufacturer: N\nmodel: Box\nslug: n-box\nu_height: 2\n");
        write(folder, u"c.yaml"_s, "manufacturer: N\n\nmodel: Crate\nslug: n-box\n");
        write(folder, u"d.yaml"_s, "# the same as a\nslug: n-box\nmodel: Box\nmanufacturer: N\nu_height: 1.0\n");
        write(folder, u"e.yaml"_s, "manufacturer: Other\nmodel: Box\nslug: n-box\n");
        const QString first = folder.filePath(u"a.yaml"_s);
        QCOMPARE(linesOf(folder.path()),
                 QStringList({u"1/5 a.yaml Box"_s,
                              u"2/5 b.yaml refused, line 2: model Box of N is described differently in "_s + first,
                              u"3/5 c.yaml refused, line 3: slug n-box of N is described differently in "_s + first,
                              u"4/5 d.yaml Box"_s, u"5/5 e.yaml Box"_s}));
    }

    /// A refused file says nothing about the names that it uses.
    void aRefusedFileDoesNotBlockAnother() {
        QTemporaryDir folder;
        write(folder, u"a.yaml"_s, "manufacturer: N\nmodel: Box\nu_height: -1\n");
        write(folder, u"b.yaml"_s, "manufacturer: N\nmodel: Box\nu_height: 1\n");
        QCOMPARE(
            linesOf(folder.path()),
            QStringList({u"1/2 a.yaml refused, line 3: u_height is -1: must be at least 0"_s, u"2/2 b.yaml Box"_s}));
    }

    void hostileFilesAreRefusedOneByOne() {
        QTemporaryDir folder;
        write(folder, u"1.yaml"_s, "");
        write(folder, u"2.yaml"_s, QByteArray(3 << 20, 'x'));
        write(folder, u"3.yaml"_s, QByteArray("- ").repeated(1 << 17));
        write(folder, u"4.yaml"_s, "a: &a [1]\nb: *a\n");
        write(folder, u"5.yaml"_s, "manufacturer: N\nmodel: Box\n");
        QCOMPARE(linesOf(folder.path()),
                 QStringList({u"1/5 1.yaml refused, line 1: the file is empty"_s,
                              u"2/5 2.yaml refused, line 1: the file is larger than 256 KiB"_s,
                              u"3/5 3.yaml refused, line 1: nested deeper than 20 levels"_s,
                              u"4/5 4.yaml refused, line 1: anchors (&name) are not allowed"_s, u"5/5 5.yaml Box"_s}));
    }

    void aLinkToNowhereIsPassedOver() {
        QTemporaryDir folder;
        QVERIFY(QFile::link(u"/nonexistent/x"_s, folder.filePath(u"a.yaml"_s)));
        write(folder, u"b.yaml"_s, "manufacturer: N\nmodel: Box\n");
        QCOMPARE(linesOf(folder.path()), QStringList(u"1/1 b.yaml Box"_s));
    }

    void noSuchPath() {
        const auto count = readDeviceTypes(library + u"/missing"_s, [](const DeviceTypeFile &) {});
        QVERIFY(!count);
        QCOMPARE(count.error().kind, Error::Kind::Unavailable);
    }

    void noFileInTheFolder() {
        const QTemporaryDir folder;
        const auto count = readDeviceTypes(folder.path(), [](const DeviceTypeFile &) {});
        QVERIFY(!count);
        QCOMPARE(count.error().kind, Error::Kind::NotFound);
    }

    void stops() {
        std::stop_source stop;
        int seen = 0;
        const auto count = readDeviceTypes(
            library,
            [&](const DeviceTypeFile &) {
                ++seen;
                stop.request_stop();
            },
            stop.get_token());
        QVERIFY(!count);
        QCOMPARE(count.error().kind, Error::Kind::Cancelled);
        QCOMPARE(seen, 1);
    }
};

QTEST_GUILESS_MAIN(DeviceTypeFilesTest)
#include "tst_devicetypefiles.moc"
