// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "core/audio/audio_history.h"

class QPoint;
class QWidget;

namespace earwitness::gui {

class Actions;
class EventListController;
class Services;
class SpectrogramView;

/// What is done with the live picture and the stretch that is selected in it: play, save, send to a
/// data set, drag out, explain. Thread: GUI.
class PictureActions : public QObject {
  Q_OBJECT
 public:
  PictureActions(Services& services, Actions* actions, SpectrogramView* picture,
                 EventListController* events, QWidget* window);

  /// Labels that a stretch may be sent as.
  void setLabels(std::vector<std::string> labels) { labels_ = std::move(labels); }

 signals:
  /// One sentence for the status line.
  void told(const QString& sentence);

 private:
  void connectActions();
  void showMenu(double streamSeconds, const QPoint& globalPosition);
  void showSelected();
  /// The sound of the selection; says so where there is none.
  std::optional<AudioHistory::Segment> selectedSound();
  void play();
  void saveSound();
  void savePicture();
  void sendSelection();
  void dragOut();
  QString momentText(double streamSeconds) const;
  QString fileNameFor(double streamSeconds, const QString& ending) const;

  Services& services_;
  Actions* actions_;
  SpectrogramView* picture_;
  EventListController* events_;
  QWidget* window_;
  std::vector<std::string> labels_;
};

}  // namespace earwitness::gui
