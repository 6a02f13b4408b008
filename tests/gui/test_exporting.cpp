// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QTemporaryDir>
#include <QVBoxLayout>
#include <QtTest>
#include <csignal>
#include <fstream>

#include <sys/resource.h>

#include "app/gui/files/event_export_job.h"
#include "app/gui/files/export_dialog.h"
#include "app/gui/services/file_library.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/save_dialog.h"
#include "app/gui/widgets/sentence_view.h"
#include "core/base/atomic_file.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/shown_dialog.h"

using namespace earwitness;
using namespace earwitness::gui;
using namespace earwitness::gui::test;
namespace fs = std::filesystem;

namespace {

const std::vector<FileKind> kKinds{{"Table (*.csv)", ".csv"},
                                   {"Lines (*.jsonl)", ".jsonl"},
                                   {"Labels (*.txt)", ".txt"},
                                   {"Selections (*.txt)", ".selections.txt"}};

/// No file can grow beyond so many bytes while this lives, as on a disk that is full.
class FileLimit {
 public:
  explicit FileLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &old_);
    rlimit limit = old_;
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileLimit() {
    ::setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, handler_);
  }
  FileLimit(const FileLimit&) = delete;
  FileLimit& operator=(const FileLimit&) = delete;

 private:
  rlimit old_{};
  void (*handler_)(int);
};

}  // namespace

