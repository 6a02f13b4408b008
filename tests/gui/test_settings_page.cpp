// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

#include "app/gui/training/settings/augmentation_editor.h"
#include "app/gui/training/settings/augmentation_preview.h"
#include "app/gui/training/settings/augmentation_step_row.h"
#include "app/gui/training/settings/choice_card.h"
#include "app/gui/training/settings/cost_line.h"
#include "app/gui/training/settings/cost_text.h"
#include "app/gui/training/settings/option_row.h"
#include "app/gui/training/settings/run_settings_menu.h"
#include "app/gui/training/settings/settings_page.h"
#include "app/gui/widgets/number_box.h"
#include "core/base/user_folders.h"
#include "core/runs/recipes.h"
#include "tests/gui/gui_test_support.h"

using namespace earwitness;
using namespace earwitness::gui;
namespace fs = std::filesystem;

namespace {

constexpr int kPatienceMs = 120'000;

/// The control that a screen reader calls so.
template <typename Widget>
Widget* named(const QWidget* parent, const QString& name) {
  for (Widget* widget : parent->findChildren<Widget*>()) {
    QString text = widget->accessibleName();
    if constexpr (std::is_base_of_v<QAbstractButton, Widget>)
      if (text.isEmpty()) text = widget->text().remove(u'&');
    if (text == name) return widget;
  }
  return nullptr;
}

OptionRow* rowOf(const QWidget* page, const QString& pointer) {
  for (OptionRow* row : page->findChildren<OptionRow*>())
    if (row->property("pointer") == pointer && !row->isHidden()) return row;
  return nullptr;
}

/// Chooses the entry after the one that is shown, by the keyboard.
void chooseNext(QComboBox* combo) {
  const bool isLast = combo->currentIndex() == combo->count() - 1;
  QTest::keyClick(combo, isLast ? Qt::Key_Up : Qt::Key_Down);
}

void typeInto(QWidget* field, const QString& text) {
  QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClicks(field, text);
}

/// What the command line prints, and its exit code.
std::pair<QByteArray, int> runCli(const QStringList& arguments) {
  QProcess process;
  process.start(QStringLiteral(EARWITNESS_CLI), arguments);
  process.waitForFinished(kPatienceMs);
  return {process.readAllStandardOutput(), process.exitCode()};
}

}  // namespace

