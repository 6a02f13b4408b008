// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result_figures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "app/gui/base/core_text.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/training/curve_data.h"

namespace earwitness::gui {

namespace {

constexpr double kLarge = 2.4;
constexpr double kPlain = 1.25;

QString shareText(double share) {
  return ResultFigures::tr("%1%").arg(QLocale().toString(share * 100.0, 'f', 1));
}

QString noiseDetails(const nlohmann::json& check) {
  QStringList lines;
  try {
    for (const auto& kind : check.at("kinds"))
      lines << ResultFigures::tr("%1: %2 of %3 windows")
                   .arg(coreText(kind.at("kind").get<std::string>()))
                   .arg(kind.at("fired").get<int>())
                   .arg(kind.at("windows").get<int>());
  } catch (const nlohmann::json::exception&) {  // the share alone, then
  }
  return lines.join(u'\n');
}

}  // namespace

QString countText(long count) {
  const QLocale locale;
  if (count < 10'000) return locale.toString(qlonglong(count));
  if (count < 1'000'000)
    return ResultFigures::tr("%1 k", "thousands").arg(locale.toString(double(count) / 1e3, 'f', 0));
  return ResultFigures::tr("%1 M", "millions").arg(locale.toString(double(count) / 1e6, 'f', 2));
}

ResultFigures::ResultFigures(QWidget* parent) : QWidget(parent) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(28);
  main_ = addTile(tr("Balanced accuracy"), "figureBalanced", kLarge);
  second_ = addTile(tr("Accuracy"), "figureAccuracy", kPlain);
  epochs_ = addTile(tr("Best epoch"), "figureEpochs", kPlain);
  parameters_ = addTile(tr("Parameters"), "figureParameters", kPlain);
  noise_ = addTile(tr("False alarms on noise"), "figureNoise", kPlain);
  latency_ = addTile(tr("Latency"), "figureLatency", kPlain);
  layout->addStretch(1);
  latency_.value->setToolTip(tr("Inference time of one window on one thread of this computer"));
  colour();
}

ResultFigures::Tile ResultFigures::addTile(const QString& caption, const char* name, double size) {
  Tile tile{new QLabel(caption, this), new QLabel(this)};
  tile.caption->setFont(smallFont(font()));
  tile.value->setObjectName(QString::fromLatin1(name));
  tile.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
  QFont large = tabularFont(font());
  large.setPointSizeF(large.pointSizeF() * size);
  large.setBold(true);
  tile.value->setFont(large);
  auto* column = new QVBoxLayout;
  column->setSpacing(0);
  column->addStretch(1);
  column->addWidget(tile.value);
  column->addWidget(tile.caption);
  static_cast<QHBoxLayout*>(layout())->addLayout(column);
  tiles_.push_back(tile);
  return tile;
}

void ResultFigures::setResult(const RunResult& result) {
  const QString none = QStringLiteral("–");
  const RunSummary& run = result.run;
  const bool validated = run.best && (result.confusion.total() > 0 || !result.isThere);
  if (result.isMultiLabel) {
    showMultiLabel(*run.best->multiLabel);
  } else {
    main_.value->setText(run.best ? shareText(run.best->balancedAccuracy) : none);
    main_.value->setToolTip(tr("Mean recall of all classes on clips not used for training"));
    main_.caption->setText(validated || !run.best ? tr("Balanced accuracy")
                                                  : tr("Balanced accuracy in training"));
    second_.value->setText(run.best ? shareText(run.best->accuracy) : none);
    second_.value->setToolTip({});
    second_.caption->setText(tr("Accuracy"));
  }
  epochs_.value->setText(run.best ? tr("%1 of %2").arg(run.bestEpoch).arg(run.epochs) : none);
  parameters_.value->setText(run.parameters ? countText(*run.parameters) : none);
  parameters_.value->setToolTip(run.parameters ? QLocale().toString(qlonglong(*run.parameters))
                                               : QString());
  noise_.value->setText(result.firesOnNoise ? shareText(*result.firesOnNoise) : none);
  noise_.value->setToolTip(noiseDetails(result.noiseCheck));
  firesTooOften_ = result.firesTooOften;
  latency_.value->setText(
      result.latencyMs ? tr("%1 ms").arg(QLocale().toString(*result.latencyMs, 'f', 1)) : none);
  for (const Tile& tile : tiles_)
    tile.value->setAccessibleName(
        tr("%1: %2", "a figure's name and value").arg(tile.caption->text(), tile.value->text()));
  colour();
}

void ResultFigures::showMultiLabel(const MultiLabelFigures& figures) {
  main_.value->setText(accuracyText(figures.meanAveragePrecision));
  main_.value->setToolTip(
      tr("Mean over the classes, on clips not used for training: 100% if all clips with a sound "
         "score higher than all clips without it"));
  main_.caption->setText(tr("Mean average precision"));
  second_.value->setText(accuracyText(figures.macroF1));
  second_.value->setToolTip(tr("Mean of the classes' F1 at their thresholds, on the same clips"));
  second_.caption->setText(tr("Macro F1"));
}

void ResultFigures::colour() {
  const ThemeColours& colours = themeColours(palette());
  const auto paint = [](QLabel* label, const QColor& colour) {
    QPalette own;
    own.setColor(QPalette::WindowText, colour);
    label->setPalette(own);
  };
  for (const Tile& tile : tiles_) paint(tile.caption, colours.muted);
  paint(main_.value, colours.accent);
  paint(noise_.value, firesTooOften_ ? colours.danger : palette().color(QPalette::WindowText));
}

void ResultFigures::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && latency_.value != nullptr) colour();
}

}  // namespace earwitness::gui
