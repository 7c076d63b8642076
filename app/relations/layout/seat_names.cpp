#include "app/relations/layout/board.h"
#include "app/relations/layout/seats.h"

#include <limits>

namespace entente::relations {

namespace {

using model::ActorKind;

class Naming {
public:
    Naming(QList<Seat>& seats, const model::Dossier& dossier, const QRectF& canvas, const Measures& measures)
        : m_seats(seats), m_dossier(dossier), m_canvas(canvas), m_measures(measures) {
        for (const Seat& seat : seats)
            m_seatOf[seat.actor] = &seat;
        for (const model::Relationship& relationship : dossier.tables().relationships)
            addTie(relationship.from, relationship.to);
        for (const Seat& seat : seats)
            addTie(seat.actor, dossier.actor(seat.actor).partOf);
    }

    void run() {
        for (const bool pages : {true, false}) {
            for (Seat& seat : m_seats) {
                const bool page = m_dossier.actor(seat.actor).kind == ActorKind::Agreement;
                if (page == pages && !seat.name.isEmpty() && seat.nameBox.isNull())
                    name(seat);
            }
        }
        for (Seat& seat : m_seats) {
            if (!seat.name.isEmpty() && seat.nameBox.isNull())
                nameBeside(seat);
        }
    }

private:
    /// Of a page's name and state together if there is room for both.
    void name(Seat& seat) const {
        const double s = m_measures.scale;
        const double width = m_measures.name(seat.name) + 2 * seatNameGap * s;
        const bool page = m_dossier.actor(seat.actor).kind == ActorKind::Agreement;
        if (page) {
            const QSizeF size(std::max(width, statusWidth * s), (seatNameHeight + statusHeight) * s);
            const QRectF both = roomFor(seat, size, true, 2);
            if (!both.isNull()) {
                seat.nameBox = QRectF(both.center().x() - width / 2, both.top(), width, seatNameHeight * s);
                seat.statusRoom = QRectF(both.left(), both.top() + seatNameHeight * s, both.width(), statusHeight * s);
                return;
            }
        }
        seat.nameBox = roomFor(seat, {width, seatNameHeight * s}, page);
        if (seat.nameBox.isNull() && m_dossier.actor(seat.actor).kind == ActorKind::State)
            nameShorter(seat);
    }

    /// By a shorter name in the language of the dossier.
    void nameShorter(Seat& seat) const {
        const double s = m_measures.scale;
        for (const model::Alias& alias : m_dossier.actor(seat.actor).aliases) {
            if (alias.language != m_dossier.tables().head.language || alias.text.size() >= seat.name.size())
                continue;
            seat.nameBox =
                roomFor(seat, {m_measures.name(alias.text) + 2 * seatNameGap * s, seatNameHeight * s}, false);
            if (!seat.nameBox.isNull()) {
                seat.name = alias.text;
                return;
            }
        }
    }

    /// Below or above, at the right or left, whichever the fewest ties run through; only the first `sides` are tried.
    /// Where none of the four has room, flush with a side of the form.
    QRectF roomFor(const Seat& seat, QSizeF size, bool page, size_t sides = 4) const {
        const NameCorners corners = cornersFor(seat, size, page);
        const QRectF best = bestOf(corners.middle.data(), sides, seat, size);
        if (!best.isNull() || sides < corners.middle.size())
            return best;
        return bestOf(corners.flush.data(), corners.flush.size(), seat, size);
    }

    /// Anywhere along the form where the two still touch in one direction.
    void nameBeside(Seat& seat) const {
        const double s = m_measures.scale;
        const bool page = m_dossier.actor(seat.actor).kind == ActorKind::Agreement;
        const QSizeF size(m_measures.name(seat.name) + 2 * seatNameGap * s, seatNameHeight * s);
        const NameCorners corners = cornersFor(seat, size, page);
        seat.nameBox = bestOf(corners.slides.data(), corners.slides.size(), seat, size);
    }

    NameCorners cornersFor(const Seat& seat, QSizeF size, bool page) const {
        return nameCorners(seat.form, size, (page ? pageGap : seatNameGap) * m_measures.scale, page);
    }

