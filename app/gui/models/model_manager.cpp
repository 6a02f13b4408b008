// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/model_manager.h"

#include <QAction>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

#include "app/gui/base/saved_state.h"
#include "app/gui/base/theme.h"
#include "app/gui/services/model_library.h"
#include "app/gui/sound_view/model_card_dialog.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace {

enum Column { kName, kClasses, kInput, kOrigin, kUse };

constexpr int kRowHeight = 26;
constexpr int kColumnGap = 20;

QString fileOf(const QTreeWidgetItem* item) {
  return item->data(kName, Qt::UserRole).toString();
}

QString originText(LibraryModel::Origin origin) {
  switch (origin) {
    case LibraryModel::Origin::Bundled:
      return ModelManager::tr("bundled");
    case LibraryModel::Origin::Own:
      return ModelManager::tr("your own");
    case LibraryModel::Origin::Opened:
      return ModelManager::tr("elsewhere");
  }
  return {};
}

QString inputText(const ModelDescription& model) {
  const QString kHz = QLocale().toString(model.features.sampleRate / 1000.0, 'g', 5);
  return (model.input == ModelInput::Waveform ? ModelManager::tr("waveform, %1 kHz, %2 s")
                                              : ModelManager::tr("log-mel, %1 kHz, %2 s"))
      .arg(kHz, QLocale().toString(model.windowSeconds, 'g', 4));
}

QTreeWidgetItem* itemOf(const LibraryModel& model, bool current, bool start) {
  auto* item = new QTreeWidgetItem;
  const QString file = QString::fromStdString(model.file.string());
  item->setText(kName, model.name());
  item->setData(kName, Qt::UserRole, file);
  item->setText(kOrigin, originText(model.origin));
  QStringList use;
  if (current) use << ModelManager::tr("in use");
  if (start) use << ModelManager::tr("default");
  item->setText(kUse, use.join(QStringLiteral(", ")));
  if (model.problem.isEmpty()) {
    item->setText(kClasses, QLocale().toString(qlonglong(model.description.labels.size())));
    item->setText(kInput, inputText(model.description));
  } else {
    item->setText(kInput, ModelManager::tr("cannot be used"));
  }
  item->setTextAlignment(kClasses, Qt::AlignCenter);
  item->setSizeHint(kName, QSize(0, kRowHeight));
  for (int column = kName; column <= kUse; ++column)
    item->setToolTip(column, model.problem.isEmpty() ? file : model.problem);
  return item;
}

}  // namespace

ModelManager::ModelManager(ModelLibrary* library, QWidget* parent)
    : QDialog(parent), library_(library), table_(new QTreeWidget(this)), banner_(new Banner(this)) {
  setWindowTitle(tr("Models"));
  table_->setAccessibleName(tr("Models"));
  table_->setHeaderLabels({tr("Name"), tr("Classes"), tr("Input"), tr("Source"), tr("Status")});
  table_->setRootIsDecorated(false);
  styleTable(*table_);
  table_->header()->setStretchLastSection(false);
  table_->header()->setSectionResizeMode(kName, QHeaderView::Stretch);
  table_->headerItem()->setTextAlignment(kClasses, Qt::AlignCenter);
  connect(table_, &QTreeWidget::itemActivated, this, &ModelManager::use);
  connect(table_, &QTreeWidget::itemSelectionChanged, this, &ModelManager::showEnabled);

  auto* panes = new QHBoxLayout;
  panes->setSpacing(12);
  panes->addWidget(table_, 1);
  panes->addWidget(buttonColumn());
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 16, 16, 12);
  layout->setSpacing(12);
  layout->addWidget(banner_);
  layout->addLayout(panes, 1);
  layout->addWidget(buttons);
  resize(860, 420);
  connect(library_, &ModelLibrary::changed, this, &ModelManager::fill);
  connect(library_, &ModelLibrary::failed, banner_, &Banner::setText);
  fill();
  library_->refresh();
  table_->setFocus();
}

QWidget* ModelManager::buttonColumn() {
  auto* column = new QWidget(this);
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  use_ = addButton(tr("&Use now"), {}, &ModelManager::use);
  card_ = addButton(tr("Show &card…"), Qt::CTRL | Qt::Key_I, &ModelManager::showCard);
  start_ = addButton(tr("&Set as default"), {}, &ModelManager::toggleStart);
  rename_ = addButton(tr("&Rename…"), Qt::Key_F2, &ModelManager::rename);
  showFile_ = addButton(tr("Show &file"), {}, &ModelManager::showFile);
  remove_ = addButton(tr("Re&move…"), Qt::Key_Delete, &ModelManager::remove);
  auto* import = addButton(tr("&Import…"), {}, &ModelManager::importAsked);
  start_->setCheckable(true);
  for (QPushButton* button : {use_, card_, start_, rename_, showFile_, remove_})
    layout->addWidget(button);
  layout->addStretch(1);
  layout->addWidget(import);
  return column;
}

