// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result/confusion_clips.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QGridLayout>
#include <QInputDialog>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/base/core_text.h"
#include "app/gui/base/icons.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/services/reveal_file.h"
#include "app/gui/sound_view/thumbnail_maker.h"
#include "app/gui/training/result/corrections_keeper.h"
#include "app/gui/training/result/validation_clips.h"
#include "app/gui/widgets/selected_rows.h"
#include "core/data/background.h"
#include "core/data/segment.h"

namespace earwitness::gui {

namespace {

constexpr double kShownSeconds = 30.0;  ///< of a clip
constexpr int kButtonsInRow = 3;

FeatureSettings featuresOf(const RunResult& result) {
  const auto& settings = result.run.settings;
  try {
    if (settings.contains("features")) return featureSettingsFromJson(settings["features"]);
  } catch (const std::exception&) {  // of another version: the usual picture
  }
  return {};
}

}  // namespace

ConfusionClips::ConfusionClips(PlaybackHost* playback, CorrectionsKeeper* corrections,
                               QWidget* parent)
    : QWidget(parent),
      playback_(playback),
      corrections_(corrections),
      thumbnails_(new ThumbnailMaker(this)),
      model_(new ClipListModel(this)) {
  setObjectName(QStringLiteral("confusionClips"));
  build();
  connect(thumbnails_, &ThumbnailMaker::made, list_->viewport(), qOverload<>(&QWidget::update));
  connect(corrections_, &CorrectionsKeeper::changed, this, &ConfusionClips::takeCorrections);
  connect(list_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &ConfusionClips::showEnabled);
  connect(list_, &QListView::doubleClicked, this, &ConfusionClips::play);
  if (playback_ != nullptr)
    connect(playback_, &PlaybackHost::finished, this, &ConfusionClips::showEnabled);
  showEnabled();
}

void ConfusionClips::build() {
  title_ = new QLabel(this);
  title_->setObjectName(QStringLiteral("clipsTitle"));
  title_->setWordWrap(true);
  title_->setTextFormat(Qt::PlainText);
  QFont bold = title_->font();
  bold.setBold(true);
  title_->setFont(bold);
  hint_ = new QLabel(this);
  hint_->setObjectName(QStringLiteral("clipsHint"));
  hint_->setWordWrap(true);
  list_ = new QListView(this);
  list_->setObjectName(QStringLiteral("clipsList"));
  list_->setAccessibleName(tr("Clips"));
  list_->setModel(model_);
  list_->setItemDelegate(new ClipDelegate(thumbnails_, list_));
  list_->setUniformItemSizes(true);
  list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setContextMenuPolicy(Qt::ActionsContextMenu);

  auto* buttons = new QGridLayout;
  buttons->setSpacing(6);
  play_ = addAction(tr("Play"), Qt::Key_P, "clipPlay", &ConfusionClips::play);
  show_ = addAction(tr("Show file"), Qt::Key_F, "clipShow", &ConfusionClips::showFile);
  relabel_ = addAction(tr("Relabel…"), Qt::Key_L, "clipRelabel", &ConfusionClips::askForLabel);
  leaveOut_ = addAction(tr("Exclude"), Qt::Key_Delete, "clipLeaveOut", &ConfusionClips::leaveOut);
  putBack_ = addAction(tr("Restore label"), Qt::Key_U, "clipPutBack", &ConfusionClips::putBack);
  undo_ = addAction(tr("Undo"), QKeySequence::Undo, "clipUndo", &ConfusionClips::undo);
  putBack_->setToolTip(tr("The original label of the data set (U)"));
  int place = 0;
  for (QAction* action : {play_, relabel_, putBack_, show_, leaveOut_, undo_}) {
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(action->text());
    buttons->addWidget(button, place / kButtonsInRow, place % kButtonsInRow);
    ++place;
  }
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(title_);
  layout->addWidget(hint_);
  layout->addWidget(list_, 1);
  layout->addLayout(buttons);
}

QAction* ConfusionClips::addAction(const QString& text, const QKeySequence& key, const char* name,
                                   void (ConfusionClips::*slot)()) {
  auto* action = new QAction(text, this);
  action->setObjectName(QString::fromLatin1(name));
  action->setShortcut(key);
  action->setShortcutContext(Qt::WidgetShortcut);
  action->setToolTip(
      tr("%1 (%2)", "an action and its key").arg(text, key.toString(QKeySequence::NativeText)));
  connect(action, &QAction::triggered, this, slot);
  list_->addAction(action);
  return action;
}

void ConfusionClips::setResult(const RunResult& result) {
  clips_ = result.clips;
  labels_ = result.labels;
  confusion_ = result.confusion;
  hasAllClips_ = result.hasAllClips;
  isMultiLabel_ = result.isMultiLabel;
  features_ = featuresOf(result);
  // Of a table, where it lies.
  dataRoot_ = result.dataRoot.has_extension() ? result.dataRoot.parent_path() : result.dataRoot;
  setLook();
  model_->setClips({}, labels_);
  title_->setText(tr("Clips"));
  hint_->setText(isMultiLabel_
                     ? tr("Clips of this run can have several labels, so there is no confusion "
                          "matrix. The tab “Classes” shows how well each class is recognised.")
                 : clips_.empty() && confusion_.total() == 0
                     ? tr("This run had no validation clips.")
                     : tr("Choose a cell of the matrix or a class of the table."));
  hint_->show();
  showEnabled();
}

void ConfusionClips::setLook() {
  QPalette muted = palette();
  muted.setColor(QPalette::WindowText, themeColours(palette()).muted);
  hint_->setPalette(muted);
  thumbnails_->setLook({.features = features_,
                        .map = isDark(palette()) ? ColourMap::Name::Inferno : ColourMap::Name::Ice,
                        .seconds = kShownSeconds});
}

void ConfusionClips::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && hint_ != nullptr) setLook();
}

