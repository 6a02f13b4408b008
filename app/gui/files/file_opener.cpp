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

FileOpener::FileOpener(FileLibrary* library, FilePane* pane, QWidget* window)
    : QObject(window),
      library_(library),
      pane_(pane),
      window_(window),
      overlay_(new DropOverlay(window)) {
  window->setAcceptDrops(true);
  window->installEventFilter(this);
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
  inBackground(
      this, [paths, dropped] { *dropped = collectAudioFiles(paths); },
      [this, dropped] {
        int first = 0;
        for (const auto& file : dropped->files) {
          const int id = library_->add(file, QString::fromStdString(file.filename().string()));
          if (first == 0) first = id;
        }
        if (first != 0) pane_->show(first);
        const QString sentence = refusalSentence(*dropped);
        if (!sentence.isEmpty()) emit refused(sentence);
      });
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
        pane_->show(library_->add(*sample, title, true));
      });
}

}  // namespace earwitness::gui
