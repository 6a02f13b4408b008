#pragma once

#include <QString>
#include <functional>

class QObject;

namespace earwitness::gui {

/// Runs `work` on a thread of its own, then `then` on the GUI thread - unless `context` has gone by
/// then. For everything slow: devices, models, folders, the ends of threads. `work` may not throw.
/// The application's end waits for all of it. Thread: GUI.
void inBackground(QObject* context, std::function<void()> work, std::function<void()> then = {});

/// The same for work that may throw: `failed` is called with its sentence instead of `then`.
void inBackground(QObject* context, std::function<void()> work, std::function<void()> then,
                  std::function<void(const QString& sentence)> failed);

}  // namespace earwitness::gui
