// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QComboBox>
#include <QDragLeaveEvent>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTreeView>
#include <fstream>
#include <random>

#include "app/gui/base/theme.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/training/sound_set.h"
#include "app/gui/training/sounds/class_card.h"
#include "app/gui/training/sounds/record_dialog.h"
#include "app/gui/training/sounds/sounds_page.h"
#include "app/gui/training/sounds/start_pane.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/elided_label.h"
#include "core/audio/audio_file.h"
#include "tests/gui/dropping.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/heartbeat.h"
#include "tests/gui/shown_dialog.h"

using namespace earwitness;
using namespace earwitness::gui;
namespace fs = std::filesystem;

namespace {

constexpr double kRate = 16000.0;

/// A sound that is like no other.
void writeSound(const fs::path& file, int number, double seconds = 0.5) {
  fs::create_directories(file.parent_path());
  test::writeWav(file, test::sine(200.0 + 7.0 * number, seconds, kRate));
}

QList<QUrl> urls(const std::vector<fs::path>& paths) {
  QList<QUrl> list;
  for (const fs::path& path : paths)
    list << QUrl::fromLocalFile(QString::fromStdString(path.string()));
  return list;
}

size_t soundsIn(const fs::path& folder) {
  if (!fs::exists(folder)) return 0;
  return size_t(std::count_if(fs::directory_iterator(folder), fs::directory_iterator(),
                              [](const auto& entry) { return looksLikeAudioFile(entry.path()); }));
}

}  // namespace

