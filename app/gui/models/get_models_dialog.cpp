// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/get_models_dialog.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/table_style.h"
#include "app/gui/widgets/unconfined_question.h"
#include "core/base/log.h"
#include "core/base/message_json.h"
#include "core/base/text.h"

namespace earwitness::gui {

namespace {

enum Column { kName, kLabels, kSize, kPrecision, kLicence };

constexpr int kRowHeight = 26;
constexpr int kColumnGap = 20;
constexpr int kProgressSteps = 1000;

QString megabytes(double bytes) {
  return GetModelsDialog::tr("%1 MB").arg(
      QLocale().toString(bytes / 1e6, 'f', bytes < 10e6 ? 1 : 0));
}

QString linkTo(const std::string& address) {
  const QString text = QString::fromStdString(address).toHtmlEscaped();
  return QStringLiteral("<a href=\"%1\">%1</a>").arg(text);
}

QLabel* linkLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::RichText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextBrowserInteraction);
  label->setOpenExternalLinks(true);
  return label;
}

QTreeWidgetItem* itemOf(const PublicModel& model) {
  const QLocale locale;
  auto* item = new QTreeWidgetItem;
  item->setText(kName, QString::fromStdString(model.title));
  item->setText(kLabels, locale.toString(qulonglong(model.labels)));
  const QString size = megabytes(double(model.likelyBytes()));
  item->setText(kSize, model.bytes != 0 ? size : GetModelsDialog::tr("about %1").arg(size));
  item->setText(kPrecision, locale.toString(model.meanAveragePrecision, 'f', 3));
  item->setText(kLicence, QString::fromStdString(model.licence));
  for (const int column : {kLabels, kSize, kPrecision})
    item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
  item->setSizeHint(kName, QSize(0, kRowHeight));
  return item;
}

QPushButton* plainButton(const QString& text, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  button->setAutoDefault(false);
  return button;
}

}  // namespace

GetModelsDialog::GetModelsDialog(const std::filesystem::path& list, QWidget* parent)
    : QDialog(parent),
      list_(list.empty()
                ? std::filesystem::path(qEnvironmentVariable("EARWITNESS_MODEL_LIST").toStdString())
                : list),
      job_(new CliJob(this)),
      banner_(new Banner(this)),
      byHand_(linkLabel(this)),
      table_(new QTreeWidget(this)),
      details_(linkLabel(this)),
      progress_(new QProgressBar(this)),
      doing_(new QLabel(this)),
      get_(plainButton(tr("&Get"), this)),
      close_(plainButton(tr("Close"), this)) {
  setWindowTitle(tr("Get models"));
  auto* introduction = new QLabel(
      tr("These networks were trained by others on large public collections and recognise many "
         "sounds. Nothing is downloaded until you choose Get."),
      this);
  introduction->setWordWrap(true);
  table_->setAccessibleName(tr("Public models"));
  table_->setHeaderLabels({tr("Name"), tr("Labels"), tr("Size"), tr("mAP"), tr("Licence")});
  table_->headerItem()->setToolTip(
      kPrecision,
      tr("Mean average precision on AudioSet, from 0 to 1, as published by the authors"));
  for (const int column : {kLabels, kSize, kPrecision})
    table_->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
  table_->setRootIsDecorated(false);
  styleTable(*table_);
  table_->header()->setStretchLastSection(false);
  table_->header()->setSectionResizeMode(kName, QHeaderView::Stretch);
  table_->header()->moveSection(kLicence, kLabels);  // texts first, then the numbers
  details_->setAccessibleName(tr("About the model"));
  byHand_->setAccessibleName(tr("Download it yourself"));
  byHand_->hide();
  progress_->setRange(0, kProgressSteps);
  progress_->setTextVisible(false);
  progress_->setFixedSize(160, 8);
  get_->setObjectName(QStringLiteral("getModel"));
  get_->setDefault(true);
  result_ = resultPane();

  auto* below = new QHBoxLayout;
  below->addWidget(progress_);
  below->addWidget(doing_, 1);
  below->addWidget(close_);
  below->addWidget(get_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(10);
  layout->addWidget(introduction);
  layout->addWidget(banner_);
  layout->addWidget(byHand_);
  layout->addWidget(table_, 1);
  layout->addWidget(details_);
  layout->addWidget(result_);
  layout->addLayout(below);
  resize(680, 480);

  connect(table_, &QTreeWidget::itemSelectionChanged, this, &GetModelsDialog::showSelected);
  connect(get_, &QPushButton::clicked, this, &GetModelsDialog::get);
  connect(close_, &QPushButton::clicked, this, [this] { isBusy_ ? end() : reject(); });
  connect(this, &QDialog::finished, job_, &CliJob::cancel);
  readInBackground(
      this, [file = list_] { return publicModels(file); },
      [this](std::vector<PublicModel> models) { fill(std::move(models)); },
      [this](const QString& sentence) { banner_->setText(sentence); });
  end();
}

QWidget* GetModelsDialog::resultPane() {
  auto* pane = new QWidget(this);
  resultText_ = new QLabel(pane);
  resultText_->setWordWrap(true);
  auto* use = plainButton(tr("&Use now"), pane);
  connect(use, &QPushButton::clicked, this, [this] {
    emit chosen(saved_);
    accept();
  });
  auto* layout = new QHBoxLayout(pane);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(resultText_, 1);
  layout->addWidget(use);
  pane->hide();
  return pane;
}

void GetModelsDialog::fill(std::vector<PublicModel> models) {
  models_ = std::move(models);
  for (const PublicModel& model : models_) table_->addTopLevelItem(itemOf(model));
  for (const int column : {kLabels, kSize, kPrecision, kLicence}) {
    table_->resizeColumnToContents(column);
    table_->setColumnWidth(column, table_->columnWidth(column) + kColumnGap);
  }
  if (!models_.empty()) table_->setCurrentItem(table_->topLevelItem(0));
  table_->setFocus();
  showSelected();
}

const PublicModel* GetModelsDialog::selected() const {
  const int row = table_->indexOfTopLevelItem(table_->currentItem());
  return row < 0 || row >= int(models_.size()) ? nullptr : &models_[size_t(row)];
}

void GetModelsDialog::showSelected() {
  const PublicModel* model = selected();
  details_->setText(model == nullptr
                        ? QString()
                        : tr("Parameters: %1. By %2: %3. Page of the authors: %4")
                              .arg(QLocale().toString(qulonglong(model->parameters)),
                                   QString::fromStdString(model->authors).toHtmlEscaped(),
                                   QString::fromStdString(model->paper).toHtmlEscaped(),
                                   linkTo(model->source)));
  showEnabled();
}

void GetModelsDialog::showEnabled() {
  get_->setEnabled(!isBusy_ && selected() != nullptr);
  table_->setEnabled(!isBusy_);
  close_->setText(isBusy_ ? tr("Cancel") : tr("Close"));
  progress_->setVisible(isBusy_);
}

void GetModelsDialog::get() {
  if (!isBusy_) start(false);
}

void GetModelsDialog::start(bool unconfined) {
  const PublicModel* model = selected();
  if (model == nullptr) return;
  banner_->setText({});
  byHand_->hide();
  result_->hide();
  title_ = QString::fromStdString(model->title);
  progress_->setRange(0, 0);
  doing_->setText(tr("Connecting…"));
  isBusy_ = true;
  QStringList arguments{"model", "get", QString::fromStdString(model->name), "--json"};
  if (!list_.empty()) arguments << "--list" << QString::fromStdString(list_.string());
  if (unconfined) arguments << "--unconfined";
  logInfo(kLogDownload, "Getting the model " + inQuotes(model->name));
  job_->start(
      arguments, [this](const nlohmann::json& line) { finish(line); },
      [this](const QString& sentence) { fail(sentence); },
      [this](const nlohmann::json& line) { addProgress(line); });
  showEnabled();
}

/// The colour of a link is part of the text that was set.
void GetModelsDialog::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() != QEvent::PaletteChange) return;
  for (QLabel* label : {details_, byHand_}) {
    const QString text = label->text();
    label->clear();
    label->setText(text);
  }
}

