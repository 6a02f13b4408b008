// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "core/base/content_hash.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

class TestContentHash : public QObject {
  Q_OBJECT

 private slots:
  // From xxhsum -H128 0.8.1.
  void knownDigests() {
    QCOMPARE(hashOfText(""), std::string("99aa06d3014798d86001c324468d497f"));
    QCOMPARE(hashOfText("abc"), std::string("06b05ab6733a618578af5f94892f3950"));
  }

  void chunksDoNotMatter() {
    std::string text(100'000, '\0');
    for (size_t i = 0; i < text.size(); ++i) text[i] = char(i * 7 + i / 251);
    for (const size_t chunk : {1UL, 63UL, 240UL, 241UL, 4096UL, 99'999UL}) {
      ContentHash hash;
      for (size_t i = 0; i < text.size(); i += chunk)
        hash.add(std::string_view(text).substr(i, chunk));
      QCOMPARE(hash.hex(), hashOfText(text));
    }
  }

  void aFileIsItsBytes() {
    QTemporaryDir directory;
    const std::string path = directory.filePath("file").toStdString();
    const std::string text(600'001, 'q');  // more than two blocks
    std::ofstream(path, std::ios::binary) << text;
    QCOMPARE(hashOfFile(path), hashOfText(text));
    std::ofstream(path, std::ios::binary | std::ios::app) << "r";
    QVERIFY(hashOfFile(path) != hashOfText(text));
  }

  void unreadableFiles() {
    QTemporaryDir directory;
    for (const QString& path : {directory.path(), directory.filePath("missing")}) {
      const QString error = errorOf([&] { hashOfFile(path.toStdString()); });
      QVERIFY2(isSentence(error), qPrintable(error));
      QVERIFY(error.contains(path));
    }
  }
};

QTEST_GUILESS_MAIN(TestContentHash)
#include "test_content_hash.moc"
