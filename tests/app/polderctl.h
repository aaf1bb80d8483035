#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace polder::test {

/// What a call of polderctl came to.
struct Ran {
    int exitCode; ///< -1: it did not end, or asked Qt for what there is not
    QJsonDocument json;
    QString text;
    QString trouble; ///< what it said on standard error

    [[nodiscard]] QJsonObject error() const { return json[QStringLiteral("error")].toObject(); }
};

/// The program itself, as a script calls it.
[[nodiscard]] Ran polderctl(const QStringList &arguments, const QByteArray &input = {});

/// The same within this process, a hundred times as fast: for what reads nothing from standard input and waits for
/// nobody.
[[nodiscard]] Ran polderctlHere(const QStringList &arguments);

/// A folder with a private database, kept up between the calls; each of them would start and stop it otherwise.
class ServedDatabase {
public:
    ServedDatabase();

    /// Empty if it is up; otherwise why not.
    [[nodiscard]] QString start();
    [[nodiscard]] QString startWithDemo();
    /// Whether `serve` left as it should.
    [[nodiscard]] bool stop();

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// As the owner of the database. Within this process, where that is all the same.
    [[nodiscard]] Ran run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// As a person, with the answer as JSON.
    [[nodiscard]] Ran as(const QString &person, const QStringList &arguments, const QByteArray &input = {}) const;

private:
    QTemporaryDir m_folder;
    QProcess m_server;
};

/// A request of the LUMC as JSON, whose only item is one device of 2 U; `more` takes the place of what it says.
[[nodiscard]] QByteArray requestJson(const QJsonObject &more = {});

} // namespace polder::test
