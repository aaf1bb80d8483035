#include "model/exchange/fileset.h"
#include "model/exchange/mailfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace polder;

/// What programs for mail read, and files that come together or not at all.
class TestMailFile : public QObject {
    Q_OBJECT

private:
    static MailDraft draft() {
        MailDraft draft;
        draft.from = {QStringLiteral("Fenna de Vries"), QStringLiteral("fenna@example.nl")};
        draft.to = {QStringLiteral("Hester"), QStringLiteral("hester@example.nl")};
        draft.subject = QStringLiteral("Maintenance: UPS-B");
        draft.text = QStringLiteral("Dear Hester,\n\nIt is off.");
        draft.made = QDateTime({2026, 11, 24}, {20, 32, 9}, Qt::OffsetFromUTC, 3600);
        return draft;
    }
    static QByteArray headOf(const QByteArray &eml) { return eml.left(eml.indexOf("\r\n\r\n") + 2); }
    static QByteArray textOf(const QByteArray &eml) { return eml.mid(eml.indexOf("\r\n\r\n") + 4); }
    /// As RFC 2047 has it.
    static QString decoded(QByteArray field) {
        field.replace("?=\r\n =?UTF-8?B?", "?= =?UTF-8?B?");
        QByteArray bytes;
        for (const auto &word : field.split(' ')) {
            if (word.startsWith("=?UTF-8?B?")) {
                bytes += QByteArray::fromBase64(word.mid(10).chopped(2));
            }
        }
        return QString::fromUtf8(bytes);
    }

private Q_SLOTS:
    void aMail() {
        QCOMPARE(toEml(draft()), QByteArray("From: \"Fenna de Vries\" <fenna@example.nl>\r\n"
                                            "To: \"Hester\" <hester@example.nl>\r\n"
                                            "Subject: Maintenance: UPS-B\r\n"
                                            "Date: 24 Nov 2026 19:32:09 +0000\r\n"
                                            "MIME-Version: 1.0\r\n"
                                            "Content-Type: text/plain; charset=UTF-8; format=flowed\r\n"
                                            "Content-Transfer-Encoding: 8bit\r\n"
                                            "X-Unsent: 1\r\n\r\n"
                                            "Dear Hester,\r\n\r\nIt is off.\r\n"));
        auto nameless = draft();
        nameless.from = {};
        nameless.to.name.clear();
        QVERIFY(toEml(nameless).startsWith("To: <hester@example.nl>\r\n"));
    }

    /// Nothing in a name or a subject can begin another line of the head.
    void strangeNames() {
        auto strange = draft();
        strange.to.name = QStringLiteral("Zoë \"van\" den Brink, ") + QString(60, u'é');
        strange.subject = QStringLiteral("UPS-B\r\nBcc: all@example.nl\r\n\r\nété");
        const QByteArray head = headOf(toEml(strange));
        for (const auto &line : head.split('\n')) {
            QVERIFY2(line.size() <= 77, line.constData());
            QVERIFY(!line.startsWith("Bcc"));
        }
        const auto to = head.indexOf("To: ") + 4;
        QCOMPARE(decoded(head.mid(to, head.indexOf("<hester") - to)), strange.to.name);
        const auto subject = head.indexOf("Subject: ") + 9;
        QCOMPARE(decoded(head.mid(subject, head.indexOf("\r\nDate") - subject)),
                 QStringLiteral("UPS-B Bcc: all@example.nl été"));
        strange.to.name = QStringLiteral("J. \"Joop\" \\ Smit");
        QVERIFY(toEml(strange).contains("To: \"J. \\\"Joop\\\" \\\\ Smit\" <hester@example.nl>\r\n"));
    }

    void addresses_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("an address") << QStringLiteral("hester@example.nl") << true;
        QTest::newRow("none") << QString() << false;
        QTest::newRow("no place") << QStringLiteral("hester") << false;
        QTest::newRow("two") << QStringLiteral("a@example.nl,b@example.nl") << false;
        QTest::newRow("a line more") << QStringLiteral("a@example.nl\r\nBcc: b@example.nl") << false;
        QTest::newRow("with a name") << QStringLiteral("Hester <hester@example.nl>") << false;
    }
    void addresses() {
        QFETCH(const QString, text);
        QFETCH(const bool, good);
        QCOMPARE(isMailAddress(text), good);
        auto mail = draft();
        mail.from.mail = text;
        QCOMPARE(toEml(mail).startsWith("From: "), good);
    }

    /// Long lines are broken where whoever reads them joins them again; what looks like something else is not.
    void longTexts() {
        auto mail = draft();
        QStringList devices;
        for (int i = 0; i < 200; ++i) {
            devices << QStringLiteral("reken-é-%1").arg(i);
        }
        mail.text = devices.join(QStringLiteral(", ")) + QStringLiteral("\nFrom here on  \n> 2 kW\n a blank first\n") +
                    QString(300, u'x') + QStringLiteral("\n.");
        const QByteArray text = textOf(toEml(mail));
        for (const auto &line : text.split('\n')) {
            QVERIFY(line.size() < 400 && (line.isEmpty() || line.endsWith('\r')));
        }
        QString joined;
        for (const auto &line : QString::fromUtf8(text).split(QStringLiteral("\r\n"))) {
            const QString one = line.startsWith(u' ') ? line.mid(1) : line;
            joined += one.endsWith(u' ') ? one : one + u'\n';
        }
        QCOMPARE(joined,
                 QString(mail.text).replace(QStringLiteral("on  \n"), QStringLiteral("on\n")) + QStringLiteral("\n\n"));
    }

    void allOrNothing() {
        const QTemporaryDir folder;
        const std::vector<NamedFile> files{{QStringLiteral("a.eml"), "one"}, {QStringLiteral("no/such/b.eml"), "two"}};
        const auto written = writeTogether(folder.path(), files);
        QVERIFY(!written.ok());
        QVERIFY(written.error().what.contains(QStringLiteral("b.eml")));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
        QVERIFY(writeTogether(folder.path(), {files[0]}).ok());
        QVERIFY(writeTogether(folder.path(), {{QStringLiteral("a.eml"), "two"}}).ok()); // in place of it
        QFile file(folder.filePath(QStringLiteral("a.eml")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("two"));
    }

    void names() {
        QStringList taken;
        QCOMPARE(fileNameOf(QStringLiteral("Zoë van den Brink"), taken), QStringLiteral("Zoë-van-den-Brink"));
        QCOMPARE(fileNameOf(QStringLiteral("ZOË VAN DEN BRINK"), taken), QStringLiteral("ZOË-VAN-DEN-BRINK-2"));
        QCOMPARE(fileNameOf(QStringLiteral("../../etc/passwd"), taken), QStringLiteral("etc-passwd"));
        QCOMPARE(fileNameOf(QStringLiteral("…"), taken), QStringLiteral("file"));
        QCOMPARE(fileNameOf(QString(500, u'a'), taken).size(), 80);
        QCOMPARE(taken.size(), 5);
    }
};

QTEST_APPLESS_MAIN(TestMailFile)
#include "tst_mailfile.moc"
