// SPDX-License-Identifier: GPL-3.0-or-later
// The window from sounds to a model in use, as somebody goes through it who has never trained
// anything: a real screen, a real audio server, real trainings. Started by audio_server.sh and
// screen.sh. Where EARWITNESS_PICTURES names a folder, a picture of each step is left there, light
// and dark, for the guide.
#include <QApplication>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <algorithm>

#include "app/gui/base/application_identity.h"
#include "app/gui/base/language.h"
#include "app/gui/base/theme.h"
#include "app/gui/live/event_table.h"
#include "app/gui/services/backend.h"
#include "app/gui/services/live_session.h"
#include "app/gui/shell/main_window.h"
#include "app/gui/sound_view/event_feed.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/training/result/confusion_view.h"
#include "app/gui/training/result/result_page.h"
#include "app/gui/training/run/training_page.h"
#include "app/gui/training/run_library.h"
#include "app/gui/training/run_text.h"
#include "app/gui/training/run_watch.h"
#include "app/gui/training/runs/runs_page.h"
#include "app/gui/training/settings/cost_line.h"
#include "app/gui/training/settings/settings_page.h"
#include "app/gui/training/sounds/class_view.h"
#include "app/gui/training/sounds/record_dialog.h"
#include "app/gui/training/sounds/sounds_page.h"
#include "app/gui/training/studio/training_studio.h"
#include "app/gui/widgets/banner.h"
#include "tests/end_to_end/running_app.h"
#include "tests/gui/shown_dialog.h"

using namespace earwitness;
using namespace earwitness::gui;
using test::SyntheticSounds;
namespace fs = std::filesystem;

namespace {

using Step = TrainingStudio::Step;
constexpr int kRecordSeconds = 14;
constexpr int kRecordingMs = 60'000;
constexpr int kTrainingMs = 420'000;
const std::vector<std::string> kSounds = {"alarm", "knocking"};

QPushButton* buttonCalled(const QWidget* parent, const QString& text) {
  for (auto* button : parent->findChildren<QPushButton*>())
    if (button->text().remove(u'&') == text) return button;
  return nullptr;
}

void click(QWidget* widget) {
  QTest::mouseClick(widget, Qt::LeftButton);
}

}  // namespace

class TestTrainingStudio : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void cleanupTestCase() { window_.reset(); }
  void twoSoundsAreRecorded();
  void theyAreTrained();
  void aTrainingGoesOnWithoutItsWindow();
  void confusionsHaveTheirClips();
  void theModelTellsThemApart();
  void aSearchHasItsTable();

 private:
  TrainingStudio* studio() const { return window_->findChild<TrainingStudio*>(); }
  const RunView& run() const { return studio()->training()->watch().view(); }
  const EventTableModel& heard() const {
    return *qobject_cast<EventTableModel*>(window_->findChild<EventTable*>()->model());
  }
  fs::path sound(const std::string& label) const {
    return fs::path(folder_.path().toStdString()) / (label + ".wav");
  }
  void openStudio();
  void makeClass(const QString& name);
  void record(const std::string& label);
  void picture(const QString& name, QWidget* widget);
  QStringList openSounds() const;
  QString whatWasHeard() const;

  QTemporaryDir folder_;
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<MainWindow> window_;
};

void TestTrainingStudio::initTestCase() {
  setApplicationIdentity();
  speak(QStringLiteral("en"));
  const QByteArray programs =
      QByteArray::fromStdString(fs::path(EARWITNESS_CLI).parent_path().string());
  qputenv("PATH", programs + ":" + qgetenv("PATH"));
  SyntheticSounds unseen(4);
  for (const std::string& label : kSounds)
    SyntheticSounds::writeWave(sound(label), unseen.make(label, 120.0));
  theme_ = std::make_unique<Theme>();
  StartOptions options;
  options.openSample = false;
  window_ = std::make_unique<MainWindow>(realBackend(), options, theme_.get());
  window_->show();
  QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
  openStudio();
}

void TestTrainingStudio::openStudio() {
  click(window_->findChild<QToolButton*>("trainButton"));
  QVERIFY(QTest::qWaitForWindowActive(studio()));
}

