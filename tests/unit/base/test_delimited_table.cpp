// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/atomic_file.h"
#include "core/base/delimited_table.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
using Rows = std::vector<std::vector<std::string>>;

class TestDelimitedTable : public QObject {
  Q_OBJECT

 private slots:
  void init() { path_ = std::filesystem::path(directory_.filePath("table.csv").toStdString()); }

  void commasAndTabs() {
    QVERIFY((read("a,b\n1,2\n3,4\n").rows == Rows{{"1", "2"}, {"3", "4"}}));
    const DelimitedTable tabs = read("a\tb, c\n1,5\t2\n");
    QVERIFY((tabs.columns == std::vector<std::string>{"a", "b, c"}));
    QVERIFY((tabs.rows == Rows{{"1,5", "2"}}));
  }

  void byteOrderMarkAndCrLf() {
    const DelimitedTable table = read(
        "\xEF\xBB\xBF"
        "name,label\r\nx.wav,dog\r\n\r\ny.wav,cat\r\n");
    QCOMPARE(table.column("name"), size_t(0));
    QCOMPARE(table.column("label"), size_t(1));
    QVERIFY((table.rows == Rows{{"x.wav", "dog"}, {"y.wav", "cat"}}));
  }

  void quotesHoldDelimitersQuotesAndLineEnds() {
    const DelimitedTable table =
        read("name,label\n\"a,b.wav\",\"two\nlines\"\n\"say \"\"woof\"\"\",\"\"\nlast,one");
    QVERIFY((table.rows == Rows{{"a,b.wav", "two\nlines"}, {"say \"woof\"", ""}, {"last", "one"}}));
  }

  void quotesInsideFieldsAreText() {
    QVERIFY((read("a,b\n5\" pipe,2\n").rows == Rows{{"5\" pipe", "2"}}));
  }

  void emptyFieldsStay() {
    QVERIFY((read("a,b,c\n,,\n1,,3\n").rows == Rows{{"", "", ""}, {"1", "", "3"}}));
  }

  void headerAlone() { QVERIFY(read("a,b\n").rows.empty()); }

  void raggedRowsNameTheirLine() {
    const QString few = errorOf([&] { read("a,b\n1,2\n\"x\ny\",2\n3\n"); });
    QVERIFY2(isSentence(few), qPrintable(few));
    QVERIFY2(few.contains("Line 5 ") && few.contains("1 fields") && few.contains("has 2"),
             qPrintable(few));
    QVERIFY(few.contains("table.csv"));
    QVERIFY(errorOf([&] { read("a,b\n1,2,3\n"); }).contains("Line 2 "));
  }

  void aQuoteThatNeverClosesNamesItsLine() {
    const QString text = errorOf([&] { read("a,b\n1,2\n3,\"four\n5,6\n7,8\n"); });
    QVERIFY2(isSentence(text) && text.contains("line 3") && text.contains("quote"),
             qPrintable(text));
  }

  void columnsThatAreMissingAreNamedWithThoseThere() {
    const DelimitedTable table = read("filename,fold\n");
    QVERIFY(table.hasColumn("fold") && !table.hasColumn("category"));
    const QString text = errorOf([&] { table.column("category"); });
    QVERIFY2(isSentence(text), qPrintable(text));
    QVERIFY(text.contains("'category'") && text.contains("filename, fold"));
  }

  void emptyAndMissingFiles() {
    QVERIFY(isSentence(errorOf([&] { read(""); })));
    QVERIFY(isSentence(errorOf([&] { read("\xEF\xBB\xBF"); })));
    const QString missing = errorOf([&] { readDelimitedTable("/nowhere/table.csv"); });
    QVERIFY2(isSentence(missing) && missing.contains("/nowhere/table.csv"), qPrintable(missing));
  }

 private:
  DelimitedTable read(const std::string& text) {
    writeFileAtomically(path_, text);
    return readDelimitedTable(path_);
  }

  QTemporaryDir directory_;
  std::filesystem::path path_;
};

QTEST_GUILESS_MAIN(TestDelimitedTable)
#include "test_delimited_table.moc"
