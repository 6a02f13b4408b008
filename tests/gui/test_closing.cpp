// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QtTest>

#include "app/gui/base/theme.h"
#include "app/gui/shell/main_window.h"
#include "app/gui/training/run/training_page.h"
#include "app/gui/training/run_library.h"
#include "app/gui/training/studio/training_studio.h"
#include "core/base/atomic_file.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/run_folders.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
namespace fs = std::filesystem;

/// Closing windows while something is trained.
class TestClosing : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    settings_ = std::make_unique<QTemporaryDir>();
    isolateSettings(*settings_);
    world_ = std::make_unique<TestWorld>();
    theme_ = std::make_unique<Theme>();
    // A run that another process trains, as far as the window knows.
    const MadeRun run{.folder = runsFolder() / "2026-05-31 18-04-05 dog, siren", .end = ""};
    run.write();
    lock_ = std::make_unique<RunLock>(RunFolder{run.folder});
    StartOptions options;
    options.listen = options.openSample = false;
    window_ = std::make_unique<MainWindow>(world_->backend(), options, theme_.get());
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    for (QAction* action : window_->findChildren<QAction*>())
      if (action->text().remove(u'&').startsWith("Train a model")) action->trigger();
    studio_ = window_->findChild<TrainingStudio*>();
    QVERIFY(studio_ != nullptr);
    QVERIFY(QTest::qWaitForWindowExposed(studio_));
  }
  void cleanup() {
    window_.reset();
    lock_.reset();
  }

  void theQuestionIsSeenThoughTheStudioIsMinimised() {
    studio_->showMinimized();
    QTRY_VERIFY(studio_->isMinimized());
    QVERIFY(!window_->close());
    QTRY_VERIFY(box() != nullptr);
    QVERIFY(!studio_->isMinimized() && studio_->isVisible());
    QVERIFY(box()->isVisible() && box()->parentWidget() == studio_);
    QVERIFY(window_->isVisible());
    // Asked again, it does not come twice.
    QVERIFY(!window_->close());
    studio_->showMinimized();
    QTRY_VERIFY(!studio_->isMinimized());
    QCOMPARE(studio_->findChildren<QMessageBox*>().size(), 1);
    press("Leave it running");
    QTRY_VERIFY(!window_->isVisible() && !studio_->isVisible());
    QVERIFY(RunLock::isHeld(RunFolder{runsFolder() / "2026-05-31 18-04-05 dog, siren"}));
  }

  void cancelledBothWindowsStay() {
    studio_->showMinimized();
    QVERIFY(!window_->close());
    QTRY_VERIFY(box() != nullptr);
    press("Cancel");
    QTRY_VERIFY(box() == nullptr);
    QVERIFY(window_->isVisible() && studio_->isVisible());
    QVERIFY(!studio_->isMinimized());
  }

  void withoutATrainingNothingIsAsked() {
    lock_.reset();
    studio_->showMinimized();
    window_->close();
    QTRY_VERIFY(!window_->isVisible());
    QVERIFY(box() == nullptr);
  }

 private:
  QMessageBox* box() const {
    auto* found = studio_->findChild<QMessageBox*>("goesOn");
    return found != nullptr && found->isVisible() ? found : nullptr;
  }
  void press(const QString& text) const {
    for (QAbstractButton* button : box()->buttons())
      if (button->text().remove(u'&') == text) {
        QTest::mouseClick(button, Qt::LeftButton);
        return;
      }
    QFAIL("There is no such button.");
  }

  std::unique_ptr<QTemporaryDir> settings_;
  std::unique_ptr<TestWorld> world_;
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<RunLock> lock_;
  std::unique_ptr<MainWindow> window_;
  TrainingStudio* studio_ = nullptr;
};

QTEST_MAIN(TestClosing)
#include "test_closing.moc"
