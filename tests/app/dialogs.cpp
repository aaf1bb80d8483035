#include "dialogs.h"

#include "model/engine/pieces.h"
#include "tests/support/patience.h"
#include "tests/views/fakelive.h"
#include "views/equipment/replacedialog.h"
#include "views/equipment/retiredialog.h"
#include "views/equipment/shiftdialog.h"
#include "views/parts/answerpanel.h"
#include "views/parts/notifydialog.h"
#include "views/parts/paperspanel.h"
#include "views/rack/movedialog.h"
#include "views/requests/installdialog.h"
#include "views/requests/intentionbar.h"
#include "views/requests/requestdetail.h"
#include "views/space/sentencefield.h"
#include "views/window/finder.h"
#include "views/window/firstrun.h"
#include "views/window/mainwindow.h"
#include "views/window/shortcutlist.h"
#include "views/window/startwindow.h"

#include <QAction>
#include <QBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

#include <memory>

namespace polder::test {

using namespace Qt::StringLiterals;

namespace {

/// A refusal as the record gives it: what does not fit, by several rules, in numbers.
Error refusal(const Snapshot &snapshot) {
    const QString where = snapshot.nodes.begin()->name;
    QJsonArray violations;
    const auto add = [&](const QString &rule, const QString &unit, int requested, int used, int capacity) {
        violations << QJsonObject{{u"rule"_s, rule},           {u"where"_s, where}, {u"unit"_s, unit},
                                  {u"requested"_s, requested}, {u"used"_s, used},   {u"capacity"_s, capacity},
                                  {u"date"_s, u"2027-05-01"_s}};
    };
    add(u"S1"_s, u"hu"_s, 4, 84, 84);
    add(u"S3"_s, u"g"_s, 45'000, 1'180'000, 1'200'000);
    add(u"P6"_s, u"mVA"_s, 3'200'000, 21'400'000, 23'000'000);
    add(u"C1"_s, u"mW"_s, 3'000'000, 18'000'000, 20'000'000);
    Error error;
    error.kind = Error::Kind::Refused;
    error.sqlstate = u"PL001"_s;
    error.data = {{u"code"_s, u"refused_by"_s},
                  {u"data"_s, QJsonObject{{u"rules"_s, QJsonArray{u"S1"_s, u"S3"_s, u"P6"_s, u"C1"_s}}}},
                  {u"violations"_s, violations}};
    return error;
}

class Dialogs {
public:
    Dialogs(MainWindow &window, const Look &look)
        : m_window(window)
        , m_look(look)
        , m_snapshot(window.live().snapshot()) {}

    void beforeTheRecord() const {
        FirstRun first({u"polder"_s});
        first.show();
        m_look(first, u"first run"_s);
        first.findChild<QRadioButton *>(u"server"_s)->setChecked(true);
        first.showTrouble(m_snapshot->nodes.begin()->name);
        m_look(first, u"first run, a server"_s);
        StartWindow start;
        start.show();
        m_look(start, u"start"_s);
        Error error;
        error.what = m_snapshot->nodes.begin()->name;
        start.showTrouble(error);
        m_look(start, u"start, with trouble"_s);
    }

    void ofTheWindow() const {
        auto *finder = m_window.findChild<Finder *>();
        finder->ask();
        auto *line = finder->findChild<SentenceField *>()->line();
        m_look(*finder, u"finder"_s);
        line->setText(u"U"_s);
        TRY_VERIFY(finder->findChild<QTableView *>(u"found"_s)->model()->rowCount() > 0);
        m_look(*finder, u"finder, found"_s);
        line->setText(u"4 U 1.2 kW 35 kg"_s);
        m_look(*finder, u"finder, a sentence"_s);
        finder->reject();
        QList<QAction *> actions;
        for (auto *action : m_window.findChildren<QAction *>()) {
            if (!action->shortcut().isEmpty()) {
                actions << action;
            }
        }
        ShortcutList shortcuts(actions, &m_window);
        shortcuts.show();
        m_look(shortcuts, u"shortcuts"_s);
        showPapers(m_window.live(), u"rack"_s, m_snapshot->racks.begin()->id.value, m_snapshot->racks.begin()->code,
                   &m_window);
        auto *papers = m_window.findChild<QDialog *>(u"papersDialog"_s);
        m_look(*papers, u"papers"_s);
        delete papers;
    }

    void ofEquipment() const {
        for (const Placement &placement : m_snapshot->placements) {
            const Equipment *equipment = m_snapshot->equipment.find(placement.equipment);
            if (!equipment || !placement.rack || !placement.position ||
                standsAt(equipment->id, *m_snapshot) != &placement) {
                continue;
            }
            const std::vector chosen{equipment->id};
            for (const bool asks : {false, true}) {
                ShiftDialog shift(m_window.live(), m_window.estates(), chosen, asks, &m_window);
                shown(shift, u"shift"_s);
                RetireDialog retire(m_window.live(), chosen, asks, &m_window);
                shown(retire, u"retire"_s);
            }
            ReplaceDialog replace(m_window.live(), *equipment, placement, &m_window);
            shown(replace, u"replace"_s);
            MoveDialog move(m_window.live(), m_window.estates(),
                            {{placement.id, placement.rack, *placement.position, placement.face}}, &m_window);
            shown(move, u"move"_s);
            NotifyDialog notify(m_window.live(),
                                {{u"node"_s, m_snapshot->nodes.begin()->id.value},
                                 {u"from"_s, u"2027-02-01"_s},
                                 {u"until"_s, u"2027-02-02"_s},
                                 {u"down"_s, QJsonArray{placement.id.value}},
                                 {u"weakened"_s, QJsonArray()}},
                                m_snapshot->nodes.begin()->name, &m_window);
            shown(notify, u"notify"_s);
            return;
        }
        QFAIL("nothing is installed in a rack");
    }

    void ofRequests() const {
        const auto held = std::ranges::find_if(m_snapshot->requests, [this](const Request &request) {
            const auto pieces = piecesOf(request.id, *m_snapshot);
            return std::ranges::any_of(pieces,
                                       [this](const auto &piece) { return waits(*piece.placement, *m_snapshot); });
        });
        QVERIFY(held != m_snapshot->requests.end());
        InstallDialog install(m_window.live(), m_window.estates(), held->id, &m_window);
        shown(install, u"install"_s);

        m_window.navigator().open(held->id);
        m_window.openPage(u"requests"_s);
        auto *detail = m_window.findChild<RequestDetail *>();
        auto *bar = detail->findChild<IntentionBar *>();
        Request all = *held;
        // No state offers more than these at once; those that ask a question first are pressed.
        for (const QStringList &offers :
             {QStringList{u"submit"_s, u"amend_request"_s, u"endorse"_s, u"decline"_s, u"review"_s, u"extend"_s,
                          u"remove"_s, u"decommission"_s},
              QStringList{u"hold"_s, u"renew"_s, u"deliver"_s, u"install"_s, u"release"_s, u"security_review"_s,
                          u"wait_list"_s, u"return_request"_s, u"reject"_s, u"withdraw"_s}}) {
            all.offers = offers;
            bar->show(all, *m_snapshot);
            for (const QString &asked :
                 {u"endorse"_s, u"decline"_s, u"renew"_s, u"release"_s, u"security_review"_s, u"extend"_s, u"remove"_s,
                  u"wait_list"_s, u"return_request"_s, u"reject"_s, u"withdraw"_s}) {
                if (offers.contains(asked)) {
                    bar->findChild<QPushButton *>(asked)->click();
                    m_look(*detail, u"asked below a request: "_s + asked);
                }
            }
        }
        auto *answer = detail->findChild<AnswerPanel *>(u"requestAnswer"_s);
        answer->showError(refusal(*m_snapshot));
        m_look(*detail, u"a request that is refused"_s);
        answer->dismiss();
        bar->show(*held, *m_snapshot);
    }

    void ofARuleSetAside() const {
        FakeLive live(m_snapshot);
        QWidget around;
        auto *layout = new QVBoxLayout(&around);
        auto *panel = new AnswerPanel(live);
        layout->addWidget(panel);
        constexpr QSize size(520, 420);
        around.resize(size);
        around.show();
        live.answers.push_back(refusal(*m_snapshot));
        panel->ask(u"hold"_s, {{u"request"_s, m_snapshot->requests.begin()->number}}, {});
        auto *offer = panel->findChild<QPushButton *>(u"setAside"_s);
        TRY_VERIFY(offer->isVisible());
        m_look(around, u"refused, and a rule may be set aside"_s);
        offer->click();
        m_look(around, u"a rule is set aside"_s);
    }

private:
    /// As it opens, and with a refusal.
    void shown(QDialog &dialog, const QString &what) const {
        dialog.show();
        m_look(dialog, what);
        const auto answers = dialog.findChildren<AnswerPanel *>();
        QVERIFY2(!answers.isEmpty(), qPrintable(what));
        answers.front()->showError(refusal(*m_snapshot));
        m_look(dialog, what + u", refused"_s);
    }

    MainWindow &m_window;
    const Look &m_look;
    SnapshotPtr m_snapshot;
};

} // namespace

void lookAtDialogs(MainWindow &window, const Look &look) {
    const Dialogs dialogs(window, look);
    dialogs.beforeTheRecord();
    dialogs.ofTheWindow();
    dialogs.ofEquipment();
    dialogs.ofRequests();
    dialogs.ofARuleSetAside();
}

} // namespace polder::test
