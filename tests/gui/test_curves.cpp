// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QXmlStreamReader>
#include <cmath>
#include <limits>
#include <set>

#include "app/gui/training/curve_canvas.h"
#include "app/gui/training/curve_cursor.h"
#include "app/gui/training/curve_export.h"
#include "app/gui/training/curves_plot.h"
#include "app/gui/training/run_text.h"
#include "core/base/atomic_file.h"
#include "tests/gui/gui_test_support.h"

using namespace earwitness;
using namespace earwitness::gui;
namespace fs = std::filesystem;

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

RunView runOf(int epochs, int best = 1) {
  RunView view;
  view.epochsPlanned = epochs;
  for (int epoch = 1; epoch <= epochs; ++epoch)
    view.epochs.push_back({.epoch = epoch,
                           .learningRate = 1e-3 / epoch,
                           .seconds = 2.0,
                           .clipsPerSecond = 100.0,
                           .training = {4.0 / epoch, 0.5, 0.5},
                           .validation = Figures{5.0 / epoch, 0.4, 0.25 + 0.001 * epoch}});
  view.bestEpoch = best;
  view.best = view.epochs[size_t(best - 1)].validation;
  view.phase = RunView::Phase::Training;
  return view;
}

void wheel(QWidget* widget, const QPoint& at, int notches, Qt::KeyboardModifiers keys = {}) {
  QWheelEvent event(at, widget->mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton, keys,
                    Qt::NoScrollPhase, false);
  QApplication::sendEvent(widget, &event);
}

void hover(QWidget* widget, const QPoint& at) {
  QMouseEvent event(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
  QApplication::sendEvent(widget, &event);
}

/// What an exported SVG file contains.
struct Drawing {
  QString title;
  QString description;
  QString viewBox;
  QStringList texts;
  std::vector<QPolygonF> curves;  ///< lines of more than two points
  int shapes = 0;
  QString error;
};

QPolygonF polygonOf(const QString& points) {
  QPolygonF polygon;
  for (const QString& point : points.split(' ', Qt::SkipEmptyParts))
    polygon << QPointF(point.section(',', 0, 0).toDouble(), point.section(',', 1).toDouble());
  return polygon;
}

Drawing readSvg(const QByteArray& svg) {
  Drawing drawing;
  QXmlStreamReader reader(svg);
  while (!reader.atEnd()) {
    if (reader.readNext() != QXmlStreamReader::StartElement) continue;
    const auto name = reader.name();
    if (name == u"svg") drawing.viewBox = reader.attributes().value("viewBox").toString();
    drawing.shapes += name == u"path" || name == u"polyline";
    if (name == u"polyline") {
      const QPolygonF line = polygonOf(reader.attributes().value("points").toString());
      if (line.size() > 2) drawing.curves.push_back(line);
    } else if (name == u"text") {
      drawing.texts << reader.readElementText();
    } else if (name == u"title") {
      drawing.title = reader.readElementText();
    } else if (name == u"desc") {
      drawing.description = reader.readElementText();
    }
  }
  if (reader.hasError()) drawing.error = reader.errorString();
  return drawing;
}

}  // namespace

