// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/log/report_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/log/window_log.h"
#include "core/base/current_problem.h"
#include "core/base/log_file.h"

namespace earwitness::gui {

namespace {
constexpr size_t kLogBytes = 24 * 1024;  // what fits into an issue
}

ReportDialog::ReportDialog(std::function<ReportFacts()> collect, QWidget* parent)
    : QDialog(parent),
      text_(new QPlainTextEdit(this)),
      paths_(new QCheckBox(tr("Include &paths of files and folders"), this)),
      labels_(new QCheckBox(tr("Include the &names of the classes"), this)),
      note_(new QLabel(tr("Check the text before you send it to anyone. Your user name and home "
                          "folder are left out."),
                       this)) {
  setWindowTitle(tr("Report"));
  text_->setObjectName(QStringLiteral("reportText"));
  text_->setAccessibleName(tr("Report"));
  text_->setReadOnly(true);
  text_->setLineWrapMode(QPlainTextEdit::NoWrap);
  text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  text_->setPlaceholderText(tr("Collecting the report…"));
  note_->setObjectName(QStringLiteral("reportNote"));
  note_->setWordWrap(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  copy_ = buttons->addButton(tr("Cop&y"), QDialogButtonBox::ActionRole);
  copy_->setObjectName(QStringLiteral("copyReport"));
  copy_->setDefault(true);
  copy_->setEnabled(false);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(text_, 1);
  layout->addWidget(paths_);
  layout->addWidget(labels_);
  layout->addWidget(note_);
  layout->addWidget(buttons);
  resize(820, 560);
  for (QCheckBox* box : {paths_, labels_}) {
    box->setEnabled(false);
    connect(box, &QCheckBox::toggled, this, &ReportDialog::showReport);
  }
  connect(copy_, &QPushButton::clicked, this, &ReportDialog::copy);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  readInBackground(
      this, std::move(collect),
      [this](ReportFacts facts) {
        facts_ = std::move(facts);
        for (QWidget* widget : std::initializer_list<QWidget*>{paths_, labels_, copy_})
          widget->setEnabled(true);
        copy_->setFocus();
        showReport();
      },
      [this](const QString& sentence) { note_->setText(sentence); });
}

void ReportDialog::showReport() {
  text_->setPlainText(
      reportText(facts_, {.paths = paths_->isChecked(), .labels = labels_->isChecked()}));
}

void ReportDialog::copy() {
  QGuiApplication::clipboard()->setText(text_->toPlainText());
  note_->setText(tr("The report is on the clipboard."));
}

ReportFacts collectFacts(ReportFacts known,
                         const std::function<std::vector<AudioDevice>()>& inputDevices) {
  known.versions = programVersions();
  try {
    known.devices = inputDevices();
  } catch (...) {
    known.devicesProblem = currentProblem().english();
  }
  try {
    known.log = logTail(windowLogFile(), kLogBytes);
  } catch (...) {
    known.logProblem = currentProblem().english();
  }
  return known;
}

}  // namespace earwitness::gui
