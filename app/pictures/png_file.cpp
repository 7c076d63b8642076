#include "app/pictures/png_file.h"

#include <QtEndian>

#include <atomic>
#include <cstring>
#include <future>
#include <zlib.h>

namespace entente::pictures {

namespace {

constexpr int rowsOfStripe = 135; // a sixteenth of a slide at twice its size: two threads share them evenly
constexpr int fastest = 1;        // of zlib's levels
constexpr int rawDeflate = -15;   // with the largest window, and without header and checksum
constexpr int memoryLevel = 9;
constexpr uLong flushed = 64;                // bytes that a flush adds at most
constexpr char unchanged = 0, lessAbove = 2; // filters of a row
constexpr char bitDepth = 8, colour = 2, colourAndAlpha = 6, perceptual = 0, metre = 1;
constexpr auto signature = "\x89PNG\r\n\x1A\n";
constexpr auto zlibHeader = "\x78\x01";

QByteArray bigEndian(quint32 number) {
    QByteArray bytes(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

void putChunk(QByteArray& file, const char* type, const QByteArray& bytes) {
    file += bigEndian(static_cast<quint32>(bytes.size()));
    const qsizetype from = file.size();
    file.append(type).append(bytes);
    const auto* checked = reinterpret_cast<const Bytef*>(file.constData() + from);
    file += bigEndian(static_cast<quint32>(crc32_z(0, checked, static_cast<size_t>(file.size() - from))));
}

QByteArray headOf(const QImage& image) {
    QByteArray head = bigEndian(static_cast<quint32>(image.width())) + bigEndian(static_cast<quint32>(image.height()));
    head.append(bitDepth).append(image.hasAlphaChannel() ? colourAndAlpha : colour);
    return head.append(3, '\0'); // compression, filters and interlacing: there is one, one and none
}

QByteArray densityOf(const QImage& image) {
    return bigEndian(static_cast<quint32>(image.dotsPerMeterX())) +
           bigEndian(static_cast<quint32>(image.dotsPerMeterY())) + metre;
}

/// Latin letters as most programs look for them, else UTF-8.
void putText(QByteArray& file, const QByteArray& keyword, QString text) {
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != '\n'; });
    const bool isAscii = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
    if (isAscii)
        return putChunk(file, "tEXt", keyword + '\0' + text.toLatin1());
    putChunk(file, "iTXt",
             keyword + QByteArray(5, '\0') + text.toUtf8()); // not compressed, no language, no translation
}

/// Some rows of an image, deflated so that those of the next stripe may follow.
struct Stripe {
    QByteArray bytes;
    uLong checksum = adler32(0, nullptr, 0);
    z_off_t length = 0; ///< before it was deflated
};

/// Deflates the rows of a stripe one after another.
class StripeWriter {
public:
    explicit StripeWriter(qsizetype bytes) {
        m_isReady = deflateInit2(&m_stream, fastest, Z_DEFLATED, rawDeflate, memoryLevel, Z_DEFAULT_STRATEGY) == Z_OK;
        if (!m_isReady)
            return;
        const size_t most = deflateBound(&m_stream, static_cast<uLong>(bytes)) + flushed;
        m_stripe.bytes.resize(static_cast<qsizetype>(most));
        m_stream.next_out = reinterpret_cast<Bytef*>(m_stripe.bytes.data());
        m_stream.avail_out = static_cast<uInt>(m_stripe.bytes.size());
    }
    ~StripeWriter() { deflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(StripeWriter)

    void add(const void* data, qsizetype size) {
        const auto* bytes = static_cast<const Bytef*>(data);
        m_stripe.checksum = adler32_z(m_stripe.checksum, bytes, static_cast<size_t>(size));
        m_stripe.length += static_cast<z_off_t>(size);
        m_stream.next_in = const_cast<Bytef*>(bytes); // zlib reads it only
        m_stream.avail_in = static_cast<uInt>(size);
        deflate(&m_stream, Z_NO_FLUSH);
    }

    Stripe finished(bool isLast) {
        if (!m_isReady)
            return {};
        m_stream.avail_in = 0;
        deflate(&m_stream, isLast ? Z_FINISH : Z_FULL_FLUSH);
        m_stripe.bytes.chop(static_cast<qsizetype>(m_stream.avail_out));
        return std::move(m_stripe);
    }

private:
    z_stream m_stream{};
    Stripe m_stripe;
    bool m_isReady = false;
};

/// A row like the one above it becomes noughts, which cost next to nothing; between letters and flat areas, other
/// filters gain less than their time.
Stripe stripeOf(const QImage& image, int first, int last) {
    const int width = image.width(), channels = image.hasAlphaChannel() ? 4 : 3;
    const auto rowBytes = static_cast<size_t>(image.width()) * static_cast<size_t>(image.depth()) / 8;
    const QImage pixels = QImage(image.constScanLine(first), width, last - first, image.bytesPerLine(), image.format())
                              .convertToFormat(channels == 4 ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    if (pixels.isNull())
        return {};
    const qsizetype size = qsizetype{width} * channels;
    const QByteArray noughts(size, '\0');
    StripeWriter writer((size + 1) * (last - first));
    for (int row = first; row < last; ++row) {
        const bool isLikeAbove =
            row > 0 && std::memcmp(image.constScanLine(row), image.constScanLine(row - 1), rowBytes) == 0;
        writer.add(isLikeAbove ? &lessAbove : &unchanged, 1);
        writer.add(isLikeAbove ? noughts.constData() : reinterpret_cast<const char*>(pixels.constScanLine(row - first)),
                   size);
    }
    return writer.finished(last == image.height());
}

std::vector<Stripe> stripesOf(const QImage& image) {
    std::vector<Stripe> stripes(static_cast<size_t>((image.height() + rowsOfStripe - 1) / rowsOfStripe));
    std::atomic<size_t> next = 0;
    const auto work = [&] {
        for (size_t i = next++; i < stripes.size(); i = next++) {
            const int first = static_cast<int>(i) * rowsOfStripe;
            stripes[i] = stripeOf(image, first, std::min(first + rowsOfStripe, image.height()));
        }
    };
    const auto other = std::async(std::launch::async, work);
    work();
    other.wait();
    return stripes;
}

} // namespace

QByteArray pngFile(const QImage& image, const PngTexts& texts) {
    QByteArray file(signature);
    putChunk(file, "IHDR", headOf(image));
    putChunk(file, "sRGB", QByteArray(1, perceptual));
    putChunk(file, "pHYs", densityOf(image));
    for (const auto& [keyword, text] : texts)
        putText(file, keyword, text);
    std::vector<Stripe> stripes = stripesOf(image);
    stripes.front().bytes.prepend(zlibHeader);
    uLong checksum = adler32(0, nullptr, 0);
    for (size_t i = 0; i < stripes.size(); ++i) {
        Stripe& stripe = stripes[i];
        if (stripe.length == 0)
            return {};
        checksum = adler32_combine(checksum, stripe.checksum, stripe.length);
        if (i + 1 == stripes.size())
            stripe.bytes += bigEndian(static_cast<quint32>(checksum));
        putChunk(file, "IDAT", stripe.bytes);
    }
    putChunk(file, "IEND", {});
    return file;
}

} // namespace entente::pictures
