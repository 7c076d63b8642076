#pragma once
#include "cmake/precompiled_core.h"

// It includes all of QtWidgets, QtGui and QtPrintSupport.
#include <qcustomplot.h>