void TestTrainingStudio::picture(const QString& name, QWidget* widget) {
  const QString folder = qEnvironmentVariable("EARWITNESS_PICTURES");
  if (folder.isEmpty()) return;
  for (const auto& [choice, ending] :
       {std::pair(Theme::Choice::Light, "-light"), std::pair(Theme::Choice::Dark, "")}) {
    theme_->setChoice(choice);
    QTest::qWait(400);  // pictures of clips are made once more
    QVERIFY(widget->grab().save(QStringLiteral("%1/%2%3.png").arg(folder, name, ending)));
  }
}

void TestTrainingStudio::makeClass(const QString& name) {
  const int before = studio()->sounds()->findChild<ClassView*>()->model()->rowCount();
  click(studio()->findChild<QPushButton*>("newClass"));
  QTRY_VERIFY(shownDialog<QInputDialog>() != nullptr);
  auto* line = shownDialog<QInputDialog>()->findChild<QLineEdit*>();
  QTest::keyClicks(line, name);
  QTest::keyClick(line, Qt::Key_Return);
  QTRY_COMPARE(studio()->sounds()->findChild<ClassView*>()->model()->rowCount(), before + 1);
}

/// What the microphone hears now goes into the chosen class.
void TestTrainingStudio::record(const std::string& label) {
  test::Player player(sound(label));
  click(studio()->findChild<QPushButton*>("recordClass"));
  QTRY_VERIFY(shownDialog<RecordDialog>() != nullptr);
  RecordDialog* recorder = shownDialog<RecordDialog>();
  recorder->findChild<QSpinBox*>("recordSeconds")->setValue(kRecordSeconds);
  click(recorder->findChild<QPushButton*>("record"));
  auto* clips = recorder->findChild<QListWidget*>("recordedClips");
  QTRY_VERIFY_WITH_TIMEOUT(clips->count() >= 5, kRecordingMs);
  if (label == kSounds.front()) picture("training-record", recorder);
  click(recorder->findChild<QPushButton*>("keepClips"));
  QTRY_VERIFY(shownDialog<RecordDialog>() == nullptr);
}

void TestTrainingStudio::twoSoundsAreRecorded() {
  picture("training-start", studio());
  click(studio()->findChild<QAbstractButton*>("startRecord"));
  QTRY_VERIFY(studio()->findChild<QPushButton*>("newClass")->isVisible());
  for (const std::string& label : kSounds) {
    makeClass(QString::fromStdString(label));
    record(label);
  }
  const auto classes = [this] {
    const DataReport* report = studio()->sounds()->report();
    return report == nullptr ? std::vector<DataReport::Class>() : report->classes;
  };
  QTRY_COMPARE_WITH_TIMEOUT(classes().size(), size_t(2), kRecordingMs);
  for (const auto& its : classes()) QVERIFY2(its.clips >= 5, its.name.c_str());
  QVERIFY(studio()->sounds()->findChild<Banner*>()->text().isEmpty());
  picture("training-sounds", studio());
}

void TestTrainingStudio::theyAreTrained() {
  click(studio()->findChild<QPushButton*>("soundsNext"));
  QCOMPARE(studio()->step(), Step::Settings);
  QTRY_VERIFY_WITH_TIMEOUT(studio()->settings()->obstacle().isEmpty(), kTrainingMs);
  auto* cost = studio()->settings()->findChild<CostLine*>();
  QTRY_VERIFY_WITH_TIMEOUT(!cost->answer().is_null(), kTrainingMs);
  picture("training-settings", studio());
  auto* tabs = studio()->settings()->findChild<QTabWidget*>();
  tabs->setCurrentIndex(1);
  picture("training-options", studio());
  tabs->setCurrentIndex(0);

  QTest::keyClick(studio()->settings(), Qt::Key_Return, Qt::ControlModifier);
  QTRY_COMPARE_WITH_TIMEOUT(studio()->step(), Step::Training, kTrainingMs);
  QTRY_VERIFY_WITH_TIMEOUT(run().epochs.size() >= 2, kTrainingMs);
  QVERIFY(studio()->training()->watch().isRunning());

  click(buttonCalled(studio()->training(), "Pause"));
  QTRY_COMPARE_WITH_TIMEOUT(studio()->training()->state(), RunState::Paused, kTrainingMs);
  const size_t before = run().epochs.size();
  QVERIFY(before < size_t(run().epochsPlanned));
  click(buttonCalled(studio()->training(), "Resume"));
  QTRY_VERIFY_WITH_TIMEOUT(run().epochs.size() > before + 1, kTrainingMs);
  picture("training-curves", studio());
}

