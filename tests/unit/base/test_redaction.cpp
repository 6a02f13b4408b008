// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/base/redaction.h"

using namespace earwitness;

namespace {

Redaction ofAnn() {
  return {.home = "/home/ann", .names = {"ann", "Ann Ivanova"}, .labels = {"Dog", "Чайник"}};
}

std::string hiddenIn(const std::string& text) {
  return redacted(text, ofAnn());
}

}  // namespace

class TestRedaction : public QObject {
  Q_OBJECT

 private slots:
  void pathsAreHidden_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
      QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("quoted, spaces", "'/home/ann/My sounds/a b.wav' cannot be opened: no such file.",
        "'<path>.wav' cannot be opened: no such file.");
    row("double quotes", "QFile (\"/tmp/a b/c\"): device not open",
        "QFile (\"<path>\"): device not open");
    row("Russian quotes", "«/home/ann/Звуки/чайник 1.flac» не открыть как звук.",
        "«<path>.flac» не открыть как звук.");
    row("English quotes", "“/home/ann/a b.OGG” is gone", "“<path>.ogg” is gone");
    row("German quotes", "„/home/ann/a b.mp3“ fehlt", "„<path>.mp3“ fehlt");
    row("Cyrillic, no quotes", "Cannot open /home/ann/Мои звуки/чайник.wav",
        "Cannot open <path>.wav");
    row("ends with its word", "/home/ann/a.wav cannot be read", "<path>.wav cannot be read");
    row("ends with the sentence", "Saved to /home/ann/a.wav.", "Saved to <path>.wav.");
    row("the system's reason", "open /home/ann/My music: Permission denied",
        "open <path>: Permission denied");
    row("another reason", "open /home/ann/My music: Rose said no", "open <path>");
    row("home", "Looking in ~/secret stuff", "Looking in <path>");
    row("another's home", "~bob/secret stuff", "<path>");
    row("relative", "Reading ./My sounds of Rose", "Reading <path>");
    row("file address", "file:///home/ann/a%20b.ogg is gone", "<path>.ogg is gone");
    row("file address, spaces", "Open FILE:///home/ann/a b of Rose", "Open <path>");
    row("file address in angles", "<file:///home/ann/a.png>", "<<path>.png>");
    row("brackets", "Failed (/home/ann/My sounds (1)/a.wav) again", "Failed (<path>.wav) again");
    row("quotes in brackets", "(see '/home/ann/x y.wav')", "(see '<path>.wav')");
    row("apostrophe", "'/home/ann/Ann's sounds/a.wav' is damaged", "'<path>.wav' is damaged");
    row("plural", "'/home/ann/Anns' secret sounds/a.wav' is damaged", "'<path>.wav' is damaged");
    row("quotes within", "'/home/ann/the 'new' ones/a.wav' is damaged", "'<path>.wav' is damaged");
    row("no end", "'/home/ann/My secret sounds", "'<path>");
    row("two", "copy /home/ann/a.wav to /home/ann/b.flac", "copy <path>.wav to <path>.flac");
    row("two, quoted", "'/a/b.wav' and '/c d/e'", "'<path>.wav' and '<path>'");
    row("goes on", "/home/ann/v.wav copies/a.wav is bad", "<path>.wav is bad");
    row("option", "--model=/home/ann/My model.pt now", "--model=<path>");
    row("library", "/usr/lib/x86_64-linux-gnu/libtorch.so.1.13: undefined symbol",
        "<path>: undefined symbol");
    row("folders", "sounds/dog/1.wav is empty", "<path>.wav is empty");
    row("name of a file", "The file secret.wav is empty.", "The file <path>.wav is empty.");
    row("quoted name", "'Rose crying.mp3' was skipped", "'<path>.mp3' was skipped");
    row("drive", "'C:\\Users\\Rose\\a b.wav'", "'<path>.wav'");
    row("unusual ending", "'/home/ann/report.for-rose'", "'<path>'");
    row("lines", "'/a b/c.wav'\nx\n/home/ann/d e\n", "'<path>.wav'\nx\n<path>\n");
  }
  void pathsAreHidden() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(hiddenIn(text.toStdString())), expected);
  }

  void whatIsNoPathStays_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"2026-11-30T12:34:56.789Z info audio: Opened 'USB Audio' through PortAudio: 48000 Hz",
          "Debian GNU/Linux 12 (bookworm), and/or 1/2", "The output is 'HDMI / DisplayPort 1'.",
          "HDMI / DisplayPort", "~50 ms, a ~ b, a / b", "It isn't 'a name' but the dogs' one.",
          "Qt 6.4.2, PortAudio V19.7.0-devel, revision unknown", "annex, banana, Hannah", "", "'",
          "log_mel: 80 bands, 50-8000 Hz", "The models' process ended with exit code 3: ", "«»"})
      QTest::newRow(text) << QString::fromUtf8(text);
  }
  void whatIsNoPathStays() {
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(hiddenIn(text.toStdString())), text);
  }

  void namesOfTheUserAreHidden() {
    QCOMPARE(hiddenIn("Ann's AirPods of ann, ANN"),
             std::string("<user>'s AirPods of <user>, <user>"));
    QCOMPARE(hiddenIn("alsa_input.usb-ann_Yeti-00"), std::string("alsa_input.usb-<user>_Yeti-00"));
  }

  void labelsAreHiddenInQuotes() {
    QCOMPARE(hiddenIn("'Dog', “Чайник”, «Dog» and 'Dogs'"),
             std::string("'<class>', “<class>”, «<class>» and 'Dogs'"));
    QCOMPARE(redacted("'Dog'", {}), std::string("'Dog'"));
  }

  void homeIsHiddenThoughPathsAreShown_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
      QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("'/home/ann/My sounds/a.wav' of ann", "'~/My sounds/a.wav' of <user>");
    row("file:///home/ann/a.wav", "file://~/a.wav");
    row("/home/bob/a.wav and /home/ann2", "/home/<user>/a.wav and /home/<user>");
    row("/media/ann/disk/a.wav", "/media/<user>/disk/a.wav");
    row("home is /home/ann", "home is ~");
  }
  void homeIsHiddenThoughPathsAreShown() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    Redaction redaction = ofAnn();
    redaction.hidesPaths = false;
    QCOMPARE(QString::fromStdString(redacted(text.toStdString(), redaction)), expected);
  }

  void aCyrillicHomeIsHiddenInAddresses() {
    const Redaction redaction{.hidesPaths = false, .home = "/home/иван", .names = {"иван"}};
    QCOMPARE(redacted("file:///home/%D0%B8%D0%B2%D0%B0%D0%BD/a.wav", redaction),
             std::string("file://~/a.wav"));
    QCOMPARE(redacted("/srv/%D0%B8%D0%B2%D0%B0%D0%BD/a.wav, иван", redaction),
             std::string("/srv/<user>/a.wav, <user>"));
  }

  /// Names of folders and files that are hard to find the end of, in all places.
  void noNameEscapes() {
    const std::vector<std::string> names{
        "SECRET",        "My SECRET",   "SECRET sounds", "SECRET's",   "the 'SECRET' one",
        "Girls' SECRET", "SECRET (1)",  "(SECRET) 1",    "a. SECRET",  "a, SECRET",
        "a; SECRET",     "a: SECRET",   "«SECRET» x",    "“SECRET” x", "Мой SECRET",
        "SECRET\\n2",    "-SECRET",     "a=SECRET",      "~SECRET",    "a -> SECRET",
        "SECRET.wav.d",  "100% SECRET", "#SECRET",       "[SECRET] x"};
    const std::vector<std::string> roots{"/home/ann/", "/media/disk 1/", "~/", "~bob/", "./", "/"};
    const std::vector<std::string> places{"'@' cannot be opened: no such file.",
                                          "\"@\" is gone",
                                          "«@» не открыть: нет файла",
                                          "“@” is gone",
                                          "Cannot read @",
                                          "Failed ('@')",
                                          "x='@', y",
                                          "warning audio: '@' and 'USB'",
                                          "Error: “@”. Try again.",
                                          "open @: Permission denied"};
    for (const std::string& name : names)
      for (const std::string& root : roots)
        for (const std::string& end :
             {std::string("/a.wav"), std::string("/b c/d"), std::string(".wav"), std::string()})
          for (const std::string& place : places) {
            std::string text = place;
            text.replace(text.find('@'), 1, root + name + end);
            const std::string result = hiddenIn(text);
            QVERIFY2(result.find("SECRET") == std::string::npos,
                     (text + "  ->  " + result).c_str());
            QVERIFY2(result.find("<path>") != std::string::npos, result.c_str());
          }
  }

  void theUserIsKnown() {
    qputenv("HOME", "/home/somebody/");
    qputenv("USER", "somebody2");
    const Redaction user = userRedaction();
    QVERIFY(user.hidesPaths && user.labels.empty());
    QCOMPARE(redacted("'/home/somebody/x', somebody2, somebody",
                      {.hidesPaths = false, .home = user.home, .names = user.names}),
             std::string("'~/x', <user>, <user>"));
  }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "test_redaction.moc"
