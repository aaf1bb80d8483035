#include "fakelive.h"
#include "smallsnapshot.h"
#include "tests/support/patience.h"
#include "views/parts/answerpanel.h"
#include "views/parts/intentform.h"

#include <QComboBox>
#include <QDateEdit>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace polder;
using namespace polder::test;
using namespace Qt::StringLiterals;

namespace {

Error refusedBy(const QStringList &rules) {
    QJsonArray violations;
    for (const QString &rule : rules) {
        violations << QJsonObject{{u"rule"_s, rule},   {u"where"_s, u"HOME/R1/A1"_s},
                                  {u"unit"_s, u"g"_s}, {u"requested"_s, 2},
                                  {u"used"_s, 1},      {u"capacity"_s, 2}};
    }
    Error error;
    error.kind = Error::Kind::Refused;
    error.sqlstate = u"PL001"_s;
    error.data = {{u"violations"_s, violations}};
    return error;
}

} // namespace

/// A refusal by a rule that the viewer may set aside offers to; what then holds is asked again by itself.
class TestOverride : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeLive> m_live;
    std::unique_ptr<AnswerPanel> m_panel;
    int m_done = 0;

    void begin(const QString &role) {
        Snapshot snapshot = smallSnapshot();
        snapshot.viewer.appointments = {{role, OrganisationId{1}, SiteId{1}}};
        snapshot.viewer.maySetAside = role == u"facility_manager";
        m_live = std::make_unique<FakeLive>(std::make_shared<const Snapshot>(snapshot));
        m_panel = std::make_unique<AnswerPanel>(*m_live);
        m_done = 0;
    }
    void hold(const QStringList &refusedRules) {
        m_live->answers.push_back(refusedBy(refusedRules));
        m_panel->ask(u"hold"_s,
                     {{u"request"_s, u"R-1"_s},
                      {u"places"_s, QJsonArray{QJsonObject{{u"rack"_s, u"HOME/R1/A1"_s}, {u"unit"_s, 3}}}}},
                     u"Held."_s, [this](const QJsonObject &) { ++m_done; });
        TRY_VERIFY(m_panel->isVisible());
    }
    [[nodiscard]] QPushButton &offer() const { return *m_panel->findChild<QPushButton *>(u"setAside"_s); }
    [[nodiscard]] IntentForm *form() const { return m_panel->findChild<IntentForm *>(u"override"_s); }
    [[nodiscard]] QString said() const {
        return m_panel->findChild<QLabel *>(u"answer"_s, Qt::FindDirectChildrenOnly)->text();
    }
    void write(const QString &reason) const {
        QTest::mouseClick(&offer(), Qt::LeftButton);
        QVERIFY(form());
        QTest::keyClicks(form()->field(u"reason"_s), reason);
        QTest::mouseClick(form()->findChild<QPushButton *>(u"ask"_s), Qt::LeftButton);
    }

private Q_SLOTS:
    void cleanup() {
        m_panel.reset();
        m_live.reset();
    }

    void whatNobodyMaySetAsideIsNotOffered() {
        begin(u"facility_manager"_s);
        hold({u"S1"_s, u"P1"_s});
        QVERIFY(!offer().isVisible());
        hold({u"S1"_s, u"C4"_s});
        QVERIFY(offer().isVisible());
    }

    void norToWhoMayNot() {
        begin(u"requester"_s);
        hold({u"C4"_s});
        QVERIFY(!offer().isVisible());
    }

    void oneWordIsEnough() {
        begin(u"facility_manager"_s);
        hold({u"C4"_s});
        QTest::mouseClick(&offer(), Qt::LeftButton);
        QVERIFY(!form()->findChild<QPushButton *>(u"ask"_s)->isEnabled()); // without a reason
        QTest::keyClicks(form()->field(u"reason"_s), u"replaced in June"_s);
        qobject_cast<QDateEdit *>(form()->field(u"until"_s))->setDate({2027, 6, 30});
        m_live->answers.push_back(QJsonObject{{u"waits_for"_s, QJsonValue()}, {u"in_force"_s, true}});
        QTest::mouseClick(form()->findChild<QPushButton *>(u"ask"_s), Qt::LeftButton);
        TRY_COMPARE(m_done, 1);
        QCOMPARE(m_live->asked.size(), 3);
        QCOMPARE(m_live->asked[1].name, u"override"_s);
        QCOMPARE(m_live->asked[1].arguments, (QJsonObject{{u"request"_s, u"R-1"_s},
                                                          {u"site"_s, u"HOME"_s},
                                                          {u"rule"_s, u"C4"_s},
                                                          {u"reason"_s, u"replaced in June"_s},
                                                          {u"until"_s, u"2027-07-01"_s}})); // the first day without it
        QCOMPARE(m_live->asked[2].name, u"hold"_s);
        QCOMPARE(m_live->asked[2].arguments, m_live->asked[0].arguments);
        QCOMPARE(said(), u"✓ Held."_s);
    }

    void aSecondPersonIsWaitedFor() {
        begin(u"facility_manager"_s);
        hold({u"P5"_s});
        QTest::mouseClick(&offer(), Qt::LeftButton);
        QCOMPARE(qobject_cast<QComboBox *>(form()->field(u"rule"_s))->currentText(),
                 u"P5 – power supplied (with a second person)"_s);
        QTest::keyClicks(form()->field(u"reason"_s), u"until the new UPS"_s);
        m_live->answers.push_back(QJsonObject{{u"waits_for"_s, u"second person"_s}, {u"in_force"_s, false}});
        QTest::mouseClick(form()->findChild<QPushButton *>(u"ask"_s), Qt::LeftButton);
        TRY_COMPARE(said(), u"✓ Asked. It holds once a second facility manager confirms it, among the findings."_s);
        QCOMPARE(m_live->asked.size(), 2); // nothing is held
        QCOMPARE(m_done, 0);
    }

    void andTheOtherInstitution() {
        begin(u"facility_manager"_s);
        hold({u"G4"_s});
        m_live->answers.push_back(QJsonObject{{u"waits_for"_s, u"other institution"_s}});
        write(u"the quota is raised in June"_s);
        TRY_COMPARE(said(), u"✓ Asked. It holds once the other institution confirms it, among the findings."_s);
    }
};

QTEST_MAIN(TestOverride)
#include "tst_override.moc"
