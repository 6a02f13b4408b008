// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/picture_actions.h"

#include <QAction>
#include <QBuffer>
#include <QDateTime>
#include <QDrag>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>
#include <algorithm>
#include <cmath>

#include "app/gui/base/actions.h"
#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/events/event_list_controller.h"
#include "app/gui/live/spectrogram_view.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/services/services.h"
#include "app/gui/sound_view/event_selection.h"
#include "app/gui/widgets/save_dialog.h"
#include "core/audio/audio_writer.h"
#include "core/base/atomic_file.h"

namespace earwitness::gui {

namespace {

constexpr const char* kFolderKey = "save/folder";
constexpr int kSmallestPictureWidth = 1200;

QString saveFolder() {
  const QString music = QStandardPaths::writableLocation(QStandardPaths::MusicLocation);
  return QSettings().value(kFolderKey, music).toString();
}

/// Asks for a file to be written, in the folder used last; `chosen` is called with it.
void askForFile(QWidget* window, SaveRequest request, std::function<void(const QString&)> chosen) {
  request.folder = saveFolder();
  askWhereToSave(window, request, [chosen = std::move(chosen)](const QString& file, int) {
    QSettings().setValue(kFolderKey, QFileInfo(file).absolutePath());
    chosen(file);
  });
}

QByteArray pngOf(const QImage& image) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return bytes;
}

}  // namespace

PictureActions::PictureActions(Services& services, Actions* actions, SpectrogramView* picture,
                               EventListController* events, QWidget* window)
    : QObject(window),
      services_(services),
      actions_(actions),
      picture_(picture),
      events_(events),
      window_(window) {
  connectActions();
  connect(picture, &SpectrogramView::selectionChanged, this, &PictureActions::showSelected);
  connect(picture, &SpectrogramView::contextMenuRequested, this, &PictureActions::showMenu);
  connect(picture, &SpectrogramView::selectionDragged, this, &PictureActions::dragOut);
  connect(services_.playback, &PlaybackHost::position, picture,
          [picture](double seconds) { picture->setPlayhead(seconds); });
  connect(services_.playback, &PlaybackHost::finished, picture,
          [picture] { picture->setPlayhead(std::nullopt); });
  showSelected();
}

void PictureActions::connectActions() {
  const Actions& actions = *actions_;
  connect(actions.playStretch, &QAction::triggered, this, &PictureActions::play);
  connect(actions.saveStretch, &QAction::triggered, this, &PictureActions::saveSound);
  connect(actions.savePicture, &QAction::triggered, this, &PictureActions::savePicture);
  connect(actions.jumpToNow, &QAction::triggered, picture_, &SpectrogramView::jumpToNow);
}

void PictureActions::showSelected() {
  const bool selected = picture_->selection().has_value();
  actions_->saveStretch->setEnabled(selected);
}

QString PictureActions::momentText(double streamSeconds) const {
  const PictureTime time = picture_->time();
  return QDateTime::fromMSecsSinceEpoch(time.utcMsAt(time.xOf(streamSeconds)))
      .toString(u"HH:mm:ss.z");
}

QString PictureActions::fileNameFor(double streamSeconds, const QString& ending) const {
  const PictureTime time = picture_->time();
  return QDateTime::fromMSecsSinceEpoch(time.utcMsAt(time.xOf(streamSeconds)))
             .toString(u"'earwitness_'yyyy-MM-dd_HH-mm-ss") +
         ending;
}

void PictureActions::showMenu(double streamSeconds, const QPoint& globalPosition) {
  const Actions& actions = *actions_;
  auto* menu = new QMenu(picture_);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addActions({actions.playStretch, actions.saveStretch, actions.teach});
  QAction* send = menu->addAction(tr("Send selection to &data set…"));
  send->setEnabled(picture_->selection().has_value());
  connect(send, &QAction::triggered, this, &PictureActions::sendSelection);
  menu->addSeparator();
  QAction* why = menu->addAction(tr("&Why was this (not) reported?"));
  connect(why, &QAction::triggered, this,
          [this, streamSeconds] { events_->explain(streamSeconds, momentText(streamSeconds)); });
  menu->addSeparator();
  menu->addActions({actions.freeze, actions.savePicture});
  menu->popup(globalPosition);
}