void ConfusionClips::setTitle(int target, std::optional<int> prediction) {
  const QString name = displayLabel(labels_[size_t(target)]);
  if (!prediction)
    title_->setText(tr("%1 (%2)", "a class and its clips").arg(name).arg(count()));
  else if (*prediction == target)
    title_->setText(tr("%1, correct (%2)").arg(name).arg(confusion_.count(target, target)));
  else
    title_->setText(tr("%1, predicted as %2 (%3)")
                        .arg(name, displayLabel(labels_[size_t(*prediction)]))
                        .arg(confusion_.count(target, *prediction)));
  const bool misses = !hasAllClips_ && (!prediction || *prediction == target);
  hint_->setVisible(misses);
  if (misses)
    hint_->setText(tr(
        "This older run saved only its misclassified clips. New runs save all validation clips."));
}

void ConfusionClips::showCell(int target, std::optional<int> prediction) {
  if (isMultiLabel_) return;
  std::vector<ScoredClip> behind;
  std::copy_if(clips_.begin(), clips_.end(), std::back_inserter(behind),
               [&](const ScoredClip& clip) {
                 return clip.label == target && (!prediction || clip.prediction == *prediction);
               });
  // The surest mistakes are the likeliest to be wrong labels.
  std::stable_sort(behind.begin(), behind.end(), [](const auto& a, const auto& b) {
    return a.score - a.labelScore > b.score - b.labelScore;
  });
  model_->setClips(std::move(behind), labels_);
  takeCorrections();
  setTitle(target, prediction);
  if (count() > 0) list_->setCurrentIndex(model_->index(0));
  showEnabled();
}

int ConfusionClips::count() const {
  return model_->rowCount();
}

void ConfusionClips::takeCorrections() {
  model_->setCorrections(corrections_->corrections());
  showEnabled();
}

std::vector<int> ConfusionClips::selectedRows() const {
  return gui::selectedRows(*list_->selectionModel());
}

std::vector<std::string> ConfusionClips::selectedFiles() const {
  std::vector<std::string> files;
  for (const int row : selectedRows()) files.push_back(model_->clipAt(row).file);
  return files;
}

