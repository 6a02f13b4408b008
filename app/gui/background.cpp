#include "app/gui/background.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

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

}  // namespace earwitness::gui