std::optional<AudioHistory::Segment> PictureActions::selectedSound() {
  const auto& selection = picture_->selection();
  if (!selection) {
    emit told(
        tr("Select part of the spectrogram first: drag across it while it is frozen, or hold Shift "
           "and drag."));
    return std::nullopt;
  }
  const auto& history = services_.live->history();
  AudioHistory::Segment sound =
      history ? history->segment(selection->startSeconds, selection->endSeconds)
              : AudioHistory::Segment{};
  if (sound.empty()) {
    emit told(tr("The audio of this selection is no longer available."));
    return std::nullopt;
  }
  return sound;
}

void PictureActions::play() {
  if (services_.playback->playing()) return services_.playback->stop();
  if (auto sound = selectedSound())
    services_.playback->playStretch(std::move(sound->samples), sound->sampleRate,
                                    sound->startSeconds);
}

void PictureActions::saveSound() {
  auto sound = selectedSound();
  if (!sound) return;
  askForFile(
      window_,
      {.title = tr("Save selection"),
       .stem = fileNameFor(sound->startSeconds, {}),
       .kinds = {{tr("WAV (*.wav)"), QStringLiteral(".wav")},
                 {tr("FLAC (*.flac)"), QStringLiteral(".flac")}}},
      [this,
       stretch = std::make_shared<AudioHistory::Segment>(std::move(*sound))](const QString& file) {
        auto sentence = std::make_shared<QString>(tr("Audio saved to '%1'.").arg(file));
        inBackground(
            this,
            [stretch, sentence, path = std::filesystem::path(file.toStdString())] {
              try {
                writeAudioFile(path, stretch->samples, int(std::lround(stretch->sampleRate)));
              } catch (const std::exception&) {
                *sentence = shownProblem();
              }
            },
            [this, sentence] { emit told(*sentence); });
      });
}

void PictureActions::savePicture() {
  const QSize size(std::max(kSmallestPictureWidth, picture_->width()),
                   std::max(400, picture_->height()));
  const QImage image = picture_->render(size);
  askForFile(
      window_,
      {.title = tr("Save image"),
       .stem = fileNameFor(picture_->time().startSeconds(), {}),
       .kinds = {{tr("PNG image (*.png)"), QStringLiteral(".png")}}},
      [this, image](const QString& file) {
        auto sentence = std::make_shared<QString>(tr("Image saved to '%1'.").arg(file));
        inBackground(
            this,
            [image, file, sentence] {
              try {
                const QByteArray bytes = pngOf(image);
                writeFileAtomically(file.toStdString(), {bytes.constData(), size_t(bytes.size())});
              } catch (const std::exception&) {
                *sentence = shownProblem();
              }
            },
            [this, sentence] { emit told(*sentence); });
      });
}

void PictureActions::sendSelection() {
  const auto selection = picture_->selection();
  if (!selection || !selectedSound()) return;
  askForLabel(window_, tr("Send to data set"),
              tr("Class of this sound (choose one, or enter a new one):"), labels_,
              [this, selection](const std::string& label) {
                ClipSource clip;
                clip.label = label;
                clip.startSeconds = selection->startSeconds;
                clip.endSeconds = selection->endSeconds;
                events_->sendToDataSet({clip});
              });
}

void PictureActions::dragOut() {
  const auto sound = selectedSound();
  if (!sound) return;
  // Lives until the program ends: whoever takes the file may read it later.
  static const QTemporaryDir folder;
  const QString file = folder.filePath(fileNameFor(sound->startSeconds, QStringLiteral(".wav")));
  try {
    writeAudioFile(file.toStdString(), sound->samples, int(std::lround(sound->sampleRate)));
  } catch (const std::exception&) {
    emit told(shownProblem());
    return;
  }
  auto* mime = new QMimeData;
  mime->setUrls({QUrl::fromLocalFile(file)});
  auto* drag = new QDrag(picture_);
  drag->setMimeData(mime);
  drag->exec(Qt::CopyAction);
}

}  // namespace earwitness::gui