    QRectF bestOf(const QPointF* corners, size_t count, const Seat& seat, QSizeF size) const {
        QRectF best;
        qsizetype fewest = std::numeric_limits<qsizetype>::max();
        for (size_t i = 0; i < count; ++i) {
            const QRectF box(corners[i], size);
            if (!m_canvas.contains(box) || !isFree(box) || hidesATie(box))
                continue;
            if (const qsizetype ties = tiesThrough(box, seat); ties < fewest) {
                fewest = ties;
                best = box;
            }
        }
        return best;
    }

    /// Whether nothing would be seen of some tie, between its ends and beside the names.
    bool hidesATie(const QRectF& box) const {
        return std::any_of(m_ties.begin(), m_ties.end(), [&](const auto& tie) {
            return touches(tie.first->form.center(), tie.second->form.center(), box) && !isSeen(tie, box);
        });
    }

    bool isSeen(const std::pair<const Seat*, const Seat*>& tie, const QRectF& box) const {
        constexpr int samples = 40;
        const QLineF line(tie.first->form.center(), tie.second->form.center());
        const double reach = 4 * m_measures.scale;
        for (int i = 1; i < samples; ++i) {
            const QPointF point = line.pointAt(static_cast<double>(i) / samples);
            const auto covers = [&](const QRectF& other) {
                return other.adjusted(-reach, -reach, reach, reach).contains(point);
            };
            const bool covered = covers(box) || std::any_of(m_seats.begin(), m_seats.end(), [&](const Seat& seat) {
                                     return covers(seat.form) || (!seat.nameBox.isNull() && covers(seat.nameBox));
                                 });
            if (!covered)
                return true;
        }
        return false;
    }

    /// One's own count more, as they are short near the name.
    qsizetype tiesThrough(const QRectF& box, const Seat& seat) const {
        qsizetype count = 0;
        for (const auto& [from, to] : m_ties) {
            if (touches(from->form.center(), to->form.center(), box))
                count += from == &seat || to == &seat ? 3 : 1;
        }
        return count;
    }

    void addTie(model::ActorId from, model::ActorId to) {
        if (m_seatOf.contains(from) && m_seatOf.contains(to))
            m_ties << std::pair(m_seatOf.value(from), m_seatOf.value(to));
    }

    bool isFree(const QRectF& box) const {
        return std::none_of(m_seats.begin(), m_seats.end(), [&](const Seat& seat) {
            return seat.form.intersects(box) || seat.nameBox.intersects(box) || seat.statusRoom.intersects(box);
        });
    }

    QList<Seat>& m_seats;
    const model::Dossier& m_dossier;
    QRectF m_canvas;
    const Measures& m_measures;
    QHash<model::ActorId, const Seat*> m_seatOf;
    QList<std::pair<const Seat*, const Seat*>> m_ties;
};

} // namespace

NameCorners nameCorners(const QRectF& form, QSizeF size, double gap, bool isPage) {
    NameCorners corners;
    const QRectF reach = form.adjusted(-gap - size.width(), -gap - size.height(), gap, gap);
    const QPointF middle = form.center() - QPointF(size.width() / 2, size.height() / 2);
    const double above = reach.top(), below = reach.bottom(), left = reach.left(), right = reach.right();
    corners.middle = {QPointF(middle.x(), isPage ? above : below), QPointF(middle.x(), isPage ? below : above),
                      QPointF(right, middle.y()), QPointF(left, middle.y())};
    const double endX = form.right() - size.width(), endY = form.bottom() - size.height();
    corners.flush = {QPointF(form.left(), below), QPointF(endX, below),     QPointF(form.left(), above),
                     QPointF(endX, above),        QPointF(right, endY),     QPointF(left, endY),
                     QPointF(right, form.top()),  QPointF(left, form.top())};
    for (size_t i = 0; i < corners.slides.size(); i += 4) {
        const double share = static_cast<double>(i) / static_cast<double>(corners.slides.size() - 4);
        const double x = left + gap + share * (reach.width() - 2 * gap);
        const double y = above + gap + share * (reach.height() - 2 * gap);
        corners.slides[i] = QPointF(x, below);
        corners.slides[i + 1] = QPointF(x, above);
        corners.slides[i + 2] = QPointF(right, y);
        corners.slides[i + 3] = QPointF(left, y);
    }
    return corners;
}

void nameSeats(QList<Seat>& seats, const model::Dossier& dossier, const QRectF& canvas, const Measures& measures) {
    Naming(seats, dossier, canvas, measures).run();
}

} // namespace entente::relations
