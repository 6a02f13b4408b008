// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/problem_list.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "app/gui/training/data_sentences.h"
#include "app/gui/training/sounds/problem_model.h"
#include "app/gui/widgets/table_style.h"
#include "core/audio/audio_file.h"

namespace earwitness::gui {

namespace {
constexpr int kMostExpanded = 50;         ///< files of a kind that is shown open at once
constexpr int kMostExpandedAlone = 2000;  ///< where it is the only one

/// Not of a folder or a table.
bool isOfFile(DataProblemKind kind) {
  return kind != DataProblemKind::Alike && kind != DataProblemKind::Table;
}

}  // namespace

ProblemList::ProblemList(QWidget* parent)
    : QWidget(parent),
      model_(new ProblemModel(this)),
      notes_(new QLabel(this)),
      kinds_(new QComboBox(this)),
      search_(new QLineEdit(this)),
      view_(new QTreeView(this)),
      detail_(new QLabel(this)),
      play_(new QPushButton(tr("Play"), this)),
      reveal_(new QPushButton(tr("Show file"), this)),
      delete_(new QPushButton(tr("Delete"), this)),
      join_(new QPushButton(tr("&Join classes that look alike"), this)),
      folders_(new QPushButton(tr("Use the &folder names as labels"), this)) {
  build();
  connect(kinds_, &QComboBox::currentIndexChanged, this, &ProblemList::applyFilter);
  connect(search_, &QLineEdit::textChanged, this, &ProblemList::applyFilter);
  connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &ProblemList::showEnabled);
  connect(play_, &QPushButton::clicked, this,
          [this] { emit playAsked(addressOf(current()->path, current()->segment)); });
  connect(reveal_, &QPushButton::clicked, this, [this] { emit revealAsked(current()->path); });
  connect(delete_, &QPushButton::clicked, this, [this] { emit deleteAsked(selectedFiles()); });
  connect(join_, &QPushButton::clicked, this, &ProblemList::joinAsked);
  connect(folders_, &QPushButton::clicked, this, &ProblemList::foldersAsked);
  connect(view_, &QTreeView::activated, this, [this](const QModelIndex& index) {
    if (const DataProblem* problem = model_->problemAt(index)) emit revealAsked(problem->path);
  });
  setReport(nullptr, false);
}