/// The page of settings, with the real earwitness-cli.
class TestSettingsPage : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    test::isolateSettings(settings_);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    qputenv("XDG_CACHE_HOME", settings_.path().toUtf8());
    const QByteArray folder =
        QByteArray::fromStdString(fs::path(EARWITNESS_CLI).parent_path().string());
    qputenv("PATH", folder + ":" + qgetenv("PATH"));
    root_ = fs::path(settings_.path().toStdString()) / "sounds";
    for (const char* label : {"high", "low"})
      for (int i = 0; i < 6; ++i) {
        fs::create_directories(root_ / label);
        const double hz = (label[0] == 'h' ? 2000.0 : 200.0) + 20.0 * i;
        test::writeWav(root_ / label / (std::to_string(i) + ".wav"), test::sine(hz, 1.0, 16000.0));
      }
    report_ = checkDataSet({.root = root_});
    QVERIFY(report_.isUsable());
  }

  void presetsGiveSettings() {
    TrainSettingsPage page;
    page.setData({.root = root_}, &report_);
    page.show();
    nlohmann::json before;
    for (const auto& [name, architecture, background] :
         {std::tuple{"Quick look", "cnn1d", "auto"},
          std::tuple{"Baseline", "resnet-transformer", "none"},
          std::tuple{"Best small model", "inverted-residual", "auto"},
          std::tuple{"From a pretrained network: few clips", "inverted-residual", "auto"},
          std::tuple{"From a pretrained network, fine-tuned", "inverted-residual", "auto"}}) {
      auto* card = named<ChoiceCard>(&page, name);
      QTRY_VERIFY(card->isEnabled());
      QTest::mouseClick(card, Qt::LeftButton);
      QVERIFY(card->isChecked());
      const nlohmann::json settings = page.request().settings;
      QCOMPARE(settings["architecture"].get<std::string>(), std::string(architecture));
      QCOMPARE(settings["background"].get<std::string>(), std::string(background));
      QCOMPARE(settings["data"]["root"].get<std::string>(), root_.string());
      QVERIFY(settings != before && !settings.contains("search_trials"));
      before = settings;
    }
    QVERIFY(before["init"].get<std::string>().ends_with("models/earwitness.pt"));
    QCOMPARE(before["features"]["sample_rate"].get<int>(), 32000);
  }

  /// `train` uses what the window shows of a recipe.
  void recipesAreTheEngines() {
    const QString model = QStringLiteral(EARWITNESS_SOURCE_DIR) + "/models/earwitness.pt";
    for (const auto& [recipe, option, value] :
         {std::tuple<std::string, QString, QString>{"report", "--architecture", "crnn"},
          {"strong", "--architecture", "inverted-residual"},
          {"live", "--architecture", "cnn1d"},
          {"head", "--init", model},
          {"fine-tune", "--init", model}}) {
      const auto [output, code] =
          runCli({"train", "--dry-run", "--json", "--data", QString::fromStdString(root_.string()),
                  "--recipe", QString::fromStdString(recipe), option, value});
      QCOMPARE(code, 0);
      const auto engine = nlohmann::json::parse(output.toStdString())["settings"];
      const nlohmann::json values = recipeValues(recipe);
      for (const auto& [key, wanted] : values.items())
        QVERIFY2(engine[key] == wanted, (recipe + " " + key).c_str());
    }
    const nlohmann::json small = presetSettings(TrainPreset::BestSmall, {});
    const auto [output, code] = runCli({"architectures", "inverted-residual", "--json"});
    const auto info = nlohmann::json::parse(output.toStdString())["architectures"][0];
    QVERIFY(small["features"] == info["features"]);
  }

  void everyOptionArrivesInTheSettings() {
    TrainSettingsPage page;
    page.setData({.root = root_}, &report_);
    open(page);
    auto* search = named<QLineEdit>(&page, "Find an option");
    int tried = 0;
    for (const QString& pointer : pointers(page)) {
      // What another choice brings along is tried on its own.
      if (pointer == "/architecture" || pointer == "/recipe" || pointer == "/init") continue;
      typeInto(search, pointer);
      OptionRow* row = rowOf(&page, pointer);
      QVERIFY2(row != nullptr, qPrintable(pointer));
      const nlohmann::json before = valueAt(page, pointer);
      change(row);
      const nlohmann::json after = valueAt(page, pointer);
      QVERIFY2(after != before, qPrintable(pointer));
      QVERIFY2(row->isChanged(), qPrintable(pointer));
      QTest::mouseClick(named<QToolButton>(row, "Reset: " + row->option().name), Qt::LeftButton);
      QVERIFY2(valueAt(page, pointer) == before, qPrintable(pointer));
      QVERIFY(!row->isChanged());
      ++tried;
    }
    QVERIFY(tried > 40);
    QTest::keyClick(search, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(search, Qt::Key_Delete);
  }

  void numbersAreTakenAsTheyAreTyped() {
    TrainSettingsPage page;
    page.setData({.root = root_}, &report_);
    open(page);
    find(page, "--learning-rate");
    auto* box = rowOf(&page, "/learning_rate")->findChild<NumberBox*>();
    typeInto(box, "0.00025");
    QCOMPARE(page.request().settings["learning_rate"].get<double>(), 0.00025);
    QTest::keyClick(box, Qt::Key_Tab);
    QCOMPARE(box->text(), QString("0.00025"));
    find(page, "--seed");
    box = rowOf(&page, "/seed")->findChild<NumberBox*>();
    typeInto(box, "123456789012");
    QTest::keyClick(box, Qt::Key_Tab);
    QCOMPARE(page.request().settings["seed"].get<uint64_t>(), uint64_t{123456789012});
    QVERIFY(page.request().settings["split"]["seed"] == page.request().settings["seed"]);
    find(page, "--train-folds");
    typeInto(rowOf(&page, "/split/train_folds")->findChild<QLineEdit*>(), "1, 3");
    QVERIFY(page.request().settings["split"]["train_folds"] == nlohmann::json({1, 3}));
    find(page, "--search");
    typeInto(rowOf(&page, "/search_trials")->findChild<NumberBox*>(), "12");
    QCOMPARE(page.request().searchTrials, 12);
    QVERIFY(named<QPushButton>(&page, "Start search") != nullptr);
  }

  /// Files of a list are separated by semicolons, so that a name may have a comma.
  void teachersAreAListOfFiles() {
    TrainSettingsPage page;
    open(page);
    find(page, "--teacher");
    OptionRow* row = rowOf(&page, "/teachers");
    QVERIFY(row != nullptr);
    auto* line = row->findChild<QLineEdit*>();
    typeInto(line, "/models/a, b.pt; /models/c.pt;");
    QCOMPARE(valueAt(page, "/teachers").dump(),
             std::string(R"(["/models/a, b.pt","/models/c.pt"])"));
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(line, Qt::Key_Backspace);
    QCOMPARE(valueAt(page, "/teachers").dump(), std::string("[]"));
    // A file that is chosen in the dialog comes after those that are there.
    typeInto(line, "/models/a.pt");
    named<QToolButton>(row, "Choose a file for: Teachers")->click();
    auto* dialog = row->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr && dialog->fileMode() == QFileDialog::ExistingFiles);
    emit dialog->filesSelected({"/models/b.pt"});
    QCOMPARE(valueAt(page, "/teachers").dump(), std::string(R"(["/models/a.pt","/models/b.pt"])"));
    QCOMPARE(line->text(), QString("/models/a.pt; /models/b.pt"));
    dialog->close();
  }

  void anArchitectureBringsItsSizesAndFeatures() {
    TrainSettingsPage page;
    open(page);
    find(page, "--architecture");
    auto* combo = rowOf(&page, "/architecture")->findChild<QComboBox*>();
    QCOMPARE(combo->count(), 7);
    QVERIFY(rowOf(&page, "/architecture_settings/channels") != nullptr);
    QTest::keyClick(combo, Qt::Key_End);
    nlohmann::json settings = page.request().settings;
    QCOMPARE(settings["architecture"].get<std::string>(), std::string("mobilenet-v3"));
    QCOMPARE(settings["features"]["pre_emphasis"].get<double>(), 0.97);
    QTest::keyClick(combo, Qt::Key_Up);
    settings = page.request().settings;
    QCOMPARE(settings["architecture"].get<std::string>(), std::string("inverted-residual"));
    QVERIFY(!settings["features"].contains("pre_emphasis"));
    QCOMPARE(settings["features"]["sample_rate"].get<int>(), 32000);
    QVERIFY(settings["architecture_settings"].contains("top_moments"));
    find(page, "/architecture_settings");
    OptionRow* strides = rowOf(&page, "/architecture_settings/strides");
    QVERIFY(strides != nullptr && !strides->isChanged());
    QVERIFY(rowOf(&page, "/architecture_settings/kernels") == nullptr);

    find(page, "--recipe");
    auto* recipe = rowOf(&page, "/recipe")->findChild<QComboBox*>();
    QTest::keyClick(recipe, Qt::Key_Home);
    QCOMPARE(page.request().settings["epochs"].get<int>(), 50);
    QCOMPARE(page.request().settings["architecture"].get<std::string>(),
             std::string("inverted-residual"));
  }

  void aModelBringsItsNetwork() {
    TrainSettingsPage page;
    open(page);
    find(page, "--init");
    auto* line = rowOf(&page, "/init")->findChild<QLineEdit*>();
    const std::string model = std::string(EARWITNESS_SOURCE_DIR) + "/models/earwitness.pt";
    typeInto(line, QString::fromStdString(model));
    QTRY_COMPARE(page.request().settings["architecture"].get<std::string>(),
                 std::string("inverted-residual"));
    QCOMPARE(page.request().settings["init"].get<std::string>(), model);
    QCOMPARE(page.request().settings["features"]["n_mels"].get<int>(), 64);
  }

  void stepsOfAugmentation() {
    TrainSettingsPage page;
    page.setData({.root = root_}, &report_);
    open(page);
    const auto steps = [&page] {
      QStringList names;
      const TrainRequest request = page.request();
      for (const auto& step : request.settings["augmentation"])
        names << QString::fromStdString(step["step"]);
      return names;
    };
    find(page, "--augmentation");
    QCOMPARE(steps(), (QStringList{"roll", "gain", "frequency-mask", "time-mask"}));
    for (QAction* action : named<QToolButton>(&page, "Add a step")->menu()->actions())
      if (action->text() == "Mel shift") action->trigger();
    QCOMPARE(steps(), (QStringList{"roll", "gain", "mel-shift", "frequency-mask", "time-mask"}));
    QTest::mouseClick(named<QToolButton>(&page, "Earlier: Mel shift"), Qt::LeftButton);
    QCOMPARE(steps()[1], QString("mel-shift"));
    QTest::mouseClick(named<QToolButton>(&page, "Remove: Roll"), Qt::LeftButton);
    QCOMPARE(steps(), (QStringList{"mel-shift", "gain", "frequency-mask", "time-mask"}));
    typeInto(named<NumberBox>(&page, "Gain: dB"), "12.5");
    QCOMPARE(page.request().settings["augmentation"][1]["db"].get<double>(), 12.5);
    QTest::mouseClick(named<QToolButton>(&page, "Reset: Steps"), Qt::LeftButton);
    QCOMPARE(steps(), (QStringList{"roll", "gain", "frequency-mask", "time-mask"}));
  }

  void thePreviewShowsWhatTheStepsDo() {
    TrainSettingsPage page;
    page.setData({.root = root_}, &report_);
    open(page);
    auto* preview = page.findChild<AugmentationPreview*>();
    QSignalSpy shown(preview, &AugmentationPreview::shown);
    find(page, "--augmentation");
    QTRY_VERIFY(!preview->pair().before.isNull());
    QVERIFY2(preview->pair().problem.isEmpty(), qPrintable(preview->pair().problem));
    QCOMPARE(preview->pair().before.width(), 81);  // frames of a second
    const QImage before = preview->pair().before, after = preview->pair().after;
    QVERIFY(before != after);
    shown.clear();
    QTest::mouseClick(named<QPushButton>(&page, "New random values"), Qt::LeftButton);
    QTRY_COMPARE(shown.count(), 1);
    QVERIFY(preview->pair().before == before && preview->pair().after != after);
    shown.clear();
    QTest::mouseClick(named<QPushButton>(&page, "Next clip"), Qt::LeftButton);
    QTRY_COMPARE(shown.count(), 1);
    QVERIFY(preview->pair().before != before);
    for (const char* step : {"Roll", "Gain", "Frequency mask", "Time mask"})
      QTest::mouseClick(named<QToolButton>(&page, QString("Remove: ") + step), Qt::LeftButton);
    QTRY_VERIFY(preview->pair().before == preview->pair().after);
  }

  void theFilterFinds() {
    TrainSettingsPage page;
    open(page);
    find(page, "smoothing");
    QStringList shown;
    for (const OptionRow* row : page.findChildren<OptionRow*>())
      if (!row->isHidden()) shown << row->option().name;
    QCOMPARE(shown, QStringList{"Label smoothing"});
    find(page, "no such thing");
    QVERIFY(rowOf(&page, "/label_smoothing") == nullptr);
    find(page, "telephones");
    QVERIFY(!page.findChild<AugmentationEditor*>()->isVisible());
    QTest::keyClick(named<QLineEdit>(&page, "Find an option"), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(named<QLineEdit>(&page, "Find an option"), Qt::Key_Delete);

    find(page, "--patience");
    typeInto(rowOf(&page, "/patience")->findChild<NumberBox*>(), "7");
    typeInto(named<QLineEdit>(&page, "Find an option"), " ");
    QTest::mouseClick(named<QCheckBox>(&page, "Only changed"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(rowOf(&page, "/patience") != nullptr && rowOf(&page, "/epochs") == nullptr);
    auto* groups = named<QListWidget>(&page, "Groups of options");
    QCOMPARE(groups->item(3)->text(), QString("Optimisation (1)"));
  }

  void settingsOfAnEarlierRun() {
    nlohmann::json settings = presetSettings(TrainPreset::Report, {});
    settings["epochs"] = 77;
    settings["data"]["root"] = "/elsewhere";
    const fs::path run = stateFolder() / "runs" / "my run";
    fs::create_directories(run);
    std::ofstream(run / "settings.json") << settings.dump();
    std::ofstream(run / "journal.jsonl")
        << R"({"event":"started","version":2,"time":"2026-05-31T18:04:05Z"})"
        << "\n";
    TrainSettingsPage page;
    page.setData({.root = root_}, &report_);
    open(page);
    const QSignalSpy told(&page, &TrainSettingsPage::told);
    auto* menu = page.findChild<RunSettingsMenu*>();
    emit menu->aboutToShow();
    QTRY_VERIFY(!menu->actions().isEmpty() && menu->actions()[0]->text().startsWith("my run"));
    menu->actions()[0]->trigger();
    QTRY_COMPARE(page.request().settings["epochs"].get<int>(), 77);
    // These sounds, not that run's.
    QCOMPARE(page.request().settings["data"]["root"].get<std::string>(), root_.string());
    QVERIFY(!named<ChoiceCard>(&page, "Quick look")->isChecked());
    find(page, "--epochs");
    QVERIFY(!rowOf(&page, "/epochs")->isChanged());

    page.loadSettings(settings);
    QCOMPARE(page.request().settings["data"]["root"].get<std::string>(), std::string("/elsewhere"));
    page.loadSettings({{"version", 1}, {"architecture", "cnn1d"}});
    QCOMPARE(told.count(), 1);
    QVERIFY(told[0][0].toString().contains("version 1"));
    std::ofstream(run / "settings.json") << "torn";
    menu->open(run);
    QTRY_COMPARE(told.count(), 2);
  }

  void startNeedsSounds() {
    TrainSettingsPage page;
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const QSignalSpy started(&page, &TrainSettingsPage::startAsked);
    auto* start = named<QPushButton>(&page, "Start training");
    auto* why = named<QLabel>(&page, "Reason why the training cannot start");
    QVERIFY(!start->isEnabled() && why->isVisible());
    QVERIFY(why->text().contains("Choose sounds"));
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(started.count(), 0);

    DataReport poor = report_;
    poor.obstacles = {Message::verbatim("There is only one class.")};
    page.setData({.root = root_}, &poor);
    QVERIFY(!start->isEnabled());
    QCOMPARE(why->text(), QString("There is only one class."));

    page.setData({.root = root_}, &report_);
    QVERIFY(start->isEnabled() && !why->isVisible());
    QTest::keyClicks(named<QLineEdit>(&page, "Name of the run"), "two tones");
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(started.count(), 1);
    const auto request = started[0][0].value<TrainRequest>();
    QVERIFY(request.settings == page.request().settings);
    QCOMPARE(request.name, QString("two tones"));
    QVERIFY(named<QLabel>(&page, "Sounds")->text().contains("classes 2, clips 12"));
  }

  void theCostIsTheEngines() {
    TrainSettingsPage page;
    page.setData({.root = root_}, &report_);
    page.show();
    auto* cost = page.findChild<CostLine*>();
    QTRY_VERIFY_WITH_TIMEOUT(cost->answer().is_object(), kPatienceMs);
    const QString text = named<QLabel>(&page, "Cost")->text();
    for (const char* part : {"parameters", "multiply-adds", "on disk", "About"})
      QVERIFY2(text.contains(part), qPrintable(text));
    // What the page sends is what the engine understands it to be.
    const nlohmann::json& understood = cost->answer().at("settings");
    const nlohmann::json sent = page.request().settings;
    for (const auto& [key, value] : sent.items())
      if (key != "data" && key != "architecture_settings" && key != "augmentation")
        QVERIFY2(key == "window_seconds" || understood.at(key) == value, key.c_str());
    QVERIFY(understood.at("augmentation") == sent.at("augmentation"));
  }

  void aCostThatCannotBeToldIsASentence() {
    TrainSettingsPage page;
    page.setData({.root = root_ / "nowhere"}, nullptr);
    page.show();
    auto* label = named<QLabel>(&page, "Cost");
    QVERIFY(label->text().contains("Estimating"));
    QTRY_VERIFY_WITH_TIMEOUT(label->text().endsWith('.'), kPatienceMs);
  }

  /// What cannot be trained is said before, and cannot be started.
  void settingsThatContradictEachOther() {
    TrainSettingsPage page;
    page.setData({.root = root_}, &report_);
    open(page);
    QTest::keyClick(&page, Qt::Key_P, Qt::AltModifier);
    QTest::mouseClick(named<ChoiceCard>(&page, "Baseline"), Qt::LeftButton);
    auto* start = named<QPushButton>(&page, "Start training");
    QVERIFY(start->isEnabled());
    QTest::keyClick(&page, Qt::Key_E, Qt::AltModifier);
    find(page, "attention heads");
    typeInto(rowOf(&page, "/architecture_settings/heads")->findChild<NumberBox*>(), "3");
    QTRY_VERIFY_WITH_TIMEOUT(!start->isEnabled(), kPatienceMs);
    QVERIFY(named<QLabel>(&page, "Cost")->text().contains("heads divide"));
    typeInto(rowOf(&page, "/architecture_settings/heads")->findChild<NumberBox*>(), "4");
    QVERIFY(start->isEnabled());
    auto* cost = page.findChild<CostLine*>();
    QTRY_VERIFY_WITH_TIMEOUT(cost->answer().is_object(), kPatienceMs);
    QVERIFY(start->isEnabled());
  }

  void costAsText() {
    const auto answer = nlohmann::json::parse(R"({"parameters": 124510, "multiply_adds": 27087232,
      "window_seconds": 5.0, "training_clips": 128, "validation_clips": 32, "split": "drawn",
      "warnings": ["Few clips."], "seconds": 130.0, "disk_bytes": 45000000})");
    const QString text = costText(answer, 12e9);
    for (const char* part : {"124,510 parameters", "27.1 M multiply-adds per window of 5 s",
                             "45.0 MB on disk (12.0 GB free)", "About 2 min"})
      QVERIFY2(text.contains(part), qPrintable(text));
    QCOMPARE(costWarnings(answer, 12e9), QStringList{"Few clips."});
    QVERIFY(costWarnings(answer, 1e6)[0].contains("Not enough disk space"));
    // 20 trials for 10 epochs, 7 to the 30th, 3 to the 90th: 520 epochs, 5.8 times 130 s.
    const QString search = costText(answer, -1.0, {.trials = 20, .epochs = 90});
    QVERIFY2(search.startsWith("About 13 min in total for 20 trials"), qPrintable(search));
    QVERIFY(splitText(answer).contains("128") && splitText(answer).contains("drawn"));
    QCOMPARE(costText(nlohmann::json::object(), 1.0), QString());
  }

  /// What the command line can do the page can do.
  void everyOptionOfTheCommandLineIsThere() {
    const QMap<QString, QString> elsewhere{
        {"--help", "the help is on the page"},
        {"--data", "the page of sounds chooses it"},
        {"--out", "the window names the run's folder"},
        {"--resume", "the page of the training does it"},
        {"--cache", "the window keeps features in the user's cache folder"},
        {"--json", "how programs ask for events"},
        {"--dry-run", "the cost line is that"},
        {"--unconfined", "the window runs no such model without asking"},
        {"--yield", "the window always asks for it"}};
    const QString help = QString::fromUtf8(runCli({"train", "--help"}).first);
    QSet<QString> flags;
    // At the start of a line: others are words of somebody's help.
    static const QRegularExpression pattern(QStringLiteral("^\\s+(?:-\\w,)?(--[a-z0-9-]+)"),
                                            QRegularExpression::MultilineOption);
    for (auto match = pattern.globalMatch(help); match.hasNext();)
      flags << match.next().captured(1);
    QVERIFY(flags.size() > 35);
    TrainSettingsPage page;
    open(page);
    for (const QString& flag : flags) {
      if (elsewhere.contains(flag)) continue;
      find(page, flag);
      bool isThere = false;
      for (const QWidget* widget : page.findChildren<QWidget*>())
        isThere = isThere || (widget->property("flag") == flag && widget->isVisible());
      QVERIFY2(isThere, qPrintable(flag));
    }
  }

 private:
  /// Shows every option, and waits until the architectures are known.
  static void open(TrainSettingsPage& page) {
    page.resize(1024, 640);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTest::keyClick(&page, Qt::Key_E, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(
        page.findChild<AugmentationEditor*>() != nullptr &&
            page.request().settings["architecture_settings"].contains("dropout"),
        kPatienceMs);
  }
  static void find(const TrainSettingsPage& page, const QString& words) {
    typeInto(named<QLineEdit>(&page, "Find an option"), words);
  }
  static QStringList pointers(const TrainSettingsPage& page) {
    QStringList all;
    for (const OptionRow* row : page.findChildren<OptionRow*>())
      all << row->property("pointer").toString();
    return all;
  }
  static nlohmann::json valueAt(const TrainSettingsPage& page, const QString& pointer) {
    if (pointer == "/search_trials") return page.request().searchTrials;
    const nlohmann::json settings = page.request().settings;
    const nlohmann::json::json_pointer place(pointer.toStdString());
    return settings.contains(place) ? settings.at(place) : nlohmann::json();
  }
  /// Gives an option another value as its user would.
  static void change(OptionRow* row) {
    if (auto* box = row->findChild<NumberBox*>())
      QTest::keyClick(box, box->value() < box->maximum() ? Qt::Key_Up : Qt::Key_Down);
    else if (auto* tick = row->findChild<QCheckBox*>())
      QTest::keyClick(tick, Qt::Key_Space);
    else if (auto* combo = row->findChild<QComboBox*>())
      chooseNext(combo);
    else
      typeInto(row->findChild<QLineEdit*>(),
               row->option().kind == TrainOption::Kind::JsonList    ? "8, 16"
               : row->option().kind == TrainOption::Kind::WholeList ? "4, 5"
                                                                    : "something");
  }

  QTemporaryDir settings_;
  fs::path root_;
  DataReport report_;
};

QTEST_MAIN(TestSettingsPage)
#include "test_settings_page.moc"
