// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>

#include "app/gui/services/clip_sender.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/services/teacher_host.h"
#include "app/gui/sound_view/thumbnail_maker.h"
#include "app/gui/teaching/taught_dialog.h"
#include "app/gui/teaching/teach_dialog.h"
#include "app/gui/widgets/elided_label.h"
#include "core/listening/child_classifier.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/pictures.h"
#include "tests/gui/shown_dialog.h"
#include "tests/gui/spectrum_classifier.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
namespace fs = std::filesystem;

namespace {

/// The field or button that a screen reader calls so.
template <typename Widget>
Widget* named(const QWidget* parent, const QString& name) {
  for (Widget* widget : parent->findChildren<Widget*>()) {
    QString text = widget->accessibleName();
    if constexpr (std::is_base_of_v<QAbstractButton, Widget>) text = widget->text().remove(u'&');
    if (text == name) return widget;
  }
  return nullptr;
}

template <typename Label>
bool shows(const QWidget& parent, const QString& text) {
  const auto labels = parent.findChildren<Label*>();
  return std::any_of(labels.begin(), labels.end(),
                     [&text](const Label* label) { return label->text().contains(text); });
}

int coloursIn(const QImage& image) {
  QSet<QRgb> colours;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) colours.insert(image.pixel(x, y));
  return int(colours.size());
}

QImage pictureOf(const QTreeWidgetItem* example) {
  return example->data(0, Qt::DecorationRole).value<QImage>();
}

}  // namespace

