#pragma once

// The only place that sees QCustomPlot's header: it relies on Qt's foreach, which nothing else here may use.
#include <QtGlobal>
#ifndef foreach
#define foreach Q_FOREACH
#define ENTENTE_FOREACH_IS_OURS
#endif
#include <qcustomplot.h>
#ifdef ENTENTE_FOREACH_IS_OURS
#undef foreach
#undef ENTENTE_FOREACH_IS_OURS
#endif
