// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result/run_model_actions.h"

#include <QWidget>
#include <memory>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/base/text_format.h"
#include "app/gui/sound_view/model_card_dialog.h"
#include "app/gui/training/run_library.h"
#include "app/gui/widgets/save_dialog.h"
#include "core/runs/run_folder.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

RunModelActions::RunModelActions(QWidget* page) : QObject(page), page_(page) {}

fs::path RunModelActions::model() const {
  return RunFolder{folder_}.bestModel();
}

std::function<void(const QString&)> RunModelActions::telling() {
  return [this](const QString& sentence) { emit told(sentence); };
}

void RunModelActions::useNow() {
  auto own = std::make_shared<fs::path>();
  inBackground(
      this, [own, model = model()] { *own = addToOwnModels(model); },
      [this, own] { emit modelChosen(textOf(*own)); }, telling());
}

void RunModelActions::showCard() {
  auto description = std::make_shared<ModelDescription>();
  readInBackground(
      this, [description, model = model()] { *description = readModelDescription(model); },
      [this, description, model = model()] {
        auto* dialog = new ModelCardDialog(*description, model, page_);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
      },
      telling());
}

void RunModelActions::askForExport() {
  const QString ending = QStringLiteral(".pt");
  const SaveRequest request{.title = tr("Export the model"),
                            .stem = runTitle(folder_),
                            .kinds = {{tr("Model and card as text (*.pt)"), ending},
                                      {tr("Model and card as Markdown (*.pt)"), ending}}};
  askWhereToSave(page_, request, [this](const QString& file, int kind) {
    exportTo(file, kind == 1 ? CardFormat::Markdown : CardFormat::Text);
  });
}

void RunModelActions::exportTo(const QString& file, CardFormat format) {
  auto card = std::make_shared<fs::path>();
  inBackground(
      this, [=, model = model()] { *card = exportModel(model, file.toStdString(), format); },
      [this, file, card] {
        emit told(tr("The model was saved as %1, and its card as %2.")
                      .arg(file, textOf(card->filename())));
      },
      telling());
}

void RunModelActions::askForCopy() {
  const SaveRequest request{.title = tr("Save the model as one file"),
                            .stem = runTitle(folder_),
                            .kinds = {{tr("Models (*.pt)"), QStringLiteral(".pt")}}};
  askWhereToSave(page_, request, [this](const QString& file, int) { copyTo(file); });
}

void RunModelActions::copyTo(const QString& file) {
  inBackground(
      this, [file, model = model()] { copyModel(model, file.toStdString()); },
      [this, file] { emit told(tr("The model and its card were saved as %1.").arg(file)); },
      telling());
}

}  // namespace earwitness::gui
