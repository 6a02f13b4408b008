#pragma once

#include <QWidget>

#include "core/listening/listener.h"

namespace earwitness::gui {

class Banner;
class ClassBars;
class ElidedLabel;
class SpectrogramView;

/// The upper pane: what the microphone hears, and the classes that it may be. Thread: GUI.
class LivePane : public QWidget {
  Q_OBJECT
 public:
  explicit LivePane(QWidget* parent = nullptr);

  /// A new stream with these features and labels (none without a model).
  void startStream(const FeatureSettings& features, const std::vector<std::string>& labels);
  void take(const LiveUpdate& update);
  /// Nothing is listened to: said in the pane.
  void setListening(bool listening);
  /// What is said where the classes would be.
  void setClassesPlaceholder(const QString& text);
  /// One sentence over the picture; empty for none.
  void setBanner(const QString& sentence);

  SpectrogramView* picture() const { return picture_; }
  ClassBars* bars() const { return bars_; }
  Banner* banner() const { return banner_; }

 private:
  void showState();

  Banner* banner_;
  ElidedLabel* state_;
  SpectrogramView* picture_;
  ClassBars* bars_;
  bool listening_ = false;
  ListenerState listenerState_ = ListenerState::Stopped;
};

}  // namespace earwitness::gui