void ProblemList::build() {
  notes_->setObjectName(QStringLiteral("dataNotes"));
  notes_->setWordWrap(true);
  notes_->setTextFormat(Qt::PlainText);
  notes_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  kinds_->setObjectName(QStringLiteral("problemKinds"));
  kinds_->setAccessibleName(tr("Kinds of problems"));
  search_->setObjectName(QStringLiteral("problemSearch"));
  search_->setAccessibleName(tr("Search files"));
  search_->setPlaceholderText(tr("Search files"));
  search_->setClearButtonEnabled(true);
  view_->setObjectName(QStringLiteral("problems"));
  view_->setAccessibleName(tr("Problems by kind"));
  view_->setModel(model_);
  styleTable(*view_);
  view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  view_->setTextElideMode(Qt::ElideMiddle);
  view_->header()->setSectionResizeMode(QHeaderView::Stretch);
  detail_->setObjectName(QStringLiteral("problemDetail"));
  detail_->setWordWrap(true);
  detail_->setTextFormat(Qt::PlainText);
  detail_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  play_->setObjectName(QStringLiteral("playProblem"));
  reveal_->setObjectName(QStringLiteral("revealProblem"));
  delete_->setObjectName(QStringLiteral("deleteProblem"));
  join_->setObjectName(QStringLiteral("joinAlike"));
  join_->setToolTip(tr("The files are not moved."));
  folders_->setObjectName(QStringLiteral("useFolders"));
  folders_->setToolTip(tr("Tables in the folder are then ignored."));
  auto* filters = new QHBoxLayout;
  filters->addWidget(kinds_, 1);
  filters->addWidget(search_, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(play_);
  buttons->addWidget(reveal_);
  buttons->addStretch(1);
  buttons->addWidget(delete_);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(8, 8, 8, 8);
  rows->addWidget(notes_);
  rows->addWidget(join_);
  rows->addWidget(folders_);
  rows->addLayout(filters);
  rows->addWidget(view_, 1);
  rows->addWidget(detail_);
  rows->addLayout(buttons);
}

void ProblemList::setReport(std::shared_ptr<const DataReport> report, bool isOwn) {
  isOwn_ = isOwn;
  QStringList notes;
  if (report) notes = noteSentences(*report);
  count_ = report ? report->problems.size() + size_t(notes.size()) : 0;
  if (!report)
    notes << tr("The files have not been checked yet.");
  else if (count_ == 0)
    notes << tr("No problems were found.");
  else
    for (QString& note : notes) note.prepend(QStringLiteral("• "));
  notes_->setText(notes.join(u'\n'));
  notes_->setVisible(!notes.isEmpty());
  const bool hasFiles = report && !report->problems.empty();
  const auto has = [&](DataProblemKind kind) {
    return report && std::any_of(report->problems.begin(), report->problems.end(),
                                 [kind](const DataProblem& its) { return its.kind == kind; });
  };
  join_->setVisible(has(DataProblemKind::Alike));
  folders_->setVisible(has(DataProblemKind::Table) && !report->dataSet.obstacles.empty() &&
                       report->dataSet.layout == Layout::Folders);
  model_->setReport(std::move(report));
  fillKinds();
  applyFilter();
  for (QWidget* widget : {static_cast<QWidget*>(kinds_), static_cast<QWidget*>(search_),
                          static_cast<QWidget*>(view_), static_cast<QWidget*>(detail_),
                          static_cast<QWidget*>(play_), static_cast<QWidget*>(reveal_)})
    widget->setVisible(hasFiles);
  delete_->setVisible(hasFiles && isOwn);
  static_cast<QVBoxLayout*>(layout())->setAlignment(notes_,
                                                    hasFiles ? Qt::Alignment() : Qt::AlignTop);
}

/// The kind that was chosen stays so where it still occurs.
void ProblemList::fillKinds() {
  const QSignalBlocker blocker(kinds_);
  const QVariant before = kinds_->currentData();
  kinds_->clear();
  size_t all = 0;
  for (const auto& [kind, count] : model_->counts()) {
    all += count;
    kinds_->addItem(tr("%1 (%2)", "a kind of problem, how many")
                        .arg(problemKindText(kind), QLocale().toString(qulonglong(count))),
                    int(kind));
  }
  kinds_->insertItem(0, tr("All kinds (%1)").arg(QLocale().toString(qulonglong(all))));
  const int index = before.isValid() ? kinds_->findData(before) : 0;
  kinds_->setCurrentIndex(std::max(0, index));
}

void ProblemList::applyFilter() {
  const QVariant kind = kinds_->currentData();
  model_->setFilter(kind.isValid() ? std::optional(DataProblemKind(kind.toInt())) : std::nullopt,
                    search_->text());
  for (int row = 0; row < model_->rowCount(); ++row) {
    const QModelIndex group = model_->index(row, 0);
    view_->setFirstColumnSpanned(row, {}, true);
    if (model_->rowCount(group) <= (model_->rowCount() == 1 ? kMostExpandedAlone : kMostExpanded))
      view_->expand(group);
  }
  showEnabled();
}

const DataProblem* ProblemList::current() const {
  const QModelIndexList rows = view_->selectionModel()->selectedRows();
  return rows.size() == 1 ? model_->problemAt(rows.front()) : nullptr;
}

std::vector<std::filesystem::path> ProblemList::selectedFiles() const {
  std::set<std::filesystem::path> files;
  for (const QModelIndex& index : view_->selectionModel()->selectedRows())
    if (const DataProblem* problem = model_->problemAt(index); problem && isOfFile(problem->kind))
      files.insert(problem->path);
  return {files.begin(), files.end()};
}

void ProblemList::showEnabled() {
  const DataProblem* problem = current();
  reveal_->setEnabled(problem != nullptr);
  play_->setEnabled(problem != nullptr && problem->kind != DataProblemKind::Missing &&
                    problem->kind != DataProblemKind::Empty && isOfFile(problem->kind) &&
                    looksLikeAudioFile(problem->path));
  delete_->setEnabled(isOwn_ && !selectedFiles().empty());
  const QModelIndexList rows = view_->selectionModel()->selectedRows();
  detail_->setText(rows.size() == 1 ? model_->detailOf(rows.front()) : QString());
}

}  // namespace earwitness::gui
