// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/atomic_file.h"
#include "core/listening/label_list.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
using Names = std::vector<std::string>;

class TestLabelList : public QObject {
  Q_OBJECT

 private slots:
  void aLabelALine() {
    const LabelList list = parseLabels("siren\r\n  church bells \n\nДождь, сильный\n", "the list");
    QVERIFY((list.labels == Names{"siren", "church bells", "Дождь, сильный"}));
    QVERIFY(list.ids.empty());
    QVERIFY((parseLabels("\xEF\xBB\xBFone", "the list").labels == Names{"one"}));
  }

  void audioSetsTable() {
    const LabelList list = parseLabels(
        "index,mid,display_name\n0,/m/09x0r,\"Speech\"\n1,/m/05zppz,\"Male speech, man "
        "speaking\"\n",
        "the list");
    QVERIFY((list.labels == Names{"Speech", "Male speech, man speaking"}));
    QVERIFY((list.ids == Names{"/m/09x0r", "/m/05zppz"}));
  }

  void rowsAreOrderedByTheirIndex() {
    QVERIFY((parseLabels("label;index\nsecond;1\nfirst;0\n", "the list").labels ==
             Names{"first", "second"}));
  }

  void tablesWithoutAnIndexKeepTheirOrder() {
    QVERIFY((parseLabels("Class\tnote\nb\t1\na\t2\n", "the list").labels == Names{"b", "a"}));
  }

  void commasAloneMakeNoTable() {
    QVERIFY((parseLabels("dog, small\ndog, large\n", "the list").labels ==
             Names{"dog, small", "dog, large"}));
  }

  void files() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("labels.txt").toStdString();
    writeFileAtomically(file, "a\nb\n");
    QVERIFY((readLabels(file).labels == Names{"a", "b"}));
    const QString error =
        errorOf([&] { readLabels(std::filesystem::path(folder.path().toStdString()) / "none"); });
    QVERIFY2(isSentence(error) && error.contains("none"), qPrintable(error));
  }

  void refused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("hint");
    QTest::newRow("nothing") << QByteArray("\n \n") << "no labels";
    QTest::newRow("twice") << QByteArray("a\nb\na\n") << "'a' is twice";
    QTest::newRow("empty in a table") << QByteArray("index,label\n0,a\n1,\n") << "empty";
    QTest::newRow("gap") << QByteArray("index,label\n0,a\n2,b\n") << "line 3 has the index '2'";
    QTest::newRow("index twice") << QByteArray("index,label\n0,a\n0,b\n") << "index '0'";
    QTest::newRow("no number") << QByteArray("index,label\n0,a\nx,b\n") << "index 'x'";
  }
  void refused() {
    QFETCH(QByteArray, text);
    QFETCH(QString, hint);
    const QString error = errorOf([&] { parseLabels(text.toStdString(), "the list"); });
    QVERIFY2(isSentence(error) && error.contains(hint), qPrintable(error));
  }
};

QTEST_GUILESS_MAIN(TestLabelList)
#include "test_label_list.moc"
