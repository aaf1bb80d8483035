#pragma once

#include "model/live/live.h"
#include "views/parts/estatewatch.h"
#include "views/parts/fieldmark.h"
#include "views/parts/focusstart.h"
#include "views/parts/navigator.h"

#include <QJsonObject>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace polder {

class AnswerPanel;
class ClashPanel;
class ItemsForm;
class PartiesForm;
class PeriodForm;
class RequestAnswer;

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
    /// The same of a place that was found: there is no file.
    void fill(const QByteArray &content);

private:
    QWidget *buildBehalf();
    void connectParts();
    void showSnapshot();
    void take(const QJsonObject &request);
    [[nodiscard]] bool read(const QByteArray &content, const QString &title);
    void saveFile();
    void search();
    [[nodiscard]] OrganisationId owner() const;
    [[nodiscard]] bool isReadable();
    void markRefused(const Error &error);
    /// What somebody else made of the request meanwhile: taken over where nothing was typed, else asked about.
    void followRecord();
    void showStale();
    void showClashes();
    void takeTheirs(const QString &path);
    void keepMine(const QString &path);
    void putIn(const QJsonObject &request);
    void save(bool submit);
    void submitWhenSeen();
    [[nodiscard]] QJsonObject json() const;

    Live &m_live;
    Navigator &m_navigator;
    RequestId m_request;             ///< none: a new one
    QString m_toSubmit;              ///< number of the request that was written and waits to be seen
    QJsonObject m_writtenOver;       ///< the record when it was written
    std::int64_t m_writtenAfter = 0; ///< the generation before it was written
    QJsonObject m_before;            ///< what is amended, as the form had it; empty: a new request
    QJsonObject m_record;            ///< what is amended, as the record had it when the form last followed it
    QStringList m_clashes;           ///< fields that both changed, and nobody has said which stays
    QString m_changedBy;             ///< who was first, as far as the record said
    bool m_refusedAsStale = false;   ///< what others changed is still to come
    QJsonObject m_rest;              ///< of a request or file, what the form has no field for
    QLabel *m_title;
    PartiesForm *m_parties;
    PeriodForm *m_period;
    ItemsForm *m_items;
    RequestAnswer *m_fit;
    QComboBox *m_requester; ///< on whose behalf
    QLineEdit *m_evidence;
    QWidget *m_onBehalf;
    QPushButton *m_openFile;
    QPushButton *m_saveFile;
    QPushButton *m_draft;
    QPushButton *m_submit;
    ClashPanel *m_clashPanel;
    AnswerPanel *m_answer;
    FieldMark m_mark;
};

} // namespace polder
