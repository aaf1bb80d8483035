#include "model/engine/packing/master.h"

#include <algorithm>
#include <cmath>
#include <numeric>

// The rows of the inverse are most of the work: where the processor has wider registers, use them. A sanitizer must see
// the plain loop only.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define POLDER_WIDE __attribute__((target_clones("arch=haswell", "default"), optimize("O3")))
#else
#define POLDER_WIDE
#endif

namespace polder::packing {

namespace {

POLDER_WIDE void subtract(double *__restrict from, const double *__restrict row, double factor, int count) {
    for (int i = 0; i < count; ++i) {
        from[i] -= factor * row[i];
    }
}

} // namespace

bool Patterns::add(const std::vector<int> &items) {
    std::uint64_t hash = 0x9e3779b97f4a7c15ULL;
    for (const int i : items) {
        hash = (hash ^ std::uint64_t(i + 1)) * 0xff51afd7ed558ccdULL;
        hash ^= hash >> 32;
    }
    if (!m_known.insert(hash).second) {
        return false;
    }
    m_items.insert(m_items.end(), items.begin(), items.end());
    m_begin.push_back(static_cast<int>(m_items.size()));
    return true;
}

Master::Master(int items, const Patterns &patterns, std::function<bool()> mayGoOn)
    : m_rows(items)
    , m_patterns(&patterns)
    , m_mayGoOn(std::move(mayGoOn)) {
}

void Master::start() {
    const std::size_t rows = m_rows;
    m_inverse.assign(rows * rows, 0.0);
    m_basic.resize(rows);
    std::iota(m_basic.begin(), m_basic.end(), 0);
    m_isBasic.assign(m_patterns->count(), 0);
    m_price.assign(rows, 1.0);
    m_column.assign(rows, 0.0);
    m_right.resize(rows);
    std::uint64_t state = 12345;
    for (std::size_t i = 0; i < rows; ++i) {
        m_inverse[i * rows + i] = 1.0;
        m_isBasic[i] = 1;
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        m_right[i] = 1.0 + 1e-5 * double(state >> 40) / double(1 << 24);
    }
    m_value = m_right;
    m_sinceInversion = 0;
}

bool Master::improve() {
    openPatterns();
    for (int entering = choose(); entering != none; entering = choose()) {
        if (!m_mayGoOn()) {
            return false;
        }
        column(entering);
        const int leaving = leavingRow();
        if (leaving < 0) { // cannot be, every column covers something: the numbers have gone astray
            reinvert();
            return false;
        }
        const double cost = entering < 0 ? m_price[~entering] : m_cost[entering];
        pivot(leaving, entering, cost);
        updateCosts(leaving, entering, cost);
    }
    return true;
}

bool Master::repair() {
    m_isBasic.resize(m_patterns->count(), 0);
    for (;;) {
        const auto least = std::min_element(m_value.begin(), m_value.end());
        if (*least >= -1e-7) {
            return true;
        }
        const int leaving = static_cast<int>(least - m_value.begin());
        const int entering = enteringFor(leaving);
        if (entering == none || !m_mayGoOn()) {
            return false;
        }
        column(entering);
        pivot(leaving, entering, entering < 0 ? m_price[~entering] : costOf(entering));
    }
}

double Master::costOf(int p) const {
    double cost = 1.0;
    for (const int *i = m_patterns->begin(p); i != m_patterns->end(p); ++i) {
        cost -= m_price[*i];
    }
    return cost;
}

void Master::openPatterns() {
    const int count = m_patterns->count();
    m_isBasic.resize(count, 0);
    m_weight.resize(count, 1.0);
    m_surplusWeight.resize(m_rows, 1.0);
    m_cost.resize(count);
    for (int p = 0; p < count; ++p) {
        m_cost[p] = m_isBasic[p] ? 0.0 : costOf(p);
    }
}

int Master::choose() const {
    int entering = none;
    double best = 0;
    const auto offer = [&](double cost, double weight, int p) {
        if (cost < -1e-7 && cost * cost > best * weight) {
            best = cost * cost / weight;
            entering = p;
        }
    };
    for (int p = 0; p < static_cast<int>(m_cost.size()); ++p) {
        offer(m_cost[p], m_weight[p], p);
    }
    for (int i = 0; i < m_rows; ++i) {
        offer(m_price[i], m_surplusWeight[i], ~i);
    }
    return entering;
}

int Master::leavingRow() const {
    int leaving = -1;
    double ratio = 0;
    for (int r = 0; r < m_rows; ++r) {
        if (m_column[r] > 1e-7) {
            const double q = std::max(m_value[r], 0.0) / m_column[r];
            if (leaving < 0 || q < ratio - 1e-12 || (q < ratio + 1e-12 && m_column[r] > m_column[leaving])) {
                leaving = r;
                ratio = q;
            }
        }
    }
    return leaving;
}

/// The dual ratio test.
int Master::enteringFor(int leaving) const {
    const double *row = m_inverse.data() + std::size_t(leaving) * m_rows;
    int entering = none;
    double ratio = 0;
    double strongest = 0;
    const auto offer = [&](double alpha, double cost, int p) {
        const double q = std::max(cost, 0.0) / alpha;
        if (entering == none || q < ratio - 1e-12 || (q < ratio + 1e-12 && alpha > strongest)) {
            entering = p;
            ratio = q;
            strongest = alpha;
        }
    };
    for (int p = 0; p < m_patterns->count(); ++p) {
        if (m_isBasic[p]) {
            continue;
        }
        double alpha = 0;
        for (const int *i = m_patterns->begin(p); i != m_patterns->end(p); ++i) {
            alpha -= row[*i];
        }
        if (alpha > 1e-7) {
            offer(alpha, costOf(p), p);
        }
    }
    for (int i = 0; i < m_rows; ++i) {
        if (row[i] > 1e-7 && m_basic[leaving] != ~i) {
            offer(row[i], m_price[i], ~i);
        }
    }
    return entering;
}

void Master::column(int p) {
    for (int r = 0; r < m_rows; ++r) {
        const double *row = m_inverse.data() + std::size_t(r) * m_rows;
        double sum = 0;
        if (p < 0) {
            sum = -row[~p];
        } else {
            for (const int *i = m_patterns->begin(p); i != m_patterns->end(p); ++i) {
                sum += row[*i];
            }
        }
        m_column[r] = sum;
    }
}

/// The entering variable takes the row; m_column is its column.
void Master::pivot(int row, int entering, double cost) {
    double *const pivotRow = m_inverse.data() + std::size_t(row) * m_rows;
    const double scale = 1.0 / m_column[row];
    const double step = m_value[row] * scale;
    for (int i = 0; i < m_rows; ++i) {
        pivotRow[i] = std::fabs(pivotRow[i]) < 1e-13 ? 0.0 : pivotRow[i] * scale;
        m_price[i] += cost * pivotRow[i];
    }
    for (int r = 0; r < m_rows; ++r) {
        if (r != row && std::fabs(m_column[r]) > 1e-12) {
            m_value[r] -= m_column[r] * step;
            subtract(m_inverse.data() + std::size_t(r) * m_rows, pivotRow, m_column[r], m_rows);
        }
    }
    m_value[row] = step;
    if (m_basic[row] >= 0) {
        m_isBasic[m_basic[row]] = 0;
    }
    m_basic[row] = entering;
    if (entering >= 0) {
        m_isBasic[entering] = 1;
    }
    if (++m_sinceInversion >= std::max(2000, 4 * m_rows)) {
        reinvert();
    }
}

/// After the pivot: `row` of the inverse is the pivot row, `cost` what the entered cost before.
void Master::updateCosts(int row, int entered, double cost) {
    const double *pivotRow = m_inverse.data() + std::size_t(row) * m_rows;
    const double weight = entered < 0 ? m_surplusWeight[~entered] : m_weight[entered];
    for (int p = 0; p < static_cast<int>(m_cost.size()); ++p) {
        if (m_isBasic[p]) {
            m_cost[p] = 0;
            continue;
        }
        double alpha = 0;
        for (const int *i = m_patterns->begin(p); i != m_patterns->end(p); ++i) {
            alpha += pivotRow[*i];
        }
        if (alpha != 0.0) {
            m_cost[p] -= cost * alpha;
            m_weight[p] = std::max(m_weight[p], alpha * alpha * weight);
        }
    }
    for (int i = 0; i < m_rows; ++i) {
        m_surplusWeight[i] = std::max(m_surplusWeight[i], pivotRow[i] * pivotRow[i] * weight);
    }
}

void Master::fix(int row) {
    const int p = m_basic[row];
    for (const int *i = m_patterns->begin(p); i != m_patterns->end(p); ++i) {
        m_right[*i] -= 1.0;
    }
    m_value[row] -= 1.0;
}

double Master::objective() const {
    double sum = 0;
    for (int r = 0; r < m_rows; ++r) {
        sum += m_basic[r] >= 0 ? m_value[r] : 0.0;
    }
    return sum;
}

/// Gauss-Jordan with row pivoting, against the rounding of many pivots. Keeps what there is where it is ended.
void Master::reinvert() {
    const std::size_t n = m_rows;
    m_sinceInversion = 0;
    std::vector<double> basis(n * n, 0.0); // column r: basic variable r
    for (std::size_t r = 0; r < n; ++r) {
        if (m_basic[r] < 0) {
            basis[std::size_t(~m_basic[r]) * n + r] = -1.0;
            continue;
        }
        for (const int *i = m_patterns->begin(m_basic[r]); i != m_patterns->end(m_basic[r]); ++i) {
            basis[std::size_t(*i) * n + r] = 1.0;
        }
    }
    std::vector<double> inverse(n * n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        inverse[i * n + i] = 1.0;
    }
    for (std::size_t c = 0; c < n; ++c) {
        std::size_t best = c;
        for (std::size_t r = c + 1; r < n; ++r) {
            if (std::fabs(basis[r * n + c]) > std::fabs(basis[best * n + c])) {
                best = r;
            }
        }
        if (std::fabs(basis[best * n + c]) < 1e-9 || !m_mayGoOn()) {
            return;
        }
        if (best != c) {
            std::swap_ranges(&basis[best * n], &basis[best * n] + n, &basis[c * n]);
            std::swap_ranges(&inverse[best * n], &inverse[best * n] + n, &inverse[c * n]);
        }
        const double scale = 1.0 / basis[c * n + c];
        for (std::size_t i = c; i < n; ++i) {
            basis[c * n + i] *= scale;
        }
        for (std::size_t i = 0; i < n; ++i) {
            inverse[c * n + i] *= scale;
        }
        for (std::size_t r = 0; r < n; ++r) {
            const double factor = basis[r * n + c];
            if (r == c || factor == 0.0) {
                continue;
            }
            subtract(&basis[r * n + c], &basis[c * n + c], factor, m_rows - static_cast<int>(c));
            subtract(&inverse[r * n], &inverse[c * n], factor, m_rows);
        }
    }
    m_inverse.swap(inverse);
    for (std::size_t r = 0; r < n; ++r) {
        double value = 0;
        for (std::size_t i = 0; i < n; ++i) {
            value += m_inverse[r * n + i] * m_right[i];
        }
        m_value[r] = std::fabs(value) < 1e-9 ? 0.0 : value;
    }
    std::fill(m_price.begin(), m_price.end(), 0.0);
    for (std::size_t r = 0; r < n; ++r) {
        if (m_basic[r] >= 0) {
            for (std::size_t i = 0; i < n; ++i) {
                m_price[i] += m_inverse[r * n + i];
            }
        }
    }
}

} // namespace polder::packing
