// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <array>
#include <functional>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_fields.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
using nlohmann::json;

namespace {

[[noreturn]] void reject(const JsonProblem& problem, const std::string& source) {
  throw Error("%1: '%2' must be %3%4.", source, problem.path, problem.expected,
              problem.isMissing ? std::string() : ", not " + problem.found.dump());
}

using Read = std::function<json(const JsonFields&)>;

}  // namespace

Q_DECLARE_METATYPE(Read)

class TestJsonFields : public QObject {
  Q_OBJECT

 private slots:
  void fields_data() {
    QTest::addColumn<Read>("read");
    QTest::addColumn<QString>("value");     // of the field "x"; empty: there is none
    QTest::addColumn<QString>("expected");  // what is read, or why not
    const auto rows = [](const char* name, const Read& read,
                         const std::vector<std::array<const char*, 2>>& cases) {
      for (const auto& [value, expected] : cases)
        QTest::addRow("%s: %s", name, value) << read << QString(value) << QString(expected);
    };
    rows("flag", [](const JsonFields& fields) { return fields.flag("x"); },
         {{"true", "true"}, {"1", "true or false, not 1"}, {"", "there"}});
    rows("number", [](const JsonFields& fields) { return fields.number("x"); },
         {{"-1.5", "-1.5"}, {"3", "3.0"}, {"true", "a number, not true"}, {"null", "a number,"}});
    rows("number in a range", [](const JsonFields& fields) { return fields.number("x", 0.0, 0.5); },
         {{"0.5", "0.5"}, {"0.51", "a number from 0 to 0.5, not 0.51"}, {"-1", "from 0 to 0.5"}});
    rows("whole", [](const JsonFields& fields) { return fields.whole("x"); },
         {{"-7", "-7"},
          {"7.0", "a whole number, not 7.0"},
          {"9223372036854775807", "9223372036854775807"},
          {"9223372036854775808", "a whole number, not 9223372036854775808"}});
    rows("whole in a range", [](const JsonFields& fields) { return fields.whole("x", 1, 9); },
         {{"1", "1"},
          {"9", "9"},
          {"0", "a whole number from 1 to 9, not 0"},
          {"10", "from 1 to 9"},
          {"-1", "from 1 to 9"},
          {"18446744073709551615", "from 1 to 9"}});
    rows("text", [](const JsonFields& fields) { return fields.text("x"); },
         {{"\"\"", "\"\""}, {"\"a\"", "\"a\""}, {"5", "a text, not 5"}, {"", "there"}});
    rows(
        "texts", [](const JsonFields& fields) { return fields.texts("x"); },
        {{"[]", "[]"}, {"[\"a\"]", "[\"a\"]"}, {"\"a\"", "a list of"}, {"[1]", "a list of texts"}});
    rows("numbers", [](const JsonFields& fields) { return fields.numbers("x"); },
         {{"[1, 0.5]", "[1.0,0.5]"},
          {"[]", "[]"},
          {"[null]", "a list of numbers"},
          {"[1e300]", "a list of numbers"},
          {"{}", "a list of numbers"}});
    rows("object", [](const JsonFields& fields) { return fields.object("x").flag("y"); },
         {{"{\"y\": true}", "true"},
          {"{\"y\": 1}", "'x.y' must be true or false"},
          {"{}", "'x.y' must be there"},
          {"[]", "'x' must be an object, not []"}});
    rows("objects",
         [](const JsonFields& fields) { return fields.objects("x", 2).back().flag("y"); },
         {{"[{\"y\": true}]", "true"},
          {"[{}, {\"y\": 1}]", "'x[1].y' must be true or false"},
          {"[{}, 3]", "'x[1]' must be an object, not 3"},
          {"[{}, {}, {}]", "a list of at most 2 objects"},
          {"{}", "a list of at most 2 objects"}});
  }
  void fields() {
    QFETCH(Read, read);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    json object = json::object();
    if (!value.isEmpty()) object["x"] = json::parse(value.toStdString());
    std::string result;
    const QString error =
        errorOf([&] { result = read(JsonFields(object, "a file", reject)).dump(); });
    if (error.isEmpty()) {
      QCOMPARE(QString::fromStdString(result), expected);
      return;
    }
    QVERIFY2(error.startsWith("a file: 'x") && error.contains(expected), qPrintable(error));
  }

  void theWholeIsAnObject() {
    QCOMPARE(errorOf([] { JsonFields(json::array(), "a file", reject); }),
             QString("a file: '' must be an object, not []."));
  }

  void optionalFieldsAreLookedFor() {
    const json object = {{"null", nullptr}, {"no", false}};
    const JsonFields fields(object, "a file", reject);
    QVERIFY(fields.find("none") == nullptr && fields.find("null") == nullptr);
    QVERIFY(fields.find("no") == &object.at("no"));
    QVERIFY(fields.has("null") && fields.has("no") && !fields.has("none"));
  }

  void otherReasonsNameTheField() {
    const json object = {{"names", {{"first", "x"}}}};
    const JsonFields fields(object, "a file", reject);
    QCOMPARE(errorOf([&] { fields.object("names").reject("first", Message("a longer text")); }),
             QString("a file: 'names.first' must be a longer text, not \"x\"."));
  }

  void floatsAreWrittenShort() {
    QCOMPARE(json(withoutTail(0.4F)).dump(), std::string("0.4"));
    QCOMPARE(json(withoutTail(1.0F / 3.0F)).dump(), std::string("0.33333334"));
    QCOMPARE(float(withoutTail(0.1F)), 0.1F);
  }
};

QTEST_GUILESS_MAIN(TestJsonFields)
#include "test_json_fields.moc"
