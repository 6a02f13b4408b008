// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>

#include <nlohmann/json.hpp>

#include "app/gui/models/get_models_dialog.h"
#include "app/gui/widgets/banner.h"
#include "core/base/atomic_file.h"
#include "core/base/download.h"
#include "core/listening/own_models.h"
#include "core/listening/public_models.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/pictures.h"
#include "tests/unit/base/web_server.h"

using namespace earwitness;
using namespace earwitness::gui;
namespace fs = std::filesystem;

namespace {

QPushButton* buttonNamed(const QWidget& parent, const QString& name) {
  for (auto* button : parent.findChildren<QPushButton*>())
    if (button->text().remove(u'&') == name) return button;
  return nullptr;
}

QLabel* labelNamed(const QWidget& parent, const QString& name) {
  for (auto* label : parent.findChildren<QLabel*>())
    if (label->accessibleName() == name) return label;
  return nullptr;
}

}  // namespace

/// The dialog with the real earwitness-cli and a server on this computer.
class TestGetModels : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    test::isolateSettings(settings_);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    qputenv("XDG_DATA_HOME", (directory_.path() + "/data").toUtf8());
    qputenv("XDG_CACHE_HOME", (directory_.path() + "/cache").toUtf8());
    qputenv("NO_PROXY", "*");
    qputenv("no_proxy", "*");
    const QByteArray folder =
        QByteArray::fromStdString(fs::path(EARWITNESS_CLI).parent_path().string());
    qputenv("PATH", folder + ":" + qgetenv("PATH"));
  }
  void init() {
    fs::remove_all(root() / "data");
    fs::remove_all(root() / "cache");
  }

  void theListIsShown() {
    GetModelsDialog dialog;
    dialog.show();
    auto* table = dialog.findChild<QTreeWidget*>();
    QTRY_COMPARE(table->topLevelItemCount(), 8);
    QCOMPARE(table->topLevelItem(2)->text(0), QString("EfficientAT mn04 (AudioSet)"));
    QCOMPARE(table->topLevelItem(2)->text(1), QString("527"));
    QCOMPARE(table->topLevelItem(2)->text(2), QString("4.1 MB"));
    QCOMPARE(table->topLevelItem(3)->text(2), QString("about 5.7 MB"));
    QCOMPARE(table->topLevelItem(2)->text(3), QString("0.432"));
    QCOMPARE(table->topLevelItem(2)->text(4), QString("MIT"));
    QVERIFY(buttonNamed(dialog, "Get")->isEnabled());
    QVERIFY(!buttonNamed(dialog, "Use now")->isVisible());
    table->setCurrentItem(table->topLevelItem(2));
    QVERIFY(labelNamed(dialog, "About the model")->text().contains("983,599"));
    keepPictures(dialog, "get-models");
  }

  void aDamagedListIsReported() {
    writeFileAtomically(root() / "list.json", "{}");
    GetModelsDialog dialog(root() / "list.json");
    dialog.show();
    QTRY_VERIFY(!dialog.findChild<Banner*>()->text().isEmpty());
    QVERIFY(!buttonNamed(dialog, "Get")->isEnabled());
  }

  void aFailureNamesTheAddress() {
    TestWebServer server({httpAnswer("503 Service Unavailable")});
    GetModelsDialog dialog(listFor(server));
    dialog.show();
    press(dialog);
    auto* banner = dialog.findChild<Banner*>();
    QTRY_VERIFY_WITH_TIMEOUT(banner->text().contains("status 503"), kPatienceMs);
    QVERIFY(banner->text().contains(QString::fromStdString(server.url("/test.pt"))));
    const QLabel* byHand = labelNamed(dialog, "Download it yourself");
    QVERIFY(byHand->isVisible() &&
            byHand->text().contains("<a href=\"" + QString::fromStdString(server.url("/test.pt")) +
                                    "\">"));
    QVERIFY(byHand->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    QVERIFY(buttonNamed(dialog, "Get")->isEnabled());
  }

  void rubbishIsReported() {
    TestWebServer server({httpFile(std::string(300'000, 'x'))});
    GetModelsDialog dialog(listFor(server));
    dialog.show();
    press(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.findChild<Banner*>()->text().isEmpty(), kPatienceMs);
    QVERIFY(ownModels().empty());
  }

  void aDownloadCanBeCancelled() {
    const std::string answer = httpFile(std::string(300'000, 'x'), "ETag: \"v1\"\r\n");
    TestWebServer server({answer.substr(0, answer.size() - 200'000)}, TestWebServer::Then::Wait);
    GetModelsDialog dialog(listFor(server));
    dialog.show();
    press(dialog);
    auto* progress = dialog.findChild<QProgressBar*>();
    QVERIFY(progress->isVisible() && !buttonNamed(dialog, "Get")->isEnabled());
    const fs::path checkpoint = root() / "cache/earwitness/downloads/test.pt";
    QTRY_COMPARE_WITH_TIMEOUT(partBytes(checkpoint), uint64_t(100'000), kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(progress->value(), 333, kPatienceMs);
    QTest::mouseClick(buttonNamed(dialog, "Cancel"), Qt::LeftButton);
    QVERIFY(dialog.isVisible() && buttonNamed(dialog, "Get")->isEnabled());
    QVERIFY(dialog.findChild<Banner*>()->text().isEmpty());
    QCOMPARE(partBytes(checkpoint), uint64_t(100'000));  // for the next attempt
    QTest::mouseClick(buttonNamed(dialog, "Close"), Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
  }

  /// With the real file, which is not part of the sources.
  void aPublicCheckpointIsAddedAndUsed() {
    const fs::path file =
        fs::path(EARWITNESS_SOURCE_DIR) / "../shared/pretrained/mn04_as_mAP_432.pt";
    if (!fs::exists(file)) QSKIP("There is no public checkpoint on this computer.");
    TestWebServer server({httpFile(readFile(file))});
    GetModelsDialog dialog(listFor(server));
    const QSignalSpy added(&dialog, &GetModelsDialog::added);
    const QSignalSpy chosen(&dialog, &GetModelsDialog::chosen);
    dialog.show();
    press(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(added.count() == 1 || !dialog.findChild<Banner*>()->text().isEmpty(),
                             kPatienceMs);
    QVERIFY2(added.count() == 1, qPrintable(dialog.findChild<Banner*>()->text()));
    QCOMPARE(ownModels().size(), size_t(1));
    QCOMPARE(added[0][0].toString().toStdString(), ownModels()[0].string());
    keepPictures(dialog, "get-models-added");
    QTest::mouseClick(buttonNamed(dialog, "Use now"), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QVERIFY(!dialog.isVisible());
  }

 private:
  static constexpr int kPatienceMs = 120'000;

  fs::path root() const { return directory_.path().toStdString(); }

  /// A list whose only model is on the server.
  fs::path listFor(const TestWebServer& server) const {
    nlohmann::json model = toJson(publicModels().front());
    model["name"] = "test";
    model["title"] = "Test model";
    model["file"] = "test.pt";
    model["address"] = server.url("/test.pt");
    model["parameters"] = 1'000'000;
    writeFileAtomically(root() / "list.json",
                        nlohmann::json({{"version", 1}, {"models", {model}}}).dump());
    return root() / "list.json";
  }

  static void press(const GetModelsDialog& dialog) {
    auto* get = buttonNamed(dialog, "Get");
    QTRY_VERIFY(get->isEnabled());
    QTest::mouseClick(get, Qt::LeftButton);
  }

  QTemporaryDir settings_;
  QTemporaryDir directory_;
};

QTEST_MAIN(TestGetModels)
#include "test_get_models.moc"