class TestCurves : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    test::isolateSettings(settings_);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  }
  void init() {
    QSettings().clear();
    plot_ = std::make_unique<CurvesPlot>();
    plot_->resize(900, 500);
    plot_->show();
    QVERIFY(QTest::qWaitForWindowExposed(plot_.get()));
  }
  void cleanup() { plot_.reset(); }

  void smoothingIsAnUnbiasedRunningAverage() {
    const std::vector<double> values{2.0, 4.0, kNothing, 4.0};
    QVERIFY(smoothed(values, 0.0)[1] == 4.0);
    const auto smooth = smoothed(values, 0.5);
    QCOMPARE(smooth[0], 2.0);
    QCOMPARE(smooth[1], (0.25 * 2.0 + 0.5 * 4.0) / 0.75);
    QVERIFY(std::isnan(smooth[2]));
    QCOMPARE(smooth[3], (0.125 * 2.0 + 0.25 * 4.0 + 0.5 * 4.0) / 0.875);
    const std::vector<double> constant(50, 3.0);
    for (const double value : smoothed(constant, 0.98)) QVERIFY(std::abs(value - 3.0) < 1e-9);
  }

  void manyPointsKeepTheirExtremes() {
    std::vector<double> epochs, values;
    for (int i = 0; i < 10000; ++i) {
      epochs.push_back(i + 1);
      values.push_back(std::sin(i / 100.0));
    }
    values[4321] = 50.0;
    values[7654] = -60.0;
    values[7655] = kNothing;
    const CurvePoints points = pointsInView(epochs, values, 0.0, 10001.0, 500);
    QVERIFY(points.epochs.size() <= 1000 && points.epochs.size() > 500);
    QVERIFY(std::is_sorted(points.epochs.begin(), points.epochs.end()));
    QCOMPARE(*std::max_element(points.values.begin(), points.values.end()), 50.0);
    QCOMPARE(*std::min_element(points.values.begin(), points.values.end()), -60.0);
    // Of a part, all are drawn, and one at either side.
    const CurvePoints few = pointsInView(epochs, values, 99.5, 110.5, 500);
    QCOMPARE(few.epochs.front(), 99.0);
    QCOMPARE(few.epochs.back(), 111.0);
    QCOMPARE(few.epochs.size(), size_t(13));
    QVERIFY(pointsInView({}, {}, 0.0, 1.0, 10).epochs.empty());
  }

  void theRunningEpochIsDrawnUpToItsStep() {
    RunView view = runOf(2);
    view.step = StepPoint{.epoch = 3, .epochs = 5, .step = 25, .steps = 100, .loss = 1.5};
    const auto series = seriesOf(view, 0);
    QCOMPARE(series.size(), size_t(5));
    QCOMPARE(series[0].epochs.back(), 2.25);
    QCOMPARE(series[0].values.back(), 1.5);
    QCOMPARE(series[1].epochs.size(), size_t(2));
    view.step->epoch = 2;  // of an epoch that is over
    QCOMPARE(seriesOf(view, 0)[0].epochs.size(), size_t(2));
    for (EpochPoint& point : view.epochs) point.validation.reset();
    QCOMPARE(seriesOf(view, 0).size(), size_t(3));
    QVERIFY(seriesOf(RunView(), 0).empty());
  }

  void wheelZoomsDragMovesDoubleClickShowsAll() {
    show(runOf(200));
    const QCPRange all = canvas()->epochRange();
    const QRect panel = canvas()->panelRect(CurvePanel::MainFigure);
    const QPoint at = panel.center();
    const double epoch = canvas()->epochAt(at.x());
    wheel(canvas(), at, 5);
    QVERIFY(canvas()->epochRange().size() < 0.5 * all.size());
    QVERIFY(std::abs(canvas()->epochAt(at.x()) - epoch) < 0.5);

    const QCPRange zoomed = canvas()->epochRange();
    const auto values = canvas()->valueRange(CurvePanel::MainFigure);
    QTest::mousePress(canvas(), Qt::LeftButton, {}, at);
    QTest::mouseMove(canvas(), at - QPoint(100, 0));
    QTest::mouseRelease(canvas(), Qt::LeftButton, {}, at - QPoint(100, 0));
    QVERIFY(canvas()->epochRange().lower > zoomed.lower);
    QVERIFY(std::abs(canvas()->epochRange().size() - zoomed.size()) < 1e-6);
    // Values follow what is in view.
    QVERIFY(canvas()->valueRange(CurvePanel::MainFigure).lower > values.lower);

    wheel(canvas(), at, 3, Qt::ControlModifier);
    QVERIFY(canvas()->valueRange(CurvePanel::MainFigure).size() < values.size());
    show(runOf(210));  // a run that goes on does not undo the zoom
    QVERIFY(std::abs(canvas()->epochRange().size() - zoomed.size()) < 1e-6);
    QTest::mouseDClick(canvas(), Qt::LeftButton, {}, at);
    QVERIFY(!canvas()->isZoomed() && canvas()->epochRange().upper > 209.0);
    for (int i = 0; i < 40; ++i) wheel(canvas(), at, 5);
    QVERIFY(canvas()->epochRange().size() >= 2.0);
    for (int i = 0; i < 40; ++i) wheel(canvas(), at, -5);
    QVERIFY(!canvas()->isZoomed());
  }

  void theReadOutFollowsMouseAndKeys() {
    show(runOf(20));
    const QRect panel = canvas()->panelRect(CurvePanel::Loss);
    hover(canvas(), QPoint(int(canvas()->pixelOf(10)), panel.center().y()));
    QCOMPARE(plot_->cursor()->epoch(), 10);
    hover(canvas(), QPoint(1, 1));
    QCOMPARE(plot_->cursor()->epoch(), 0);
    hover(canvas(), QPoint(int(canvas()->pixelOf(10)), panel.center().y()));
    QCOMPARE(plot_->cursor()->text(),
             QString("Epoch 10\ttraining\tvalidation\nLoss\t0.400\t0.500\nBalanced "
                     "accuracy\t50.0%\t26.0%\nLearning rate\t0.000100"));
    QTest::keyClick(canvas(), Qt::Key_Right);
    QCOMPARE(plot_->cursor()->epoch(), 11);
    QVERIFY(canvas()->accessibleDescription().startsWith("Epoch 11"));
    QTest::keyClick(canvas(), Qt::Key_End);
    QTest::keyClick(canvas(), Qt::Key_Right);
    QCOMPARE(plot_->cursor()->epoch(), 20);
    QTest::keyClick(canvas(), Qt::Key_Plus);
    QVERIFY(canvas()->isZoomed());
    QTest::keyClick(canvas(), Qt::Key_0);
    QVERIFY(!canvas()->isZoomed());
  }

  void severalRunsLieOverOneAnother() {
    plot_->setRuns({{"First", runOf(30, 5)}, {"Second, longer", runOf(40, 7)}});
    canvas()->replot();
    QCOMPARE(canvas()->lastEpoch(), 40);
    QVERIFY(canvas()->colourOf(0, true) != canvas()->colourOf(1, true));
    QTest::keyClick(canvas(), Qt::Key_Home);
    QVERIFY(plot_->cursor()->text().contains("First\t5.00\t25.1%"));
    QTest::keyClick(canvas(), Qt::Key_End);
    QVERIFY(!plot_->cursor()->text().contains("First"));
    QVERIFY(plot_->cursor()->text().contains("Second, longer\t0.125\t29.0%"));
  }

  void kindsAreHidden() {
    show(runOf(20));
    const int both = canvas()->drawnPoints();
    auto* menu = plot_->findChild<QPushButton*>()->menu();
    QAction* training = menu->actions().front();
    QVERIFY(training->isChecked());
    training->trigger();
    QVERIFY(!canvas()->isKindShown(false) && canvas()->isKindShown(true));
    QCOMPARE(canvas()->drawnPoints(), both - 40);
  }

  void logarithmsAndSmoothingAreKept() {
    show(runOf(100));
    const double lowest = canvas()->valueRange(CurvePanel::Loss).lower;
    auto* logLoss = plot_->findChild<QCheckBox*>();
    logLoss->click();
    QVERIFY(canvas()->valueRange(CurvePanel::Loss).lower > std::max(0.0, lowest));
    const int before = canvas()->drawnPoints();
    plot_->findChild<QSlider*>()->setValue(60);
    QCOMPARE(canvas()->drawnPoints(), 2 * before);  // the raw ones behind
    const CurvesPlot next;
    QVERIFY(next.findChild<QCheckBox*>()->isChecked());
    QCOMPARE(next.findChild<QSlider*>()->value(), 60);
  }

  void exports() {
    show(runOf(20, 12));
    QSignalSpy told(plot_.get(), &CurvesPlot::told);
    const QString stem = directory_.path() + "/curves";
    plot_->exportTo(stem + ".png", CurvesPlot::Format::Png);
    plot_->exportTo(stem + ".svg", CurvesPlot::Format::Svg);
    plot_->exportTo(stem + ".csv", CurvesPlot::Format::Csv);
    plot_->exportTo(directory_.path() + "/none/curves.csv", CurvesPlot::Format::Csv);
    QTRY_COMPARE(told.count(), 4);
    const QImage image(stem + ".png");
    QCOMPARE(image.size(), canvas()->size() * 2);
    const QByteArray svg = QByteArray::fromStdString(readFile((stem + ".svg").toStdString()));
    const Drawing drawing = readSvg(svg);
    QVERIFY2(drawing.error.isEmpty(), qPrintable(drawing.error));
    QCOMPARE(drawing.title, canvas()->accessibleName());
    QCOMPARE(drawing.description, QGuiApplication::applicationDisplayName());
    QCOMPARE(drawing.viewBox, QString("0 0 %1 %2").arg(canvas()->width()).arg(canvas()->height()));
    QVERIFY(drawing.shapes > 20);
    for (const char* text :
         {"Loss", "Balanced", "Learning", "Training", "Validation", "Best: epoch 12, 26.2%"})
      QVERIFY2(drawing.texts.contains(text), text);
    const auto lines = QString::fromStdString(readFile((stem + ".csv").toStdString())).split('\n');
    QCOMPARE(lines.size(), 22);
    QCOMPARE(lines[2], QString("Run,2,0.0005,2,0.5,0.5,2.5,0.4,0.252,2,100"));
    QStringList sentences;
    for (const auto& arguments : told) sentences << arguments[0].toString();
    QCOMPARE(sentences.filter("Saved to").size(), 3);
    QCOMPARE(sentences.filter("/none/").size(), 1);
  }

  /// The file clips nothing, so that curves have to end at the edges of their plot.
  void exportedCurvesStayInTheirPlots() {
    plot_->setRuns({{"First", runOf(200, 60)}, {"A & <B>", runOf(150, 70)}});
    const QPoint at = canvas()->panelRect(CurvePanel::Loss).center();
    wheel(canvas(), at, 5);
    for (const CurvePanel panel : {CurvePanel::Loss, CurvePanel::LearningRate})
      canvas()->zoomPanel(panel, 0.1, canvas()->panelRect(panel).center().y());
    canvas()->replot();
    const Drawing drawing = readSvg(curvesSvg(*canvas()));
    QVERIFY2(drawing.error.isEmpty(), qPrintable(drawing.error));
    QVERIFY(drawing.texts.contains("A & <B>"));
    int inside = 0;
    for (const QPolygonF& curve : drawing.curves) {
      // A rectangle without height is in no rectangle.
      const QRectF bounds = curve.boundingRect().adjusted(-0.005, -0.005, 0.005, 0.005);
      bool isInPlot = false;
      for (const CurvePanel panel :
           {CurvePanel::Loss, CurvePanel::MainFigure, CurvePanel::LearningRate}) {
        const QRectF plot = QRectF(canvas()->panelRect(panel)).adjusted(-0.01, -0.01, 0.01, 0.01);
        isInPlot = isInPlot || plot.contains(bounds);
      }
      QVERIFY2(isInPlot, qPrintable(QDebug::toString(bounds)));
      inside += int(curve.size());
    }
    QVERIFY(inside > 50);
  }

  void statesOfARun() {
    RunView view;
    QCOMPARE(stateOf(view, false, RunRequest::Start), RunState::Starting);
    QCOMPARE(stateOf(view, true, RunRequest::Nothing), RunState::Starting);
    view = runOf(10, 4);
    view.epochsPlanned = 20;
    QCOMPARE(stateOf(view, true, RunRequest::Nothing), RunState::Training);
    QCOMPARE(stateOf(view, true, RunRequest::Pause), RunState::Pausing);
    QCOMPARE(stateOf(view, false, RunRequest::Nothing), RunState::Interrupted);
    QCOMPARE(progressText(RunState::Training, view),
             QString("Epoch 11 of 20 · 100 clips/s · 20 s left"));
    view.step = StepPoint{.epoch = 11, .epochs = 20, .step = 1, .steps = 4, .clipsPerSecond = 1234};
    QCOMPARE(progressText(RunState::Training, view),
             QString("Epoch 11 of 20 · step 1 of 4 · 1,234 clips/s · 20 s left"));
    QCOMPARE(*shareDone(RunState::Training, view), 10.25 / 20.0);
    view.phase = RunView::Phase::Stopped;
    QCOMPARE(stateText(stateOf(view, false, RunRequest::Nothing), view),
             QString("Paused after epoch 10"));
    QCOMPARE(stateOf(view, true, RunRequest::Start), RunState::Starting);
  }

  void manyRunsHaveAColourEach() {
    std::vector<Curves> runs;
    for (int run = 0; run < 12; ++run) runs.push_back({QString("Run %1").arg(run), runOf(5)});
    plot_->setRuns(runs);
    std::set<QRgb> colours;
    for (int i = 0; i < canvas()->graphCount(); ++i)
      colours.insert(canvas()->graph(i)->pen().color().rgb());
    QCOMPARE(colours.size(), runs.size());
  }

  void whatHelpsAFailedRun() {
    RunView view = runOf(3);
    view.phase = RunView::Phase::Failed;
    view.error = Message::verbatim("It failed.");
    view.settings["batch_size"] = 32;
    const auto helps = [&view](const char* kind) {
      view.errorKind = kind;
      return troubleOf(RunState::Failed, view, {})->remedies;
    };
    QVERIFY(helps("memory").front() == Remedy::SmallerBatch);
    QCOMPARE(remedyText(Remedy::SmallerBatch, view), QString("Start with batches of 16"));
    QVERIFY(helps("disk") == std::vector<Remedy>{Remedy::Resume});
    QVERIFY(helps("data").front() == Remedy::ChangeSettings);
    QVERIFY(helps("sandbox").front() == Remedy::WithoutSandbox);
    view.leftOut = 2;
    QVERIFY(helps("data").front() == Remedy::DropBrokenFiles);
    QVERIFY(troubleOf(RunState::Interrupted, view, {})->sentence.contains("in epoch 4"));
    QVERIFY(!troubleOf(RunState::Training, view, {}));
  }

 private:
  void show(const RunView& view) {
    plot_->setRuns({{"Run", view}});
    canvas()->replot();
  }
  CurveCanvas* canvas() { return plot_->canvas(); }

  QTemporaryDir settings_;
  QTemporaryDir directory_;
  std::unique_ptr<CurvesPlot> plot_;
};

QTEST_MAIN(TestCurves)
#include "test_curves.moc"
