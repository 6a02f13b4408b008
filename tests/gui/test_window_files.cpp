// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSet>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

#include <unistd.h>

#include "app/gui/base/theme.h"
#include "app/gui/files/batch_pane.h"
#include "app/gui/files/file_pane.h"
#include "app/gui/files/file_table.h"
#include "app/gui/files/file_table_model.h"
#include "app/gui/files/file_view.h"
#include "app/gui/files/overview_view.h"
#include "app/gui/files/score_plot.h"
#include "app/gui/live/event_table.h"
#include "app/gui/services/dropped_files.h"
#include "app/gui/services/file_library.h"
#include "app/gui/services/monitoring_settings_store.h"
#include "app/gui/shell/main_window.h"
#include "app/gui/shell/status_line.h"
#include "app/gui/sound_view/class_panel.h"
#include "app/gui/sound_view/event_table_model.h"
#include "app/gui/widgets/elided_label.h"
#include "tests/gui/dropping.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/shown_dialog.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;

namespace {

int coloursIn(const QImage& image) {
  QSet<QRgb> colours;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) colours.insert(image.pixel(x, y));
  return int(colours.size());
}

}  // namespace

class TestWindowFiles : public QObject {
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

  void aDroppedFileShowsItsPictureScoresAndClasses() {
    world_->classifier->say({0.05F, 0.82F, 0.1F, 0.0F, 0.02F, 0.01F});
    open();
    QVERIFY(drop(*window_, {wav("siren.wav", 4.0)}));
    QTRY_VERIFY(shown() != nullptr && shown()->state == FileUpdate::State::Done);

    QTRY_VERIFY(isDrawnWhole());
    QVERIFY(coloursIn(pane().picture()->image()) > 16);
    QVERIFY(coloursIn(pane().picture()->grab().toImage()) > 16);
    QCOMPARE(title(), QString("siren.wav"));
    QVERIFY(!pane().showsList());

    QTRY_COMPARE(barNames().mid(0, 3), QStringList({"Siren", "Bell", "Clock"}));
    QVERIFY(std::abs(bars().rows()[0].score - 0.82F) < 1e-5F);
    QCOMPARE(resultNames(), QStringList({"Siren"}));

    QCOMPARE(pane().plot()->curves(), 5);
    const auto best = pane().plot()->curve(0);
    QCOMPARE(best.front().first, 0.0);
    QVERIFY(std::abs(best.back().first - 4.0) < 1e-6);
    for (const auto& [seconds, score] : best) {
      QVERIFY(seconds >= 0.0 && seconds <= 4.0);
      QVERIFY(std::abs(score - 0.82) < 1e-5);
    }
  }

  void nothingBelowItsThresholdLooksLikeAResult() {
    world_->classifier->say({0.05F, 0.45F, 0.1F, 0.0F, 0.02F, 0.01F});
    open();
    QVERIFY(drop(*window_, {wav("a.wav", 3.0)}));
    QTRY_VERIFY(shown() != nullptr && shown()->state == FileUpdate::State::Done);
    QTRY_COMPARE(pane().plot()->curves(), 5);
    QVERIFY(shown()->events.empty());
    QCOMPARE(barNames().first(), QString("Siren"));  // it came near
    QCOMPARE(resultNames(), QStringList());
    QCOMPARE(bars().accessibleDescription(), QString("No class is over its threshold."));
    const QColor muted = themeColours(window_->palette()).muted;
    QCOMPARE(pane().plot()->curveColour(0), muted);
    const QModelIndex top = table().model()->index(0, FileTableModel::TopSound);
    QCOMPARE(top.data().toString(), QString("Siren"));
    QCOMPARE(top.data(Qt::ForegroundRole).value<QColor>(), muted);
    QVERIFY2(top.data(Qt::ToolTipRole).toString().contains("below the threshold"),
             qPrintable(top.data(Qt::ToolTipRole).toString()));
    // With a lower threshold it is one, without another analysis.
    auto* keeper = window_->findChild<MonitoringSettingsStore*>();
    MonitoringSettings settings = keeper->settings();
    settings.classes[shown()->labels()[1]].threshold = 0.2F;
    keeper->setSettings(settings);
    QTRY_COMPARE(resultNames(), QStringList({"Siren"}));
    QVERIFY(pane().plot()->curveColour(0) != muted);
    QCOMPARE(pane().plot()->curveColour(1), muted);
    QTRY_VERIFY(!top.data(Qt::ForegroundRole).isValid());
  }

