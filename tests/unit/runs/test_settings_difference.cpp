// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <nlohmann/json.hpp>

#include "core/runs/settings_difference.h"

using namespace earwitness;
using nlohmann::json;

class TestSettingsDifference : public QObject {
  Q_OBJECT

 private slots:
  void settingsWithinSettingsHaveNamesOfTheirOwn() {
    const FlatSettings flat = flatSettings({{"epochs", 3},
                                            {"recipe", "strong"},
                                            {"features", {{"n_mels", 64}, {"scale", "decibel"}}},
                                            {"folds", {1, 2}}});
    QCOMPARE(flat, (FlatSettings{{"epochs", "3"},
                                 {"recipe", "strong"},
                                 {"features.n_mels", "64"},
                                 {"features.scale", "decibel"},
                                 {"folds", "[1,2]"}}));
  }

  void augmentationIsOneSetting() {
    const FlatSettings flat = flatSettings(
        {{"augmentation", json::array({{{"step", "gain"}, {"db", 6.0}}, {{"step", "roll"}}})}});
    QCOMPARE(flat.size(), size_t(1));
    const QString text = QString::fromStdString(flat.at("augmentation"));
    QVERIFY2(text.startsWith("gain:db=6"), qPrintable(text));
    QVERIFY2(text.contains("roll"), qPrintable(text));
  }

  void augmentationOfAnotherVersionIsShownAsItIs() {
    const FlatSettings flat =
        flatSettings({{"augmentation", json::array({{{"step", "never-heard-of"}}})}});
    QCOMPARE(flat.at("augmentation"), std::string(R"([{"step":"never-heard-of"}])"));
  }

  void onlyWhatDiffersIsListed() {
    const auto differences = settingsThatDiffer({{{"a", "1"}, {"b", "x"}, {"c", "2"}},
                                                 {{"a", "1"}, {"b", "y"}, {"c", "2"}},
                                                 {{"a", "1"}, {"b", "x"}}});
    QCOMPARE(differences.size(), size_t(2));
    QCOMPARE(differences[0].name, std::string("b"));
    QCOMPARE(differences[0].values[1], std::optional<std::string>("y"));
    QCOMPARE(differences[1].name, std::string("c"));
    QCOMPARE(differences[1].values[0], std::optional<std::string>("2"));
    QVERIFY(!differences[1].values[2].has_value());
  }

  void aSettingThatOnlyOneHasDiffers() {
    const auto differences = settingsThatDiffer({{}, {{"new", ""}}});
    QCOMPARE(differences.size(), size_t(1));
    QVERIFY(!differences[0].values[0].has_value());
    QCOMPARE(differences[0].values[1], std::optional<std::string>(""));
  }

  void oneOrNoneDiffersFromNothing() {
    QVERIFY(settingsThatDiffer({}).empty());
    QVERIFY(settingsThatDiffer({{{"a", "1"}}}).empty());
  }

  void whatIsNoObjectHasNoSettings() {
    QVERIFY(flatSettings(json()).empty());
    QVERIFY(flatSettings(json::array({1})).empty());
  }
};

QTEST_APPLESS_MAIN(TestSettingsDifference)
#include "test_settings_difference.moc"
