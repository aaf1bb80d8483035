#include "model/core/rackpath.h"

#include <QTest>

using namespace polder;

class RackPathTest : public QObject {
    Q_OBJECT

    static Snapshot twoRooms() {
        Snapshot snapshot;
        snapshot.sites = Table<Site>({{{1}, {1}, QStringLiteral("LEI"), {}}, {{2}, {2}, QStringLiteral("LUMC"), {}}});
        Room here, there;
        here.id = {1}, here.site = {1}, here.code = QStringLiteral("DC1");
        there.id = {2}, there.site = {2}, there.code = QStringLiteral("DC1");
        snapshot.rooms = Table<Room>({here, there});
        Rack first, second;
        first.id = {7}, first.room = {1}, first.code = QStringLiteral("R12");
        second.id = {8}, second.room = {2}, second.code = QStringLiteral("R12");
        snapshot.racks = Table<Rack>({first, second});
        return snapshot;
    }

private Q_SLOTS:
    void namesAndFindsTheSameRack() {
        const Snapshot snapshot = twoRooms();
        QCOMPARE(rackPath(snapshot, {8}), "LUMC/DC1/R12");
        QCOMPARE(findRack(snapshot, u"LUMC/DC1/R12")->id.value, 8);
        QCOMPARE(findRack(snapshot, u"lei/dc1/r12")->id.value, 7);
    }

    void whatIsNotThereIsNothing() {
        const Snapshot snapshot = twoRooms();
        QCOMPARE(rackPath(snapshot, {9}), QString());
        for (const auto *path : {u"", u"R12", u"LEI/DC1", u"LEI/DC2/R12", u"LEI/DC1/R12/3"}) {
            QVERIFY(!findRack(snapshot, path));
        }
    }
};

QTEST_GUILESS_MAIN(RackPathTest)
#include "tst_rackpath.moc"
