// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/batch_pane.h"

#include <QAction>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/base/shown_label.h"
#include "app/gui/files/export_dialog.h"
#include "app/gui/files/file_table.h"
#include "app/gui/files/file_table_model.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/file_text.h"
#include "app/gui/services/reveal_file.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/pane_layout.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace {
constexpr int kShowMs = 150;
constexpr double kKnownFraction = 0.002;  // of the work done before a time left is guessed
}  // namespace

BatchPane::BatchPane(FileLibrary* library, QWidget* parent)
    : QWidget(parent),
      library_(library),
      model_(new FileTableModel(library, this)),
      filter_(new FileFilter(model_, this)),
      table_(new FileTable(filter_, this)),
      text_(new QLineEdit(this)),
      kind_(new QComboBox(this)),
      progress_(new QProgressBar(this)),
      state_(new ElidedLabel(this)),
      pause_(new QPushButton(tr("Pause"), this)),
      cancel_(new QPushButton(tr("Cancel all"), this)),
      continue_(new QPushButton(tr("Retry"), this)),
      export_(new QPushButton(tr("Export…"), this)) {
  setObjectName(QStringLiteral("batchPane"));
  auto* controls = new QHBoxLayout;
  buildControls(controls);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kPaneSpacing);
  layout->addLayout(controls);
  layout->addWidget(table_, 1);
  buildActions();
  fillKinds();

  showLater_.setSingleShot(true);
  showLater_.setInterval(kShowMs);
  connect(&showLater_, &QTimer::timeout, this, &BatchPane::showProgress);
  connect(library_, &FileLibrary::progressChanged, this, [this] {
    if (!showLater_.isActive()) showLater_.start();
  });
  connect(library_, &FileLibrary::pausedChanged, this, &BatchPane::showProgress);
  connect(library_, &FileLibrary::modelChanged, this, &BatchPane::fillKinds);
  connect(table_, &FileTable::currentFileChanged, this, &BatchPane::chosen);
  connect(table_, &QAbstractItemView::doubleClicked, this,
          [this](const QModelIndex& index) { emit opened(table_->fileAt(index)); });
  showProgress();
}

void BatchPane::buildControls(QBoxLayout* layout) {
  text_->setObjectName(QStringLiteral("fileFilterText"));
  text_->setAccessibleName(tr("Find files"));
  text_->setPlaceholderText(tr("Find by name or class"));
  text_->setClearButtonEnabled(true);
  text_->setMaximumWidth(fontMetrics().averageCharWidth() * 32);
  kind_->setObjectName(QStringLiteral("fileFilterKind"));
  kind_->setAccessibleName(tr("Filter of the list of files"));
  progress_->setObjectName(QStringLiteral("batchProgress"));
  progress_->setAccessibleName(tr("Progress of all files"));
  progress_->setRange(0, 1000);
  progress_->setTextVisible(false);
  progress_->setFixedSize(120, 8);
  state_->setObjectName(QStringLiteral("batchState"));
  pause_->setObjectName(QStringLiteral("pauseFiles"));
  pause_->setToolTip(tr("Pause the analysis; resume it later from the same point"));
  cancel_->setObjectName(QStringLiteral("cancelFiles"));
  cancel_->setToolTip(tr("Stop analysing all files"));
  continue_->setObjectName(QStringLiteral("continueFiles"));
  continue_->setToolTip(tr("Analyse the files that were cancelled or failed"));
  export_->setObjectName(QStringLiteral("exportFiles"));
  export_->setToolTip(tr("Export the detected events to a file"));
  layout->addWidget(text_, 2);
  layout->addWidget(kind_);
  layout->addWidget(progress_);
  layout->addWidget(state_, 3);
  for (QPushButton* button : {pause_, cancel_, continue_, export_}) layout->addWidget(button);
  connect(text_, &QLineEdit::textChanged, filter_, &FileFilter::setText);
  connect(kind_, &QComboBox::currentIndexChanged, this, &BatchPane::applyKind);
  connect(pause_, &QPushButton::clicked, this,
          [this] { library_->setPaused(!library_->isPaused()); });
  connect(cancel_, &QPushButton::clicked, this, [this] {
    if (searched_ >= 0) emit stopSearchAsked();
    library_->cancelAll();
  });
  connect(continue_, &QPushButton::clicked, library_, &FileLibrary::continueAll);
  connect(export_, &QPushButton::clicked, this, &BatchPane::exportSounds);
}

QAction* BatchPane::addAct(const QString& text, const QKeySequence& key,
                           const std::function<void()>& act) {
  auto* action = new QAction(text, this);
  action->setShortcut(key);
  action->setShortcutContext(Qt::WidgetShortcut);
  connect(action, &QAction::triggered, this, act);
  table_->insertAction(copyAction(*table_), action);
  addAction(action);
  return action;
}

