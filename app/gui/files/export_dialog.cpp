// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/export_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/text_format.h"
#include "app/gui/services/file_library.h"
#include "app/gui/sound_view/event_export.h"
#include "app/gui/widgets/save_dialog.h"
#include "app/gui/widgets/sentence_view.h"
#include "core/base/file_names.h"

namespace earwitness::gui {

ExportDialog::ExportDialog(FileLibrary* library, std::vector<int> chosen, std::vector<int> listed,
                           QWidget* parent)
    : QDialog(parent),
      library_(library),
      chosen_(std::move(chosen)),
      listed_(std::move(listed)),
      which_(new QComboBox(this)),
      format_(new QComboBox(this)),
      oneFile_(new QRadioButton(tr("One file for all"), this)),
      filePerSource_(new QRadioButton(tr("One file per audio file"), this)),
      target_(new QLineEdit(this)),
      browse_(new QPushButton(tr("Browse…"), this)),
      problem_(new SentenceView(this)) {
  setObjectName(QStringLiteral("exportDialog"));
  setWindowTitle(tr("Export events"));
  auto* form = new QFormLayout;
  buildForm(form, int(library_->files().size()));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  write_ = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
  write_->setObjectName(QStringLiteral("exportWrite"));
  connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::askAndWrite);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  problem_->setObjectName(QStringLiteral("exportProblem"));
  problem_->setAlarming();
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(form);
  layout->addWidget(problem_);
  layout->addWidget(buttons);
  resize(sizeHint().expandedTo({520, 0}));
  propose();
}

void ExportDialog::buildForm(QFormLayout* form, int nAll) {
  which_->setObjectName(QStringLiteral("exportWhich"));
  which_->setAccessibleName(tr("Which files"));
  which_->addItem(tr("All files (%L1)").arg(nAll));
  if (int(listed_.size()) != nAll) which_->addItem(tr("Listed files (%L1)").arg(listed_.size()));
  if (!chosen_.empty()) which_->addItem(tr("Selected files (%L1)").arg(chosen_.size()));
  if (int(listed_.size()) != nAll) which_->setCurrentIndex(1);
  format_->setObjectName(QStringLiteral("exportFormat"));
  format_->setAccessibleName(tr("Format"));
  for (const ExportFormat format : kExportFormats)
    format_->addItem(exportKind(format).filter, int(format));
  oneFile_->setObjectName(QStringLiteral("exportOneFile"));
  filePerSource_->setObjectName(QStringLiteral("exportFilePerSource"));
  oneFile_->setChecked(true);
  target_->setObjectName(QStringLiteral("exportTarget"));
  target_->setAccessibleName(tr("Save to"));
  auto* target = new QHBoxLayout;
  target->addWidget(target_, 1);
  target->addWidget(browse_);
  auto* files = new QVBoxLayout;
  files->addWidget(oneFile_);
  files->addWidget(filePerSource_);
  form->addRow(tr("Events of"), which_);
  form->addRow(tr("Format"), format_);
  form->addRow(tr("Files"), files);
  form->addRow(tr("Save to"), target);
  connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::propose);
  connect(oneFile_, &QRadioButton::toggled, this, &ExportDialog::propose);
  connect(browse_, &QPushButton::clicked, this, &ExportDialog::browse);
  connect(target_, &QLineEdit::textChanged, this,
          [this](const QString& text) { write_->setEnabled(!text.trimmed().isEmpty()); });
}

ExportFormat ExportDialog::format() const {
  return ExportFormat(format_->currentData().toInt());
}

/// In the folder that the user chose last, a name that nothing has.
QString ExportDialog::proposedTarget() const {
  QString folder = QFileInfo(target_->text()).path();
  if (target_->text().isEmpty())
    folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  return textOf(
      freePath(folder.toStdString(), tr("sounds").toStdString(),
               filePerSource_->isChecked() ? std::string() : std::string(fileEnding(format()))));
}

void ExportDialog::propose() {
  target_->setText(proposedTarget());
}

void ExportDialog::browse() {
  if (!filePerSource_->isChecked()) {
    SaveRequest request{.title = tr("Export to"), .stem = tr("sounds"), .kinds = {}};
    request.kinds = {exportKind(format())};
    request.folder = QFileInfo(target_->text()).path();
    return askWhereToSave(this, request, [this](const QString& file, int) {
      target_->setText(file);
      replaced_ = QFileInfo::exists(file) ? file : QString();
    });
  }
  auto* dialog =
      new QFileDialog(this, tr("Folder to export into"), QFileInfo(target_->text()).path());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  connect(dialog, &QFileDialog::fileSelected, target_, &QLineEdit::setText);
  dialog->open();
}

/// A file that was agreed to when it was chosen is not asked for again.
void ExportDialog::askAndWrite() {
  const QString target = target_->text().trimmed();
  if (filePerSource_->isChecked() || target == replaced_) return write();
  askBeforeReplacing(this, target, [this] { write(); });
}

void ExportDialog::write() {
  auto job = std::make_shared<EventExportJob>();
  job->format = format();
  job->target = target_->text().trimmed().toStdString();
  job->oneFilePerSource = filePerSource_->isChecked();
  if (which_->currentIndex() == 0) {
    for (const FileRecord& file : library_->files()) job->add(file);
  } else {
    const bool chosen = !chosen_.empty() && which_->currentIndex() == which_->count() - 1;
    for (const int id : chosen ? chosen_ : listed_)
      if (const FileRecord* file = library_->find(id)) job->add(*file);
  }
  auto outcome = std::make_shared<ExportOutcome>();
  write_->setEnabled(false);
  showProblem({});
  inBackground(
      this,
      [job, outcome] {
        try {
          *outcome = runExport(*job);
        } catch (const std::exception&) {
          outcome->failures << shownProblem();
        }
      },
      [this, outcome] { showOutcome(*outcome); });
}

void ExportDialog::showOutcome(const ExportOutcome& outcome) {
  if (!outcome.sentence.isEmpty()) emit told(outcome.sentence);
  if (outcome.failures.isEmpty()) return accept();
  write_->setEnabled(true);
  write_->setFocus();
  QStringList lines;
  if (!outcome.sentence.isEmpty())
    lines << outcome.sentence
          << tr("%Ln files could not be saved:", nullptr, int(outcome.failures.size()));
  showProblem((lines + outcome.failures).join(u'\n'));
}

/// Makes room for it, as far as the screen has any.
void ExportDialog::showProblem(const QString& text) {
  problem_->setSentence(text);
  if (text.isEmpty()) return;
  layout()->activate();
  const int wanted = std::max(height(), layout()->totalHeightForWidth(width()));
  resize(width(), std::min(wanted, screen()->availableGeometry().height()));
}

}  // namespace earwitness::gui
