#include "app/gui/background.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <exception>
#include <memory>
#include <optional>

#include "app/gui/core_text.h"

namespace earwitness::gui {

namespace {

QThreadPool& pool() {
  static QThreadPool instance;
  static const bool configured = [] {
    instance.setMaxThreadCount(8);  // the tasks wait, they do not compute
    qAddPostRoutine([] { instance.waitForDone(); });
    return true;
  }();
  (void)configured;
  return instance;
}

}  // namespace

void inBackground(QObject* context, std::function<void()> work, std::function<void()> then) {
  pool().start([work = std::move(work), then = std::move(then), alive = QPointer(context)] {
    work();
    if (!then) return;
    // The pointer is looked at on the GUI thread only, where its object lives and dies.
    QMetaObject::invokeMethod(
        qApp,
        [then, alive] {
          if (alive) then();
        },
        Qt::QueuedConnection);
  });
}

void inBackground(QObject* context, std::function<void()> work, std::function<void()> then,
                  std::function<void(const QString&)> failed) {
  auto problem = std::make_shared<std::optional<QString>>();
  inBackground(
      context,
      [work = std::move(work), problem] {
        try {
          work();
        } catch (const std::exception& error) {
          *problem = coreText(error.what());
        }
      },
      [then = std::move(then), failed = std::move(failed), problem] {
        if (*problem)
          failed(**problem);
        else if (then)
          then();
      });
}

}  // namespace earwitness::gui
