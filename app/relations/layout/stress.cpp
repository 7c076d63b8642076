#include "app/relations/layout/stress.h"

#include <algorithm>
#include <cmath>

namespace entente::relations {

namespace {

/// Two bodies, how far apart they should be, and how much each heeds it.
struct Term {
    int a, b;
    float aim, pullA, pullB;
};

void addTies(std::vector<Term>& terms, const Web& web) {
    for (int body = 0; body < web.size(); ++body) {
        for (int entry = web.first[at(body)]; entry < web.first[at(body) + 1]; ++entry) {
            const float aim = static_cast<float>(grain) * static_cast<float>(web.length[at(entry)]);
            if (body < web.other[at(entry)])
                terms.push_back({body, web.other[at(entry)], aim, 1 / (aim * aim), 1 / (aim * aim)});
        }
    }
}

/// A pair of pivots is one term, found at the later of the two.
void addPivots(std::vector<Term>& terms, const Web& web, const Pivots& pivots) {
    for (int pivot = 0; pivot < pivots.count(); ++pivot) {
        const int middle = pivots.body(pivot);
        const float* aims = pivots.aims(pivot);
        const float* pulls = pivots.pulls(pivot);
        for (int body = 0; body < web.size(); ++body) {
            const int index = pivots.indexOf(body);
            if (index < 0)
                terms.push_back({body, middle, aims[body], pulls[body], 0});
            else if (index < pivot)
                terms.push_back({body, middle, aims[body], pulls[body], pivots.pulls(index)[middle]});
        }
    }
}

std::vector<Term> shuffledTerms(const Web& web, const Pivots& pivots) {
    std::vector<Term> terms;
    terms.reserve(at(web.size()) * at(pivots.count()) + web.other.size() / 2);
    if (pivots.count() < web.size())
        addTies(terms, web);
    addPivots(terms, web, pivots);
    Dice dice;
    for (size_t i = terms.size(); i > 1; --i)
        std::swap(terms[i - 1], terms[static_cast<size_t>(dice.roll() * static_cast<double>(i))]);
    return terms;
}

void sweep(const std::vector<Term>& terms, Cloud& cloud, float step) {
    for (const Term& term : terms) {
        const float x = cloud.x[at(term.a)] - cloud.x[at(term.b)];
        const float y = cloud.y[at(term.a)] - cloud.y[at(term.b)];
        const float length = std::sqrt(x * x + y * y) + 1e-9F;
        const float off = (length - term.aim) / (2 * length);
        const float a = std::min(1.0F, step * term.pullA) * off;
        const float b = std::min(1.0F, step * term.pullB) * off;
        cloud.x[at(term.a)] -= a * x;
        cloud.y[at(term.a)] -= a * y;
        cloud.x[at(term.b)] += b * x;
        cloud.y[at(term.b)] += b * y;
    }
}

} // namespace

int Pivots::next() {
    if (m_bodies.empty())
        return 0;
    const auto furthest = std::max_element(m_gap.begin(), m_gap.end());
    const auto strange = std::find(m_gap.begin(), m_gap.end(), -1);
    if (m_dice.roll() < 0.5)
        return static_cast<int>((strange != m_gap.end() ? strange : furthest) - m_gap.begin());
    const auto weight = [&](int gap) { return gap < 0 ? *furthest + 1.0 : gap; };
    double sum = 0;
    for (const int gap : m_gap)
        sum += weight(gap);
    double rest = m_dice.roll() * sum;
    size_t body = 0;
    while (body + 1 < m_gap.size() && (rest -= weight(m_gap[body])) >= 0)
        ++body;
    return m_index[body] < 0 ? static_cast<int>(body) : static_cast<int>(furthest - m_gap.begin());
}

void Pivots::add(int body) {
    const int pivot = count();
    m_index[at(body)] = pivot;
    m_bodies.push_back(body);
    std::vector<int>& walk = m_walks.emplace_back();
    walkFrom(m_web, body, walk);
    for (size_t i = 0; i < walk.size(); ++i) {
        if (walk[i] >= 0 && (m_gap[i] < 0 || walk[i] < m_gap[i])) {
            m_gap[i] = walk[i];
            m_nearest[i] = pivot;
        }
    }
}

void Pivots::grow(int count) {
    m_gap.resize(m_index.size(), -1);
    m_nearest.resize(m_index.size(), 0);
    const bool all = count >= m_web.size();
    for (int body = 0; all && body < m_web.size(); ++body) {
        if (m_index[at(body)] < 0)
            add(body);
    }
    while (this->count() < std::min(count, m_web.size()))
        add(next());
    weigh();
}

void Pivots::weigh() {
    int furthest = 0;
    for (const std::vector<int>& walk : m_walks)
        furthest = std::max(furthest, *std::max_element(walk.begin(), walk.end()));
    furthest += static_cast<int>(1 / grain);
    m_aims.assign(m_walks.size() * m_index.size(), 1);
    m_pulls.assign(m_aims.size(), 0);
    for (int pivot = 0; pivot < count(); ++pivot)
        weigh(pivot, furthest);
}

void Pivots::weigh(int pivot, int furthest) {
    const std::vector<int>& walk = m_walks[at(pivot)];
    std::vector<int> within(at(furthest) + 1, 0); // of those that the pivot stands for, by walk
    for (size_t i = 0; i < walk.size(); ++i) {
        if (walk[i] >= 0 && m_nearest[i] == pivot)
            ++within[at(walk[i])];
    }
    for (size_t i = 1; i < within.size(); ++i)
        within[i] += within[i - 1];
    float* aims = m_aims.data() + row(pivot);
    float* pulls = m_pulls.data() + row(pivot);
    for (size_t i = 0; i < walk.size(); ++i) {
        const int length = walk[i] < 0 ? furthest : walk[i];
        if (length == 0)
            continue;
        aims[i] = static_cast<float>(grain) * static_cast<float>(length);
        pulls[i] = static_cast<float>(within[at(length / 2)]) / (aims[i] * aims[i]);
    }
}

void descend(const Web& web, const Pivots& pivots, Cloud& cloud, int steps, double boldness) {
    const std::vector<Term> terms = shuffledTerms(web, pivots);
    float weakest = 1;
    float strongest = 0;
    for (const Term& term : terms) {
        strongest = std::max(strongest, term.pullA);
        weakest = term.pullA > 0 ? std::min(weakest, term.pullA) : weakest;
    }
    const double first = boldness / static_cast<double>(weakest);
    const double last = 0.1 / std::max(1e-9, static_cast<double>(strongest));
    for (int step = 0; step < steps; ++step)
        sweep(terms, cloud, static_cast<float>(first * std::pow(last / first, step / std::max(1.0, steps - 1.0))));
}

Cloud scattered(int bodies) {
    Cloud cloud;
    Dice dice;
    for (int i = 0; i < bodies; ++i) {
        cloud.x.push_back(static_cast<float>(dice.roll()));
        cloud.y.push_back(static_cast<float>(dice.roll()));
    }
    return cloud;
}

} // namespace entente::relations
