// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/source_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

#include "app/gui/base/icons.h"
#include "app/gui/training/sounds/set_dialogs.h"

namespace earwitness::gui {

SourceBar::SourceBar(QWidget* parent) : QWidget(parent), combo_(new QComboBox(this)) {
  combo_->setObjectName(QStringLiteral("soundSets"));
  combo_->setAccessibleName(tr("Sounds"));
  combo_->setMinimumContentsLength(18);
  combo_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  auto* label = new QLabel(tr("&Sounds:"), this);
  label->setBuddy(combo_);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(label);
  row->addWidget(combo_);
  const auto add = [&](const QString& text, const QString& name, const QString& tip,
                       const auto& ask) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(tip);
    connect(button, &QPushButton::clicked, this, ask);
    row->addWidget(button);
    return button;
  };
  rename_ = add(tr("Rename…"), QStringLiteral("renameSet"), tr("Rename this data set"), [this] {
    askForSetName(this, tr("Rename data set"), name_,
                  [this](const QString& name) { emit renamed(name); });
  });
  remove_ = add(tr("Delete…"), QStringLiteral("removeSet"), tr("Move this data set to the trash"),
                [this] { askToRemoveSet(this, name_, [this] { emit removed(); }); });
  copy_ = add(tr("Copy to my sounds…"), QStringLiteral("copySet"),
              tr("Your own data set with copies of these clips, to which you can add classes, "
                 "recordings and background noise"),
              [this] {
                askForSetName(this, tr("Copy to my sounds"), name_,
                              [this](const QString& name) { emit copied(name); });
              });
  add(tr("New data set…"), QStringLiteral("newSet"), tr("A new, empty data set"), [this] {
    askForSetName(this, tr("New data set"), {}, [this](const QString& name) { emit newSet(name); });
  });
  row->addStretch(1);
  const auto open = [this](const QString& path) { emit opened(path); };
  add(tr("Open folder…"), QStringLiteral("openFolder"), tr("A data set in a folder"),
      [this, open] { askForSoundsFolder(this, open); });
  add(tr("Open table…"), QStringLiteral("openTable"),
      tr("A CSV or TSV table with a column of files and one of labels"),
      [this, open] { askForSoundsTable(this, open); });
  connect(combo_, &QComboBox::activated, this,
          [this](int index) { emit opened(combo_->itemData(index).toString()); });
  setCurrent({}, false, {});
}

void SourceBar::setSets(const std::vector<std::filesystem::path>& sets) {
  sets_ = sets;
  fill();
}

void SourceBar::setCurrent(const std::filesystem::path& root, bool isOwn, const QString& name) {
  current_ = root;
  name_ = name;
  rename_->setVisible(isOwn);
  remove_->setVisible(isOwn);
  copy_->setVisible(!isOwn && !root.empty());
  fill();
}

void SourceBar::fill() {
  const QSignalBlocker blocker(combo_);
  combo_->clear();
  std::vector<std::filesystem::path> roots = sets_;
  if (!current_.empty() && std::find(roots.begin(), roots.end(), current_) == roots.end())
    roots.push_back(current_);
  for (const std::filesystem::path& root : roots) {
    const std::filesystem::path named = root.has_filename() ? root : root.parent_path();
    combo_->addItem(icon(Glyph::Folder), QString::fromStdString(named.filename().string()),
                    QString::fromStdString(root.string()));
    combo_->setItemData(combo_->count() - 1, QString::fromStdString(root.string()),
                        Qt::ToolTipRole);
  }
  combo_->setCurrentIndex(combo_->findData(QString::fromStdString(current_.string())));
}

}  // namespace earwitness::gui
