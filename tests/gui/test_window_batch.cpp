// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>
#include <ctime>
#include <set>

#include <nlohmann/json.hpp>

#include "app/gui/base/theme.h"
#include "app/gui/files/batch_pane.h"
#include "app/gui/files/cursor_overlay.h"
#include "app/gui/files/detail_reader.h"
#include "app/gui/files/event_strip.h"
#include "app/gui/files/file_pane.h"
#include "app/gui/files/file_table.h"
#include "app/gui/files/file_table_model.h"
#include "app/gui/files/file_view.h"
#include "app/gui/files/overview_view.h"
#include "app/gui/files/timeline.h"
#include "app/gui/files/waveform_view.h"
#include "app/gui/services/file_library.h"
#include "app/gui/shell/main_window.h"
#include "app/gui/shell/status_line.h"
#include "app/gui/widgets/sentence_view.h"
#include "tests/gui/dropping.h"
#include "tests/gui/gui_test_support.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
using State = FileUpdate::State;

namespace {

/// Says class 0 loudly where the window is loud, so that a file's events lie where its sound does.
class LoudnessClassifier : public TestClassifier {
 public:
  using TestClassifier::TestClassifier;
  void classify(std::span<const float> window, std::span<float> scores) override {
    TestClassifier::classify(window, scores);
    double sum = 0.0;
    for (const float value : window) sum += double(value);
    const double meanDb = sum / double(window.size());
    std::fill(scores.begin(), scores.end(), 0.01F);
    scores[0] = meanDb > -60.0 ? 0.8F : 0.1F;
  }
};

}  // namespace

