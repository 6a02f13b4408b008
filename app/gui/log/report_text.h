// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/services/backend.h"
#include "core/base/redaction.h"
#include "core/listening/model_description.h"

namespace earwitness::gui {

/// What a report about a problem is made of. It is English in every language of the window, because
/// those who read it may not know the user's.
struct ReportFacts {
  std::vector<std::string> versions;  ///< a line each
  std::string desktop;                ///< platform, desktop and language
  std::vector<AudioDevice> devices;
  std::string devicesProblem;  ///< why they are not known
  std::string source;          ///< what the window listens to; empty: nothing
  std::optional<ModelDescription> model;
  std::filesystem::path modelFile;
  ModelStatus modelStatus;
  std::string log;         ///< its last lines
  std::string logProblem;  ///< why there are none
};

/// What the user wants the report to contain besides.
struct ReportContents {
  bool paths = false;
  bool labels = false;  ///< names of classes
};

/// `user`: whose names and folders never get into the report. Thread: any.
QString reportText(const ReportFacts& facts, ReportContents contents,
                   Redaction user = userRedaction());

}  // namespace earwitness::gui
