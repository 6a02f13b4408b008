// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/import_dialog.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/shown_label.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/models/import_form.h"
#include "app/gui/services/model_files.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/unconfined_question.h"
#include "core/base/message_json.h"

namespace earwitness::gui {

namespace {

QPushButton* plainButton(const QString& text, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  button->setAutoDefault(false);
  return button;
}

/// What was found out, in a sentence or two.
QString foundText(const nlohmann::json& report) {
  const auto& input = report.at("inputs").at(0);
  const bool waveform = input.at("input") == "waveform";
  const QString size =
      QLocale().toString(input.at(waveform ? "samples" : "frames").get<qlonglong>());
  const bool any = input.at("any_size").get<bool>();
  QString takes = waveform ? (any ? ImportDialog::tr("waveform of any length")
                                  : ImportDialog::tr("waveform of %1 samples").arg(size))
                           : (any ? ImportDialog::tr("log-mel windows of any length")
                                  : ImportDialog::tr("log-mel windows of %1 frames").arg(size));
  const auto& sizes = input.at("outputs").at(0).at("sizes");
  const qlonglong answers = sizes.empty() ? 1 : sizes.back().get<qlonglong>();
  return ImportDialog::tr("Parameters: %1. Input: %2. Output values: %3.")
      .arg(QLocale().toString(report.at("parameters").get<qlonglong>()), takes,
           QLocale().toString(answers));
}

constexpr int kFormHeight = 720;  // of the dialog with the form

/// The trial's best labels as rows, and what else it told.
QString trialText(const nlohmann::json& result) {
  QString rows;
  for (const auto& top : result.at("sample").at("top"))
    rows += QStringLiteral("<tr><td align=\"right\"><b>%1</b></td><td>%2</td></tr>")
                .arg(percentText(top.at("score").get<float>()),
                     shownLabel(top.at("label")).toHtmlEscaped());
  const QFileInfo sample(QString::fromStdString(result.at("sample").at("file")));
  QString text = ImportDialog::tr("Highest scores in %1:").arg(sample.fileName().toHtmlEscaped()) +
                 QStringLiteral("<table cellpadding=\"2\">") + rows + QStringLiteral("</table>");
  text += ImportDialog::tr("Inference time per window: %1 ms.")
              .arg(QLocale().toString(result.at("window_ms").get<double>(), 'f', 1));
  if (result.contains("fires_on_noise"))
    text += u' ' + ImportDialog::tr("False alarms on noise: %1 of windows.")
                       .arg(percentText(result.at("fires_on_noise").get<float>()));
  return text;
}

}  // namespace

ImportDialog::ImportDialog(QWidget* parent)
    : QDialog(parent),
      job_(new CliJob(this)),
      banner_(new Banner(this)),
      found_(new QLabel(this)),
      scroll_(new QScrollArea(this)),
      form_(new ImportForm),
      progress_(new QProgressBar(this)),
      doing_(new QLabel(this)),
      import_(plainButton(tr("&Import"), this)),
      cancel_(plainButton(tr("Cancel"), this)) {
  setWindowTitle(tr("Import model"));
  found_->setWordWrap(true);
  found_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  scroll_->setWidget(form_);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  progress_->setRange(0, 0);
  progress_->setTextVisible(false);
  progress_->setFixedSize(120, 8);
  import_->setDefault(true);

  found_->setText(
      tr("Choose a TorchScript model, or the weights of a public network (EfficientAT). It runs in "
         "a sandbox, where it cannot open files, start programs or use the network."));
  form_->hide();
  trialPane_ = trialPane();

  auto* below = new QHBoxLayout;
  below->addWidget(progress_);
  below->addWidget(doing_, 1);
  below->addWidget(cancel_);
  below->addWidget(import_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(10);
  layout->addWidget(fileRow());
  layout->addWidget(banner_);
  layout->addWidget(found_);
  layout->addWidget(scroll_, 1);
  layout->addWidget(trialPane_);
  layout->addLayout(below);
  resize(640, kFormHeight);

  connect(form_, &ImportForm::changed, this, &ImportDialog::showEnabled);
  connect(import_, &QPushButton::clicked, this, &ImportDialog::save);
  connect(cancel_, &QPushButton::clicked, this, [this] { work_ == Work::None ? reject() : end(); });
  connect(this, &QDialog::finished, job_, &CliJob::cancel);
  end();
  choose_->setFocus();  // not the path, which would be selected
}

QWidget* ImportDialog::fileRow() {
  auto* row = new QWidget(this);
  path_ = new QLineEdit(row);
  path_->setReadOnly(true);
  path_->setPlaceholderText(tr("A TorchScript file or a file of weights (.pt)"));
  path_->setAccessibleName(tr("Network file"));
  choose_ = plainButton(tr("C&hoose…"), row);
  connect(choose_, &QPushButton::clicked, this, &ImportDialog::askForFile);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(path_, 1);
  layout->addWidget(choose_);
  return row;
}

QWidget* ImportDialog::trialPane() {
  auto* pane = new QWidget(this);
  try_ = plainButton(tr("&Try on a sample"), pane);
  chooseSample_ = plainButton(tr("Try on a so&und file…"), pane);
  trial_ = new QLabel(pane);
  trial_->setAccessibleName(tr("Detected sounds"));
  trial_->setTextFormat(Qt::RichText);
  trial_->setWordWrap(true);
  trial_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  connect(try_, &QPushButton::clicked, this, [this] {
    sample_.clear();
    tryIt();
  });
  connect(chooseSample_, &QPushButton::clicked, this, &ImportDialog::askForSample);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(try_);
  buttons->addWidget(chooseSample_);
  buttons->addStretch(1);
  auto* layout = new QVBoxLayout(pane);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(buttons);
  layout->addWidget(trial_);
  return pane;
}

void ImportDialog::askForFile() {
  auto* dialog = new QFileDialog(this, tr("Import model"), {},
                                 tr("Networks (*.pt *.pth *.jit *.ts *.zip);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::openFile);
  dialog->open();
}

void ImportDialog::askForSample() {
  auto* dialog = new QFileDialog(this, tr("Sound to try"), {},
                                 tr("Audio (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    sample_ = file;
    tryIt();
  });
  dialog->open();
}

void ImportDialog::openFile(const QString& file) {
  file_ = file;
  path_->setText(QDir::toNativeSeparators(file));
  found_->clear();
  trial_->clear();
  form_->hide();
  family_.clear();
  unconfined_ = false;
  probe();
}

void ImportDialog::probe() {
  QStringList arguments{"model", "probe", file_, "--json"};
  if (unconfined_) arguments << "--unconfined";
  begin(Work::Probe, tr("Reading the file…"), arguments);
}

void ImportDialog::tryIt() {
  if (writeLabels()) begin(Work::Trial, tr("Testing the model…"), importArguments());
}

void ImportDialog::save() {
  if (!writeLabels()) return;
  auto saved = std::make_shared<QString>();
  auto problem = std::make_shared<QString>();
  begin(Work::Import, tr("Importing…"), {});
  inBackground(
      this,
      [saved, problem, name = modelName().toStdString()] {
        try {
          *saved = QString::fromStdString(freeOwnModelFile(name).string());
        } catch (const std::exception&) {
          *problem = shownProblem();
        }
      },
      [this, saved, problem] {
        if (work_ != Work::Import) return;  // cancelled meanwhile
        if (!problem->isEmpty()) return fail(*problem);
        saved_ = *saved;
        start(importArguments() + QStringList{"--output", saved_});
      });
}

QStringList ImportDialog::importArguments() const {
  QStringList arguments{"model", "import", file_, "--json"};
  if (!sample_.isEmpty()) arguments << "--sample" << sample_;
  if (unconfined_) arguments << "--unconfined";
  if (!family_.isEmpty()) return arguments;
  return arguments + QStringList{"--labels", labels_->fileName()} + form_->arguments();
}

QString ImportDialog::modelName() const {
  return family_.isEmpty() ? form_->modelName() : family_;
}

bool ImportDialog::isReady() const {
  return !family_.isEmpty() || (!form_->isHidden() && form_->missing().isEmpty());
}

bool ImportDialog::writeLabels() {
  labels_ = std::make_unique<QTemporaryFile>();
  const QByteArray text = form_->labelsText().toUtf8();
  if (labels_->open() && labels_->write(text) == text.size() && labels_->flush()) return true;
  fail(tr("The labels cannot be saved for the import: %1.").arg(labels_->errorString()));
  return false;
}

void ImportDialog::begin(Work work, const QString& text, const QStringList& arguments) {
  work_ = work;
  banner_->setText({});
  doing_->setText(text);
  if (!arguments.isEmpty()) start(arguments);
  showEnabled();
}

void ImportDialog::start(const QStringList& arguments) {
  job_->start(
      arguments, [this](const nlohmann::json& result) { take(result); },
      [this](const QString& sentence) { fail(sentence); });
}

/// Nothing is being done any more.
void ImportDialog::end() {
  job_->cancel();
  work_ = Work::None;
  doing_->clear();
  showEnabled();
}

void ImportDialog::fail(const QString& sentence) {
  end();
  banner_->setText(sentence);
}

void ImportDialog::take(const nlohmann::json& result) {
  const Work work = work_;
  end();
  try {
    if (work == Work::Probe) return takeProbe(result);
    trial_->setText(result.contains("sample") ? trialText(result) : QString());
    if (work == Work::Import) offerToUse(saved_);
  } catch (const nlohmann::json::exception&) {
    fail(tr("earwitness-cli gave an unknown answer. Reinstall Earwitness."));
  }
}

void ImportDialog::takeProbe(const nlohmann::json& report) {
  if (const Message problem = messageIn(report, "problem"); !problem.empty()) {
    fail(coreText(problem));
    if (report.value("unconfinable", false))
      askToRunUnconfined(this, file_, [this] {
        unconfined_ = true;
        probe();
      });
    return;
  }
  if (report.contains("family")) {
    family_ = QString::fromStdString(report.at("family").get<std::string>());
    found_->setText(tr("Weights of %1: %2 parameters, %3 labels. No further settings are needed.")
                        .arg(family_, QLocale().toString(report.at("parameters").get<qlonglong>()),
                             QLocale().toString(report.at("labels").get<qlonglong>())));
    showEnabled();
    resize(width(), layout()->totalMinimumHeightForWidth(width()));  // without the form
    return;
  }
  found_->setText(foundText(report));
  form_->setProbe(report, QFileInfo(file_).completeBaseName());
  form_->show();
  showEnabled();
  // Known weights may have been looked at before, for which the dialog became low.
  resize(width(), std::max(height(), kFormHeight));
}

void ImportDialog::offerToUse(const QString& saved) {
  auto* box = new QMessageBox(QMessageBox::Question, tr("Model imported"),
                              tr("“%1” was added to your models. Use it now?").arg(modelName()),
                              QMessageBox::Yes | QMessageBox::No, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  connect(box, &QMessageBox::finished, this, [this, saved](int answer) {
    emit imported(saved, answer == QMessageBox::Yes);
    accept();
  });
  box->open();
  QApplication::alert(this);  // the import took a while, and the user may be elsewhere
}

void ImportDialog::showEnabled() {
  const bool idle = work_ == Work::None;
  const bool ready = idle && isReady();
  progress_->setVisible(!idle);
  trialPane_->setVisible(!form_->isHidden() || !family_.isEmpty());
  scroll_->setVisible(family_.isEmpty());
  scroll_->setVerticalScrollBarPolicy(form_->isHidden() ? Qt::ScrollBarAlwaysOff
                                                        : Qt::ScrollBarAsNeeded);
  choose_->setEnabled(idle);
  form_->setEnabled(idle);
  try_->setEnabled(ready);
  chooseSample_->setEnabled(ready);
  import_->setEnabled(ready);
  const QString why = idle && !form_->isHidden() ? form_->missing() : QString();
  for (QPushButton* button : {try_, chooseSample_, import_}) button->setToolTip(why);
  if (idle) doing_->setText(why);
}

}  // namespace earwitness::gui
