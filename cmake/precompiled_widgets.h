#pragma once
#include "cmake/precompiled_core.h"

#include <QApplication>
#include <QLayout>
#include <QPainter>
#include <QPainterPath>
#include <QWidget>
