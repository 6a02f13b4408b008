// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/settings_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>
#include <random>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/icons.h"
#include "app/gui/training/main_figure.h"
#include "app/gui/training/settings/cost_line.h"
#include "app/gui/training/settings/expert_page.h"
#include "app/gui/training/settings/presets_page.h"
#include "app/gui/training/settings/run_settings_menu.h"
#include "app/gui/training/settings/settings_document.h"
#include "app/gui/training/settings/train_options.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/settings_form.h"
#include "core/base/error.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

constexpr size_t kPreviewClips = 100;
constexpr size_t kNamedClasses = 3;
constexpr int kLeastStartWidth = 150;

/// Some clips of a set, drawn so that the classes come as they come, the same each time.
std::vector<PreviewClip> someClips(const DataSet& dataSet) {
  std::vector<const Clip*> drawn;
  drawn.reserve(kPreviewClips);
  std::mt19937 random(1);
  std::ranges::sample(
      [&] {
        std::vector<const Clip*> all;
        for (const Clip& clip : dataSet.clips) all.push_back(&clip);
        return all;
      }(),
      std::back_inserter(drawn), long(kPreviewClips), random);
  std::shuffle(drawn.begin(), drawn.end(), random);
  std::vector<PreviewClip> clips;
  for (const Clip* clip : drawn)
    clips.push_back({clip->address(), dataSet.labels[size_t(clip->label)]});
  return clips;
}

/// "siren, dog, rain, …"
QString nameHint(const DataSet& dataSet) {
  QStringList names;
  for (const std::string& label : dataSet.labels) {
    if (names.size() == qsizetype(kNamedClasses)) {
      names << QStringLiteral("…");
      break;
    }
    names << QString::fromStdString(label);
  }
  return names.join(QStringLiteral(", "));
}

}  // namespace

TrainSettingsPage::TrainSettingsPage(QWidget* parent)
    : QWidget(parent),
      document_(new SettingsDocument(this)),
      tabs_(new QTabWidget(this)),
      presets_(new PresetsPage(document_, this)),
      expert_(new ExpertPage(document_, this)),
      cost_(new CostLine(this)),
      runs_(new RunSettingsMenu(this)),
      data_(new QLabel(this)),
      why_(makeHelpLabel({}, this)),
      start_(new QPushButton(this)) {
  tabs_->addTab(presets_, tr("&Presets"));
  tabs_->addTab(expert_, tr("All s&ettings"));
  tabs_->setDocumentMode(true);
  tabs_->setAccessibleName(tr("Settings of the training"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 10, 12, 10);
  layout->setSpacing(8);
  layout->addWidget(header());
  layout->addWidget(tabs_, 1);
  layout->addWidget(footer());

  connect(presets_, &PresetsPage::chosen, this, &TrainSettingsPage::choose);
  connect(presets_, &PresetsPage::resetAsked, document_, &SettingsDocument::resetAll);
  connect(presets_, &PresetsPage::changesAsked, this, [this] {
    tabs_->setCurrentWidget(expert_);
    expert_->showOnlyChanged();
  });
  connect(runs_, &RunSettingsMenu::failed, this, &TrainSettingsPage::told);
  connect(runs_, &RunSettingsMenu::loaded, this,
          [this](const nlohmann::json& settings, const QString& name) {
            take(settings, name, !hasSounds());
          });
  connect(document_, &SettingsDocument::changed, this, &TrainSettingsPage::showState);
  connect(cost_, &CostLine::answered, this, &TrainSettingsPage::showState);
  choose(TrainPreset::QuickLook);
  setPretrainedUnavailable(tr("Reading the models…"));
}

QWidget* TrainSettingsPage::header() {
  data_->setAccessibleName(tr("Sounds"));
  data_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  data_->setFocusPolicy(Qt::NoFocus);
  auto* load = new QToolButton(this);
  load->setText(tr("Settings of an earlier run"));
  load->setAccessibleName(load->text());
  load->setToolTip(tr("Takes the settings of an earlier run for these sounds"));
  load->setProperty("flag", QStringLiteral("--settings"));
  load->setIcon(icon(Glyph::History));
  load->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  load->setPopupMode(QToolButton::InstantPopup);
  load->setMenu(runs_);
  return makeRowOf({data_, load}, this, 0);
}

QWidget* TrainSettingsPage::footer() {
  start_->setAutoDefault(false);
  start_->setMinimumWidth(kLeastStartWidth);
  start_->setIcon(icon(Glyph::Play));
  start_->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
  connect(start_, &QPushButton::clicked, this, &TrainSettingsPage::start);
  for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
    connect(shortcut, &QShortcut::activated, this, &TrainSettingsPage::start);
  }
  why_->setAccessibleName(tr("Reason why the training cannot start"));
  auto* texts = new QVBoxLayout;
  texts->setSpacing(2);
  texts->addWidget(cost_);
  texts->addWidget(why_);
  auto* box = new QWidget(this);
  auto* layout = new QHBoxLayout(box);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(16);
  layout->addLayout(texts, 1);
  layout->addWidget(start_, 0, Qt::AlignVCenter);
  return box;
}

