#pragma once

#include "model/core/result.h"

#include <QFuture>

#include <memory>

namespace polder {

/// Where passwords are kept for this person, by what they open. It may take its time, and ask the person to unlock it:
/// nobody waits for it.
class PasswordStore {
public:
    PasswordStore() = default;
    virtual ~PasswordStore() = default;
    PasswordStore(const PasswordStore &) = delete;
    PasswordStore &operator=(const PasswordStore &) = delete;

    /// Empty: it has none for this.
    [[nodiscard]] virtual QFuture<Result<QString>> read(const QString &key) = 0;
    [[nodiscard]] virtual QFuture<Status> write(const QString &key, const QString &password) = 0;
};

/// The keyring of the person's session: the secret service, or KWallet. Without either every answer is an error.
[[nodiscard]] std::unique_ptr<PasswordStore> systemKeyring();

} // namespace polder
