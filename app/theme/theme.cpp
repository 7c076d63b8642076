#include "app/theme/theme.h"

#include "app/theme/font_features.h"

#include <QCoreApplication>
#include <QFile>
#include <QFontDatabase>
#include <QTranslator>

namespace entente::theme {

namespace {

struct Colours {
    std::array<QRgb, static_cast<size_t>(Role::Count)> roles;
    std::array<QRgb, 4> tenors;
    std::array<QRgb, 4> tints;
};

// In the order of Role; the plate's alpha is set where it is used.
constexpr Colours light{{0xFFFBFAF7, 0xFFF6F4EE, 0xFFFFFFFF, 0xFFF1EFE9, 0xFF1A1D23, 0xFF444A55, 0xFF636975, 0xFF82868E,
                         0xFFCFCBC1, 0xFFE2DFD7, 0xFF2B303A, 0xFFFFFFFF, 0xF0FFFFFF, 0xFFECE9E1, 0xFFFFFDF4,
                         0xFFDADDE2},
                        {0xFF1F6CA8, 0xFFA98300, 0xFF962A1C, 0xFF626975},
                        {0xFFE4EDF5, 0xFFF5EDD3, 0xFFF5E5E2, 0xFFE9E9EA}};
constexpr Colours dark{{0xFF14171D, 0xFF181C22, 0xFF1A1E25, 0xFF0F1216, 0xFFF0F2F5, 0xFFBFC6D1, 0xFF98A1B0, 0xFF656E7C,
                        0xFF3A424E, 0xFF2B313B, 0xFFDDE2E9, 0xFF14171D, 0xF01A1E25, 0xFF2A303A, 0xFF2A2C2A, 0xFF3B4350},
                       {0xFF5FB0E8, 0xFFF1D77C, 0xFFEC6A3C, 0xFF98A1B0},
                       {0xFF1B2B3A, 0xFF332D19, 0xFF38211A, 0xFF262B33}};

// Tenors have the lightness 45, 65, 25 and 55.
constexpr Colours grey{{0xFFFFFFFF, 0xFFF7F7F7, 0xFFFFFFFF, 0xFFF0F0F0, 0xFF1A1A1A, 0xFF484848, 0xFF666666, 0xFF848484,
                        0xFFC8C8C8, 0xFFDEDEDE, 0xFF2E2E2E, 0xFFFFFFFF, 0xF0FFFFFF, 0xFFE8E8E8, 0xFFFFFFFF, 0xFFDCDCDC},
                       {0xFF6A6A6A, 0xFF9E9E9E, 0xFF3B3B3B, 0xFF848484},
                       {0xFFEBEBEB, 0xFFEBEBEB, 0xFFEBEBEB, 0xFFEBEBEB}};

const Colours& coloursOf(Scheme scheme) {
    switch (scheme) {
    case Scheme::Dark:
        return dark;
    case Scheme::Grey:
        return grey;
    case Scheme::Light:
        break;
    }
    return light;
}

struct TypeSize {
    double pixels;
    QFont::Weight weight;
};

constexpr std::array<TypeSize, static_cast<size_t>(Type::Count)> typeSizes{{
    {17, QFont::DemiBold},
    {15, QFont::DemiBold},
    {13, QFont::Normal},
    {13, QFont::DemiBold},
    {13, QFont::Medium},
    {12.5, QFont::Medium},
    {12, QFont::Normal},
    {11, QFont::Normal},
    {13, QFont::DemiBold},
    {15, QFont::Bold},
    {12.5, QFont::DemiBold},
    {40, QFont::Bold},
}};

constexpr std::array groundRoles = {Role::Ground, Role::Lane, Role::Panel, Role::Plate};

QFont fontOf(const TypeSize& size, double scale, int least) {
    QFont font(QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans Arabic"),
                           QStringLiteral("Noto Naskh Arabic"), QStringLiteral("Noto Sans")});
    font.setPixelSize(std::max(least, qRound(size.pixels * scale)));
    font.setWeight(size.weight);
    // Unhinted advances are proportional to the size, so that a layout is the same on screen and in every picture.
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

void disable(QPalette& palette, QColor text) {
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, text);
}

} // namespace

