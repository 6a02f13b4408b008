// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/log/log_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/services/reveal_file.h"
#include "core/base/log_file.h"

namespace earwitness::gui {

namespace {
constexpr size_t kMostBytes = 256 * 1024;
}

LogDialog::LogDialog(std::filesystem::path file, QWidget* parent)
    : QDialog(parent),
      file_(std::move(file)),
      text_(new QPlainTextEdit(this)),
      wanted_(new QLineEdit(this)),
      follows_(new QCheckBox(tr("F&ollow new lines"), this)),
      note_(new QLabel(this)) {
  setWindowTitle(tr("Log"));
  text_->setObjectName(QStringLiteral("logText"));
  text_->setAccessibleName(tr("Log"));
  text_->setPlaceholderText(tr("Nothing has been logged yet."));
  text_->setReadOnly(true);
  text_->setLineWrapMode(QPlainTextEdit::NoWrap);
  text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  note_->setObjectName(QStringLiteral("logNote"));
  note_->setTextFormat(Qt::PlainText);
  note_->setWordWrap(true);
  follows_->setChecked(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  auto* folder = buttons->addButton(tr("Op&en folder"), QDialogButtonBox::ActionRole);
  auto* report = buttons->addButton(tr("Copy &report…"), QDialogButtonBox::ActionRole);
  for (QPushButton* button : {folder, report}) button->setAutoDefault(false);
  connect(folder, &QPushButton::clicked, this,
          [this] { revealFile(QString::fromStdString(file_.string())); });
  connect(report, &QPushButton::clicked, this, &LogDialog::reportAsked);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(searchRow());
  layout->addWidget(text_, 1);
  layout->addWidget(note_);
  layout->addWidget(buttons);
  resize(900, 560);
  connect(&timer_, &QTimer::timeout, this, [this] {
    if (follows_->isChecked() && isVisible()) read();
  });
  connect(follows_, &QCheckBox::toggled, this, [this](bool on) {
    if (!on) return;
    timer_.start(kReadEveryMs);
    read();
  });
  timer_.start(kReadEveryMs);
  read();
  wanted_->setFocus();
}

QLayout* LogDialog::searchRow() {
  auto* row = new QHBoxLayout;
  auto* label = new QLabel(tr("&Find:"), this);
  label->setBuddy(wanted_);
  wanted_->setClearButtonEnabled(true);
  wanted_->installEventFilter(this);
  auto* next = new QPushButton(tr("&Next"), this);
  auto* previous = new QPushButton(tr("&Previous"), this);
  for (QPushButton* button : {next, previous}) button->setAutoDefault(false);
  connect(next, &QPushButton::clicked, this, [this] { findText(false); });
  connect(previous, &QPushButton::clicked, this, [this] { findText(true); });
  row->addWidget(label);
  row->addWidget(wanted_, 1);
  row->addWidget(next);
  row->addWidget(previous);
  row->addSpacing(16);
  row->addWidget(follows_);
  return row;
}

void LogDialog::keyPressEvent(QKeyEvent* event) {
  if (!event->matches(QKeySequence::Find)) return QDialog::keyPressEvent(event);
  wanted_->setFocus();
  wanted_->selectAll();
}

/// Return finds the next place, and with Shift the one before; it presses no button.
bool LogDialog::eventFilter(QObject* watched, QEvent* event) {
  if (watched == wanted_ && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      findText(key->modifiers().testFlag(Qt::ShiftModifier));
      return true;
    }
  }
  return QDialog::eventFilter(watched, event);
}

void LogDialog::read() {
  if (std::exchange(isReading_, true)) return;
  readInBackground(
      this, [file = file_] { return QString::fromStdString(logTail(file, kMostBytes)); },
      [this](const QString& lines) {
        isReading_ = false;
        showLines(lines);
      },
      [this](const QString& sentence) {
        isReading_ = false;
        showProblem(sentence);
      });
}

/// What is selected stays where only lines are added.
void LogDialog::showLines(const QString& lines) {
  if (std::exchange(hasProblem_, false)) note_->clear();
  if (lines == shown_) return;
  const bool isFirst = shown_.isEmpty();
  QScrollBar* bar = text_->verticalScrollBar();
  const bool isAtEnd = isFirst || bar->value() == bar->maximum();
  // The editor's last line has no newline.
  const auto withoutLastNewline = [](QStringView text) {
    return (text.endsWith(u'\n') ? text.chopped(1) : text).toString();
  };
  if (!isFirst && lines.startsWith(shown_)) {
    if (const QString added = lines.mid(shown_.size()); !added.isEmpty())
      text_->appendPlainText(withoutLastNewline(added));
  } else {
    text_->setPlainText(withoutLastNewline(lines));
  }
  shown_ = lines;
  if (isAtEnd) bar->setValue(bar->maximum());
}

void LogDialog::showProblem(const QString& sentence) {
  hasProblem_ = true;
  timer_.stop();  // or it would be logged each second
  note_->setText(sentence);
}

/// From the selection on, and from the other end when there is nothing more.
void LogDialog::findText(bool backwards) {
  const QString wanted = wanted_->text();
  if (wanted.isEmpty()) return;
  const auto flags = backwards ? QTextDocument::FindFlags(QTextDocument::FindBackward)
                               : QTextDocument::FindFlags();
  if (!text_->find(wanted, flags)) {
    const QTextCursor before = text_->textCursor();
    text_->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    if (!text_->find(wanted, flags)) {
      text_->setTextCursor(before);
      note_->setText(tr("The log does not contain this text."));
      return;
    }
  }
  note_->clear();
}

}  // namespace earwitness::gui
