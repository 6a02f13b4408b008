// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTimer>
#include <QWidget>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/gui/services/cli_job.h"

namespace earwitness::gui {

/// What a training would cost, as `earwitness-cli train --dry-run` says, asked anew a moment after
/// the settings changed. Thread: GUI; never waits.
class CostLine : public QWidget {
  Q_OBJECT
 public:
  static constexpr int kPatienceMs = 400;

  explicit CostLine(QWidget* parent = nullptr);

  /// An empty object, or settings without a place for data: there is nothing to ask.
  void setSettings(const nlohmann::json& settings);
  void setSearchTrials(int trials);
  /// What the engine said last; null where that was nothing.
  const nlohmann::json& answer() const { return answer_; }
  /// Why the engine would not train so; empty where it would, or has not said yet.
  QString problem() const { return isAsking_ ? QString() : problem_; }

 signals:
  void answered();

 protected:
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Question;

  void askSoon();
  void ask();
  void start(const std::shared_ptr<Question>& question);
  void take(const nlohmann::json& answer);
  void fail(const QString& sentence);
  void showTexts();

  QLabel* figures_;
  QLabel* remarks_;
  CliJob job_;
  QTimer soon_;
  nlohmann::json settings_ = nlohmann::json::object();
  nlohmann::json asked_;  ///< what the answer, or the question, is about
  nlohmann::json answer_;
  QString problem_;
  double freeBytes_ = -1.0;             ///< where runs and features are kept; below 0: not known
  std::shared_ptr<Question> question_;  ///< the one that the engine is thinking about
  int searchTrials_ = 0;
  bool isAsking_ = false;
};

}  // namespace earwitness::gui
