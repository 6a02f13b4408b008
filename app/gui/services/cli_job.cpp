// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/cli_job.h"

#include "app/gui/base/core_text.h"
#include "app/gui/services/backend.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/base/log_lines.h"
#include "core/base/message_json.h"

namespace earwitness::gui {

namespace {

/// What the program wrote about itself last: its message, or the line without its name.
QString sentenceOf(const QByteArray& errors) {
  if (const Message message = lastMessageIn({errors.constData(), size_t(errors.size())});
      !message.empty())
    return coreText(message);
  const QString name = QStringLiteral("earwitness-cli: ");
  const QStringList lines = QString::fromUtf8(errors).split(u'\n', Qt::SkipEmptyParts);
  for (auto line = lines.rbegin(); line != lines.rend(); ++line)
    if (const qsizetype at = line->lastIndexOf(name); at >= 0) return line->mid(at + name.size());
  return CliJob::tr("The program earwitness-cli ended without an answer.");
}

}  // namespace

CliJob::CliJob(QObject* parent) : QObject(parent) {}

CliJob::~CliJob() {
  cancel();
}

void CliJob::start(const QStringList& arguments, OnFinished onFinished, OnFailed onFailed,
                   OnLine onLine) {
  cancel();
  onLine_ = std::move(onLine);
  lastLine_.clear();
  onFinished_ = std::move(onFinished);
  onFailed_ = std::move(onFailed);
  QString program;
  try {
    program = QString::fromStdString(commandLineProgram().string());
  } catch (const Error&) {
    const QString sentence = shownProblem();
    QMetaObject::invokeMethod(
        this, [this, sentence] { onFailed_(sentence); }, Qt::QueuedConnection);
    return;
  }
  process_ = new QProcess(this);
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QString::fromLatin1(kMessageLines), QStringLiteral("1"));
  process_->setProcessEnvironment(environment);
  connect(process_, &QProcess::finished, this, &CliJob::ended);
  connect(process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart) ended();
  });
  if (onLine_) connect(process_, &QProcess::readyReadStandardOutput, this, &CliJob::readLines);
  logDebug(kLogChild, "earwitness-cli " + arguments.join(u' ').toStdString() + " was started");
  process_->start(program, arguments, QIODevice::ReadOnly);
}

void CliJob::cancel() {
  if (process_ == nullptr) return;
  QProcess* process = process_;
  process_ = nullptr;
  process->disconnect(this);
  // It outlives this object for the moment that its end takes.
  process->setParent(nullptr);
  connect(process, &QProcess::finished, process, &QObject::deleteLater);
  if (process->state() == QProcess::NotRunning)
    process->deleteLater();
  else
    process->kill();
}

/// The newest line is held back: it may be the last one.
void CliJob::readLines() {
  const QProcess* process = process_;
  while (process_ == process && process_ != nullptr && process_->canReadLine()) {
    const QByteArray line = lastLine_;
    lastLine_ = process_->readLine();
    const auto object = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
    if (object.is_object()) onLine_(object);
  }
}

void CliJob::ended() {
  if (onLine_) readLines();
  if (process_ == nullptr) return;  // cancelled meanwhile
  QProcess* process = process_;
  process_ = nullptr;
  process->deleteLater();
  const QByteArray output = onLine_ ? lastLine_ : process->readAllStandardOutput();
  const QByteArray errors = process->readAllStandardError();
  LogLines log(kLogChild, "earwitness-cli " + process->arguments().value(0).toStdString());
  log.add(withoutMessageLines({errors.constData(), size_t(errors.size())}));
  log.finish();
  const auto result = nlohmann::json::parse(output.begin(), output.end(), nullptr, false);
  if (result.is_object())
    onFinished_(result);
  else
    onFailed_(sentenceOf(errors));
}

}  // namespace earwitness::gui
