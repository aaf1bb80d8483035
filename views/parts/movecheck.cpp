#include "movecheck.h"

#include "views/parts/whendone.h"

#include <QtConcurrentRun>

namespace polder {

namespace {

using namespace std::chrono_literals;
constexpr auto handPause = 40ms; ///< a hand that moves on asks no question

} // namespace

MoveCheck::MoveCheck(EstateWatch &estates, QObject *parent) : QObject(parent), m_estates(estates) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(handPause);
    connect(&m_pause, &QTimer::timeout, this, &MoveCheck::begin);
    connect(&estates, &EstateWatch::estateChanged, this, &MoveCheck::begin);
}

MoveCheck::~MoveCheck() {
    m_stop.request_stop();
}

void MoveCheck::ask(std::vector<PlannedMove> moves, Day from) {
    ask([moves = std::move(moves), from](const Estate &estate, const std::stop_token &stop) {
        return checkMoves(estate, moves, from, stop);
    });
}

void MoveCheck::ask(const Wanted &wanted, const RackSpot &spot) {
    ask([wanted, spot](const Estate &estate, const std::stop_token &stop) {
        return checkRackSpot(estate, wanted, spot, stop);
    });
}

void MoveCheck::ask(Question question) {
    m_stop.request_stop();
    m_question = std::move(question);
    m_verdict.reset();
    m_pause.start();
    Q_EMIT changed();
}

void MoveCheck::forget() {
    m_stop.request_stop();
    m_pause.stop();
    m_question = {};
    m_verdict.reset();
    Q_EMIT changed();
}

void MoveCheck::begin() {
    m_stop.request_stop();
    const EstatePtr estate = m_estates.estate();
    if (!estate || !m_question) {
        return;
    }
    m_stop = std::stop_source();
    const auto check = [estate, question = m_question, stop = m_stop.get_token()] { return question(*estate, stop); };
    whenDone(QtConcurrent::run(check), this, [this, mine = m_stop](const MoveVerdict &verdict) {
        if (!verdict.cancelled && !mine.stop_requested()) {
            m_verdict = verdict;
            Q_EMIT changed();
        }
    });
}

} // namespace polder
