// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/base/error.h"
#include "core/base/message_json.h"

using namespace earwitness;
using namespace std::string_literals;
using nlohmann::json;

namespace {

/// Whether a pattern fits so many arguments is decided by the compiler.
static_assert(countPlaces("The file '%1' is empty.") == 1);
static_assert(countPlaces("%2 of %1, %2 again") == 2);
static_assert(countPlaces("88 % of all, 100%") == 0);
static_assert(!std::is_constructible_v<Message, std::string>);
static_assert(!std::is_constructible_v<Message, const char*>);

Message nested() {
  return Message("'%1' cannot be opened as audio: %2", std::filesystem::path("/a/b.wav"),
                 Message("line %1 of %2", 3, "a table"));
}

}  // namespace

class TestMessage : public QObject {
  Q_OBJECT

 private slots:
  void placesAreFilled() {
    QCOMPARE(Message("The disk is full.").english(), "The disk is full."s);
    QCOMPARE(Message("%2 of %1, %2 again", "a", size_t{7}).english(), "7 of a, 7 again"s);
    QCOMPARE(nested().english(), "'/a/b.wav' cannot be opened as audio: line 3 of a table"s);
    QVERIFY(Message().empty());
    QCOMPARE(Message().english(), ""s);
  }

  void argumentsAreNotPatterns() {
    QCOMPARE(Message("'%1' of '%2'", "%2.wav", "%1").english(), "'%2.wav' of '%1'"s);
    QCOMPARE(Message::verbatim("%1 of 100 %").english(), "%1 of 100 %"s);
    QCOMPARE(Message::restored("%1 and %3", {Message::verbatim("a")}).english(), "a and %3"s);
  }

  void controlCharactersDoNotBendASentence() {
    QCOMPARE(Message("'%1' is %2.", "a\0b\nc"s, "no\0 file"s).english(), "'a?b?c' is no  file."s);
    QCOMPARE(std::string(Error(Message::verbatim("a\0b"s)).what()), "a b"s);
  }

  void anErrorHasItsMessage() {
    const WriteError error("'%1' cannot be written: %2.", "a.wav", "no space");
    QCOMPARE(std::string(error.what()), "'a.wav' cannot be written: no space."s);
    QCOMPARE(error.message().pattern(), "'%1' cannot be written: %2."s);
    QVERIFY(error.message().arguments().front() == Message::verbatim("a.wav"));
    QVERIFY(error.kind() == ErrorKind::Disk);
    QVERIFY(Error("The work was stopped.").kind() == ErrorKind::General);
  }

  void jsonRestoresIt() {
    for (const Message& message : {nested(), Message("Plain."), Message::verbatim("'%1'")}) {
      const json written = json::parse(toJson(message).dump());
      QVERIFY(messageFromJson(written) == message);
    }
    QCOMPARE(toJson(nested()).dump(),
             R"({"arguments":["/a/b.wav",{"arguments":["3","a table"],"pattern":"line %1 of %2"}],)"
             R"("pattern":"'%1' cannot be opened as audio: %2"})"s);
  }

  void aSentenceIsEnough() {
    json object;
    put(object, "error", nested());
    QCOMPARE(object["error"].get<std::string>(), nested().english());
    QVERIFY(messageIn(object, "error") == nested());
    const Message sentence = Message::verbatim("It failed.");
    QVERIFY(messageIn({{"error", "It failed."}}, "error") == sentence);
    QVERIFY(messageIn({{"error", "It failed."}, {"error_message", 7}}, "error") == sentence);
    QVERIFY(messageIn({{"other", "It failed."}}, "error").empty());
    QVERIFY(messageIn(json("It failed."), "error").empty());
  }

  void listsAreKeptBesideTheirTexts() {
    const std::vector<Message> messages{nested(), Message("Plain.")};
    json object;
    put(object, "warnings", messages);
    QVERIFY(object["warnings"] == json({nested().english(), "Plain."}));
    QVERIFY(messagesIn(object, "warnings") == messages);
    object.erase("warnings_message");
    QCOMPARE(messagesIn(object, "warnings").front().english(), nested().english());
    QVERIFY(messagesIn({{"warnings", 7}}, "warnings").empty());
  }

  void linesForProgramsStandBetweenOthers() {
    const std::string text =
        "loading\n" + messageLine(Message("Old.")) + messageLine(nested()) + "earwitness-cli: a";
    QVERIFY(lastMessageIn(text) == nested());
    QCOMPARE(withoutMessageLines(text), "loading\nearwitness-cli: a"s);
    QVERIFY(lastMessageIn("loading\nearwitness-cli: a\n").empty());
    QVERIFY(lastMessageIn("message: {").empty());
    QVERIFY(lastMessageIn("").empty());
  }

  void damagedJsonIsNoMessage() {
    for (const char* text : {"7", "null", "{}", "[]", R"({"pattern": 7})", R"({"arguments": []})"})
      QVERIFY2(messageFromJson(json::parse(text)).empty(), text);
    QCOMPARE(
        messageFromJson(json::parse("{\"pattern\": \"a\\nb %1\", \"arguments\": [\"\\u001b[0m\"]}"))
            .english(),
        "a b  [0m"s);
    json deep = "text";
    for (int i = 0; i < 1000; ++i) deep = {{"pattern", "%1"}, {"arguments", {deep}}};
    QCOMPARE(messageFromJson(deep).english(), ""s);
  }
};

QTEST_GUILESS_MAIN(TestMessage)
#include "test_message.moc"
