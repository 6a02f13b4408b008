#include "app/gui/files/export_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "app/gui/background.h"
#include "app/gui/core_text.h"
#include "app/gui/files/file_library.h"
#include "app/gui/theme.h"

namespace earwitness::gui {

namespace {

constexpr ExportFormat kFormats[] = {ExportFormat::Csv, ExportFormat::JsonLines,
                                     ExportFormat::Audacity, ExportFormat::Raven};

QString formatText(ExportFormat format) {
  switch (format) {
    case ExportFormat::Csv:
      return ExportDialog::tr("Table (CSV)");
    case ExportFormat::JsonLines:
      return ExportDialog::tr("JSON Lines");
    case ExportFormat::Audacity:
      return ExportDialog::tr("Audacity labels");
    case ExportFormat::Raven:
      return ExportDialog::tr("Raven selection table");
  }
  return {};
}

}  // namespace

ExportDialog::ExportDialog(FileLibrary* library, std::vector<int> chosen, std::vector<int> listed,
                           QWidget* parent)
    : QDialog(parent),
      library_(library),
      chosen_(std::move(chosen)),
      listed_(std::move(listed)),
      which_(new QComboBox(this)),
      format_(new QComboBox(this)),
      oneFile_(new QRadioButton(tr("One file for all"), this)),
      filePerSource_(new QRadioButton(tr("A file for each"), this)),
      target_(new QLineEdit(this)),
      browse_(new QPushButton(tr("Browse…"), this)),
      problem_(new QLabel(this)) {
  setObjectName(QStringLiteral("exportDialog"));
  setWindowTitle(tr("Export sounds"));
  auto* form = new QFormLayout;
  buildForm(form, int(library_->files().size()));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  write_ = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
  write_->setObjectName(QStringLiteral("exportWrite"));
  connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::write);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  problem_->setObjectName(QStringLiteral("exportProblem"));
  problem_->setWordWrap(true);
  QPalette alarming = problem_->palette();
  alarming.setColor(QPalette::WindowText, themeColours(alarming).danger);
  problem_->setPalette(alarming);
  problem_->hide();
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
  if (int(listed_.size()) != nAll) which_->addItem(tr("Those listed (%L1)").arg(listed_.size()));
  if (!chosen_.empty()) which_->addItem(tr("Those chosen (%L1)").arg(chosen_.size()));
  if (int(listed_.size()) != nAll) which_->setCurrentIndex(1);
  format_->setObjectName(QStringLiteral("exportFormat"));
  format_->setAccessibleName(tr("Format"));
  for (const ExportFormat format : kFormats) format_->addItem(formatText(format), int(format));
  oneFile_->setObjectName(QStringLiteral("exportOneFile"));
  filePerSource_->setObjectName(QStringLiteral("exportFilePerSource"));
  oneFile_->setChecked(true);
  target_->setObjectName(QStringLiteral("exportTarget"));
  target_->setAccessibleName(tr("Where to"));
  auto* target = new QHBoxLayout;
  target->addWidget(target_, 1);
  target->addWidget(browse_);
  auto* files = new QVBoxLayout;
  files->addWidget(oneFile_);
  files->addWidget(filePerSource_);
  form->addRow(tr("Sounds of"), which_);
  form->addRow(tr("Format"), format_);
  form->addRow(tr("Into"), files);
  form->addRow(tr("Where to"), target);
  connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::propose);
  connect(oneFile_, &QRadioButton::toggled, this, &ExportDialog::propose);
  connect(browse_, &QPushButton::clicked, this, &ExportDialog::browse);
  connect(target_, &QLineEdit::textChanged, this,
          [this](const QString& text) { write_->setEnabled(!text.trimmed().isEmpty()); });
}

ExportFormat ExportDialog::format() const {
  return ExportFormat(format_->currentData().toInt());
}

QString ExportDialog::proposedTarget() const {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString name = tr("sounds");
  if (filePerSource_->isChecked()) return QDir(folder).filePath(name);
  const auto ending = fileEnding(format());
  return QDir(folder).filePath(name + QString::fromUtf8(ending.data(), qsizetype(ending.size())));
}

void ExportDialog::propose() {
  target_->setText(proposedTarget());
}

void ExportDialog::browse() {
  const bool folder = filePerSource_->isChecked();
  auto* dialog = new QFileDialog(this, folder ? tr("Folder to export into") : tr("Export to"),
                                 target_->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(folder ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
  dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::AnyFile);
  if (!folder) dialog->selectFile(target_->text());
  connect(dialog, &QFileDialog::fileSelected, target_, &QLineEdit::setText);
  dialog->open();
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
  struct Outcome {
    QString sentence;
    bool written = false;
  };
  auto outcome = std::make_shared<Outcome>();
  write_->setEnabled(false);
  problem_->hide();
  inBackground(
      this,
      [job, outcome] {
        try {
          *outcome = {runExport(*job), true};
        } catch (const std::exception& problem) {
          outcome->sentence = coreText(problem.what());
        }
      },
      [this, outcome] {
        if (outcome->written) {
          emit told(outcome->sentence);
          return accept();
        }
        write_->setEnabled(true);
        problem_->setText(outcome->sentence);
        problem_->show();
      });
}

}  // namespace earwitness::gui
