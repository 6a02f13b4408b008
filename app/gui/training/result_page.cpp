#include "app/gui/training/result_page.h"

#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>
#include <utility>

#include "app/gui/background.h"
#include "app/gui/models/model_card_dialog.h"
#include "app/gui/theme.h"
#include "app/gui/training/class_figures_table.h"
#include "app/gui/training/confusion_clips.h"
#include "app/gui/training/confusion_pane.h"
#include "app/gui/training/corrections_keeper.h"
#include "app/gui/training/result_figures.h"
#include "app/gui/training/run_names.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/elided_label.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

struct ResultPage::Loaded {
  RunResult result;
  bool hasModel = false;
  QString problem;
};

namespace {

QString textOf(const fs::path& path) {
  return QString::fromStdString(path.string());
}

/// Where the run's own corrections are; empty where it was trained without.
fs::path correctionsOf(const RunSummary& run) {
  if (!run.settings.contains("data") || !run.settings["data"].is_object()) return {};
  return run.settings["data"].value("corrections", "");
}

/// A sentence about what is missing or to be minded; empty where all is well.
QString remarkOn(const RunResult& result, bool hasModel) {
  if (!hasModel) return ResultPage::tr("The run has no model yet; its first epoch has not ended.");
  if (!result.isThere)
    return ResultPage::tr(
        "The run has not come to its end; its figures are those of its best epoch so far.");
  if (result.noiseCheck.is_object() && result.noiseCheck.value("too_often", false))
    return ResultPage::tr(
        "The model names sounds in plain noise. Add a background class, record your room for it, "
        "and train again.");
  if (!result.warnings.empty()) return QString::fromStdString(result.warnings.front());
  return {};
}

}  // namespace

ResultPage::ResultPage(PlaybackHost* playback, QWidget* parent)
    : QWidget(parent), corrections_(new CorrectionsKeeper(this)) {
  setObjectName(QStringLiteral("resultPage"));
  clips_ = new ConfusionClips(playback, corrections_, this);
  build();
  connect(corrections_, &CorrectionsKeeper::failed, this, &ResultPage::told);
  connect(corrections_, &CorrectionsKeeper::changed, this, &ResultPage::showCorrections);
  connect(clips_, &ConfusionClips::told, this, &ResultPage::told);
  connect(confusion_, &ConfusionPane::cellChosen, this,
          [this](int target, int prediction) { clips_->showCell(target, prediction); });
  connect(classes_, &ClassFiguresTable::classChosen, this,
          [this](int label) { clips_->showCell(label, std::nullopt); });
}

ResultPage::~ResultPage() = default;

void ResultPage::build() {
  banner_ = new Banner(this);
  figures_ = new ResultFigures(this);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 10, 12, 10);
  layout->setSpacing(8);
  layout->addWidget(buildHeader());
  layout->addWidget(figures_);
  layout->addWidget(banner_);
  layout->addWidget(buildPanes(), 1);
  for (QPushButton* button : {use_, again_, card_, export_, share_}) button->setEnabled(false);
}

QWidget* ResultPage::buildHeader() {
  title_ = new ElidedLabel(this);
  title_->setObjectName(QStringLiteral("resultTitle"));
  QFont large = title_->font();
  large.setPointSizeF(large.pointSizeF() * 1.25);
  large.setBold(true);
  title_->setFont(large);
  subtitle_ = new ElidedLabel(this);
  subtitle_->setObjectName(QStringLiteral("resultSubtitle"));
  use_ = addButton(tr("&Use now"), tr("Adds the model to your own and listens with it"),
                   "resultUse", &ResultPage::useNow);
  again_ = addButton(tr("Train &again"),
                     tr("The same settings once more, with clips relabelled and left out"),
                     "resultAgain", &ResultPage::trainAgain);
  card_ = addButton(tr("Model &card…"), tr("What the model says of itself"), "resultCard",
                    &ResultPage::showCard);
  export_ = addButton(tr("&Export…"), tr("The model's file, and its card as text beside it"),
                      "resultExport", &ResultPage::askForExport);
  share_ = addButton(tr("&Share…"), tr("One file with the model and its card inside"),
                     "resultShare", &ResultPage::askForShare);
  auto* names = new QVBoxLayout;
  names->setSpacing(0);
  names->addWidget(title_);
  names->addWidget(subtitle_);
  auto* header = new QWidget(this);
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  row->addLayout(names, 1);
  for (QPushButton* button : {use_, again_, card_, export_, share_}) row->addWidget(button);
  return header;
}

