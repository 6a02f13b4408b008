// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "app/gui/base/theme.h"
#include "app/gui/training/search/parallel_plot.h"
#include "app/gui/training/search/search_page.h"
#include "app/gui/widgets/banner.h"
#include "core/base/atomic_file.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/run_folders.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const char* const kRanking =
    "rank,trial,epochs,balanced_accuracy,loss,learning_rate,weight_decay,augmentation,width,error\n"
    "1,2,3,0.900000,0.300000,0.006,0.02,0.8000,1.2000,\n"
    "2,1,1,0.700000,0.500000,0.003,0.05,1.0000,1.0000,\n"
    "3,3,0,-1.000000,0.000000,0.001,0.5,0.4000,0.7000,\"Not enough memory, say.\"\n"
    "4,4,0,-1.000000,0.000000,0.002,0.1,1.3000,0.9000,\n";

enum Column { kRank, kTrial, kState, kEpochs, kBalanced, kRate };

}  // namespace

class TestSearchPage : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { isolateSettings(directory_); }

  void init() {
    folder_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction() / "search";
    fs::create_directories(folder_);
    json settings = MadeRun{}.settings;
    settings["epochs"] = 3;
    writeJsonFile(folder_ / "search.json", {{"version", 1}, {"trials", 4}, {"settings", settings}});
    trial(1, 0.7, 1, "stopped");
    page_ = std::make_unique<SearchPage>();
    page_->resize(1024, 640);
    page_->show();
    page_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page_.get()));
    page_->showSearch(folder_);
    QTRY_COMPARE(table()->rowCount(), 4);
  }
  void cleanup() { page_.reset(); }

  void trialsThatHaveNotBegunWait() {
    QCOMPARE(cell(0, kTrial), QString("1"));
    QCOMPARE(cell(0, kState), QString("Evaluated"));  // it may go on with the next rung
    QCOMPARE(cell(0, kBalanced), QString("70.0%"));
    QCOMPARE(cell(0, kRate), QString("0.003"));
    QCOMPARE(cell(1, kState), QString("Waiting"));
    QCOMPARE(cell(1, kRank), QString());
    QVERIFY(summary().contains("1 of 4 trials started"));
    QCOMPARE(page_->findChild<QProgressBar*>()->value(), 1);
  }

  void theTableAndPlotFollowTheSearch() {
    writeRanking();
    QTRY_COMPARE(cell(0, kTrial), QString("2"));
    QCOMPARE(cell(0, kRank), QString("1"));
    QCOMPARE(cell(0, kState), QString("Finished"));
    QCOMPARE(cell(0, kEpochs), QString("3 of 3"));
    QVERIFY(summary().contains("trial 2 with 90.0%"));
    QCOMPARE(cell(2, kState), QString("Failed"));
    QCOMPARE(table()->item(2, kState)->toolTip(), QString("Not enough memory, say."));
    // The highest stands at the top of the last axis, the lowest at its foot.
    QVERIFY(plot()->pointOf(2, 5)->y() < plot()->pointOf(1, 5)->y());
    QVERIFY(plot()->pointOf(2, 0)->y() < plot()->pointOf(1, 0)->y());
    QVERIFY(plot()->pointOf(2, 1)->y() > plot()->pointOf(1, 1)->y());
    QVERIFY(!plot()->pointOf(3, 5).has_value());
  }

  void tableAndPlotChooseTogether() {
    writeRanking();
    QTRY_COMPARE(cell(0, kTrial), QString("2"));
    table()->setCurrentCell(0, kTrial);
    QCOMPARE(plot()->current(), 2);
    plot()->setFocus();
    QTest::keyClick(plot(), Qt::Key_Down);
    QCOMPARE(plot()->current(), 1);
    QCOMPARE(table()->currentRow(), 1);
    QVERIFY(plot()->accessibleDescription().startsWith("Trial 1: Learning rate 0.003"));
    QTest::keyClick(plot(), Qt::Key_Down);  // there is no worse one
    QCOMPARE(plot()->current(), 1);
    // Half way between two axes, on the line.
    const QPointF middle = (*plot()->pointOf(2, 4) + *plot()->pointOf(2, 5)) / 2.0;
    QTest::mouseClick(plot(), Qt::LeftButton, {}, middle.toPoint());
    QCOMPARE(table()->currentRow(), 0);
    QSignalSpy asked(page_.get(), &SearchPage::resultAsked);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), QString::fromStdString((folder_ / "trial-002").string()));
    QTest::mouseClick(child<QPushButton>("searchBest"), Qt::LeftButton);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[1][0], asked[0][0]);
  }

  void aRunningSearchCanBeStopped() {
    auto* stop = child<QPushButton>("searchStop");
    QVERIFY(!stop->isEnabled());
    const int lock =
        ::open((folder_ / "trial-001" / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    QVERIFY(::flock(lock, LOCK_EX | LOCK_NB) == 0);
    QTRY_VERIFY(stop->isEnabled());
    QCOMPARE(cell(0, kState), QString("Running"));
    QSignalSpy asked(page_.get(), &SearchPage::stopAsked);
    QTest::mouseClick(stop, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), QString::fromStdString(folder_.string()));
    ::close(lock);
    QTRY_VERIFY(!stop->isEnabled());
    // The best so far is kept.
    QVERIFY(child<QPushButton>("searchBest")->isEnabled());
  }

  void whatIsNoSearchIsSaid() {
    writeFileAtomically(folder_ / "search.json", "{}");
    QTRY_VERIFY(page_->findChild<Banner*>()->text().contains("damaged"));
    page_->showSearch(folder_ / "nowhere");
    QTRY_VERIFY(page_->findChild<Banner*>()->text().contains("nowhere"));
    QCOMPARE(table()->rowCount(), 0);
    plot()->setFocus();
    QTest::keyClick(plot(), Qt::Key_Down);
    QCOMPARE(plot()->current(), -1);
  }

  void itLooksWellInBothThemes() {
    const QString pictures = qEnvironmentVariable("EARWITNESS_PICTURES");
    writeRanking();
    QTRY_COMPARE(cell(0, kTrial), QString("2"));
    for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
      Theme theme;
      theme.setChoice(choice);
      QTRY_COMPARE(isDark(page_->palette()), choice == Theme::Choice::Dark);
      const QString name = choice == Theme::Choice::Dark ? "dark" : "light";
      if (!pictures.isEmpty()) page_->grab().save(pictures + "/search-" + name + ".png");
    }
  }

 private:
  void trial(int number, double accuracy, int epochs, const char* end) const {
    MadeRun run{.folder = folder_ / ("trial-00" + std::to_string(number)),
                .balancedAccuracy = accuracy,
                .epochsDone = epochs,
                .end = end};
    run.write(json::object());
  }
  void writeRanking() const {
    trial(2, 0.9, 3, "finished");
    writeFileAtomically(folder_ / "search.csv", kRanking);
  }
  template <typename T>
  T* child(const char* name) const {
    return page_->findChild<T*>(QString::fromLatin1(name));
  }
  QTableWidget* table() const { return child<QTableWidget>("searchTable"); }
  ParallelPlot* plot() const { return page_->findChild<ParallelPlot*>(); }
  QString summary() const { return child<QLabel>("searchSummary")->text(); }
  QString cell(int row, int column) const { return table()->item(row, column)->text(); }

  QTemporaryDir directory_;
  fs::path folder_;
  std::unique_ptr<SearchPage> page_;
};

int main(int argc, char** argv) {
  QStandardPaths::setTestModeEnabled(true);
  QApplication application(argc, argv);
  const Theme theme;
  TestSearchPage test;
  return QTest::qExec(&test, argc, argv);
}

#include "test_search_page.moc"
