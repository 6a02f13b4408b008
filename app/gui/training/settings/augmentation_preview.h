// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>

#include "app/gui/training/settings/augmented_pair.h"

class QLabel;
class QPushButton;

namespace earwitness::gui {

class ElidedLabel;
class PairView;
class SettingsDocument;

/// A clip of the data set as the network would get it, before and after augmentation.
/// Thread: GUI; the pictures are made in the background.
class AugmentationPreview : public QWidget {
  Q_OBJECT
 public:
  explicit AugmentationPreview(SettingsDocument* document, QWidget* parent = nullptr);

  /// What is shown in turn; empty: nothing.
  void setClips(std::vector<PreviewClip> clips);
  /// What is shown now.
  const AugmentedPair& pair() const { return pair_; }

 signals:
  void shown();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void askSoon();
  void make();
  void take(const AugmentedPair& pair);
  void showTexts();
  const PreviewClip& otherClip() const;

  SettingsDocument* document_;
  ElidedLabel* clipName_;
  PairView* before_;
  PairView* after_;
  ElidedLabel* labels_;
  QLabel* message_;
  QPushButton* nextClip_;
  QPushButton* anotherDraw_;
  std::vector<PreviewClip> clips_;
  size_t clip_ = 0;
  uint64_t draw_ = 1;
  AugmentedPair pair_;
  std::shared_ptr<PairMaker> maker_ = std::make_shared<PairMaker>();
  QTimer soon_;
  bool isBusy_ = false;
  bool isStale_ = true;
};

}  // namespace earwitness::gui
