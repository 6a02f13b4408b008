// What the result page does with the run's model: use, card, export, share.
#include <QFileDialog>
#include <memory>
#include <utility>

#include "app/gui/background.h"
#include "app/gui/models/model_card_dialog.h"
#include "app/gui/training/model_export.h"
#include "app/gui/training/result_page.h"
#include "app/gui/training/run_library.h"
#include "app/gui/widgets/text_format.h"

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
  inBackground(
      this, [description, model = model()] { *description = readModelDescription(model); },
      [this, description, model = model()] {
        auto* dialog = new ModelCardDialog(*description, model, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
      },
      telling());
}

void ResultPage::askForExport() {
  const QString asText = tr("Model and card as text (*.pt)");
  const QString asMarkdown = tr("Model and card as Markdown (*.pt)");
  auto* dialog = new QFileDialog(this, tr("Export the model"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilters({asText, asMarkdown});
  dialog->setDefaultSuffix(QStringLiteral("pt"));
  dialog->selectFile(runTitle(folder_) + QStringLiteral(".pt"));
  connect(dialog, &QFileDialog::fileSelected, this, [=, this](const QString& file) {
    exportTo(file,
             dialog->selectedNameFilter() == asMarkdown ? CardFormat::Markdown : CardFormat::Text);
  });
  dialog->open();
}

void ResultPage::exportTo(const QString& file, CardFormat format) {
  auto card = std::make_shared<fs::path>();
  inBackground(
      this, [=, model = model()] { *card = exportModel(model, file.toStdString(), format); },
      [this, file, card] {
        emit told(tr("The model is in %1, its card in %2.").arg(file, textOf(card->filename())));
      },
      telling());
}

void ResultPage::askForShare() {
  auto* dialog = new QFileDialog(this, tr("Share the model as one file"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilter(tr("Models (*.pt)"));
  dialog->setDefaultSuffix(QStringLiteral("pt"));
  dialog->selectFile(runTitle(folder_) + QStringLiteral(".pt"));
  connect(dialog, &QFileDialog::fileSelected, this, &ResultPage::shareAs);
  dialog->open();
}

void ResultPage::shareAs(const QString& file) {
  inBackground(
      this, [file, model = model()] { copyModel(model, file.toStdString()); },
      [this, file] { emit told(tr("The model is in %1, with its card inside.").arg(file)); },
      telling());
}

}  // namespace earwitness::gui