void TestTrainingStudio::aTrainingGoesOnWithoutItsWindow() {
  const bool wasRunning = studio()->training()->watch().isRunning();
  studio()->close();
  if (wasRunning) {
    QTRY_VERIFY(shownDialog<QMessageBox>() != nullptr);
    click(buttonCalled(shownDialog<QMessageBox>(), "Leave it running"));
  }
  QTRY_VERIFY(!studio()->isVisible());
  openStudio();
  QCOMPARE(studio()->step(), Step::Training);
  QTRY_COMPARE_WITH_TIMEOUT(studio()->training()->state(), RunState::Finished, kTrainingMs);
  QCOMPARE(int(run().epochs.size()), run().epochsPlanned);
}

void TestTrainingStudio::confusionsHaveTheirClips() {
  click(buttonCalled(studio()->training(), "Show result"));
  QCOMPARE(studio()->step(), Step::Result);
  auto* matrix = studio()->result()->findChild<ConfusionView*>();
  auto* clips = studio()->result()->findChild<QListView*>("clipsList");
  QTRY_VERIFY(studio()->result()->findChild<QPushButton*>("resultUse")->isEnabled());
  matrix->setFocus();
  matrix->setCurrent({0, 0});
  QTest::keyClick(matrix, Qt::Key_Return);
  QTRY_VERIFY(clips->model()->rowCount() > 0);
  QVERIFY(clips->model()->index(0, 0).data().toString().contains(QLatin1String("alarm")));
  picture("training-result", studio());
}

void TestTrainingStudio::theModelTellsThemApart() {
  click(studio()->result()->findChild<QPushButton*>("resultUse"));
  // The new model's process has to start first.
  const auto* session = window_->findChild<LiveSession*>();
  const auto isNew = [session] {
    if (!session->classifier()) return false;
    const std::vector<std::string>& labels = session->classifier()->description().labels;
    return std::find(labels.begin(), labels.end(), kSounds.back()) != labels.end();
  };
  QTRY_VERIFY_WITH_TIMEOUT(isNew(), kTrainingMs);
  // What the model makes of silence is its own affair, and may be one of the two: an event that
  // goes on from before has no new row.
  for (const std::string& label : kSounds) {
    const test::Player player(sound(label));
    QTRY_VERIFY2_WITH_TIMEOUT(openSounds() == QStringList{QString::fromStdString(label)},
                              qPrintable(label.c_str() + whatWasHeard()), kTrainingMs);
  }
}

/// Of events that go on, in lower case.
QStringList TestTrainingStudio::openSounds() const {
  QStringList open;
  for (int row = 0; row < heard().rowCount(); ++row)
    if (heard().eventAt(row).open) open << heard().eventAt(row).label.toLower();
  return open;
}

QString TestTrainingStudio::whatWasHeard() const {
  QString text;
  for (int row = 0; row < heard().rowCount(); ++row) {
    const EventRow& event = heard().eventAt(row);
    text += QStringLiteral("\n%1 from %2 s for %3 s, score %4%5")
                .arg(event.label)
                .arg(event.onsetSeconds)
                .arg(event.seconds)
                .arg(double(event.score))
                .arg(event.open ? ", goes on" : "");
  }
  return text;
}

void TestTrainingStudio::aSearchHasItsTable() {
  nlohmann::json settings = run().settings;
  settings["epochs"] = 9;
  studio()->training()->start({.settings = settings, .searchTrials = 3, .name = "three tries"});
  auto* table = studio()->findChild<QAbstractItemView*>("searchTable");
  QTRY_VERIFY(table->isVisible());
  QTRY_COMPARE(table->model()->rowCount(), 3);
  auto* summary = studio()->findChild<QLabel*>("searchSummary");
  const fs::path folder = [] {
    for (const fs::path& found : foldersIn(runsFolder()))
      if (runTitle(found) == "three tries") return found;
    return fs::path();
  }();
  QVERIFY(!folder.empty());
  QTRY_VERIFY2_WITH_TIMEOUT(fs::exists(folder / "result.json"), qPrintable(summary->text()),
                            kTrainingMs);
  picture("training-search", studio());
  studio()->setStep(Step::Runs);
  auto* runs = studio()->runs()->findChild<QAbstractItemView*>("runTable");
  QTRY_COMPARE(runs->model()->rowCount(), 2);
  runs->selectAll();
  picture("training-runs", studio());
}

QTEST_MAIN(TestTrainingStudio)
#include "test_training_studio.moc"
