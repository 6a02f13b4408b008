// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <cstring>

#include "core/audio/audio_file.h"
#include "core/base/atomic_file.h"
#include "core/features/log_mel.h"
#include "core/inference/evaluation.h"
#include "core/inference/network_classifier.h"
#include "core/listening/child_classifier.h"
#include "core/listening/file_analysis.h"
#include "core/listening/serve_protocol.h"
#include "core/network/architectures.h"
#include "tests/unit/cli/cli_process.h"
#include "tests/unit/training/small_run.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

class TestCliCommands : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    sound_ = root_ / "sound.flac";
    std::vector<float> stereo = tone(900.0, 44100.0, 2 * 44100 * 3, 0.2);
    const std::vector<float> hiss = noise(stereo.size());
    for (size_t i = stereo.size() / 2; i < stereo.size(); ++i) stereo[i] += 0.3F * hiss[i];
    writeSound(sound_, stereo, 44100, 2, SF_FORMAT_FLAC | SF_FORMAT_PCM_24);
  }

  void featuresAreTheLogMelBitForBit() {
    for (const bool ofModel : {false, true}) {
      const fs::path output = root_ / "sound.npy";
      QStringList arguments{"features", textOf(sound_), "--output", textOf(output)};
      if (ofModel) arguments << "--model" << textOf(model());
      CliProcess cli;
      QVERIFY(cli.run(arguments));
      QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
      const LogMel expected = logMel(readAudio(sound_, 16000.0), {});
      const std::string bytes = readFile(output);
      QCOMPARE(bytes.substr(0, 8), std::string("\x93NUMPY\x01\x00", 8));
      const size_t start = 10 + uint8_t(bytes[8]) + 256 * size_t(uint8_t(bytes[9]));
      QCOMPARE(start % 64, size_t(0));
      const std::string header = bytes.substr(10, start - 10);
      QVERIFY2(header.find("'shape': (" + std::to_string(expected.nFrames()) + ", 80)") !=
                   std::string::npos,
               header.c_str());
      QVERIFY(header.find("'descr': '<f4'") != std::string::npos);
      QVERIFY(header.find("'fortran_order': False") != std::string::npos && header.back() == '\n');
      QCOMPARE(bytes.size() - start, expected.values.size() * sizeof(float));
      QVERIFY(std::memcmp(bytes.data() + start, expected.values.data(), bytes.size() - start) == 0);
    }
  }

  /// The command line, the network in this process, and the window's way through a child process.
  void allWaysGiveTheSameBits() {
    NetworkClassifier network(model());
    const EventSettings events = eventSettingsOf(network.description());
    const FileScores expected = analyseFile(sound_, &network, {}, events);
    QCOMPARE(expected.windows.size(), size_t(9));  // from the first second on, every 0.25 s

    ChildClassifier child({.program = EARWITNESS_CLI, .modelFile = model()});
    const FileScores throughPipe = analyseFile(sound_, &child, {}, events);
    QVERIFY(throughPipe.whole == expected.whole);
    QVERIFY(throughPipe.events == expected.events);

    CliProcess cli;
    QVERIFY(cli.run({"classify", textOf(sound_), "--model", textOf(model()), "--json"}));
    QCOMPARE(cli.exitCode(), 0);
    const json printed = cli.json();
    const json file = printed.at("files").at(0);
    QCOMPARE(file.at("seconds").get<double>(), expected.seconds);
    QCOMPARE(file.at("windows").size(), expected.windows.size());
    for (size_t i = 0; i < expected.windows.size(); ++i) {
      QVERIFY(throughPipe.windows[i].scores == expected.windows[i].scores);
      const json& window = file.at("windows").at(i);
      QVERIFY(window.at("scores").get<std::vector<float>>() == expected.windows[i].scores);
      QCOMPARE(window.at("start").get<double>(), expected.windows[i].startSeconds);
      QCOMPARE(window.at("end").get<double>(), expected.windows[i].endSeconds);
    }
    const auto& labels = network.description().labels;
    for (size_t label = 0; label < labels.size(); ++label)
      QCOMPARE(file.at("scores").at(labels[label]).get<float>(), expected.whole[label]);
    QCOMPARE(file.at("top").get<std::string>(), labels[size_t(topLabels(expected.whole, 1)[0])]);
    QCOMPARE(file.at("events").size(), expected.events.size());
    QVERIFY(!expected.events.empty());
    for (size_t i = 0; i < expected.events.size(); ++i) {
      QCOMPARE(file.at("events").at(i).at("onset").get<double>(), expected.events[i].onsetSeconds);
      QCOMPARE(file.at("events").at(i).at("peak_score").get<float>(), expected.events[i].peakScore);
    }
    QCOMPARE(printed.at("model").at("fingerprint").get<std::string>(),
             network.description().fingerprint);
  }

  void classifyForPeople() {
    CliProcess cli;
    QVERIFY(cli.run({"classify", textOf(SmallRun::get().newTone()), "--model", textOf(model())}));
    QCOMPARE(cli.exitCode(), 0);
    const QStringList lines =
        QString::fromUtf8(cli.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0], textOf(SmallRun::get().newTone()));
    QVERIFY(lines[1].contains('%') && lines[1].endsWith("  tone"));
  }

  void evaluate() {
    EvaluationRequest request;
    request.model = model();
    request.data.root = SmallRun::get().data();
    request.cacheFolder = SmallRun::get().cache();
    request.confinement.program = EARWITNESS_CLI;
    CliProcess cli;
    QVERIFY(cli.run({"evaluate", "--model", textOf(request.model), "--data",
                     textOf(request.data.root), "--cache", textOf(request.cacheFolder), "--json"}));
    QCOMPARE(cli.exitCode(), 0);
    QVERIFY(cli.json() == toJson(evaluateModel(request)));
  }

  void modelInfo() {
    CliProcess cli;
    QVERIFY(cli.run({"model", "info", textOf(model()), "--json"}));
    QCOMPARE(cli.exitCode(), 0);
    const ModelDescription description = readModelDescription(model());
    json expected = toJson(description);
    expected["fingerprint"] = description.fingerprint;
    QVERIFY(cli.json() == expected);
    QVERIFY(cli.run({"model", "info", textOf(model())}));
    const QByteArray text = cli.readAllStandardOutput();
    for (const char* part : {"tone", "clicks", "16 kHz", "resnet-transformer"})
      QVERIFY2(text.contains(part), part);
  }

  void modelDescribeChangesWordsAndNotScores() {
    const fs::path described = root_ / "described.pt";
    CliProcess cli;
    QVERIFY(cli.run({"model", "describe", textOf(model()), "--output", textOf(described), "--name",
                     "Three sounds", "--card", R"({"licence": "CC0", "made": null})"}));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    const ModelDescription before = readModelDescription(model());
    const ModelDescription after = readModelDescription(described);
    QCOMPARE(after.name, std::string("Three sounds"));
    QCOMPARE(after.card.at("licence").get<std::string>(), std::string("CC0"));
    QVERIFY(before.card.contains("made") && !after.card.contains("made"));
    QVERIFY(after.card.at("figures") == before.card.at("figures"));
    QVERIFY(after.labels == before.labels);
    QVERIFY(after.fingerprint != before.fingerprint);
    NetworkClassifier old(model());
    NetworkClassifier renamed(described);
    QVERIFY(analyseFile(sound_, &old, {}, {}).whole == analyseFile(sound_, &renamed, {}, {}).whole);
  }

  void architecturesAndTheReportsSize() {
    CliProcess cli;
    QVERIFY(cli.run({"architectures", "--json"}));
    QCOMPARE(cli.exitCode(), 0);
    const json list = cli.json().at("architectures");
    QCOMPARE(list.size(), architectures().size());
    QCOMPARE(list.at(0).at("name").get<std::string>(), std::string("resnet-transformer"));
    QCOMPARE(list.at(0).at("parameters_30_classes").get<long>(), 124510L);
    QVERIFY(cli.run({"architectures"}));
    QVERIFY(cli.readAllStandardOutput().contains("124510"));
  }

  void serveAnswersUntilItsInputEnds() {
    CliProcess cli;
    QVERIFY(serving(cli));
    NetworkClassifier network(model());
    const std::vector<float> window = logMel(noise(16000), {}).values;
    std::vector<float> expected(3);
    network.classify(window, expected);
    for (uint32_t id : {1U, 77U}) {
      send(cli, request(id));
      cli.write(reinterpret_cast<const char*>(window.data()), qint64(window.size() * 4));
      serve::Answer answer;
      std::vector<float> scores(3);
      QVERIFY(receive(cli, &answer, sizeof answer));
      QVERIFY(receive(cli, scores.data(), 12));
      QCOMPARE(answer.magic, serve::kAnswerMagic);
      QCOMPARE(answer.id, id);
      QCOMPARE(answer.nScores, 3U);
      QVERIFY(answer.inferenceMs > 0.0F);
      QVERIFY(scores == expected);
    }
    cli.closeWriteChannel();
    QVERIFY(cli.ends());
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.errorText(), QString());
  }

  void serveRefusesWhatIsNoRequest_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto add = [](const char* name, const serve::Request& wrong, int more) {
      QByteArray bytes(reinterpret_cast<const char*>(&wrong), sizeof wrong);
      bytes.append(more, 'x');
      QTest::newRow(name) << bytes;
    };
    serve::Request wrong = request(1);
    wrong.magic = 1;
    add("magic", wrong, 0);
    wrong = request(1);
    wrong.nValues = 80 * 80;
    add("frames", wrong, 0);
    wrong = request(1);
    wrong.nValues = 0xffffffff;
    add("endless", wrong, 0);
    add("no window", request(1), 0);
    add("half a window", request(1), 1000);
    QTest::newRow("half a request") << QByteArray("EWRQ");
    QTest::newRow("text") << QByteArray("Hello, is anybody there? I have a sound.");
  }
  void serveRefusesWhatIsNoRequest() {
    QFETCH(QByteArray, bytes);
    CliProcess cli;
    QVERIFY(serving(cli));
    cli.write(bytes);
    cli.closeWriteChannel();
    QVERIFY(cli.ends());
    QCOMPARE(cli.exitCode(), 1);
    QVERIFY(cli.readAllStandardOutput().isEmpty());
    const QString text = cli.errorText();
    QVERIFY2(isCliError(text), qPrintable(text));
  }

 private:
  static fs::path model() { return SmallRun::get().folder().bestModel(); }
  static serve::Request request(uint32_t id) {
    return {.magic = serve::kRequestMagic, .id = id, .nValues = 81 * 80};
  }
  static void send(QProcess& process, const serve::Request& value) {
    process.write(reinterpret_cast<const char*>(&value), sizeof value);
  }
  static bool receive(QProcess& process, void* data, qint64 size) {
    while (process.bytesAvailable() < size)
      if (!process.waitForReadyRead(60'000)) return false;
    return process.read(static_cast<char*>(data), size) == size;
  }
  /// Starts a server and takes its greeting.
  static bool serving(CliProcess& cli) {
    serve::Answer hello;
    return cli.begin({"serve", "--model", textOf(model())}) && receive(cli, &hello, sizeof hello) &&
           hello.magic == serve::kAnswerMagic && hello.id == serve::kHello && hello.nScores == 3;
  }

  QTemporaryDir directory_;
  fs::path root_ = fs::path(directory_.path().toStdString());
  fs::path sound_;
};

QTEST_GUILESS_MAIN(TestCliCommands)
#include "test_cli_commands.moc"
