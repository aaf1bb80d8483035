#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace polder {

/// Where the record is to be, as somebody says who starts this for the first time.
struct ConnectionChoice {
    bool embedded = true;
    bool demo = false; ///< an invented estate to look at
    QString service;   ///< of libpq's service file; then nothing else is said
    QString host;
    int port = 5432;
    QString database;
    QString user;
    QString tls;
    QString password; ///< empty: ~/.pgpass, Kerberos or a certificate, as the server has it

    enum class Keep {
        Keyring,  ///< of the person's session
        PassFile, ///< ~/.pgpass, where libpq looks
        Not       ///< it is asked for the next time
    };
    Keep keep = Keep::Keyring;
};

/// Shown before there is a record: try it on this computer, or connect to a server.
class FirstRun : public QWidget {
    Q_OBJECT

public:
    /// `services`: names in the service file.
    explicit FirstRun(const QStringList &services, QWidget *parent = nullptr);

    [[nodiscard]] ConnectionChoice choice() const;
    /// What came of the last one.
    void showTrouble(const QString &text);

Q_SIGNALS:
    void chosen(const polder::ConnectionChoice &choice);

private:
    void showComplete();

    QRadioButton *m_demo;
    QRadioButton *m_empty;
    QRadioButton *m_server;
    QWidget *m_details;
    QComboBox *m_service;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QComboBox *m_tls;
    QLineEdit *m_password;
    QComboBox *m_keep;
    QLabel *m_trouble;
    QPushButton *m_go;
};

} // namespace polder
