// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/teaching/taught_list.h"

#include <QDateTime>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPixmap>
#include <QScrollBar>
#include <QTreeWidgetItemIterator>
#include <utility>

#include "app/gui/base/core_text.h"
#include "app/gui/base/theme.h"
#include "app/gui/sound_view/thumbnail_maker.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace {

constexpr int kIdRole = Qt::UserRole;         // of an example; empty for a class
constexpr int kClassRole = Qt::UserRole + 1;  // the class's name
constexpr double kDrawnSeconds = 60.0;        // of a clip, from its beginning
constexpr double kSharpness = 2.0;            // pixels of the picture for one of the list
constexpr int kRowMargin = 6;                 // pixels

}  // namespace

/// The row of an example, whose picture is asked for when it is drawn.
class TaughtList::Example : public QTreeWidgetItem {
 public:
  Example(QTreeWidgetItem* parent, TaughtList* list, std::filesystem::path clip)
      : QTreeWidgetItem(parent), list_(list), clip_(std::move(clip)) {}

  QVariant data(int column, int role) const override {
    if (column == Name && role == Qt::DecorationRole) return picture();
    return QTreeWidgetItem::data(column, role);
  }

 private:
  /// A plain area while there is none, so that the text beside it does not move.
  QVariant picture() const {
    const QImage made = clip_.empty() ? QImage() : list_->pictures_->thumbnailOf(clip_);
    QImage small(kPictureSize * kSharpness, QImage::Format_RGB32);
    if (made.isNull())
      small.fill(themeColours(list_->palette()).track);
    else
      small = made.scaled(small.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    small.setDevicePixelRatio(kSharpness);
    return small;
  }

  TaughtList* list_;
  std::filesystem::path clip_;
};

TaughtList::TaughtList(QWidget* parent) : QTreeWidget(parent), pictures_(new ThumbnailMaker(this)) {
  setAccessibleName(tr("Taught sounds"));
  setHeaderLabels({tr("Sound"), tr("Length"), tr("Time"), tr("Details")});
  setEditTriggers(QAbstractItemView::EditKeyPressed);
  styleTable(*this);
  setIconSize(kPictureSize);
  header()->setSectionResizeMode(Name, QHeaderView::Stretch);
  header()->setStretchLastSection(false);
  setLook();
  connect(pictures_, &ThumbnailMaker::made, viewport(), qOverload<>(&QWidget::update));
  connect(this, &QTreeWidget::itemDoubleClicked, this, &TaughtList::playAsked);
  connect(this, &QTreeWidget::itemChanged, this, &TaughtList::takeName);
}

void TaughtList::setLook() {
  pictures_->setLook({.features = {},
                      .map = isDark(palette()) ? ColourMap::Name::Inferno : ColourMap::Name::Ice,
                      .seconds = kDrawnSeconds});
}

void TaughtList::changeEvent(QEvent* event) {
  QTreeWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) setLook();
}

void TaughtList::setClasses(const TaughtClasses& classes, const ClipOf& clipOf) {
  const std::optional<Entry> before = current();
  const int scrolled = verticalScrollBar()->value();
  isFilling_ = true;
  clear();
  for (const TaughtClass& taught : classes.classes()) addClass(taught, clipOf);
  expandAll();
  for (const int column : {Length, Time, Details}) resizeColumnToContents(column);
  isFilling_ = false;
  selectAgain(before);
  verticalScrollBar()->setValue(scrolled);
}

void TaughtList::addClass(const TaughtClass& taught, const ClipOf& clipOf) {
  const QString name = QString::fromStdString(taught.name);
  auto* item = new QTreeWidgetItem(this, {name});
  item->setData(Name, kClassRole, name);
  item->setSizeHint(Name, QSize(0, kPictureSize.height() + kRowMargin));
  item->setFlags(item->flags() | Qt::ItemIsEditable);
  item->setText(Details, coreText(expectation(taught)));
  for (const TaughtExample& example : taught.examples) {
    auto* row =
        new Example(item, this, example.clip.empty() ? std::filesystem::path() : clipOf(example));
    row->setText(Name, example.isCounterExample ? tr("Something else") : tr("Example"));
    row->setText(Length, tr("%1 s").arg(QLocale().toString(example.seconds, 'f', 1)));
    if (example.utcMs != 0)
      row->setText(Time, QLocale().toString(QDateTime::fromMSecsSinceEpoch(example.utcMs),
                                            QLocale::ShortFormat));
    row->setText(Details, QString::fromStdString(example.origin));
    row->setData(Name, kIdRole, QString::fromStdString(example.id));
    row->setData(Name, kClassRole, name);
  }
}

TaughtList::Entry TaughtList::entryOf(const QTreeWidgetItem& item) {
  return {.className = item.data(Name, kClassRole).toString().toStdString(),
          .exampleId = item.data(Name, kIdRole).toString().toStdString()};
}

std::optional<TaughtList::Entry> TaughtList::current() const {
  const QTreeWidgetItem* item = currentItem();
  return item == nullptr ? std::nullopt : std::optional(entryOf(*item));
}

void TaughtList::selectAgain(const std::optional<Entry>& entry) {
  if (!entry) return;
  for (QTreeWidgetItemIterator item(this); *item != nullptr; ++item)
    if (entryOf(**item) == *entry) return setCurrentItem(*item);
}

void TaughtList::takeName(QTreeWidgetItem* item, int column) {
  if (isFilling_ || column != Name) return;
  const QString before = item->data(Name, kClassRole).toString();
  const QString now = item->text(Name).trimmed();
  // The new name is shown when the class has it.
  isFilling_ = true;
  item->setText(Name, before);
  isFilling_ = false;
  if (!now.isEmpty() && now != before) emit renamed(before, now);
}

void TaughtList::keyPressEvent(QKeyEvent* event) {
  if (state() == EditingState) return QTreeWidget::keyPressEvent(event);  // of a name
  switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return emit playAsked();
    case Qt::Key_Delete:
      return emit removeAsked();
    default:
      return QTreeWidget::keyPressEvent(event);
  }
}

}  // namespace earwitness::gui