Theme::Theme(Scheme scheme, double scale, int leastType) : m_scheme(scheme), m_scale(scale) {
    const Colours& colours = coloursOf(scheme);
    const auto color = [](QRgb rgb) { return QColor::fromRgba(rgb); };
    std::transform(colours.roles.begin(), colours.roles.end(), m_roles.begin(), color);
    std::transform(colours.tenors.begin(), colours.tenors.end(), m_tenors.begin(), color);
    std::transform(colours.tints.begin(), colours.tints.end(), m_tints.begin(), color);
    std::transform(typeSizes.begin(), typeSizes.end(), m_fonts.begin(),
                   [=](const TypeSize& size) { return fontOf(size, scale, leastType); });
}

double Theme::width(const QString& text, Type type) const {
    return QFontMetricsF(font(type)).horizontalAdvance(text);
}

double Theme::lineHeight(Type type) const {
    switch (type) {
    case Type::CardTitle:
        return px(24);
    case Type::PanelHeading:
        return px(22);
    case Type::Body:
        return px(19);
    case Type::Date:
        return px(14);
    case Type::Poster:
        return px(50);
    default:
        return px(17);
    }
}

Theme Theme::onOtherGround() const {
    Theme theme = *this;
    for (const Role role : groundRoles) {
        QColor& color = theme.m_roles[static_cast<size_t>(role)];
        color.setRed(color.red() ^ 0x80);
    }
    return theme;
}

QPalette Theme::palette() const {
    QPalette palette;
    const std::pair<QPalette::ColorRole, Role> roles[] = {
        {QPalette::Window, Role::Chrome},
        {QPalette::WindowText, Role::Ink},
        {QPalette::Base, Role::Panel},
        {QPalette::AlternateBase, Role::Lane},
        {QPalette::Text, Role::Ink},
        {QPalette::Button, Role::Panel},
        {QPalette::ButtonText, Role::Ink},
        {QPalette::BrightText, Role::Ink},
        {QPalette::Highlight, Role::Ink},
        {QPalette::HighlightedText, Role::Panel},
        {QPalette::Link, Role::Ink},
        {QPalette::LinkVisited, Role::Ink2},
        {QPalette::ToolTipBase, Role::Panel},
        {QPalette::ToolTipText, Role::Ink},
        {QPalette::PlaceholderText, Role::Ink3},
        {QPalette::Mid, Role::Line2},
        {QPalette::Midlight, Role::Line},
        {QPalette::Dark, Role::Line3},
        {QPalette::Light, Role::Panel},
        {QPalette::Shadow, Role::Line3},
    };
    for (auto [widget, own] : roles)
        palette.setColor(widget, color(own));
    disable(palette, color(Role::Line3));
    return palette;
}

} // namespace entente::theme

// Outside of any namespace: the macro declares the initialiser of a static library's resources.
static void initialiseResources() {
    Q_INIT_RESOURCE(fonts);
    Q_INIT_RESOURCE(translations);
}

namespace entente::theme {

/// Without the forms that Inter gives to signs beside digits and capitals: no character stands for those, so that Qt's
/// PDF files could not say what they are, and searching and copying would lose them.
static bool loadFont(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) &&
           QFontDatabase::addApplicationFontFromData(withoutFeature(file.readAll(), "calt")) >= 0;
}

bool loadFonts() {
    initialiseResources();
    static QTranslator plurals;
    if (plurals.load(QStringLiteral(":/translations/entente_en.qm")))
        QCoreApplication::installTranslator(&plurals);
    // Of two fonts alike, Qt takes the one it came to know later: first, then, those of the system.
    QFontDatabase::styles(QStringLiteral("Inter"));
    bool complete = true;
    for (const char* weight : {"Regular", "Medium", "SemiBold", "Bold"})
        complete &= loadFont(QStringLiteral(":/fonts/Inter-%1").arg(QLatin1String(weight)));
    return complete;
}

} // namespace entente::theme