QPushButton* ResultPage::addButton(const QString& text, const QString& help, const char* name,
                                   void (ResultPage::*slot)()) {
  auto* button = new QPushButton(text, this);
  button->setObjectName(QString::fromLatin1(name));
  button->setToolTip(help);
  connect(button, &QPushButton::clicked, this, slot);
  return button;
}

QWidget* ResultPage::buildPanes() {
  tabs_ = new QTabWidget(this);
  tabs_->setObjectName(QStringLiteral("resultTabs"));
  tabs_->setDocumentMode(true);
  confusion_ = new ConfusionPane(tabs_);
  classes_ = new ClassFiguresTable(tabs_);
  tabs_->addTab(confusion_, tr("Con&fusions"));
  tabs_->addTab(classes_, tr("C&lasses"));
  auto* panes = new QSplitter(Qt::Horizontal, this);
  panes->setChildrenCollapsible(false);
  panes->addWidget(tabs_);
  panes->addWidget(clips_);
  panes->setStretchFactor(0, 3);
  panes->setStretchFactor(1, 2);
  panes->setSizes({600, 380});
  clips_->layout()->setContentsMargins(8, 8, 0, 0);
  return panes;
}

void ResultPage::showRun(const fs::path& folder) {
  folder_ = folder;
  const int request = ++request_;
  auto loaded = std::make_shared<Loaded>();
  inBackground(
      this,
      [loaded, folder] {
        std::error_code none;
        loaded->hasModel = fs::exists(RunFolder{folder}.bestModel(), none);
        try {
          loaded->result = readRunResult(folder);
        } catch (const std::exception& error) {
          loaded->problem = QString::fromUtf8(error.what());
          if (const auto run = readRun(folder)) loaded->result.run = *run;
        }
      },
      [this, loaded, request] {
        if (request == request_) take(*loaded);
      });
}

void ResultPage::take(const Loaded& loaded) {
  result_ = loaded.result;
  hasModel_ = loaded.hasModel;
  banner_->setText(loaded.problem.isEmpty() ? remarkOn(result_, hasModel_) : loaded.problem);
  figures_->setResult(result_);
  classes_->setResult(result_);
  clips_->setResult(result_);
  confusion_->setResult(result_);
  corrections_->open(result_.dataRoot, correctionsOf(result_.run));
  showTitle();
  for (QPushButton* button : {use_, card_, export_, share_}) button->setEnabled(hasModel_);
  again_->setEnabled(result_.run.settings.is_object() && result_.run.settings.contains("data"));
}

void ResultPage::showTitle() {
  title_->setText(runName(folder_));
  const auto started =
      QDateTime::fromString(QString::fromStdString(result_.run.started), Qt::ISODateWithMs);
  QStringList parts;
  if (!result_.run.state.empty()) parts << runStateText(result_.run.state);
  if (started.isValid()) parts << QLocale().toString(started.toLocalTime(), QLocale::ShortFormat);
  if (!result_.dataRoot.empty()) parts << textOf(result_.dataRoot);
  const size_t corrected = corrections_->corrections().all().size();
  if (corrected > 0) parts << tr("corrected clips: %1").arg(corrected);
  subtitle_->setText(parts.join(QStringLiteral(" · ")));
  QPalette muted = palette();
  muted.setColor(QPalette::WindowText, themeColours(palette()).muted);
  subtitle_->setPalette(muted);
}

void ResultPage::showCorrections() {
  showTitle();
  QFont font = again_->font();
  font.setBold(corrections_->canUndo());  // there is something new to train with
  again_->setFont(font);
}

void ResultPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && subtitle_ != nullptr) showTitle();
}

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

void ResultPage::trainAgain() {
  nlohmann::json settings = result_.run.settings;
  settings["data"].erase("corrections");
  if (corrections_->corrections().empty()) {
    emit trainAgainAsked(settings);
    return;
  }
  settings["data"]["corrections"] = corrections_->file().string();
  corrections_->save([this, settings] { emit trainAgainAsked(settings); });
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
  dialog->selectFile(runName(folder_) + QStringLiteral(".pt"));
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
  dialog->selectFile(runName(folder_) + QStringLiteral(".pt"));
  connect(dialog, &QFileDialog::fileSelected, this, &ResultPage::shareAs);
  dialog->open();
}

void ResultPage::shareAs(const QString& file) {
  inBackgroundOrTold(
      [file, model = model()] { copyModel(model, file.toStdString()); },
      [this, file] { emit told(tr("The model is in %1, with its card inside.").arg(file)); });
}

}  // namespace earwitness::gui
