// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/expert_page.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>
#include <optional>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/training/settings/augmentation_editor.h"
#include "app/gui/training/settings/augmentation_preview.h"
#include "app/gui/training/settings/option_row.h"
#include "app/gui/training/settings/settings_document.h"
#include "app/gui/widgets/settings_form.h"

namespace earwitness::gui {

namespace {

constexpr OptionGroup kGroups[] = {OptionGroup::Data,           OptionGroup::Network,
                                   OptionGroup::Features,       OptionGroup::Optimisation,
                                   OptionGroup::Regularisation, OptionGroup::Augmentation,
                                   OptionGroup::Machine};
constexpr int kNavigationWidth = 178;
constexpr int kNavigationGap = 3;
constexpr int kPreviewWidth = 300;

QLabel* makeHeading(const QString& text, QWidget* parent) {
  auto* heading = new QLabel(text, parent);
  QFont font = heading->font();
  font.setBold(true);
  heading->setFont(font);
  heading->setContentsMargins(0, 8, 0, 4);
  return heading;
}

}  // namespace

ExpertPage::ExpertPage(SettingsDocument* document, QWidget* parent)
    : QWidget(parent),
      document_(document),
      search_(new QLineEdit(this)),
      onlyChanged_(new QCheckBox(tr("&Only changed"), this)),
      resetAll_(new QPushButton(tr("Reset &all"), this)),
      navigation_(new QListWidget(this)),
      scroll_(new QScrollArea(this)),
      nothing_(makeHelpLabel(tr("No option matches."), this)),
      architectureProblem_(makeHelpLabel({}, this)),
      augmentation_(new AugmentationEditor(document, this)),
      preview_(new AugmentationPreview(document, this)) {
  preview_->setFixedWidth(kPreviewWidth);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(12);
  middle->addWidget(navigation_);
  middle->addWidget(options(), 1);
  middle->addWidget(preview_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 10, 12, 8);
  layout->setSpacing(8);
  layout->addWidget(finder());
  layout->addLayout(middle, 1);

  navigation_->setAccessibleName(tr("Groups of options"));
  navigation_->setFixedWidth(kNavigationWidth);
  for (const OptionGroup group : kGroups) navigation_->addItem(nameOf(group));
  navigation_->setCurrentRow(0);
  navigation_->setSpacing(kNavigationGap);
  connect(navigation_, &QListWidget::currentRowChanged, this, &ExpertPage::openGroup);
  connect(navigation_, &QListWidget::itemClicked, this, &ExpertPage::openGroup);
  connect(document_, &SettingsDocument::changed, this, &ExpertPage::refresh);
  refresh();
}

QWidget* ExpertPage::finder() {
  search_->setPlaceholderText(tr("Find an option by name, help text or --flag"));
  search_->setAccessibleName(tr("Find an option"));
  search_->setClearButtonEnabled(true);
  resetAll_->setAutoDefault(false);
  resetAll_->setToolTip(tr("Resets all options to the values of the preset"));
  connect(search_, &QLineEdit::textChanged, this, &ExpertPage::filter);
  connect(onlyChanged_, &QCheckBox::toggled, this, &ExpertPage::filter);
  connect(resetAll_, &QPushButton::clicked, document_, &SettingsDocument::resetAll);
  auto* find = new QShortcut(QKeySequence::Find, this);
  connect(find, &QShortcut::activated, search_, [this] {
    search_->setFocus();
    search_->selectAll();
  });
  return makeRowOf({search_, onlyChanged_, resetAll_}, this, 0);
}

QWidget* ExpertPage::options() {
  auto* content = new QWidget(scroll_);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(4, 0, 8, 8);
  column->setSpacing(0);
  addGroups(column);
  column->addWidget(nothing_);
  column->addStretch(1);
  scroll_->setWidget(content);
  scroll_->setWidgetResizable(true);
  // The tab's colour goes through.
  content->setAutoFillBackground(false);
  scroll_->viewport()->setAutoFillBackground(false);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  return scroll_;
}

void ExpertPage::addGroups(QVBoxLayout* column) {
  for (const OptionGroup kind : kGroups) {
    auto* box = new QWidget(scroll_);
    auto* list = new QVBoxLayout(box);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    QLabel* heading = makeHeading(nameOf(kind), box);
    list->addWidget(heading);
    if (kind == OptionGroup::Augmentation) list->addWidget(augmentation_);
    groups_.push_back({.group = kind, .box = box, .heading = heading, .list = list});
    column->addWidget(box);
  }
  for (const TrainOption& option : trainOptions()) {
    OptionRow* row = addRow(groupOf(option.group), option);
    if (option.pointer == "/architecture") architecture_ = row;
    if (option.pointer == "/init") connect(row, &OptionRow::chosen, this, &ExpertPage::chooseModel);
  }
  groupOf(OptionGroup::Network).list->addWidget(architectureProblem_);
  architectureProblem_->hide();
}

OptionRow* ExpertPage::addRow(Group& group, const TrainOption& option) {
  auto* row = new OptionRow(option, document_, group.box);
  group.list->addWidget(row);
  group.rows.push_back(row);
  return row;
}

ExpertPage::Group& ExpertPage::groupOf(OptionGroup group) {
  return *std::find_if(groups_.begin(), groups_.end(),
                       [group](const Group& one) { return one.group == group; });
}

void ExpertPage::setClips(std::vector<PreviewClip> clips) {
  preview_->setClips(std::move(clips));
}

void ExpertPage::setArchitectureProblem(const QString& sentence) {
  architectureProblem_->setText(sentence);
  architectureProblem_->setVisible(!sentence.isEmpty());
}

void ExpertPage::showOnlyChanged() {
  search_->clear();
  onlyChanged_->setChecked(true);
  onlyChanged_->setFocus();
}

void ExpertPage::showGroup(OptionGroup group) {
  navigation_->setCurrentRow(
      int(std::find(std::begin(kGroups), std::end(kGroups), group) - std::begin(kGroups)));
}

/// A model brings its network, which stands in its file.
void ExpertPage::chooseModel(const nlohmann::json& value) {
  document_->set("/init", value);
  const std::string file = value.is_string() ? value.get<std::string>() : std::string();
  if (file.empty()) {
    document_->set("/freeze", "none");
    document_->set("/keep_norms", false);
    document_->set("/freeze_epochs", 0);
    return;
  }
  auto start = std::make_shared<std::optional<ModelStart>>();
  readInBackground(
      this,
      [file, start] {
        try {
          *start = readModelStart(file);
        } catch (const std::exception&) {  // half a path; what is wrong with it the engine says
        }
      },
      [this, file, start] {
        if (start->has_value() && document_->value("/init") == file) document_->startFrom(**start);
      });
}

int ExpertPage::changes() const {
  int count = augmentation_->isChanged() ? 1 : 0;
  for (const Group& group : groups_)
    count += int(
        std::ranges::count_if(group.rows, [](const OptionRow* row) { return row->isChanged(); }));
  return count;
}

void ExpertPage::refresh() {
  refreshArchitecture();
  for (const Group& group : groups_)
    for (OptionRow* row : group.rows) row->refresh();
  augmentation_->refresh();
  refreshNavigation();
  resetAll_->setEnabled(changes() > 0);
  filter();
}

/// Its own sizes are other rows for each architecture.
void ExpertPage::refreshArchitecture() {
  const nlohmann::json* info = document_->architecture();
  const std::string name = info != nullptr ? info->at("name").get<std::string>() : std::string();
  if (name == architectureShown_) return;
  architectureShown_ = name;
  Group& network = groupOf(OptionGroup::Network);
  for (OptionRow* row : architectureRows_) {
    std::erase(network.rows, row);
    row->hide();
    row->deleteLater();
  }
  architectureRows_.clear();
  if (info == nullptr) return;
  std::vector<std::pair<std::string, QString>> names;
  for (const auto& one : document_->architectures())
    names.emplace_back(one.at("name"), QString::fromStdString(one.at("name")));
  architecture_->setChoices(names);
  architecture_->setHelp(coreText(info->value("summary", std::string())) + u'.');
  for (const TrainOption& option : architectureOptions(*info))
    architectureRows_.push_back(addRow(network, option));
}

void ExpertPage::refreshNavigation() {
  for (size_t i = 0; i < groups_.size(); ++i) {
    const Group& group = groups_[i];
    const auto changed =
        std::ranges::count_if(group.rows, [](const OptionRow* row) { return row->isChanged(); });
    const bool steps = group.group == OptionGroup::Augmentation && augmentation_->isChanged();
    const auto count = changed + (steps ? 1 : 0);
    QListWidgetItem* item = navigation_->item(int(i));
    item->setText(count == 0 ? nameOf(group.group)
                             : tr("%1 (%2)", "group, number of changed options")
                                   .arg(nameOf(group.group))
                                   .arg(count));
    item->setToolTip(count == 0 ? QString() : tr("Changed options: %1").arg(count));
  }
}

void ExpertPage::openGroup() {
  search_->clear();
  onlyChanged_->setChecked(false);
  filter();
  scroll_->verticalScrollBar()->setValue(0);
}

bool ExpertPage::isSearching() const {
  return onlyChanged_->isChecked() || !search_->text().trimmed().isEmpty();
}

void ExpertPage::filter() {
  const QStringList words = search_->text().toLower().split(u' ', Qt::SkipEmptyParts);
  bool any = false;
  for (Group& group : groups_) {
    const bool shown = filterGroup(group, words);
    group.box->setVisible(shown);
    group.heading->setVisible(isSearching());
    any = any || shown;
    if (group.group == OptionGroup::Augmentation) preview_->setVisible(shown);
  }
  nothing_->setVisible(!any);
}

bool ExpertPage::filterGroup(Group& group, const QStringList& words) {
  const bool isOpen = isSearching() || kGroups[navigation_->currentRow()] == group.group;
  bool any = false;
  for (OptionRow* row : group.rows) {
    const bool shown =
        isOpen && row->matches(words) && (!onlyChanged_->isChecked() || row->isChanged());
    row->setVisible(shown);
    any = any || shown;
  }
  if (group.group == OptionGroup::Augmentation && isOpen &&
      (!onlyChanged_->isChecked() || augmentation_->isChanged()))
    any = augmentation_->filter(words) || any;
  return any;
}

}  // namespace earwitness::gui
