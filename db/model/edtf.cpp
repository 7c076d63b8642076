#include "db/model/edtf.h"

#include "db/model/edtf_scanner.h"

#include <QCoreApplication>

namespace entente::model {

namespace {
struct EdtfText {
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

Precision Extent::precision() const {
    if (m_shape != Shape::Interval)
        return m_start.precision;
    const bool nothing = m_start == PointBounds() && m_end == PointBounds();
    return nothing ? Precision::None : Precision::Span;
}

/// The earlier, or the later, of two bounds. What is open lies beyond all days; an unknown bound leaves both unknown.
static Bound outer(const Bound& a, const Bound& b, bool later) {
    for (const Bound::Kind kind : {Bound::Kind::Open, Bound::Kind::Unknown})
        if (a.kind == kind || b.kind == kind)
            return {kind, 0};
    return (a.day < b.day) == later ? b : a;
}

/// Reads the whole of a text: one date, an interval, or a set.
class EdtfParser {
public:
    explicit EdtfParser(const QString& text) : m_text(text) { m_date.m_text = text; }

    tl::expected<Edtf, EdtfError> parse() {
        if (m_text.isEmpty())
            return error(0, EdtfText::tr("A date is expected."));
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
        const auto point = EdtfScanner(m_text, 0, m_text.size()).read(&m_date.m_second);
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
        return EdtfScanner(m_text, at, end).read();
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
            return error(slash + 1, EdtfText::tr("The interval ends before it begins."));
        m_date.m_shape = Edtf::Shape::Interval;
        m_date.m_start = *start;
        m_date.m_end = *end;
        return {};
    }

    Read readSet() {
        const bool oneOf = m_text.front() == '[';
        m_date.m_shape = oneOf ? Edtf::Shape::OneOf : Edtf::Shape::AllOf;
        m_setEnd = 1;
        while (m_setEnd < m_text.size() && m_text[m_setEnd] != ']' && m_text[m_setEnd] != '}')
            ++m_setEnd;
        if (Read members = readMembers(); !members)
            return members;
        const QChar closing = oneOf ? QLatin1Char(']') : QLatin1Char('}');
        if (m_setEnd == m_text.size() || m_text[m_setEnd] != closing)
            return error(m_setEnd, EdtfText::tr("The set is not closed; %1 is expected.").arg(closing));
        if (m_setEnd + 1 < m_text.size())
            return error(m_setEnd + 1, EdtfText::tr("Nothing is expected here."));
        m_date.m_end = m_date.m_start;
        return {};
    }

    Read readMembers() {
        for (qsizetype at = 1; at <= m_setEnd;) {
            const qsizetype comma = m_text.first(m_setEnd).indexOf(',', at);
            const qsizetype end = comma < 0 ? m_setEnd : comma;
            const auto member = readMember(at, end);
            if (!member)
                return tl::unexpected<EdtfError>(member.error());
            if (at == 1)
                m_date.m_start = *member;
            else
                widen(*member);
            at = end + 1;
        }
        return {};
    }

    /// A date, a range a..b, or at the ends of the set ..b and a.. .
    tl::expected<PointBounds, EdtfError> readMember(qsizetype at, qsizetype end) {
        const qsizetype dots = m_text.first(end).indexOf(QLatin1String(".."), at);
        if (dots < 0)
            return EdtfScanner(m_text, at, end).read();
        const qsizetype after = dots + 2;
        if (dots == at && at != 1)
            return error(at, EdtfText::tr("Only the first member of a set may begin with two dots."));
        if (after == end && (dots == at || end != m_setEnd))
            return error(end, dots == at ? EdtfText::tr("A date is expected.")
                                         : EdtfText::tr("Only the last member of a set may end with two dots."));
        PointBounds open;
        open.earliest.kind = open.latest.kind = Bound::Kind::Open;
        auto low = dots == at ? open : EdtfScanner(m_text, at, dots).read();
        if (!low)
            return low;
        auto high = after == end ? open : EdtfScanner(m_text, after, end).read();
        if (!high)
            return high;
        if (low->earliest.isKnown() && high->latest.isKnown() && high->latest.day < low->earliest.day)
            return error(after, EdtfText::tr("The range ends before it begins."));
        return rangeOf(*low, *high);
    }

    static PointBounds rangeOf(const PointBounds& low, const PointBounds& high) {
        PointBounds range;
        range.earliest = low.earliest;
        range.latest = high.latest;
        range.uncertain = low.uncertain | high.uncertain;
        range.approximate = low.approximate | high.approximate;
        range.precision = Precision::Choice;
        return range;
    }

    void widen(const PointBounds& member) {
        const PointBounds& hull = m_date.m_start;
        PointBounds wider = rangeOf(hull, member);
        wider.earliest = outer(hull.earliest, member.earliest, false);
        wider.latest = outer(hull.latest, member.latest, true);
        m_date.m_start = wider;
    }

    QStringView m_text;
    Edtf m_date;
    qsizetype m_setEnd = 0; ///< of the bracket that ends the set, or of the end of the text
};

tl::expected<Edtf, EdtfError> Edtf::parse(const QString& text) {
    return EdtfParser(text).parse();
}

/// A plain date, or nothing.
static std::optional<PointBounds> plainEnd(QByteArrayView text) {
    return plainDate(text.data(), text.size());
}

std::optional<Extent> extentFrom(QByteArrayView text) {
    Extent extent;
    const qsizetype slash = text.indexOf('/');
    const auto start = plainEnd(slash < 0 ? text : text.first(slash));
    const auto end = slash < 0 ? start : plainEnd(text.sliced(slash + 1));
    if (start && end && end->latest.day >= start->earliest.day) {
        extent.m_shape = slash < 0 ? Extent::Shape::Point : Extent::Shape::Interval;
        extent.m_start = *start;
        extent.m_end = *end;
        return extent;
    }
    if (text.isEmpty())
        return {};
    const auto date = Edtf::parse(QString::fromUtf8(text));
    return date ? std::optional<Extent>(*date) : std::nullopt;
}

std::optional<Day> momentOf(const Extent& date) {
    for (const Bound& bound : {date.latest(), date.end().earliest, date.start().latest, date.earliest()})
        if (bound.isKnown())
            return bound.day;
    return {};
}

} // namespace entente::model
