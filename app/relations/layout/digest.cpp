#include "app/relations/layout/places.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <cmath>

namespace entente::relations {

namespace {

/// To be raised with every change after which the same input is placed elsewhere.
constexpr quint32 layoutVersion = 5;
constexpr quint32 packVersion = 1;
constexpr quint32 packMark = 0x504E5445; // "ETNP"

/// Numbers in one order of bytes, reals with all their bits.
void prepare(QDataStream& stream) {
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.setFloatingPointPrecision(QDataStream::DoublePrecision);
}

void write(QDataStream& stream, const std::optional<model::Day>& day) {
    stream << day.has_value() << static_cast<qint64>(day.value_or(0));
}

void write(QDataStream& stream, const Body& body) {
    stream << body.size << body.middle << qint32(body.home) << static_cast<qint32>(body.pole) << body.pin.has_value()
           << body.pin.value_or(QPointF()) << body.hidden;
}

void write(QDataStream& stream, const Link& link) {
    stream << qint32(link.from) << qint32(link.to) << qint64(link.when.size());
    for (const Link::Stretch& stretch : link.when) {
        write(stream, stretch.from);
        write(stream, stretch.to);
    }
}

bool isInside(QPointF place) {
    return place.x() >= 0 && place.x() <= 1 && place.y() >= 0 && place.y() <= 1;
}

} // namespace

QByteArray digestOf(const PlaceInput& input) {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    prepare(stream);
    stream << layoutVersion << input.frame << input.margin << qint64(input.bodies.size());
    for (const Body& body : input.bodies)
        write(stream, body);
    stream << qint64(input.links.size());
    for (const Link& link : input.links)
        write(stream, link);
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray pack(const QList<QPointF>& places) {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    prepare(stream);
    stream << packMark << packVersion << qint64(places.size());
    for (const QPointF place : places)
        stream << place.x() << place.y();
    return bytes;
}

std::optional<QList<QPointF>> unpack(const QByteArray& bytes, qsizetype bodies) {
    QDataStream stream(bytes);
    prepare(stream);
    quint32 mark = 0, version = 0;
    qint64 count = -1;
    stream >> mark >> version >> count;
    constexpr qint64 head = 16, each = 16;
    if (mark != packMark || version != packVersion || count != bodies || bytes.size() != head + each * count)
        return {};
    QList<QPointF> places;
    for (qint64 i = 0; i < count; ++i) {
        double x = 0, y = 0;
        stream >> x >> y;
        if (!isInside({x, y})) // nor if it is no number
            return {};
        places << QPointF(x, y);
    }
    return places;
}

} // namespace entente::relations
