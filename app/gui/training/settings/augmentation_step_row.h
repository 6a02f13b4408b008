// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <map>

#include <nlohmann/json.hpp>

namespace earwitness::gui {

class NumberBox;

/// "between-class" -> "Between class"
QString stepName(const std::string& name);

/// A step of augmentation with its strengths. Thread: GUI.
class AugmentationStepRow : public QFrame {
  Q_OBJECT
 public:
  /// `step` is like {"step": "gain", "db": 6}; it is the one at `index` of `count`.
  AugmentationStepRow(const nlohmann::json& step, int index, int count, QWidget* parent = nullptr);

  /// Shows other strengths; false where it is another step.
  bool show(const nlohmann::json& step);
  /// Lower case.
  QString searchText() const;
  /// The keyboard goes on moving it.
  void takeFocus(bool later);

 signals:
  void edited(const nlohmann::json& step);
  void earlierAsked();
  void laterAsked();
  void removeAsked();

 private:
  QWidget* header(int index, int count, const QString& summary);
  void addStrengths();

  nlohmann::json step_;
  std::map<std::string, NumberBox*> boxes_;
  QWidget* earlier_ = nullptr;
  QWidget* later_ = nullptr;
  QString searchText_;
};

}  // namespace earwitness::gui
