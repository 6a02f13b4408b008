// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/teaching/taught_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/gui/base/core_text.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/services/teacher_host.h"
#include "app/gui/teaching/taught_file_menu.h"
#include "app/gui/teaching/taught_list.h"

namespace earwitness::gui {

namespace {

constexpr QSize kUsualSize(760, 520);

QPushButton* plainButton(const QString& text, const QString& tip, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  button->setToolTip(tip);
  button->setAutoDefault(false);
  return button;
}

}  // namespace

TaughtDialog::TaughtDialog(TeacherHost* teacher, PlaybackHost* playback, QWidget* parent)
    : QDialog(parent),
      teacher_(teacher),
      playback_(playback),
      list_(new TaughtList(this)),
      empty_(new QLabel(this)),
      play_(plainButton(tr("&Play"), tr("Play the clip (Space)"), this)),
      rename_(plainButton(tr("Re&name"), tr("Rename the class (F2)"), this)),
      remove_(plainButton(tr("&Remove"), tr("Remove the example or the class (Delete)"), this)),
      undo_(plainButton(tr("&Undo"), {}, this)),
      train_(plainButton(
          tr("&Train a model with these clips…"),
          tr("Save the clips of all examples as a data set, and open it for training"), this)),
      send_(plainButton(tr("Send to &data set…"),
                        tr("Save the clips of all examples to a data set folder"), this)),
      more_(plainButton(tr("&More"),
                        tr("Create a model from the taught sounds, export or import them"), this)) {
  setWindowTitle(tr("Taught sounds"));
  build();
  connectParts();
  resize(kUsualSize);
  rebuild();
}

void TaughtDialog::build() {
  empty_->setText(
      tr("Select part of the live spectrogram or of a file, or an event, and press Teach… What the "
         "model learns is listed here."));
  empty_->setWordWrap(true);
  auto* close = plainButton(tr("Close"), {}, this);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  auto* ofSelected = new QHBoxLayout;
  for (QPushButton* button : {play_, rename_, remove_}) ofSelected->addWidget(button);
  ofSelected->addStretch(1);
  ofSelected->addWidget(undo_);
  auto* ofAll = new QHBoxLayout;
  more_->setMenu(new TaughtFileMenu(teacher_, this));
  for (QPushButton* button : {train_, send_, more_}) ofAll->addWidget(button);
  ofAll->addStretch(1);
  ofAll->addWidget(close);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(10);
  layout->addWidget(empty_);
  layout->addWidget(list_, 1);
  layout->addLayout(ofSelected);
  layout->addLayout(ofAll);
}

void TaughtDialog::connectParts() {
  connect(play_, &QPushButton::clicked, this, &TaughtDialog::play);
  connect(remove_, &QPushButton::clicked, this, &TaughtDialog::remove);
  connect(rename_, &QPushButton::clicked, this,
          [this] { list_->editItem(list_->currentItem(), TaughtList::Name); });
  connect(undo_, &QPushButton::clicked, teacher_, &TeacherHost::undo);
  connect(send_, &QPushButton::clicked, this, [this] { emit clipsChosen(clips()); });
  connect(train_, &QPushButton::clicked, this, [this] { emit trainingAsked(clips()); });
  connect(list_, &QTreeWidget::currentItemChanged, this, &TaughtDialog::showEnabled);
  connect(list_, &TaughtList::playAsked, this, &TaughtDialog::play);
  connect(list_, &TaughtList::removeAsked, this, &TaughtDialog::remove);
  connect(list_, &TaughtList::renamed, this, [this](const QString& before, const QString& now) {
    teacher_->renameClass(before.toStdString(), now.toStdString());
  });
  connect(teacher_, &TeacherHost::classesChanged, this, &TaughtDialog::rebuild);
}

void TaughtDialog::rebuild() {
  list_->setClasses(teacher_->classes(),
                    [this](const TaughtExample& example) { return teacher_->clipOf(example); });
  empty_->setVisible(teacher_->classes().empty());
  showEnabled();
}

void TaughtDialog::showEnabled() {
  const auto current = list_->current();
  const bool isExample = current && !current->exampleId.empty();
  play_->setEnabled(isExample);
  rename_->setEnabled(current && !isExample);
  remove_->setEnabled(current.has_value());
  for (QPushButton* button : {train_, send_}) button->setEnabled(!clips().empty());
  undo_->setEnabled(teacher_->classes().canUndo());
  undo_->setToolTip(coreText(teacher_->classes().undoText()));
}

void TaughtDialog::play() {
  const auto current = list_->current();
  if (!current) return;
  if (const TaughtExample* example = teacher_->classes().findExample(current->exampleId);
      example != nullptr && !example->clip.empty())
    playback_->playFile(teacher_->clipOf(*example));
}

void TaughtDialog::remove() {
  const auto current = list_->current();
  if (!current) return;
  if (current->exampleId.empty())
    teacher_->removeClass(current->className);
  else
    teacher_->removeExample(current->exampleId);
}

/// Those of all examples. What is none of the classes is left out: it may be another of them.
std::vector<ClipSource> TaughtDialog::clips() const {
  std::vector<ClipSource> clips;
  for (const TaughtClass& taught : teacher_->classes().classes())
    for (const TaughtExample& example : taught.examples)
      if (!example.isCounterExample && !example.clip.empty())
        clips.push_back({.label = taught.name, .file = teacher_->clipOf(example)});
  return clips;
}

}  // namespace earwitness::gui
