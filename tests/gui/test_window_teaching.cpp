// SPDX-License-Identifier: GPL-3.0-or-later
// Teaching by pointing at a file, at the list and at the history, and the training that follows.
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QThreadPool>
#include <QtTest>

#include <nlohmann/json.hpp>

#include "app/gui/base/theme.h"
#include "app/gui/events/event_list_controller.h"
#include "app/gui/events/reviewer.h"
#include "app/gui/files/event_strip.h"
#include "app/gui/files/file_pane.h"
#include "app/gui/files/file_view.h"
#include "app/gui/files/overview_view.h"
#include "app/gui/files/timeline.h"
#include "app/gui/history/history_model.h"
#include "app/gui/history/history_page.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/teacher_host.h"
#include "app/gui/shell/main_window.h"
#include "app/gui/shell/status_line.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/teaching/taught_dialog.h"
#include "app/gui/teaching/teach_dialog.h"
#include "app/gui/training/settings/settings_page.h"
#include "app/gui/training/sounds/sounds_page.h"
#include "app/gui/training/studio/training_studio.h"
#include "app/gui/widgets/elided_label.h"
#include "core/monitoring/event_store.h"
#include "tests/gui/dropping.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/pictures.h"
#include "tests/gui/spectrum_classifier.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
namespace fs = std::filesystem;

namespace {

constexpr double kToneFrom = 3.0;  // s
constexpr double kToneTo = 5.0;

StoredEvent liveEvent(const std::string& label, const fs::path& clip, int minute) {
  StoredEvent event;
  event.source = "USB microphone";
  event.onsetUtcMs = 1'780'000'000'000 + int64_t(minute) * 60'000;
  event.offsetSeconds = 1.0;
  event.label = label;
  event.peakScore = 0.9F;
  event.modelName = "Test model";
  event.modelFingerprint = "0123456789abcdef";
  event.clip = clip.string();
  return event;
}

QAction* actionCalled(const QMenu& menu, const QString& text) {
  for (QAction* action : menu.actions())
    if (action->text().remove(u'&') == text) return action;
  return nullptr;
}

}  // namespace