void GetModelsDialog::addProgress(const nlohmann::json& line) {
  const std::string event = line.value("event", "");
  if (event == "download") {
    const double received = line.value("received", 0.0);
    const double total = std::max(1.0, line.value("total", 0.0));
    progress_->setRange(0, kProgressSteps);
    progress_->setValue(int(std::min(1.0, received / total) * kProgressSteps));
    doing_->setText(tr("Downloading: %1 of %2").arg(megabytes(received), megabytes(total)));
  } else if (event == "import") {
    progress_->setRange(0, 0);
    doing_->setText(tr("Importing…"));
  }
}

/// `line` is the last that the program printed.
void GetModelsDialog::finish(const nlohmann::json& line) {
  const std::string event = line.value("event", "");
  if (event == "finished") {
    end();
    saved_ = QString::fromStdString(line.value("file", ""));
    logInfo(kLogDownload, "The model was saved as " + inQuotes(saved_.toStdString()));
    resultText_->setText(tr("“%1” is in your list of models.").arg(title_));
    result_->show();
    emit added(saved_);
    QApplication::alert(this);  // the download took a while, and the user may be elsewhere
    return;
  }
  if (event != "failed")
    return fail(tr("The program earwitness-cli ended without an answer. Try again."));
  logWarning(kLogDownload, line.value("problem", ""));
  fail(coreText(messageIn(line, "problem")));
  if (line.value("unconfinable", false)) {
    askToRunUnconfined(this, title_, [this] { start(true); });
    return;
  }
  byHand_->setText(
      tr("You can also download the file with a web browser and import it (Model > Import "
         "model…): %1")
          .arg(linkTo(line.value("address", ""))));
  byHand_->show();
}

void GetModelsDialog::fail(const QString& sentence) {
  end();
  banner_->setText(sentence);
}

/// Nothing is in progress any more. What was downloaded so far is resumed by the next attempt.
void GetModelsDialog::end() {
  job_->cancel();
  isBusy_ = false;
  doing_->clear();
  showEnabled();
}

}  // namespace earwitness::gui
