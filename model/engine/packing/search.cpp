#include "model/engine/packing/search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace polder::packing {

namespace {

constexpr int mostRows = 2000;    ///< of a dense master: 32 MB, some milliseconds a pivot
constexpr int mostPriced = 16000; ///< items: what stands in one bin must not be worth more than 64 bits hold
constexpr Pricing::Price improving = Pricing::one + 16; ///< what a pattern must be worth to improve the relaxation

// Chosen by measurement on the public instances.
constexpr long firstNodes = 400;
constexpr long mostNodes = 1L << 40;
constexpr long diveNodes = 100;
constexpr int diveRounds = 4;
constexpr long constructNodes = 50;
constexpr int fewItems = 300; ///< up to here so many rounds of value correction:
constexpr int fewRounds = 10;
constexpr double correction = 0.6;  ///< how fast the values follow
constexpr double smoothing = 0.5;   ///< P. Neame: Nonsmooth dual methods in integer programming, 1999
constexpr double stepShare = 0.15;  ///< of the open bins that one step of a dive fixes
constexpr double perturbed = 0.002; ///< by how much the master's right sides may lift its objective

} // namespace

Search::Search(const Instance &instance, Deadline deadline, std::stop_token stop, const Progress &progress,
               std::uint64_t seed)
    : m_instance(instance)
    , m_start(std::chrono::steady_clock::now())
    , m_deadline(deadline)
    , m_stop(std::move(stop))
    , m_progress(progress)
    , m_random(seed)
    , m_shapes(instance)
    , m_count(static_cast<int>(instance.items.size()))
    , m_share(demand(instance))
    , m_pricing(instance, m_shapes)
    , m_goOn([this] { return mayGoOn(); })
    , m_master(m_count, m_patterns, m_goOn) {
}

bool Search::mayGoOn() const {
    return !m_stop.stop_requested() && std::chrono::steady_clock::now() < m_deadline;
}

double Search::used() const {
    const std::chrono::duration<double> all = m_deadline - m_start;
    const std::chrono::duration<double> gone = std::chrono::steady_clock::now() - m_start;
    return gone < all ? gone / all : 1.0;
}

void Search::offer(Bins bins) {
    if (m_best.empty() || bins.size() < m_best.size()) {
        m_best = std::move(bins);
        if (m_progress) {
            m_progress(best(), m_bound);
        }
    }
}

void Search::raise(int bound) {
    if (bound > m_bound) {
        m_bound = bound;
        if (m_progress) {
            m_progress(best(), m_bound);
        }
    }
}

bool Search::learn(std::vector<int> pattern) {
    std::sort(pattern.begin(), pattern.end());
    return m_patterns.add(pattern);
}

void Search::learn(const Bins &bins) {
    if (m_count <= mostRows) {
        for (const auto &bin : bins) {
            learn(bin);
        }
    }
}

Packing Search::run() {
    if (m_count > 0) {
        for (int i = 0; i < m_count && m_count <= mostRows; ++i) {
            learn(std::vector<int>{i}); // Master begins with these
        }
        greedy();
        boundByDimension();
        if (!done() && m_count <= mostPriced && mayGoOn()) {
            const bool few = m_count <= fewItems;
            correctValues(few ? fewRounds : std::numeric_limits<int>::max(), m_count <= mostRows ? 0.2 : 1.0);
        }
        if (!done() && m_count <= mostRows && mayGoOn()) {
            relax();
        }
    }
    Packing packing;
    packing.bins = best();
    packing.lowerBound = m_bound;
    packing.status = done() ? Status::Optimal : Status::Feasible;
    packing.assignment.assign(m_count, 0);
    for (std::size_t b = 0; b < m_best.size(); ++b) {
        for (const int i : m_best[b]) {
            packing.assignment[i] = static_cast<int>(b);
        }
    }
    return packing;
}

void Search::boundByDimension() {
    raise(1);
    for (std::size_t j = 0; j < m_instance.capacity.size(); ++j) {
        std::int64_t sum = 0;
        for (const auto &item : m_instance.items) {
            sum += item[j];
        }
        if (m_instance.capacity[j] > 0) {
            raise(static_cast<int>((sum + m_instance.capacity[j] - 1) / m_instance.capacity[j]));
        }
    }
}

void Search::greedy() {
    const auto tried = [this](Bins bins) {
        learn(bins);
        offer(std::move(bins));
    };
    tried(firstFit(m_shapes, bySum(m_instance, m_share), m_goOn));
    if (mayGoOn()) {
        tried(firstFit(m_shapes, bySum(m_instance, std::vector<double>(m_share.size(), 1.0)), m_goOn));
    }
    for (const Likeness likeness : {Likeness::DotProduct, Likeness::Distance}) {
        if (mayGoOn()) {
            tried(binByBin(m_instance, m_shapes, likeness, m_goOn));
        }
    }
}

