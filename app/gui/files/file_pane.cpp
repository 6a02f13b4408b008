#include "app/gui/files/file_pane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/gui/files/file_library.h"
#include "app/gui/files/overview_view.h"
#include "app/gui/files/score_plot.h"
#include "app/gui/theme.h"
#include "app/gui/widgets/axis_ticks.h"
#include "app/gui/widgets/class_bars.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/pane_layout.h"
#include "app/gui/widgets/text_format.h"
#include "core/listening/file_analysis.h"

namespace earwitness::gui {

namespace {
constexpr int kDrawEveryMs = 80;
}

FilePane::FilePane(FileLibrary* library, QWidget* parent)
    : QWidget(parent),
      library_(library),
      list_(new QComboBox(this)),
      state_(new ElidedLabel(this)),
      progress_(new QProgressBar(this)),
      cancel_(new QPushButton(tr("Cancel"), this)),
      again_(new QPushButton(tr("Try again"), this)),
      picture_(new OverviewView(this)),
      plot_(new ScorePlot(this)),
      bars_(new ClassBars(ClassBars::Colours::Series, this)) {
  auto* header = new QHBoxLayout;
  buildHeader(header);
  auto* pictures = new QVBoxLayout;
  pictures->setContentsMargins(0, 0, 0, 0);
  pictures->setSpacing(2);
  pictures->addWidget(picture_, 4);
  pictures->addWidget(plot_, 3);
  bars_->setObjectName(QStringLiteral("fileBars"));
  bars_->setAccessibleName(tr("Best classes of the file"));
  layOutPane(this, header, pictures, bars_);
  picture_->setPlaceholder(tr("Drop an audio file here, or open one with Ctrl+O."));

  connect(library_, &FileLibrary::added, this, &FilePane::addToList);
  connect(library_, &FileLibrary::forgotten, this, &FilePane::removeFromList);
  connect(library_, &FileLibrary::changed, this, &FilePane::showState);
  connect(library_, &FileLibrary::dataChanged, this, &FilePane::showData);
  drawPause_.setSingleShot(true);
  drawPause_.setInterval(kDrawEveryMs);
  connect(&drawPause_, &QTimer::timeout, this, [this] {
    if (drawnLate_) showData(shownId_);
  });
  connect(list_, &QComboBox::activated, this,
          [this](int index) { show(list_->itemData(index).toInt()); });
  connect(cancel_, &QPushButton::clicked, this, [this] { library_->cancel(shownId_); });
  connect(again_, &QPushButton::clicked, this, [this] { library_->analyseAgain(shownId_); });
}

void FilePane::buildHeader(QBoxLayout* layout) {
  list_->setObjectName(QStringLiteral("fileList"));
  list_->setAccessibleName(tr("File"));
  list_->setToolTip(tr("Files that were opened"));
  list_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  list_->setMinimumContentsLength(38);
  list_->setPlaceholderText(tr("No file yet"));
  list_->setEnabled(false);
  state_->setObjectName(QStringLiteral("fileState"));
  progress_->setAccessibleName(tr("Progress"));
  progress_->setRange(0, 1000);
  progress_->setTextVisible(false);
  progress_->setFixedSize(140, 8);
  cancel_->setObjectName(QStringLiteral("cancelFile"));
  cancel_->setToolTip(tr("Stop analysing this file"));
  again_->setObjectName(QStringLiteral("analyseAgain"));
  again_->setToolTip(tr("Analyse this file once more"));
  for (QWidget* hidden : {static_cast<QWidget*>(progress_), static_cast<QWidget*>(cancel_),
                          static_cast<QWidget*>(again_)})
    hidden->hide();
  layout->addWidget(list_);
  layout->addWidget(state_, 1);
  layout->addWidget(progress_);
  layout->addWidget(cancel_);
  layout->addWidget(again_);
}

void FilePane::addToList(int id) {
  const FileRecord* file = library_->find(id);
  list_->addItem(listText(*file), id);
  list_->setItemData(list_->count() - 1, QString::fromStdString(file->path.string()),
                     Qt::ToolTipRole);
  list_->setEnabled(true);
}

void FilePane::removeFromList(int id) {
  list_->removeItem(list_->findData(id));
  if (shownId_ == id) show(list_->itemData(0).toInt());
}

void FilePane::show(int id) {
  shownId_ = id;
  drawPause_.stop();
  list_->setCurrentIndex(list_->findData(id));
  library_->refresh(id);
  showState(id);
  showData(id);
}

QString FilePane::listText(const FileRecord& file) const {
  using State = FileUpdate::State;
  switch (file.state) {
    case State::Waiting:
      return tr("%1 (waiting)").arg(file.title);
    case State::Failed:
      return tr("%1 (not analysed)").arg(file.title);
    case State::Cancelled:
      return tr("%1 (cancelled)").arg(file.title);
    default:
      return file.title;
  }
}

QString FilePane::stateText(const FileRecord& file) const {
  using State = FileUpdate::State;
  const QString length = positionLabel(file.seconds, file.seconds < 60.0 ? 0.1 : 1.0);
  switch (file.state) {
    case State::Waiting:
      return tr("Waiting for the files before it");
    case State::Reading:
      return tr("Reading");
    case State::WaitingForModel:
      return tr("Waiting for the model to be ready");
    case State::Analysing:
      return tr("Analysing");
    case State::Failed:
      return tr("Not analysed");
    case State::Cancelled:
      return tr("Cancelled");
    case State::Done:
      if (file.whole.empty()) return tr("%1 · no model, so nothing is named").arg(length);
      return tr("%1 · sounds found: %2").arg(length).arg(file.events.size());
  }
  return {};
}

void FilePane::showState(int id) {
  const FileRecord* file = library_->find(id);
  if (file == nullptr) return;
  const int row = list_->findData(id);
  if (const QString text = listText(*file); list_->itemText(row) != text)
    list_->setItemText(row, text);
  if (id != shownId_) return;

  const bool failed = file->state == FileUpdate::State::Failed;
  const QString text = stateText(*file);
  state_->setText(text);
  QPalette colours = palette();
  colours.setColor(QPalette::WindowText,
                   failed ? themeColours(colours).danger : themeColours(colours).muted);
  state_->setPalette(colours);
  progress_->setVisible(file->busy());
  progress_->setValue(int(file->progress * 1000.0));
  cancel_->setVisible(file->busy());
  again_->setVisible(failed || file->state == FileUpdate::State::Cancelled);
  picture_->setPlaceholder(failed ? file->error : QString());
  if (file->whole.empty())
    bars_->setPlaceholder(failed         ? QString()
                          : file->busy() ? tr("The best classes appear here.")
                                         : tr("No model is loaded."));
}

void FilePane::showData(int id) {
  const FileRecord* file = library_->find(id);
  if (id != shownId_ || file == nullptr) return;
  // A file of many hours has many thousands of scores: they are drawn anew some times a second.
  drawnLate_ = file->busy() && drawPause_.isActive();
  if (drawnLate_) return;
  drawPause_.start();
  picture_->setOverview(&file->overview);
  picture_->setSeconds(file->seconds);
  if (file->whole.empty() || file->whole.size() != file->labels.size()) {
    bars_->clear();
    plot_->clear(file->seconds);
    return;
  }
  const std::vector<int> best = topLabels(file->whole, ClassBars::kRows);
  plot_->setScores(file->windows, best, file->seconds, !file->busy());
  bars_->setLabels(file->labels);
  bars_->setRows(best, file->whole);
}

QString FilePane::message() const {
  const FileRecord* file = library_->find(shownId_);
  return file != nullptr && !file->error.isEmpty() ? picture_->placeholder() : state_->text();
}

}  // namespace earwitness::gui