/// The page on which the sounds for a training come together.
class TestSoundsPage : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
  void init() {
    home_ = std::make_unique<QTemporaryDir>();
    test::isolateSettings(*home_);
    world_ = std::make_unique<test::TestWorld>();
    played_ = 0;
    Backend backend = world_->backend();
    backend.playSamples = [this](std::vector<float> samples, double, double) {
      played_ = samples.size();
      return world_->loudspeaker.play("samples", 0.0, 0.0);
    };
    playback_ = std::make_unique<PlaybackHost>(backend);
    page_ = std::make_unique<SoundsPage>(backend, playback_.get());
    page_->resize(1000, 600);
    page_->show();
    page_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page_.get()));
  }
  void cleanup() {
    page_.reset();
    playback_.reset();
  }

  void beginsWithFourWays() {
    QVERIFY(child<StartPane>("soundsStart")->isVisible());
    for (const char* name : {"startFolder", "startRecord", "startExample", "startOwnSet"})
      QVERIFY(child<QAbstractButton>(name)->isVisible());
    QVERIFY(!child<QAbstractButton>("startOwnSet")->isEnabled());
    QVERIFY(page_->request() == nullptr && page_->report() == nullptr);
    QVERIFY(!child<QPushButton>("soundsNext")->isEnabled());
    // A set that is there is offered.
    makeSoundSet("Workshop");
    page_->hide();
    page_->show();
    QTRY_VERIFY(child<QAbstractButton>("startOwnSet")->isEnabled());
    child<QMenu>("startSets")->actions().front()->trigger();
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(child<QComboBox>("soundSets")->currentText(), QString("Workshop"));
  }

  void aFolderIsDropped() {
    const fs::path root = makeFolders();
    const QSignalSpy changed(page_.get(), &SoundsPage::dataChanged);
    const QSignalSpy next(page_.get(), &SoundsPage::nextAsked);
    QVERIFY(test::drop(*page_, urls({root})));
    QTRY_VERIFY(page_->report() != nullptr);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(page_->request()->root, root);
    QCOMPARE(rows(), 2);
    QCOMPARE(cardText(0), QString("Dog bark, 14 clips, 7.0 s"));
    QCOMPARE(cardText(1), QString("Siren, 3 clips, 1.5 s"));
    QVERIFY(child<ElidedLabel>("dataSummary")->text().startsWith("2 classes · 17 clips"));
    QVERIFY(child<ElidedLabel>("dataSummary")->text().endsWith("one folder per class"));
    // Not the user's own: nothing can be changed in it.
    QVERIFY(!child<QPushButton>("newClass")->isVisible());
    QVERIFY(!child<QPushButton>("deleteClip")->isVisible());
    QTest::mouseClick(child<QPushButton>("soundsNext"), Qt::LeftButton);
    QCOMPARE(next.count(), 1);
  }

  void problemsAreListedByKind() {
    const fs::path root = makeFolders();
    std::ofstream(root / "siren" / "broken.wav") << "RIFF nothing";
    test::writeWav(root / "siren" / "silent.wav", std::vector<float>(8000, 0.0F));
    fs::copy_file(root / "siren" / "1.wav", root / "dog_bark" / "copy.wav");
    page_->open(root);
    QTRY_VERIFY(page_->report() != nullptr);
    auto* tabs = child<QTabWidget>("soundsTabs");
    QVERIFY2(tabs->tabText(1).startsWith("Problems ("), qPrintable(tabs->tabText(1)));
    tabs->setCurrentIndex(1);
    auto* view = child<QTreeView>("problems");
    const QAbstractItemModel* model = view->model();
    QCOMPARE(model->rowCount(), 3);
    QCOMPARE(text(model->index(0, 0)), QString("Broken (1)"));
    QCOMPARE(text(model->index(0, 0, model->index(0, 0))), QString("siren/broken.wav"));
    QVERIFY(view->isExpanded(model->index(0, 0)));
    auto* kinds = child<QComboBox>("problemKinds");
    QCOMPARE(kinds->itemText(0), QString("All kinds (3)"));
    kinds->setCurrentIndex(kinds->findText("Duplicate (1)"));
    QCOMPARE(model->rowCount(), 1);
    kinds->setCurrentIndex(0);
    QTest::keyClicks(child<QLineEdit>("problemSearch"), "SILENT");
    QCOMPARE(model->rowCount(), 1);
    // EventFeed from the list.
    view->setCurrentIndex(model->index(0, 0, model->index(0, 0)));
    QTest::mouseClick(child<QPushButton>("playProblem"), Qt::LeftButton);
    QCOMPARE(world_->loudspeaker.played.back().path, root / "siren" / "silent.wav");
    const QString notes = child<QLabel>("dataNotes")->text();
    QVERIFY2(notes.contains("Few clips: “Siren”"), qPrintable(notes));
    QVERIFY2(notes.contains("No background"), qPrintable(notes));
  }

  void classesThatLookAlikeAreJoined() {
    const fs::path root = makeFolders();
    for (int i = 0; i < 2; ++i) writeSound(root / "Siren " / (std::to_string(i) + ".wav"), 60 + i);
    page_->open(root);
    QTRY_VERIFY(page_->report() != nullptr);
    QCOMPARE(rows(), 3);
    child<QTabWidget>("soundsTabs")->setCurrentIndex(1);
    const QAbstractItemModel* model = child<QTreeView>("problems")->model();
    QCOMPARE(text(model->index(0, 0)), QString("Similar class names (1)"));
    auto* join = child<QPushButton>("joinAlike");
    QVERIFY(join->isVisible());
    QTest::mouseClick(join, Qt::LeftButton);
    QTRY_COMPARE(rows(), 2);
    QTRY_VERIFY(page_->report() != nullptr && page_->report()->classes.size() == 2);
    QVERIFY(page_->request()->joinAlike);
    QTRY_VERIFY(!join->isVisible());
    QVERIFY(fs::exists(root / "Siren " / "0.wav"));  // the files stay where they are
  }

  /// The folders' names are labels only if somebody says so.
  void aTableThatCannotBeUsedIsShown() {
    const fs::path root = makeFolders();
    std::ofstream(root / "labels.csv") << "file,label\nC:\\x\\nothing.wav,owl\n";
    page_->open(root);
    QTRY_VERIFY(page_->report() != nullptr);
    QVERIFY(!child<QPushButton>("soundsNext")->isEnabled());
    QVERIFY2(banner().contains("labels.csv"), qPrintable(banner()));
    child<QTabWidget>("soundsTabs")->setCurrentIndex(1);
    const QAbstractItemModel* model = child<QTreeView>("problems")->model();
    QCOMPARE(text(model->index(0, 0)), QString("Tables not used (1)"));
    auto* folders = child<QPushButton>("useFolders");
    QVERIFY(folders->isVisible());
    QTest::mouseClick(folders, Qt::LeftButton);
    QTRY_VERIFY(child<QPushButton>("soundsNext")->isEnabled());
    QCOMPARE(page_->request()->layout, Layout::Folders);
    QTRY_VERIFY(!folders->isVisible());
  }

  void stretchesOfFilesAreClips() {
    const fs::path root = home() / "segments";
    writeSound(root / "long.wav", 1, 4.0);
    writeSound(root / "other.wav", 2, 4.0);
    std::ofstream(root / "labels.csv") << "file,start,end,label\nlong.wav,0,1.5,dog\n"
                                          "long.wav,2,3,cat\nother.wav,0,1,dog\n"
                                          "other.wav,1,2,cat\n";
    page_->open(root);
    QTRY_VERIFY(page_->report() != nullptr);
    QCOMPARE(rows(), 2);
    QCOMPARE(cardText(1), QString("Dog, 2 clips, 2.5 s"));
    view()->setCurrentIndex(view()->model()->index(1, 0));
    auto* clips = child<QListView>("clips");
    QTRY_COMPARE(clips->model()->rowCount(), 2);
    QCOMPARE(text(clips->model()->index(0, 0)), QString("long.wav (0–1.5 s)"));
    clips->setCurrentIndex(clips->model()->index(0, 0));
    QTest::mouseClick(child<QPushButton>("playClip"), Qt::LeftButton);
    QCOMPARE(world_->loudspeaker.played.back().path, root / "long.wav");
    QCOMPARE(world_->loudspeaker.played.back().toSeconds, 1.5);
  }

  void imbalanceAndLeakageAreSentences() {
    const fs::path root = home() / "table";
    std::ofstream table;
    fs::create_directories(root);
    table.open(root / "all.csv");
    table << "path,label,fold,source\n";
    for (int i = 0; i < 60; ++i) {
      writeSound(root / (std::to_string(i) + ".wav"), i, 0.2);
      table << i << ".wav," << (i < 50 ? "dog" : "cat") << ',' << 1 + i % 2 << ','
            << (i < 2 ? "yard" : std::to_string(i)) << '\n';
    }
    table.close();
    page_->open(root / "all.csv");
    QTRY_VERIFY(page_->report() != nullptr);
    QVERIFY(child<ElidedLabel>("dataSummary")->text().endsWith("a table"));
    const QString notes = child<QLabel>("dataNotes")->text();
    QVERIFY2(notes.contains("“Dog” has 50 clips, “Cat” only 10"), qPrintable(notes));
    QVERIFY2(notes.contains("Data leakage: 1 recording is"), qPrintable(notes));
    QVERIFY2(notes.contains("0.wav in fold 1, 1.wav in fold 2"), qPrintable(notes));
  }

  void whatIsNoDataSetIsTold() {
    const fs::path root = makeFolders();
    page_->open(home() / "nowhere");
    QTRY_VERIFY(banner().contains("nowhere"));
    QVERIFY(child<StartPane>("soundsStart")->isVisible());
    page_->open(root);
    QTRY_VERIFY(page_->report() != nullptr);
    QVERIFY(banner().isEmpty());
    // What is shown stays where the next cannot be opened.
    fs::create_directories(home() / "empty");
    page_->open(home() / "empty");
    QTRY_VERIFY(banner().contains("contains no audio files"));
    QCOMPARE(page_->request()->root, root);
    QCOMPARE(rows(), 2);
    QVERIFY(test::drop(*page_, urls({root / "siren" / "1.wav"})));
    QVERIFY(banner().contains("Drop the folder"));
  }

  void classesAreMadeAndFilledByDrops() {
    startOwn();
    QCOMPARE(cardText(0), QString("Background, no clips yet"));
    QVERIFY(child<QLabel>("soundsHint")->text().contains("two classes"));
    makeClass("dog/cat");
    QTRY_COMPARE(rows(), 2);
    QVERIFY(fs::is_directory(set() / "dog-cat"));
    QCOMPARE(view()->currentIndex().row(), 1);

    const fs::path outside = home() / "outside";
    for (int i = 0; i < 3; ++i) writeSound(outside / (std::to_string(i) + ".wav"), i);
    writeSound(outside / "below" / "3.wav", 3);
    std::ofstream(outside / "notes.txt") << "no sound";
    dropOnCard(1, {outside / "0.wav"});
    QTRY_COMPARE(cardText(1), QString("Dog-cat, 1 clip, 0.5 s"));
    dropOnCard(1, {outside, outside / "notes.txt"});
    QTRY_COMPARE(cardText(1), QString("Dog-cat, 5 clips, 2.5 s"));
    QCOMPARE(soundsIn(set() / "dog-cat"), size_t(5));
    QVERIFY(banner().contains("notes.txt"));
    QCOMPARE(soundsIn(outside), size_t(3));  // copied, not moved
    QVERIFY(page_->request() != nullptr);
    QVERIFY(!child<QPushButton>("soundsNext")->isEnabled());

    dropOnCard(0, {outside / "2.wav"});
    QTRY_COMPARE(cardText(0), QString("Background, 1 clip, 0.5 s"));
    QTRY_VERIFY(child<QPushButton>("soundsNext")->isEnabled());
    QCOMPARE(page_->request()->layout, Layout::Folders);
  }

  void awkwardNamesAreRefusedInASentence() {
    startOwn();
    for (const char* name : {"..", "", "BACKGROUND"}) {
      makeClass(QString::fromUtf8(name));
      QTRY_VERIFY2(!banner().isEmpty(), name);
      QCOMPARE(rows(), 1);
      child<Banner>({})->setText({});
    }
    makeClass(QStringLiteral("🐶"));
    QTRY_COMPARE(rows(), 2);
    QVERIFY(fs::is_directory(set() / "🐶"));
  }

  void deletedClipsComeBack() {
    startOwn();
    for (int i = 0; i < 4; ++i) writeSound(set() / "dog" / (std::to_string(i) + ".wav"), i);
    page_->checkAgain();
    QTRY_COMPARE(rows(), 2);
    view()->setCurrentIndex(view()->model()->index(1, 0));
    auto* clips = child<QListView>("clips");
    QTRY_COMPARE(clips->model()->rowCount(), 4);
    clips->setFocus();
    clips->setCurrentIndex(clips->model()->index(1, 0));
    clips->selectionModel()->select(clips->model()->index(2, 0), QItemSelectionModel::Select);
    QTest::keyClick(clips, Qt::Key_Delete);
    QTRY_COMPARE(clips->model()->rowCount(), 2);
    QVERIFY(!fs::exists(set() / "dog" / "1.wav") && !fs::exists(set() / "dog" / "2.wav"));
    QCOMPARE(child<QPushButton>("soundsUndo")->text(), QString("Undo deleting 2 clips"));

    // The way back leads into the class under its new name.
    view()->setFocus();
    QTest::mouseClick(child<QPushButton>("renameClass"), Qt::LeftButton);
    answer("hound");
    QTRY_VERIFY(fs::is_directory(set() / "hound"));
    QTRY_COMPARE(cardText(1).section(',', 0, 0), QString("Hound"));
    page_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page_.get()));
    QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(soundsIn(set() / "hound"), size_t(4));
    QTRY_COMPARE(clips->model()->rowCount(), 4);
    QVERIFY(!child<QPushButton>("soundsUndo")->isVisible());

    // A whole class.
    QTest::mouseClick(child<QPushButton>("deleteClass"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 1);
    QVERIFY(!fs::exists(set() / "hound"));
    QTest::mouseClick(child<QPushButton>("soundsUndo"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(soundsIn(set() / "hound"), size_t(4));
  }

  void setsAreChosenMadeAndRenamed() {
    startOwn();
    auto* sets = child<QComboBox>("soundSets");
    QTest::mouseClick(child<QPushButton>("newSet"), Qt::LeftButton);
    answer("Workshop");
    QTRY_COMPARE(sets->currentText(), QString("Workshop"));
    QTRY_COMPARE(sets->count(), 2);
    QTest::mouseClick(child<QPushButton>("renameSet"), Qt::LeftButton);
    answer("Garage/2");
    QTRY_COMPARE(sets->currentText(), QString("Garage-2"));
    QVERIFY(!fs::exists(soundsFolder() / "Workshop"));
    QTRY_COMPARE(sets->count(), 2);
    QTest::mouseClick(child<QPushButton>("newSet"), Qt::LeftButton);
    answer("garage-2");
    QTRY_VERIFY(banner().contains("already"));
    sets->setCurrentIndex(sets->findText("My sounds"));
    const QSignalSpy changed(page_.get(), &SoundsPage::dataChanged);
    emit sets->activated(sets->currentIndex());
    QTRY_VERIFY(changed.count() > 0);
    makeClass("dog");
    QTRY_VERIFY(fs::is_directory(soundsFolder() / "My sounds" / "dog"));
    QVERIFY(!fs::exists(soundsFolder() / "Garage-2" / "dog"));
  }

  void aSetIsDeletedAndComesBack() {
    startOwn();
    QTest::mouseClick(child<QPushButton>("newSet"), Qt::LeftButton);
    answer("Workshop");
    auto* sets = child<QComboBox>("soundSets");
    QTRY_COMPARE(sets->currentText(), QString("Workshop"));
    writeSound(soundsFolder() / "Workshop" / "saw" / "1.wav", 1);
    QTRY_COMPARE(sets->count(), 2);
    const auto press = [&](const QString& text) {
      QTest::mouseClick(child<QPushButton>("removeSet"), Qt::LeftButton);
      QTRY_VERIFY(shownDialog<QMessageBox>() != nullptr);
      for (QAbstractButton* button : shownDialog<QMessageBox>()->buttons())
        if (button->text().remove('&') == text) return QTest::mouseClick(button, Qt::LeftButton);
      QFAIL("no such button");
    };
    press("Cancel");
    QTRY_VERIFY(shownDialog<QMessageBox>() == nullptr);
    QVERIFY(fs::exists(soundsFolder() / "Workshop" / "saw" / "1.wav"));
    press("Move to trash");
    QTRY_VERIFY(!fs::exists(soundsFolder() / "Workshop"));
    QTRY_VERIFY(child<StartPane>("soundsStart")->isVisible());
    QVERIFY(page_->request() == nullptr);
    QVERIFY(!child<QPushButton>("soundsNext")->isVisible());
    QTRY_COMPARE(sets->count(), 1);
    QTRY_COMPARE(child<QPushButton>("soundsUndo")->text(), QString("Undo deleting “Workshop”"));
    page_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(page_.get()));
    QTRY_VERIFY(child<StartPane>("soundsStart")->focusProxy()->hasFocus());
    QTest::keyClick(page_->focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(sets->currentText(), QString("Workshop"));
    QTRY_COMPARE(soundsIn(soundsFolder() / "Workshop" / "saw"), size_t(1));
    QTRY_COMPARE(sets->count(), 2);
  }

  void theRoomIsRecorded() {
    startOwn();
    // On the card itself.
    const QRect item = view()->visualRect(view()->model()->index(0, 0));
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, ClassCard::picture(item).center());
    QTRY_VERIFY(shownDialog<RecordDialog>() != nullptr);
    auto* box = shownDialog<RecordDialog>();
    auto* seconds = box->findChild<QSpinBox*>("recordSeconds");
    QCOMPARE(seconds->value(), 20);
    seconds->setValue(1);
    QCOMPARE(seconds->value(), 2);
    seconds->setValue(100);
    QCOMPARE(seconds->value(), 30);
    seconds->setValue(4);
    recordSound(box, test::sine(440.0, 5.0, kRate, 0.0001F));
    auto* list = box->findChild<QListWidget*>("recordedClips");
    QTRY_COMPARE(list->count(), 2);  // of two seconds each, however quiet
    QTest::mouseClick(box->findChild<QPushButton*>("keepClips"), Qt::LeftButton);
    QTRY_COMPARE(cardText(0), QString("Background, 2 clips, 4.0 s"));
    QCOMPARE(soundsIn(set() / "background"), size_t(2));
    for (const auto& entry : fs::directory_iterator(set() / "background"))
      QCOMPARE(AudioFileReader(entry.path()).frames(), long(2 * kRate));
  }

  void soundsAreRecordedHeardAndDeleted() {
    startOwn();
    makeClass("dog");
    QTRY_COMPARE(rows(), 2);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_R);
    QTRY_VERIFY(shownDialog<RecordDialog>() != nullptr);
    auto* box = shownDialog<RecordDialog>();
    QVERIFY(box->windowTitle().contains("Dog"));
    auto* keep = box->findChild<QPushButton*>("keepClips");
    QVERIFY(!keep->isEnabled());
    box->findChild<QSpinBox*>("recordSeconds")->setValue(10);
    std::vector<float> barks(size_t(10 * kRate), 0.0F);
    for (const double at : {0.5, 4.0, 8.0}) {
      const auto bark = test::sine(700.0, 0.4, kRate);
      std::copy(bark.begin(), bark.end(), barks.begin() + long(at * kRate));
    }
    recordSound(box, barks);
    auto* list = box->findChild<QListWidget*>("recordedClips");
    QTRY_COMPARE(list->count(), 3);
    QCOMPARE(keep->text().remove('&'), QString("Keep 3 clips"));
    QTRY_VERIFY(!list->item(2)->icon().isNull());
    list->setCurrentRow(1);
    QTest::mouseClick(box->findChild<QPushButton*>("playRecorded"), Qt::LeftButton);
    QCOMPARE(played_, size_t(2 * kRate));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(list->count(), 2);
    // Leaving would lose them.
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(shownDialog<QMessageBox>() != nullptr);
    QVERIFY(shownDialog<QMessageBox>()->text().contains("2 recorded clips"));
    shownDialog<QMessageBox>()->reject();
    QTRY_VERIFY(shownDialog<QMessageBox>() == nullptr);
    QVERIFY(box->isVisible());
    QTest::mouseClick(keep, Qt::LeftButton);
    QTRY_COMPARE(soundsIn(set() / "dog"), size_t(2));
    QTRY_COMPARE(cardText(1), QString("Dog, 2 clips, 4.0 s"));
    QTRY_VERIFY(shownDialog<RecordDialog>() == nullptr);
  }

  void aMicrophoneThatIsMissingIsTold() {
    world_->microphone.setPresent(false);
    startOwn();
    QTest::mouseClick(child<QPushButton>("recordClass"), Qt::LeftButton);
    auto* box = shownDialog<RecordDialog>();
    QVERIFY(box != nullptr);
    auto* problem = box->findChild<Banner*>();
    QTRY_VERIFY(problem->text().contains("No microphone found"));
    // It is plugged in, and pulled out again while it records.
    world_->microphone.setPresent(true);
    QTest::mouseClick(box->findChild<QPushButton*>("record"), Qt::LeftButton);
    auto* big = box->findChild<QLabel*>("recordCount");
    QTRY_COMPARE(big->text(), QString("3"));
    world_->microphone.setPresent(false);
    QTRY_VERIFY(problem->text().contains("was disconnected"));
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(shownDialog<RecordDialog>() == nullptr);
    QCOMPARE(soundsIn(set() / "background"), size_t(0));
  }

  void theExampleIsMade() {
    QTest::mouseClick(child<QAbstractButton>("startExample"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(page_->report() != nullptr, 60000);
    QCOMPARE(rows(), 8);  // with the background's card
    QCOMPARE(page_->report()->classes.size(), size_t(7));
    QCOMPARE(page_->report()->dataSet.clips.size(), size_t(140));
    QVERIFY(child<QPushButton>("soundsNext")->isEnabled());
    QVERIFY(isOwnSet(page_->request()->root));
    for (const auto& entry : fs::directory_iterator(soundsFolder()))
      QCOMPARE(entry.path().filename().string(), std::string("Example"));
  }

  void cardsPlayTheirFirstClip() {
    const fs::path root = makeFolders();
    page_->open(root);
    QTRY_COMPARE(rows(), 2);
    const QRect item = view()->visualRect(view()->model()->index(1, 0));
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, ClassCard::playButton(item).center());
    QCOMPARE(world_->loudspeaker.played.size(), size_t(1));
    QCOMPARE(world_->loudspeaker.played[0].path, root / "siren" / "1.wav");
    QVERIFY(playback_->playing());
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Space);  // once more stops it
    QVERIFY(!playback_->playing());
  }

  void aCheckIsCancelledAndTakenUpAgain() {
    const fs::path root = makeFolders();
    const fs::path sound = root / "siren" / "long.wav";
    writeSound(sound, 5, 20.0);
    for (int i = 0; i < 1500; ++i)
      fs::create_hard_link(sound, root / "siren" / ("l" + std::to_string(i) + ".wav"));
    page_->open(root);
    auto* bar = child<QProgressBar>("soundsProgress");
    QTRY_VERIFY(bar->isVisible() && bar->value() > 0);
    QVERIFY(page_->request() != nullptr && page_->report() == nullptr);
    QTest::mouseClick(child<QPushButton>("soundsCancel"), Qt::LeftButton);
    QVERIFY(!bar->isVisible());
    QVERIFY(page_->report() == nullptr);
    auto* again = child<QPushButton>("checkAgain");
    QVERIFY(again->isVisible());
    QVERIFY(child<QPushButton>("soundsNext")->isEnabled());
    for (int i = 0; i < 1500; ++i) fs::remove(root / "siren" / ("l" + std::to_string(i) + ".wav"));
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY(page_->report() != nullptr);
    QVERIFY(!again->isVisible());
    QCOMPARE(page_->report()->dataSet.clips.size(), size_t(18));
  }

  /// Processor time of the GUI thread: what others do to the machine does not count.
  void thirtyThousandFilesDoNotHoldTheWindowUp() {
    const fs::path root = home() / "thousands";
    for (int i = 0; i < 30'000; ++i) {
      const fs::path folder = root / ("class " + std::to_string(i % 50));
      if (i < 50) fs::create_directories(folder);
      test::writeWav(folder / (std::to_string(i) + ".wav"),
                     {float(i % 251) / 251.0F, float(i % 509) / 509.0F, 0.1F}, int(kRate));
    }
    auto* bar = child<QProgressBar>("soundsProgress");
    const test::Heartbeat heartbeat;
    QVERIFY(test::drop(*page_, urls({root})));
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible() && bar->value() > 0, 60'000);
    QVERIFY(child<QPushButton>("soundsCancel")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(page_->report() != nullptr, 120'000);
    QCOMPARE(rows(), 50);
    qInfo("GUI thread's longest block: %.1f ms, of which its own work %.1f ms",
          heartbeat.longestWallMs(), heartbeat.longestOwnMs());
    QVERIFY(heartbeat.longestOwnMs() < test::kLongestBlockMs);
  }

  void fiveHundredClassesAreCardsThatScroll() {
    const fs::path root = home() / "many";
    for (int i = 0; i < 500; ++i) writeSound(root / std::to_string(1000 + i) / "a.wav", i, 0.1);
    page_->open(root);
    QTRY_VERIFY_WITH_TIMEOUT(page_->report() != nullptr, 30000);
    QCOMPARE(rows(), 500);
    view()->scrollToBottom();
    view()->setCurrentIndex(view()->model()->index(499, 0));
    QTRY_VERIFY(
        view()->viewport()->rect().intersects(view()->visualRect(view()->model()->index(499, 0))));
    QCOMPARE(child<QLabel>("clipsTitle")->text(), QString("1499: 1 clip"));
  }

  void aStretchOfTheLivePictureBecomesAClip() {
    const QSignalSpy told(page_.get(), &SoundsPage::told);
    const AudioHistory::Segment stretch{
        .samples = test::sine(500.0, 1.5, 48000.0), .sampleRate = 48000.0, .startSeconds = 3.0};
    page_->addStretch("dog", stretch);
    QTRY_COMPARE(rows(), 2);  // the standard set is opened, as nothing was
    QCOMPARE(soundsIn(set() / "dog"), size_t(1));
    const fs::path file = fs::directory_iterator(set() / "dog")->path();
    QCOMPARE(AudioFileReader(file).frames(), 72000L);
    QCOMPARE(AudioFileReader(file).sampleRate(), 48000.0);
    page_->addStretch("DOG", stretch);
    QTRY_COMPARE(soundsIn(set() / "dog"), size_t(2));
    page_->addStretch("..", stretch);
    QTRY_VERIFY(!banner().isEmpty());
    page_->addStretch("dog", {});
    QTRY_VERIFY(banner().contains("no longer available"));
    // A data set that is not the user's own is left alone.
    const fs::path root = makeFolders();
    page_->open(root);
    QTRY_VERIFY(page_->request() != nullptr && page_->request()->root == root);
    page_->addStretch("siren", stretch);
    QTRY_COMPARE(soundsIn(set() / "siren"), size_t(1));
    QCOMPARE(page_->request()->root, root);
    QCOMPARE(soundsIn(root / "siren"), size_t(3));
    QTRY_VERIFY(told.last()[0].toString().contains("“Siren” in “My sounds”"));
  }

  void aDataSetIsCopiedToBeChanged() {
    const fs::path root = makeFolders();
    page_->open(root);
    QTRY_VERIFY(page_->report() != nullptr);
    QTest::mouseClick(child<QPushButton>("copySet"), Qt::LeftButton);
    answer("Mine");
    QTRY_COMPARE(rows(), 3);  // with the background's card
    QCOMPARE(soundsIn(soundsFolder() / "Mine" / "dog_bark"), size_t(14));
    QCOMPARE(soundsIn(root / "dog_bark"), size_t(14));
    QVERIFY(child<QPushButton>("newClass")->isVisible());
  }

  void everythingHasAName() {
    startOwn();
    for (const QWidget* widget : page_->findChildren<QWidget*>()) {
      if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
      const auto* button = qobject_cast<const QAbstractButton*>(widget);
      const bool isNamed = !widget->accessibleName().isEmpty() ||
                           (button != nullptr && !button->text().isEmpty()) ||
                           qobject_cast<const QTabWidget*>(widget) != nullptr ||
                           qobject_cast<const QTabWidget*>(widget->parentWidget()) != nullptr;
      QVERIFY2(isNamed, qPrintable(widget->objectName() + " " + widget->metaObject()->className()));
    }
  }

 private:
  template <typename Widget>
  Widget* child(const QString& name) const {
    return page_->findChild<Widget*>(name);
  }
  fs::path home() const { return home_->path().toStdString(); }
  fs::path set() const { return soundsFolder() / "My sounds"; }
  QAbstractItemView* view() const { return child<QAbstractItemView>("classCards"); }
  int rows() const { return view()->model()->rowCount(); }
  QString cardText(int row) const {
    return view()
        ->model()
        ->index(row, 0)
        .data(Qt::AccessibleTextRole)
        .toString()
        .replace(QStringLiteral(" · "), QStringLiteral(", "));
  }
  static QString text(const QModelIndex& index) { return index.data().toString(); }
  QString banner() const {
    return page_->findChild<Banner*>(QString(), Qt::FindDirectChildrenOnly)->text();
  }

  /// Two classes: 14 clips and 3.
  fs::path makeFolders() const {
    const fs::path root = home() / "folders";
    for (int i = 0; i < 14; ++i)
      writeSound(root / "dog_bark" / (std::to_string(10 + i) + ".wav"), i);
    for (int i = 1; i < 4; ++i) writeSound(root / "siren" / (std::to_string(i) + ".wav"), 100 + i);
    return root;
  }

  void startOwn() {
    QTest::mouseClick(child<QAbstractButton>("startRecord"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 1);
  }
  void makeClass(const QString& name) {
    QTest::mouseClick(child<QPushButton>("newClass"), Qt::LeftButton);
    answer(name);
  }
  static void answer(const QString& text) {
    QTRY_VERIFY(shownDialog<QInputDialog>() != nullptr);
    auto* box = shownDialog<QInputDialog>();
    box->setTextValue(text);
    box->accept();
    QTRY_VERIFY(shownDialog<QInputDialog>() == nullptr);
  }

  /// The events of a file manager's drag over a card.
  void dropOnCard(int row, const std::vector<fs::path>& paths) {
    QWidget* viewport = view()->viewport();
    const QPoint at = view()->visualRect(view()->model()->index(row, 0)).center();
    QMimeData data;
    data.setUrls(urls(paths));
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(viewport, &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(viewport, &move);
    QVERIFY(move.isAccepted());
    QDropEvent drop(QPointF(at), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(viewport, &drop);
    QVERIFY(drop.isAccepted());
  }

  /// Presses the button, waits for the countdown, and plays the sound into the microphone.
  void recordSound(RecordDialog* box, const std::vector<float>& samples) {
    auto* button = box->findChild<QPushButton*>("record");
    auto* big = box->findChild<QLabel*>("recordCount");
    QTRY_COMPARE(button->text().remove('&'), QString("Start recording"));
    world_->microphone.play(test::sine(900.0, 0.1, kRate));  // before the countdown: not recorded
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(big->text(), QString("3"));
    QTRY_COMPARE(big->text(), QString("1"));
    QTRY_COMPARE(big->text(), QString("0.0 s"));
    world_->microphone.play(samples);
  }

  std::unique_ptr<QTemporaryDir> home_;
  std::unique_ptr<test::TestWorld> world_;
  std::unique_ptr<PlaybackHost> playback_;
  std::unique_ptr<SoundsPage> page_;
  size_t played_ = 0;
};

QTEST_MAIN(TestSoundsPage)
#include "test_sounds_page.moc"