/// What takes time and is not needed before somebody looks.
void TrainSettingsPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (isPrepared_) return;
  isPrepared_ = true;
  preparePretrained();
  askArchitectures();
}

void TrainSettingsPage::preparePretrained() {
  struct Read {
    std::optional<ModelStart> start;
    QString problem;
  };
  auto read = std::make_shared<Read>();
  readInBackground(
      this,
      [read] {
        try {
          read->start = pretrainedStart();
        } catch (const std::exception&) {
          read->problem = shownProblem();
        }
      },
      [this, read] {
        if (pretrained_) return;  // startFrom() was quicker
        pretrained_ = read->start;
        setPretrainedUnavailable(read->problem);
      });
}

void TrainSettingsPage::startFrom(const fs::path& model) {
  readInBackground(
      this, [model] { return readModelStart(model); },
      [this](ModelStart&& start) {
        pretrained_ = std::move(start);
        setPretrainedUnavailable({});
        choose(TrainPreset::PretrainedHead);
      },
      [](const QString&) {});  // its card does not say what the network is made of
}

/// `why`: empty where they can be chosen.
void TrainSettingsPage::setPretrainedUnavailable(const QString& why) {
  for (const TrainPreset preset : kTrainPresets)
    if (isPretrained(preset)) presets_->setUnavailable(preset, why);
}

/// They are this program's own, so it is asked once.
void TrainSettingsPage::askArchitectures() {
  static nlohmann::json known;
  if (!known.is_null()) {
    document_->setArchitectures(known);
    return;
  }
  architectures_.start(
      {QStringLiteral("architectures"), QStringLiteral("--json")},
      [this](const nlohmann::json& answer) {
        known = answer.value("architectures", nlohmann::json::array());
        document_->setArchitectures(known);
      },
      [this](const QString& sentence) {
        expert_->setArchitectureProblem(
            tr("The list of networks could not be read. %1").arg(sentence));
      });
}

void TrainSettingsPage::choose(TrainPreset preset) {
  if (isPretrained(preset) && !pretrained_) return;
  document_->setBase(presetSettings(preset, pretrained_.value_or(ModelStart{})));
  presets_->setChosen(preset);
}

void TrainSettingsPage::loadSettings(const nlohmann::json& settings) {
  take(settings, {}, true);
}

void TrainSettingsPage::take(const nlohmann::json& settings, const QString& runName,
                             bool withData) {
  try {
    document_->setBase(completeSettings(settings), withData);
    presets_->setChosen(std::nullopt, runName);
    if (withData) findClips();
  } catch (const Error&) {
    emit told(shownProblem());
  }
}

