#include "app/pictures/formats.h"

namespace entente::pictures {

void fixPdf(QByteArray& bytes, const Labels& labels) {
    Q_UNUSED(bytes);
    Q_UNUSED(labels);
}

} // namespace entente::pictures