class TestTeaching : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    // Where the window finds the command line.
    const QByteArray path =
        QByteArray::fromStdString(fs::path(EARWITNESS_CLI).parent_path().string());
    qputenv("PATH", path + ':' + qgetenv("PATH"));
  }

  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", directory_->path().toUtf8());
    model_ = std::make_shared<SpectrumClassifier>();
    kettle_ = fs::path(directory_->path().toStdString()) / "kettle.wav";
    writeWav(kettle_, sine(2000.0, 2.0, 16000.0));
  }

  void aLessonIsLearned() {
    TeacherHost host;
    const QSignalSpy changed(&host, &TeacherHost::classifierChanged);
    const QSignalSpy told(&host, &TeacherHost::told);
    QVERIFY(!host.whyNot().isEmpty());
    host.setModel(model_);
    QCOMPARE(host.classifier(), std::static_pointer_cast<Classifier>(model_));
    QTRY_VERIFY(host.whyNot().isEmpty());
    QCOMPARE(changed.count(), 0);  // nothing was taught before

    host.teach(request("Kettle"), nullptr);
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(changed[0][0].toBool());
    QCOMPARE(host.classifier()->description().labels.back(), std::string("Kettle"));
    QVERIFY(told.back()[0].toString().contains("Kettle"));

    // Another window of the program, later.
    TeacherHost again;
    const QSignalSpy loaded(&again, &TeacherHost::classifierChanged);
    again.setModel(model_);
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(again.classes().classes().size(), size_t(1));
    again.removeClass("Kettle");
    QTRY_COMPARE(loaded.count(), 2);
    QVERIFY(!loaded[1][0].toBool());  // there are fewer labels now
    again.undo();
    QTRY_COMPARE(loaded.count(), 3);
    QVERIFY(loaded[2][0].toBool());
  }

  void whatFailsIsTold() {
    TeacherHost host;
    host.setModel(model_);
    QTRY_VERIFY(host.whyNot().isEmpty());
    const QSignalSpy told(&host, &TeacherHost::told);
    TeachRequest missing = request("Kettle");
    missing.sound.file = "/no/such/file.wav";
    host.teach(missing, nullptr);
    QTRY_COMPARE(told.count(), 1);
    QVERIFY(told[0][0].toString().contains("file.wav"));
    QVERIFY(host.classes().empty());
    // The next lesson is not affected.
    host.teach(request("Kettle"), nullptr);
    QTRY_COMPARE(host.classes().classes().size(), size_t(1));
  }

  void whatWasTaughtIsExportedAndImported() {
    TeacherHost host;
    host.setModel(model_);
    QTRY_VERIFY(host.whyNot().isEmpty());
    const QSignalSpy told(&host, &TeacherHost::told);
    host.teach(request("Kettle"), nullptr);
    const fs::path file = kettle_.parent_path() / "sounds.earwitness-taught";
    host.exportTo(file);
    QTRY_COMPARE(told.count(), 2);
    QVERIFY(told[1][0].toString().contains("sounds.earwitness-taught"));
    QVERIFY(fs::exists(file));
    host.removeClass("Kettle");
    QTRY_VERIFY(host.classes().empty());
    const QSignalSpy changed(&host, &TeacherHost::classifierChanged);
    host.importFrom(file);
    QTRY_COMPARE(told.count(), 3);
    QVERIFY2(told[2][0].toString().contains("1 example"), qPrintable(told[2][0].toString()));
    QCOMPARE(host.classes().classes().size(), size_t(1));
    QCOMPARE(host.classifier()->description().labels.back(), std::string("Kettle"));
    QCOMPARE(changed.count(), 1);
    QVERIFY(fs::exists(host.clipOf(host.classes().classes()[0].examples[0])));
    host.importFrom(file);
    QTRY_COMPARE(told.count(), 4);
    QVERIFY(told[3][0].toString().contains("already"));
    host.undo();
    QTRY_VERIFY(host.classes().empty());

    host.importFrom(kettle_);  // no such file
    QTRY_COMPARE(told.count(), 5);
    QVERIFY(told[4][0].toString().contains("kettle.wav"));
    host.exportTo(kettle_.parent_path() / "missing" / "file");
    QTRY_COMPARE(told.count(), 6);
    host.teach(request("Kettle"), nullptr);  // the next job is not affected
    QTRY_COMPARE(host.classes().classes().size(), size_t(1));
  }

  /// By another process, which opens the bundled model.
  void aModelIsMadeOfIt() {
    const fs::path base = fs::path(EARWITNESS_SOURCE_DIR) / "models/earwitness-esc10.pt";
    const auto model = std::make_shared<ChildClassifier>(
        ChildClassifier::Options{.program = EARWITNESS_CLI, .modelFile = base});
    TeacherHost host;
    host.setModel(model, base);
    QTRY_VERIFY_WITH_TIMEOUT(host.whyNot().isEmpty(), 120'000);
    const QSignalSpy told(&host, &TeacherHost::told);
    const fs::path file = kettle_.parent_path() / "made.pt";
    host.makeModel(file);  // nothing is taught yet
    QTRY_COMPARE_WITH_TIMEOUT(told.count(), 2, 120'000);
    QVERIFY2(told[1][0].toString().contains("no taught classes"),
             qPrintable(told[1][0].toString()));
    QVERIFY(!fs::exists(file));
    host.teach(request("Kettle"), nullptr);
    host.makeModel(file);
    QTRY_COMPARE_WITH_TIMEOUT(told.count(), 5, 120'000);
    QVERIFY2(told[4][0].toString().contains("made.pt"), qPrintable(told[4][0].toString()));
    QCOMPARE(readModelDescription(file).labels.back(), std::string("Kettle"));
  }

  void aModelWithoutAnEmbeddingSaysSo() {
    TeacherHost host;
    host.setModel(std::make_shared<TestClassifier>(describe({"Dog"})));
    QTRY_VERIFY(host.whyNot().contains("no embedding") || host.whyNot().contains("fingerprint"));
  }

  void theDialogSaysWhatToExpect() {
    TaughtClasses classes("0123456789abcdef", 2);
    classes.addExample("Kettle", {.id = {}, .embedding = {1.0F, 2.0F}, .clip = {}, .origin = {}});
    TeachDialog dialog(classes, {"Siren", "Dog"});
    dialog.show();
    auto* name = named<QComboBox>(&dialog, "Name of the sound");
    auto* teach = named<QPushButton>(&dialog, "Teach");
    QVERIFY(!teach->isEnabled());
    QCOMPARE(name->itemText(0), QString("Kettle"));
    QVERIFY(name->findText("Dog") > name->findText("Kettle"));
    QTest::keyClicks(name, "Kettle");
    QVERIFY(teach->isEnabled());
    QVERIFY(shows<QLabel>(dialog, "2 examples"));
    name->setCurrentText("Door");
    dialog.setSounds("3 selected events", 3);
    QVERIFY(shows<ElidedLabel>(dialog, "3 selected events"));
    QVERIFY(shows<QLabel>(dialog, "3 examples"));
    QCOMPARE(dialog.name(), QString("Door"));
    name->setCurrentText("background");
    QVERIFY(!teach->isEnabled());
  }

  void whatWasTaughtIsListedAndRemoved() {
    TeacherHost host;
    host.setModel(model_);
    QTRY_VERIFY(host.whyNot().isEmpty());
    TestLoudspeaker speaker;
    Backend backend;
    backend.playFile = [&speaker](const fs::path& file, double from, double to) {
      return speaker.play(file, from, to);
    };
    PlaybackHost playback(backend);
    TaughtDialog dialog(&host, &playback);
    dialog.show();
    auto* tree = named<QTreeWidget>(&dialog, "Taught sounds");
    QCOMPARE(tree->topLevelItemCount(), 0);
    host.teach(request("Kettle"), nullptr);
    QTRY_COMPARE(tree->topLevelItemCount(), 1);
    QCOMPARE(tree->topLevelItem(0)->text(0), QString("Kettle"));
    QTreeWidgetItem* example = tree->topLevelItem(0)->child(0);
    QVERIFY(example != nullptr);
    tree->setCurrentItem(example);
    QTest::mouseClick(named<QPushButton>(&dialog, "Play"), Qt::LeftButton);
    QCOMPARE(speaker.played.size(), size_t(1));
    QVERIFY(fs::exists(speaker.played[0].path));
    for (const auto key : {Qt::Key_Space, Qt::Key_Return}) QTest::keyClick(tree, key);
    QCOMPARE(speaker.played.size(), size_t(3));
    QCOMPARE(speaker.played[2].path, speaker.played[0].path);

    std::vector<ClipSource> clips;
    connect(&dialog, &TaughtDialog::clipsChosen, &dialog,
            [&clips](const std::vector<ClipSource>& chosen) { clips = chosen; });
    QTest::mouseClick(named<QPushButton>(&dialog, "Send to data set…"), Qt::LeftButton);
    QCOMPARE(clips.size(), size_t(1));
    QCOMPARE(clips[0].label, std::string("Kettle"));
    QCOMPARE(clips[0].file, speaker.played[0].path);

    auto* menu = named<QPushButton>(&dialog, "More")->menu();
    QVERIFY(menu != nullptr && menu->actions().size() == 3);
    const auto enabled = [menu] {
      emit menu->aboutToShow();
      QList<bool> states;
      for (const QAction* action : menu->actions()) states.append(action->isEnabled());
      return states;
    };
    QCOMPARE(enabled(), (QList<bool>{true, true, true}));
    menu->actions()[1]->trigger();
    QTRY_VERIFY(shownDialog<QFileDialog>() != nullptr);
    const QString proposed = shownDialog<QFileDialog>()->selectedFiles().value(0);
    QVERIFY2(proposed.endsWith("/taught sounds.earwitness-taught"), qPrintable(proposed));
    shownDialog<QFileDialog>()->reject();

    tree->topLevelItem(0)->setText(0, "Whistle");
    QTRY_VERIFY(host.classes().find("Whistle") != nullptr);
    QTRY_COMPARE(tree->topLevelItem(0)->text(0), QString("Whistle"));
    tree->setCurrentItem(tree->topLevelItem(0));
    QTest::mouseClick(named<QPushButton>(&dialog, "Remove"), Qt::LeftButton);
    QTRY_COMPARE(tree->topLevelItemCount(), 0);
    QCOMPARE(enabled(), (QList<bool>{false, false, true}));
    auto* undo = named<QPushButton>(&dialog, "Undo");
    QTRY_VERIFY(undo->isEnabled());
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_COMPARE(tree->topLevelItemCount(), 1);
  }

  /// The pictures of those in view are made, and are of the sound.
  void examplesHavePictures() {
    TeacherHost host;
    host.setModel(model_);
    QTRY_VERIFY(host.whyNot().isEmpty());
    std::vector<float> sweep;
    for (int step = 0; step < 40; ++step) {
      const std::vector<float> tone = sine(300.0 + 150.0 * step, 0.05, 16000.0);
      sweep.insert(sweep.end(), tone.begin(), tone.end());
    }
    const fs::path other = kettle_.parent_path() / "sweep.wav";
    writeWav(other, sweep);
    PlaybackHost playback({});
    TaughtDialog dialog(&host, &playback);
    dialog.show();
    for (const char* name : {"Kettle", "Door bell", "Kettle"}) host.teach(request(name), nullptr);
    TeachRequest wrong = request("Kettle");
    wrong.sound.file = other;
    wrong.sound.endSeconds = 0.0;
    wrong.origin = "USB microphone";
    wrong.utcMs = 1'780'000'000'000;
    wrong.isCounterExample = true;
    host.teach(wrong, nullptr);
    auto* tree = named<QTreeWidget>(&dialog, "Taught sounds");
    QTRY_VERIFY(tree->topLevelItemCount() == 2 && tree->topLevelItem(0)->childCount() == 3);
    const QTreeWidgetItem* kettle = tree->topLevelItem(0);
    QVERIFY(kettle->data(0, Qt::DecorationRole).isNull());
    for (int row = 0; row < 3; ++row) QTRY_VERIFY(coloursIn(pictureOf(kettle->child(row))) > 16);
    QVERIFY(pictureOf(kettle->child(2)) != pictureOf(kettle->child(0)));
    tree->setCurrentItem(kettle->child(1));
    keepPictures(dialog, "taught");

    // A change leaves the selection and the pictures.
    QTRY_VERIFY(coloursIn(pictureOf(kettle->child(1))) > 16);
    const QImage before = pictureOf(kettle->child(1));
    host.renameClass("Door bell", "Bell");
    QTRY_COMPARE(tree->topLevelItem(1)->text(0), QString("Bell"));
    QCOMPARE(tree->currentItem(), tree->topLevelItem(0)->child(1));
    QCOMPARE(pictureOf(tree->currentItem()), before);
    QTest::keyClick(tree, Qt::Key_Delete);
    QTRY_COMPARE(tree->topLevelItem(0)->childCount(), 2);
  }

  /// Those that nobody sees cost nothing.
  void onlyPicturesInViewAreMade() {
    TeacherHost host;
    host.setModel(model_);
    QTRY_VERIFY(host.whyNot().isEmpty());
    const int count = 100;
    for (int i = 0; i < count; ++i) host.teach(request("Kettle"), nullptr);
    QTRY_COMPARE(int(host.classes().classes().size()), 1);
    QTRY_COMPARE_WITH_TIMEOUT(int(host.classes().classes()[0].examples.size()), count, 60000);
    PlaybackHost playback({});
    TaughtDialog dialog(&host, &playback);
    const QSignalSpy made(dialog.findChild<ThumbnailMaker*>(), &ThumbnailMaker::made);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto* tree = named<QTreeWidget>(&dialog, "Taught sounds");
    const QTreeWidgetItem* kettle = tree->topLevelItem(0);
    int inView = 0;
    for (int row = 0; row < count; ++row) {
      if (!tree->viewport()->rect().intersects(tree->visualItemRect(kettle->child(row)))) continue;
      ++inView;
      QTRY_VERIFY(coloursIn(pictureOf(kettle->child(row))) > 16);
    }
    QVERIFY(inView > 2 && inView < 30);
    QVERIFY2(made.count() <= inView, qPrintable(QString::number(made.count())));
  }

 private:
  TeachRequest request(const std::string& name) const {
    return {.sound = {.label = name, .file = kettle_, .startSeconds = 0.5, .endSeconds = 1.0},
            .origin = "kettle.wav"};
  }

  std::unique_ptr<QTemporaryDir> directory_;
  std::shared_ptr<SpectrumClassifier> model_;
  fs::path kettle_;
};

QTEST_MAIN(TestTeaching)
#include "test_teaching.moc"
