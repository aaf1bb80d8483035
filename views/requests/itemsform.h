#pragma once

#include "model/live/live.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QWidget>

#include <vector>

class QListWidget;
class QPushButton;

namespace polder {

class EnvelopeForm;
class ItemForm;

/// The items of a request: a list of them, and the fields of the one that is chosen. What no field shows stays as it
/// came.
class ItemsForm : public QWidget {
    Q_OBJECT

public:
    explicit ItemsForm(Live &live, QWidget *parent = nullptr);

    void showSnapshot();
    /// None: one of 1U.
    void take(const QJsonArray &items);
    [[nodiscard]] QJsonArray json() const;
    [[nodiscard]] std::vector<RequestItem> items() const;
    [[nodiscard]] QStringList labels() const; ///< "2 × 4U, own figures"
    [[nodiscard]] int current() const;
    void choose(int row);
    /// What cannot be read as it is written; empty: all can.
    [[nodiscard]] QString trouble() const;

Q_SIGNALS:
    /// An item, or which one is chosen.
    void changed();

private:
    void add();
    void removeCurrent();
    void showItem(int row);
    void keepItem();
    void keepKind();
    void takeModel(ModelId model);
    void nameItems();
    [[nodiscard]] QString label(const QJsonObject &item) const;
    [[nodiscard]] QJsonObject shown() const;
    [[nodiscard]] bool isItem(int row) const;

    Live &m_live;
    std::vector<QJsonObject> m_items; ///< as the intention takes them; never empty once a request is shown
    QJsonObject m_shown;              ///< what the fields said when the item came or was kept
    QListWidget *m_list;
    QPushButton *m_remove;
    ItemForm *m_item;
    EnvelopeForm *m_envelope;
};

} // namespace polder
