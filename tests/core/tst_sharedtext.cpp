#include "model/core/sharedtext.h"

#include <QTest>

#include <future>
#include <span>
#include <vector>

using namespace polder;
using namespace Qt::StringLiterals;

/// A shared text is the text that it was made of, whoever made it, and two of the same text are the same.
class SharedTextTest : public QObject {
    Q_OBJECT

private slots:
    void whatItWasMadeOf() {
        const SharedText front = u"front";
        QCOMPARE(front.text(), u"front"_s);
        QVERIFY(front == u"front" && front == u"front"_s && front == QStringView(u"front") && front == "front"_L1);
        QVERIFY(front == SharedText(u"front"_s));
        QVERIFY(front != u"rear" && front != SharedText(u"rear"_s));
        QVERIFY(front < SharedText(u"rear"_s) && SharedText() < front);
        QCOMPARE(sizeof front, 4U);
    }

    void nothingIsEmpty() {
        QVERIFY(SharedText().isEmpty());
        QVERIFY(SharedText(u""_s).isEmpty() && SharedText(u""_s) == SharedText());
        QCOMPARE(SharedText().text(), QString());
    }

    /// More than the first blocks hold, made by several threads at once, of which each makes the same.
    void manyAtOnce() {
        constexpr int count = 5000;
        const auto make = [] {
            std::vector<SharedText> made;
            for (int i = 0; i < count; ++i) {
                made.emplace_back(u"text %1"_s.arg(i));
            }
            return made;
        };
        std::vector<std::future<std::vector<SharedText>>> makers;
        for (int i = 0; i < 4; ++i) {
            makers.push_back(std::async(std::launch::async, make));
        }
        const auto first = makers.front().get();
        for (auto &maker : std::span(makers).subspan(1)) {
            QVERIFY(maker.get() == first);
        }
        for (int i = 0; i < count; ++i) {
            QCOMPARE(first[static_cast<std::size_t>(i)].text(), u"text %1"_s.arg(i));
        }
    }
};

QTEST_APPLESS_MAIN(SharedTextTest)
#include "tst_sharedtext.moc"
