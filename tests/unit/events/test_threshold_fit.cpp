// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/events/threshold_fit.h"

using namespace earwitness;

namespace {

std::vector<ReviewedEvent> reviewed(std::initializer_list<float> right,
                                    std::initializer_list<float> wrong, int label = 0) {
  std::vector<ReviewedEvent> events;
  for (const float peak : right)
    events.push_back({.label = label, .peakScore = peak, .seconds = 1.0, .right = true});
  for (const float peak : wrong)
    events.push_back({.label = label, .peakScore = peak, .seconds = 1.0, .right = false});
  return events;
}

bool isAbout(double value, double expected) {
  return std::abs(value - expected) < 1e-6;
}

}  // namespace

class TestThresholdFit : public QObject {
  Q_OBJECT

 private slots:
  void theLeastThresholdThatPartsThem() {
    const auto suggestions =
        suggestRules(reviewed({0.9F, 0.95F, 0.8F}, {0.55F, 0.625F}), {ClassRule{}});
    QCOMPARE(suggestions.size(), size_t(1));
    const RuleSuggestion& suggestion = suggestions[0];
    QVERIFY(isAbout(suggestion.suggested.onThreshold, 0.63));
    QVERIFY(isAbout(suggestion.suggested.offThreshold, 0.63 * 0.7));  // keeps its share
    QCOMPARE(suggestion.suggested.minimumSeconds, 0.0);
    QCOMPARE(suggestion.right, 3L);
    QCOMPARE(suggestion.wrong, 2L);
    QCOMPARE(suggestion.wrongAvoided, 2L);
    QCOMPARE(suggestion.rightLost, 0L);
  }

  // Three right ones below one wrong one: losing them would cost more than it is worth.
  void whatItCostsIsWeighed() {
    const auto suggestions =
        suggestRules(reviewed({0.6F, 0.7F, 0.75F, 0.9F}, {0.55F, 0.8F}), {ClassRule{}});
    QCOMPARE(suggestions.size(), size_t(1));
    QVERIFY(isAbout(suggestions[0].suggested.onThreshold, 0.56));
    QCOMPARE(suggestions[0].wrongAvoided, 1L);
    QCOMPARE(suggestions[0].rightLost, 0L);
  }

  void aMinimumDurationWhereScoresDoNotTell() {
    std::vector<ReviewedEvent> events;
    for (const double seconds : {0.2, 0.3, 0.35})
      events.push_back({.peakScore = 0.9F, .seconds = seconds, .right = false});
    for (const double seconds : {0.8, 1.5, 0.4})
      events.push_back({.peakScore = 0.9F, .seconds = seconds, .right = true});
    const auto suggestions = suggestRules(events, {ClassRule{}});
    QCOMPARE(suggestions.size(), size_t(1));
    QCOMPARE(suggestions[0].suggested.onThreshold, 0.5F);
    QVERIFY(isAbout(suggestions[0].suggested.minimumSeconds, 0.4));  // exactly the minimum counts
    QCOMPARE(suggestions[0].wrongAvoided, 3L);
    QCOMPARE(suggestions[0].rightLost, 0L);
  }

  // Weak or short: neither alone parts them.
  void bothTogether() {
    const std::vector<ReviewedEvent> events{{.peakScore = 0.9F, .seconds = 2.0, .right = true},
                                            {.peakScore = 0.85F, .seconds = 1.0, .right = true},
                                            {.peakScore = 0.55F, .seconds = 3.0, .right = false},
                                            {.peakScore = 0.95F, .seconds = 0.5, .right = false}};
    const auto suggestions = suggestRules(events, {ClassRule{}});
    QCOMPARE(suggestions.size(), size_t(1));
    QVERIFY(isAbout(suggestions[0].suggested.onThreshold, 0.56));
    QVERIFY(isAbout(suggestions[0].suggested.minimumSeconds, 0.6));
    QCOMPARE(suggestions[0].wrongAvoided, 2L);
  }

  void allWrong() {
    const auto suggestions = suggestRules(reviewed({}, {0.6F, 0.7F, 0.8F, 0.9F}), {ClassRule{}});
    QCOMPARE(suggestions.size(), size_t(1));
    QCOMPARE(suggestions[0].wrongAvoided, 4L);
    QCOMPARE(suggestions[0].rightLost, 0L);
  }

  void aThresholdCanFall() {
    ClassRule strict;
    strict.onThreshold = 0.95F;
    strict.offThreshold = 0.9F;
    const auto suggestions = suggestRules(reviewed({0.6F, 0.7F, 0.96F}, {0.4F, 0.45F}), {strict});
    QCOMPARE(suggestions.size(), size_t(1));
    QVERIFY(isAbout(suggestions[0].suggested.onThreshold, 0.6));
    QVERIFY(suggestions[0].suggested.offThreshold < suggestions[0].suggested.onThreshold);
  }

  void nothingToSuggest_data() {
    QTest::addColumn<QList<float>>("right");
    QTest::addColumn<QList<float>>("wrong");
    QTest::newRow("no wrong one") << QList<float>{0.6F, 0.7F, 0.8F, 0.9F} << QList<float>{};
    QTest::newRow("too few") << QList<float>{0.9F, 0.8F} << QList<float>{0.6F};
    QTest::newRow("ties that nothing parts")
        << QList<float>{0.7F, 0.7F} << QList<float>{0.7F, 0.7F};
    QTest::newRow("the best already") << QList<float>{0.7F, 0.8F, 0.9F} << QList<float>{0.3F, 0.4F};
    QTest::newRow("none reviewed") << QList<float>{} << QList<float>{};
  }
  void nothingToSuggest() {
    QFETCH(QList<float>, right);
    QFETCH(QList<float>, wrong);
    std::vector<ReviewedEvent> events;
    for (const float peak : right)
      events.push_back({.peakScore = peak, .seconds = 1.0, .right = true});
    for (const float peak : wrong)
      events.push_back({.peakScore = peak, .seconds = 1.0, .right = false});
    QVERIFY(suggestRules(events, {ClassRule{}}).empty());
  }

  void classesApart() {
    std::vector<ReviewedEvent> events = reviewed({0.9F, 0.8F, 0.85F}, {0.6F}, 2);
    const auto others = reviewed({0.6F, 0.7F}, {0.9F}, 0);  // too few
    events.insert(events.end(), others.begin(), others.end());
    events.push_back({.label = 7, .peakScore = 0.9F});  // a label of another model
    events.push_back({.label = -1, .peakScore = 0.9F});
    const auto suggestions = suggestRules(events, std::vector<ClassRule>(3));
    QCOMPARE(suggestions.size(), size_t(1));
    QCOMPARE(suggestions[0].label, 2);
  }
};

QTEST_GUILESS_MAIN(TestThresholdFit)
#include "test_threshold_fit.moc"