class TestWindowTeaching : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    isolateSettings(*folder_);
    world_ = std::make_unique<TestWorld>();
    world_->classifier = std::make_shared<SpectrumClassifier>();
    theme_ = std::make_unique<Theme>();
    std::vector<float> samples = sine(300.0, 8.0, 16000.0, 0.001F);
    const std::vector<float> tone = sine(2000.0, kToneTo - kToneFrom, 16000.0);
    std::copy(tone.begin(), tone.end(), samples.begin() + long(kToneFrom * 16000.0));
    writeWav(path("kettle.wav"), samples);
    writeWav(path("clip.wav"), tone);
  }
  void cleanup() {
    world_->classifier->setReady(true);
    window_.reset();
    QThreadPool::globalInstance()->waitForDone();
  }

  void withNothingSelectedASentenceSaysWhatToDo() {
    open();
    askToTeach(*window_);
    QVERIFY(window_->findChild<TeachDialog*>() == nullptr);
    QTRY_VERIFY(message().startsWith("Select the sound first"));
  }

  void aSelectionInAFileIsTaught() {
    openFile();
    select(kToneFrom, kToneTo);
    view().timeline()->zoom(0.9, 4.0);
    askToTeach(*window_);
    QVERIFY(dialogSays("kettle.wav, 0:03.0 to 0:05.0"));
    keepPictures(*window_->findChild<TeachDialog*>(), "teach");
    answer("Kettle");
    QTRY_VERIFY(kettle() != nullptr);
    QCOMPARE(kettle()->examples.size(), size_t(1));
    QCOMPARE(kettle()->examples[0].origin, std::string("kettle.wav"));
    QVERIFY(std::abs(kettle()->examples[0].seconds - 2.0) < 0.05);
    // The file is analysed again, and the class is found in it; the view stays where it was.
    QTRY_VERIFY_WITH_TIMEOUT(hasEvent("Kettle"), 20000);
    QVERIFY(!view().timeline()->showsAll());
    QVERIFY(view().timeline()->hasSelection());
  }

  /// A short one gets what surrounds it.
  void aShortSelectionIsExtended() {
    openFile();
    select(4.0, 4.4);
    askToTeach(*window_);
    answer("Kettle");
    QTRY_VERIFY(kettle() != nullptr);
    QVERIFY(kettle()->examples[0].seconds >= 1.0);
  }

  void anEventOfAFileIsTaughtFromItsMenu() {
    world_->classifier->say({0.9F, 0.0F});
    openFile();
    QVERIFY(hasEvent("Dog"));
    const int64_t id = record().events.front().id;
    const QPoint place = view().events()->blockOf(id).center();
    const QPoint inView = view().events()->mapTo(&view(), place);
    QContextMenuEvent click(QContextMenuEvent::Mouse, inView, view().mapToGlobal(inView));
    QCoreApplication::sendEvent(&view(), &click);
    QCOMPARE(view().events()->track()->current(), std::optional(id));
    // The list has the same event selected, so that it can be judged.
    QTRY_COMPARE(list().currentIndex().row(), heard().rowCount() - 1);
    auto* menu = view().findChild<QMenu*>();
    QVERIFY(menu != nullptr && actionCalled(*menu, "Wrong") != nullptr);
    actionCalled(*menu, "Teach…")->trigger();
    menu->close();
    answer("Hound");
    QTRY_VERIFY(teacher().classes().find("Hound") != nullptr);
  }

  /// Each part of the window keeps its selection; the one that was used last is meant.
  void whatWasSelectedLastIsTaught() {
    world_->classifier->say({0.9F, 0.0F});
    openFile();
    select(kToneFrom, kToneTo);
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
                      list().visualRect(list().model()->index(0, 0)).center());
    askToTeach(*window_);
    QVERIFY(!dialogSays("0:03.0 to 0:05.0"));
    window_->findChild<TeachDialog*>()->reject();
    QTRY_VERIFY(window_->findChild<TeachDialog*>() == nullptr);
    activate(*window_);
    view().setFocus();
    askToTeach(*window_);
    QVERIFY(dialogSays("0:03.0 to 0:05.0"));
  }

  void wrongInAFileIsACounterExample() {
    openFile();
    select(kToneFrom, kToneTo);
    askToTeach(*window_);
    answer("Kettle");
    QTRY_VERIFY_WITH_TIMEOUT(hasEvent("Kettle"), 20000);
    QTRY_VERIFY(heard().rowCount() > 0);
    list().selectRow(0);
    QTest::keyClick(&list(), Qt::Key_N);
    QTRY_COMPARE(kettle()->counterExampleCount(), size_t(1));
    QTRY_COMPARE(record().state, FileUpdate::State::Done);
    // What is taken back is forgotten, and repeated, learned again.
    auto* undo = window_->findChild<EventListController*>()->reviewer()->undoStack();
    undo->undo();
    QTRY_COMPARE(kettle()->counterExampleCount(), size_t(0));
    undo->redo();
    QTRY_COMPARE(kettle()->counterExampleCount(), size_t(1));
    QCOMPARE(kettle()->exampleCount(), size_t(1));
  }

  /// A lesson during the analysis of a file counts for it as well.
  void aFileThatIsBeingAnalysedHasTheNewClass() {
    openFile();
    select(kToneFrom, kToneTo);
    world_->classifier->setReady(false);
    library().analyseAgain({record().id});
    QTRY_VERIFY(record().state == FileUpdate::State::Analysing ||
                record().state == FileUpdate::State::WaitingForModel);
    askToTeach(*window_);
    answer("Kettle");
    world_->classifier->setReady(true);
    QTRY_VERIFY_WITH_TIMEOUT(hasEvent("Kettle"), 20000);
  }

  /// The events of the file are others then, but what the user said of them stays.
  void aLessonLeavesTheReviewsInTheList() {
    world_->classifier->say({0.9F, 0.0F});
    openFile();
    QTRY_VERIFY(heard().rowCount() == 1 && heard().eventAt(0).rowId != 0);
    list().selectRow(0);
    QTest::keyClick(&list(), Qt::Key_Y);
    QCOMPARE(heard().eventAt(0).verdict, Verdict::Right);
    select(kToneFrom, kToneTo);
    askToTeach(*window_);
    answer("Kettle");
    QTRY_VERIFY_WITH_TIMEOUT(hasEvent("Kettle"), 20000);
    const auto verdictOfDog = [this] {
      for (int row = 0; row < heard().rowCount(); ++row)
        if (heard().eventAt(row).labelName == "Dog") return heard().eventAt(row).verdict;
      return Verdict::None;
    };
    QTRY_VERIFY(heard().rowCount() > 1);
    QTRY_COMPARE(verdictOfDog(), Verdict::Right);
  }

  void eventsOfTheHistoryAreTaught() {
    {
      EventStore store(EventStore::usualFile());
      store.put(liveEvent("Dog", {}, 0));
      store.put(liveEvent("Dog", path("clip.wav"), 1));
      StoredEvent ofFile = liveEvent("Siren", {}, 2);
      ofFile.live = false;
      ofFile.source = path("kettle.wav").string();
      ofFile.onsetSeconds = kToneFrom;
      ofFile.offsetSeconds = kToneTo;
      store.put(ofFile);
    }
    open();
    openHistory(3);
    auto* action = page().findChild<QAction*>("historyTeach");
    QVERIFY(!action->isEnabled());
    // The newest is first: that of a file, then the one with a clip.
    for (const int row : {0, 1}) {
      rows().selectRow(row);
      QVERIFY(action->isEnabled());
      askToTeach(rows());
      QVERIFY(dialogSays(row == 0 ? "kettle.wav, 0:03.0 to 0:05.0" : "USB microphone, "));
      answer("Kettle");
      QTRY_VERIFY(kettle() != nullptr && kettle()->examples.size() == size_t(row + 1));
    }
    QVERIFY(std::abs(kettle()->examples[0].seconds - 2.0) < 0.01);
    QCOMPARE(kettle()->examples[1].origin, std::string("USB microphone"));
    QTRY_VERIFY(historyMessage().contains("“Kettle” was learned"));
    keepPictures(page(), "history-teach");
    // Of the last one nothing was kept.
    rows().selectRow(2);
    askToTeach(rows());
    QVERIFY(page().findChild<TeachDialog*>() == nullptr);
    QVERIFY(historyMessage().startsWith("The audio of this event was not saved"));
  }

  void wrongInTheHistoryIsACounterExample() {
    {
      EventStore store(EventStore::usualFile());
      store.put(liveEvent("Kettle", {}, 0));
      store.put(liveEvent("Kettle", path("clip.wav"), 1));
      store.put(liveEvent("Dog", path("clip.wav"), 2));
    }
    open();
    teacher().teach({.sound = {.label = "Kettle", .file = path("kettle.wav")}, .origin = "here"},
                    nullptr);
    QTRY_VERIFY(kettle() != nullptr);
    openHistory(3);
    for (const int row : {0, 1}) {
      rows().selectRow(row);
      QTest::keyClick(&rows(), Qt::Key_N);
      const auto* events = static_cast<const HistoryModel*>(rows().model());
      QTRY_COMPARE(events->index(row, events->indexOf(EventColumn::Review)).data().toString(),
                   QString("✗ wrong"));
    }
    QTRY_COMPARE(kettle()->counterExampleCount(), size_t(1));  // a dog is none of its affair
    rows().selectRow(1);
    QTest::keyClick(&rows(), Qt::Key_Y);
    QTRY_COMPARE(kettle()->counterExampleCount(), size_t(0));
    QTRY_VERIFY(historyMessage().contains("is forgotten"));
    rows().selectRow(1);
    QTest::keyClick(&rows(), Qt::Key_N);
    QTRY_COMPARE(kettle()->counterExampleCount(), size_t(1));
    rows().selectRow(2);
    QTest::keyClick(&rows(), Qt::Key_N);
    QTRY_VERIFY(historyMessage().contains("cannot learn from this false alarm"));
    QCOMPARE(kettle()->counterExampleCount(), size_t(1));
  }

  void aTrainingOpensWithTheClips() {
    const fs::path model = fs::path(EARWITNESS_SOURCE_DIR) / "models/earwitness.pt";
    open(model);
    for (const char* name : {"Kettle", "Bell"})
      teacher().teach({.sound = {.label = name, .file = path("clip.wav")}, .origin = "here"},
                      nullptr);
    QTRY_COMPARE(teacher().classes().classes().size(), size_t(2));
    QTest::keyClick(window_.get(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = window_->findChild<TaughtDialog*>();
    QVERIFY(dialog != nullptr);
    for (auto* button : dialog->findChildren<QPushButton*>())
      if (button->text().remove(u'&') == "Train a model with these clips…")
        QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(window_->findChild<TrainingStudio*>() != nullptr);
    auto* studio = window_->findChild<TrainingStudio*>();
    QTRY_VERIFY(studio->isVisible() && studio->sounds()->request() != nullptr);
    QCOMPARE(studio->step(), TrainingStudio::Step::Sounds);
    const fs::path set = studio->sounds()->request()->root;
    QCOMPARE(set.filename().string(), std::string("Taught sounds"));
    for (const char* name : {"Kettle", "Bell"})
      QVERIFY(fs::exists(set / name) && !fs::is_empty(set / name));
    const auto settings = [studio] { return studio->settings()->request().settings; };
    QTRY_COMPARE(settings()["init"].get<std::string>(), model.string());
    QCOMPARE(settings()["freeze"].get<std::string>(), std::string("backbone"));
    QCOMPARE(settings()["data"]["root"].get<std::string>(), set.string());
    keepPictures(*studio, "taught-training");
  }

 private:
  fs::path path(const char* name) const { return folder_->filePath(name).toStdString(); }
  void open(const fs::path& model = "test.pt") {
    StartOptions options;
    options.model = model;
    options.listen = false;
    options.openSample = false;
    window_ = std::make_unique<MainWindow>(world_->backend(), options, theme_.get());
    window_->resize(1280, 800);
    window_->show();
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    QTRY_VERIFY(teacher().whyNot().isEmpty());
  }
  void openFile() {
    open();
    QVERIFY(drop(*window_, {QUrl::fromLocalFile(folder_->filePath("kettle.wav"))}));
    QTRY_VERIFY(!library().files().empty() && record().state == FileUpdate::State::Done);
    QTRY_VERIFY(view().timeline()->seconds() > 7.9);
  }
  void openHistory(int count) {
    QTest::keyClick(window_.get(), Qt::Key_H, Qt::ControlModifier);
    QVERIFY(QTest::qWaitForWindowActive(&page()));
    QTRY_COMPARE(rows().model()->rowCount(), count);
    rows().setFocus();
  }
  /// Drags over the file's picture.
  void select(double from, double to) {
    QWidget* picture = view().picture();
    const QRect plot = view().picture()->plotRect();
    const auto at = [&](double seconds) {
      return QPoint(int(std::lround(view().timeline()->xOf(seconds, plot))), plot.center().y());
    };
    QTest::mousePress(picture, Qt::LeftButton, {}, at(from));
    QTest::mouseMove(picture, (at(from) + at(to)) / 2);
    QTest::mouseMove(picture, at(to));
    QTest::mouseRelease(picture, Qt::LeftButton, {}, at(to));
    QVERIFY(std::abs(view().timeline()->selectedFrom() - from) < 0.02);
  }
  static void askToTeach(QWidget& widget) {
    QTest::keyClick(&widget, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
  }
  bool dialogSays(const QString& text) const {
    const auto* dialog = window_->findChild<TeachDialog*>();
    if (dialog == nullptr) return false;
    const auto labels = dialog->findChildren<ElidedLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const ElidedLabel* label) { return label->text().contains(text); });
  }
  /// Types the name, and presses Teach.
  void answer(const QString& name) {
    auto* dialog = window_->findChild<TeachDialog*>();
    QVERIFY(dialog != nullptr);
    QWidget* window = dialog->parentWidget()->window();
    auto* box = dialog->findChild<QComboBox*>();
    QTest::keyClicks(box, name);
    box->completer()->popup()->hide();
    for (auto* button : dialog->findChildren<QPushButton*>())
      if (button->isDefault()) QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(window_->findChild<TeachDialog*>() == nullptr);
    activate(*window);
  }
  /// What a window manager does when a dialog is closed.
  static void activate(QWidget& window) {
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
  }
  bool hasEvent(const std::string& label) const {
    const FileRecord& file = record();
    return file.state == FileUpdate::State::Done &&
           std::any_of(file.events.begin(), file.events.end(), [&](const Event& event) {
             return file.labels()[size_t(event.label)] == label;
           });
  }
  TeacherHost& teacher() const { return *window_->findChild<TeacherHost*>(); }
  const TaughtClass* kettle() const { return teacher().classes().find("Kettle"); }
  FileView& view() const { return *window_->findChild<FilePane*>()->view(); }
  FileLibrary& library() const { return *window_->findChild<FileLibrary*>(); }
  const FileRecord& record() const { return library().files().front(); }
  QTableView& list() const { return *window_->findChild<QTableView*>("heardTable"); }
  EventTableModel& heard() const { return *window_->findChild<EventTableModel*>(); }
  HistoryPage& page() const { return *window_->findChild<HistoryPage*>(); }
  QTableView& rows() const { return *page().findChild<QTableView*>(); }
  QString historyMessage() const {
    return page().findChild<ElidedLabel*>("historyMessage")->text();
  }
  QString message() const { return window_->findChild<StatusLine*>()->currentMessage(); }

  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<TestWorld> world_;
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<MainWindow> window_;
};

QTEST_MAIN(TestWindowTeaching)
#include "test_window_teaching.moc"
