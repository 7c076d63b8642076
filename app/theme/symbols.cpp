#include "app/theme/brushwork.h"

#include <QHash>
#include <QIconEngine>
#include <QPixmapCache>

namespace entente::theme {

namespace {

constexpr double grid = 16;
constexpr double strokeWidth = 1.5;

/// The lines of the symbols, in their order, on a grid of 16: M and L move and draw to points, C draws a cubic curve, O
/// an ellipse (centre and radii), Z closes.
constexpr const char* symbolLines[] = {
    /* Document */ "M 4 2 L 9.5 2 L 12.5 5 L 12.5 14 L 4 14 Z M 9.5 2 L 9.5 5 L 12.5 5 M 6 8.5 L 10.5 8.5 M 6 11 L "
                   "10.5 11",
    /* Atom */
    "O 8 8 1 1 O 8 8 6.6 2.7 M 4.7 2.3 C 6 1.55 8.6 3.5 10.45 6.7 C 12.3 9.9 12.75 12.9 11.45 13.65 C 10.15 14.4 7.55 "
    "12.45 5.7 9.25 C 3.85 6.05 3.4 3.05 4.7 2.3",
    /* Limit */ "M 2 8 L 12 8 M 12 3.5 L 12 12.5",
    /* Shield */ "M 8 1.8 L 13.2 3.6 L 13.2 7.7 C 13.2 10.7 11 12.9 8 14.2 C 5 12.9 2.8 10.7 2.8 7.7 L 2.8 3.6 Z",
    /* Drop */
    "M 8 1.8 C 10.6 5.1 12.1 7.2 12.1 9.4 C 12.1 11.66 10.26 13.5 8 13.5 C 5.74 13.5 3.9 11.66 3.9 9.4 C 3.9 7.2 5.4 "
    "5.1 8 1.8 Z",
    /* Chip */
    "M 4.5 4.5 L 11.5 4.5 L 11.5 11.5 L 4.5 11.5 Z M 6.5 4.5 L 6.5 2 M 9.5 4.5 L 9.5 2 M 6.5 14 L 6.5 11.5 M 9.5 14 L "
    "9.5 11.5 M 4.5 6.5 L 2 6.5 M 4.5 9.5 L 2 9.5 M 14 6.5 L 11.5 6.5 M 14 9.5 L 11.5 9.5",
    /* Globe */
    "O 8 8 6 6 M 2 8 L 14 8 M 8 2 C 6 3.8 5.2 5.8 5.2 8 C 5.2 10.2 6 12.2 8 14 C 10 12.2 10.8 10.2 10.8 8 C 10.8 5.8 "
    "10 3.8 8 2 Z",
    /* Person */ "O 8 5.2 2.7 2.7 M 2.8 13.8 C 2.8 10.6 5 9.6 8 9.6 C 11 9.6 13.2 10.6 13.2 13.8",
    /* People */
    "O 6 5.4 2.4 2.4 M 1.5 13.4 C 1.5 10.5 3.4 9.6 6 9.6 C 8.6 9.6 10.5 10.5 10.5 13.4 M 10.6 3.2 C 12 3.3 13 4.3 13 "
    "5.5 C 13 6.7 12.1 7.6 10.9 7.8 M 12 9.9 C 13.6 10.3 14.6 11.3 14.6 13.4",
    /* Back */ "M 9.5 3.5 L 5 8 L 9.5 12.5",
    /* Forward */ "M 6.5 3.5 L 11 8 L 6.5 12.5",
    /* Previous */ "M 9.5 3.5 L 5 8 L 9.5 12.5",
    /* Next */ "M 6.5 3.5 L 11 8 L 6.5 12.5",
    /* ChevronDown */ "M 3.5 6 L 8 10.5 L 12.5 6",
    /* Search */ "O 7 7 4.5 4.5 M 10.4 10.4 L 14 14",
    /* Export */ "M 8 10 L 8 2.5 M 5 5.5 L 8 2.5 L 11 5.5 M 3 9.5 L 3 13.5 L 13 13.5 L 13 9.5",
    /* Plus */ "M 8 3 L 8 13 M 3 8 L 13 8",
    /* Minus */ "M 3 8 L 13 8",
    /* Fit */
    "M 2.5 6 L 2.5 2.5 L 6 2.5 M 10 2.5 L 13.5 2.5 L 13.5 6 M 13.5 10 L 13.5 13.5 L 10 13.5 M 6 13.5 L 2.5 13.5 L 2.5 "
    "10",
    /* Close */ "M 4 4 L 12 12 M 12 4 L 4 12",
    /* Link */
    "M 6.3 9.7 L 9.7 6.3 M 7 4.5 L 8.5 3 C 9.5 2 11.1 2 12.1 3 L 13 3.9 C 14 4.9 14 6.5 13 7.5 L 11.5 9 M 9 11.5 L 7.5 "
    "13 C 6.5 14 4.9 14 3.9 13 L 3 12.1 C 2 11.1 2 9.5 3 8.5 L 4.5 7",
    /* Pin */ "M 5 2.5 L 11 2.5 M 6 2.5 L 6 7 L 4 9.5 L 12 9.5 L 10 7 L 10 2.5 M 8 9.5 L 8 14",
    /* More */ "O 3.5 8 0.5 0.5 O 8 8 0.5 0.5 O 12.5 8 0.5 0.5",
    /* Tray */ "M 2 9 L 4 3 L 12 3 L 14 9 L 14 13.5 L 2 13.5 Z M 2 9 L 5.5 9 L 6.5 11 L 9.5 11 L 10.5 9 L 14 9",
    /* Table */ "M 2 3 L 14 3 L 14 13 L 2 13 Z M 2 6.5 L 14 6.5 M 2 9.75 L 14 9.75 M 6.5 3 L 6.5 13",
    /* Copy */ "M 5.5 5.5 L 13.5 5.5 L 13.5 13.5 L 5.5 13.5 Z M 3.5 10.5 L 2.5 10.5 L 2.5 2.5 L 10.5 2.5 L 10.5 3.5",
    /* Play */ "M 5 3 L 13 8 L 5 13 Z",
    /* Pause */ "M 5.5 3.5 L 5.5 12.5 M 10.5 3.5 L 10.5 12.5",
    /* Focus */ "O 8 8 2 2 O 8 8 5 5 M 8 1.5 L 8 3 M 8 13 L 8 14.5 M 1.5 8 L 3 8 M 13 8 L 14.5 8",
    /* Compare */ "M 3.5 14 L 3.5 2.5 L 7.2 4.5 L 3.5 6.5 M 12.5 14 L 12.5 2.5 L 8.8 4.5 L 12.5 6.5",
    /* Quiz */ "O 8 8 6 6 M 6.2 6.4 C 6.2 4 9.8 4 9.8 6.4 C 9.8 7.9 8 7.7 8 9.3 M 8 11.2 L 8 11.9",
    /* Present */ "M 2 3 L 14 3 L 14 11 L 2 11 Z M 8 11 L 8 14 M 5 14 L 11 14",
};

const char* linesOf(Symbol symbol) {
    return symbolLines[static_cast<size_t>(symbol)];
}

/// Reads the words of linesOf one after the other.
class LineReader {
public:
    explicit LineReader(const char* lines) : m_words(QString::fromLatin1(lines).split(QLatin1Char(' '))) {}

