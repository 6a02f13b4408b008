// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/base/user_folders.h"

using namespace earwitness;
namespace fs = std::filesystem;

class TestUserFolders : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    QVERIFY(directory_.isValid());
    home_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction();
    fs::create_directories(home_ / ".config");
    qputenv("HOME", QByteArray::fromStdString(home_.string()));
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                             "XDG_RUNTIME_DIR"})
      qunsetenv(name);
  }

  void foldersUnderHome() {
    QCOMPARE(configFolder(), home_ / ".config/earwitness");
    QCOMPARE(stateFolder(), home_ / ".local/state/earwitness");
    QCOMPARE(dataFolder(), home_ / ".local/share/earwitness");
    QCOMPARE(cacheFolder(), home_ / ".cache/earwitness");
    QCOMPARE(musicFolder(), home_ / "Music");
    QVERIFY(!fs::exists(home_ / ".config/earwitness"));
  }

  void variablesGoFirst() {
    qputenv("XDG_CONFIG_HOME", "/elsewhere/config");
    qputenv("XDG_STATE_HOME", "/elsewhere/state");
    qputenv("XDG_DATA_HOME", "/elsewhere/data");
    qputenv("XDG_CACHE_HOME", "/elsewhere/cache");
    QCOMPARE(configFolder(), fs::path("/elsewhere/config/earwitness"));
    QCOMPARE(stateFolder(), fs::path("/elsewhere/state/earwitness"));
    QCOMPARE(dataFolder(), fs::path("/elsewhere/data/earwitness"));
    QCOMPARE(cacheFolder(), fs::path("/elsewhere/cache/earwitness"));
  }

  void relativeOrEmptyVariablesArePassedOver() {
    qputenv("XDG_CONFIG_HOME", "config");
    qputenv("XDG_STATE_HOME", "");
    QCOMPARE(configFolder(), home_ / ".config/earwitness");
    QCOMPARE(stateFolder(), home_ / ".local/state/earwitness");
  }

  void theRuntimeFolderHasNoOtherPlace_data() {
    QTest::addColumn<QByteArray>("value");  // null: not set
    QTest::addColumn<QString>("folder");
    QTest::newRow("set") << QByteArray("/run/user/1000") << "/run/user/1000";
    QTest::newRow("not set") << QByteArray() << "";
    QTest::newRow("empty") << QByteArray("") << "";
    QTest::newRow("relative") << QByteArray("run") << "";
  }
  void theRuntimeFolderHasNoOtherPlace() {
    QFETCH(QByteArray, value);
    QFETCH(QString, folder);
    if (!value.isNull()) qputenv("XDG_RUNTIME_DIR", value);
    QCOMPARE(runtimeFolder(), fs::path(folder.toStdString()));
  }

  void withoutHomeItIsTheSystemsRecordOfIt() {
    qunsetenv("HOME");
    QVERIFY(configFolder().is_absolute());
    QVERIFY(configFolder() != home_ / ".config/earwitness");
  }

  void music_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("folder");  // relative: under home
    QTest::newRow("under home") << QByteArray("XDG_MUSIC_DIR=\"$HOME/Musik\"") << "Musik";
    QTest::newRow("elsewhere") << QByteArray("XDG_MUSIC_DIR=\"/srv/music\"") << "/srv/music";
    QTest::newRow("home itself") << QByteArray("XDG_MUSIC_DIR=\"$HOME/\"") << "";
    QTest::newRow("home without a slash") << QByteArray("XDG_MUSIC_DIR=\"$HOME\"") << "";
    QTest::newRow("another folder") << QByteArray("XDG_VIDEOS_DIR=\"$HOME/V\"") << "Music";
    QTest::newRow("a comment") << QByteArray("#XDG_MUSIC_DIR=\"$HOME/V\"") << "Music";
    QTest::newRow("relative") << QByteArray("XDG_MUSIC_DIR=\"music\"") << "Music";
    QTest::newRow("cut off") << QByteArray("XDG_MUSIC_DIR=\"") << "Music";
    QTest::newRow("empty") << QByteArray("XDG_MUSIC_DIR=\"\"") << "Music";
    QTest::newRow("another variable") << QByteArray("XDG_MUSIC_DIR=\"$HOMEWARD/x\"") << "Music";
  }
  void music() {
    QFETCH(QByteArray, line);
    QFETCH(QString, folder);
    std::ofstream(home_ / ".config/user-dirs.dirs") << "# folders\n" << line.constData() << "\n";
    const fs::path expected = home_ / folder.toStdString();
    QCOMPARE(musicFolder().lexically_normal(), expected.lexically_normal());
  }

 private:
  QTemporaryDir directory_;
  fs::path home_;
};

QTEST_GUILESS_MAIN(TestUserFolders)
#include "test_user_folders.moc"
