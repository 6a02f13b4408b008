// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/base/look_alike.h"
#include "core/base/text.h"

using namespace earwitness;
using namespace std::string_literals;

class TestText : public QObject {
  Q_OBJECT

 private slots:
  void quotes() {
    QCOMPARE(inQuotes("a b"), "'a b'"s);
    QCOMPARE(inQuotes("\xC3\xA9t\xC3\xA9"), "'\xC3\xA9t\xC3\xA9'"s);
    QCOMPARE(inQuotes("a\0b\nc"s), "'a?b?c'"s);
    QCOMPARE(inQuotes("\x7f"), "'?'"s);
    QCOMPARE(inQuotes(""), "''"s);
  }

  void smallLetters_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("lower");
    QTest::newRow("capitals") << QByteArray("AZ az 09 @[`{") << QByteArray("az az 09 @[`{");
    QTest::newRow("other scripts")
        << QByteArray("\xC3\x84 \xD0\x96") << QByteArray("\xC3\x84 \xD0\x96");
    QTest::newRow("no UTF-8") << QByteArray(
                                     "\xC4\xFF"
                                     "A")
                              << QByteArray(
                                     "\xC4\xFF"
                                     "a");
    QTest::newRow("a zero") << QByteArray("A\0B", 3) << QByteArray("a\0b", 3);
    QTest::newRow("empty") << QByteArray() << QByteArray();
  }
  void smallLetters() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, lower);
    QCOMPARE(lowerAscii(text.toStdString()), lower.toStdString());
  }

  void blanksAtTheEnds_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("trimmed");
    QTest::newRow("both ends") << QByteArray(" \t a b \r\n") << QByteArray("a b");
    QTest::newRow("none") << QByteArray("a") << QByteArray("a");
    QTest::newRow("only blanks") << QByteArray(" \r\n\t") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("others stay") << QByteArray("\xC2\xA0 a\v") << QByteArray("\xC2\xA0 a\v");
  }
  void blanksAtTheEnds() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, trimmed);
    const std::string given = text.toStdString();
    QCOMPARE(std::string(trimmedBlanks(given)), trimmed.toStdString());
  }

  void fieldsOfTables() {
    QCOMPARE(csvField("dog"), std::string("dog"));
    QCOMPARE(csvField(""), std::string());
    QCOMPARE(csvField("dog, wet"), std::string("\"dog, wet\""));
    QCOMPARE(csvField("the \"dog\""), std::string("\"the \"\"dog\"\"\""));
    QCOMPARE(csvField("two\nlines"), std::string("\"two\nlines\""));
  }
  void numbers() {
    QCOMPARE(fixedPoint(1.005, 1), "1.0"s);
    QCOMPARE(percent(0.9341), "93.4%"s);
    QCOMPARE(percent(1.0), "100.0%"s);
  }

  void durations_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.0 << "0.0 s";
    QTest::newRow("tenths") << 9.94 << "9.9 s";
    QTest::newRow("seconds") << 9.96 << "10 s";
    QTest::newRow("nearly a minute") << 59.4 << "59 s";
    QTest::newRow("a minute") << 59.6 << "1 min 0 s";
    QTest::newRow("minutes") << 200.0 << "3 min 20 s";
    QTest::newRow("an hour") << 3600.0 << "1 h 0 min";
    QTest::newRow("hours") << 7530.0 << "2 h 5 min";
  }
  void durations() {
    QFETCH(double, seconds);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(durationText(seconds)), text);
  }
};

QTEST_GUILESS_MAIN(TestText)
#include "test_text.moc"
