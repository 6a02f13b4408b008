// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <iconv.h>

#include "core/base/error.h"
#include "core/base/look_alike.h"
#include "core/base/text_encoding.h"

using namespace earwitness;

namespace {

/// A text in another encoding.
std::string encoded(std::string text, const char* encoding) {
  const iconv_t converter = ::iconv_open(encoding, "UTF-8");
  std::string result(4 * text.size() + 16, '\0');
  char* in = text.data();
  char* out = result.data();
  size_t inLeft = text.size(), outLeft = result.size();
  const bool isDone = ::iconv(converter, &in, &inLeft, &out, &outLeft) != size_t(-1);
  ::iconv_close(converter);
  result.resize(isDone ? result.size() - outLeft : 0);
  return result;
}

}  // namespace

class TestTextEncoding : public QObject {
  Q_OBJECT

 private slots:
  void encodings_data() {
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("mark");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");  // empty: any
    const QString latin = "file,label\nsite_A/c0.wav,owl\n";
    const QString accents = "file,label\nа.wav,é\n";
    const QString birds = "файл;класс\nлес/001.wav;сова\nлес/002.wav;Неясыть\n";
    const QString oneWord = "file,label\na.wav,сова\nb.wav,dog\n";
    const QString french = "file,label\na.wav,forêt\nb.wav,été\nc.wav,café\n";
    const QString german = "file;label\na.wav;Waldkäuzchen\nb.wav;Möwe\nc.wav;Straße\n";
    const auto row = [](const char* encoding, const QByteArray& mark, const QString& text,
                        const char* name) {
      QTest::addRow("%s%s: %s", encoding, mark.isEmpty() ? "" : " with mark",
                    qPrintable(text.mid(11, 12).simplified()))
          << QByteArray(encoding) << mark << text << QString(name);
    };
    for (const QString& text : {latin, accents, birds, oneWord, french, german}) {
      row("UTF-8", "", text, "UTF-8");
      row("UTF-8", "\xEF\xBB\xBF", text, "UTF-8");
      row("UTF-16LE", "", text, "UTF-16LE");
      row("UTF-16LE", "\xFF\xFE", text, "UTF-16LE");
      row("UTF-16BE", "", text, "UTF-16BE");
      row("UTF-16BE", "\xFE\xFF", text, "UTF-16BE");
      row("UTF-32LE", QByteArray("\xFF\xFE\0\0", 4), text, "UTF-32LE");
    }
    for (const QString& text : {birds, oneWord})
      for (const char* encoding : {"WINDOWS-1251", "KOI8-R", "CP866"}) row(encoding, "", text, "");
    for (const QString& text : {french, german}) row("WINDOWS-1252", "", text, "");
    const QString japanese = "ファイル,ラベル\na.wav,ふくろうの鳴き声\nb.wav,いぬの鳴き声\n";
    row("SHIFT_JIS", "", japanese, "");
    row("EUC-JP", "", japanese, "");
    const QString capitals = "file,label\na.wav,СОВА\nb.wav,ЛЯГУШКА\n";
    row("WINDOWS-1251", "", capitals, "");
    const QString polish = "file,label\na.wav,wróbel\nb.wav,żółw\nc.wav,sikora bogatka\n";
    row("WINDOWS-1250", "", polish, "");
    const QString greek = "file,label\na.wav,κουκουβάγια\nb.wav,σκύλος που γαβγίζει\n";
    row("WINDOWS-1253", "", greek, "");
  }
  void encodings() {
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, mark);
    QFETCH(QString, text);
    QFETCH(QString, name);
    const std::string bytes =
        mark.toStdString() + encoded(text.toStdString(), encoding.constData());
    QVERIFY(bytes.size() > size_t(mark.size()));
    const auto decoded = decodeText(bytes);
    QVERIFY(decoded.has_value());
    QCOMPARE(QString::fromStdString(decoded->text), text);
    if (!name.isEmpty()) QCOMPARE(QString::fromStdString(decoded->encoding), name);
  }

  void whatIsNoText_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\x80\x90", 18);
    QTest::newRow("half a surrogate") << QByteArray("\xFF\xFE\x3D\xD8", 4);
    QTest::newRow("half a character") << QByteArray("\xFF\xFE\x41\0\x42", 5);
    QTest::newRow("control characters") << QByteArray("\x81\x8D\x9D\x01\x02\x03\x04\x05");
  }
  void whatIsNoText() {
    QFETCH(QByteArray, bytes);
    QVERIFY(!decodeText(bytes.toStdString()));
  }

  void plainTexts() {
    QCOMPARE(decodeText("").value().text, std::string());
    QCOMPARE(decodeText("a,b\n1,2\n").value().text, std::string("a,b\n1,2\n"));
    // Zero bytes alone do not make UTF-16.
    const std::string zeros("a\0b,c", 5);
    QCOMPARE(decodeText(zeros).value().text, zeros);
  }

  /// Names out of such a text do not cut an error short.
  void zeroBytesInAnError() {
    QCOMPARE(std::string(Error(Message::verbatim(std::string("There is no 'a\0b'.", 18))).what()),
             std::string("There is no 'a b'."));
  }

  void lineEndsOfMacs() {
    QCOMPARE(decodeText("a,b\rc,d\r")->text, std::string("a,b\nc,d\n"));
    QCOMPARE(decodeText("a,b\r\nc,d\r\n")->text, std::string("a,b\r\nc,d\r\n"));
  }

  void lookAlikes_data() {
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("alike");
    QTest::newRow("case") << "Dog"
                          << "dOG" << true;
    QTest::newRow("case of another script") << "СОВА"
                                            << "сова" << true;
    QTest::newRow("blank behind") << "cat "
                                  << "cat" << true;
    QTest::newRow("two blanks") << "dog  bark"
                                << "dog bark" << true;
    QTest::newRow("blank that does not break") << QString("dog\u00A0bark") << "dog bark" << true;
    QTest::newRow("accent") << QString("caf\u00E9") << QString("cafe\u0301") << true;
    QTest::newRow("not seen") << QString("dog\u200B") << "dog" << true;
    QTest::newRow("sharp s") << QString("Stra\u00DFe") << "STRASSE" << true;
    QTest::newRow("another accent") << QString("caf\u00E9") << "cafe" << false;
    QTest::newRow("joined") << "dogbark"
                            << "dog bark" << false;
    QTest::newRow("dogs") << "dog"
                          << "dogs" << false;
  }
  void lookAlikes() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, alike);
    QCOMPARE(lookAlikeKey(a.toStdString()) == lookAlikeKey(b.toStdString()), alike);
  }

  void namesThatAreNotUtf8StayThemselves() {
    QCOMPARE(lookAlikeKey(" Caf\xE9 "), std::string("caf\xE9"));
    QCOMPARE(lookAlikeKey(""), std::string());
    QCOMPARE(fileNameKey("A\xCC\x81.WAV"), fileNameKey("\xC3\xA1.wav"));
    QVERIFY(fileNameKey("a .wav") != fileNameKey("a.wav"));
  }
};

QTEST_GUILESS_MAIN(TestTextEncoding)
#include "test_text_encoding.moc"
