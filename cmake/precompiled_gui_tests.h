// The same with widgets.
#include "cmake/precompiled_widgets.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
