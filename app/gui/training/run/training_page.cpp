// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/run/training_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

#include "app/gui/base/core_text.h"
#include "app/gui/base/icons.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/training/curves_plot.h"
#include "app/gui/training/run/run_control.h"
#include "app/gui/training/run/run_problem_view.h"
#include "app/gui/training/run/run_process.h"
#include "app/gui/training/run_library.h"
#include "app/gui/training/run_watch.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/unconfined_question.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

constexpr int kBarSteps = 1000;

QColor colourOf(RunState state, const ThemeColours& colours) {
  switch (state) {
    case RunState::Finished:
      return colours.good;
    case RunState::Failed:
      return colours.danger;
    case RunState::Interrupted:
      return colours.warning;
    default:
      return colours.accent;
  }
}

}  // namespace

TrainingPage::TrainingPage(QWidget* parent)
    : QWidget(parent),
      control_(new RunControl(this)),
      title_(new QLabel(this)),
      stateLabel_(new QLabel(this)),
      makeup_(new ElidedLabel(this)),
      bar_(new QProgressBar(this)),
      progress_(new ElidedLabel(this)),
      notes_(new ElidedLabel(this)),
      trouble_(new RunProblemView(this)),
      curves_(new CurvesPlot(this)) {
  setObjectName(QStringLiteral("trainingPage"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 12, 16, 12);
  layout->setSpacing(8);
  buildHeader(layout);
  layout->addWidget(trouble_);
  layout->addWidget(curves_, 1);
  layout->addWidget(buttonRow());
  connect(curves_, &CurvesPlot::told, this, &TrainingPage::told);
  connect(trouble_, &RunProblemView::chosen, this, &TrainingPage::remedy);
  connectControl();
  showState();
}

void TrainingPage::buildHeader(QVBoxLayout* layout) {
  QFont large = font();
  large.setPointSizeF(large.pointSizeF() * 1.25);
  large.setBold(true);
  title_->setFont(large);
  title_->setTextFormat(Qt::PlainText);
  title_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  QFont bold = font();
  bold.setBold(true);
  stateLabel_->setFont(bold);
  auto* heads = new QHBoxLayout;
  heads->setSpacing(12);
  heads->addWidget(title_);
  heads->addWidget(makeup_, 1);
  heads->addWidget(stateLabel_);
  layout->addLayout(heads);
  bar_->setRange(0, kBarSteps);
  bar_->setTextVisible(false);
  bar_->setFixedHeight(10);
  bar_->setAccessibleName(tr("Progress of the training"));
  layout->addWidget(bar_);
  progress_->setFont(tabularFont(font()));
  layout->addWidget(progress_);
  layout->addWidget(notes_);
  for (ElidedLabel* label : {makeup_, notes_}) label->setForegroundRole(QPalette::PlaceholderText);
}

template <typename Receiver>
QPushButton* TrainingPage::addButton(QWidget* row, const QString& text, Receiver* receiver,
                                     void (Receiver::*act)()) {
  auto* button = new QPushButton(text, row);
  button->setAutoDefault(false);
  connect(button, &QPushButton::clicked, receiver, act);
  return button;
}

QWidget* TrainingPage::buttonRow() {
  auto* row = new QWidget(this);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  discard_ = addButton(row, tr("&Discard…"), this, &TrainingPage::askToDiscard);
  pause_ = addButton(row, tr("&Pause"), control_, &RunControl::pause);
  resume_ = addButton(row, tr("&Resume"), control_, &RunControl::resume);
  stop_ = addButton(row, tr("&Stop and save best"), control_, &RunControl::stopAndKeepBest);
  result_ = addButton(row, tr("Show r&esult"), this, &TrainingPage::askForResult);
  pause_->setIcon(icon(Glyph::Pause));
  resume_->setIcon(icon(Glyph::Play));
  stop_->setIcon(icon(Glyph::Stop));
  layout->addWidget(discard_);
  layout->addStretch(1);
  for (QPushButton* button : {pause_, resume_, stop_, result_}) layout->addWidget(button);
  return row;
}

const fs::path& TrainingPage::folder() const {
  return control_->folder();
}

RunState TrainingPage::state() const {
  return control_->state();
}

bool TrainingPage::isActive() const {
  return control_->isActive();
}

RunProcess* TrainingPage::process() const {
  return control_->process();
}

const RunWatch& TrainingPage::watch() const {
  return control_->watch();
}

void TrainingPage::showRun(const fs::path& folder) {
  control_->showRun(folder);
}

void TrainingPage::start(const TrainRequest& request) {
  control_->start(request);
}

void TrainingPage::connectControl() {
  connect(control_, &RunControl::runShown, this, [this] {
    curves_->setRuns({});
    showState();
  });
  connect(control_, &RunControl::changed, this, &TrainingPage::showState);
  connect(&watch(), &RunWatch::changed, this, &TrainingPage::runChanged);
  connect(control_, &RunControl::resultReady, this, &TrainingPage::resultAsked);
  connect(control_, &RunControl::told, this, &TrainingPage::told);
  connect(control_, &RunControl::runStarted, this, &TrainingPage::runStarted);
  connect(control_, &RunControl::searchStarted, this, &TrainingPage::searchStarted);
  connect(control_, &RunControl::runDiscarded, this, &TrainingPage::runDiscarded);
}

void TrainingPage::runChanged() {
  if (!watch().view().epochs.empty() || watch().view().step)
    curves_->setRuns({{.name = runTitle(folder()), .view = watch().view()}});
  showState();
}

void TrainingPage::askToResumeUnconfined() {
  const nlohmann::json& settings = watch().view().settings;
  const auto init = settings.find("init");
  askToRunUnconfined(this,
                     init != settings.end() && init->is_string()
                         ? QString::fromStdString(init->get<std::string>())
                         : textOf(folder()),
                     [this, asked = folder()] {
                       // Another run may be shown by now.
                       if (asked == folder()) control_->resumeUnconfined();
                     });
}

void TrainingPage::askToDiscard() {
  const QString question =
      tr("Move the training “%1”, its curves and its models to the trash?").arg(runTitle(folder()));
  auto* box = new QMessageBox(QMessageBox::Question, tr("Discard training"), question,
                              QMessageBox::Cancel, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  const QPushButton* yes = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
  connect(yes, &QPushButton::clicked, this, [this, asked = folder()] {
    if (asked == folder()) control_->discard();
  });
  box->open();
}

void TrainingPage::askForResult() {
  emit resultAsked(textOf(folder()));
}

void TrainingPage::remedy(Remedy remedy) {
  switch (remedy) {
    case Remedy::Resume:
      return control_->resume();
    case Remedy::SmallerBatch:
      return process()->startWithSmallerBatch(folder());
    case Remedy::DropBrokenFiles:
      return process()->startWithoutBrokenFiles(folder());
    case Remedy::WithoutSandbox:
      return askToResumeUnconfined();
    case Remedy::ChangeSettings:
      emit settingsAsked(textOf(folder()));
  }
}

void TrainingPage::showState() {
  const bool isNone = folder().empty();
  const bool isKnown = watch().isKnown() || control_->request() != RunRequest::Nothing;
  const RunView& view = watch().view();
  const RunState now = state();
  title_->setText(isNone ? tr("No training") : runTitle(folder()));
  title_->setToolTip(textOf(folder()));
  stateLabel_->setText(isNone || !isKnown ? QString() : stateText(now, view));
  QPalette colours = palette();
  colours.setColor(QPalette::WindowText, colourOf(now, themeColours(palette())));
  stateLabel_->setPalette(colours);
  makeup_->setText(makeupText(view));
  std::optional<RunProblem> trouble;
  if (!isNone && isKnown) trouble = troubleOf(now, view, control_->said());
  if (!control_->failure().isEmpty()) {
    if (!trouble) trouble = RunProblem{.sentence = {}, .remedies = {}};
    trouble->sentence = control_->failure();
  }
  trouble_->setTrouble(trouble, view);
  showProgress();
  showNotes();
  showButtons();
  if (now == shown_) return;
  shown_ = now;
  emit stateChanged();
}

void TrainingPage::showProgress() {
  const bool isShown =
      !folder().empty() && (watch().isKnown() || control_->request() != RunRequest::Nothing);
  bar_->setVisible(isShown);
  progress_->setText(isShown ? progressText(state(), watch().view()) : QString());
  const auto share = shareDone(state(), watch().view());
  bar_->setRange(0, share ? kBarSteps : 0);
  if (share) bar_->setValue(int(std::lround(*share * kBarSteps)));
  bar_->setAccessibleDescription(progress_->text());
  curves_->setNote(folder().empty() ? tr("Choose sounds and settings first, then start a training.")
                                    : tr("The curves begin with the first epoch."));
}

void TrainingPage::showNotes() {
  const RunView& view = watch().view();
  QStringList notes;
  if (view.leftOut > 0) notes << tr("%Ln unusable clips are skipped.", nullptr, int(view.leftOut));
  for (const Message& warning : view.warnings) notes << coreText(warning);
  notes_->setText(notes.join(u' '));
  notes_->setVisible(!notes.isEmpty());
}

void TrainingPage::showButtons() {
  const RunState now = state();
  const bool isShown = !folder().empty() && watch().isKnown();
  const bool works = now == RunState::Training || now == RunState::Preparing;
  const bool active = gui::isActive(now);
  const bool hasBest = watch().view().bestEpoch > 0;
  discard_->setEnabled(isShown && now != RunState::Discarding);
  pause_->setVisible(!isShown || active);
  pause_->setEnabled(isShown && works && control_->request() == RunRequest::Nothing);
  resume_->setVisible(isShown && !active && now != RunState::Finished);
  stop_->setVisible(!isShown || active);
  stop_->setEnabled(isShown && works && hasBest && control_->request() == RunRequest::Nothing);
  stop_->setToolTip(hasBest || !active ? QString()
                                       : tr("There is no model before the first epoch"));
  result_->setEnabled(isShown && hasBest && (now == RunState::Finished || now == RunState::Paused));
}

void TrainingPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && result_ != nullptr) showState();
}

}  // namespace earwitness::gui
