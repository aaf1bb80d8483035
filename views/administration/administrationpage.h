#pragma once

#include "model/live/live.h"
#include "views/parts/page.h"

#include <QJsonObject>

#include <vector>

class QLabel;
class QTabWidget;

namespace polder {

class AdminPart;
class IntentForm;
class RoomPreview;

/// People and rights, institutions and agreements, rooms and racks, the power chain, settings, the library: what there
/// is, and a form for each thing that can be done. Each is one intention; the record says who may.
class AdministrationPage : public Page {
    Q_OBJECT

public:
    explicit AdministrationPage(Live &live, QWidget *parent = nullptr);

    /// In the library.
    void show(ModelId model);
    using Page::show;

protected:
    void fill() override;
    void hideEvent(QHideEvent *event) override;

private:
    void addPeople();
    void addInstitutions();
    void addSites();
    void addBuilding();
    void addPower();
    void addSettings();
    void addLibrary();
    /// Of the power chain, the supply first, with their names; rack PDUs come with their racks.
    [[nodiscard]] static std::vector<std::pair<QString, QJsonValue>> nodeKinds();
    [[nodiscard]] IntentForm *addForm(AdminPart &part, const QString &title, IntentForm *form);

    void ask();
    void showAnswer();
    void showInstitutions(const Snapshot &snapshot);
    void showSites(const Snapshot &snapshot);
    void showPower(const Snapshot &snapshot);
    void showLibrary(const Snapshot &snapshot);
    void showAppointments(qint64 person);
    void showRow();
    [[nodiscard]] QString roleName(const QString &code) const;

    Live &m_live;
    QTabWidget *m_tabs;
    AdminPart *m_people;
    AdminPart *m_institutions;
    AdminPart *m_sites;
    AdminPart *m_power;
    AdminPart *m_settings;
    AdminPart *m_library;
    RoomPreview *m_preview = nullptr;
    QLabel *m_previewWords = nullptr;
    QList<IntentForm *> m_forms;
    IntentForm *m_appoint = nullptr;
    IntentForm *m_end = nullptr;
    IntentForm *m_handOver = nullptr;
    IntentForm *m_deputise = nullptr;
    IntentForm *m_departments = nullptr;
    IntentForm *m_agreement = nullptr;
    IntentForm *m_room = nullptr;
    IntentForm *m_racks = nullptr;
    IntentForm *m_features = nullptr;
    IntentForm *m_blocked = nullptr;
    IntentForm *m_ended = nullptr;
    IntentForm *m_node = nullptr;
    IntentForm *m_limit = nullptr;
    IntentForm *m_feed = nullptr;
    IntentForm *m_gone = nullptr;
    IntentForm *m_setting = nullptr;
    QJsonObject m_answer; ///< of people, roles and settings
    int m_asked = 0;
};

} // namespace polder
