// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/gui/training/settings/train_presets.h"

namespace earwitness::gui {

/// The settings of the training that is being prepared, and what they would be if nobody had
/// changed a thing. Values are named by JSON pointers. Thread: GUI.
class SettingsDocument : public QObject {
  Q_OBJECT
 public:
  explicit SettingsDocument(QObject* parent = nullptr);

  /// As `train --settings` reads them, and kSearchTrials.
  const nlohmann::json& settings() const { return settings_; }
  /// Null where there is none.
  nlohmann::json value(const std::string& pointer) const;
  /// What reset() gives.
  nlohmann::json standard(const std::string& pointer) const;
  bool isChanged(const std::string& pointer) const;
  /// How many of the options differ from their standard.
  int changes(const std::vector<std::string>& pointers) const;

  /// A preset or an earlier run's settings. Data and machine stay as they are, and so do what of
  /// split and background was changed, unless `withData`.
  void setBase(const nlohmann::json& base, bool withData = false);
  void setData(const nlohmann::json& data);
  /// What `earwitness-cli architectures --json` tells: a list.
  void setArchitectures(const nlohmann::json& architectures);
  const nlohmann::json& architectures() const { return architectures_; }
  /// The one that is chosen; null while it is not known.
  const nlohmann::json* architecture() const;

  /// An empty text takes a value away that has no standard. An architecture brings its features and
  /// sizes, a recipe its values.
  void set(const std::string& pointer, const nlohmann::json& value);
  /// Begins with the weights of a model, which brings its network.
  void startFrom(const ModelStart& start);
  void reset(const std::string& pointer);
  void resetAll();

 signals:
  void changed();

 private:
  const nlohmann::json* findArchitecture(const std::string& name) const;
  void chooseArchitecture(const std::string& name);
  void chooseRecipe(const std::string& name);
  void fillSizes();

  nlohmann::json preset_ = nlohmann::json::object();  ///< what was chosen or loaded
  nlohmann::json standards_ =
      nlohmann::json::object();  ///< the same with the architecture and the recipe chosen since
  nlohmann::json settings_ = nlohmann::json::object();
  nlohmann::json architectures_ = nlohmann::json::array();
};

}  // namespace earwitness::gui
