// SPDX-License-Identifier: GPL-3.0-or-later
// What the result page does with the run's model: use, card, export, share.
#include <memory>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/base/text_format.h"
#include "app/gui/sound_view/model_card_dialog.h"
#include "app/gui/training/result/model_export.h"
#include "app/gui/training/result/result_page.h"
#include "app/gui/training/run_library.h"
#include "app/gui/widgets/save_dialog.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

std::function<void(const QString&)> ResultPage::telling() {
  return [this](const QString& sentence) { emit told(sentence); };
}

void ResultPage::useNow() {
  auto own = std::make_shared<fs::path>();
  inBackground(
      this, [own, model = model()] { *own = addToOwnModels(model); },
      [this, own] { emit modelChosen(textOf(*own)); }, telling());
}

void ResultPage::showCard() {
  auto description = std::make_shared<ModelDescription>();
  readInBackground(
      this, [description, model = model()] { *description = readModelDescription(model); },
      [this, description, model = model()] {
        auto* dialog = new ModelCardDialog(*description, model, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
      },
      telling());
}

void ResultPage::askForExport() {
  const QString ending = QStringLiteral(".pt");
  const SaveRequest request{.title = tr("Export the model"),
                            .stem = runTitle(folder_),
                            .kinds = {{tr("Model and card as text (*.pt)"), ending},
                                      {tr("Model and card as Markdown (*.pt)"), ending}}};
  askWhereToSave(this, request, [this](const QString& file, int kind) {
    exportTo(file, kind == 1 ? CardFormat::Markdown : CardFormat::Text);
  });
}

void ResultPage::exportTo(const QString& file, CardFormat format) {
  auto card = std::make_shared<fs::path>();
  inBackground(
      this, [=, model = model()] { *card = exportModel(model, file.toStdString(), format); },
      [this, file, card] {
        emit told(tr("The model was saved as %1, and its card as %2.")
                      .arg(file, textOf(card->filename())));
      },
      telling());
}

void ResultPage::askForShare() {
  const SaveRequest request{.title = tr("Save the model as one file"),
                            .stem = runTitle(folder_),
                            .kinds = {{tr("Models (*.pt)"), QStringLiteral(".pt")}}};
  askWhereToSave(this, request, [this](const QString& file, int) { shareAs(file); });
}

void ResultPage::shareAs(const QString& file) {
  inBackground(
      this, [file, model = model()] { copyModel(model, file.toStdString()); },
      [this, file] { emit told(tr("The model and its card were saved as %1.").arg(file)); },
      telling());
}

}  // namespace earwitness::gui
