#pragma once

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <functional>

#include <nlohmann/json.hpp>

namespace earwitness::gui {

/// One run of earwitness-cli that prints a JSON object. Killed with this object. Thread: GUI; never
/// waits.
class CliJob : public QObject {
  Q_OBJECT
 public:
  using OnFinished = std::function<void(const nlohmann::json& result)>;
  /// One sentence: the program's own, or that it could not be run.
  using OnFailed = std::function<void(const QString& sentence)>;

  explicit CliJob(QObject* parent = nullptr);
  ~CliJob() override;

  /// One of both is called later, unless it is cancelled or started anew before.
  void start(const QStringList& arguments, OnFinished onFinished, OnFailed onFailed);
  void cancel();

 private:
  void ended();

  QProcess* process_ = nullptr;
  OnFinished onFinished_;
  OnFailed onFailed_;
};

}  // namespace earwitness::gui
