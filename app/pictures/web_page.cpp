#include "app/pictures/web_page.h"

#include "app/pictures/network_part.h"
#include "app/pictures/web_parts.h"
#include "app/relations/view/input.h"
#include "app/relations/view/painter.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

// Outside of any namespace: the macro declares the initialiser of a static library's resources.
static void initialiseWebResources() {
    Q_INIT_RESOURCE(web);
}

namespace entente::pictures {

namespace {

QByteArray resource(const QString& name) {
    initialiseWebResources();
    QFile file(QStringLiteral(":/web/%1").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString cssOf(const QColor& color) {
    return color.alpha() == 255 ? color.name() : color.name(QColor::HexRgb) + QString::number(color.alpha(), 16);
}

/// The colours of a scheme as custom properties.
QByteArray variablesOf(theme::Scheme scheme) {
    using theme::Role;
    const theme::Theme look(scheme);
    constexpr std::pair<const char*, Role> roles[] = {
        {"ground", Role::Ground}, {"lane", Role::Lane},   {"panel", Role::Panel}, {"chrome", Role::Chrome},
        {"ink", Role::Ink},       {"ink2", Role::Ink2},   {"ink3", Role::Ink3},   {"line3", Role::Line3},
        {"line2", Role::Line2},   {"line", Role::Line},   {"disc", Role::Disc},   {"disc-text", Role::DiscText},
        {"plate", Role::Plate},   {"hover", Role::Hover}, {"page", Role::Page},   {"box", Role::Box}};
    QString text =
        scheme == theme::Scheme::Dark ? QStringLiteral("color-scheme:dark;") : QStringLiteral("color-scheme:light;");
    for (const auto& [name, role] : roles)
        text += QStringLiteral("--%1:%2;").arg(QLatin1String(name), cssOf(look.color(role)));
    for (int i = 0; i < 4; ++i) {
        const auto tenor = static_cast<model::Tenor>(i);
        text += QStringLiteral("--tenor%1:%2;--tint%1:%3;")
                    .arg(QString::number(i), cssOf(look.tenor(tenor)), cssOf(look.tint(tenor)));
    }
    return text.toUtf8();
}

QByteArray styleOf(WebLook look) {
    const QByteArray light = ":root{" + variablesOf(theme::Scheme::Light) + "}\n";
    const QByteArray dark = ":root{" + variablesOf(theme::Scheme::Dark) + "}\n";
    const QByteArray rest = resource(QStringLiteral("page.css"));
    switch (look) {
    case WebLook::Light:
        return light + rest;
    case WebLook::Dark:
        // Paper is white whatever the screen shows.
        return dark + "@media print{" + light + "}\n" + rest;
    case WebLook::System:
        break;
    }
    return light + "@media screen and (prefers-color-scheme:dark){" + dark + "}\n" + rest;
}

/// One script that leaves nothing behind in the page's global names.
QByteArray script() {
    QByteArray text = "(function(){\n'use strict';\n";
    for (const char* part : {"base.js", "model.js", "timeline.js", "timeline_input.js", "network.js",
                             "network_panel.js", "details.js", "stories.js", "page.js"})
        text += resource(QLatin1String(part)) + '\n';
    return text + "})();\n";
}

/// JSON that cannot end the element that holds it, whatever its texts say.
QByteArray safeJson(const QJsonObject& object) {
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    return json.replace("\xE2\x80\xA8", "\\u2028").replace("\xE2\x80\xA9", "\\u2029");
}

QByteArray hashOf(const QByteArray& text) {
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + "'";
}

bool isLanguage(const QString& tag) {
    return !tag.isEmpty() && std::all_of(tag.begin(), tag.end(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == '-';
    });
}

QString languageAttributes(const model::Dossier& dossier) {
    const QString stored = dossier.head().language;
    const QString language = isLanguage(stored) ? stored : QStringLiteral("en");
    const bool isLeftward = QLocale(language).textDirection() == Qt::RightToLeft;
    return QStringLiteral("lang=\"%1\" dir=\"%2\"")
        .arg(language, isLeftward ? QStringLiteral("rtl") : QStringLiteral("ltr"));
}

QByteArray headOf(const model::Dossier& dossier, const QByteArray& style, const QByteArray& script) {
    const QByteArray policy = "default-src 'none'; script-src " + hashOf(script) + "; style-src " + hashOf(style) +
                              "; img-src data:; base-uri 'none'; form-action 'none'";
    return "<!DOCTYPE html>\n<html " + languageAttributes(dossier).toUtf8() +
           ">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy +
           "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Entente\">\n"
           "<link rel=\"icon\" href=\"data:,\">\n<title>" +
           webEscaped(dossier.head().title).toUtf8() + "</title>\n<style>" + style + "</style>\n</head>\n";
}

QString introduction(const model::Dossier& dossier) {
    const model::Head& head = dossier.head();
    QString text = QStringLiteral("<header id=\"head\"><div class=\"names\"><h1>%1</h1>").arg(webEscaped(head.title));
    if (!head.subtitle.isEmpty())
        text += QStringLiteral("<p>%1</p>").arg(webEscaped(head.subtitle));
    return text +
           QStringLiteral("</div></header>\n<div id=\"app\"></div>\n<noscript><p class=\"notice\">%1</p></noscript>\n")
               .arg(webEscaped(WebText::tr("The timeline and the network are drawn by this file's own script, "
                                           "which is switched off in this browser. The lists below say the "
                                           "same in words.")));
}

QString footOf(const model::Dossier& dossier) {
    const model::Head& head = dossier.head();
    QStringList parts = {head.authors, head.licence,
                         head.version.isEmpty() ? QString() : WebText::tr("Version %1").arg(head.version),
                         WebText::tr("Made with Entente. This file asks nothing of any network.")};
    parts.removeAll(QString());
    return QStringLiteral("<footer>%1</footer>\n").arg(webEscaped(parts.join(QStringLiteral(" · "))));
}

constexpr double webPlaced = 0.3; // of the work
constexpr double webMade = 0.95;

qsizetype webRowsOf(const model::Dossier& dossier) {
    const model::Tables& tables = dossier.tables();
    return tables.events.size() + tables.actors.size() + tables.relationships.size() + tables.periods.size();
}

model::Result<QByteArray> pageWith(const model::DossierPointer& dossier, const relations::Places& places,
                                   const wording::Wording& wording, WebLook look, const Progress& progress) {
    const QByteArray style = styleOf(look);
    const QByteArray code = script();
    WebSteps steps(progress, 2 * webRowsOf(*dossier) + 2 * dossier->tables().sources.size());
    QJsonObject data = webData(dossier, places, wording, steps);
    data.insert(QStringLiteral("words"), webWords(wording));
    const QString body = introduction(*dossier) + webLists(*dossier, wording, steps) + footOf(*dossier);
    if (steps.isEnded())
        return tl::unexpected(ended());
    return headOf(*dossier, style, code) + "<body>\n" + body.toUtf8() +
           "<script type=\"application/json\" id=\"data\">" + safeJson(data) + "</script>\n<script>" + code +
           "</script>\n</body>\n</html>\n";
}

} // namespace

QString webEscaped(const QString& text) {
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text)
        if ((c >= QChar(0x20) && c != QChar(0x7F) && c != QChar(0xFFFE) && c != QChar(0xFFFF)) || c == '\n' ||
            c == '\t')
            clean += c;
    return clean.toHtmlEscaped().replace('\'', QStringLiteral("&#39;"));
}

QByteArray webPage(const model::DossierPointer& dossier, const relations::Places& places,
                   const wording::Wording& wording, WebLook look) {
    return pageWith(dossier, places, wording, look, {}).value_or(QByteArray());
}

model::Result<QByteArray> webPage(const model::DossierPointer& dossier, const wording::Wording& wording, WebLook look,
                                  const Progress& progress, const QList<model::Placement>& held) {
    if (const qsizetype rows = webRowsOf(*dossier); rows > mostWebRows)
        return model::failure(
            WebText::tr("A web page holds at most %1 events, actors, ties and periods; this dossier has %2.")
                .arg(QString::number(mostWebRows), QString::number(rows)));
    JobPlaces places(
        dossier, [&](double share) { return !progress || progress(share * webPlaced); }, held);
    const relations::Places* found = places.find();
    if (!found)
        return tl::unexpected(ended());
    return pageWith(dossier, *found, wording, look,
                    [&](double share) { return !progress || progress(webPlaced + share * (webMade - webPlaced)); });
}

QByteArray webPage(const model::DossierPointer& dossier, const wording::Wording& wording, WebLook look) {
    return webPage(dossier, wording, look, Progress()).value_or(QByteArray());
}

QString wordOf(WebLook look) {
    switch (look) {
    case WebLook::Light:
        return QStringLiteral("light");
    case WebLook::Dark:
        return QStringLiteral("dark");
    case WebLook::System:
        break;
    }
    return QStringLiteral("system");
}

std::optional<WebLook> webLookOf(const QString& word) {
    for (const WebLook look : {WebLook::System, WebLook::Light, WebLook::Dark})
        if (wordOf(look) == word)
            return look;
    return {};
}

} // namespace entente::pictures
