#include "model/items/findindex.h"
#include "model/items/foundmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace polder;
using namespace Qt::StringLiterals;

namespace {

FindEntry device(int id, const QString &name, const QString &tag) {
    return {EquipmentId{id}, name, u"HO"_s, {name, tag}};
}

QStringList names(const FindIndex &index, const QString &words, std::size_t most = 50) {
    QStringList names;
    for (const FindIndex::Hit hit : index.find(words, most)) {
        names << index.entry(hit.entry).name;
    }
    return names;
}

/// The same answer without an index: every entry by itself.
std::vector<std::pair<FindRank, QString>> slowly(const std::vector<FindEntry> &entries, const QString &words) {
    std::vector<std::pair<FindRank, QString>> found;
    for (const FindEntry &entry : entries) {
        FindRank worst = FindRank::Exact;
        bool all = true;
        for (const QString &word : words.toCaseFolded().split(u' ', Qt::SkipEmptyParts)) {
            int best = 4;
            const auto look = [&](const QString &text, bool code) {
                const QString folded = text.toCaseFolded();
                for (qsizetype at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
                    const int rank = at == 0 && code                                 ? (folded == word ? 0 : 1)
                                     : at == 0 || !folded[at - 1].isLetterOrNumber() ? 2
                                                                                     : 3;
                    best = std::min(best, rank);
                }
            };
            for (const QString &code : entry.codes) {
                look(code, true);
            }
            look(entry.name, false);
            look(entry.place, false);
            all = all && best < 4;
            worst = std::max(worst, static_cast<FindRank>(std::min(best, 3)));
        }
        if (all) {
            found.emplace_back(worst, entry.name);
        }
    }
    std::ranges::sort(found);
    return found;
}

} // namespace

class TestFindIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBestComesFirst() {
        const FindIndex index({device(1, u"xa10"_s, u"T-9"_s), device(2, u"node of A10"_s, u"T-8"_s),
                               device(3, u"zeta"_s, u"A10-7"_s), device(4, u"omega"_s, u"a10"_s),
                               device(5, u"beta"_s, u"A10-5"_s), device(6, u"unlike"_s, u"T-1"_s)});
        QCOMPARE(names(index, u"A10"_s), (QStringList{u"omega"_s, u"beta"_s, u"zeta"_s, u"node of A10"_s, u"xa10"_s}));
        QCOMPARE(names(index, u"a10"_s, 2), (QStringList{u"omega"_s, u"beta"_s}));
        QCOMPARE(names(index, u"a1"_s, 3), (QStringList{u"beta"_s, u"omega"_s, u"zeta"_s}));
    }

    void everyWordMustBeThere() {
        const FindIndex index({device(1, u"web one"_s, u"T-1"_s), device(2, u"web two"_s, u"T-2"_s)});
        QCOMPARE(names(index, u"web t-2"_s), QStringList{u"web two"_s});
        QCOMPARE(names(index, u"two WEB"_s), QStringList{u"web two"_s});
        QCOMPARE(names(index, u"web three"_s), QStringList());
        QCOMPARE(names(index, u"  "_s), QStringList());
        QCOMPARE(names(FindIndex({}), u"web"_s), QStringList());
    }

    // No word runs from one field or entry into the next, and the marks between them cannot be typed.
    void fieldsDoNotRunTogether() {
        const FindIndex index({device(1, u"ab"_s, u"cd"_s), device(2, u"ef"_s, u"gh"_s)});
        for (const QString &words : {u"abcd"_s, u"cdab"_s, u"abho"_s, u"hoef"_s, u"\x01"_s, u"\x03"_s, u"ab\x02"_s}) {
            QCOMPARE(names(index, words), QStringList());
        }
    }

    void foldsWhatOthersWriteOtherwise() {
        const FindIndex index({device(1, u"Ångström"_s, u"ÉÉN"_s)});
        QCOMPARE(names(index, u"ångSTRÖM"_s), QStringList{u"Ångström"_s});
        QCOMPARE(names(index, u"één"_s), QStringList{u"Ångström"_s});
    }

    void answersAsASlowSearchDoes() {
        QRandomGenerator random(7);
        const auto word = [&] {
            QString text;
            for (int i = random.bounded(1, 4); i > 0; --i) {
                text += u"ab1-/ "_s[random.bounded(6)];
            }
            return text;
        };
        for (int round = 0; round < 300; ++round) {
            std::vector<FindEntry> entries;
            for (int i = 0; i < 20; ++i) {
                entries.push_back({EquipmentId{i + 1}, word(), word(), {word(), word()}});
            }
            const QString words = word() + u' ' + word();
            const auto expected = slowly(entries, words);
            const FindIndex index(entries);
            const auto hits = words.trimmed().isEmpty() ? std::vector<FindIndex::Hit>() : index.find(words, 50);
            QCOMPARE(hits.size(), words.trimmed().isEmpty() ? 0U : expected.size());
            for (std::size_t i = 0; i < hits.size(); ++i) {
                QCOMPARE(hits[i].rank, expected[i].first);
                QCOMPARE(index.entry(hits[i].entry).name, expected[i].second);
            }
        }
    }

    void theRecordIsFoundByNamesTagsAndSerials() {
        Snapshot snapshot;
        snapshot.organisations = Table<Organisation>({{OrganisationId{1}, u"UL"_s, u"Leiden"_s}});
        snapshot.sites = Table<Site>({{SiteId{1}, OrganisationId{1}, u"LEIDEN"_s, u"Leiden University"_s}});
        Room room;
        room.id = RoomId{1};
        room.site = SiteId{1};
        room.code = u"DC1"_s;
        snapshot.rooms = Table<Room>({room});
        Rack rack;
        rack.id = RackId{1};
        rack.room = RoomId{1};
        rack.code = u"A03"_s;
        snapshot.racks = Table<Rack>({rack});
        Node node;
        node.id = NodeId{1};
        node.name = u"UPS-B"_s;
        node.site = SiteId{1};
        snapshot.nodes = Table<Node>({node});
        CoolingUnit unit;
        unit.id = CoolingUnitId{1};
        unit.room = RoomId{1};
        unit.name = u"CRAH-07"_s;
        snapshot.coolingUnits = Table<CoolingUnit>({unit});
        Model model;
        model.id = ModelId{1};
        model.manufacturer = u"Dell"_s;
        model.name = u"PowerEdge R760"_s;
        model.slug = u"dell-poweredge-r760"_s;
        snapshot.models = Table<Model>({model});
        Equipment equipment;
        equipment.id = EquipmentId{1};
        equipment.name = u"alice-n01"_s;
        equipment.owner = OrganisationId{1};
        equipment.serial = u"SN-77"_s;
        equipment.assetTag = u"UL-0042"_s;
        snapshot.equipment = Table<Equipment>({equipment});
        Person seen;
        seen.id = PersonId{1};
        seen.organisation = OrganisationId{1};
        seen.handle = u"ada"_s;
        seen.name = u"Ada Byron"_s;
        Person hidden = seen;
        hidden.id = PersonId{2};
        hidden.name.clear();
        snapshot.people = Table<Person>({seen, hidden});
        Request request;
        request.id = RequestId{1};
        request.number = u"R-0007"_s;
        request.project = u"Tides"_s;
        snapshot.requests = Table<Request>({request});

        const FindIndex index(findEntries(snapshot));
        QCOMPARE(index.size(), 9U);
        const auto first = [&](const QString &words) {
            const auto hits = index.find(words, 1);
            return hits.empty() ? Findable(ActionId{-1}) : index.entry(hits.front().entry).what;
        };
        QVERIFY(first(u"leiden"_s) == Findable(SiteId{1}));
        QVERIFY(first(u"dc1"_s) == Findable(RoomId{1}));
        QVERIFY(first(u"A03"_s) == Findable(RackId{1}));
        QVERIFY(first(u"LEIDEN/DC1/A03"_s) == Findable(RackId{1}));
        QVERIFY(first(u"ups"_s) == Findable(NodeId{1}));
        QVERIFY(first(u"crah-07"_s) == Findable(CoolingUnitId{1}));
        QVERIFY(first(u"r760"_s) == Findable(ModelId{1}));
        QVERIFY(first(u"dell poweredge"_s) == Findable(ModelId{1}));
        QVERIFY(first(u"ul-0042"_s) == Findable(EquipmentId{1}));
        QVERIFY(first(u"sn-77"_s) == Findable(EquipmentId{1}));
        QVERIFY(first(u"byron"_s) == Findable(PersonId{1}));
        QVERIFY(first(u"r-0007"_s) == Findable(RequestId{1}));
        QVERIFY(first(u"tides"_s) == Findable(RequestId{1}));
    }

    void theModelKeepsItsPromises() {
        FoundModel model;
        const QAbstractItemModelTester tester(&model);
        model.replaceRows({{RackId{7}, u"A03"_s, u"LEIDEN/DC1/A03"_s}, {EquipmentId{7}, u"web"_s, u"UL"_s}});
        QCOMPARE(model.index(0, 0).data().toString(), u"Rack"_s);
        QCOMPARE(model.index(1, 0).data().toString(), u"Equipment"_s);
        QVERIFY(model.row(0).key() != model.row(1).key());
        model.replaceRows({{EquipmentId{7}, u"web"_s, u"UL"_s}});
        QCOMPARE(model.rowCount(), 1);
    }

    // A hundred thousand: the first fifty of thousands of answers are the first fifty by name.
    void aHundredThousandRows() {
        std::vector<FindEntry> entries;
        for (int i = 0; i < 100'000; ++i) {
            entries.push_back(device(i, u"node-%1"_s.arg(static_cast<int>(i * 7919LL % 100'000), 5, 10, QChar(u'0')),
                                     u"UL-%1"_s.arg(i)));
        }
        const FindIndex index(std::move(entries));
        const auto hits = index.find(u"node"_s, 50);
        QCOMPARE(hits.size(), 50U);
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(index.entry(hits[static_cast<std::size_t>(i)].entry).name,
                     u"node-%1"_s.arg(i, 5, 10, QChar(u'0')));
        }
        QCOMPARE(names(index, u"UL-99999"_s),
                 QStringList{u"node-%1"_s.arg(99'999LL * 7919 % 100'000, 5, 10, QChar(u'0'))});
    }
};

QTEST_GUILESS_MAIN(TestFindIndex)
#include "tst_findindex.moc"
