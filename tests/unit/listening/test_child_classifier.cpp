// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "core/base/log.h"
#include "core/listening/child_classifier.h"
#include "core/listening/child_process.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/listening/model_files.h"

using namespace earwitness;
namespace fs = std::filesystem;
using State = ChildClassifier::State;

// The other side is serve_peer, which answers with a window's first value, last value and mean.
class TestChildClassifier : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY(fs::exists(EARWITNESS_SERVE_PEER));
    window_ = noise(size_t(smallDescription().windowFrames()) * 80);
    for (const float value : window_) mean_ += double(value) / double(window_.size());
  }

  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    model_ = directory_->filePath("model.pt").toStdString();
    writeModelFile(model_, smallDescription());
    qputenv("EARWITNESS_PEER_LOG", directory_->filePath("starts").toUtf8());
    qputenv("EARWITNESS_PEER", "");
  }

  void answers() {
    ChildClassifier child(options());
    QCOMPARE(child.description().name, std::string("Test model"));
    QVERIFY(child.processId() > 0);
    child.warmUp();
    QCOMPARE(child.state(), State::Ready);
    for (int i = 0; i < 20; ++i) QVERIFY(isRight(child));
    QCOMPARE(child.restarts(), 0);
    QVERIFY(child.lastError().empty());
  }

  void anEmbeddingComesWithTheScores() {
    qputenv("EARWITNESS_PEER", "embedding");
    ChildClassifier child(options());
    child.warmUp();
    QCOMPARE(child.embeddingSize(), 2);
    std::vector<float> scores(3);
    std::vector<float> embedding(2);
    child.classifyAndEmbed(window_, scores, embedding);
    QCOMPARE(scores[0], window_.front());
    QCOMPARE(embedding[0], window_.back());
    QCOMPARE(embedding[1], -window_.front());
    QVERIFY(isRight(child));  // without one
    // Of a longer sound.
    const size_t nMels = size_t(child.description().features.nMels);
    std::vector<float> longer = window_;
    longer.resize(window_.size() + 3 * nMels, 0.25F);
    child.classifyAndEmbed(longer, scores, embedding);
    QCOMPARE(embedding[0], 0.25F);
    longer.push_back(0.0F);
    QVERIFY(errorOf([&] {
              child.classifyAndEmbed(longer, scores, embedding);
            }).contains("does not fit"));
    QVERIFY(isRight(child));
    embedding.resize(5);
    QVERIFY(errorOf([&] {
              child.classifyAndEmbed(window_, scores, embedding);
            }).contains("no embedding of 5"));
  }

  void embeddingsThatDoNotFitAreRefused() {
    qputenv("EARWITNESS_PEER", "embedding-of-three");
    ChildClassifier child(options());
    std::vector<float> scores(3);
    QVERIFY(errorOf([&] { child.classify(window_, scores); }).contains("does not match"));
    qputenv("EARWITNESS_PEER", "huge-embedding");
    ChildClassifier huge(options());
    QVERIFY(errorOf([&] { huge.warmUp(); }).contains("embedding"));
    QCOMPARE(huge.embeddingSize(), 0);
  }

  void theFirstCallWaitsForTheStart() {
    qputenv("EARWITNESS_PEER", "slow-start");
    ChildClassifier child(options());
    QCOMPARE(child.state(), State::Starting);
    QVERIFY(isRight(child));
    QCOMPARE(child.state(), State::Ready);
  }

  void theChildIsAlone() {
    qputenv("EARWITNESS_PEER", "environment");
    qputenv("OMP_NUM_THREADS", "7");
    const int open = ::fcntl(STDERR_FILENO, F_DUPFD, 50);  // not closed on exec
    QVERIFY(open >= 50);
    ChildClassifier child(options());
    std::vector<float> scores(3);
    child.classify(window_, scores);
    ::close(open);
    QCOMPARE(scores[0], 1.0F);
    QCOMPARE(scores[1], 1.0F);
    QCOMPARE(scores[2], 1.0F);
  }

  void muchOnStderrBlocksNobody() {
    qputenv("EARWITNESS_PEER", "talkative");
    ChildClassifier child(options());
    for (int i = 0; i < 10; ++i) QVERIFY(isRight(child));
  }

  void aKilledChildComesBack() {
    ChildClassifier child(options());
    child.warmUp();
    for (int round = 1; round <= 3; ++round) {
      const int before = child.processId();
      QCOMPARE(::kill(before, SIGKILL), 0);
      const QString error = errorOfClassify(child);
      QVERIFY2(isSentence(error) && error.contains("signal 9"), qPrintable(error));
      QCOMPARE(child.restarts(), round);
      QVERIFY(!child.lastError().empty());
      QTRY_VERIFY(errorOfClassify(child).isEmpty());
      QVERIFY(isRight(child));
      QVERIFY(child.processId() != before);
      QCOMPARE(child.state(), State::Ready);
      QVERIFY(child.lastError().empty());
    }
    QCOMPARE(starts(), 4);
  }

  void whileItRestartsCallsFailAtOnce() {
    qputenv("EARWITNESS_PEER", "slow-restart");
    ChildClassifier child(options());
    child.warmUp();
    ::kill(child.processId(), SIGKILL);
    QVERIFY(!errorOfClassify(child).isEmpty());
    QCOMPARE(child.state(), State::Restarting);
    QVERIFY(isSentence(errorOfClassify(child)));
    child.warmUp();  // this one waits
    QCOMPARE(child.state(), State::Ready);
    QVERIFY(isRight(child));
  }

  void misbehaviour_data() {
    QTest::addColumn<QString>("about");
    QTest::newRow("die-at-first-request") << "Out of memory";
    QTest::newRow("hang-at-second-request") << "no answer within 0.3 s";
    QTest::newRow("wrong-magic") << "does not match the request";
    QTest::newRow("wrong-id") << "does not match the request";
    QTest::newRow("wrong-count") << "does not match the request";
    QTest::newRow("half-answer") << "In the middle of a sentence";
  }
  void misbehaviour() {
    QFETCH(QString, about);
    qputenv("EARWITNESS_PEER", QTest::currentDataTag());
    ChildClassifier::Options impatient = options();
    if (about.startsWith("no answer")) impatient.answerTimeout = std::chrono::milliseconds(300);
    ChildClassifier child(impatient);
    child.warmUp();
    QString error = errorOfClassify(child);
    if (error.isEmpty()) error = errorOfClassify(child);
    QVERIFY2(isSentence(error) && error.contains(about), qPrintable(error));
    QCOMPARE(child.restarts(), 1);
    QTRY_VERIFY(errorOfClassify(child).isEmpty());
    for (int i = 0; i < 3; ++i) QVERIFY(isRight(child));
    QCOMPARE(starts(), 2);
  }

  void scoresThatAreNotNumbers() {
    qputenv("EARWITNESS_PEER", "not-a-number");
    ChildClassifier child(options());
    QVERIFY(isRight(child));
    const QString error = errorOfClassify(child);
    QVERIFY2(isSentence(error) && error.contains("not numbers"), qPrintable(error));
    QVERIFY(isRight(child));  // nothing to restart for
    QCOMPARE(child.restarts(), 0);
  }

  void aStartThatFailsOnceIsTriedAgain() {
    qputenv("EARWITNESS_PEER", "die-at-first-start");
    ChildClassifier child(options());
    child.warmUp();
    QVERIFY(isRight(child));
    QCOMPARE(child.restarts(), 1);
  }

  void aStartThatNeverWorks_data() {
    QTest::addColumn<QString>("about");
    QTest::newRow("die-at-start") << "exit code 3: The model file is of no use";
    QTest::newRow("hang-at-start") << "not ready within 0.2 s";
    QTest::newRow("garbage-hello") << "unexpected message";
    QTest::newRow("half-hello") << "That was all";
    QTest::newRow("other-labels") << "5 labels";
  }
  void aStartThatNeverWorks() {
    QFETCH(QString, about);
    qputenv("EARWITNESS_PEER", QTest::currentDataTag());
    ChildClassifier::Options impatient = options();
    if (about.startsWith("not ready")) impatient.startTimeout = std::chrono::milliseconds(200);
    ChildClassifier child(impatient);
    QString error = errorOf([&] { child.warmUp(); });
    QVERIFY2(isSentence(error) && error.contains(about), qPrintable(error));
    QCOMPARE(QString::fromStdString(child.lastError().english()), error);
    QCOMPARE(starts(), 2);
    error = errorOf([&] { child.warmUp(); });
    QVERIFY2(error.contains(about), qPrintable(error));
    QCOMPARE(child.state(), State::Failed);
    QVERIFY(isSentence(errorOfClassify(child)));
    QCOMPARE(child.processId(), 0);
    QCOMPARE(starts(), 4);  // and not one for every call
  }

  void restartsArePaused() {
    qputenv("EARWITNESS_PEER", "die-at-every-request");
    ChildClassifier child(options());
    child.warmUp();
    QVERIFY(!errorOfClassify(child).isEmpty());  // dies, starts at once
    QTRY_VERIFY(child.restarts() == 1 && errorOfClassify(child).contains("Out of memory") &&
                child.processId() == 0);
    // Asked as often as can be, it is started a handful of times in a second.
    QElapsedTimer clock;
    clock.start();
    int asked = 0;
    while (clock.elapsed() < 1000) asked += errorOfClassify(child).isEmpty() ? 0 : 1;
    QVERIFY2(asked > 2 * starts(), qPrintable(QString("%1 %2").arg(asked).arg(starts())));
    QVERIFY2(starts() <= 5, qPrintable(QString::number(starts())));
  }

  void aMissingProgram() {
    ChildClassifier::Options missing = options();
    missing.program = "/nowhere/earwitness-cli";
    ChildClassifier child(missing);
    const QString error = errorOf([&] { child.warmUp(); });
    QVERIFY2(isSentence(error) && error.contains("/nowhere/earwitness-cli"), qPrintable(error));
    QVERIFY(isSentence(errorOfClassify(child)));
    QCOMPARE(child.processId(), 0);
  }

  void aModelFileThatIsNone() {
    ChildClassifier::Options other = options();
    other.modelFile = directory_->filePath("missing.pt").toStdString();
    QVERIFY(isSentence(errorOf([&] { ChildClassifier child(other); })));
    QVERIFY(!fs::exists(directory_->filePath("starts").toStdString()));
  }

  void aWindowThatDoesNotFit() {
    ChildClassifier child(options());
    std::vector<float> scores(3);
    QVERIFY(isSentence(errorOf([&] { child.classify(std::span(window_).first(80), scores); })));
    std::vector<float> two(2);
    QVERIFY(isSentence(errorOf([&] { child.classify(window_, two); })));
    QVERIFY(isRight(child));
  }

  // The answer that nobody waits for any more is not taken for the next one.
  void interruptBreaksAWaitOff() {
    qputenv("EARWITNESS_PEER", "delay-second-answer");
    ChildClassifier child(options());
    QVERIFY(isRight(child));
    std::atomic<bool> done{false};
    QString error;
    std::thread caller([&] {
      error = errorOfClassify(child);
      done = true;
    });
    QTRY_VERIFY([&] {
      child.interrupt();
      return done.load();
    }());
    caller.join();
    QVERIFY2(error.contains("was cancelled"), qPrintable(error));
    for (float& value : window_) value = -value;  // the answer would be another one
    mean_ = -mean_;
    QVERIFY(isRight(child));
    QCOMPARE(child.restarts(), 0);
  }

  void interruptBreaksAStartOff() {
    qputenv("EARWITNESS_PEER", "hang-at-start");
    ChildClassifier child(options());
    std::atomic<bool> done{false};
    QString error;
    std::thread caller([&] {
      error = errorOf([&] { child.warmUp(); });
      done = true;
    });
    QTRY_VERIFY([&] {
      child.interrupt();
      return done.load();
    }());
    caller.join();
    QVERIFY2(error.contains("was cancelled"), qPrintable(error));
  }

  void severalThreadsTakeTurns() {
    ChildClassifier child(options());
    std::atomic<int> right{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([&] {
        for (int call = 0; call < 25; ++call)
          if (isRight(child)) ++right;
      });
    for (std::thread& thread : threads) thread.join();
    QCOMPARE(right.load(), 100);
  }

  // A file that asks again and again does not keep the microphone waiting.
  void aGreedyThreadLetsOthersThrough() {
    ChildClassifier child(options());
    child.warmUp();
    std::atomic<bool> stop{false};
    std::atomic<int> greedyCalls{0};
    std::thread greedy([&] {
      while (!stop)
        if (isRight(child)) ++greedyCalls;
    });
    QTRY_VERIFY(greedyCalls > 5);
    const int before = greedyCalls;
    for (int call = 0; call < 50; ++call) QVERIFY(isRight(child));
    const int between = greedyCalls - before;
    stop = true;
    greedy.join();
    QVERIFY2(between <= 150, qPrintable(QString::number(between)));
  }

  /// All that it wrote before it crashed, and how it ended.
  void whatAChildSaysIsLogged() {
    const fs::path log = fs::path(directory_->path().toStdString()) / "log" / "test.log";
    openLog(log, LogLevel::Info);
    qputenv("EARWITNESS_PEER", "die-at-start");
    {
      ChildClassifier child(options());
      QVERIFY(!errorOf([&] { child.warmUp(); }).isEmpty());
    }
    qputenv("EARWITNESS_PEER", "talkative");
    {
      ChildClassifier child(options());
      child.warmUp();
      QVERIFY(isRight(child));
    }
    closeLog();
    const std::string text = readFile(log);
    for (const char* part :
         {" info child: Process ", " was started: ", " serve --model ", ": loading\n",
          ": The model file is of no use\n", " ended with exit code 3\n",
          " warning model: The model 'Test model' "
          "failed 1 times in a row: ",
          " is ready in process ", ": a line of no importance\n", " more lines were not logged)\n"})
      QVERIFY2(text.find(part) != std::string::npos, (part + ("\n" + text)).c_str());
    // It is killed, unless it has seen the end of its input before.
    QVERIFY(text.find(" was ended by signal 9\n") != std::string::npos ||
            text.find(" ended with exit code 0\n") != std::string::npos);
  }

  /// More than a pipe's read at once was waiting when it ended.
  void theLastOfManyLinesIsKept() {
    ChildProcess child(
        "/bin/sh", {"-c", "i=0; while [ $i -lt 3000 ]; do echo line $i >&2; i=$((i+1)); done"}, {});
    QTRY_VERIFY_WITH_TIMEOUT(isZombie(child.id()), 30'000);
    QCOMPARE(child.howItEnded().english(), std::string("ended with exit code 0"));
    QCOMPARE(child.lastErrorLine(), std::string("line 2999"));
  }

  void noChildIsLeftBehind() {
    int pid = 0;
    {
      ChildClassifier child(options());
      child.warmUp();
      pid = child.processId();
      QCOMPARE(::kill(pid, 0), 0);
    }
    QCOMPARE(::kill(pid, 0), -1);  // gone, and reaped
    QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1);
  }

  // A parent that is killed cleans nothing up: the child sees the end of its input.
  void aKilledParentTakesItsChildAlong() {
    int toTest[2];
    QCOMPARE(::pipe(toTest), 0);
    const pid_t parent = ::fork();
    if (parent == 0) {
      ChildProcess child(EARWITNESS_SERVE_PEER, {"serve", "--model", "x"}, {});
      const pid_t id = child.id();
      if (::write(toTest[1], &id, sizeof id) != ssize_t(sizeof id)) ::_exit(1);
      ::raise(SIGKILL);
    }
    int status = 0;
    QCOMPARE(::waitpid(parent, &status, 0), parent);
    QVERIFY(WIFSIGNALED(status));
    pid_t child = 0;
    QCOMPARE(::read(toTest[0], &child, sizeof child), ssize_t(sizeof child));
    ::close(toTest[0]);
    ::close(toTest[1]);
    QTRY_VERIFY(!isRunning(child));
  }

 private:
  ChildClassifier::Options options() const {
    return {.program = EARWITNESS_SERVE_PEER, .modelFile = model_};
  }

  static bool isZombie(pid_t pid) {
    const std::string state = readFile("/proc/" + std::to_string(pid) + "/stat");
    return state.find(") Z ") != std::string::npos;
  }

  QString errorOfClassify(ChildClassifier& child) const {
    std::vector<float> scores(3);
    return errorOf([&] { child.classify(window_, scores); });
  }

  bool isRight(ChildClassifier& child) const {
    std::vector<float> scores(3);
    child.classify(window_, scores);
    return scores[0] == window_.front() && scores[1] == window_.back() &&
           std::abs(double(scores[2]) - mean_) < 1e-6;
  }

  int starts() const {
    const std::string text = readFile(directory_->filePath("starts").toStdString());
    return int(std::count(text.begin(), text.end(), '\n'));
  }

  /// False for a process that is gone or waits to be reaped by whoever adopted it.
  static bool isRunning(pid_t id) {
    std::string stat;
    try {
      stat = readFile("/proc/" + std::to_string(id) + "/stat");
    } catch (const Error&) {
      return false;
    }
    const size_t name = stat.rfind(')');
    return name != std::string::npos && stat[name + 2] != 'Z';
  }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path model_;
  std::vector<float> window_;
  double mean_ = 0.0;
};

QTEST_GUILESS_MAIN(TestChildClassifier)
#include "test_child_classifier.moc"
