// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/file_opener.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <memory>

#include "app/gui/base/background.h"
#include "app/gui/files/file_pane.h"
#include "app/gui/services/dropped_files.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/model_files.h"
#include "app/gui/widgets/drop_overlay.h"
#include "core/audio/audio_file.h"

namespace earwitness::gui {

namespace {
constexpr int kTellSearchMs = 200;

/// "*.wav *.flac ..."
QString soundPatterns() {
  QStringList patterns;
  for (const char* ending : audioEndings()) patterns << u'*' + QString::fromLatin1(ending);
  return patterns.join(u' ');
}

}  // namespace

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
  auto progress = std::make_shared<SoundSearch>();
  std::stop_source stop = readInBackground(
      this,
      [paths, progress](const std::stop_token& token) {
        return collectAudioFiles(paths, *progress, token);
      },
      [this, progress](const DroppedFiles& dropped) {
        endSearch(progress);
        openFound(dropped);
      },
      [this, progress](const QString& sentence) {
        endSearch(progress);
        emit refused(sentence);
      });
  searches_.push_back({std::move(progress), std::move(stop)});
  searchClock_.start();
}

void FileOpener::openFound(const DroppedFiles& dropped) {
  std::vector<NewFile> files;
  // What is not read is in the list, too, with the reason.
  for (const std::vector<FoundFile>* found : {&dropped.files, &dropped.other})
    for (const FoundFile& file : *found)
      files.push_back({.path = file.path, .bytes = file.bytes, .title = {}});
  const int first = library_->add(files);
  if (files.size() == 1) pane_->show(first);
  if (files.size() > 1) pane_->showList(first);
  const QString sentence = refusalSentence(dropped);
  if (!sentence.isEmpty()) emit refused(sentence);
}

/// What a search has found is opened when it comes to its end; the window does not wait for that,
/// since a folder may be on a network share that does not answer.
void FileOpener::stopSearching() {
  for (Search& search : searches_) search.stop.request_stop();
  searches_.clear();
  tellSearch();
}

void FileOpener::endSearch(const std::shared_ptr<SoundSearch>& progress) {
  std::erase_if(searches_, [&](const Search& search) { return search.progress == progress; });
  tellSearch();
}

void FileOpener::tellSearch() {
  int found = 0;
  for (const Search& search : searches_) found += search.progress->found.load();
  if (searches_.empty()) searchClock_.stop();
  emit searching(searches_.empty() ? -1 : found);
}

void FileOpener::ask(bool folder) {
  auto* dialog = new QFileDialog(window_, folder ? tr("Open folder") : tr("Open audio files"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
  dialog->setOption(QFileDialog::HideNameFilterDetails);  // there are many
  if (!folder)
    dialog->setNameFilters(
        {tr("Audio files (%1)", "patterns of names").arg(soundPatterns()), tr("All files (*)")});
  connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
    std::vector<std::filesystem::path> paths;
    for (const QString& file : files) paths.emplace_back(file.toStdString());
    open(paths);
  });
  dialog->open();
}

void FileOpener::openSample() {
  readInBackground(
      this, [] { return sampleSound(); },
      [this](const std::filesystem::path& sample) {
        if (sample.empty() || pane_->shownId() != 0) return;
        const QString title = tr("Sample: a siren, crickets and church bells");
        pane_->show(
            library_->add({{.path = sample, .bytes = 0, .title = title, .isSample = true}}));
      });
}

}  // namespace earwitness::gui
