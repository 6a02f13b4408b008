// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <filesystem>
#include <functional>
#include <vector>

#include "core/listening/model_description.h"

namespace earwitness::gui {

/// A model that can be chosen.
struct LibraryModel {
  enum class Origin {
    Bundled,  ///< came with the program
    Own,      ///< in the user's folder of models
    Opened    ///< somewhere else: a run's best.pt, a file that was opened
  };
  std::filesystem::path file;
  Origin origin = Origin::Opened;
  ModelDescription description;  ///< where there is no problem
  QString problem;               ///< why its description cannot be read
  QString name() const;          ///< its description's, else the file's
};

/// The models that are known here, with what they say of themselves. Everything that reads or
/// writes files is done in the background. Thread: GUI.
class ModelLibrary : public QObject {
  Q_OBJECT
 public:
  explicit ModelLibrary(QObject* parent = nullptr);

  const std::vector<LibraryModel>& models() const { return models_; }
  /// Null where it is not there.
  const LibraryModel* find(const std::filesystem::path& file) const;
  std::filesystem::path current() const { return current_; }

  /// Look anew; changed() follows.
  void refresh();
  void setBundled(std::vector<std::filesystem::path> files);
  /// The model in use; one from elsewhere is listed as well.
  void setCurrent(const std::filesystem::path& file);

  /// Own models only.
  void rename(const std::filesystem::path& file, const QString& name);
  /// To the trash, where there is one. Own models only.
  void remove(const std::filesystem::path& file);

 signals:
  void changed();
  /// One sentence about what could not be done.
  void failed(const QString& sentence);

 private:
  void change(const std::function<void()>& work);

  std::vector<std::filesystem::path> bundled_;
  std::vector<std::filesystem::path> opened_;
  std::filesystem::path current_;
  std::vector<LibraryModel> models_;
  int request_ = 0;
};

}  // namespace earwitness::gui