    QPainterPath read() {
        while (m_next < m_words.size())
            readCommand(m_words[m_next++]);
        return m_path;
    }

private:
    double number() { return m_words[m_next++].toDouble(); }
    QPointF point() {
        const double x = number();
        return {x, number()};
    }
    void readCommand(const QString& command) {
        if (command == QLatin1String("M")) {
            m_path.moveTo(point());
        } else if (command == QLatin1String("L")) {
            m_path.lineTo(point());
        } else if (command == QLatin1String("C")) {
            const QPointF first = point();
            const QPointF second = point();
            m_path.cubicTo(first, second, point());
        } else if (command == QLatin1String("O")) {
            const QPointF centre = point();
            const QPointF radii = point();
            m_path.addEllipse(centre, radii.x(), radii.y());
        } else {
            m_path.closeSubpath();
        }
    }

    QStringList m_words;
    qsizetype m_next = 0;
    QPainterPath m_path;
};

/// Draws at the size and pixel ratio that the style asks for.
class SymbolEngine : public QIconEngine {
public:
    SymbolEngine(Symbol symbol, QColor color, QColor disabled)
        : m_symbol(symbol), m_color(color), m_disabled(disabled) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        paintSymbol(*painter, m_symbol, rect, mode == QIcon::Disabled ? m_disabled : m_color);
    }
    QIconEngine* clone() const override { return new SymbolEngine(*this); }
    /// Remembered: buttons above what moves are painted with each of its frames.
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        const QColor& color = mode == QIcon::Disabled ? m_disabled : m_color;
        const QString key = QStringLiteral("symbol %1 %2 %3 %4")
                                .arg(static_cast<int>(m_symbol))
                                .arg(color.rgba())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

private:
    Symbol m_symbol;
    QColor m_color;
    QColor m_disabled;
};

} // namespace

Symbol symbolOf(const QString& name) {
    static const QHash<QString, Symbol> symbols{
        {QStringLiteral("document"), Symbol::Document}, {QStringLiteral("atom"), Symbol::Atom},
        {QStringLiteral("limit"), Symbol::Limit},       {QStringLiteral("shield"), Symbol::Shield},
        {QStringLiteral("drop"), Symbol::Drop},         {QStringLiteral("chip"), Symbol::Chip},
        {QStringLiteral("globe"), Symbol::Globe},       {QStringLiteral("person"), Symbol::Person},
        {QStringLiteral("people"), Symbol::People},
    };
    return symbols.value(name, Symbol::Document);
}

void paintSymbol(QPainter& painter, Symbol symbol, const QRectF& frame, QColor color) {
    const Restoring restoring(painter);
    const double side = std::min(frame.width(), frame.height());
    painter.translate(frame.center() - QPointF(side, side) / 2);
    painter.scale(side / grid, side / grid);
    painter.setPen(linePen(color, strokeWidth * std::min(1.0, grid / side * 1.125), Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(LineReader(linesOf(symbol)).read());
}

QIcon icon(Symbol symbol, const Theme& theme, Role ink) {
    return QIcon(new SymbolEngine(symbol, theme.color(ink), theme.color(Role::Line3)));
}

} // namespace entente::theme
