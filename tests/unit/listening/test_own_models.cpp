// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/base/atomic_file.h"
#include "core/listening/own_models.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

class TestOwnModels : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    QVERIFY(directory_.isValid());
    home_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction();
    qputenv("XDG_DATA_HOME", QByteArray::fromStdString(home_.string()));
  }

  void modelsAreInTheUsersDataFolder() {
    QCOMPARE(ownModelsFolder(), home_ / "earwitness/models");
    QVERIFY(ownModels().empty());
    QVERIFY(!fs::exists(ownModelsFolder()));
  }

  void aModelIsAddedUnderAFreeName() {
    QCOMPARE(addOwnModel("My model: 1", "one"), ownModelsFolder() / "My-model-1.pt");
    QCOMPARE(addOwnModel("My model: 1", "two"), ownModelsFolder() / "My-model-1-2.pt");
    QCOMPARE(freeOwnModelFile("My model: 1"), ownModelsFolder() / "My-model-1-3.pt");
    QCOMPARE(readFile(ownModelsFolder() / "My-model-1.pt"), std::string("one"));
    QCOMPARE(readFile(ownModelsFolder() / "My-model-1-2.pt"), std::string("two"));
    std::ofstream(ownModelsFolder() / "notes.txt") << "no model";
    QCOMPARE(ownModels().size(), size_t(2));
  }

  void aNameWithoutLettersGetsOne() {
    QCOMPARE(addOwnModel("../..", "x"), ownModelsFolder() / "model.pt");
    QCOMPARE(addOwnModel("", "x"), ownModelsFolder() / "model-2.pt");
  }

  void aFolderThatCannotBeCreatedIsReported() {
    fs::create_directories(home_);
    std::ofstream(home_ / "earwitness") << "a file";
    const QString sentence = errorOf([] { addOwnModel("x", "x"); });
    QVERIFY2(isSentence(sentence) && sentence.contains("models"), qPrintable(sentence));
  }

 private:
  QTemporaryDir directory_;
  fs::path home_;
};

QTEST_GUILESS_MAIN(TestOwnModels)
#include "test_own_models.moc"