void TrainSettingsPage::setData(const DataRequest& request, const DataReport* report) {
  reportOf_ = report != nullptr ? toJson(request) : nlohmann::json::object();
  reportOf_.erase("corrections");
  obstacle_.clear();
  severalLabelsObstacle_.clear();
  clips_ = classes_ = 0;
  if (report != nullptr) {
    if (!report->isUsable()) obstacle_ = coreText(report->obstacles.front());
    if (!report->severalLabelsObstacles.empty())
      severalLabelsObstacle_ = coreText(report->severalLabelsObstacles.front());
    clips_ = report->dataSet.clips.size();
    classes_ = report->dataSet.labels.size();
    presets_->setNameHint(nameHint(report->dataSet));
    ++clipSearch_;
    expert_->setClips(someClips(report->dataSet));
  }
  document_->setData(toJson(request));
  if (report == nullptr) findClips();
}

/// Clips for the preview where no report names them.
void TrainSettingsPage::findClips() {
  const int search = ++clipSearch_;
  const nlohmann::json request = document_->value("/data");
  expert_->setClips({});
  if (request.value("root", std::string()).empty()) return;
  auto clips = std::make_shared<std::vector<PreviewClip>>();
  readInBackground(
      this,
      [clips, request] {
        try {
          nlohmann::json known = request;
          known.erase("corrections");
          *clips = someClips(scanDataSet(dataRequestFromJson(known)));
        } catch (const std::exception&) {  // what is wrong with the folder its report says
        }
      },
      [this, clips, search] {
        if (search == clipSearch_) expert_->setClips(std::move(*clips));
      });
}

/// The report is about these sounds, read in this way.
bool TrainSettingsPage::reportFits() const {
  nlohmann::json sounds = document_->value("/data");
  sounds.erase("corrections");
  return sounds == reportOf_;
}

bool TrainSettingsPage::hasSounds() const {
  const nlohmann::json root = document_->value("/data/root");
  return root.is_string() && !root.get<std::string>().empty();
}

QString TrainSettingsPage::obstacle() const {
  const QString sounds = soundsObstacle();
  return sounds.isEmpty() ? cost_->problem() : sounds;
}

QString TrainSettingsPage::soundsObstacle() const {
  if (!hasSounds())
    return tr("Choose sounds first. A folder with a few clips of each class is enough.");
  if (!reportFits()) return {};
  return isMultiLabel(document_->settings()) ? severalLabelsObstacle_ : obstacle_;
}

TrainRequest TrainSettingsPage::request() const {
  TrainRequest request;
  request.settings = document_->settings();
  const nlohmann::json trials = document_->value(kSearchTrials);
  request.searchTrials = trials.is_number() ? trials.get<int>() : 0;
  request.settings.erase(std::string(kSearchTrials).substr(1));
  request.name = presets_->name();
  return request;
}

void TrainSettingsPage::showData() {
  const fs::path root = document_->value("/data").value("root", std::string());
  if (root.empty()) {
    data_->setText(tr("No sounds are selected yet."));
    return;
  }
  const fs::path last = root.has_filename() ? root.filename() : root.parent_path().filename();
  QString text = QString::fromStdString(last.string());
  const QLocale locale;
  if (reportFits())
    text =
        tr("%1: classes %2, clips %3")
            .arg(text, locale.toString(qulonglong(classes_)), locale.toString(qulonglong(clips_)));
  data_->setText(text);
  data_->setToolTip(QString::fromStdString(root.string()));
}

void TrainSettingsPage::showState() {
  const TrainRequest request = this->request();
  showData();
  presets_->setChanges(expert_->changes());
  cost_->setSearchTrials(request.searchTrials);
  cost_->setSettings(request.settings);
  const QString sounds = soundsObstacle(), why = obstacle();
  why_->setText(sounds);
  why_->setVisible(!sounds.isEmpty());
  cost_->setVisible(sounds.isEmpty());
  start_->setEnabled(why.isEmpty());
  start_->setText(request.searchTrials > 0 ? tr("Start search") : tr("Start training"));
  start_->setAccessibleDescription(why);
}

void TrainSettingsPage::start() {
  if (const QString why = obstacle(); !why.isEmpty()) {
    emit told(why);
    return;
  }
  emit startAsked(request());
}

}  // namespace earwitness::gui
