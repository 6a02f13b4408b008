// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <string>

#include "core/base/sha256.h"

using namespace earwitness;

/// The examples of FIPS 180-4.
class TestSha256 : public QObject {
  Q_OBJECT

 private slots:
  void knownDigests() {
    QCOMPARE(sha256Of(""), std::string("e3b0c44298fc1c149afbf4c8996fb924"
                                       "27ae41e4649b934ca495991b7852b855"));
    QCOMPARE(sha256Of("abc"), std::string("ba7816bf8f01cfea414140de5dae2223"
                                          "b00361a396177a9cb410ff61f20015ad"));
  }

  void piecesGiveTheDigestOfTheWhole() {
    Sha256 hash;
    hash.add("a");
    hash.add("");
    hash.add("bc");
    QCOMPARE(hash.digest(), sha256Of("abc"));
  }

  void onlyLowerCaseHexadecimalDigitsAreADigest() {
    QVERIFY(isSha256(sha256Of("abc")));
    QVERIFY(!isSha256(""));
    QVERIFY(!isSha256(sha256Of("abc") + "0"));
    QVERIFY(!isSha256(std::string(63, '0') + "G"));
    QVERIFY(!isSha256(std::string(63, '0') + "A"));
  }
};

QTEST_GUILESS_MAIN(TestSha256)
#include "test_sha256.moc"
