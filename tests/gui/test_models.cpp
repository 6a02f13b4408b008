// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTextBrowser>
#include <QTreeWidget>

#include "app/gui/base/saved_state.h"
#include "app/gui/models/import_dialog.h"
#include "app/gui/models/model_manager.h"
#include "app/gui/services/model_files.h"
#include "app/gui/services/model_library.h"
#include "app/gui/shell/model_menu.h"
#include "app/gui/sound_view/model_card_dialog.h"
#include "app/gui/sound_view/model_card_text.h"
#include "app/gui/widgets/banner.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/pictures.h"
#include "tests/gui/shown_dialog.h"
#include "tests/unit/inference/model_surgery.h"

using namespace earwitness;
using namespace earwitness::gui;
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

}  // namespace

/// The model library, the card and the import, with the real earwitness-cli.
class TestModels : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    test::isolateSettings(settings_);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    qputenv("XDG_DATA_HOME", data_.path().toUtf8());
    // Where Qt finds no trash it makes one in the current folder.
    QVERIFY(QDir::setCurrent(data_.path()));
    const QByteArray folder =
        QByteArray::fromStdString(fs::path(EARWITNESS_CLI).parent_path().string());
    qputenv("PATH", folder + ":" + qgetenv("PATH"));
    bundled_ = fs::path(EARWITNESS_SOURCE_DIR) / "models/earwitness.pt";
    model_ = readModelDescription(bundled_);
    foreign_ = root() / "their network.pt";
    fs::copy_file(bundled_, foreign_);
    changeEntry(foreign_, "extra/earwitness.json", [](const std::string&) { return ""; });
  }
  void init() {
    QSettings().clear();
    fs::remove_all(ownModelsFolder());
  }
  void cleanup() {
    for (QWidget* widget : QApplication::topLevelWidgets())
      if (qobject_cast<QDialog*>(widget) != nullptr) delete widget;
  }

  void theMenuListsModelsByTheirNames() {
    QWidget window;
    QMenu menu;
    ModelMenu models(&menu, &window);
    const QSignalSpy chosen(&models, &ModelMenu::chosen);
    addOwn("mine", "My model");
    models.setModels({bundled_});
    models.setCurrent(bundled_);
    QTRY_COMPARE(modelNames(menu), (QStringList{"Earwitness 51 (ESC-50, speech)", "My model"}));
    QVERIFY(menu.actions()[0]->isChecked() && !menu.actions()[2]->isChecked());
    QStringList texts;
    for (const QAction* action : menu.actions()) texts << action->text().remove(u'&');
    for (const char* text : {"Open model…", "Import model…", "Get models…", "Manage models…"})
      QVERIFY(texts.contains(text));
    menu.actions()[2]->trigger();
    QCOMPARE(chosen.count(), 1);
    QVERIFY(chosen[0][0].toString().endsWith("mine.pt"));

    // A run's model is listed as long as it is there.
    const fs::path best = root() / "best.pt";
    fs::copy_file(bundled_, best, fs::copy_options::overwrite_existing);
    models.setCurrent(best);
    QTRY_COMPARE(modelNames(menu).size(), 3);
    QVERIFY(menu.actions()[4]->isChecked());
  }

  void aBrokenModelIsShownAsSuch() {
    fs::create_directories(ownModelsFolder());
    std::ofstream(ownModelsFolder() / "broken.pt") << "no model";
    ModelLibrary library;
    library.refresh();
    QTRY_COMPARE(library.models().size(), size_t(1));
    QVERIFY(library.models()[0].problem.contains("not a model file"));
    QCOMPARE(library.models()[0].name(), QString("broken"));
  }

  void theCardIsForPeople() {
    ModelCardDialog dialog(model_, bundled_);
    dialog.show();
    const QString text = named<QTextBrowser>(&dialog, "Card")->toPlainText();
    for (const char* part : {"64 bands from 0 to 16,000 Hz", "117,784", "85.1%", "CC BY-NC 3.0",
                             "0.0% of 81 windows", "ESC-50 folds 1 to 4", "inverted-residual"})
      QVERIFY2(text.contains(part), part);
    QVERIFY(text.contains(QString::fromStdString(model_.fingerprint)));
    QVERIFY(!text.contains('{') && !text.contains('_'));

    auto* labels = named<QListWidget>(&dialog, "Labels");
    QCOMPARE(labels->count(), 52);
    QTest::keyClicks(named<QLineEdit>(&dialog, "Search labels"), "bell");
    int shown = 0;
    for (int row = 0; row < labels->count(); ++row) shown += labels->item(row)->isHidden() ? 0 : 1;
    QCOMPARE(shown, 1);
    QTest::mouseClick(named<QPushButton>(&dialog, "Copy"), Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith("Earwitness 51 (ESC-50, speech)\n") &&
            copied.contains("  church_bells\n"));
  }

  void aCardWithNextToNothingOnIt() {
    ModelDescription model = test::describe({"a", "b"});
    model.card = nlohmann::json::parse(R"({"figures": 3, "noise_check": [], "training": null,
      "warnings": ["It is young."], "confusions": [{"label": "a", "said": "b", "clips": 4}]})");
    const QString text = cardPlainText(model, cardSections(model));
    QVERIFY(text.contains("It is young.") && text.contains("A: predicted as b: 4"));
    model.card = nullptr;
    QVERIFY(cardPlainText(model, cardSections(model)).contains("Test model"));
  }

  void theManagerRenamesRemovesAndBeginsWith() {
    addOwn("mine", "My model");
    ModelLibrary library;
    ModelManager manager(&library);
    manager.show();
    library.setBundled({bundled_});
    library.setCurrent(bundled_);
    auto* table = named<QTreeWidget>(&manager, "Models");
    QTRY_COMPARE(table->topLevelItemCount(), 2);
    QVERIFY(!named<QPushButton>(&manager, "Rename…")->isEnabled());  // the bundled one
    table->setCurrentItem(table->topLevelItem(1));

    QTest::keyClick(&manager, Qt::Key_F2);
    QTRY_VERIFY(shownDialog<QInputDialog>() != nullptr);
    shownDialog<QInputDialog>()->setTextValue("Another name");
    shownDialog<QInputDialog>()->accept();
    QTRY_COMPARE(table->topLevelItem(1)->text(0), QString("Another name"));
    QCOMPARE(readModelDescription(ownModelsFolder() / "mine.pt").name, std::string("Another name"));

    QTest::mouseClick(named<QPushButton>(&manager, "Set as default"), Qt::LeftButton);
    QCOMPARE(savedState::model(), ownModelsFolder() / "mine.pt");
    QVERIFY(table->topLevelItem(1)->text(4).contains("default"));
    keepPictures(manager, "models");

    manager.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&manager));
    QTest::keyClick(&manager, Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY(shownDialog<ModelCardDialog>() != nullptr);
    keepPictures(*shownDialog<ModelCardDialog>(), "model-card-own");
    shownDialog<ModelCardDialog>()->close();

    QTest::mouseClick(named<QPushButton>(&manager, "Remove…"), Qt::LeftButton);
    QTRY_VERIFY(shownDialog<QMessageBox>() != nullptr);
    QTest::mouseClick(named<QPushButton>(shownDialog<QMessageBox>(), "Remove"), Qt::LeftButton);
    QTRY_COMPARE(table->topLevelItemCount(), 1);
    QVERIFY(!fs::exists(ownModelsFolder() / "mine.pt"));
  }

  /// From somebody else's file to a model in the library that says the same as the original.
  void anImportFromFirstToLast() {
    ImportDialog dialog;
    dialog.show();
    const QSignalSpy imported(&dialog, &ImportDialog::imported);
    auto* import = named<QPushButton>(&dialog, "Import");
    QVERIFY(!import->isEnabled());
    dialog.openFile(QString::fromStdString(foreign_.string()));
    auto* labels = named<QPlainTextEdit>(&dialog, "Labels");
    QTRY_VERIFY_WITH_TIMEOUT(labels->isVisible() && labels->isEnabled(), kPatienceMs);
    QCOMPARE(named<QLineEdit>(&dialog, "Name")->text(), QString("their network"));
    QCOMPARE(named<QSpinBox>(&dialog, "Bands")->value(), 64);
    QVERIFY(!import->isEnabled());

    labels->setPlainText("just\ntwo");
    QVERIFY(!import->isEnabled());
    QVERIFY(import->toolTip().contains("52 outputs, but there are 2 labels"));
    QStringList lines;
    for (const std::string& label : model_.labels) lines << QString::fromStdString(label);
    labels->setPlainText(lines.join('\n'));
    named<QComboBox>(&dialog, "Input")->setCurrentText("Log-mel: 1 × frames × bands");
    named<QSpinBox>(&dialog, "Sample rate")->setValue(model_.features.sampleRate);
    auto* preset = named<QComboBox>(&dialog, "Preset");
    preset->setCurrentIndex(1);
    QCOMPARE(preset->currentText(), QString("Like YAMNet: 16 kHz, 64 bands"));
    preset->setCurrentIndex(0);
    QCOMPARE(preset->currentText(), QString("Earwitness: 16 kHz, 80 bands"));
    named<QSpinBox>(&dialog, "Sample rate")->setValue(model_.features.sampleRate);
    QCOMPARE(preset->currentIndex(), -1);
    named<QSpinBox>(&dialog, "FFT")->setValue(model_.features.nFft);
    named<QSpinBox>(&dialog, "Hop")->setValue(model_.features.hopSamples);
    named<QDoubleSpinBox>(&dialog, "Highest frequency")->setValue(model_.features.fMaxHz);
    QVERIFY(import->isEnabled());

    QTest::mouseClick(named<QPushButton>(&dialog, "Try on a sample"), Qt::LeftButton);
    QVERIFY(!import->isEnabled());
    auto* trial = named<QLabel>(&dialog, "Detected sounds");
    QTRY_VERIFY_WITH_TIMEOUT(trial->text().contains("Siren"), kPatienceMs);
    keepPictures(dialog, "model-import");

    QTest::mouseClick(import, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(shownDialog<QMessageBox>() != nullptr, kPatienceMs);
    QTest::mouseClick(shownDialog<QMessageBox>()->button(QMessageBox::Yes), Qt::LeftButton);
    QTRY_COMPARE(imported.count(), 1);
    QVERIFY(imported[0][1].toBool());
    const fs::path saved = imported[0][0].toString().toStdString();
    QCOMPARE(saved, ownModelsFolder() / "their-network.pt");
    const ModelDescription copy = readModelDescription(saved);
    QVERIFY(copy.labels == model_.labels && copy.features == model_.features);
    QCOMPARE(copy.windowSeconds, model_.windowSeconds);
  }

  /// Nothing is asked of a network that is known.
  void knownWeightsAreImported() {
    ImportDialog dialog;
    dialog.show();
    const QSignalSpy imported(&dialog, &ImportDialog::imported);
    dialog.openFile(EARWITNESS_TEST_DATA "/golden/weights/mn01.pt");
    auto* import = named<QPushButton>(&dialog, "Import");
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatienceMs);
    QVERIFY(!named<QPlainTextEdit>(&dialog, "Labels")->isVisible());
    keepPictures(dialog, "weights-import");
    QTest::mouseClick(import, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(shownDialog<QMessageBox>() != nullptr, kPatienceMs);
    QTest::mouseClick(shownDialog<QMessageBox>()->button(QMessageBox::Yes), Qt::LeftButton);
    QTRY_COMPARE(imported.count(), 1);
    const ModelDescription model = readModelDescription(imported[0][0].toString().toStdString());
    QCOMPARE(model.labels.size(), size_t(527));
    QCOMPARE(model.card.at("label_ids").size(), size_t(527));
    QVERIFY(model.output == ModelOutput::MultiLabelLogits);
  }

  void theFormHasItsSpaceAfterKnownWeights() {
    ImportDialog dialog;
    dialog.show();
    const int height = dialog.height();
    dialog.openFile(EARWITNESS_TEST_DATA "/golden/weights/mn01.pt");
    QTRY_VERIFY_WITH_TIMEOUT(named<QPushButton>(&dialog, "Import")->isEnabled(), kPatienceMs);
    QVERIFY(dialog.height() < height);
    dialog.openFile(QString::fromStdString(foreign_.string()));
    QTRY_VERIFY_WITH_TIMEOUT(named<QPlainTextEdit>(&dialog, "Labels")->isVisible(), kPatienceMs);
    QCOMPARE(dialog.height(), height);
  }

  void aFileThatIsNoNetworkIsRefusedInline() {
    const fs::path file = root() / "text.pt";
    std::ofstream(file) << "no network";
    ImportDialog dialog;
    dialog.show();
    dialog.openFile(QString::fromStdString(file.string()));
    auto* banner = dialog.findChild<Banner*>();
    QTRY_VERIFY_WITH_TIMEOUT(banner->text().contains("not a TorchScript file"), kPatienceMs);
    QVERIFY(!named<QPlainTextEdit>(&dialog, "Labels")->isVisible());
    QVERIFY(named<QPushButton>(&dialog, "Choose…")->isEnabled());
  }

  void aProbeCanBeCancelled() {
    ImportDialog dialog;
    dialog.show();
    dialog.openFile(QString::fromStdString(foreign_.string()));
    auto* choose = named<QPushButton>(&dialog, "Choose…");
    QVERIFY(!choose->isEnabled());
    QTest::mouseClick(named<QPushButton>(&dialog, "Cancel"), Qt::LeftButton);
    QVERIFY(choose->isEnabled() && dialog.isVisible());
    QTest::mouseClick(named<QPushButton>(&dialog, "Cancel"), Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
  }

 private:
  static constexpr int kPatienceMs = 120'000;

  fs::path root() const { return directory_.path().toStdString(); }
  void addOwn(const char* stem, const char* name) {
    fs::create_directories(ownModelsFolder());
    const fs::path file = ownModelsFolder() / (std::string(stem) + ".pt");
    fs::copy_file(bundled_, file);
    ModelDescription model = readModelDescription(file);
    model.name = name;
    replaceModelDescription(file, model, file);
  }
  static QStringList modelNames(const QMenu& menu) {
    QStringList names;
    for (const QAction* action : menu.actions())
      if (action->isCheckable()) names << action->text();
    return names;
  }

  QTemporaryDir settings_;
  QTemporaryDir data_;
  QTemporaryDir directory_;
  fs::path bundled_;
  fs::path foreign_;
  ModelDescription model_;
};

QTEST_MAIN(TestModels)
#include "test_models.moc"