class TestExporting : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { isolateSettings(settings_); }
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    folder_ = directory_->path().toStdString();
  }

  void namesGetTheirEnding_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("chosen");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("kind");
    QTest::newRow("none") << "/x/events" << 1 << "/x/events.jsonl" << 1;
    QTest::newRow("its own") << "/x/events.csv" << 0 << "/x/events.csv" << 0;
    QTest::newRow("capitals") << "/x/EVENTS.CSV" << 0 << "/x/EVENTS.CSV" << 0;
    QTest::newRow("that of another") << "/x/events.jsonl" << 0 << "/x/events.jsonl" << 1;
    QTest::newRow("a part of its own") << "/x/events.txt" << 3 << "/x/events.txt" << 3;
    QTest::newRow("longest") << "/x/a.selections.txt" << 0 << "/x/a.selections.txt" << 3;
    QTest::newRow("unknown") << "/x/v1.2" << 0 << "/x/v1.2.csv" << 0;
  }
  void namesGetTheirEnding() {
    QFETCH(QString, typed);
    QFETCH(int, chosen);
    const auto [file, kind] = completedName(typed, chosen, kKinds);
    QTEST(file, "file");
    QTEST(kind, "kind");
  }

  void theProposedNameIsFree() {
    for (const char* name : {"events.csv", "events-2.csv", "events.jsonl"})
      std::ofstream(folder_ / name) << "mine";
    QFileDialog& dialog = ask();
    QCOMPARE(proposedBy(dialog), QString("events-3.csv"));
    dialog.selectNameFilter(kKinds[1].filter);
    emit dialog.filterSelected(kKinds[1].filter);
    QCOMPARE(proposedBy(dialog), QString("events-2.jsonl"));
    dialog.selectFile("mine.jsonl");
    dialog.selectNameFilter(kKinds[3].filter);
    emit dialog.filterSelected(kKinds[3].filter);
    QCOMPARE(proposedBy(dialog), QString("mine.selections.txt"));
    dialog.reject();
    QVERIFY(chosen_.isEmpty());
  }

  void anExistingFileIsAskedFor_data() {
    QTest::addColumn<QString>("typed");
    QTest::newRow("whole name") << "mine.csv";
    QTest::newRow("without its ending") << "mine";
  }
  void anExistingFileIsAskedFor() {
    QFETCH(QString, typed);
    std::ofstream(folder_ / "mine.csv") << "mine";
    QFileDialog& dialog = ask();
    accept(dialog, typed);
    QTRY_VERIFY(shownDialog<QMessageBox>() != nullptr);
    QVERIFY(chosen_.isEmpty());
    // Cancel is the default, and leads back.
    QTest::keyClick(shownDialog<QMessageBox>(), Qt::Key_Return);
    QTRY_VERIFY(shownDialog<QFileDialog>() != nullptr);
    QCOMPARE(proposedBy(*shownDialog<QFileDialog>()), QString("mine-2.csv"));
    accept(*shownDialog<QFileDialog>(), typed);
    QTRY_VERIFY(shownDialog<QMessageBox>() != nullptr);
    QVERIFY(chosen_.isEmpty());
    for (QAbstractButton* button : shownDialog<QMessageBox>()->buttons())
      if (shownDialog<QMessageBox>()->buttonRole(button) == QMessageBox::DestructiveRole) {
        button->click();
        break;
      }
    QTRY_COMPARE(chosen_, QString::fromStdString((folder_ / "mine.csv").string()));
    QCOMPARE(readFile(folder_ / "mine.csv"), std::string("mine"));
  }

  void aNewFileIsNotAskedFor() {
    accept(ask(), "new");
    QTRY_COMPARE(chosen_, QString::fromStdString((folder_ / "new.csv").string()));
    QVERIFY(shownDialog<QMessageBox>() == nullptr);
  }

  void oneFileThatFailsDoesNotEndTheOthers() {
    EventExportJob job = jobOf({"a.wav", "b.wav", "c.wav"});
    job.sources[1].events.resize(1000, job.sources[1].events[0]);
    ExportOutcome outcome;
    {
      const FileLimit limit(8192);
      outcome = runExport(job);
    }
    QCOMPARE(outcome.failures.size(), 1);
    QVERIFY2(outcome.failures[0].contains("b.csv"), qPrintable(outcome.failures[0]));
    QVERIFY2(outcome.sentence.contains("2 events from 2 files"), qPrintable(outcome.sentence));
    QVERIFY(fs::exists(job.target / "a.csv") && fs::exists(job.target / "c.csv"));
    QCOMPARE(filesIn(job.target), 2);
  }

  void filesForEachNeverReplaceOne() {
    EventExportJob job = jobOf({"/one/dog.wav", "/two/dog.wav", "/two/cat.wav"});
    fs::create_directories(job.target);
    std::ofstream(job.target / "cat.csv") << "mine";
    for (const int files : {4, 7}) {  // also when it is done again
      QVERIFY(runExport(job).failures.isEmpty());
      QCOMPARE(filesIn(job.target), files);
    }
    QCOMPARE(readFile(job.target / "cat.csv"), std::string("mine"));
    for (const char* name : {"dog.csv", "dog-2.csv", "dog-3.csv", "cat-2.csv", "cat-3.csv"})
      QVERIFY2(fs::exists(job.target / name), name);
  }

  void longNamesOfSourcesFit_data() {
    QTest::addColumn<int>("format");
    for (int format = 0; format < 4; ++format)
      QTest::newRow(fileEnding(ExportFormat(format)).data()) << format;
  }
  void longNamesOfSourcesFit() {
    QFETCH(int, format);
    EventExportJob job = jobOf({std::string(251, 'x') + ".wav", std::string(250, 'x') + "y.wav",
                                QString("ж").repeated(125).toStdString() + ".wav"});
    job.format = ExportFormat(format);
    const ExportOutcome outcome = runExport(job);
    QVERIFY2(outcome.failures.isEmpty(), qPrintable(outcome.failures.join(' ')));
    QCOMPARE(filesIn(job.target), 3);
  }

  void aLongSentenceStaysOnTheScreen() {
    const QString path = "'/" + QString("x").repeated(4000) + "' cannot be written.";
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* banner = new Banner;
    auto* view = new SentenceView;
    layout->addWidget(banner);
    layout->addWidget(view);
    window.resize(500, 200);
    window.show();
    banner->setText(path);
    view->setSentence(path.repeated(50));
    QTRY_VERIFY(view->isVisible() && banner->isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(window.width(), 500);
    QVERIFY(window.minimumSizeHint().width() < 500);
    QVERIFY(view->heightForWidth(480) <= 10 * view->fontMetrics().lineSpacing());
    QVERIFY(view->heightForWidth(480) > 3 * view->fontMetrics().lineSpacing());
    QCOMPARE(banner->text(), path);
  }

  void theDialogProposesFreeNames() {
    const fs::path documents =
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation).toStdString();
    fs::create_directories(documents / "sounds");
    std::ofstream(documents / "sounds.csv") << "mine";
    FileLibrary library;
    ExportDialog dialog(&library, {}, {}, nullptr);
    QCOMPARE(target(dialog), QString::fromStdString((documents / "sounds-2.csv").string()));
    dialog.findChild<QRadioButton*>("exportFilePerSource")->click();
    QCOMPARE(target(dialog), QString::fromStdString((documents / "sounds-2").string()));
  }

  void theDialogAsksBeforeItReplaces() {
    std::ofstream(folder_ / "mine.csv") << "mine";
    FileLibrary library;
    ExportDialog dialog(&library, {}, {}, nullptr);
    dialog.show();
    type(dialog, folder_ / "mine.csv");
    write(dialog);
    QTRY_VERIFY(shownDialog<QMessageBox>() != nullptr);
    QTest::keyClick(shownDialog<QMessageBox>(), Qt::Key_Escape);
    QTRY_VERIFY(shownDialog<QMessageBox>() == nullptr);
    QVERIFY(dialog.isVisible());
    QCOMPARE(readFile(folder_ / "mine.csv"), std::string("mine"));
    type(dialog, folder_ / "new.csv");
    write(dialog);
    QTRY_VERIFY(!dialog.isVisible());
    QVERIFY(fs::exists(folder_ / "new.csv"));
  }

  void escapeWorksAfterAFailure_data() {
    QTest::addColumn<bool>("byMouse");
    QTest::newRow("by mouse") << true;
    QTest::newRow("by keyboard") << false;
  }
  void escapeWorksAfterAFailure() {
    QFETCH(bool, byMouse);
    FileLibrary library;
    ExportDialog dialog(&library, {}, {}, nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const int width = dialog.width();
    type(dialog, folder_ / std::string(200, 'x') / (std::string(250, 'y') + ".csv"));
    if (byMouse)
      write(dialog);
    else
      QTest::keyClick(dialog.findChild<QLineEdit*>("exportTarget"), Qt::Key_Return);
    auto* problem = dialog.findChild<SentenceView*>("exportProblem");
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(dialog.findChild<QPushButton*>("exportWrite")->isEnabled());
    QCoreApplication::processEvents();
    QCOMPARE(dialog.width(), width);
    QVERIFY(dialog.screen()->availableGeometry().height() >= dialog.height());
    // The whole sentence can be seen.
    QVERIFY(problem->viewport()->height() >= problem->heightForWidth(problem->width()) - 1);
    QVERIFY(dialog.focusWidget() != nullptr);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog.isVisible());
  }

 private:
  QFileDialog& ask() {
    chosen_.clear();
    window_ = std::make_unique<QWidget>();
    window_->show();
    askWhereToSave(window_.get(),
                   {.title = "Save",
                    .stem = "events",
                    .kinds = kKinds,
                    .folder = QString::fromStdString(folder_.string())},
                   [this](const QString& file, int) { chosen_ = file; });
    return *shownDialog<QFileDialog>();
  }
  static void accept(QFileDialog& dialog, const QString& name) {
    dialog.selectFile(name);
    QMetaObject::invokeMethod(&dialog, "accept");
  }
  static QString proposedBy(const QFileDialog& dialog) {
    return QFileInfo(dialog.selectedFiles().value(0)).fileName();
  }
  static QString target(const QDialog& dialog) {
    return dialog.findChild<QLineEdit*>("exportTarget")->text();
  }
  static void type(const QDialog& dialog, const fs::path& path) {
    dialog.findChild<QLineEdit*>("exportTarget")->setText(QString::fromStdString(path.string()));
  }
  static void write(const QDialog& dialog) {
    QTest::mouseClick(dialog.findChild<QPushButton*>("exportWrite"), Qt::LeftButton);
  }
  static int filesIn(const fs::path& folder) {
    return int(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
  }
  EventExportJob jobOf(const std::vector<std::string>& sources) const {
    EventExportJob job;
    job.target = folder_ / "exported";
    job.oneFilePerSource = true;
    const auto model = std::make_shared<const ModelDescription>(describe({"dog"}));
    for (const std::string& source : sources) {
      Event event;
      event.label = 0;
      event.offsetSeconds = 1.0;
      job.sources.push_back({source, model, {event}, 2.0, 16000.0});
    }
    return job;
  }

  QTemporaryDir settings_;
  std::unique_ptr<QTemporaryDir> directory_;
  fs::path folder_;
  std::unique_ptr<QWidget> window_;
  QString chosen_;
};

int main(int argc, char** argv) {
  QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
  QApplication application(argc, argv);
  TestExporting test;
  return QTest::qExec(&test, argc, argv);
}
#include "test_exporting.moc"
