#include "app/gui/files/file_opener.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <memory>

#include "app/gui/background.h"
#include "app/gui/files/dropped_files.h"
#include "app/gui/files/file_library.h"
#include "app/gui/files/file_pane.h"
#include "app/gui/model_files.h"
#include "app/gui/widgets/drop_overlay.h"

namespace earwitness::gui {

namespace {
constexpr int kTellSearchMs = 200;
}

FileOpener::FileOpener(FileLibrary* library, FilePane* pane, QWidget* window)
    : QObject(window),
      library_(library),
      pane_(pane),
      window_(window),
      overlay_(new DropOverlay(window)) {
  window->setAcceptDrops(true);
  window->installEventFilter(this);
  searchClock_.setInterval(kTellSearchMs);
  connect(&searchClock_, &QTimer::timeout, this, &FileOpener::tellSearch);
  connect(this, &FileOpener::searching, pane_, &FilePane::showSearch);
  connect(pane_, &FilePane::stopSearchAsked, this, &FileOpener::stopSearching);
}

bool FileOpener::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::DragEnter: {
      auto* drag = static_cast<QDragEnterEvent*>(event);
      const auto paths = localPaths(drag->mimeData()->urls());
      if (paths.empty()) return false;
      drag->acceptProposedAction();
      overlay_->showFor(int(paths.size()));
      return true;
    }
    case QEvent::DragLeave:
      overlay_->hide();
      return true;
    case QEvent::Drop: {
      auto* drop = static_cast<QDropEvent*>(event);
      overlay_->hide();
      drop->acceptProposedAction();
      open(localPaths(drop->mimeData()->urls()));
      return true;
    }
    default:
      return QObject::eventFilter(watched, event);
  }
}

void FileOpener::open(const std::vector<std::filesystem::path>& paths) {
  auto dropped = std::make_shared<DroppedFiles>();
  auto search = std::make_shared<FileSearch>();
  searches_.push_back(search);
  searchClock_.start();
  inBackground(
      this, [paths, dropped, search] { *dropped = collectAudioFiles(paths, *search); },
      [this, dropped, search] {
        std::erase(searches_, search);
        tellSearch();
        std::vector<NewFile> files;
        for (FoundFile& file : dropped->files)
          files.push_back({.path = std::move(file.path), .bytes = file.bytes, .title = {}});
        const int first = library_->add(files);
        if (files.size() == 1) pane_->show(first);
        if (files.size() > 1) pane_->showList(first);
        const QString sentence = refusalSentence(*dropped);
        if (!sentence.isEmpty()) emit refused(sentence);
      });
}

void FileOpener::stopSearching() {
  for (const auto& search : searches_) search->cancelled.store(true);
}

void FileOpener::tellSearch() {
  int found = 0;
  for (const auto& search : searches_) found += search->found.load();
  if (searches_.empty()) searchClock_.stop();
  emit searching(searches_.empty() ? -1 : found);
}

void FileOpener::ask(bool folder) {
  auto* dialog = new QFileDialog(window_, folder ? tr("Open folder") : tr("Open audio files"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
  if (!folder)
    dialog->setNameFilters(
        {tr("Audio (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
    std::vector<std::filesystem::path> paths;
    for (const QString& file : files) paths.emplace_back(file.toStdString());
    open(paths);
  });
  dialog->open();
}

void FileOpener::openSample() {
  auto sample = std::make_shared<std::filesystem::path>();
  inBackground(
      this, [sample] { *sample = sampleSound(); },
      [this, sample] {
        if (sample->empty() || pane_->shownId() != 0) return;
        const QString title = tr("Sample: a siren, crickets and church bells");
        pane_->show(
            library_->add({{.path = *sample, .bytes = 0, .title = title, .isSample = true}}));
      });
}

}  // namespace earwitness::gui
