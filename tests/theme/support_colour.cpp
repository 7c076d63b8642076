#include "tests/theme/support_colour.h"

#include <QtMath>
#include <array>

namespace entente::test {

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

double linear(double c) {
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

Triple linearOf(QColor color) {
    return {linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
}

double dot(const Triple& a, const Triple& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

double luminance(QColor color) {
    return dot({0.2126, 0.7152, 0.0722}, linearOf(color));
}

Triple seen(QColor color, Vision vision) {
    constexpr Matrix protan{
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    constexpr Matrix deutan{
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    constexpr Matrix tritan{
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
    const Triple rgb = linearOf(color);
    if (vision == Vision::Normal)
        return rgb;
    const Matrix& matrix = vision == Vision::Protan ? protan : vision == Vision::Deutan ? deutan : tritan;
    Triple result;
    for (size_t i = 0; i < 3; ++i)
        result[i] = std::clamp(dot(matrix[i], rgb), 0.0, 1.0);
    return result;
}

double hueOf(double a, double b) {
    const double degrees = qRadiansToDegrees(std::atan2(b, a));
    return degrees < 0 ? degrees + 360 : degrees;
}

double meanHue(double first, double second) {
    if (std::abs(first - second) <= 180)
        return (first + second) / 2;
    return first + second < 360 ? (first + second + 360) / 2 : (first + second - 360) / 2;
}

double seventh(double chroma) {
    return std::sqrt(std::pow(chroma, 7) / (std::pow(chroma, 7) + std::pow(25.0, 7)));
}

double cosine(double degrees) {
    return std::cos(qDegreesToRadians(degrees));
}

} // namespace

double contrast(QColor a, QColor b) {
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

Lab labOf(QColor color, Vision vision) {
    const Triple rgb = seen(color, vision);
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f(dot({0.4124564, 0.3575761, 0.1804375}, rgb) / 0.95047);
    const double y = f(dot({0.2126729, 0.7151522, 0.0721750}, rgb));
    const double z = f(dot({0.0193339, 0.1191920, 0.9503041}, rgb) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const Lab& first, const Lab& second) {
    const double chroma = (std::hypot(first.a, first.b) + std::hypot(second.a, second.b)) / 2;
    const double stretch = 1 + 0.5 * (1 - seventh(chroma));
    const double c1 = std::hypot(first.a * stretch, first.b);
    const double c2 = std::hypot(second.a * stretch, second.b);
    const double h1 = hueOf(first.a * stretch, first.b);
    const double h2 = hueOf(second.a * stretch, second.b);
    double turn = h2 - h1;
    turn += turn > 180 ? -360 : turn < -180 ? 360 : 0;
    const double deltaHue = 2 * std::sqrt(c1 * c2) * std::sin(qDegreesToRadians(turn) / 2);
    const double lightness = (first.L + second.L) / 2;
    const double c = (c1 + c2) / 2;
    const double h = c1 * c2 == 0 ? h1 + h2 : meanHue(h1, h2);
    const double t =
        1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.20 * cosine(4 * h - 63);
    const double away = (lightness - 50) * (lightness - 50);
    const double l = (second.L - first.L) / (1 + 0.015 * away / std::sqrt(20 + away));
    const double s = (c2 - c1) / (1 + 0.045 * c);
    const double d = deltaHue / (1 + 0.015 * c * t);
    const double rotation = -2 * seventh(c) * std::sin(qDegreesToRadians(60 * std::exp(-std::pow((h - 275) / 25, 2))));
    return std::sqrt(l * l + s * s + d * d + rotation * s * d);
}

} // namespace entente::test
