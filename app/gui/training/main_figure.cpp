// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/main_figure.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include "app/gui/training/curve_data.h"

namespace earwitness::gui {

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(MainFigure)
};

}  // namespace

bool isMultiLabel(const nlohmann::json& settings) {
  return settings.is_object() && settings.value("labels_per_clip", nlohmann::json()) == "multi";
}

QString mainFigureName(bool multiLabel) {
  return multiLabel ? Text::tr("Mean average precision") : Text::tr("Balanced accuracy");
}

QString mainFigureText(const Figures& figures) {
  return accuracyText(mainFigure(figures));
}

QString namedFigureText(const Figures& figures) {
  const QString text = mainFigureText(figures);
  return figures.multiLabel ? Text::tr("%1 mAP", "mean average precision").arg(text) : text;
}

}  // namespace earwitness::gui