QPushButton* ModelManager::addButton(const QString& text, const QKeySequence& key,
                                     void (ModelManager::*act)()) {
  auto* button = new QPushButton(text, this);
  button->setAutoDefault(false);
  connect(button, &QPushButton::clicked, this, act);
  if (key.isEmpty()) return button;
  button->setToolTip(key.toString(QKeySequence::NativeText));
  auto* action = new QAction(this);
  action->setShortcut(key);
  connect(action, &QAction::triggered, button, &QPushButton::click);
  addAction(action);
  return button;
}

void ModelManager::fill() {
  const QString before = table_->currentItem() != nullptr
                             ? fileOf(table_->currentItem())
                             : QString::fromStdString(library_->current().string());
  table_->clear();
  const std::filesystem::path start = savedState::startModel();
  for (const LibraryModel& model : library_->models()) {
    QTreeWidgetItem* item = itemOf(model, model.file == library_->current(), model.file == start);
    if (!model.problem.isEmpty()) item->setForeground(kInput, themeColours(palette()).danger);
    table_->addTopLevelItem(item);
    if (fileOf(item) == before) table_->setCurrentItem(item);
  }
  if (table_->currentItem() == nullptr && table_->topLevelItemCount() > 0)
    table_->setCurrentItem(table_->topLevelItem(0));
  for (const int column : {kClasses, kInput, kOrigin, kUse}) {
    table_->resizeColumnToContents(column);
    table_->setColumnWidth(column, table_->columnWidth(column) + kColumnGap);
  }
  showEnabled();
}

void ModelManager::showEnabled() {
  const LibraryModel* model = selected();
  const bool good = model != nullptr && model->problem.isEmpty();
  const bool own = model != nullptr && model->origin == LibraryModel::Origin::Own;
  use_->setEnabled(good && model->file != library_->current());
  card_->setEnabled(good);
  start_->setEnabled(good);
  start_->setChecked(good && model->file == savedState::startModel());
  rename_->setEnabled(good && own);
  showFile_->setEnabled(model != nullptr);
  remove_->setEnabled(own && model->file != library_->current());
  remove_->setToolTip(own && model->file == library_->current()
                          ? tr("This model is in use. Switch to another one first.")
                          : QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText));
}

const LibraryModel* ModelManager::selected() const {
  const QTreeWidgetItem* item = table_->currentItem();
  return item == nullptr ? nullptr : library_->find(fileOf(item).toStdString());
}

void ModelManager::use() {
  const LibraryModel* model = selected();
  if (model == nullptr || !model->problem.isEmpty()) return;
  emit chosen(QString::fromStdString(model->file.string()));
}

void ModelManager::showCard() {
  const LibraryModel* model = selected();
  if (model == nullptr || !model->problem.isEmpty()) return;
  auto* dialog = new ModelCardDialog(model->description, model->file, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void ModelManager::rename() {
  const LibraryModel* model = selected();
  if (model == nullptr) return;
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Rename model"));
  dialog->setLabelText(tr("Name:"));
  dialog->setTextValue(model->name());
  connect(dialog, &QInputDialog::textValueSelected, this,
          [this, file = model->file](const QString& name) {
            if (!name.trimmed().isEmpty()) library_->rename(file, name.trimmed());
          });
  dialog->open();
}

void ModelManager::showFile() {
  const LibraryModel* model = selected();
  if (model == nullptr) return;
  const QString folder = QString::fromStdString(model->file.parent_path().string());
  if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
    banner_->setText(tr("No file manager could be opened. The folder is %1.").arg(folder));
}

void ModelManager::remove() {
  const LibraryModel* model = selected();
  if (model == nullptr) return;
  auto* box =
      new QMessageBox(QMessageBox::Question, tr("Remove model"),
                      tr("Move “%1” to the trash?").arg(model->name()), QMessageBox::Cancel, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  const QPushButton* yes = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
  connect(yes, &QPushButton::clicked, this, [this, file = model->file] { library_->remove(file); });
  box->open();
}

void ModelManager::toggleStart() {
  const LibraryModel* model = selected();
  if (model == nullptr) return;
  savedState::setStartModel(start_->isChecked() ? model->file : std::filesystem::path());
  fill();
}

}  // namespace earwitness::gui
