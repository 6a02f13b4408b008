#include "app/gui/teaching/taught_dialog.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/gui/core_text.h"
#include "app/gui/live/playback_host.h"
#include "app/gui/teaching/teacher_host.h"

namespace earwitness::gui {

namespace {

enum Column { kName, kLength, kTime, kDetails };
constexpr int kIdRole = Qt::UserRole;         // of an example; empty for a class
constexpr int kClassRole = Qt::UserRole + 1;  // the class's name

QPushButton* plainButton(const QString& text, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  button->setAutoDefault(false);
  return button;
}

}  // namespace

TaughtDialog::TaughtDialog(TeacherHost* teacher, PlaybackHost* playback, QWidget* parent)
    : QDialog(parent),
      teacher_(teacher),
      playback_(playback),
      tree_(new QTreeWidget(this)),
      empty_(new QLabel(this)),
      play_(plainButton(tr("&Play"), this)),
      rename_(plainButton(tr("Re&name"), this)),
      remove_(plainButton(tr("&Remove"), this)),
      undo_(plainButton(tr("&Undo"), this)),
      send_(plainButton(tr("Send to &data set…"), this)) {
  setWindowTitle(tr("Taught sounds"));
  tree_->setAccessibleName(tr("Taught sounds"));
  tree_->setHeaderLabels({tr("Sound"), tr("Length"), tr("Time"), tr("Details")});
  tree_->setEditTriggers(QAbstractItemView::EditKeyPressed);
  tree_->header()->setSectionResizeMode(kName, QHeaderView::Stretch);
  tree_->header()->setStretchLastSection(false);
  empty_->setText(
      tr("Select a part of the live picture, or an event, and press Teach… "
         "What the model learns is listed here."));
  empty_->setWordWrap(true);
  auto* close = plainButton(tr("Close"), this);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  connect(play_, &QPushButton::clicked, this, &TaughtDialog::play);
  connect(remove_, &QPushButton::clicked, this, &TaughtDialog::remove);
  connect(rename_, &QPushButton::clicked, this, [this] {
    if (QTreeWidgetItem* item = tree_->currentItem()) tree_->editItem(item, kName);
  });
  connect(undo_, &QPushButton::clicked, teacher_, &TeacherHost::undo);
  connect(tree_, &QTreeWidget::currentItemChanged, this, &TaughtDialog::showEnabled);
  connect(tree_, &QTreeWidget::itemDoubleClicked, this, &TaughtDialog::play);
  connect(tree_, &QTreeWidget::itemChanged, this, &TaughtDialog::rename);
  connect(teacher_, &TeacherHost::classesChanged, this, &TaughtDialog::rebuild);

  auto* buttons = new QHBoxLayout;
  send_->setToolTip(tr("Save the clips of all examples as a data set, to train a model with them"));
  connect(send_, &QPushButton::clicked, this, &TaughtDialog::send);
  for (QPushButton* button : {play_, rename_, remove_, undo_, send_}) buttons->addWidget(button);
  buttons->addStretch(1);
  buttons->addWidget(close);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(10);
  layout->addWidget(empty_);
  layout->addWidget(tree_, 1);
  layout->addLayout(buttons);
  resize(640, 420);
  rebuild();
}

void TaughtDialog::rebuild() {
  isFilling_ = true;
  tree_->clear();
  for (const TaughtClass& taught : teacher_->classes().classes()) {
    const QString name = QString::fromStdString(taught.name);
    auto* item = new QTreeWidgetItem(tree_, {name});
    item->setData(kName, kClassRole, name);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    item->setText(kDetails, coreText(expectation(taught)));
    for (const TaughtExample& example : taught.examples) {
      auto* row = new QTreeWidgetItem(
          item, {example.isCounterExample ? tr("Something else") : tr("Example"),
                 tr("%1 s").arg(QLocale().toString(example.seconds, 'f', 1))});
      if (example.utcMs != 0)
        row->setText(kTime, QLocale().toString(QDateTime::fromMSecsSinceEpoch(example.utcMs),
                                               QLocale::ShortFormat));
      row->setText(kDetails, QString::fromStdString(example.origin));
      row->setData(kName, kIdRole, QString::fromStdString(example.id));
      row->setData(kName, kClassRole, name);
    }
  }
  tree_->expandAll();
  for (const int column : {kLength, kTime, kDetails}) tree_->resizeColumnToContents(column);
  isFilling_ = false;
  empty_->setVisible(teacher_->classes().empty());
  showEnabled();
}

void TaughtDialog::showEnabled() {
  const QTreeWidgetItem* item = tree_->currentItem();
  const bool isExample = item != nullptr && !item->data(kName, kIdRole).toString().isEmpty();
  play_->setEnabled(isExample);
  rename_->setEnabled(item != nullptr && !isExample);
  remove_->setEnabled(item != nullptr);
  send_->setEnabled(!teacher_->classes().empty());
  undo_->setEnabled(teacher_->classes().canUndo());
  undo_->setToolTip(coreText(teacher_->classes().undoText()));
}

void TaughtDialog::play() {
  const QTreeWidgetItem* item = tree_->currentItem();
  if (item == nullptr) return;
  const std::string id = item->data(kName, kIdRole).toString().toStdString();
  if (const TaughtExample* example = teacher_->classes().findExample(id);
      example != nullptr && !example->clip.empty())
    playback_->playFile(teacher_->clipOf(*example));
}

void TaughtDialog::remove() {
  const QTreeWidgetItem* item = tree_->currentItem();
  if (item == nullptr) return;
  const QString id = item->data(kName, kIdRole).toString();
  if (id.isEmpty())
    teacher_->removeClass(item->data(kName, kClassRole).toString().toStdString());
  else
    teacher_->removeExample(id.toStdString());
}

void TaughtDialog::send() {
  std::vector<ClipSource> clips;
  for (const TaughtClass& taught : teacher_->classes().classes())
    for (const TaughtExample& example : taught.examples)
      if (!example.isCounterExample && !example.clip.empty())
        clips.push_back({.label = taught.name, .file = teacher_->clipOf(example)});
  if (!clips.empty()) emit clipsChosen(clips);
}

void TaughtDialog::rename(QTreeWidgetItem* item, int column) {
  if (isFilling_ || column != kName) return;
  const QString before = item->data(kName, kClassRole).toString();
  const QString now = item->text(kName).trimmed();
  if (now.isEmpty() || now == before) return rebuild();
  teacher_->renameClass(before.toStdString(), now.toStdString());
}

}  // namespace earwitness::gui