/// Sequential value correction (G. Belov, G. Scheithauer: Setup and open-stacks minimization in one-dimensional stock
/// cutting, 2007): an item is worth its part of the bin that it stood in, so what fills bins badly is packed earlier.
void Search::correctValues(int rounds, double until) {
    const double all = std::accumulate(m_share.begin(), m_share.end(), 0.0);
    std::vector<double> worth(m_count, 0.0);
    for (int i = 0; i < m_count; ++i) {
        for (std::size_t j = 0; j < m_share.size(); ++j) {
            if (m_instance.capacity[j] > 0) {
                worth[i] += m_share[j] / all * m_instance.items[i][j] / m_instance.capacity[j];
            }
        }
    }
    const std::vector<char> open(m_count, 1);
    for (int round = 0; round < rounds && !done() && used() < until; ++round) {
        Bins bins;
        if (!construct(worth, open, std::numeric_limits<std::size_t>::max(), bins)) {
            return;
        }
        for (const auto &bin : bins) {
            double sum = 1e-9;
            for (const int i : bin) {
                sum += worth[i];
            }
            for (const int i : bin) {
                worth[i] += correction * (std::min(worth[i] / sum, 1.0) - worth[i]);
            }
        }
        learn(bins);
        offer(std::move(bins));
    }
}

/// Bin by bin, each around the open item that is worth most. False where `limit` bins do not do.
bool Search::construct(const std::vector<double> &worth, const std::vector<char> &open, std::size_t limit, Bins &bins) {
    std::vector<Pricing::Price> prices(m_count, 0);
    std::vector<int> order;
    for (int i = 0; i < m_count; ++i) {
        if (open[i]) {
            prices[i] = std::max(Pricing::Price{1}, static_cast<Pricing::Price>(worth[i] * double(Pricing::one)));
            order.push_back(i);
        }
    }
    std::sort(order.begin(), order.end(),
              [&](int a, int b) { return prices[a] != prices[b] ? prices[a] > prices[b] : a < b; });
    m_pricing.setPrices(prices);
    std::vector<char> still = open;
    for (const int i : order) {
        if (!still[i]) {
            continue;
        }
        if (bins.size() >= limit || !mayGoOn()) {
            return false;
        }
        bins.push_back(m_pricing.around(i, constructNodes));
        for (const int one : bins.back()) {
            still[one] = 0;
            m_pricing.close(one);
        }
    }
    return true;
}

void Search::relax() {
    m_master.start();
    const std::vector<char> open(m_count, 1);
    long most = 4 * firstNodes;
    for (int turn = 0; !done() && mayGoOn(); ++turn) {
        // At most half of the time that is left goes into the relaxation: dives are good before it is solved.
        const double now = used();
        if (generate(m_master, open,
                     {std::numeric_limits<int>::max(), firstNodes, most, smoothing, now + 0.5 * (1 - now)})) {
            most = std::min(most, mostNodes) * 16;
        }
        decide(turn);
        const int hoped = static_cast<int>(std::ceil(m_master.objective() - perturbed));
        for (int k = 0; k < 1 + 2 * turn && !done() && mayGoOn() && best() > hoped; ++k) {
            dive(m_master, turn + k > 0 ? 0.2 : 0.0);
        }
    }
}

/// Column generation. True where no pattern improves as far as `effort.most` nodes for each first item can tell.
bool Search::generate(Master &master, const std::vector<char> &open, const Effort &effort) {
    const bool atRoot = &master == &m_master;
    double keeps = effort.keeps;
    long nodes = effort.nodes;
    double before = std::numeric_limits<double>::max();
    int slow = 0;
    std::vector<double> at(m_count, 0.0); ///< the prices that are tried
    std::vector<Pricing::Price> whole(m_count, 0);
    for (int round = 0; round < effort.rounds; ++round) {
        if (!master.improve() || done() || used() > effort.until) {
            return false;
        }
        const double objective = master.objective();
        slow = objective > before * (1 - 1e-4) ? slow + 1 : 0;
        before = objective;
        if (slow >= 2) { // better patterns are wanted, not more of them
            nodes = std::min(4 * nodes, effort.most);
            slow = 0;
        }
        const bool smooth = keeps > 0 && round > 0;
        Pricing::Price all = 0;
        for (int i = 0; i < m_count; ++i) {
            if (open[i]) {
                const double price = master.prices()[i];
                at[i] = std::clamp(smooth ? keeps * at[i] + (1 - keeps) * price : price, 0.0, 1.0);
                whole[i] = std::max(Pricing::Price{1}, static_cast<Pricing::Price>(at[i] * double(Pricing::one)));
                all += whole[i];
            }
        }
        m_pricing.setPrices(whole);
        m_found.clear();
        const bool exhaustive = m_pricing.spread(improving, nodes, m_found, m_goOn);
        if (exhaustive && atRoot) {
            // No bin is worth more than `worth`, so many are needed for all: A. Farley, 1990.
            const Pricing::Price worth = std::max(improving, m_pricing.best());
            raise(static_cast<int>((all + worth - 1) / worth));
            if (const double bound = double(all) / double(worth); bound > m_exact.bound) {
                m_exact = {whole, worth, bound};
            }
        }
        bool improved = false;
        for (auto &pattern : m_found) {
            double worth = 0;
            for (const int i : pattern) {
                worth += master.prices()[i];
            }
            if (worth > 1.0 + 1e-5) {
                improved |= learn(std::move(pattern));
            }
        }
        if (improved) {
            continue;
        }
        if (!exhaustive && nodes < effort.most) {
            nodes = std::min(4 * nodes, effort.most);
        } else if (smooth) {
            keeps = keeps > 0.3 ? keeps / 2 : 0;
        } else {
            return true;
        }
    }
    return false;
}

