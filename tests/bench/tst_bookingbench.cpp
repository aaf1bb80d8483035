#include "tests/support/testcluster.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using polder::test::TestCluster;

/// What a guarded booking costs beside an INSERT into the same table with its checks, indexes and an exclusion
/// constraint and without triggers: medians of one run, in turn, one round trip each, and one durable commit each where
/// it does not say otherwise. In estates with few and with many bookings, in which every rule has something to look at;
/// with one phase and three; where every node is at 99 % of its limit; and where it is refused.
class TestBookingBench : public QObject {
    Q_OBJECT

    /// At a slot there is room for four times as many, one after the other.
    static constexpr int bookings = 120;
    static constexpr double goalOfInsert = 5;
    static constexpr double goalOfHold = 8;

    struct Microseconds {
        int bare = 0;
        int guarded = 0;

        [[nodiscard]] double ratio() const { return double(guarded) / std::max(bare, 1); }
    };

    struct Estate {
        int rounds = 0; ///< times 8,000 bookings
        QString database;
        double perBooking = 0; ///< us of work, of all in one statement
        QString touched;       ///< rows of the ledger that a booking writes
    };

    enum class Phases {
        One,
        Three
    };
    enum class Commit {
        Durable,
        NotAwaited
    };

    std::unique_ptr<TestCluster> m_cluster;
    std::vector<Estate> m_estates;

