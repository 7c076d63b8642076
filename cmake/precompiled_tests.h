// What tests include, so that it is read once.
#include "cmake/precompiled_core.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