/// R. Sadykov, F. Vanderbeck, A. Pessoa, I. Tahiri, E. Uchoa: Primal heuristics for branch and price, 2019.
void Search::dive(Master master, double noise) {
    std::vector<char> open(m_count, 1);
    int openCount = m_count;
    Bins fixed;
    std::vector<std::pair<double, int>> rows;
    const double started = used();
    for (int step = 0; openCount > 0 && mayGoOn() && !done(); ++step) {
        rows.clear();
        for (int r = 0; r < master.rows(); ++r) {
            if (master.basic(r) >= 0 && master.value(r) > 0.01) {
                const double some = noise * double(m_random() >> 40) / double(1 << 24);
                rows.emplace_back(-std::min(master.value(r), 1.0) - some, r);
            }
        }
        std::sort(rows.begin(), rows.end());
        // More at once where the time that is left would not do for so many steps.
        const double each = step > 0 ? (used() - started) / step : 0.0;
        const double share = std::clamp(each / std::max(1.0 - used(), 1e-9), stepShare, 0.5);
        const std::size_t before = fixed.size();
        const std::size_t most = std::max<std::size_t>(1, std::size_t(master.objective() * share));
        for (const auto &[rank, row] : rows) {
            const bool sure = master.value(row) >= 0.99;
            const bool likely = share > stepShare || master.value(row) >= 0.7;
            if (fixed.size() > before && !sure && (!likely || fixed.size() >= before + most)) {
                continue;
            }
            std::vector<int> bin;
            const int p = master.basic(row);
            std::copy_if(m_patterns.begin(p), m_patterns.end(p), std::back_inserter(bin),
                         [&open](int i) { return open[i]; });
            if (bin.empty()) {
                continue;
            }
            for (const int i : bin) {
                open[i] = 0;
            }
            openCount -= static_cast<int>(bin.size());
            fixed.push_back(std::move(bin));
            master.fix(row);
        }
        if (fixed.size() == before || !master.repair()) {
            return;
        }
        generate(master, open, {diveRounds, diveNodes, diveNodes, 0.0, 1.0});
        complete(master, fixed, open);
        if (static_cast<int>(fixed.size()) + static_cast<int>(std::ceil(master.objective() - perturbed)) >= best()) {
            return;
        }
    }
}

/// What is fixed, and the rest bin by bin at the master's prices.
void Search::complete(const Master &master, const Bins &fixed, const std::vector<char> &open) {
    std::vector<double> worth(m_count, 0.0);
    for (int i = 0; i < m_count; ++i) {
        worth[i] = std::clamp(master.prices()[i], 0.0, 1.0) + 1.0 / 64; // so that none is worth nothing
    }
    Bins bins = fixed;
    if (construct(worth, open, m_best.size() - 1, bins)) {
        learn(bins);
        offer(std::move(bins));
    }
}

/// Whether one bin less does, where the bound says no more than that.
void Search::decide(int turn) {
    const int bins = best() - 1;
    if (done() || m_exact.prices.empty() || bins > m_bound) {
        return;
    }
    Cover cover(m_exact.prices, m_exact.most, bins);
    m_pricing.setPrices(m_exact.prices);
    m_found.clear();
    const int shift = std::min(turn, 30);
    const auto mostFound = std::min<std::size_t>(std::size_t(2000) << shift, 50'000);
    if (!m_pricing.enumerate(m_exact.most - cover.allowance() - 1, mostFound, m_found, m_goOn)) {
        return;
    }
    const auto outcome = cover.run(m_found, 200'000L << shift, m_goOn);
    if (outcome == Cover::Outcome::Found) {
        offer(cover.bins());
    } else if (outcome == Cover::Outcome::Impossible) {
        raise(bins + 1);
    }
}

} // namespace polder::packing