class TestWindowBatch : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    settings_ = std::make_unique<QTemporaryDir>();
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(settings_->isValid() && folder_->isValid());
    isolateSettings(*settings_);
    world_ = std::make_unique<TestWorld>();
    theme_ = std::make_unique<Theme>();
  }

  void cleanup() {
    window_.reset();
    world_->classifier->setReady(true);
    QThreadPool::globalInstance()->waitForDone();
  }

  void twoHundredFilesAreCancelledAndContinued() {
    world_->classifier->setReady(false);
    world_->classifier->say({0.9F, 0.1F, 0.0F, 0.0F, 0.0F, 0.0F});
    open();
    QVERIFY(drop(*window_, {manyFiles(200)}));
    QTRY_COMPARE(rows(), 200);
    QVERIFY(pane().showsList());
    QTRY_VERIFY(pane().list()->progressText().contains("of 200"));
    QTRY_VERIFY(countIn(State::WaitingForModel) > 0);

    press("cancelFiles");
    QTRY_COMPARE(countIn(State::Cancelled), 200);
    QTRY_VERIFY(pane().list()->progressText().contains("200 cancelled"));
    QVERIFY(!button("cancelFiles").isVisible());

    world_->classifier->setReady(true);
    QTRY_VERIFY(button("continueFiles").isVisible());
    press("continueFiles");
    QTRY_COMPARE_WITH_TIMEOUT(countIn(State::Done), 200, 60000);
    QTRY_COMPARE(cell(0, FileTableModel::State), QString("Done"));
    QCOMPARE(cell(0, FileTableModel::TopSound), QString("Dog"));
    QCOMPARE(cell(0, FileTableModel::TopScore), QString("90%"));
    QCOMPARE(cell(0, FileTableModel::Sounds), QString("1"));
    QVERIFY(cell(0, FileTableModel::BestSound).startsWith("Dog"));
  }

  void pausedFilesGoOn() {
    open();
    library().setPaused(true);
    QVERIFY(drop(*window_, {manyFiles(5)}));
    QTRY_COMPARE(rows(), 5);
    QTRY_VERIFY(pane().list()->progressText().contains("paused"));
    QCOMPARE(countIn(State::Waiting), 5);
    QCOMPARE(button("pauseFiles").text(), QString("Resume"));
    press("pauseFiles");
    QTRY_COMPARE(countIn(State::Done), 5);
  }

  void oneBadFileHoldsNobodyUp() {
    open();
    wav("good.wav", 1.0);
    wav("vanishing.wav", 1.0);
    wav("cut.wav", 2.0);
    std::filesystem::resize_file(path("cut.wav"), 20000);
    std::ofstream(path("empty.wav"));
    std::ofstream(path("letter.wav")) << "Dear Sir, this is no sound at all.";
    library().setPaused(true);
    QVERIFY(drop(*window_, {QUrl::fromLocalFile(folder_->path())}));
    QTRY_COMPARE(rows(), 5);
    std::filesystem::remove(path("vanishing.wav"));
    press("pauseFiles");
    QTRY_COMPARE(countIn(State::Failed), 3);
    QTRY_COMPARE(countIn(State::Done), 2);  // what is left of a cut file is analysed
    for (const FileRecord& file : library().files()) {
      if (file.state == State::Done) continue;
      QVERIFY2(file.error.contains(file.title) && file.error.endsWith('.'), qPrintable(file.error));
    }
    // It can be tried again once it is there.
    wav("vanishing.wav", 1.0);
    QTRY_VERIFY(button("continueFiles").isVisible());
    press("continueFiles");
    QTRY_COMPARE(countIn(State::Done), 3);
    QTRY_COMPARE(countIn(State::Failed), 2);
  }

  void aFileThatGrewIsReadAnew() {
    open();
    QVERIFY(drop(*window_, {wav("growing.wav", 1.0)}));
    QTRY_COMPARE(countIn(State::Done), 1);
    QVERIFY(std::abs(library().files()[0].seconds - 1.0) < 0.01);
    wav("growing.wav", 3.0);
    library().analyseAgain({library().files()[0].id});
    QTRY_VERIFY(std::abs(library().files()[0].seconds - 3.0) < 0.01);
    QTRY_COMPARE(countIn(State::Done), 1);
  }

  void rowsAreSortedAndFiltered() {
    world_->classifier->say({0.1F, 0.9F, 0.0F, 0.0F, 0.0F, 0.0F});
    open();
    QVERIFY(drop(*window_, {wav("b.wav", 1.0), wav("a.wav", 3.0), wav("c.wav", 2.0)}));
    QTRY_COMPARE(countIn(State::Done), 3);
    table().sortByColumn(FileTableModel::Length, Qt::DescendingOrder);
    QTRY_COMPARE(names(), QStringList({"a.wav", "c.wav", "b.wav"}));
    table().sortByColumn(FileTableModel::Name, Qt::AscendingOrder);
    QCOMPARE(names(), QStringList({"a.wav", "b.wav", "c.wav"}));

    auto* text = window_->findChild<QLineEdit*>("fileFilterText");
    QTest::keyClicks(text, "C.WA");
    QCOMPARE(names(), QStringList({"c.wav"}));
    text->clear();
    QTest::keyClicks(text, "siren");
    QCOMPARE(rows(), 3);
    text->clear();
    auto* kind = window_->findChild<QComboBox*>("fileFilterKind");
    kind->setCurrentIndex(kind->findText("Dog"));
    QCOMPARE(rows(), 0);
    kind->setCurrentIndex(kind->findText("Siren"));
    QCOMPARE(rows(), 3);
    kind->setCurrentIndex(kind->findText("Not analysed"));
    QCOMPARE(rows(), 0);
  }

  void chosenFilesAreRemoved() {
    open();
    QVERIFY(drop(*window_, {wav("a.wav", 1.0), wav("b.wav", 1.0), wav("c.wav", 1.0)}));
    QTRY_COMPARE(countIn(State::Done), 3);
    table().selectRow(1);
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Delete);
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(names(), QStringList({"a.wav", "c.wav"}));
    QVERIFY(library().find(pane().shownId()) != nullptr);
  }

  void thirtyThousandRowsStayInStep() {
    FileLibrary many;
    many.setPaused(true);
    FileTableModel model(&many);
    FileFilter filter(&model);
    std::vector<NewFile> files;
    for (int i = 0; i < 30000; ++i)
      files.push_back({.path = "/nowhere/" + std::to_string(i) + ".wav", .bytes = 1, .title = {}});
    const int first = many.add(files);
    QCOMPARE(filter.rowCount(), 30000);
    QCOMPARE(many.progress().files, 30000);
    many.cancelAll();
    QCOMPARE(many.progress().cancelled, 30000);
    QCOMPARE(model.rowOf(first + 29999), 29999);
    filter.setText("999.wav");
    QCOMPARE(filter.rowCount(), 30);
  }

  /// Ten times the files take about ten times as long; a hundred times, when each is looked for
  /// among all.
  void thirtyThousandFilesAreHandledAtOnce() {
    const double few = std::max(secondsToHandle(3'000), 1e-3);
    const double many = secondsToHandle(30'000);
    QVERIFY2(many < 40.0 * few, qPrintable(QString("%1 s, %2 s").arg(few).arg(many)));
  }

  void soundsAreExportedAndReadBack() {
    world_->classifier->say({0.9F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    open();
    QVERIFY(drop(*window_, {wav("one.wav", 2.0), wav("two.wav", 3.0)}));
    QTRY_COMPARE(countIn(State::Done), 2);
    const std::filesystem::path lines = path("sounds.jsonl");
    exportTo(1, false, lines);
    std::ifstream file(lines);
    std::vector<nlohmann::json> events;
    for (std::string line; std::getline(file, line);) events.push_back(nlohmann::json::parse(line));
    QCOMPARE(events.size(), size_t(2));
    for (const nlohmann::json& event : events) QCOMPARE(event.at("label"), "dog");

    exportTo(2, true, path("labels"));
    for (const char* name : {"one.txt", "two.txt"}) {
      std::ifstream labels(path("labels") / name);
      double start = -1.0;
      double end = -1.0;
      labels >> start >> end;
      QVERIFY2(labels && start >= 0.0 && end > start, name);
    }
  }

  void anExportThatCannotBeWrittenSaysSo() {
    open();
    QVERIFY(drop(*window_, {wav("one.wav", 1.0), wav("two.wav", 1.0)}));
    QTRY_COMPARE(countIn(State::Done), 2);
    QTRY_VERIFY(button("exportFiles").isEnabled());
    press("exportFiles");
    auto* dialog = window_->findChild<QDialog*>("exportDialog");
    QVERIFY(dialog != nullptr);
    dialog->findChild<QLineEdit*>("exportTarget")->setText("/proc/nowhere/sounds.csv");
    QTest::mouseClick(dialog->findChild<QPushButton*>("exportWrite"), Qt::LeftButton);
    auto* problem = dialog->findChild<SentenceView*>("exportProblem");
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->sentence().endsWith('.'), qPrintable(problem->sentence()));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(window_->findChild<QDialog*>("exportDialog") == nullptr);
  }

  void otherRulesMakeOtherEventsWithoutAnalysis() {
    world_->classifier->say({0.4F, 0.6F, 0.0F, 0.0F, 0.0F, 0.0F});
    open();
    QVERIFY(drop(*window_, {wav("a.wav", 3.0), wav("b.wav", 3.0)}));
    QTRY_COMPARE(countIn(State::Done), 2);
    for (const FileRecord& file : library().files()) QCOMPARE(labelsOf(file), std::set<int>({1}));
    const int calls = world_->classifier->calls();

    EventSettings rules;
    rules.windowSeconds = 1.0;
    rules.rules.assign(6, {.onThreshold = 0.3F, .offThreshold = 0.2F});
    library().setRules(rules);
    QTRY_COMPARE(labelsOf(library().files()[0]), std::set<int>({0, 1}));
    QTRY_COMPARE(labelsOf(library().files()[1]), std::set<int>({0, 1}));
    rules.rules.assign(6, {.onThreshold = 0.9F, .offThreshold = 0.8F});
    library().setRules(rules);
    QTRY_VERIFY(library().files()[0].events.empty() && library().files()[1].events.empty());
    QVERIFY(!library().files()[0].nearMisses.empty());
    QCOMPARE(world_->classifier->calls(), calls);
    // And for those that come later.
    QVERIFY(drop(*window_, {wav("c.wav", 3.0)}));
    QTRY_COMPARE(countIn(State::Done), 3);
    QVERIFY(library().files()[2].events.empty());
  }

  void theCursorFollowsWhatIsPlayed() {
    open();
    QVERIFY(drop(*window_, {wav("a.wav", 4.0)}));
    QTRY_COMPARE(countIn(State::Done), 1);
    auto* play = window_->findChild<QToolButton*>("playFile");
    QTRY_VERIFY(play->isEnabled());
    const int before = view().cursor()->cursorX();
    QTest::mouseClick(play, Qt::LeftButton);
    QCOMPARE(speaker().played.size(), size_t(1));
    QCOMPARE(speaker().played[0].path, path("a.wav"));
    speaker().position = 2.0;
    QTRY_COMPARE(view().timeline()->cursor(), 2.0);
    QVERIFY(view().cursor()->cursorX() > before + 50);
    QTest::mouseClick(play, Qt::LeftButton);
    QVERIFY(speaker().paused);
    QTest::mouseClick(play, Qt::LeftButton);
    QVERIFY(!speaker().paused);

    // A click is another position.
    const QRect plot = view().picture()->plotRect();
    QTest::mouseClick(view().picture(), Qt::LeftButton, {},
                      QPoint(plot.x() + plot.width() / 4, plot.center().y()));
    QVERIFY(std::abs(speaker().position - 1.0) < 0.02);

    speaker().error = Message("No loudspeaker was found. Plug one in.");
    speaker().finished = true;
    QTRY_VERIFY(!view().player()->isActive());
    QTRY_VERIFY(window_->findChild<StatusLine*>()->currentMessage().contains("loudspeaker"));
  }

  void eventsAreSteppedThroughAndHeard() {
    world_->classifier = std::make_shared<LoudnessClassifier>(describe({"dog", "siren"}));
    open();
    QVERIFY(drop(*window_, {burstsWav("bursts.wav")}));
    QTRY_COMPARE(countIn(State::Done), 1);
    QTRY_VERIFY(view().events()->track()->size() >= 2);
    const std::vector<Event> events = library().files()[0].events;
    QVERIFY(events.size() >= 2);
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_Right);
    QCOMPARE(view().events()->track()->current(), std::optional<int64_t>(events[0].id));
    QCOMPARE(view().timeline()->selectedFrom(), events[0].onsetSeconds);
    QTest::keyClick(&view(), Qt::Key_P);
    QCOMPARE(speaker().played.size(), size_t(1));
    QCOMPARE(speaker().played[0].toSeconds, events[0].offsetSeconds);

    const QRect block = view().events()->blockOf(events[1].id);
    QVERIFY(!block.isEmpty());
    QTest::mouseClick(view().events(), Qt::LeftButton, {}, block.center());
    QCOMPARE(speaker().played.size(), size_t(2));
    QVERIFY(std::abs(speaker().played[1].fromSeconds - (events[1].onsetSeconds - 0.2)) < 1e-6);
  }

  void aDragSelectsAndTheWheelZooms() {
    open();
    QVERIFY(drop(*window_, {wav("a.wav", 4.0)}));
    QTRY_COMPARE(countIn(State::Done), 1);
    QWidget* waveform = view().waveform();
    const QRect plot = view().waveform()->plotRect();
    const QPoint from(plot.x() + plot.width() / 4, plot.center().y());
    const QPoint to(plot.x() + plot.width() / 2, plot.center().y());
    QTest::mousePress(waveform, Qt::LeftButton, {}, from);
    QTest::mouseMove(waveform, (from + to) / 2);
    QTest::mouseMove(waveform, to);
    QTest::mouseRelease(waveform, Qt::LeftButton, {}, to);
    QVERIFY(std::abs(view().timeline()->selectedFrom() - 1.0) < 0.02);
    QVERIFY(std::abs(view().timeline()->selectedTo() - 2.0) < 0.02);

    wheel(*waveform, from, 120, Qt::ControlModifier);
    QVERIFY(view().timeline()->span() < 3.3);
    const double start = view().timeline()->from();
    wheel(*waveform, from, -120, Qt::NoModifier);
    QVERIFY(view().timeline()->from() > start);
    QTest::keyClick(&view(), Qt::Key_0);
    QVERIFY(view().timeline()->showsAll());
  }

  void aStretchOfALongFileIsReadSharp() {
    open();
    const double seconds = 120.0;  // 9601 frames in at most 4096 columns
    QVERIFY(drop(*window_, {wav("long.wav", seconds)}));
    QTRY_COMPARE_WITH_TIMEOUT(countIn(State::Done), 1, 30000);
    QVERIFY(view().detail()->picture() == nullptr);
    view().timeline()->show(60.0, 62.0);
    QTRY_VERIFY(view().detail()->picture() != nullptr &&
                view().detail()->picture()->endSeconds() > 62.0);
    const auto detail = view().detail()->picture();
    QVERIFY(detail->startSeconds <= 60.0 && detail->startSeconds > 58.0);
    QCOMPARE(detail->spectrogram.framesPerColumn(), 1L);
    QTRY_VERIFY(!view().picture()->detailImage().isNull());
    view().timeline()->showAll();
    QVERIFY(view().detail()->picture() == nullptr);
  }

  void everyControlHasAName() {
    open();
    for (const QWidget* widget : pane().findChildren<QWidget*>()) {
      if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&pane())) continue;
      const auto* button = qobject_cast<const QAbstractButton*>(widget);
      QVERIFY2(
          !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()),
          widget->metaObject()->className());
    }
  }

 private:
  /// Processor time of this thread: what others do to the machine does not count.
  static double ownSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
  }

  /// Of so many files, all chosen: each is preferred, cancelled, taken back and removed.
  static double secondsToHandle(int count) {
    FileLibrary library;
    library.setPaused(true);
    FileTableModel model(&library);
    FileFilter filter(&model);
    FileTable table(&filter);
    std::vector<NewFile> files;
    for (int i = 0; i < count; ++i)
      files.push_back({.path = "/nowhere/" + std::to_string(i * 7919 % count) + ".wav",
                       .bytes = 1,
                       .title = {}});
    const int first = library.add(files);
    // Chosen, then in another order: as many stretches of the selection as there are files.
    table.selectAll();
    table.sortByColumn(FileTableModel::Name, Qt::AscendingOrder);
    const double before = ownSeconds();
    std::vector<int> ids = table.chosen();
    [&] {
      QCOMPARE(ids.size(), size_t(count));
      for (int i = 0; i < count; ++i) library.refresh(first + i);
      library.cancel(ids);
      QCOMPARE(library.progress().cancelled, count);
      library.analyseAgain(ids);
      QCOMPARE(library.progress().cancelled, 0);
      library.cancelAll();
      library.continueAll();
      library.setPaused(true);
      library.remove(ids);
      QCOMPARE(library.progress().files, 0);
      QCOMPARE(table.model()->rowCount(), 0);
    }();
    return ownSeconds() - before;
  }

  void open() {
    StartOptions options;
    options.model = "test.pt";
    options.listen = false;
    options.openSample = false;
    window_ = std::make_unique<MainWindow>(world_->backend(), options, theme_.get());
    window_->resize(1280, 900);
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    QTRY_VERIFY(window_->findChild<StatusLine*>()->modelText() != "No model");
  }

  std::filesystem::path path(const QString& name) const {
    return folder_->filePath(name).toStdString();
  }
  QUrl wav(const QString& name, double seconds) const {
    writeWav(path(name), sine(700.0, seconds, 16000.0));
    return QUrl::fromLocalFile(folder_->filePath(name));
  }
  /// Two seconds of sound from the third and from the tenth second on.
  QUrl burstsWav(const QString& name) const {
    std::vector<float> samples(16000 * 16, 0.0F);
    for (const size_t second : {3, 10})
      for (size_t i = 0; i < 32000; ++i)
        samples[second * 16000 + i] = float((i * 7919) % 1000) / 1000.0F - 0.5F;
    writeWav(path(name), samples);
    return QUrl::fromLocalFile(folder_->filePath(name));
  }
  QUrl manyFiles(int count) const {
    QDir(folder_->path()).mkpath("many");
    for (int i = 0; i < count; ++i)
      writeWav(path(QStringLiteral("many/%1.wav").arg(i, 3, 10, QChar(u'0'))),
               sine(400.0 + i, 0.3, 16000.0));
    return QUrl::fromLocalFile(folder_->filePath("many"));
  }

  void exportTo(int format, bool filePerSource, const std::filesystem::path& target) {
    QTRY_VERIFY(button("exportFiles").isEnabled());
    press("exportFiles");
    auto* dialog = window_->findChild<QDialog*>("exportDialog");
    QVERIFY(dialog != nullptr);
    dialog->findChild<QComboBox*>("exportFormat")->setCurrentIndex(format);
    if (filePerSource) dialog->findChild<QRadioButton*>("exportFilePerSource")->click();
    dialog->findChild<QLineEdit*>("exportTarget")->setText(QString::fromStdString(target.string()));
    QTest::mouseClick(dialog->findChild<QPushButton*>("exportWrite"), Qt::LeftButton);
    QTRY_VERIFY(window_->findChild<QDialog*>("exportDialog") == nullptr);
  }

  static void wheel(QWidget& widget, const QPoint& where, int delta, Qt::KeyboardModifiers keys) {
    QWheelEvent event(where, widget.mapToGlobal(where), {}, QPoint(0, delta), Qt::NoButton, keys,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
  }

  static std::set<int> labelsOf(const FileRecord& file) {
    std::set<int> labels;
    for (const Event& event : file.events) labels.insert(event.label);
    return labels;
  }

  QPushButton& button(const char* name) const { return *window_->findChild<QPushButton*>(name); }
  void press(const char* name) const { QTest::mouseClick(&button(name), Qt::LeftButton); }
  FilePane& pane() const { return *window_->findChild<FilePane*>(); }
  FileView& view() const { return *pane().view(); }
  FileTable& table() const { return *pane().list()->table(); }
  FileLibrary& library() const { return *window_->findChild<FileLibrary*>(); }
  TestLoudspeaker& speaker() const { return world_->loudspeaker; }
  int rows() const { return table().model()->rowCount(); }
  QString cell(int row, int column) const {
    return table().model()->index(row, column).data().toString();
  }
  QStringList names() const {
    QStringList names;
    for (int row = 0; row < rows(); ++row) names.append(cell(row, FileTableModel::Name));
    return names;
  }
  int countIn(State state) const {
    return int(std::count_if(library().files().begin(), library().files().end(),
                             [state](const FileRecord& file) { return file.state == state; }));
  }

  std::unique_ptr<QTemporaryDir> settings_;
  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<TestWorld> world_;
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<MainWindow> window_;
};

QTEST_MAIN(TestWindowBatch)
#include "test_window_batch.moc"
