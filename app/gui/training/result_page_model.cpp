// What the result page does with the run's model: use, card, export, share.
#include <QFileDialog>
#include <memory>
#include <utility>

#include "app/gui/background.h"
#include "app/gui/models/model_card_dialog.h"
#include "app/gui/training/model_export.h"
#include "app/gui/training/result_page.h"
#include "app/gui/training/run_library.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

QString textOf(const fs::path& path) {
  return QString::fromStdString(path.string());
}

}  // namespace

/// `work` may throw; then its sentence is told and `then` is not called.
void ResultPage::inBackgroundOrTold(std::function<void()> work, std::function<void()> then) {
  auto problem = std::make_shared<QString>();
  inBackground(
      this,
      [work = std::move(work), problem] {
        try {
          work();
        } catch (const std::exception& error) {
          *problem = QString::fromUtf8(error.what());
        }
      },
      [this, then = std::move(then), problem] {
        if (!problem->isEmpty())
          emit told(*problem);
        else
          then();
      });
}

void ResultPage::useNow() {
  auto own = std::make_shared<fs::path>();
  inBackgroundOrTold([own, model = model()] { *own = addToOwnModels(model); },
                     [this, own] { emit modelChosen(textOf(*own)); });
}

void ResultPage::showCard() {
  auto description = std::make_shared<ModelDescription>();
  inBackgroundOrTold([description, model = model()] { *description = readModelDescription(model); },
                     [this, description, model = model()] {
                       auto* dialog = new ModelCardDialog(*description, model, this);
                       dialog->setAttribute(Qt::WA_DeleteOnClose);
                       dialog->open();
                     });
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
  inBackgroundOrTold(
      [=, model = model()] { *card = exportModel(model, file.toStdString(), format); },
      [this, file, card] {
        emit told(tr("The model is in %1, its card in %2.").arg(file, textOf(card->filename())));
      });
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
  inBackgroundOrTold(
      [file, model = model()] { copyModel(model, file.toStdString()); },
      [this, file] { emit told(tr("The model is in %1, with its card inside.").arg(file)); });
}

}  // namespace earwitness::gui
