// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/base/csv_cell.h"

using namespace earwitness;
using namespace std::string_literals;

class TestCsvCell : public QObject {
  Q_OBJECT

 private slots:
  void formulas_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("forSpreadsheets");
    QTest::newRow("equals") << "=1+1"
                            << "'=1+1";
    QTest::newRow("plus") << "+49 30"
                          << "'+49 30";
    QTest::newRow("minus") << "-x.wav"
                           << "'-x.wav";
    QTest::newRow("at") << "@SUM(A1)"
                        << "'@SUM(A1)";
    QTest::newRow("tab") << "\t=1"
                         << "'\t=1";
    QTest::newRow("carriage return") << "\r=1"
                                     << "\"'\r=1\"";
    QTest::newRow("after blanks") << "  =1"
                                  << "'  =1";
    QTest::newRow("wide") << "＝1"
                          << "'＝1";
    QTest::newRow("with quotes") << "=HYPERLINK(\"x\",\"y\")"
                                 << "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"";
    QTest::newRow("inside") << "a=b"
                            << "a=b";
    QTest::newRow("word") << "Dog"
                          << "Dog";
    QTest::newRow("path") << "/a/-b.wav"
                          << "/a/-b.wav";
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("blanks") << "  "
                            << "  ";
    QTest::newRow("apostrophe") << "'=1"
                                << "'=1";
  }
  void formulas() {
    QFETCH(QString, text);
    QFETCH(QString, forSpreadsheets);
    const std::string cell = csvCell(text.toStdString(), CsvReader::Spreadsheet);
    QCOMPARE(QString::fromStdString(cell), forSpreadsheets);
  }

  void programsGetTheTextAsItIs() {
    QCOMPARE(csvCell("=1+1", CsvReader::Program), "=1+1"s);
    QCOMPARE(csvCell("-a,b", CsvReader::Program), "\"-a,b\""s);
  }
};

QTEST_GUILESS_MAIN(TestCsvCell)
#include "test_csv_cell.moc"
