// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QInputDialog>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <algorithm>
#include <random>

#include "app/gui/base/theme.h"
#include "app/gui/services/model_files.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/training/corrections.h"
#include "app/gui/training/curve_canvas.h"
#include "app/gui/training/curves_plot.h"
#include "app/gui/training/result/class_figures_table.h"
#include "app/gui/training/result/confusion_view.h"
#include "app/gui/training/result/result_page.h"
#include "app/gui/training/result/run_model_actions.h"
#include "app/gui/training/result/validation_clips.h"
#include "app/gui/widgets/banner.h"
#include "core/base/atomic_file.h"
#include "core/runs/run_lock.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/run_folders.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kLabels{"crackling_fire", "dog", "helicopter", "rain", "siren"};

}  // namespace

class TestResultPage : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { isolateSettings(directory_); }

  void init() {
    root_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction();
    if (QTest::currentDataTag() != nullptr) root_ /= QTest::currentDataTag();
    for (const std::string& label : kLabels) fs::create_directories(root_ / "set" / label);
    world_ = std::make_unique<TestWorld>();
    playback_ = std::make_unique<PlaybackHost>(world_->backend());
    run_ = MadeRun{.folder = root_ / "runs" / "2026-05-31 18-04-05 dog, siren"};
    run_.settings["data"]["root"] = (root_ / "set").string();
    run_.settings["features"] = {{"n_mels", 64}};
    run_.write(result());
    fs::copy(fs::path(EARWITNESS_SOURCE_DIR) / "models" / "earwitness.pt", run_.folder / "best.pt");
    page_ = std::make_unique<ResultPage>(playback_.get());
    page_->resize(1024, 640);
    page_->show();
    page_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page_.get()));
    page_->showRun(run_.folder);
    QTRY_COMPARE(child<QLabel>("figureBalanced")->text(), QString("75.0%"));
    // What is confused most is shown at first.
    QCOMPARE(view()->current(), (ConfusionView::Cell{2, 3}));
    QCOMPARE(clipNames().size(), 3);
    QTRY_VERIFY(page_->findChild<QAction*>("clipLeaveOut")->isEnabled());
  }
  void cleanup() {
    page_.reset();
    playback_.reset();
    world_.reset();
  }

  void figuresAreShown() {
    QCOMPARE(child<QLabel>("figureAccuracy")->text(), QString("80.0%"));
    QCOMPARE(child<QLabel>("figureEpochs")->text(), QString("2 of 3"));
    QCOMPARE(child<QLabel>("figureParameters")->text(), QString("123 k"));
    QCOMPARE(child<QLabel>("figureNoise")->text(), QString("25.0%"));
    QCOMPARE(child<QLabel>("figureLatency")->text(), QString("3.5 ms"));
    QVERIFY(page_->findChild<Banner*>()->text().contains("noise"));
    for (const char* button : {"resultUse", "resultAgain", "resultCard", "resultExport"})
      QVERIFY(child<QPushButton>(button)->isEnabled());
  }

  void aRunWithoutAResultSaysWhatIsStillToCome_data() {
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("epochs");
    QTest::addColumn<bool>("isHeld");
    QTest::addColumn<QString>("sentence");
    const QString soFar = "The results below are from the best epoch so far.";
    const QString none = "There is no result before the first epoch has ended.";
    const QString resume = " To continue it, choose “Show training”, then “Resume”.";
    const QString helps = " Choose “Show training” to see possible remedies.";
    QTest::newRow("first epoch")
        << "" << 0 << true
        << "The training is in its first epoch. Its result appears here when the epoch ends.";
    QTest::newRow("running") << "" << 2 << true
                             << "The training is in progress (epoch 2 of 3 finished). " + soFar +
                                    " The final result appears here when the training ends.";
    QTest::newRow("paused") << "stopped" << 2 << false
                            << "The training is paused after epoch 2 of 3. " + soFar + resume;
    QTest::newRow("paused early") << "stopped" << 0 << false
                                  << "The training is paused. " + none + resume;
    QTest::newRow("interrupted") << "" << 1 << false
                                 << "The training was interrupted after epoch 1 of 3. " + soFar +
                                        resume;
    QTest::newRow("interrupted early")
        << "" << 0 << false << "The training was interrupted. " + none + resume;
    QTest::newRow("failed") << "failed" << 2 << false
                            << "The training failed: The disk is full. " + soFar + helps;
    QTest::newRow("failed early") << "failed" << 0 << false
                                  << "The training failed: The disk is full. " + none + helps;
  }
  void aRunWithoutAResultSaysWhatIsStillToCome() {
    QFETCH(QString, end);
    QFETCH(int, epochs);
    QFETCH(bool, isHeld);
    QFETCH(QString, sentence);
    MadeRun run{.folder = root_ / "runs" / "2026-06-01 10-00-00 rain"};
    run.settings["data"]["root"] = (root_ / "set").string();
    run.end = end.toStdString();
    run.epochsDone = epochs;
    run.write();
    std::unique_ptr<RunLock> lock;
    if (isHeld) lock = std::make_unique<RunLock>(RunFolder{run.folder});
    page_->showRun(run.folder);
    auto* banner = page_->findChild<Banner*>();
    QTRY_COMPARE(banner->text(), sentence);
    auto* training = child<QPushButton>("resultTraining");
    QVERIFY(training->isVisible());
    QSignalSpy asked(page_.get(), &ResultPage::trainingAsked);
    QTest::mouseClick(training, Qt::LeftButton);
    QCOMPARE(fs::path(asked[0][0].toString().toStdString()), run.folder);
  }

  /// The page follows a run that goes on until its result is there.
  void theResultOfARunThatEndsAppears() {
    const MadeRun run{.folder = root_ / "runs" / "2026-06-01 10-00-00 rain", .end = ""};
    run.write();
    auto lock = std::make_unique<RunLock>(RunFolder{run.folder});
    page_->showRun(run.folder);
    auto* banner = page_->findChild<Banner*>();
    QTRY_VERIFY(banner->text().startsWith("The training is in progress"));
    Journal(RunFolder{run.folder}.journal(), true, [](const json&) {
    }).write("finished", {{"early", false}});
    writeJsonFile(RunFolder{run.folder}.result(), result());
    lock.reset();
    QTRY_VERIFY2(banner->text().contains("noise"), qPrintable(banner->text()));
    QVERIFY(!child<QPushButton>("resultTraining")->isVisible());
    QCOMPARE(child<QLabel>("figureLatency")->text(), QString("3.5 ms"));
  }

  void aClickedCellListsItsClips() {
    chooseCell(2, 3);
    QCOMPARE(child<QLabel>("clipsTitle")->text(), QString("Helicopter, predicted as Rain (3)"));
    // The surest mistake first: it is the likeliest to be a wrong label.
    QCOMPARE(clipNames(),
             (QStringList{"helicopter/3.wav", "helicopter/2.wav", "helicopter/1.wav"}));
    QCOMPARE(clip(0, ClipListModel::ScoresRole), QString("Rain 90%, Helicopter 5%"));
    chooseCell(1, 1);
    QCOMPARE(clipNames().size(), 2);
    QCOMPARE(clip(0, ClipListModel::ScoresRole), QString("Dog 95%"));
    chooseCell(1, 4);
    QCOMPARE(clipNames().size(), 0);
  }

  void theKeyboardGoesThroughTheMatrix() {
    choose("confusionOrder", "By name");
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(view()->current(), (ConfusionView::Cell{0, 0}));
    QTest::keyClick(view(), Qt::Key_Down);
    QTest::keyClick(view(), Qt::Key_Down);
    QTest::keyClick(view(), Qt::Key_Right, Qt::ControlModifier);  // past an empty cell
    QCOMPARE(view()->current(), (ConfusionView::Cell{2, 2}));
    QTest::keyClick(view(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(view()->current(), (ConfusionView::Cell{2, 3}));
    QCOMPARE(view()->accessibleDescription(),
             QString("Helicopter, predicted as Rain: 3 of 4 clips (75%)"));
    QTest::keyClick(view(), Qt::Key_Return);
    QCOMPARE(clipNames().size(), 3);
    QTest::keyClick(view(), Qt::Key_Right, Qt::ControlModifier);  // there is no further one
    QCOMPARE(view()->current(), (ConfusionView::Cell{2, 3}));
    const double before = view()->cellPixels();
    QTest::keyClick(view(), Qt::Key_Minus);
    QVERIFY(view()->cellPixels() < before);
  }

  void theOrderIsChosen() {
    // The current cell stays the same one, wherever it goes.
    view()->setCurrent({2, 3});
    choose("confusionOrder", "By name");
    QCOMPARE(view()->order(), (std::vector<int>{0, 1, 2, 3, 4}));
    choose("confusionOrder", "By recall");
    QCOMPARE(view()->order().front(), 2);
    choose("confusionOrder", "By confusion");
    const auto& order = view()->order();
    const auto place = [&](int label) {
      return std::find(order.begin(), order.end(), label) - order.begin();
    };
    QCOMPARE(std::abs(place(2) - place(3)), 1L);
    QCOMPARE(view()->current(), (ConfusionView::Cell{2, 3}));
    QVERIFY(view()->rectOf({2, 3}).left() == view()->rectOf({0, 3}).left());
  }

  void countsAndRates() {
    QCOMPARE(view()->cellText({2, 3}), QString("75%"));
    choose("confusionUnit", "Counts");
    QCOMPARE(view()->cellText({2, 3}), QString("3"));
    QCOMPARE(view()->cellText({0, 1}), QString());
  }

  void mistakesAndRightOnesDifferInColour() {
    const QImage picture = view()->viewport()->grab().toImage();
    const auto colourAt = [&](int target, int prediction) {
      const QRect cell = view()->rectOf({target, prediction});
      return picture.pixelColor((cell.topLeft() + QPoint(4, 4)) * picture.devicePixelRatio());
    };
    QVERIFY(colourAt(1, 1) != colourAt(2, 3));
    QVERIFY(colourAt(2, 3) != colourAt(0, 1));
    QCOMPARE(colourAt(0, 1), page_->palette().color(QPalette::Base));
  }

  void aClassOfTheTableListsItsClips() {
    page_->findChild<QTabWidget*>("resultTabs")->setCurrentIndex(1);
    auto* table = page_->findChild<ClassFiguresTable*>();
    // Worst recall first.
    QCOMPARE(table->model()->index(0, 0).data().toString(), QString("Helicopter"));
    QCOMPARE(table->model()->index(0, ClassFiguresTable::Recall).data().toString(),
             QString("25.0%"));
    table->sortByColumn(ClassFiguresTable::Clips, Qt::DescendingOrder);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QString("Helicopter"));
    table->sortByColumn(ClassFiguresTable::Class, Qt::DescendingOrder);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QString("Siren"));
    table->setFocus();
    table->setCurrentIndex(table->model()->index(2, 0));
    QCOMPARE(child<QLabel>("clipsTitle")->text(), QString("Helicopter (4)"));
    QCOMPARE(clipNames().size(), 4);
  }

  void theRunsCurvesAreThere() {
    QCOMPARE(page_->findChild<CurvesPlot*>()->canvas()->runs().size(), size_t(1));
    QCOMPARE(page_->findChild<CurvesPlot*>()->canvas()->runs()[0].view.epochs.size(), size_t(3));
  }

  void clipsAreLeftOutAndComeBack() {
    chooseCell(2, 3);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(clip(0, ClipListModel::VerdictRole), QString("Excluded"));
    QTRY_COMPARE(onDisk().all().size(), size_t(1));
    QVERIFY(!onDisk().find(fileOf(2, 3))->label.has_value());
    QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(onDisk().empty());
    QCOMPARE(clip(0, ClipListModel::VerdictRole), QString());
    list()->selectAll();
    QTest::keyClick(list(), Qt::Key_Delete);
    QTRY_COMPARE(onDisk().all().size(), size_t(3));
    QTest::keyClick(list(), Qt::Key_U);
    QTRY_VERIFY(onDisk().empty());
  }

  void clipsGetAnotherLabel() {
    chooseCell(2, 3);
    list()->setFocus();
    relabel("Rain");
    QTRY_COMPARE(clip(0, ClipListModel::VerdictRole), QString("Now: Rain"));
    QTRY_VERIFY(onDisk().find(fileOf(2, 3)) != nullptr);
    QCOMPARE(onDisk().find(fileOf(2, 3))->label, std::optional<std::string>("rain"));
    relabel("crackling_fire");  // the data set's own name will do as well
    QTRY_COMPARE(clip(0, ClipListModel::VerdictRole), QString("Now: Crackling fire"));
    QSignalSpy told(page_.get(), &ResultPage::told);
    relabel("Tractor");
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told[0][0].toString().contains("Tractor"));
    relabel("helicopter");  // what it was
    QTRY_VERIFY(onDisk().empty());
  }

  void trainingAgainTakesTheCorrectionsAlong() {
    QSignalSpy again(page_.get(), &ResultPage::trainAgainAsked);
    QTest::mouseClick(child<QPushButton>("resultAgain"), Qt::LeftButton);
    QTRY_COMPARE(again.size(), 1);
    QCOMPARE(again[0][0].value<json>(), run_.settings);
    chooseCell(2, 3);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    QTest::mouseClick(child<QPushButton>("resultAgain"), Qt::LeftButton);
    QTRY_COMPARE(again.size(), 2);
    json expected = run_.settings;
    expected["data"]["corrections"] = Corrections::fileOf(root_ / "set").string();
    QCOMPARE(again[1][0].value<json>(), expected);
    QCOMPARE(onDisk().all().size(), size_t(1));  // on disk before it is asked for
  }

  void correctionsStayForTheNextRun() {
    chooseCell(2, 3);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    QTRY_COMPARE(onDisk().all().size(), size_t(1));
    MadeRun other = run_;
    other.folder = root_ / "runs" / "other";
    other.balancedAccuracy = 0.5;
    other.write(result());
    page_->showRun(other.folder);
    QTRY_COMPARE(child<QLabel>("figureBalanced")->text(), QString("50.0%"));
    chooseCell(2, 3);
    QTRY_COMPARE(clip(0, ClipListModel::VerdictRole), QString("Excluded"));
    QVERIFY(!page_->findChild<QAction*>("clipUndo")->isEnabled());
  }

  void clipsArePlayed() {
    chooseCell(2, 3);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_P);
    QCOMPARE(world_->loudspeaker.played.size(), size_t(1));
    QCOMPARE(world_->loudspeaker.played[0].path, fs::path(fileOf(2, 3)));
    auto* play = page_->findChild<QAction*>("clipPlay");
    QCOMPARE(play->text(), QString("Stop"));
    QTest::keyClick(list(), Qt::Key_P);
    QCOMPARE(play->text(), QString("Play"));
    QCOMPARE(world_->loudspeaker.played.size(), size_t(1));
  }

  void thumbnailsAreDrawn() {
    std::vector<float> rising;  // pitch by pitch, louder and louder
    for (int step = 1; step <= 6; ++step) {
      const auto tone = sine(500.0 * step, 0.5, 16000.0, 0.02F * float(step * step));
      rising.insert(rising.end(), tone.begin(), tone.end());
    }
    writeWav(fileOf(2, 3), rising);
    chooseCell(2, 3);
    const auto colours = [this] {
      const QImage row =
          list()->viewport()->grab(list()->visualRect(list()->model()->index(0, 0))).toImage();
      QSet<QRgb> seen;
      for (int y = 8; y < 40; ++y)
        for (int x = 10; x < 100; ++x) seen.insert(row.pixel(x, y));
      return seen.size();
    };
    QTRY_VERIFY(colours() > 20);
  }

  void useNowAddsTheModelToTheUsersOwnOnce() {
    QSignalSpy chosen(page_.get(), &ResultPage::modelChosen);
    QTest::mouseClick(child<QPushButton>("resultUse"), Qt::LeftButton);
    QTRY_COMPARE(chosen.size(), 1);
    const fs::path own = chosen[0][0].toString().toStdString();
    QCOMPARE(own.parent_path(), ownModelsFolder());
    QVERIFY(readFile(own) == readFile(run_.folder / "best.pt"));
    QTest::mouseClick(child<QPushButton>("resultUse"), Qt::LeftButton);
    QTRY_COMPARE(chosen.size(), 2);
    QCOMPARE(chosen[1][0].toString(), chosen[0][0].toString());
    QCOMPARE(ownModels().size(), size_t(1));
  }

  void theModelIsExportedWithItsCard() {
    QSignalSpy told(page_.get(), &ResultPage::told);
    page_->modelActions()->exportTo(QString::fromStdString((root_ / "mine.pt").string()),
                                    CardFormat::Markdown);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(readFile(root_ / "mine.pt") == readFile(run_.folder / "best.pt"));
    const QString card = QString::fromStdString(readFile(root_ / "mine-card.md"));
    QVERIFY(card.startsWith("# "));
    QVERIFY(card.contains("\n## Labels\n"));
    page_->modelActions()->exportTo(QString::fromStdString((root_ / "mine.pt").string()),
                                    CardFormat::Text);
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(fs::exists(root_ / "mine-card.txt"));
    page_->modelActions()->copyTo("/nowhere/at/all.pt");
    QTRY_COMPARE(told.size(), 3);
    QVERIFY(told[2][0].toString().contains("all.pt"));
  }

  void theCardIsShown() {
    QTest::mouseClick(child<QPushButton>("resultCard"), Qt::LeftButton);
    QTRY_VERIFY(page_->findChild<QDialog*>() != nullptr);
    page_->findChild<QDialog*>()->close();
  }

  void olderRunsSayWhatTheyDoNotHave() {
    json old = result();
    for (const char* key : {"best_predictions", "latency_ms"}) old.erase(key);
    show(old);
    chooseCell(2, 3);
    QCOMPARE(clipNames().size(), 3);
    QVERIFY(!child<QLabel>("clipsHint")->isVisible());
    chooseCell(1, 1);
    QCOMPARE(clipNames().size(), 0);
    QVERIFY(child<QLabel>("clipsHint")->isVisible());
    QCOMPARE(child<QLabel>("figureLatency")->text(), QString("–"));
  }

  void noiseThatTheTrainingMadeCannotBeCorrected() {
    const std::string own = (root_ / "set" / "background" / "1.wav").string();
    const json clips = json::array({predictionJson("/cache/background/pink.wav", 0, 1, 0.9, 0.05),
                                    predictionJson(own, 0, 1, 0.6, 0.3)});
    ConfusionMatrix matrix(2);
    matrix.add(0, 1, 2);
    show({{"best_confusion", confusionToJson(matrix, {"background", "dog"})},
          {"best_predictions", clips}});
    chooseCell(0, 1);
    auto* leaveOut = page_->findChild<QAction*>("clipLeaveOut");
    list()->setCurrentIndex(list()->model()->index(1, 0));
    QTRY_VERIFY(leaveOut->isEnabled());
    list()->setCurrentIndex(list()->model()->index(0, 0));
    QVERIFY(!leaveOut->isEnabled());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(clip(0, ClipListModel::VerdictRole), QString());
  }

  void aRunWithoutValidationShowsItsFigures() {
    show({{"finished", true}});
    QCOMPARE(view()->accessibleDescription(), QString("There are no validation clips."));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Right);
    QTest::keyClick(view(), Qt::Key_Return);
    QCOMPARE(clipNames().size(), 0);
  }

  /// Clips of several labels are not taken for one another.
  void aRunOfSeveralLabelsShowsItsFiguresAndClasses() {
    MadeRun several = run_;
    several.folder = root_ / "runs" / "several";
    several.multiLabel = true;
    several.settings["labels_per_clip"] = "multi";
    const json classes = {{{"label", "dog"},
                           {"targets", 7},
                           {"precision", 0.5},
                           {"recall", 0.25},
                           {"f1", 1.0 / 3.0},
                           {"average_precision", 0.6},
                           {"threshold", 0.4}},
                          {{"label", "rain"},
                           {"targets", 0},
                           {"precision", nullptr},
                           {"recall", nullptr},
                           {"f1", 0.0},
                           {"average_precision", nullptr},
                           {"threshold", 0.5}}};
    several.write({{"finished", true}, {"best_per_class", classes}});
    page_->showRun(several.folder);
    QTRY_COMPARE(child<QLabel>("figureAccuracy")->text(), QString("62.5%"));
    QCOMPARE(child<QLabel>("figureBalanced")->text(), QString("75.0%"));
    auto* tabs = child<QTabWidget>("resultTabs");
    QVERIFY(!tabs->isTabVisible(0) && tabs->currentIndex() != 0);
    auto* table = child<QTableView>("classFigures");
    QCOMPARE(table->model()->rowCount(), 2);
    table->setCurrentIndex(table->model()->index(0, 0));
    QCOMPARE(clipNames().size(), 0);
    QVERIFY(child<QLabel>("clipsHint")->text().contains("“Classes”"));
    // A run of one label per clip has its confusions again.
    page_->showRun(run_.folder);
    QTRY_VERIFY(tabs->isTabVisible(0));
    QCOMPARE(child<QLabel>("figureAccuracy")->text(), QString("80.0%"));
    QVERIFY(clipNames().size() > 0);
  }

  void whatIsDamagedIsToldAndTheModelCanStillBeUsed() {
    writeFileAtomically(run_.folder / "result.json", "{");
    page_->showRun(run_.folder);
    QTRY_VERIFY(page_->findChild<Banner*>()->text().contains("damaged"));
    QVERIFY(child<QPushButton>("resultUse")->isEnabled());
  }

  void fiveHundredClassesScrollAndFit() {
    constexpr int kMany = 500;
    ConfusionMatrix matrix(kMany);
    std::vector<std::string> labels;
    std::mt19937 random(3);
    for (int label = 0; label < kMany; ++label) {
      labels.push_back("class_" + std::to_string(label));
      matrix.add(label, label, 20);
      for (int i = 0; i < 4; ++i) matrix.add(label, int(random() % kMany));
    }
    ConfusionView view;
    view.resize(560, 420);
    view.show();
    view.setMatrix(matrix, labels);
    QVERIFY(view.cellPixels() >= view.fontMetrics().height());
    QVERIFY(view.horizontalScrollBar()->maximum() > 0);
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(view.current(), (ConfusionView::Cell{kMany - 1, kMany - 1}));
    QVERIFY(view.viewport()->rect().contains(view.rectOf(view.current())));
    view.grab();
    QTest::keyClick(&view, Qt::Key_0);
    QVERIFY(view.viewport()->rect().contains(view.rectOf({0, 0})));
    QVERIFY(view.viewport()->rect().adjusted(0, 0, 2, 2).contains(view.rectOf(view.current())));
    QElapsedTimer clock;
    clock.start();
    view.grab();
    QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
  }

  void itLooksWellInBothThemes() {
    const QString folder = qEnvironmentVariable("EARWITNESS_PICTURES");
    for (int i = 1; i <= 3; ++i) writeWav(fileOf(2, i), sine(400.0 * i, 2.0, 16000.0));
    chooseCell(2, 3);
    for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
      Theme theme;
      theme.setChoice(choice);
      QTRY_COMPARE(isDark(page_->palette()), choice == Theme::Choice::Dark);
      const QColor accent = themeColours(page_->palette()).accent;
      QCOMPARE(child<QLabel>("figureBalanced")->palette().color(QPalette::WindowText), accent);
      page_->grab();
      QTest::qWait(folder.isEmpty() ? 0 : 500);
      const QString name = choice == Theme::Choice::Dark ? "dark" : "light";
      if (!folder.isEmpty()) page_->grab().save(folder + "/result-" + name + ".png");
    }
  }

 private:
  template <typename T>
  T* child(const char* name) const {
    return page_->findChild<T*>(QString::fromLatin1(name));
  }
  ConfusionView* view() const { return child<ConfusionView>("confusionView"); }
  QListView* list() const { return child<QListView>("clipsList"); }
  QString clip(int row, int role) const {
    return list()->model()->index(row, 0).data(role).toString();
  }
  QStringList clipNames() const {
    QStringList names;
    for (int row = 0; row < list()->model()->rowCount(); ++row) names << clip(row, Qt::DisplayRole);
    return names;
  }
  std::string fileOf(int label, int number) const {
    return (root_ / "set" / kLabels[size_t(label)] / (std::to_string(number) + ".wav")).string();
  }
  Corrections onDisk() const { return Corrections::read(Corrections::fileOf(root_ / "set")); }

  void chooseCell(int target, int prediction) const {
    const QPoint place = view()->rectOf({target, prediction}).center();
    QVERIFY(view()->viewport()->rect().contains(place));
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, place);
  }
  void choose(const char* combo, const char* text) const {
    auto* box = child<QComboBox>(combo);
    const int index = box->findText(QString::fromLatin1(text));
    QVERIFY(index >= 0);
    box->setCurrentIndex(index);
  }
  void relabel(const char* text) const {
    QTest::keyClick(list(), Qt::Key_L);
    auto* dialog = page_->findChild<QInputDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->setTextValue(QString::fromLatin1(text));
    dialog->accept();
    QTRY_VERIFY(page_->findChild<QInputDialog*>() == nullptr);
    page_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page_.get()));
    list()->setFocus();
  }
  void show(const json& result) {
    run_.balancedAccuracy = 0.625;
    run_.write(result);
    page_->showRun(run_.folder);
    QTRY_COMPARE(child<QLabel>("figureBalanced")->text(), QString("62.5%"));
  }

  /// Three of four helicopters are called rain.
  json result() const {
    json all = json::array(), wrong = json::array();
    for (int i = 1; i <= 3; ++i)
      wrong.push_back(predictionJson(fileOf(2, i), 2, 3, 0.3 + 0.2 * i, 0.2 - 0.05 * i));
    all = wrong;
    all.push_back(predictionJson(fileOf(2, 4), 2, 2, 0.8, 0.8));
    for (const int label : {0, 1, 3, 4})
      for (int i = 1; i <= 2; ++i)
        all.push_back(predictionJson(fileOf(label, i), label, label, 0.95, 0.95));
    ConfusionMatrix matrix(int(kLabels.size()));
    for (const json& clip : all) matrix.add(clip["label"], clip["prediction"]);
    return {{"finished", true},
            {"latency_ms", 3.5},
            {"noise_check",
             {{"fires", 0.25},
              {"too_often", true},
              {"kinds", {{{"kind", "white"}, {"windows", 8}, {"fired", 2}, {"mostly", "rain"}}}}}},
            {"best_confusion", confusionToJson(matrix, kLabels)},
            {"best_misclassified", wrong},
            {"best_predictions", all}};
  }

  QTemporaryDir directory_;
  fs::path root_;
  MadeRun run_;
  std::unique_ptr<TestWorld> world_;
  std::unique_ptr<PlaybackHost> playback_;
  std::unique_ptr<ResultPage> page_;
};

int main(int argc, char** argv) {
  QStandardPaths::setTestModeEnabled(true);
  QApplication application(argc, argv);
  qRegisterMetaType<nlohmann::json>("nlohmann::json");
  const Theme theme;
  TestResultPage test;
  return QTest::qExec(&test, argc, argv);
}

#include "test_result_page.moc"
