// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <memory>

namespace earwitness::gui {

/// The application object. What a slot or an event handler throws ends the handling of that event
/// and is told to the ProblemReporter; it does not end the program. Thread: GUI.
class Application : public QApplication {
 public:
  using QApplication::QApplication;
  bool notify(QObject* receiver, QEvent* event) override;
};

/// Makes the application object. Where no display can be opened, prints one sentence that says so
/// and ends the process with exit code 1, instead of Qt's abort. Both arguments have to outlive it.
std::unique_ptr<Application> startApplication(int& argc, char** argv);

}  // namespace earwitness::gui
