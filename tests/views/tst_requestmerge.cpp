#include "views/requests/requestmerge.h"

#include <QJsonArray>
#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

/// Two people change a request at once: nothing lands on an item that it was not meant for.
class TestRequestMerge : public QObject {
    Q_OBJECT

    static QJsonObject item(const QString &name, int watts) {
        return {{u"description"_s, name}, {u"kind"_s, u"rack"_s}, {u"draw_w"_s, watts}};
    }
    static QJsonObject request(const QJsonArray &items, const QString &project = u"Lens"_s) {
        return {{u"project"_s, project}, {u"items"_s, items}};
    }
    const QJsonObject m_a = item(u"A"_s, 400), m_b = item(u"B"_s, 400), m_c = item(u"C"_s, 400);

private slots:
    void otherFieldsAreBoths() {
        const QJsonObject before = request({m_a, m_b});
        const auto merge = mergeRequest(before, request({item(u"A"_s, 500), m_b}), request({m_a, m_b}, u"Prism"_s));
        QCOMPARE(merge.clashes, QStringList());
        QCOMPARE(merge.merged, request({item(u"A"_s, 500), m_b}, u"Prism"_s));
    }

    void theSameFieldIsAClash() {
        const QJsonObject mine = request({item(u"A"_s, 500), m_b});
        const auto merge = mergeRequest(request({m_a, m_b}), mine, request({item(u"A"_s, 600), m_b}));
        QCOMPARE(merge.clashes, QStringList{u"items/0/draw_w"_s});
        QCOMPARE(merge.merged, mine);
    }

    /// They took A away and wrote C; my watts were A's, and B at its place has as many.
    void itemsThatChangedPlacesAreOneList() {
        const QJsonObject before = request({m_a, m_b});
        const QJsonObject now = request({m_b, m_c});
        QCOMPARE(withTheirs(before, before, now), now);
        const QJsonObject mine = request({item(u"A"_s, 500), m_b});
        const auto merge = mergeRequest(before, mine, now);
        QCOMPARE(merge.clashes, QStringList{u"items"_s});
        QCOMPARE(merge.merged, mine); // until somebody has said which list stays
    }

    void ofAnotherModelIsAnotherItem() {
        QJsonObject other = m_a;
        other[u"model"_s] = u"dell/r760"_s;
        const QJsonObject mine = request({item(u"A"_s, 500)});
        const auto merge = mergeRequest(request({m_a}), mine, request({other}));
        QCOMPARE(merge.clashes, QStringList{u"items"_s});
    }
};

QTEST_APPLESS_MAIN(TestRequestMerge)
#include "tst_requestmerge.moc"
