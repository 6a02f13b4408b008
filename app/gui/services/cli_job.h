// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <functional>

#include <nlohmann/json.hpp>

namespace earwitness::gui {

/// One run of earwitness-cli that prints a JSON object, or one per line while it works. Killed with
/// this object. Thread: GUI; never waits.
class CliJob : public QObject {
  Q_OBJECT
 public:
  using OnFinished = std::function<void(const nlohmann::json& result)>;
  /// One sentence: the program's own, or that it could not be run.
  using OnFailed = std::function<void(const QString& sentence)>;

  explicit CliJob(QObject* parent = nullptr);
  ~CliJob() override;

  /// Called with each line before the last one.
  using OnLine = std::function<void(const nlohmann::json& line)>;

  /// `onFinished` or `onFailed` is called later, unless it is cancelled or started again before.
  /// With `onLine`, the result is the last line.
  void start(const QStringList& arguments, OnFinished onFinished, OnFailed onFailed,
             OnLine onLine = {});
  void cancel();

 private:
  void readLines();
  void ended();

  QProcess* process_ = nullptr;
  OnFinished onFinished_;
  OnFailed onFailed_;
  OnLine onLine_;
  QByteArray lastLine_;
};

}  // namespace earwitness::gui
