// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/file_pane.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/gui/base/icons.h"
#include "app/gui/base/theme.h"
#include "app/gui/files/batch_pane.h"
#include "app/gui/files/file_view.h"
#include "app/gui/files/overview_view.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/file_text.h"
#include "app/gui/services/services.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/pane_layout.h"

namespace earwitness::gui {

FilePane::FilePane(Services& services, QWidget* parent)
    : QWidget(parent),
      library_(services.files),
      pages_(new QStackedWidget(this)),
      view_(new FileView(library_, services.backend.playFile, pages_)),
      list_(new BatchPane(library_, pages_)),
      title_(new ElidedLabel(this)),
      state_(new ElidedLabel(this)),
      readOut_(new ElidedLabel(this)),
      start_(new ElidedLabel(this)),
      progress_(new QProgressBar(this)),
      cancel_(new QPushButton(tr("Cancel"), this)),
      again_(new QPushButton(tr("Try again"), this)) {
  pages_->addWidget(view_);
  pages_->addWidget(list_);
  header_ = new QHBoxLayout;
  buildHeader(header_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kPaneMargin, kPaneSpacing, kPaneMargin, kPaneSpacing);
  layout->setSpacing(kPaneSpacing);
  layout->addLayout(header_);
  layout->addWidget(start_);
  layout->addWidget(buildNote());
  layout->addWidget(pages_, 1);
  showPage(false);

  connect(&services, &Services::filesOutdated, this, [this] { library_->refresh(shownId()); });
  connect(library_, &FileLibrary::changed, this, &FilePane::showState);
  connect(library_, &FileLibrary::added, this, [this] { showState(shownId()); });
  connect(library_, &FileLibrary::removed, this, [this] {
    if (library_->find(shownId()) == nullptr) {
      view_->show(library_->files().empty() ? 0 : library_->files().front().id);
      showState(shownId());
    }
  });
  connect(view_, &FileView::readOut, readOut_, &ElidedLabel::setText);
  connect(view_, &FileView::failed, this, &FilePane::told);
  connect(list_, &BatchPane::told, this, &FilePane::told);
  connect(list_, &BatchPane::opened, this, qOverload<int>(&FilePane::show));
  connect(list_, &BatchPane::chosen, this, [this](int id) {
    view_->show(id);
    showState(id);
  });
  connect(list_, &BatchPane::stopSearchAsked, this, &FilePane::stopSearchAsked);
  connect(cancel_, &QPushButton::clicked, this, [this] { library_->cancel({shownId()}); });
  connect(again_, &QPushButton::clicked, this, [this] { library_->analyseAgain({shownId()}); });
}

QToolButton* FilePane::pageButton(const QString& text, const QString& tip, const QString& name) {
  auto* button = new QToolButton(this);
  button->setObjectName(name);
  button->setText(text);
  button->setToolTip(tip);
  button->setAccessibleName(tip);
  button->setCheckable(true);
  return button;
}

void FilePane::buildHeader(QBoxLayout* layout) {
  filePage_ = pageButton(tr("File"), tr("Show one file over time"), QStringLiteral("filePage"));
  listPage_ =
      pageButton(tr("All files"), tr("Show the list of all files"), QStringLiteral("listPage"));
  auto* group = new QButtonGroup(this);
  for (QToolButton* button : {filePage_, listPage_}) group->addButton(button);
  connect(filePage_, &QToolButton::clicked, this, [this] { showPage(false); });
  connect(listPage_, &QToolButton::clicked, this, [this] { showPage(true); });
  play_ = new QToolButton(this);
  play_->setObjectName(QStringLiteral("playFile"));
  play_->setDefaultAction(view_->playAction());
  play_->setAccessibleName(tr("Play or pause the file"));
  title_->setObjectName(QStringLiteral("fileTitle"));
  state_->setObjectName(QStringLiteral("fileState"));
  readOut_->setObjectName(QStringLiteral("fileReadOut"));
  progress_->setObjectName(QStringLiteral("fileProgress"));
  progress_->setAccessibleName(tr("Progress of the file"));
  progress_->setRange(0, 1000);
  progress_->setTextVisible(false);
  progress_->setFixedSize(140, 8);
  cancel_->setObjectName(QStringLiteral("cancelFile"));
  cancel_->setToolTip(tr("Stop analysing this file"));
  again_->setObjectName(QStringLiteral("analyseAgain"));
  again_->setToolTip(tr("Analyse this file again"));
  QFont bold = title_->font();
  bold.setBold(true);
  title_->setFont(bold);
  readOut_->setForegroundRole(QPalette::PlaceholderText);
  start_->setObjectName(QStringLiteral("fileStart"));
  start_->setForegroundRole(QPalette::PlaceholderText);
  start_->hide();
  for (QWidget* hidden : {static_cast<QWidget*>(progress_), static_cast<QWidget*>(cancel_),
                          static_cast<QWidget*>(again_)})
    hidden->hide();
  layout->addWidget(filePage_);
  layout->addWidget(listPage_);
  layout->addSpacing(kPaneSpacing);
  layout->addWidget(play_);
  layout->addWidget(title_, 3);
  layout->addWidget(state_);
  layout->addWidget(readOut_, 4);
  layout->addWidget(progress_);
  layout->addWidget(cancel_);
  layout->addWidget(again_);
}

QWidget* FilePane::buildNote() {
  noteRow_ = new QWidget(this);
  noteRow_->setObjectName(QStringLiteral("fileNoteRow"));
  auto* sign = new QLabel(noteRow_);
  sign->setPixmap(icon(Glyph::Warning).pixmap(fontMetrics().height()));
  note_ = new ElidedLabel(noteRow_);
  note_->setObjectName(QStringLiteral("fileNote"));
  auto* layout = new QHBoxLayout(noteRow_);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(sign);
  layout->addWidget(note_, 1);
  noteRow_->hide();
  return noteRow_;
}

void FilePane::showPage(bool list) {
  pages_->setCurrentWidget(list ? static_cast<QWidget*>(list_) : static_cast<QWidget*>(view_));
  (list ? listPage_ : filePage_)->setChecked(true);
  play_->setVisible(!list);
  showState(shownId());
}

void FilePane::show(int id) {
  view_->show(id);
  list_->choose(id);
  showPage(false);
  if (list_->hasFocusWithin()) view_->setFocus();
}

void FilePane::showList(int id) {
  view_->show(id);
  list_->choose(id);
  showPage(true);
}

int FilePane::shownId() const {
  return view_->shownId();
}
bool FilePane::showsList() const {
  return pages_->currentWidget() == list_;
}
OverviewView* FilePane::picture() const {
  return view_->picture();
}
const ScorePlot* FilePane::plot() const {
  return view_->plot();
}
ClassPanel* FilePane::bars() const {
  return view_->bars();
}

void FilePane::showSearch(int found) {
  list_->showSearch(found);
}

QList<QAction*> FilePane::shortcuts() const {
  return view_->actions() + list_->actions();
}

QString FilePane::stateText(const FileRecord& file) const {
  if (file.state == FileUpdate::State::Failed) return tr("Not analysed: %1").arg(file.reason);
  if (file.state != FileUpdate::State::Done) return fileStateText(file, library_->isPaused());
  return file.whole.empty() ? tr("%1 · no model, so no events").arg(lengthText(file))
                            : tr("%1 · events: %2").arg(lengthText(file)).arg(file.events.size());
}

void FilePane::showState(int id) {
  if (id != shownId()) return;
  const int count = int(library_->files().size());
  listPage_->setText(count > 0 ? tr("All files (%L1)").arg(count) : tr("All files"));
  const FileRecord* file = library_->find(id);
  title_->setText(file != nullptr ? file->title : QString());
  state_->setText(file != nullptr ? stateText(*file) : QString());
  const bool failed = file != nullptr && file->state == FileUpdate::State::Failed;
  const bool busy = file != nullptr && file->busy();
  QPalette colours = palette();
  colours.setColor(QPalette::WindowText,
                   failed ? themeColours(colours).danger : themeColours(colours).muted);
  state_->setPalette(colours);
  // A reason may be long; other states have their whole width, whatever the mouse points at.
  header_->setStretchFactor(state_, failed ? 4 : 0);
  readOut_->setVisible(!failed && !showsList());
  const bool isDone = file != nullptr && file->state == FileUpdate::State::Done;
  start_->setText(isDone ? startText(file->start) : QString());
  start_->setVisible(!start_->text().isEmpty() && !showsList());
  const bool hasNote = isDone && !file->note.isEmpty();
  note_->setText(hasNote ? file->note : QString());
  noteRow_->setVisible(hasNote && !showsList());
  progress_->setVisible(busy && !showsList());
  progress_->setValue(file != nullptr ? int(file->progress * 1000.0) : 0);
  cancel_->setVisible(busy && !showsList());
  again_->setVisible(!showsList() &&
                     (failed || (file != nullptr && file->state == FileUpdate::State::Cancelled)));
}

QString FilePane::message() const {
  const FileRecord* file = library_->find(shownId());
  return file != nullptr && !file->error.isEmpty() ? file->error : state_->text();
}

}  // namespace earwitness::gui
