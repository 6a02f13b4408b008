// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <nlohmann/json.hpp>

#include "core/features/feature_settings.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace earwitness::gui {

/// What a TorchScript file does not say of itself, asked from its user: only what the probe could
/// not find out is shown, prefilled with guesses. Thread: GUI.
class ImportForm : public QWidget {
  Q_OBJECT
 public:
  explicit ImportForm(QWidget* parent = nullptr);

  /// What `earwitness-cli model probe --json` found; has at least one input.
  void setProbe(const nlohmann::json& report, const QString& name);
  /// A sentence about what is still missing; empty where all is there.
  QString missing() const;
  /// Options of `earwitness-cli model import`, all but its files.
  QStringList arguments() const;
  QString labelsText() const;
  QString modelName() const;

 signals:
  void changed();

 private:
  QWidget* labelsField();
  void buildInput(QFormLayout* form);
  void buildFeatures();
  void buildAnswers(QFormLayout* form);
  template <typename Field>
  Field* row(QFormLayout* form, const QString& text, Field* field);
  const nlohmann::json& input() const;
  const nlohmann::json& output() const;
  bool isWaveform() const;
  bool lengthIsFixed() const;
  long outputCount() const;
  double windowSeconds() const;
  void takeInput();
  void takeOutput();
  /// The preset's, with what the fields show.
  FeatureSettings features() const;
  void takePreset();
  void showPreset();
  void showWindow();
  void showLabelCount();
  void chooseLabels();

  nlohmann::json report_;
  QFormLayout* form_;
  QComboBox* shape_ = nullptr;
  QSpinBox* sampleRate_ = nullptr;
  QDoubleSpinBox* window_ = nullptr;
  QComboBox* element_ = nullptr;
  QComboBox* kind_ = nullptr;
  QGroupBox* features_ = nullptr;
  QComboBox* preset_ = nullptr;
  QSpinBox* nFft_ = nullptr;
  QSpinBox* hop_ = nullptr;
  QSpinBox* nMels_ = nullptr;
  QDoubleSpinBox* fMin_ = nullptr;
  QDoubleSpinBox* fMax_ = nullptr;
  QComboBox* scale_ = nullptr;
  FeatureSettings base_;  ///< of the preset chosen last: what the form has no fields for
  QLineEdit* mean_ = nullptr;
  QLineEdit* deviation_ = nullptr;
  QPlainTextEdit* labels_ = nullptr;
  QLabel* labelCount_ = nullptr;
  QString labelProblem_;
  QLineEdit* name_ = nullptr;
  QLineEdit* licence_ = nullptr;
};

}  // namespace earwitness::gui