  void ofAFileOnlyTheMostSpecificClassIsAResult() {
    ModelDescription model = describe({"Animal", "Dog", "Music", "Rain"});
    model.output = ModelOutput::MultiLabelLogits;
    model.card["label_ids"] = {"/m/0jbk", "/m/0bt9lr", "/m/04rlf", "/m/06mb1"};
    world_->classifier = std::make_shared<TestClassifier>(model);
    world_->classifier->say({0.9F, 0.7F, 0.05F, 0.02F});
    open();
    QVERIFY(drop(*window_, {wav("dog.wav", 4.0)}));
    QTRY_COMPARE(resultNames(), QStringList({"Dog"}));
    QCOMPARE(barNames(), QStringList({"Dog", "Music", "Rain"}));
    QCOMPARE(bars().rows()[0].parents, std::vector<int>{0});
    // The list names it, too, although "Animal" has the higher score.
    const QModelIndex top = table().model()->index(0, FileTableModel::TopSound);
    QCOMPARE(top.data().toString(), QString("Dog"));
    // "Animal" is listed on request.
    auto* all = bars().parentWidget()->findChild<QWidget*>("allClasses");
    QTest::mouseClick(all, Qt::LeftButton);
    QCOMPARE(barNames(), QStringList({"Animal", "Dog", "Music", "Rain"}));
    QCOMPARE(resultNames(), QStringList({"Animal", "Dog"}));
  }

  void pictureAndPlotShareTheirTimeAxis() {
    open();
    QVERIFY(drop(*window_, {wav("a.wav", 2.0)}));
    QTRY_VERIFY(shown() != nullptr && shown()->state == FileUpdate::State::Done);
    const auto left = [this](const QWidget* widget, int x) {
      return widget->mapTo(window_.get(), QPoint(x, 0)).x();
    };
    const QRect picture = pane().picture()->plotRect();
    const QRect plot = pane().plot()->plotRect();
    QCOMPARE(left(pane().picture(), picture.left()), left(pane().plot(), plot.left()));
    QCOMPARE(left(pane().picture(), picture.right()), left(pane().plot(), plot.right()));
  }

