#include "passwords.h"

#include <QCoreApplication>
#include <QPromise>
#include <qt6keychain/keychain.h>

namespace polder {

using namespace Qt::StringLiterals;

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(polder::Passwords)
};

const QString service = u"polder"_s;

/// In our words where it is known what is the matter; its own are in the language of the system, if there are any.
Error unreadable(const QKeychain::Job &job) {
    Error error;
    error.kind = Error::Kind::Unavailable;
    const auto why = job.error();
    error.what = why == QKeychain::NoBackendAvailable ? Text::tr("This session has no keyring.")
                 : why == QKeychain::AccessDenied || why == QKeychain::AccessDeniedByUser
                     ? Text::tr("The keyring was not unlocked.")
                     : Text::tr("No keyring answers in this session (%1).").arg(job.errorString());
    return error;
}

class Keyring : public PasswordStore {
public:
    QFuture<Result<QString>> read(const QString &key) override {
        auto *job = new QKeychain::ReadPasswordJob(service);
        return answer<Result<QString>>(job, key, [job]() -> Result<QString> {
            if (job->error() == QKeychain::EntryNotFound) {
                return QString();
            }
            return job->error() == QKeychain::NoError ? Result<QString>(job->textData()) : unreadable(*job);
        });
    }
    QFuture<Status> write(const QString &key, const QString &password) override {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setTextData(password);
        return answer<Status>(job, key, [job]() -> Status {
            return job->error() == QKeychain::NoError ? success() : Status(unreadable(*job));
        });
    }

private:
    /// A job deletes itself once it has told how it ended. None ever falls back to a file of its own.
    template <typename Answer, typename Take>
    static QFuture<Answer> answer(QKeychain::Job *job, const QString &key, Take take) {
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        job->setKey(key);
        job->setInsecureFallback(false);
        QObject::connect(job, &QKeychain::Job::finished, job, [promise, take] {
            promise->addResult(take());
            promise->finish();
        });
        const QFuture<Answer> future = promise->future();
        job->start();
        return future;
    }
};

} // namespace

std::unique_ptr<PasswordStore> systemKeyring() {
    return std::make_unique<Keyring>();
}

} // namespace polder