    /// Runs files of this folder. What goes wrong is shown, but for refusals, which are measured too.
    [[nodiscard]] static QString psql(const Estate &estate, const QStringList &files, QStringList variables = {},
                                      bool refused = false, QString *notes = nullptr) {
        QStringList arguments{estate.database, QStringLiteral("-XqAt")};
        variables << QStringLiteral("ON_ERROR_STOP=%1").arg(int(!refused));
        for (const QString &variable : variables) {
            arguments << QStringLiteral("-v") << variable;
        }
        for (const QString &file : files) {
            arguments << QStringLiteral("-f") << file;
        }
        QProcess process;
        process.setWorkingDirectory(QStringLiteral(POLDER_SOURCE_DIR "/tests/bench"));
        process.start(QStringLiteral("psql"), arguments);
        process.waitForFinished(-1);
        const QString errors = QString::fromUtf8(process.readAllStandardError());
        if (process.exitCode() != 0) {
            qWarning("%s", qPrintable(errors));
        }
        if (notes != nullptr) {
            *notes = errors;
        }
        if (refused && errors.count(QStringLiteral("ERROR:  refused: ")) != bookings) {
            qWarning("not every booking was refused: %s", qPrintable(errors.left(2000)));
        }
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    /// What the server worked on each statement of a file, in microseconds. On a machine that does other things
    /// besides, a clock says less.
    [[nodiscard]] static std::vector<int> worked(const Estate &estate, const QString &file,
                                                 const QStringList &variables) {
        qputenv("PGOPTIONS", "-c log_statement_stats=on -c client_min_messages=log");
        QString notes;
        (void)psql(estate, {file}, variables, false, &notes);
        qputenv("PGOPTIONS", "");
        static const QRegularExpression usage(QStringLiteral("!\\t([0-9.]+) s user, ([0-9.]+) s system"));
        std::vector<int> work;
        for (auto found = usage.globalMatch(notes); found.hasNext();) {
            const auto one = found.next();
            work.push_back(int(1e6 * (one.captured(1).toDouble() + one.captured(2).toDouble())));
        }
        return work;
    }

    /// What the server worked on a booking, one with another: the last statements are bare and guarded in turn.
    [[nodiscard]] static int workOfBooking(const Estate &estate, int slot, int quarter) {
        const std::vector<int> work =
            worked(estate, QStringLiteral("booking.sql"),
                   {QStringLiteral("bookings=%1").arg(bookings), QStringLiteral("slot=%1").arg(slot),
                    QStringLiteral("outlets=outlet_ids"), QStringLiteral("first=%1").arg(quarter * bookings),
                    QStringLiteral("device=")});
        if (work.size() < std::size_t(2 * bookings)) {
            return 0;
        }
        std::vector<int> guarded;
        for (int n = 0; n < bookings; ++n) {
            guarded.push_back(work[work.size() - 1 - 2 * n]);
        }
        std::ranges::nth_element(guarded, guarded.begin() + guarded.size() / 2);
        return guarded[guarded.size() / 2];
    }

    /// booking.sql or hold.sql, the whole intention: at this slot of the racks of a quarter. device: the name of one
    /// that is refused.
    [[nodiscard]] static Microseconds measured(const char *script, const Estate &estate, int slot, int quarter,
                                               Phases phases, Commit commit = Commit::Durable,
                                               const QString &device = {}) {
        qputenv("PGOPTIONS", commit == Commit::Durable ? "" : "-c synchronous_commit=off");
        const auto outlets = phases == Phases::One ? QStringLiteral("outlet_ids") : QStringLiteral("three_phase_ids");
        const QString output =
            psql(estate, {QLatin1String(script)},
                 {QStringLiteral("bookings=%1").arg(bookings), QStringLiteral("slot=%1").arg(slot),
                  QStringLiteral("outlets=") + outlets, QStringLiteral("first=%1").arg(quarter * bookings),
                  QStringLiteral("device=") + device},
                 !device.isEmpty());
        qputenv("PGOPTIONS", "");
        return medians(output);
    }

    /// Of a transcript in which bare and guarded take turns.
    static Microseconds medians(const QString &output) {
        static const QRegularExpression time(QStringLiteral("Time: ([0-9.]+) ms"));
        std::vector<double> took[2];
        int n = 0;
        for (auto found = time.globalMatch(output); found.hasNext(); ++n) {
            const double ms = found.next().captured(1).toDouble();
            if (n < 2 * bookings) {
                took[n % 2].push_back(ms);
            }
        }
        if (n < 2 * bookings) {
            qWarning("%d times of %d: %s", n, 2 * bookings, qPrintable(output.left(2000)));
            return {};
        }
        const auto median = [](std::vector<double> &times) {
            std::ranges::nth_element(times, times.begin() + times.size() / 2);
            return int(1000 * times[times.size() / 2]);
        };
        return {median(took[0]), median(took[1])};
    }

    static void told(const char *what, const Microseconds &took) {
        qInfo("BENCH %s: %d us bare, %d us guarded, ratio %.1f", what, took.bare, took.guarded, took.ratio());
    }

    /// Told and kept for judging, so that one that is too slow does not hide what comes after it.
    static void judged(QStringList &tooSlow, const char *what, const Microseconds &took, double goal) {
        qInfo("BENCH %s: %d us bare, %d us guarded, ratio %.1f (goal %.0f)", what, took.bare, took.guarded,
              took.ratio(), goal);
        if (took.bare == 0 || took.ratio() > goal) {
            tooSlow << QStringLiteral("%1: %2 of %3").arg(QLatin1String(what)).arg(took.ratio(), 0, 'f', 1).arg(goal);
        }
    }

private slots:
    void initTestCase() { m_cluster = std::make_unique<TestCluster>(polder::EmbeddedCluster::Durability::Durable); }
    void cleanupTestCase() { m_cluster.reset(); }

    void bulk_data() {
        QTest::addColumn<int>("rounds");
        QTest::newRow("8,000 bookings") << 1;
        QTest::newRow("96,000 bookings") << 12;
        if (qEnvironmentVariableIsSet("POLDER_BENCH_MILLION")) { // takes an hour
            QTest::newRow("1,000,000 bookings") << 125;
        }
    }

    /// All bookings of an estate in one statement: what one takes does not grow with their number, nor do the rows of
    /// the ledger that a booking writes.
    void bulk() {
        QFETCH(const int, rounds);
        Estate estate{rounds, m_cluster->freshDatabase(), 0, {}};
        QVERIFY(psql(estate, {QStringLiteral("estate.sql")}, {QStringLiteral("racks=500")}).isEmpty());
        const std::vector<int> work =
            worked(estate, QStringLiteral("fill.sql"), {QStringLiteral("rounds=%1").arg(rounds)});
        QVERIFY(!work.empty());
        estate.perBooking = double(work.back()) / (8000 * rounds);
        QVERIFY(psql(estate, {QStringLiteral("bare.sql")}).isEmpty());
        estate.touched = psql(estate, {QStringLiteral("touched.sql")});
        qInfo("BENCH %d bookings in one statement: %.0f us of work each (goal 1.3 times that of few)", 8000 * rounds,
              estate.perBooking);
        qInfo("BENCH rows of the ledger that a booking writes: %s", qPrintable(estate.touched));
        m_estates.push_back(estate);
        QVERIFY(estate.perBooking > 0);
        QVERIFY(estate.touched.toInt() > 0);
        QCOMPARE(estate.touched, m_estates.front().touched);
        QVERIFY2(estate.perBooking <= 1.3 * m_estates.front().perBooking,
                 qPrintable(QStringLiteral("%1 us each, %2 us where there are few")
                                .arg(estate.perBooking)
                                .arg(m_estates.front().perBooking)));
    }

    /// With ten and a hundred times as many bookings one takes at most half as much work again.
    void growth() {
        QVERIFY(m_estates.size() > 1);
        const Estate &few = m_estates.front();
        for (const Estate &many : m_estates) {
            if (&many == &few) {
                continue;
            }
            const int quarter = 1 + int(&many - &few);
            const int alone = workOfBooking(few, 19, quarter);
            const int beside = workOfBooking(many, 19, quarter);
            const double growth = double(beside) / std::max(alone, 1);
            qInfo("BENCH a booking beside %d others: %d us of work, beside %d: %d us, %.2f times (goal 1.5)",
                  8000 * few.rounds, alone, 8000 * many.rounds, beside, growth);
            QVERIFY(alone > 0 && beside > 0 && growth <= 1.5);
        }
    }

    void booking_data() {
        QTest::addColumn<int>("estate");
        for (int n = 0; n < int(m_estates.size()); ++n) {
            QTest::addRow("%d bookings", 8000 * m_estates[n].rounds) << n;
        }
    }

    /// The first booking of a pair of cords works out their shares, which later ones find: told, and kept out of the
    /// rest.
    void booking() {
        QFETCH(const int, estate);
        const Estate &in = m_estates.at(estate);
        const QString tooMuch = QStringLiteral("too much");
        QStringList tooSlow;
        told("three phases, the first on these cords", measured("booking.sql", in, 17, 0, Phases::Three));
        (void)measured("booking.sql", in, 17, 1, Phases::Three);
        judged(tooSlow, "one phase", measured("booking.sql", in, 18, 0, Phases::One), goalOfInsert);
        judged(tooSlow, "three phases", measured("booking.sql", in, 19, 0, Phases::Three), goalOfInsert);
        judged(tooSlow, "the whole hold, one phase", measured("hold.sql", in, 18, 1, Phases::One), goalOfHold);
        judged(tooSlow, "the whole hold, three phases", measured("hold.sql", in, 19, 1, Phases::Three), goalOfHold);
        // What the disk takes is the same on both sides and hides the rest; without it the work itself shows.
        told("one phase, not waiting for the disk",
             measured("booking.sql", in, 18, 2, Phases::One, Commit::NotAwaited));
        told("the whole hold, one phase, not waiting for the disk",
             measured("hold.sql", in, 18, 3, Phases::One, Commit::NotAwaited));

        // What will be measured is there when the limits are set, and is taken back by that.
        (void)measured("booking.sql", in, 20, 0, Phases::One);
        (void)measured("booking.sql", in, 20, 1, Phases::Three);
        (void)measured("hold.sql", in, 20, 2, Phases::One);
        (void)measured("hold.sql", in, 20, 3, Phases::Three);
        QVERIFY(psql(in, {QStringLiteral("full.sql")}, {QStringLiteral("slot=20")}).isEmpty());
        judged(tooSlow, "one phase, every node at 99 %", measured("booking.sql", in, 20, 0, Phases::One), goalOfInsert);
        judged(tooSlow, "three phases, every node at 99 %", measured("booking.sql", in, 20, 1, Phases::Three),
               goalOfInsert);
        judged(tooSlow, "the whole hold, one phase, every node at 99 %", measured("hold.sql", in, 20, 2, Phases::One),
               goalOfHold);
        judged(tooSlow, "the whole hold, three phases, every node at 99 %",
               measured("hold.sql", in, 20, 3, Phases::Three), goalOfHold);
        told("refused by every node", measured("booking.sql", in, 17, 2, Phases::One, Commit::Durable, tooMuch));
        told("the whole hold, refused by every node",
             measured("hold.sql", in, 17, 3, Phases::One, Commit::Durable, tooMuch));
        QVERIFY2(tooSlow.isEmpty(), qPrintable(tooSlow.join(QStringLiteral("; "))));
    }
};

QTEST_GUILESS_MAIN(TestBookingBench)
#include "tst_bookingbench.moc"
