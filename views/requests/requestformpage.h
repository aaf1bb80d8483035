#pragma once

#include "views/parts/focusstart.h"
#include "views/parts/navigator.h"
#include "views/space/placesearch.h"

#include <QJsonArray>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace polder {

class AnswerPanel;
class EnvelopeForm;
class SharedThere;

/// Asks for hosting, or changes what was asked; says while one types where it would fit.
class RequestFormPage : public FocusStart {
    Q_OBJECT

public:
    RequestFormPage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent = nullptr);

    /// A new request, or one that exists.
    void edit(RequestId request);
    /// Of a .polder-request file: its content as it is written now, and a new request as such a file says. What cannot
    /// be used of a file is shown, and the form stays as it is.
    [[nodiscard]] QByteArray fileContent() const;
    void openContent(const QByteArray &content);
    void openFile(const QString &path);

private:
    /// An item as the form keeps it: what the intention takes, and the search for it.
    struct Item {
        QJsonObject json;
        std::unique_ptr<PlaceSearch> search;
    };

    void addItem(const QJsonObject &json);
    QWidget *buildParties();
    QWidget *buildItems();
    void fillChoices();
    void fillFrom(const Request &request);
    void fillFrom(const QJsonObject &file);
    void saveFile();
    void clearFields();
    void showItem(int row);
    void keepItem();
    void takeModel();
    void nameItems();
    void search();
    void askFor(int row);
    [[nodiscard]] QString itemLabel(int row) const;
    void showFit();
    void showQuota();
    [[nodiscard]] Period period() const;
    [[nodiscard]] OrganisationId owner() const;
    void save(bool submit);
    void submitWhenSeen();
    [[nodiscard]] QJsonObject json() const;

    Live &m_live;
    Navigator &m_navigator;
    EstateWatch &m_estates;
    RequestId m_request;             ///< none: a new one
    QString m_toSubmit;              ///< number of the request that was written and waits to be seen
    std::int64_t m_writtenAfter = 0; ///< the generation before it was written
    std::vector<Item> m_items;       ///< never empty once a request is shown
    QJsonObject m_shown;             ///< of the item that is shown, what the fields said when it came or was kept
    QJsonObject m_before;            ///< what is amended, as the form had it; empty: a new request
    QJsonObject m_rest;              ///< of a request or file, what the form has no field for
    QLabel *m_title;
    QComboBox *m_department;
    QComboBox *m_sponsor;
    QLineEdit *m_project;
    QLineEdit *m_costCentre;
    QComboBox *m_dataClass;
    QDateEdit *m_from;
    QDateEdit *m_until;
    QCheckBox *m_open;
    QComboBox *m_site;
    QCheckBox *m_redundant;
    QListWidget *m_itemList;
    QComboBox *m_model;
    QPushButton *m_removeItem;
    EnvelopeForm *m_envelope;
    QLabel *m_fit;
    QLabel *m_quota;       ///< what it takes of an agreement
    SharedThere *m_shared; ///< of its kind that is there already
    QLabel *m_notChecked;
    QComboBox *m_requester; ///< on whose behalf
    QLineEdit *m_evidence;
    QWidget *m_onBehalf;
    QPushButton *m_openFile;
    QPushButton *m_saveFile;
    QPushButton *m_draft;
    QPushButton *m_submit;
    AnswerPanel *m_answer;
};

} // namespace polder
