// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/clip_list.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/gui/base/theme.h"
#include "app/gui/sound_view/thumbnail_maker.h"
#include "app/gui/training/data_sentences.h"
#include "app/gui/widgets/selected_rows.h"

namespace earwitness::gui {

namespace {
constexpr QSize kIconSize(72, 26);
}

ClipModel::ClipModel(ThumbnailMaker* thumbnails, QObject* parent)
    : QAbstractListModel(parent), thumbnails_(thumbnails) {
  connect(thumbnails_, &ThumbnailMaker::made, this, [this] {
    if (!clips_.empty())
      emit dataChanged(index(0), index(int(clips_.size()) - 1), {Qt::DecorationRole});
  });
}

void ClipModel::setClips(std::vector<std::filesystem::path> clips) {
  if (clips == clips_) return;
  beginResetModel();
  clips_ = std::move(clips);
  endResetModel();
}

void ClipModel::setFindings(Findings findings) {
  findings_ = std::move(findings);
  if (!clips_.empty()) emit dataChanged(index(0), index(int(clips_.size()) - 1));
}

/// "003.wav – silent, clipped"
QString ClipModel::nameOf(const std::filesystem::path& file) const {
  const ClipPlace place = placeOf(file.string());
  const QString name = placeText(place.path.filename(), place.segment);
  if (!findings_) return name;
  QStringList kinds;
  const auto add = [&](const std::string& address) {
    const auto problems = findings_->problemsOf.find(address);
    if (problems == findings_->problemsOf.end()) return;
    for (const DataProblemKind kind : problems->second) kinds << problemKindText(kind).toLower();
  };
  add(file.string());
  if (!place.segment.isWhole()) add(place.path.string());  // of the whole file
  if (kinds.isEmpty()) return name;
  return name + QStringLiteral(" – ") + kinds.join(QStringLiteral(", "));
}

int ClipModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(clips_.size());
}

QVariant ClipModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= int(clips_.size())) return {};
  const std::filesystem::path& file = at(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return nameOf(file);
    case Qt::DecorationRole: {
      const QImage image = thumbnails_->thumbnailOf(file);
      if (image.isNull()) return {};
      QImage small = image.scaled(kIconSize * 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
      small.setDevicePixelRatio(2.0);
      return small;
    }
    case Qt::ToolTipRole:
      return placeText(placeOf(file.string()).path, placeOf(file.string()).segment);
    default:
      return {};
  }
}

ClipList::ClipList(ThumbnailMaker* thumbnails, QWidget* parent)
    : QWidget(parent),
      model_(new ClipModel(thumbnails, this)),
      title_(new QLabel(this)),
      view_(new QListView(this)),
      play_(new QPushButton(tr("Play"), this)),
      reveal_(new QPushButton(tr("Show file"), this)),
      delete_(new QPushButton(tr("Delete"), this)) {
  build();
  connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &ClipList::showEnabled);
  connect(model_, &QAbstractItemModel::modelReset, this, &ClipList::showEnabled);
  connect(view_, &QListView::doubleClicked, this,
          [this](const QModelIndex& index) { emit playAsked(model_->at(index.row())); });
  connect(play_, &QPushButton::clicked, this, [this] { emit playAsked(selected().front()); });
  connect(reveal_, &QPushButton::clicked, this, [this] { emit revealAsked(selected().front()); });
  connect(delete_, &QPushButton::clicked, this, [this] { emit deleteAsked(selected()); });
  setClass({}, {}, false);
}

void ClipList::build() {
  title_->setObjectName(QStringLiteral("clipsTitle"));
  title_->setTextFormat(Qt::PlainText);
  view_->setObjectName(QStringLiteral("clips"));
  view_->setAccessibleName(tr("Clips of the class"));
  view_->setModel(model_);
  view_->setUniformItemSizes(true);
  view_->setIconSize(kIconSize);
  view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  view_->setTextElideMode(Qt::ElideMiddle);
  view_->setAlternatingRowColors(true);
  view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->installEventFilter(this);
  play_->setObjectName(QStringLiteral("playClip"));
  play_->setToolTip(tr("Play the clip (Space)"));
  reveal_->setObjectName(QStringLiteral("revealClip"));
  reveal_->setToolTip(tr("Show the file in the file manager"));
  delete_->setObjectName(QStringLiteral("deleteClip"));
  delete_->setToolTip(tr("Move the clips to the trash (Delete)"));
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(play_);
  buttons->addWidget(reveal_);
  buttons->addStretch(1);
  buttons->addWidget(delete_);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(8, 8, 8, 8);
  rows->addWidget(title_);
  rows->addWidget(view_, 1);
  rows->addLayout(buttons);
}

void ClipList::setClass(const QString& name, const std::vector<std::filesystem::path>& clips,
                        bool isOwn) {
  isOwn_ = isOwn;
  title_->setText(name.isEmpty()  ? tr("Choose a class to see its clips.")
                  : clips.empty() ? tr("%1: no clips yet").arg(name)
                                  : tr("%1: %Ln clips", nullptr, int(clips.size())).arg(name));
  delete_->setVisible(isOwn);
  model_->setClips(clips);
  showEnabled();
}

std::vector<std::filesystem::path> ClipList::selected() const {
  std::vector<std::filesystem::path> files;
  for (const int row : selectedRows(*view_->selectionModel())) files.push_back(model_->at(row));
  return files;
}

void ClipList::showEnabled() {
  const size_t count = selectedRows(*view_->selectionModel()).size();
  play_->setEnabled(count == 1);
  reveal_->setEnabled(count == 1);
  delete_->setEnabled(count > 0 && isOwn_);
}

bool ClipList::eventFilter(QObject* watched, QEvent* event) {
  if (watched == view_ && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    QPushButton* button = key->key() == Qt::Key_Space    ? play_
                          : key->key() == Qt::Key_Delete ? delete_
                                                         : nullptr;
    if (button != nullptr && button->isEnabled() && button->isVisible()) {
      button->click();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace earwitness::gui