void BatchPane::buildActions() {
  const auto forChosen = [this](void (FileLibrary::*act)(const std::vector<int>&)) {
    return [this, act] { (library_->*act)(table_->chosen()); };
  };
  addAct(tr("Show over time"), Qt::Key_Return, [this] {
    if (const int id = table_->fileAt(table_->currentIndex())) emit opened(id);
  });
  addAct(tr("Analyse again"), Qt::Key_F5, forChosen(&FileLibrary::analyseAgain));
  addAct(tr("Cancel"), Qt::Key_Escape, forChosen(&FileLibrary::cancel));
  addAct(tr("Remove from the list"), QKeySequence::Delete, forChosen(&FileLibrary::remove));
  addAct(tr("Open with another program"), {}, [this] { openOutside(false); });
  addAct(tr("Show in its folder"), {}, [this] { openOutside(true); });
}

void BatchPane::openOutside(bool folder) {
  const FileRecord* file = library_->find(table_->fileAt(table_->currentIndex()));
  if (file == nullptr) return;
  const QString path = QString::fromStdString(file->path.string());
  if (folder)
    revealFile(path);
  else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
    emit told(tr("No program was found that opens '%1'.").arg(file->title));
}

void BatchPane::fillKinds() {
  const QSignalBlocker blocker(kind_);
  kind_->clear();
  kind_->addItem(tr("All files"), int(FileFilter::Kind::All));
  kind_->addItem(tr("With events"), int(FileFilter::Kind::WithSounds));
  kind_->addItem(tr("Not analysed"), int(FileFilter::Kind::NotAnalysed));
  if (library_->description()) {
    kind_->insertSeparator(kind_->count());
    QList<QPair<QString, QString>> labels;
    for (const std::string& label : library_->description()->labels)
      labels.append({shownLabel(label), QString::fromStdString(label)});
    std::sort(labels.begin(), labels.end());
    for (const auto& [text, label] : labels) {
      kind_->addItem(text, int(FileFilter::Kind::OfClass));
      kind_->setItemData(kind_->count() - 1, label, Qt::UserRole + 1);
    }
  }
  applyKind(0);
}

void BatchPane::applyKind(int index) {
  filter_->setKind(FileFilter::Kind(kind_->itemData(index).toInt()),
                   kind_->itemData(index, Qt::UserRole + 1).toString().toStdString());
}

void BatchPane::choose(int id) {
  table_->choose(id);
}

bool BatchPane::hasFocusWithin() const {
  return table_->hasFocus();
}

void BatchPane::showSearch(int found) {
  searched_ = found;
  showProgress();
}

QString BatchPane::timeLeft(double fraction) {
  if (!sinceStart_.isValid()) {
    sinceStart_.start();
    startFraction_ = fraction;
  }
  const double done = fraction - startFraction_;
  if (done < kKnownFraction) return {};
  const double seconds = double(sinceStart_.elapsed()) / 1000.0 * (1.0 - fraction) / done;
  return tr("%1 left").arg(timeLeftText(seconds));
}

QString BatchPane::progressText() const {
  return state_->text();
}

void BatchPane::showProgress() {
  const LibraryProgress all = library_->progress();
  const bool paused = library_->isPaused();
  const bool searching = searched_ >= 0;
  if (!all.busy() || paused) sinceStart_.invalidate();  // what is left is guessed anew then
  QStringList parts;
  if (searching) parts.append(tr("Looking for audio files: %L1 found").arg(searched_));
  if (all.busy()) parts.append(tr("%L1 of %L2").arg(all.finished).arg(all.files));
  if (all.busy() && paused) parts.append(tr("paused"));
  if (all.busy() && !paused)
    if (const QString left = timeLeft(all.fraction); !left.isEmpty()) parts.append(left);
  if (all.failed > 0) parts.append(tr("%L1 not analysed").arg(all.failed));
  if (all.cancelled > 0) parts.append(tr("%L1 cancelled").arg(all.cancelled));
  state_->setText(parts.join(QStringLiteral(" · ")));
  progress_->setVisible(all.busy() || searching);
  progress_->setRange(0, searching && !all.busy() ? 0 : 1000);
  progress_->setValue(int(all.fraction * 1000.0));
  pause_->setVisible(all.busy());
  pause_->setText(paused ? tr("Resume") : tr("Pause"));
  cancel_->setVisible(all.busy() || searching);
  continue_->setVisible(!all.busy() && all.failed + all.cancelled > 0);
  export_->setEnabled(all.files > 0);
}

void BatchPane::exportSounds() {
  auto* dialog = new ExportDialog(library_, table_->chosen(), table_->listed(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &ExportDialog::told, this, &BatchPane::told);
  dialog->open();
}

}  // namespace earwitness::gui
