#pragma once

#include "placesearch.h"
#include "views/parts/focusstart.h"
#include "views/parts/navigator.h"

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace polder {

class AnswerPanel;
class CompareModel;
class EnvelopeForm;
class FloorPlaces;
class NumberPlaces;
class ProposalModel;
class RefusalModel;
class SearchTable;
class SentenceField;

/// Where would this fit? Free, or for the items of a request one after the other, which can then be held at the place.
class FindSpacePage : public FocusStart {
    Q_OBJECT

public:
    FindSpacePage(Live &live, EstateWatch &estates, Navigator &navigator, QWidget *parent = nullptr);

    /// The places that this item is looking for.
    void findFor(RequestItemId item);
    /// What the sentence asks for.
    void findSaid(const QString &sentence);

private:
    void buildForm(QWidget *form);
    void search();
    void showResult();
    [[nodiscard]] QTabWidget *buildAnswers();
    /// What the item of the request stands in, or on: rack, floor, zero_u, bay; of a free search a rack.
    [[nodiscard]] QString kind(const Snapshot &snapshot) const;
    /// Of kind(): in racks, on floors, with a number, as m_places has them.
    enum class Where {
        Rack,
        Floor,
        Number
    };
    [[nodiscard]] Where where(const Snapshot &snapshot) const;
    void showSites();
    void showItem();
    void followSentence();
    void followForm();
    void showItems();
    void showButtons();
    void showHoldDays();
    void showProposal();
    void hold();
    void afterHold(RequestItemId held);
    /// That of m_item; nullptr: a free search.
    [[nodiscard]] const Request *request(const Snapshot &snapshot) const;
    [[nodiscard]] Wanted wanted() const;
    [[nodiscard]] const Proposal *chosen() const;
    /// In racks: the chosen place, or the plan for all pieces.
    [[nodiscard]] std::vector<Proposal> places() const;
    /// What `hold` would take.
    [[nodiscard]] QJsonArray placesToHold(const Snapshot &snapshot) const;

    Live &m_live;
    EstateWatch &m_estates;
    Navigator &m_navigator;
    PlaceSearch m_search;
    RequestItemId m_item;      ///< none: a free search
    bool m_newQuestion = true; ///< its answer begins with the best place
    bool m_filling = false;    ///< by the sentence, not by hand
    SentenceField *m_sentence;
    EnvelopeForm *m_envelope;
    QDateEdit *m_from;
    QDateEdit *m_until;
    QCheckBox *m_open;
    QComboBox *m_site;
    QLabel *m_about;
    QComboBox *m_items;
    QPushButton *m_free;
    QLabel *m_summary;
    QLabel *m_plan; ///< where each of several pieces goes
    QLabel *m_notChecked;
    ProposalModel *m_proposals;
    SearchTable *m_proposalTable;
    CompareModel *m_compare; ///< the best three beside each other
    RefusalModel *m_refusals;
    SearchTable *m_refusalTable;
    FloorPlaces *m_floor;      ///< the same of what stands on the floor
    NumberPlaces *m_numbers;   ///< the same of what hangs beside the rails or goes into a chassis
    QStackedWidget *m_places;  ///< in racks, on floors, with a number
    QStackedWidget *m_without; ///< likewise
    QTabWidget *m_answers;
    QPushButton *m_show;
    QDateEdit *m_holdUntil; ///< the last day of a hold
    QLabel *m_holdWords;
    QPushButton *m_hold;
    AnswerPanel *m_answer;
};

} // namespace polder
