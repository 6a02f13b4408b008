// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/data/data_report.h"

namespace earwitness::gui {

/// What a data set holds before anything of it is decoded.
struct DataListing {
  struct Class {
    std::string label;
    std::vector<std::filesystem::path> clips;  ///< addresses (core/data/segment.h)
  };
  DataRequest request;
  bool isOwn = false;  ///< a set of the user's own, in which classes and clips can be made
  Layout layout = Layout::Auto;
  std::vector<Class> classes;
  size_t clips = 0;
  std::set<std::filesystem::path> severalLabels = {};  ///< clips that are in several classes
  std::vector<Message> obstacles = {};                 ///< why there is no training on it
};

/// What a check found.
struct DataFindings {
  DataReport report;
  /// By address, for files and stretches of files that have any.
  std::unordered_map<std::string, std::vector<DataProblemKind>> problemsOf;
};

/// Lists a data set and decodes every file of it, on other threads. Of several starts the last one
/// counts. Thread: GUI; never waits.
class DataScan : public QObject {
  Q_OBJECT
 public:
  explicit DataScan(QObject* parent = nullptr);
  /// Cancels.
  ~DataScan() override;

  void start(const DataRequest& request);
  /// Nothing more is told of what is going on but cancelled().
  void cancel();
  bool isRunning() const { return work_ != nullptr; }

 signals:
  void listed(std::shared_ptr<const earwitness::gui::DataListing> listing);
  /// At most ten times a second.
  void progressed(qulonglong done, qulonglong total);
  /// Null for a set of the user's own that holds no clip yet.
  void finished(std::shared_ptr<const earwitness::gui::DataFindings> findings);
  /// One sentence.
  void failed(const QString& sentence);
  void cancelled();

 private:
  struct Work;
  void check(const std::shared_ptr<Work>& work);
  void end(const std::shared_ptr<Work>& work);

  std::shared_ptr<Work> work_;
  QTimer clock_;
};

}  // namespace earwitness::gui
