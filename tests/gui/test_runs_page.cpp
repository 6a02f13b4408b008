// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "app/gui/base/theme.h"
#include "app/gui/training/curve_canvas.h"
#include "app/gui/training/curves_plot.h"
#include "app/gui/training/runs/run_table.h"
#include "app/gui/training/runs/runs_page.h"
#include "app/gui/training/runs/settings_comparison.h"
#include "core/base/atomic_file.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/run_folders.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
using nlohmann::json;
namespace fs = std::filesystem;

class TestRunsPage : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { isolateSettings(directory_); }

  void init() {
    root_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction() / "runs";
    MadeRun first{.folder = root_ / "first"};
    first.write(json::object());
    MadeRun better{.folder = root_ / "better", .balancedAccuracy = 0.9};
    better.settings["learning_rate"] = 0.01;
    better.settings["architecture"] = "crnn";
    better.write(json::object());
    MadeRun failed{.folder = root_ / "broken", .epochsDone = 0, .end = "failed"};
    failed.settings["data"]["root"] = "/sounds/other";
    failed.write();
    page_ = std::make_unique<RunsPage>(root_);
    page_->resize(1024, 640);
    page_->show();
    page_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page_.get()));
    QTRY_COMPARE(rows(), 3);
  }
  void cleanup() { page_.reset(); }

  void runsAreListed() {
    table()->sortByColumn(RunTableModel::Balanced, Qt::DescendingOrder);
    QCOMPARE(names(), (QStringList{"better", "first", "broken"}));
    QCOMPARE(cell(0, RunTableModel::Balanced), QString("90.0%"));
    QCOMPARE(cell(0, RunTableModel::Network), QString("crnn"));
    QCOMPARE(cell(1, RunTableModel::State), QString("Finished"));
    QCOMPARE(cell(1, RunTableModel::Epochs), QString("3 of 3"));
    QCOMPARE(cell(1, RunTableModel::Data), QString("set"));
    QCOMPARE(cell(1, RunTableModel::Parameters), QString("123 k"));
    QCOMPARE(cell(1, RunTableModel::Time), QString("1 min 30 s"));
    QCOMPARE(cell(2, RunTableModel::State), QString("Failed"));
    QCOMPARE(table()->model()->index(2, RunTableModel::State).data(Qt::ToolTipRole).toString(),
             QString("The disk is full."));
    QCOMPARE(child<QLabel>("runsCount")->text(), QString("Runs: 3"));
  }

  void theFilterTakesAllWords() {
    QTest::keyClicks(child<QLineEdit>("runsFilter"), "CRNN fin");
    QCOMPARE(names(), (QStringList{"better"}));
    QCOMPARE(child<QLabel>("runsCount")->text(), QString("Runs: 1 of 3"));
    child<QLineEdit>("runsFilter")->setText("other");
    QCOMPARE(names(), (QStringList{"broken"}));
    child<QLineEdit>("runsFilter")->clear();
    QCOMPARE(rows(), 3);
  }

  void settingsOfSeveralAreCompared() {
    auto* differences = page_->findChild<SettingsComparison*>();
    select({"first"});
    QCOMPARE(differences->rowCount(), 0);
    select({"first", "better"});
    QCOMPARE(differences->rowCount(), 2);
    QCOMPARE(differences->columnCount(), 3);
    QCOMPARE(differences->item(0, 0)->text(), QString("architecture"));
    QCOMPARE(differences->item(1, 0)->text(), QString("learning_rate"));
    const int better = differences->horizontalHeaderItem(1)->text() == "better" ? 1 : 2;
    QCOMPARE(differences->item(0, better)->text(), QString("crnn"));
    QCOMPARE(differences->item(1, better)->text(), QString("0.01"));
    QVERIFY(!child<QPushButton>("runsOpen")->isEnabled());
    QVERIFY(child<QPushButton>("runsDelete")->isEnabled());
  }

  void curvesOfTheSelectedLieOverEachOther() {
    auto* plot = page_->findChild<CurvesPlot*>();
    select({"first", "better"});
    QTRY_COMPARE(plot->canvas()->runs().size(), size_t(2));
    QStringList drawn;
    for (const Curves& run : plot->canvas()->runs()) {
      drawn << run.name;
      QCOMPARE(run.view.epochs.size(), size_t(3));
    }
    drawn.sort();
    QCOMPARE(drawn, (QStringList{"better", "first"}));
    select({"broken"});
    QTRY_COMPARE(plot->canvas()->runs().size(), size_t(1));
  }

  void runsOfOneNameAreToldApartByTheirTime() {
    MadeRun one{.folder = root_ / "2026-05-30 10-00-00 dog, siren"};
    MadeRun two{.folder = root_ / "2026-05-31 11-00-00 dog, siren"};
    two.settings["learning_rate"] = 0.5;
    one.write();
    two.write();
    page_->refresh();
    QTRY_COMPARE(rows(), 5);
    select({"dog, siren"});
    auto* differences = page_->findChild<SettingsComparison*>();
    QCOMPARE(differences->columnCount(), 3);
    QVERIFY(differences->horizontalHeaderItem(1)->text().startsWith("dog, siren (20"));
    page_->rename(one.folder, "puppies");
    QTRY_VERIFY(names().contains("puppies"));
    QVERIFY(fs::exists(root_ / "2026-05-30 10-00-00 puppies"));
  }

  void runsAreOpened() {
    QSignalSpy opened(page_.get(), &RunsPage::runOpened);
    QSignalSpy results(page_.get(), &RunsPage::resultAsked);
    QSignalSpy settings(page_.get(), &RunsPage::settingsAsked);
    select({"better"});
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(results.size(), 1);
    QCOMPARE(results[0][0].toString(), pathOf("better"));
    select({"broken"});
    QVERIFY(!child<QPushButton>("runsResult")->isEnabled());
    QTest::mouseClick(child<QPushButton>("runsOpen"), Qt::LeftButton);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), pathOf("broken"));
    QTest::mouseClick(child<QPushButton>("runsSettings"), Qt::LeftButton);
    QCOMPARE(settings[0][0].toString(), pathOf("broken"));
  }

  void aRunIsRenamed() {
    select({"first"});
    QTest::keyClick(table(), Qt::Key_F2);
    auto* dialog = page_->findChild<QInputDialog*>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->textValue(), QString("first"));
    dialog->setTextValue("the one with rain");
    dialog->accept();
    QTRY_VERIFY(names().contains("the one with rain"));
    QVERIFY(!names().contains("first"));
    QVERIFY(fs::exists(root_ / "the one with rain" / "journal.jsonl"));
    QCOMPARE(table()->selected().size(), size_t(1));
    QTRY_COMPARE(QString::fromStdString(table()->selected()[0].path().filename().string()),
                 QString("the one with rain"));
  }

  void namesThatCannotBeAreTold() {
    QSignalSpy told(page_.get(), &RunsPage::told);
    page_->rename(root_ / "first", "better");
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told[0][0].toString().contains("'better'"));
    for (const char* name : {"../first", ".hidden", "a/b"})
      page_->rename(root_ / "first", QString::fromLatin1(name));
    QCOMPARE(told.size(), 4);
    QVERIFY(fs::exists(root_ / "first"));
    QVERIFY(fs::exists(root_ / "better" / "result.json"));
  }

  void runsGoToTheTrashAfterAQuestion() {
    select({"first", "broken"});
    QTest::keyClick(table(), Qt::Key_Delete);
    auto* box = page_->findChild<QMessageBox*>();
    QVERIFY(box != nullptr);
    QVERIFY(box->text().contains("2 runs"));
    box->reject();
    QTRY_VERIFY(page_->findChild<QMessageBox*>() == nullptr);
    QVERIFY(fs::exists(root_ / "first"));
    page_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page_.get()));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    box = page_->findChild<QMessageBox*>();
    QVERIFY(box != nullptr);
    QSignalSpy told(page_.get(), &RunsPage::told);
    for (QAbstractButton* button : box->buttons())
      if (box->buttonRole(button) == QMessageBox::DestructiveRole)
        QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(names() == (QStringList{"better"}) || !told.isEmpty());
    QVERIFY2(told.isEmpty(), qPrintable(told.value(0).value(0).toString()));
    QVERIFY(!fs::exists(root_ / "first"));
    QVERIFY(!fs::exists(root_ / "broken"));
  }

  void aRunningOneIsNeitherMovedNorRenamed() {
    const int lock =
        ::open((root_ / "first" / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    QVERIFY(::flock(lock, LOCK_EX | LOCK_NB) == 0);
    page_->refresh();
    QTRY_VERIFY(states().contains("Running"));
    select({"first"});
    QVERIFY(!child<QPushButton>("runsDelete")->isEnabled());
    QVERIFY(!child<QPushButton>("runsRename")->isEnabled());
    QSignalSpy told(page_.get(), &RunsPage::told);
    page_->rename(root_ / "first", "second");
    page_->moveToTrash({root_ / "first"});
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(fs::exists(root_ / "first"));
    QSignalSpy opened(page_.get(), &RunsPage::runOpened);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    ::close(lock);
    page_->refresh();
    QTRY_VERIFY(!states().contains("Running"));
  }

  void newEpochsAppearAndTheSelectionStays() {
    select({"first", "better"});
    MadeRun{.folder = root_ / "another", .epochsDone = 1, .end = ""}.write();
    page_->refresh();
    QTRY_COMPARE(rows(), 4);
    QCOMPARE(table()->selected().size(), size_t(2));
    QVERIFY(states().contains("Interrupted"));
    MadeRun{.folder = root_ / "another", .epochsDone = 2, .end = "stopped"}.write();
    page_->refresh();
    QTRY_VERIFY(states().contains("Stopped"));
    QCOMPARE(table()->selected().size(), size_t(2));
  }

  void aSearchIsOneRow() {
    const fs::path search = root_ / "search";
    fs::create_directories(search);
    writeJsonFile(search / "search.json",
                  {{"version", 1}, {"trials", 9}, {"settings", MadeRun{}.settings}});
    MadeRun{.folder = search / "trial-001", .balancedAccuracy = 0.5}.write(json::object());
    MadeRun{.folder = search / "trial-002", .balancedAccuracy = 0.6}.write(json::object());
    page_->refresh();
    QTRY_COMPARE(rows(), 4);
    select({"search"});
    const int row = table()->currentIndex().row();
    QCOMPARE(cell(row, RunTableModel::State), QString("Stopped (search)"));
    QCOMPARE(cell(row, RunTableModel::Balanced), QString("60.0%"));
    QSignalSpy asked(page_.get(), &RunsPage::searchAsked);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
  }

  void aFolderThatIsNotThereHoldsNone() {
    page_ = std::make_unique<RunsPage>(root_ / "nowhere");
    page_->show();
    QTRY_COMPARE(child<QLabel>("runsCount")->text(), QString("Runs: 0"));
  }

  void itLooksWellInBothThemes() {
    const QString folder = qEnvironmentVariable("EARWITNESS_PICTURES");
    select({"first", "better"});
    for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
      Theme theme;
      theme.setChoice(choice);
      QTRY_COMPARE(isDark(page_->palette()), choice == Theme::Choice::Dark);
      const QString name = choice == Theme::Choice::Dark ? "dark" : "light";
      if (!folder.isEmpty()) page_->grab().save(folder + "/runs-" + name + ".png");
    }
  }

 private:
  template <typename T>
  T* child(const char* name) const {
    return page_->findChild<T*>(QString::fromLatin1(name));
  }
  RunTable* table() const { return page_->findChild<RunTable*>(); }
  int rows() const { return table()->model()->rowCount(); }
  QString cell(int row, int column) const {
    return table()->model()->index(row, column).data().toString();
  }
  QStringList column(int column) const {
    QStringList texts;
    for (int row = 0; row < rows(); ++row) texts << cell(row, column);
    return texts;
  }
  QStringList names() const { return column(RunTableModel::Name); }
  QStringList states() const { return column(RunTableModel::State); }
  QString pathOf(const char* name) const { return QString::fromStdString((root_ / name).string()); }
  void select(const QStringList& wanted) const {
    table()->setFocus();
    table()->clearSelection();
    for (int row = 0; row < rows(); ++row) {
      if (!wanted.contains(cell(row, RunTableModel::Name))) continue;
      table()->selectionModel()->setCurrentIndex(
          table()->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
  }

  QTemporaryDir directory_;
  fs::path root_;
  std::unique_ptr<RunsPage> page_;
};

int main(int argc, char** argv) {
  QStandardPaths::setTestModeEnabled(true);
  QApplication application(argc, argv);
  const Theme theme;
  TestRunsPage test;
  return QTest::qExec(&test, argc, argv);
}

#include "test_runs_page.moc"
