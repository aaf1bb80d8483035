#pragma once

#include <QJsonObject>
#include <QWidget>

#include <functional>

class QComboBox;
class QToolButton;

namespace polder {

/// Filters by name, kept on this computer: what was searched for, and what was ticked.
class SavedFilters : public QWidget {
    Q_OBJECT

public:
    /// `now` is what is filtered by at the moment; `apply` makes it so.
    SavedFilters(QString key, std::function<QJsonObject()> now, std::function<void(const QJsonObject &)> apply,
                 QWidget *parent = nullptr);

private:
    void read();
    void keep();
    void forget();
    [[nodiscard]] QString name() const;

    QString m_key; ///< of the settings
    std::function<QJsonObject()> m_now;
    std::function<void(const QJsonObject &)> m_apply;
    QJsonObject m_filters; ///< by name
    QComboBox *m_names;
    QToolButton *m_keep;
    QToolButton *m_forget;
};

} // namespace polder
