// SPDX-License-Identifier: GPL-3.0-or-later
#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

#include "app/gui/sound_view/class_column.h"
#include "app/gui/sound_view/class_panel.h"
#include "app/gui/widgets/class_ranking.h"
#include "core/listening/sound_names.h"

using namespace earwitness::gui;

class TestClassPanel : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    column_ = std::make_unique<ClassColumn>();
    column_->resize(260, 420);
    panel().setLabels({"Dog", "Siren", "Rain", "Bell", "Wind", "Clock"},
                      std::vector<ClassPanel::Treatment>(6));
    column_->show();
    QVERIFY(QTest::qWaitForWindowExposed(column_.get()));
  }

  void theBestStandOnTop() {
    say({0.1F, 0.2F, 0.9F, 0.3F, 0.05F, 0.4F});
    QCOMPARE(names().mid(0, 3), QStringList({"Rain", "Clock", "Bell"}));
    QCOMPARE(panel().rows()[0].score, 0.9F);
    QVERIFY2(panel().accessibleDescription().contains("Rain 90%"),
             qPrintable(panel().accessibleDescription()));
  }

  void whatIsBelowItsThresholdKeepsItsPlace() {
    // Silence: nothing stands on top because of its score.
    say({0.02F, 0.13F, 0.03F, 0.01F, 0.05F, 0.04F});
    const QStringList byName{"Bell", "Clock", "Dog", "Rain", "Siren", "Wind"};
    QCOMPARE(names(), byName);
    QCOMPARE(panel().accessibleDescription(), QString("No class is over its threshold."));
    say({0.13F, 0.02F, 0.03F, 0.2F, 0.25F, 0.04F});
    QCOMPARE(names(), byName);
    // What is over its threshold goes to the top, stays while it is just below, and is then the
    // first of the others.
    say({0.13F, 0.02F, 0.03F, 0.2F, 0.8F, 0.04F});
    QCOMPARE(names(), QStringList({"Wind", "Bell", "Clock", "Dog", "Rain", "Siren"}));
    say({0.13F, 0.02F, 0.03F, 0.2F, 0.4F, 0.04F});
    QCOMPARE(names().first(), QString("Wind"));
    say({0.13F, 0.02F, 0.9F, 0.2F, 0.1F, 0.04F});
    QCOMPARE(names().mid(0, 2), QStringList({"Rain", "Wind"}));
  }

  void aGeneralClassIsNotListedBesideASpecificOne() {
    // "Siren" is more general than "Bell", "Clock" than "Siren".
    panel().setRelations({{{}, {5}, {}, {1, 5}, {}, {}}}, {});
    say({0.1F, 0.8F, 0.1F, 0.7F, 0.1F, 0.9F});
    QCOMPARE(names().first(), QString("Bell"));
    QCOMPARE(panel().rows()[0].parents, (std::vector<int>{1, 5}));
    QVERIFY(!names().contains("Siren") && !names().contains("Clock"));
    say({0.1F, 0.8F, 0.1F, 0.1F, 0.1F, 0.9F});
    QCOMPARE(names().first(), QString("Siren"));
    QCOMPARE(panel().rows()[0].parents, std::vector<int>{5});
  }

  void aPinnedClassHidesItsGeneralOnes() {
    panel().setRelations({{{}, {5}, {}, {1, 5}, {}, {}}}, {});
    connect(&panel(), &ClassPanel::pinned, this, [this](int label, bool on) {
      auto treatments = panel().treatments();
      treatments[size_t(label)].pinned = on;
      panel().setTreatments(treatments);
    });
    say({0.1F, 0.8F, 0.1F, 0.7F, 0.1F, 0.9F});
    QCOMPARE(names().first(), QString("Bell"));
    panel().setFocus();
    QTRY_COMPARE(panel().currentLabel(), std::optional(3));
    QTest::keyClick(&panel(), Qt::Key_P);
    say({0.1F, 0.8F, 0.1F, 0.7F, 0.1F, 0.9F});
    QCOMPARE(names(), QStringList({"Bell", "Dog", "Rain", "Wind"}));
    QCOMPARE(panel().rows()[0].parents, (std::vector<int>{1, 5}));
    QCOMPARE(panel().isResult(3), true);
    // The general ones are there on request.
    QTest::mouseClick(column_->findChild<QWidget*>("allClasses"), Qt::LeftButton);
    QVERIFY(names().contains("Siren") && names().contains("Clock"));
  }

  void ofAFileTheResultsAreGivenAndThresholdsStay() {
    panel().setRelations({{{}, {5}, {}, {1, 5}, {}, {}}}, {});
    QSignalSpy changed(&panel(), &ClassPanel::thresholdChanged);
    QSignalSpy pinned(&panel(), &ClassPanel::pinned);
    panel().setResults(std::vector<float>{0.6F, 0.8F, 0.1F, 0.7F, 0.1F, 0.9F}, {{3, {1, 5}}});
    QCOMPARE(names(), QStringList({"Bell", "Dog", "Rain", "Wind"}));
    QVERIFY(panel().isResult(3) && !panel().isResult(0));
    QCOMPARE(panel().rows()[0].shown, 0.7F);
    QVERIFY2(panel().accessibleDescription() == "Bell 70%",
             qPrintable(panel().accessibleDescription()));
    QTest::mouseClick(panel().viewport(), Qt::LeftButton, {}, panel().markRect(3).center());
    QCOMPARE(panel().currentLabel(), std::optional(3));
    for (const int key : {Qt::Key_Right, Qt::Key_P, Qt::Key_H, Qt::Key_Backspace})
      QTest::keyClick(&panel(), Qt::Key(key));
    QVERIFY(changed.isEmpty() && pinned.isEmpty());
    QTest::keyClick(&panel(), Qt::Key_Down);
    QCOMPARE(panel().currentLabel(), std::optional(0));
  }

  void allResultsOfAFileHaveARow() {
    column_->resize(260, 160);
    std::vector<earwitness::ShownLabel> results;
    for (int label = 0; label < 6; ++label) results.push_back({label, {}});
    panel().setResults(std::vector<float>{0.6F, 0.7F, 0.8F, 0.9F, 0.5F, 0.4F}, results);
    QCOMPARE(names(), QStringList({"Bell", "Rain", "Siren", "Dog", "Wind", "Clock"}));
    QVERIFY(panel().verticalScrollBar()->maximum() > 0);
  }

  void aGroupIsIgnoredAtOnce() {
    QStringList labels;
    std::vector<std::optional<earwitness::SoundGroup>> groups;
    for (int i = 0; i < 40; ++i) {
      labels.append("class " + QString::number(i));
      groups.push_back(i % 4 == 0 ? earwitness::SoundGroup::Music
                                  : earwitness::SoundGroup::Animals);
    }
    panel().setLabels(labels, std::vector<ClassPanel::Treatment>(40));
    panel().setRelations({}, groups);
    std::vector<float> scores(40, 0.1F);
    scores[8] = 0.9F;
    panel().setScores(scores);
    QSignalSpy ignored(&panel(), &ClassPanel::groupHidden);
    QContextMenuEvent ask(QContextMenuEvent::Mouse, {20, 10},
                          panel().viewport()->mapToGlobal(QPoint(20, 10)));
    QApplication::sendEvent(panel().viewport(), &ask);
    auto* action = panel().findChild<QAction*>("hideGroup");
    QVERIFY(action != nullptr);
    QVERIFY2(action->text().contains("Music"), qPrintable(action->text()));
    action->trigger();
    QCOMPARE(ignored.size(), 1);
    QCOMPARE(ignored[0][0].value<QList<int>>(), QList<int>({0, 4, 8, 12, 16, 20, 24, 28, 32, 36}));
    QCOMPARE(ignored[0][1].toBool(), true);
  }

  void barsMoveTowardsTheirScores() {
    say({0.1F, 0.2F, 0.9F, 0.3F, 0.05F, 0.4F});
    QVERIFY(panel().rows()[0].shown < 0.1F);
    QTRY_VERIFY((panel().advance(), panel().rows()[0].shown > 0.88F));
  }

  void aPinnedClassIsFirstAndAHiddenOneGone() {
    auto treatments = panel().treatments();
    treatments[4].pinned = true;
    treatments[2].hidden = true;
    panel().setTreatments(treatments);
    say({0.1F, 0.2F, 0.9F, 0.3F, 0.05F, 0.4F});
    QCOMPARE(names().first(), QString("Wind"));
    QVERIFY(!names().contains("Rain"));
  }

  void theMarkIsDragged() {
    say({0.1F, 0.2F, 0.9F, 0.3F, 0.05F, 0.4F});
    QSignalSpy changed(&panel(), &ClassPanel::thresholdChanged);
    const QPoint from = panel().markRect(2).center();
    const QPoint to = from + QPoint(40, 0);
    QTest::mousePress(panel().viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(panel().viewport(), to);
    QMouseEvent move(QEvent::MouseMove, to, panel().viewport()->mapToGlobal(to), Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(panel().viewport(), &move);
    QTest::mouseRelease(panel().viewport(), Qt::LeftButton, {}, to);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(changed.last()[0].toInt(), 2);
    const float threshold = changed.last()[1].toFloat();
    QVERIFY2(threshold > 0.6F && threshold < 0.8F, qPrintable(QString::number(threshold)));
    QCOMPARE(panel().treatments()[2].threshold, threshold);
    QVERIFY(!panel().treatments()[2].isModels);
    QVERIFY(std::abs(panel().markRect(2).center().x() - to.x()) <= 2);
  }

  void keysMoveTheMark() {
    say({0.1F, 0.2F, 0.9F, 0.3F, 0.05F, 0.4F});
    QSignalSpy changed(&panel(), &ClassPanel::thresholdChanged);
    QSignalSpy reset(&panel(), &ClassPanel::thresholdReset);
    panel().setFocus();
    QTRY_COMPARE(panel().currentLabel(), std::optional(panel().rows()[0].label));
    QTest::keyClick(&panel(), Qt::Key_Down);
    QCOMPARE(panel().currentLabel(), std::optional(5));  // the clock, second best
    QTest::keyClick(&panel(), Qt::Key_Right);
    QVERIFY(std::abs(changed.last()[1].toFloat() - 0.51F) < 1e-5F);
    QTest::keyClick(&panel(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(std::abs(changed.last()[1].toFloat() - 0.41F) < 1e-5F);
    QTest::keyClick(&panel(), Qt::Key_Backspace);
    QCOMPARE(reset.last()[0].toInt(), 5);
  }

  void pAndHPinAndHide() {
    say({0.1F, 0.2F, 0.9F, 0.3F, 0.05F, 0.4F});
    QSignalSpy pinned(&panel(), &ClassPanel::pinned);
    QSignalSpy hidden(&panel(), &ClassPanel::hidden);
    panel().setFocus();
    QTRY_VERIFY(panel().currentLabel().has_value());
    QTest::keyClick(&panel(), Qt::Key_P);
    QTest::keyClick(&panel(), Qt::Key_H);
    QCOMPARE(pinned.size(), 1);
    QCOMPARE(pinned[0][1].toBool(), true);
    QCOMPARE(hidden.size(), 1);
    QCOMPARE(hidden[0][0], pinned[0][0]);
  }

  void aNameIsFoundAndAllAreListed() {
    auto* filter = column_->findChild<QWidget*>("classFilter");
    QTest::keyClicks(filter, "in");
    QCOMPARE(names(), QStringList({"Rain", "Wind"}));
    QTest::keyClick(filter, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(filter, Qt::Key_Delete);
    QTest::mouseClick(column_->findChild<QWidget*>("allClasses"), Qt::LeftButton);
    QCOMPARE(names(), QStringList({"Bell", "Clock", "Dog", "Rain", "Siren", "Wind"}));
  }

  void scoresOfAnotherModelAreNotShown() {
    panel().setScores(std::vector<float>{0.5F, 0.5F});
    QVERIFY(panel().rows().empty());
  }

  void placesAreKeptWithoutAClearLead() {
    ClassRanking ranking;
    const std::vector<int> all{0, 1, 2};
    ranking.rank(std::vector<float>{0.50F, 0.49F, 0.1F}, all, 3);
    QCOMPARE(ranking.rank(std::vector<float>{0.50F, 0.51F, 0.1F}, all, 3)[0], 0);
    QCOMPARE(ranking.rank(std::vector<float>{0.50F, 0.60F, 0.1F}, all, 3)[0], 1);
  }

 private:
  ClassPanel& panel() { return *column_->panel(); }
  void say(const std::vector<float>& scores) { panel().setScores(scores, scores); }
  QStringList names() {
    QStringList names;
    for (const auto& row : panel().rows()) names.append(panel().labelText(row.label));
    return names;
  }

  std::unique_ptr<ClassColumn> column_;
};

QTEST_MAIN(TestClassPanel)
#include "test_class_panel.moc"