  void theFilesPictureFollowsAxisColoursAndLevels() {
    open();
    QVERIFY(drop(*window_, {wav("a.wav", 2.0)}));
    QTRY_VERIFY(shown() != nullptr && shown()->state == FileUpdate::State::Done);
    QTRY_VERIFY(isDrawnWhole());
    QImage before = pane().picture()->image();
    for (const char* keys : {"Ctrl+Shift+F", "Ctrl+Shift+K", "Ctrl+Shift+A"}) {
      const QKeyCombination combination = QKeySequence(keys)[0];
      QTest::keyClick(window_.get(), combination.key(), combination.keyboardModifiers());
      QVERIFY2(pane().picture()->image() != before, keys);
      before = pane().picture()->image();
    }
    // How much of the live picture is in view is its own affair.
    QTest::keyClick(window_.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(pane().picture()->image(), before);
  }

  void eventsOfAFileAreListedWithTheirPosition() {
    world_->classifier->say({0.9F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    open();
    QVERIFY(drop(*window_, {wav("dog.wav", 3.0)}));
    QTRY_VERIFY(heard().rowCount() > 0);
    QCOMPARE(heard().eventAt(0).label, QString("Dog"));
    QCOMPARE(heard().eventAt(0).source, QString("dog.wav"));
    QVERIFY(!heard().eventAt(0).clock.isValid());
    QVERIFY(!heard().eventAt(0).open);
    const QString time = heard().data(heard().index(0, 0), Qt::DisplayRole).toString();
    QVERIFY2(time.startsWith("0:0"), qPrintable(time));
  }

  void severalFilesAreListedAndCanBeChosen() {
    open();
    QVERIFY(drop(*window_, {wav("one.wav", 1.0), wav("two.wav", 2.0), wav("three.wav", 3.0)}));
    QTRY_COMPARE(table().model()->rowCount(), 3);
    QVERIFY(pane().showsList());
    QCOMPARE(shown()->title, QString("one.wav"));
    QTRY_COMPARE(doneFiles(), 3);
    const QModelIndex third = table().model()->index(2, 0);
    QCOMPARE(third.data().toString(), QString("three.wav"));
    const QPoint where = table().visualRect(third).center();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, where);
    QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, where);
    QVERIFY(!pane().showsList());
    QCOMPARE(shown()->title, QString("three.wav"));
    QVERIFY(std::abs(shown()->seconds - 3.0) < 0.01);
    QTRY_VERIFY(isDrawnWhole());
  }

  void aFolderStandsForItsAudioFiles() {
    QDir(folder_->path()).mkpath("clips/deep");
    writeWav(path("clips/b.wav"), sine(440.0, 0.5, 16000.0));
    writeWav(path("clips/deep/c.wav"), sine(440.0, 0.5, 16000.0));
    writeWav(path("clips/a.wav"), sine(440.0, 0.5, 16000.0));
    std::ofstream(path("clips/notes.txt")) << "no audio";
    SoundSearch search;
    const DroppedFiles dropped = collectAudioFiles({path("clips")}, search);
    QCOMPARE(search.found.load(), 3);
    QCOMPARE(int(dropped.files.size()), 3);
    QCOMPARE(dropped.files[0].path.filename().string(), std::string("a.wav"));
    QCOMPARE(dropped.files[1].path.filename().string(), std::string("b.wav"));
    QVERIFY(refusalSentence(dropped).isEmpty());
    open();
    QVERIFY(drop(*window_, {QUrl::fromLocalFile(folder_->filePath("clips"))}));
    QTRY_COMPARE(doneFiles(), 3);
  }

  /// The result is kept; what is missing stands beside it.
  void aCutFileHasItsResultAndANote() {
    wav("cut.wav", 3.0);
    std::filesystem::resize_file(path("cut.wav"), 44 + 16000 * 3);  // half of its samples
    wav("whole.wav", 2.0);
    open();
    QVERIFY(drop(*window_, {QUrl::fromLocalFile(folder_->filePath("cut.wav")),
                            QUrl::fromLocalFile(folder_->filePath("whole.wav"))}));
    QTRY_COMPARE(doneFiles(), 2);
    const FileRecord& cut = library().files()[0];
    const QString note = "Only 1.5 s of 3.0 s could be read: the file is cut off.";
    QCOMPARE(cut.note, note);
    QVERIFY(!cut.whole.empty());
    QCOMPARE(cut.seconds, 1.5);
    const QModelIndex state = table().model()->index(0, FileTableModel::State);
    QTRY_COMPARE(state.data().toString(), note);
    QCOMPARE(state.data(Qt::ToolTipRole).toString(), note);
    QVERIFY(!state.data(Qt::DecorationRole).value<QIcon>().isNull());
    const QModelIndex other = table().model()->index(1, FileTableModel::State);
    QCOMPARE(other.data().toString(), QString("Done"));
    QVERIFY(!other.data(Qt::DecorationRole).isValid());
    // And above its picture.
    const auto* row = window_->findChild<QWidget*>("fileNoteRow");
    pane().show(cut.id);
    QTRY_VERIFY(row->isVisible());
    QCOMPARE(window_->findChild<ElidedLabel*>("fileNote")->text(), note);
    pane().show(library().files()[1].id);
    QTRY_VERIFY(!row->isVisible());
  }

  /// Silence on the left, a tone on the right, of which the mean is half.
  void theChannelIsChosen() {
    const std::vector<float> tone = sine(700.0, 1.0, 16000.0);
    std::vector<float> stereo;
    for (const float sample : tone) stereo.insert(stereo.end(), {0.0F, sample});
    writeWav(path("stereo.wav"), stereo, 16000, 2);
    open();
    QVERIFY(drop(*window_, {QUrl::fromLocalFile(folder_->filePath("stereo.wav"))}));
    QTRY_COMPARE(doneFiles(), 1);
    const int id = library().files()[0].id;
    const auto peak = [this] {
      const auto snapshot = library().files()[0].picture->snapshot();
      return snapshot->waveform.merged(0, snapshot->waveform.columns()).maximum;
    };
    QVERIFY(std::abs(peak() - 0.25F) < 0.01F);
    for (const auto& [kind, expected] : {std::pair{2, 0.5F}, std::pair{1, 0.0F}}) {
      channelBox()->findChild<QComboBox*>()->setCurrentIndex(kind);
      library().analyseAgain({id});
      QTRY_COMPARE(doneFiles(), 0);
      QTRY_COMPARE(doneFiles(), 1);
      QCOMPARE(library().files()[0].channel.number, kind);
      QVERIFY(std::abs(peak() - expected) < 0.01F);
    }
    // A channel that the file has not is said.
    channelBox()->findChild<QComboBox*>()->setCurrentIndex(3);
    channelBox()->findChild<QSpinBox*>()->setValue(7);
    library().analyseAgain({id});
    QTRY_COMPARE(library().files()[0].state, FileUpdate::State::Failed);
    QVERIFY2(library().files()[0].error.contains("has only 2 channels, so channel 7"),
             qPrintable(library().files()[0].error));
  }

  /// What is taken where the mean would be silence, and that it is.
  void oppositePhaseIsSaid() {
    const std::vector<float> tone = sine(700.0, 1.0, 16000.0);
    std::vector<float> stereo;
    for (const float sample : tone) stereo.insert(stereo.end(), {sample, -0.98F * sample});
    writeWav(path("stereo.wav"), stereo, 16000, 2);
    open();
    QVERIFY(drop(*window_, {QUrl::fromLocalFile(folder_->filePath("stereo.wav"))}));
    QTRY_COMPARE(doneFiles(), 1);
    QCOMPARE(library().files()[0].note,
             QString("The channels cancel each other out, so only the left channel was analysed."));
    QCOMPARE(library().files()[0].channel.number, 1);
  }

  void hiddenAndUnreadableFoldersAreNotSearched() {
    QDir(folder_->path()).mkpath("clips/.hidden");
    QDir(folder_->path()).mkpath("clips/closed");
    for (const char* name : {"clips/a.wav", "clips/._a.wav", "clips/.hidden/b.wav"})
      writeWav(path(name), sine(440.0, 0.1, 16000.0));
    SoundSearch search;
    DroppedFiles dropped = collectAudioFiles({path("clips")}, search);
    QCOMPARE(int(dropped.files.size()), 1);
    QCOMPARE(dropped.unreadableFolders, 0);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(collectAudioFiles({path("clips")}, search, stop.get_token()).files.empty());
    if (::geteuid() == 0) return;  // who may read everything
    std::filesystem::permissions(path("clips/closed"), std::filesystem::perms::none);
    dropped = collectAudioFiles({path("clips")}, search);
    std::filesystem::permissions(path("clips/closed"), std::filesystem::perms::owner_all);
    QCOMPARE(int(dropped.files.size()), 1);
    QCOMPARE(dropped.unreadableFolders, 1);
    QVERIFY(refusalSentence(dropped).contains("closed"));
  }

  void otherThingsAreRefusedInASentence() {
    std::ofstream(path("letter.txt")) << "Dear Sir";
    QDir(folder_->path()).mkpath("empty");
    open();
    auto* status = window_->findChild<StatusLine*>();
    QVERIFY(drop(*window_, {QUrl::fromLocalFile(folder_->filePath("letter.txt"))}));
    QTRY_VERIFY(status->currentMessage().contains("letter.txt"));
    QVERIFY(status->currentMessage().endsWith('.'));
    QVERIFY(drop(*window_, {QUrl::fromLocalFile(folder_->filePath("empty"))}));
    QTRY_VERIFY(status->currentMessage().contains("'empty'"));
    QCOMPARE(table().model()->rowCount(), 0);

    QMimeData text;
    text.setText("not a file");
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(window_.get(), &enter);
    QVERIFY(!enter.isAccepted());
  }

  void badFilesSayWhatIsWrongInThePane_data() {
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not audio") << QByteArray("this is no sound at all, but it says that it is one");
    QTest::newRow("header only") << QByteArray("RIFF\x24\0\0\0WAVEfmt ", 16);
  }
  void badFilesSayWhatIsWrongInThePane() {
    QFETCH(QByteArray, contents);
    std::ofstream(path("bad.wav"), std::ios::binary).write(contents.data(), contents.size());
    open();
    QVERIFY(drop(*window_, {QUrl::fromLocalFile(folder_->filePath("bad.wav"))}));
    QTRY_VERIFY(shown() != nullptr && shown()->state == FileUpdate::State::Failed);
    QVERIFY2(pane().message().contains("bad.wav"), qPrintable(pane().message()));
    QVERIFY(pane().message().endsWith('.'));
    QCOMPARE(pane().message().count('\n'), 0);
    QVERIFY(pane().bars()->rows().empty());
    QVERIFY(window_->findChild<QPushButton*>("analyseAgain")->isVisible());
    QVERIFY(QApplication::activeModalWidget() == nullptr);
  }

  void aMissingFileIsSaidInThePane() {
    open();
    QVERIFY(drop(*window_, {QUrl::fromLocalFile(folder_->filePath("gone.wav"))}));
    QTRY_VERIFY(shown() != nullptr && shown()->state == FileUpdate::State::Failed);
    QVERIFY(pane().message().contains("gone.wav"));
    // It can be tried again once it is there.
    writeWav(path("gone.wav"), sine(440.0, 1.0, 16000.0));
    QTest::mouseClick(window_->findChild<QPushButton*>("analyseAgain"), Qt::LeftButton);
    QTRY_COMPARE(shown()->state, FileUpdate::State::Done);
    QVERIFY(!pane().message().contains("gone.wav"));
  }

  void thePictureComesBeforeTheModelIsReady() {
    world_->classifier->setReady(false);
    world_->classifier->say({0.0F, 0.0F, 0.7F, 0.0F, 0.0F, 0.0F});
    open();
    QVERIFY(drop(*window_, {wav("rain.wav", 2.0)}));
    QTRY_VERIFY(shown() != nullptr && shown()->state == FileUpdate::State::WaitingForModel);
    QTRY_VERIFY(pane().picture()->image().width() > 100);
    QVERIFY(pane().bars()->rows().empty());
    QVERIFY(std::abs(shown()->seconds - 2.0) < 1e-6);  // the time axis stands already
    auto* progress = window_->findChild<QProgressBar*>("fileProgress");
    QVERIFY(progress->isVisible());
    world_->classifier->setReady(true);
    QTRY_COMPARE(shown()->state, FileUpdate::State::Done);
    QCOMPARE(pane().bars()->labelText(pane().bars()->rows()[0].label), QString("Rain"));
    QVERIFY(!progress->isVisible());
  }

  void aFileCanBeCancelledWhileItWaits() {
    world_->classifier->setReady(false);
    open();
    QVERIFY(drop(*window_, {wav("first.wav", 1.0), wav("second.wav", 1.0)}));
    QTRY_VERIFY(shown() != nullptr && shown()->state == FileUpdate::State::WaitingForModel);
    QTest::mouseClick(window_->findChild<QToolButton*>("filePage"), Qt::LeftButton);
    QTest::mouseClick(window_->findChild<QPushButton*>("cancelFile"), Qt::LeftButton);
    QTRY_COMPARE(shown()->state, FileUpdate::State::Cancelled);
    // The other one still waits, and has its turn.
    world_->classifier->setReady(true);
    QTRY_COMPARE(doneFiles(), 1);
  }

  void filesWorkWithoutAModel() {
    world_->modelIsBroken = true;
    open();
    QVERIFY(drop(*window_, {wav("a.wav", 1.0)}));
    QTRY_VERIFY(shown() != nullptr && shown()->state == FileUpdate::State::Done);
    QVERIFY(coloursIn(pane().picture()->image()) > 16);
    QVERIFY(pane().bars()->rows().empty());
    auto* status = window_->findChild<StatusLine*>();
    QTRY_VERIFY2(status->healthMessage().contains("is not a model file"),
                 qPrintable(status->healthMessage()));
  }

  void anotherModelAnalysesTheShownFileAgain() {
    world_->classifier->say({0.6F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F});
    open();
    QVERIFY(drop(*window_, {wav("a.wav", 1.0)}));
    QTRY_VERIFY(shown() != nullptr && shown()->state == FileUpdate::State::Done);
    auto other = std::make_shared<TestClassifier>(describe({"cat", "cow"}));
    other->say({0.1F, 0.8F});
    world_->classifier = other;
    window_->openModel("other.pt");
    QTRY_COMPARE(shown()->labels().size(), size_t(2));
    QTRY_COMPARE(shown()->state, FileUpdate::State::Done);
    QCOMPARE(pane().bars()->labelText(pane().bars()->rows()[0].label), QString("Cow"));
  }

  void aModelThatCannotBeOpenedLeavesTheOldOne() {
    open();
    auto* status = window_->findChild<StatusLine*>();
    QTRY_VERIFY(status->modelText().startsWith("Test model"));
    window_->openModel("broken.pt");
    QTRY_VERIFY(status->currentMessage().contains("broken.pt"));
    QVERIFY(status->modelText().startsWith("Test model"));
  }

  /// Where the system has no sandbox, the window asks before a model runs without one.
  void aModelThatCannotBeConfinedIsAskedAbout() {
    open();
    auto* status = window_->findChild<StatusLine*>();
    QTRY_VERIFY(status->modelText().startsWith("Test model"));
    world_->classifier = std::make_shared<TestClassifier>(describe({"cat", "cow"}));
    for (const bool agreed : {false, true}) {
      window_->openModel("stranger.pt");
      QTRY_VERIFY(shownDialog<QMessageBox>() != nullptr);
      auto* box = shownDialog<QMessageBox>();
      QVERIFY(box->text().contains("stranger.pt"));
      QVERIFY(box->informativeText().contains("delete all your files"));
      QVERIFY(box->defaultButton() == box->button(QMessageBox::Cancel));
      QVERIFY2(status->modelText().endsWith("not running"), qPrintable(status->modelText()));
      QCOMPARE(status->healthMessage(), QString("The model was not run."));
      if (!agreed) {
        box->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(shownDialog<QMessageBox>() == nullptr);
        continue;
      }
      for (QAbstractButton* button : box->buttons())
        if (box->buttonRole(button) == QMessageBox::DestructiveRole) button->click();
      QTRY_VERIFY2(status->modelText().endsWith("ready"), qPrintable(status->modelText()));
    }
  }

  /// One that is not run is not called slow, and nobody is told to wait for it.
  void aModelThatIsNotRunIsNotWaitedFor() {
    Backend backend = world_->backend();
    backend.modelPatience = std::chrono::milliseconds(1);
    StartOptions options = quietOptions();
    options.model = "stranger.pt";
    window_ = std::make_unique<MainWindow>(backend, options, theme_.get());
    window_->show();
    QTRY_VERIFY(shownDialog<QMessageBox>() != nullptr);
    QTest::qWait(300);  // the model is looked at several times
    auto* status = window_->findChild<StatusLine*>();
    QCOMPARE(status->healthMessage(), QString("The model was not run."));
    shownDialog<QMessageBox>()->reject();
    QTRY_VERIFY(shownDialog<QMessageBox>() == nullptr);
  }

  void theSampleIsOpenedWhereNoFileIsGiven() {
    StartOptions options = quietOptions();
    options.openSample = true;
    open(options);
    QTRY_VERIFY(shown() != nullptr && shown()->state == FileUpdate::State::Done);
    QVERIFY(shown()->isSample);
    QVERIFY(title().startsWith("Sample"));
    QCOMPARE(std::lround(shown()->seconds), 24L);
  }

  void filesOfTheCommandLineAreOpened() {
    StartOptions options = quietOptions();
    wav("given.wav", 1.0);
    options.paths = {path("given.wav")};
    options.openSample = true;
    open(options);
    QTRY_VERIFY(shown() != nullptr && shown()->state == FileUpdate::State::Done);
    QCOMPARE(table().model()->rowCount(), 1);
    QCOMPARE(shown()->title, QString("given.wav"));
  }

  void oldPicturesAreForgottenAndMadeAgain() {
    FileLibrary library;
    library.setClassifier(world_->classifier);
    library.setClassifierReady(true);
    writeWav(path("short.wav"), sine(440.0, 0.2, 16000.0));
    const int count = int(FileLibrary::kMaximumPictures) + 4;
    const int first = library.add(
        std::vector<NewFile>(size_t(count), {.path = path("short.wav"), .bytes = 0, .title = {}}));
    QTRY_VERIFY(!library.progress().busy());
    const auto withPictures =
        std::count_if(library.files().begin(), library.files().end(),
                      [](const FileRecord& file) { return file.picture != nullptr; });
    QCOMPARE(size_t(withPictures), FileLibrary::kMaximumPictures);
    QVERIFY(library.find(first)->picture == nullptr);
    const int calls = world_->classifier->calls();
    library.refresh(first);
    QTRY_VERIFY(library.find(first)->picture && columnsOf(*library.find(first)) > 0);
    QCOMPARE(library.find(first)->state, FileUpdate::State::Done);
    QCOMPARE(world_->classifier->calls(), calls);  // its scores are known
  }

  void theWindowClosesWhileTheModelIsAwaited() {
    world_->classifier->setReady(false);
    open();
    QVERIFY(drop(*window_, {wav("a.wav", 1.0)}));
    QTRY_VERIFY(shown() != nullptr && shown()->state == FileUpdate::State::WaitingForModel);
    window_.reset();  // would hang here
    QVERIFY(window_ == nullptr);
  }

 private:
  static StartOptions quietOptions() {
    StartOptions options;
    options.model = "test.pt";
    options.listen = false;
    options.openSample = false;
    return options;
  }

  void open(StartOptions options = quietOptions()) {
    window_ = std::make_unique<MainWindow>(world_->backend(), options, theme_.get());
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    QTRY_VERIFY(window_->findChild<StatusLine*>()->modelText() != "No model" ||
                world_->modelIsBroken);
  }

  std::filesystem::path path(const QString& name) const {
    return folder_->filePath(name).toStdString();
  }
  QUrl wav(const QString& name, double seconds) const {
    auto samples = sine(700.0, seconds, 16000.0);
    for (size_t i = 0; i < samples.size() / 2; ++i) samples[i] *= 0.01F;
    writeWav(path(name), samples);
    return QUrl::fromLocalFile(folder_->filePath(name));
  }

  FilePane& pane() const { return *window_->findChild<FilePane*>(); }
  ClassPanel& bars() const { return *pane().bars(); }
  QStringList barNames() const {
    QStringList names;
    for (const auto& row : bars().rows()) names.append(bars().labelText(row.label));
    return names;
  }
  QStringList resultNames() const {
    QStringList names;
    for (const auto& row : bars().rows())
      if (bars().isResult(row.label)) names.append(bars().labelText(row.label));
    return names;
  }
  FileTable& table() const { return *window_->findChild<FileTable*>(); }
  QString title() const { return window_->findChild<ElidedLabel*>("fileTitle")->text(); }
  /// A pixel a column; the last frame's centre may lie on the file's end.
  bool isDrawnWhole() const {
    return std::abs(pane().picture()->image().width() - columnsOf(*shown())) <= 1;
  }
  static int columnsOf(const FileRecord& file) {
    return file.picture ? file.picture->snapshot()->spectrogram.columns() : 0;
  }
  QWidget* channelBox() const { return window_->findChild<QWidget*>("fileChannel"); }
  FileLibrary& library() const { return *window_->findChild<FileLibrary*>(); }
  const FileRecord* shown() const { return library().find(pane().shownId()); }
  int doneFiles() const {
    return int(std::count_if(
        library().files().begin(), library().files().end(),
        [](const FileRecord& file) { return file.state == FileUpdate::State::Done; }));
  }
  EventTableModel& heard() const { return *window_->findChild<EventTableModel*>(); }

  std::unique_ptr<QTemporaryDir> settings_;
  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<TestWorld> world_;
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<MainWindow> window_;
};

QTEST_MAIN(TestWindowFiles)
#include "test_window_files.moc"
