#include "fakelive.h"
#include "smallsnapshot.h"
#include "views/paper/elevationpaper.h"
#include "views/paper/labels.h"
#include "views/paper/planpaper.h"
#include "views/paper/printing.h"
#include "views/paper/sitesheet.h"
#include "views/paper/workorder.h"
#include "views/rack/rackpage.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

/// A second booking of "front" from a day on, and "old" that leaves; with tags, weights and outlets.
Snapshot busy() {
    Snapshot snapshot = smallSnapshot();
    std::vector<Equipment> equipment(snapshot.equipment.begin(), snapshot.equipment.end());
    equipment[0].assetTag = u"HO-000017"_s;
    equipment[0].serial = u"SN-1"_s;
    equipment[0].weight = Mass{12'500};
    equipment[1].assetTag = u"HO-000018/b"_s;
    std::vector<Placement> placements(snapshot.placements.begin(), snapshot.placements.end());
    placements[0].during.until = snapshot.today.plus(5);
    placements[0].outlets = {OutletId{1}, OutletId{31}};
    placements[1].during.until = snapshot.today.plus(3);
    Placement moved = placements[1];
    moved.id = {3};
    moved.rack = rackA2;
    moved.position = Height{10};
    moved.during = {snapshot.today.plus(3), Day::never()};
    moved.outlets = {OutletId{61}};
    placements.push_back(moved);
    snapshot.equipment = Table<Equipment>(std::move(equipment));
    snapshot.placements = Table<Placement>(std::move(placements));
    return snapshot;
}

/// "astral" of R-1 is held on the floor of HOME/R1 from today on.
Snapshot withInstrument() {
    Snapshot snapshot = busy();
    Model model;
    model.id = {9};
    model.manufacturer = u"Thermo"_s;
    model.name = u"Orbitrap"_s;
    model.clearanceFront = Length{800};
    model.heatToWaterWatts = 300;
    model.media = {u"nitrogen"_s};
    model.driftMillikelvinPerHour = 500;
    snapshot.models = Table<Model>({model});
    std::vector<Equipment> equipment(snapshot.equipment.begin(), snapshot.equipment.end());
    Equipment astral;
    astral.id = {9};
    astral.model = model.id;
    astral.requestItem = {1};
    astral.name = u"astral"_s;
    astral.kind = u"floor"_s;
    astral.owner = {1};
    astral.width = Length{1000};
    astral.depth = Length{500};
    astral.weight = Mass{680'000};
    astral.budgetedWatts = 1500;
    astral.cords = 2;
    astral.plug = u"C14"_s;
    astral.inletMin = Temperature{18'000};
    astral.inletMax = Temperature{27'000};
    equipment.push_back(astral);
    snapshot.equipment = Table<Equipment>(std::move(equipment));
    std::vector<Placement> placements(snapshot.placements.begin(), snapshot.placements.end());
    Placement held;
    held.id = {9};
    held.equipment = astral.id;
    held.state = u"held"_s;
    held.room = {1};
    held.x = Length{3000};
    held.y = Length{3000};
    held.during = {snapshot.today, Day::never()};
    placements.push_back(held);
    snapshot.placements = Table<Placement>(std::move(placements));
    snapshot.floorOccupancy = Table<FloorOccupied>({{RoomId{1},
                                                     {2500, 2750, 3500, 2750, 3500, 3250, 2500, 3250},
                                                     {2500, 1950, 3500, 1950, 3500, 3250, 2500, 3250},
                                                     held.during},
                                                    {RoomId{1},
                                                     {4000, 2750, 5000, 2750, 5000, 3250, 4000, 3250},
                                                     {4000, 2750, 5000, 2750, 5000, 3250, 4000, 3250},
                                                     held.during}});
    DeliverySegment lift;
    lift.id = {1};
    lift.room = {1};
    lift.name = u"lift"_s;
    lift.width = Length{1200};
    lift.height = Length{2100};
    lift.loadKilograms = 500;
    snapshot.deliverySegments = Table<DeliverySegment>({lift});
    return snapshot;
}

} // namespace

/// What is printed is read back: its words by pdftotext, its codes by a scanner.
class TestPaper : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QByteArray run(const QString &program, const QStringList &arguments) {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(program, arguments);
        process.waitForFinished();
        return process.readAllStandardOutput();
    }
    QString write(const QByteArray &pdf) {
        QFile file(m_folder.filePath(u"paper.pdf"_s));
        return file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() ? file.fileName() : QString();
    }
    QString textOf(const QByteArray &pdf) {
        return QString::fromUtf8(run(u"pdftotext"_s, {u"-layout"_s, write(pdf), u"-"_s}));
    }
    int pagesOf(const QByteArray &pdf) {
        const QString facts = QString::fromUtf8(run(u"pdfinfo"_s, {write(pdf)}));
        return QRegularExpression(u"Pages:\\s+(\\d+)"_s).match(facts).captured(1).toInt();
    }
    QStringList codesOf(const QByteArray &pdf) {
        run(u"pdftoppm"_s, {u"-r"_s, u"200"_s, u"-gray"_s, u"-png"_s, write(pdf), u"sheet"_s});
        QStringList codes;
        for (const QString &sheet : QDir(m_folder.path()).entryList({u"sheet*.png"_s}, QDir::Files, QDir::Name)) {
            const QString found = QString::fromUtf8(run(u"zbarimg"_s, {u"--quiet"_s, u"--raw"_s, sheet}));
            codes += found.split(u'\n', Qt::SkipEmptyParts);
            QFile::remove(m_folder.filePath(sheet));
        }
        codes.sort();
        return codes;
    }

private Q_SLOTS:
    void aLabelsCodeIsTheAssetTag() {
        const Snapshot snapshot = busy();
        const auto labels = labelsOf(snapshot, {EquipmentId{1}, EquipmentId{2}, EquipmentId{99}});
        QCOMPARE(labels.size(), std::size_t{2});
        QCOMPARE(labels[0].place, u"HOME/R1/A1 U1"_s);
        const QByteArray pdf = labelSheets(labels);
        QVERIFY(pdf == labelSheets(labels)); // no clock in it
        QCOMPARE(codesOf(pdf), (QStringList{u"HO-000017"_s, u"HO-000018/b"_s}));
        const QString text = textOf(pdf);
        for (const QString &word : {u"HO-000017"_s, u"old"_s, u"S/N SN-1"_s, u"Home"_s, u"HOME/R1/A1 U1"_s}) {
            QVERIFY2(text.contains(word), qPrintable(word + u" in "_s + text));
        }
    }

    void theRackPageHasAllOfThem() {
        FakeLive live(std::make_shared<const Snapshot>(busy()));
        EstateWatch estates(live);
        Navigator navigator;
        RackPage page(live, estates, navigator);
        QVERIFY(page.paper(RackPage::Paper::Elevation)().isEmpty()); // no rack is chosen
        page.show(rackA1);
        QVERIFY(textOf(page.paper(RackPage::Paper::Elevation)()).contains(u"HOME/R1/A1 – scale 1:10"_s));
        const QString row = textOf(page.paper(RackPage::Paper::RowElevations)());
        QVERIFY2(row.contains(u"HOME/R1/A1 and on"_s) && row.contains(u"A2"_s) && !row.contains(u"B1"_s),
                 qPrintable(row));
        QCOMPARE(codesOf(page.paper(RackPage::Paper::Labels)()), (QStringList{u"HO-000017"_s, u"HO-000018/b"_s}));
        QVERIFY(textOf(page.paper(RackPage::Paper::WorkOrder)()).contains(u"Move on"_s));
        page.show(rackB1);
        QVERIFY(textOf(page.paper(RackPage::Paper::WorkOrder)()).contains(u"Nothing is to be done."_s));
    }

    /// 24 on a sheet; those that are used already are left out.
    void aSheetIsFull() {
        std::vector<Label> labels(24, Label{u"T"_s, {}, {}, {}, {}});
        QCOMPARE(pagesOf(labelSheets(labels)), 1);
        QCOMPARE(pagesOf(labelSheets(labels, 1)), 2);
        labels.push_back(labels.front());
        QCOMPARE(pagesOf(labelSheets(labels)), 2);
    }

    void aRackAPageFromBothSides() {
        const Snapshot snapshot = busy();
        const QByteArray pdf = elevationPaper(snapshot, {rackA1, rackA2}, snapshot.today, ElevationLayout::Rack);
        QCOMPARE(pagesOf(pdf), 2);
        const QString text = textOf(pdf);
        QVERIFY2(text.contains(u"HOME/R1/A1 – scale 1:10"_s), qPrintable(text));
        QCOMPARE(text.count(u"old · HO-000017"_s), 2); // on both faces
        QCOMPARE(text.count(u"front · HO-000018/b"_s), 1);
        QCOMPARE(text.count(u"taken"_s), 2); // nobody's name
        QCOMPARE(text.count(u"out of service"_s), 2);
        // On the day on which it stands in the other one.
        const QString later = textOf(elevationPaper(snapshot, {rackA2}, snapshot.today.plus(3), ElevationLayout::Rack));
        QCOMPARE(later.count(u"front · HO-000018/b"_s), 1);
        QCOMPARE(pagesOf(elevationPaper(snapshot, {rackA1, rackA2, rackB1}, snapshot.today, ElevationLayout::Row)), 1);
    }

    void workIsFromToOutletsAndWeight() {
        const Snapshot snapshot = busy();
        const Day today = snapshot.today;
        QCOMPARE(workBetween(snapshot, today, today.plus(2)).size(), std::size_t{0});
        const auto work = workBetween(snapshot, today, today.plus(5));
        QCOMPARE(work.size(), std::size_t{2});
        QVERIFY(
            (work[0] == WorkItem{WorkItem::Kind::Move, today.plus(3), EquipmentId{2}, frontPlacement, PlacementId{3}}));
        QVERIFY((work[1] == WorkItem{WorkItem::Kind::Retire, today.plus(5), EquipmentId{1}, oldPlacement, {}}));
        QCOMPARE(workBetween(snapshot, today, today.plus(4)).size(), std::size_t{1});
        const QString text = textOf(workOrder(snapshot, work, today, today.plus(5))).simplified();
        for (const QString &words :
             {u"From: HOME/R1/A1 U4, front – outlets none on record"_s, u"To: HOME/R1/A2 U6, front – outlets A2 7:1"_s,
              u"12.5 kg · tag HO-000017 · S/N SN-1"_s, u"blanking panel"_s, u"cords in these outlets"_s,
              u"outlets A1 3:1, A1 4:1"_s}) {
            QVERIFY2(text.contains(words), qPrintable(words + u" in "_s + text));
        }
    }

    /// A room of 6 by 4 m at 1:50, with an instrument by name, a stranger's without, and racks.
    void roomsAreToScale() {
        const Snapshot snapshot = withInstrument();
        const QByteArray pdf = planPaper(snapshot, {RoomId{1}, RoomId{2}}, snapshot.today);
        QCOMPARE(pagesOf(pdf), 2);
        const QString text = textOf(pdf);
        QVERIFY2(text.contains(u"HOME/R1 – scale 1:50"_s), qPrintable(text));
        QVERIFY(text.contains(u"astral"_s));
        QVERIFY(text.contains(u"A1"_s) && text.contains(u"A2"_s));
        QVERIFY(text.contains(u"6,000 mm × 4,000 mm"_s));
        QCOMPARE(planPaper(snapshot, {RoomId{1}}, snapshot.today), planPaper(snapshot, {RoomId{1}}, snapshot.today));
        QVERIFY(!textOf(planPaper(snapshot, {RoomId{1}}, snapshot.today.plus(-1))).contains(u"astral"_s));
    }

    /// On a printer it is what is saved: as many pages, the same words, labels that a scanner reads, on A4.
    void whatIsPrintedIsWhatIsSaved_data() {
        QTest::addColumn<std::function<QByteArray()>>("paper");
        const auto snapshot = std::make_shared<const Snapshot>(withInstrument());
        const Day today = snapshot->today;
        const auto row = [](const char *name, const std::function<QByteArray()> &paper) {
            QTest::newRow(name) << paper;
        };
        row("labels", [snapshot] { return labelSheets(labelsOf(*snapshot, {EquipmentId{1}, EquipmentId{2}}), 23); });
        row("work order", [snapshot, today] {
            return workOrder(*snapshot, workBetween(*snapshot, today, today.plus(5)), today, today.plus(5));
        });
        row("site sheet", [snapshot] { return siteSheets(*snapshot, floorPlacesOf(*snapshot, inReview)); });
        row("elevation", [snapshot, today] {
            return elevationPaper(*snapshot, {rackA1, rackA2, rackB1}, today, ElevationLayout::Rack);
        });
        row("plan", [snapshot, today] { return planPaper(*snapshot, {RoomId{1}, RoomId{2}}, today); });
    }
    void whatIsPrintedIsWhatIsSaved() {
        QFETCH(std::function<QByteArray()>, paper);
        const QByteArray saved = paper();
        for (const int resolution : {300, 1200}) {
            QPrinter printer(QPrinter::HighResolution);
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setResolution(resolution);
            const QString path = m_folder.filePath(u"printed.pdf"_s);
            printer.setOutputFileName(path);
            QVERIFY(printOn(printer, u"a paper"_s, paper));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray printed = file.readAll();
            QCOMPARE(pagesOf(printed), pagesOf(saved));
            QCOMPARE(textOf(printed).simplified(), textOf(saved).simplified());
            if (resolution == 300 && QLatin1String(QTest::currentDataTag()) == "labels"_L1) {
                QCOMPARE(codesOf(printed), codesOf(saved));
            }
            const QString facts = QString::fromUtf8(run(u"pdfinfo"_s, {write(printed)}));
            QVERIFY2(facts.contains(u"(A4)"_s), qPrintable(facts));
        }
        QVERIFY(paper() == saved); // into a PDF again
    }

    void aPrinterThatTakesNothingIsSaid() {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(u"/nowhere/paper.pdf"_s);
        QTest::ignoreMessage(QtWarningMsg, "QPainter::begin(): Returned false");
        QVERIFY(!printOn(printer, u"a paper"_s, [] { return labelSheets({Label{u"T"_s, {}, {}, {}, {}}}); }));
    }

    /// From the menu, by the desktop's own dialog.
    void theRackPagePrints() {
        FakeLive live(std::make_shared<const Snapshot>(busy()));
        EstateWatch estates(live);
        Navigator navigator;
        RackPage page(live, estates, navigator);
        page.show(rackA1);
        auto *menu = page.findChild<QMenu *>(u"printPapers"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 4);
        const QString path = m_folder.filePath(u"from the menu.pdf"_s);
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&] {
            if (auto *dialog = qobject_cast<QPrintDialog *>(QApplication::activeModalWidget())) {
                timer.stop();
                auto *name = dialog->findChild<QLineEdit *>(u"filename"_s);
                name ? name->setText(path) : qFatal("the dialog has no file");
                dialog->accept();
            }
        });
        timer.start(10);
        menu->actions()[0]->trigger();
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        const QByteArray printed = file.readAll();
        QCOMPARE(pagesOf(printed), 1);
        QVERIFY(textOf(printed).contains(u"HOME/R1/A1 – scale 1:10"_s));
    }

    void whatTheFloorHasToGive() {
        const Snapshot snapshot = withInstrument();
        const auto places = floorPlacesOf(snapshot, inReview);
        QCOMPARE(places, std::vector{PlacementId{9}});
        QCOMPARE(floorPlacesOf(snapshot, draft), std::vector<PlacementId>());
        QCOMPARE(floorPlacesOf(snapshot, {}, EquipmentId{9}), places);
        const QByteArray pdf = siteSheets(snapshot, places);
        QCOMPARE(pagesOf(pdf), 2); // the sheet, and the plan
        const QString text = textOf(pdf).simplified();
        for (const QString &words :
             {u"Site preparation: astral"_s, u"3,000 mm from the west, 3,000 mm from the north"_s,
              u"1,000 mm × 500 mm × ?"_s, u"680 kg, 13.3 kN/m² on its footprint"_s, // 680 · 9.81 / 0.5 m²
              u"800 mm × ? × ? × ?"_s, u"1.5 kW"_s, u"1.2 kW, 300 W"_s, u"18 °C to 27 °C"_s, u"nitrogen"_s,
              u"at most 0.5 K/h"_s, u"Way in: lift 1,200 mm × 2,100 mm, 500 kg"_s, u"scale 1:50"_s}) {
            QVERIFY2(text.contains(words), qPrintable(words + u" in "_s + text));
        }
    }
};

QTEST_MAIN(TestPaper)
#include "tst_paper.moc"
