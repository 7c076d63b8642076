#include "db/model/edtf.h"

#include "db/model/edtf_scanner.h"

#include <QCoreApplication>

namespace entente::model {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(entente::model::Edtf)
};

tl::unexpected<EdtfError> error(qsizetype at, const QString& message) {
    return tl::unexpected<EdtfError>(EdtfError{static_cast<int>(at) + 1, message});
}
} // namespace

bool PointBounds::isExactDay() const {
    const bool fine = precision == Precision::Day || precision == Precision::Minute;
    return fine && earliest.isKnown() && earliest == latest && !uncertain && !approximate;
}

Precision Edtf::precision() const {
    if (m_shape == Shape::Interval)
        return Precision::Span;
    return m_start.precision;
}

/// Reads the whole of a text: one date, an interval, or a set.
class EdtfParser {
public:
    explicit EdtfParser(QStringView text) : m_text(text) {}

    tl::expected<Edtf, EdtfError> parse() {
        if (m_text.isEmpty())
            return error(0, Text::tr("A date is expected."));
        m_date.m_text = m_text.toString();
        const auto read = m_text.front() == '[' || m_text.front() == '{' ? readSet()
                          : m_text.contains('/')                         ? readInterval()
                                                                         : readPoint();
        if (!read)
            return tl::unexpected<EdtfError>(read.error());
        return m_date;
    }

private:
    using Read = tl::expected<void, EdtfError>;

    Read readPoint() {
        const auto point = EdtfScanner(m_text, 0, m_text.size()).read(m_date.m_second);
        if (!point)
            return tl::unexpected<EdtfError>(point.error());
        m_date.m_start = *point;
        if (m_date.m_second)
            m_date.m_start.precision = Precision::Minute;
        m_date.m_end = m_date.m_start;
        return {};
    }

    /// One end of an interval: nothing is unknown, ".." is open.
    tl::expected<PointBounds, EdtfError> readEnd(qsizetype at, qsizetype end) {
        PointBounds bounds;
        if (at == end)
            return bounds;
        if (m_text.mid(at, end - at) == QLatin1String("..")) {
            bounds.earliest.kind = bounds.latest.kind = Bound::Kind::Open;
            return bounds;
        }
        std::optional<qint32> second;
        return EdtfScanner(m_text, at, end).read(second);
    }

    Read readInterval() {
        const qsizetype slash = m_text.indexOf('/');
        const auto start = readEnd(0, slash);
        if (!start)
            return tl::unexpected<EdtfError>(start.error());
        const auto end = readEnd(slash + 1, m_text.size());
        if (!end)
            return tl::unexpected<EdtfError>(end.error());
        if (start->earliest.isKnown() && end->latest.isKnown() && end->latest.day < start->earliest.day)
            return error(slash + 1, Text::tr("The interval ends before it begins."));
        m_date.m_shape = Edtf::Shape::Interval;
        m_date.m_start = *start;
        m_date.m_end = *end;
        return {};
    }

    Read readSet() {
        m_date.m_shape = m_text.front() == '[' ? Edtf::Shape::OneOf : Edtf::Shape::AllOf;
        const QChar closing = m_text.front() == '[' ? QLatin1Char(']') : QLatin1Char('}');
        if (m_text.back() != closing || m_text.size() < 2)
            return error(m_text.size(), Text::tr("The set is not closed; %1 is expected.").arg(closing));
        qsizetype at = 1;
        const qsizetype last = m_text.size() - 1;
        while (true) {
            qsizetype end = m_text.mid(0, last).indexOf(',', at);
            end = end < 0 ? last : end;
            if (const Read member = readMember(at, end); !member)
                return member;
            if (end == last)
                break;
            at = end + 1;
        }
        finishSet();
        return {};
    }

    /// A date, a range a..b, or at the ends of the set ..b and a.. .
    Read readMember(qsizetype at, qsizetype end) {
        const qsizetype dots = m_text.mid(0, end).indexOf(QLatin1String(".."), at);
        if (dots < 0)
            return include(at, end, at, end);
        ++m_members;
        const bool first = at == 1, last = end == m_text.size() - 1;
        if (dots == at && dots + 2 == end)
            return error(at, Text::tr("A date is expected."));
        if (dots == at) {
            if (!first)
                return error(at, Text::tr("Only the first member of a set may begin with two dots."));
            m_openStart = true;
            return include(dots + 2, end, dots + 2, end);
        }
        if (dots + 2 == end) {
            if (!last)
                return error(dots, Text::tr("Only the last member of a set may end with two dots."));
            m_openEnd = true;
            return include(at, dots, at, dots);
        }
        return include(at, dots, dots + 2, end);
    }

    Read include(qsizetype at, qsizetype end, qsizetype at2, qsizetype end2) {
        std::optional<qint32> second;
        const auto low = EdtfScanner(m_text, at, end).read(second);
        if (!low)
            return tl::unexpected<EdtfError>(low.error());
        const auto high = EdtfScanner(m_text, at2, end2).read(second);
        if (!high)
            return tl::unexpected<EdtfError>(high.error());
        if (low->earliest.isKnown() && high->latest.isKnown() && high->latest.day < low->earliest.day)
            return error(at2, Text::tr("The range ends before it begins."));
        ++m_members;
        widen(*low, *high);
        return {};
    }

    void widen(const PointBounds& low, const PointBounds& high) {
        PointBounds& hull = m_date.m_start;
        hull.uncertain |= low.uncertain | high.uncertain;
        hull.approximate |= low.approximate | high.approximate;
        hull.precision = low.precision;
        if (low.earliest.isKnown() && (!hull.earliest.isKnown() || low.earliest.day < hull.earliest.day))
            hull.earliest = low.earliest;
        if (high.latest.isKnown() && (!hull.latest.isKnown() || high.latest.day > hull.latest.day))
            hull.latest = high.latest;
    }

    void finishSet() {
        PointBounds& hull = m_date.m_start;
        if (m_members > 1)
            hull.precision = Precision::Choice;
        if (m_openStart)
            hull.earliest = {Bound::Kind::Open, 0};
        if (m_openEnd)
            hull.latest = {Bound::Kind::Open, 0};
        m_date.m_end = hull;
    }

    QStringView m_text;
    Edtf m_date;
    int m_members = 0;
    bool m_openStart = false;
    bool m_openEnd = false;
};

tl::expected<Edtf, EdtfError> Edtf::parse(QStringView text) {
    return EdtfParser(text).parse();
}

std::optional<Day> momentOf(const Edtf& date) {
    for (const Bound& bound : {date.latest(), date.end().earliest, date.start().latest, date.earliest()})
        if (bound.isKnown())
            return bound.day;
    return {};
}

} // namespace entente::model