/// Noise that the training made itself: no data set has it, so there is nothing to correct.
bool ConfusionClips::isGenerated(const ScoredClip& clip) const {
  if (labels_[size_t(clip.label)] != kBackgroundLabel) return false;
  const std::filesystem::path relative =
      std::filesystem::path(clip.file).lexically_relative(dataRoot_);
  return relative.empty() || *relative.begin() == "..";
}

void ConfusionClips::showEnabled() {
  const std::vector<int> rows = selectedRows();
  const bool any = !rows.empty();
  const bool isPlaying = playback_ != nullptr && playback_->playing();
  play_->setText(isPlaying ? tr("Stop") : tr("Play"));
  play_->setIcon(icon(isPlaying ? Glyph::Stop : Glyph::Play));
  play_->setEnabled(playback_ != nullptr && (rows.size() == 1 || isPlaying));
  show_->setEnabled(rows.size() == 1);
  const bool canCorrect = any && !corrections_->file().empty() &&
                          std::none_of(rows.begin(), rows.end(), [this](int row) {
                            return isGenerated(model_->clipAt(row));
                          });
  relabel_->setEnabled(canCorrect);
  leaveOut_->setEnabled(canCorrect);
  putBack_->setEnabled(std::any_of(
      rows.begin(), rows.end(), [this](int row) { return model_->correctionAt(row) != nullptr; }));
  undo_->setEnabled(corrections_->canUndo());
}

void ConfusionClips::play() {
  if (playback_ == nullptr) return;
  const auto files = selectedFiles();
  if (playback_->playing()) {
    playback_->stop();
  } else if (files.size() == 1) {
    try {
      const ClipPlace place = placeOf(files.front());
      playback_->playFile(place.path, place.segment.begin, place.segment.end);
    } catch (const std::exception&) {
      emit told(shownProblem());
    }
  }
  showEnabled();
}

void ConfusionClips::showFile() {
  const auto files = selectedFiles();
  if (files.size() == 1) revealFile(QString::fromStdString(placeOf(files.front()).path.string()));
}

void ConfusionClips::askForLabel() {
  const std::vector<int> rows = selectedRows();
  if (rows.empty()) return;
  QStringList names;
  for (const std::string& label : labels_) names << displayLabel(label);
  const ScoredClip& first = model_->clipAt(rows.front());
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Relabel"));
  dialog->setLabelText(rows.size() == 1
                           ? tr("Class of %1:").arg(shortClipName(first.file))
                           : tr("What are these %n clips?", nullptr, int(rows.size())));
  dialog->setComboBoxItems(names);
  dialog->setComboBoxEditable(true);
  dialog->setTextValue(names.value(first.prediction));
  if (auto* combo = dialog->findChild<QComboBox*>()) {
    combo->completer()->setFilterMode(Qt::MatchContains);
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
  }
  connect(dialog, &QInputDialog::textValueSelected, this, &ConfusionClips::relabel);
  dialog->open();
}

void ConfusionClips::relabel(const QString& text) {
  const QString wanted = text.trimmed();
  const auto found = std::find_if(labels_.begin(), labels_.end(), [&](const std::string& label) {
    return displayLabel(label).compare(wanted, Qt::CaseInsensitive) == 0 ||
           QString::fromStdString(label).compare(wanted, Qt::CaseInsensitive) == 0;
  });
  if (found == labels_.end()) {
    emit told(tr("“%1” is not a class of this data set. Choose one from the list.").arg(wanted));
    return;
  }
  const std::vector<int> rows = selectedRows();
  if (rows.empty()) return;
  // All clips of a cell, and of a class, are of one label; that one needs no correction.
  const bool isAsItWas = labels_[size_t(model_->clipAt(rows.front()).label)] == *found;
  corrections_->set(selectedFiles(), isAsItWas ? std::nullopt : std::optional(ClipVerdict{*found}));
}

void ConfusionClips::leaveOut() {
  corrections_->set(selectedFiles(), ClipVerdict{std::nullopt});
}

void ConfusionClips::putBack() {
  corrections_->set(selectedFiles(), std::nullopt);
}

void ConfusionClips::undo() {
  corrections_->undo();
}

}  // namespace earwitness::gui
