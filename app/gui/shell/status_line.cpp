// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/status_line.h"

#include <QLabel>

#include "app/gui/base/core_text.h"
#include "app/gui/base/text_format.h"
#include "app/gui/services/live_session.h"
#include "app/gui/services/model_host.h"
#include "app/gui/services/services.h"
#include "app/gui/widgets/elided_label.h"

namespace earwitness::gui {

namespace {
QLabel* makeCell(StatusLine* line, const char* name) {
  auto* label = new QLabel(line);
  label->setObjectName(QString::fromLatin1(name));
  label->setFont(tabularFont(label->font()));
  label->setContentsMargins(8, 0, 8, 0);
  line->addPermanentWidget(label);
  return label;
}
}  // namespace

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent), message_(new ElidedLabel(this)), model_(makeCell(this, "statusModel")) {
  message_->setObjectName(QStringLiteral("statusMessage"));
  message_->setContentsMargins(8, 0, 8, 0);
  forget_.setSingleShot(true);
  connect(&forget_, &QTimer::timeout, this, &StatusLine::clearMessage);
  addWidget(message_, 1);
  setSizeGripEnabled(false);
  showModel();
  clearLive();
}

void StatusLine::follow(const Services& services) {
  const ModelHost* host = services.model;
  connect(host, &ModelHost::opened, this, [this, host] { setModel(*host); });
  connect(host, &ModelHost::statusChanged, this, &StatusLine::setModelStatus);
  connect(services.live, &LiveSession::updated, this, &StatusLine::take);
  connect(services.live, &LiveSession::streamStarted, this, &StatusLine::clearLive);
}

void StatusLine::setModel(const ModelHost& host) {
  const ModelDescription& model = host.classifier()->description();
  modelName_ = QString::fromStdString(model.name);
  modelDetails_ = tr("%1\nClasses: %2\n%3")
                      .arg(QString::fromStdString(host.file().string()))
                      .arg(model.labels.size())
                      .arg(coreText(model.features.summary()));
  modelProblem_.clear();
  showModel();
}

void StatusLine::setModelStatus(const ModelStatus& status) {
  status_ = status;
  showModel();
}

void StatusLine::setModelProblem(const QString& sentence) {
  modelName_.clear();
  modelProblem_ = sentence;
  showModel();
}

void StatusLine::showModel() {
  using State = ModelStatus::State;
  QString text = modelName_.isEmpty() ? tr("No model") : modelName_;
  if (!modelName_.isEmpty()) {
    if (status_.state == State::Starting) text = tr("%1 · starting").arg(modelName_);
    if (status_.state == State::Ready) text = tr("%1 · ready").arg(modelName_);
    if (status_.state == State::Restarting) text = tr("%1 · restarting").arg(modelName_);
    if (status_.isSilent) text = tr("%1 · not answering").arg(modelName_);
    if (status_.state == State::Failed) text = tr("%1 · not running").arg(modelName_);
  }
  model_->setText(text);
  QString tip = modelDetails_;
  if (status_.restarts > 0) tip += u'\n' + tr("Restarts: %1").arg(status_.restarts);
  model_->setToolTip(tip);
  showHealth();
}

void StatusLine::showHealth() {
  using State = ModelStatus::State;
  QString sentence;
  if (!modelProblem_.isEmpty())
    sentence = modelProblem_;
  else if (!modelName_.isEmpty() && status_.isSilent)
    sentence = tr("%1 No sounds are detected until it answers. Wait, or choose another model in "
                  "the Model menu.")
                   .arg(status_.lastError.isEmpty() ? tr("The model does not answer.")
                                                    : status_.lastError);
  else if (!modelName_.isEmpty() && status_.state == State::Restarting)
    sentence = tr("The model process has ended and is being restarted. Listening continues.");
  else if (!modelName_.isEmpty() && status_.state == State::Failed)
    sentence =
        status_.lastError.isEmpty() ? tr("The model process is not running.") : status_.lastError;
  else
    sentence = listenerMessage_;
  health_ = sentence;
  message_->setText(told_.isEmpty() ? health_ : told_);
}

void StatusLine::showMessage(const QString& sentence, int forMs) {
  told_ = sentence;
  if (forMs > 0)
    forget_.start(forMs);
  else
    forget_.stop();
  showHealth();
}

void StatusLine::clearMessage() {
  showMessage({});
}

void StatusLine::take(const LiveUpdate& update) {
  // A missing microphone is told in the live pane.
  const bool waiting = update.state == ListenerState::WaitingForDevice;
  const QString message = waiting ? QString() : coreText(update.message);
  if (message == listenerMessage_) return;
  listenerMessage_ = message;
  showHealth();
}

void StatusLine::clearLive() {
  listenerMessage_.clear();
  showHealth();
}

QString StatusLine::modelText() const {
  return model_->text();
}
const QString& StatusLine::healthMessage() const {
  return health_;
}

}  // namespace earwitness::gui
