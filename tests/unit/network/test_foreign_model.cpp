// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <cstring>

#include "core/base/atomic_file.h"
#include "core/inference/network_classifier.h"
#include "core/listening/file_analysis.h"
#include "core/network/foreign_network.h"
#include "core/network/torch_threads.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/cli/cli_process.h"
#include "tests/unit/inference/model_surgery.h"
#include "tests/unit/listening/model_files.h"
#include "tests/unit/network/foreign_files.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

/// Other people's TorchScript files, through the command line that the window uses too.
class TestForeignModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    writeFileAtomically(labels_, "siren\ncrickets\nbells\n");
    useThreads(1);
  }

  // ---- What is found out about a file

  void aWaveformNetworkIsFoundOut() {
    const json report = probe(saved(waveformModule(3), root_ / "wave.pt"));
    QVERIFY(report.at("loads").get<bool>());
    QCOMPARE(report.at("parameters").get<int>(), 3 * 160);
    QVERIFY(report.at("methods") == json{"forward"});
    QCOMPARE(report.value("problem", "?"), std::string());
    const json input = inputOfShape(report, "1,samples");
    QCOMPARE(input.at("input").get<std::string>(), std::string("waveform"));
    QVERIFY(input.at("any_size").get<bool>());
    QVERIFY(input.at("outputs").at(0).at("sizes") == json({1, 3}));
    QCOMPARE(input.at("outputs").at(0).at("looks_like").get<std::string>(),
             std::string("single_label_logits"));
    QVERIFY(inputOfShape(report, "samples").is_null());
  }

  void aMelsFirstNetworkIsFoundOut() {
    const json report = probe(saved(melsFirstModule(3), root_ / "mels.pt"));
    const json first = report.at("inputs").at(0);
    QCOMPARE(first.at("shape").get<std::string>(), std::string("1,1,mels,frames"));
    QCOMPARE(first.at("n_mels").get<int>(), 64);
    QVERIFY(!first.at("any_mels").get<bool>() && first.at("any_size").get<bool>());
    QVERIFY(inputOfShape(report, "1,1,frames,mels").is_null());
  }

  void probabilitiesAreRecognised() {
    const auto looksLike = [this](const char* last) {
      const auto module = foreignModule(std::string("def forward(self, x: Tensor) -> Tensor:\n"
                                                    "    y = x.reshape([1, -1, 4]).mean([1])\n"
                                                    "    return ") +
                                        last + "\n");
      const json report = probe(saved(module, root_ / "kind.pt"));
      const json input = inputOfShape(report, "1,samples");
      return input.at("outputs").at(0).value("looks_like", "");
    };
    QCOMPARE(looksLike("torch.sigmoid(y)"), std::string("probabilities"));
    QCOMPARE(looksLike("torch.softmax(y, -1)"), std::string("probabilities"));
    QCOMPARE(looksLike("torch.log_softmax(y, -1)"), std::string("single_label_logits"));
    QCOMPARE(looksLike("y * 100.0 - 5.0"), std::string("single_label_logits"));
  }

  void severalAnswersAreListed() {
    const json tuple = probe(saved(tupleModule(), root_ / "tuple.pt"));
    const json outputs = inputOfShape(tuple, "1,samples").at("outputs");
    QCOMPARE(outputs.size(), size_t(2));
    QCOMPARE(outputs.at(1).at("element").get<std::string>(), std::string("1"));
    const json dictionary =
        inputOfShape(probe(saved(dictionaryModule(), root_ / "dictionary.pt")), "1,samples");
    std::vector<std::string> names;
    for (const json& output : dictionary.at("outputs")) names.push_back(output.at("element"));
    std::sort(names.begin(), names.end());
    QVERIFY((names == std::vector<std::string>{"embedding", "scores"}));
  }

  void extraFilesAreListed() {
    const torch::jit::ExtraFilesMap extra{{"labels.txt", "a\nb\n"}};
    waveformModule(2).save((root_ / "extra.pt").string(), extra);
    QVERIFY(probe(root_ / "extra.pt").at("extra_files") == json{"labels.txt"});
  }

  void badFiles_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("hint");
    const auto add = [this](const char* name, const torch::jit::Module& module, const char* hint) {
      QTest::newRow(name) << textOf(saved(module, root_ / (std::string(name) + ".pt"))) << hint;
    };
    const auto code = [](const std::string& lines, const std::string& type = "Tensor") {
      return foreignModule("def forward(self, x: Tensor) -> " + type + ":\n" + lines);
    };
    add("hungry", code("    return torch.ones([25000000000]) + x.sum()\n"), "memory");
    add("endless", code("    while True:\n        x = x + 1.0\n    return x\n"), "without end");
    add("throwing", code("    assert x.dim() < 0, \"never\"\n    return x\n"),
        "takes none of the usual inputs");
    add("wordy", code("    return \"a dog\"\n", "str"), "tensor");
    add("two inputs",
        foreignModule("def forward(self, x: Tensor, lengths: Tensor) -> Tensor:\n    return x\n"),
        "2 inputs (x, lengths)");
    add("no forward", foreignModule("def infer(self, x: Tensor) -> Tensor:\n    return x\n"),
        "no method 'forward'");

    const auto change = [this](const char* name, const char* entry, const char* from,
                               const char* to, const char* hint) {
      const fs::path file = saved(waveformModule(3), root_ / (std::string(name) + ".pt"));
      changeEntry(file, entry, [&](std::string text) {
        const size_t at = text.find(from);
        return at == std::string::npos ? text + to : text.replace(at, std::strlen(from), to);
      });
      QTest::newRow(name) << textOf(file) << hint;
    };
    change("newer", "/version", "3", "99", "newer LibTorch");
    change("unknown operator", ".py", "torch.relu(", "torch.swish_of_next_year(",
           "does not have (aten::swish_of_next_year");
    change("nonsense", ".py", "def forward", "fed", "cannot read it");

    const fs::path half = saved(waveformModule(3), root_ / "half.pt");
    fs::resize_file(half, fs::file_size(half) / 2);
    QTest::newRow("half") << textOf(half) << "cut off or damaged";
    writeFileAtomically(root_ / "text.pt", "This is no network at all.");
    QTest::newRow("text") << textOf(root_ / "text.pt") << "not a TorchScript file";
    writeArchive(root_ / "weights.pt", "model/data.pkl", "weights");
    QTest::newRow("weights") << textOf(root_ / "weights.pt") << "was refused";
    writeArchive(root_ / "zip.pt", "model/readme.txt", "nothing");
    QTest::newRow("zip") << textOf(root_ / "zip.pt") << "archive, but not";
    QTest::newRow("missing") << textOf(root_ / "missing.pt") << "does not exist";
    QTest::newRow("folder") << textOf(root_) << "folder";
  }
  void badFiles() {
    QFETCH(QString, file);
    QFETCH(QString, hint);
    // Only what never ends is waited for: a slow machine needs many seconds for the others.
    const bool endless = QTest::currentDataTag() == QByteArray("endless");
    const json report = probe(file.toStdString(), endless ? "6" : "60");
    const QString problem = QString::fromStdString(report.value("problem", ""));
    QVERIFY2(isSentence(problem) && problem.contains(hint), qPrintable(problem));
  }

  void theFileCannotWriteFiles() {
    const fs::path written = root_ / "written.pt";
    torch::jit::Module writer = foreignModule(
        "def forward(self, x: Tensor) -> Tensor:\n"
        "    print(\"{\\\"result\\\": 1}\")\n"
        "    torch.save(x, \"" +
        written.string() + "\")\n    return x.mean([1], True)\n");
    writer.forward({torch::ones({1, 8})});
    QVERIFY(fs::exists(written));  // so it does where nothing keeps it from doing so
    fs::remove(written);
    const json report = probe(saved(writer, root_ / "writer.pt"));
    QVERIFY2(report.contains("inputs"), report.dump().c_str());  // what it printed did no harm
    QVERIFY(!fs::exists(written));
  }

  // ---- The copy that describes itself

  void aWaveformNetworkKeepsItsBits() {
    torch::jit::Module theirs = waveformModule(3);
    const fs::path copy =
        import(saved(theirs, root_ / "wave.pt"), {"--shape", "1,samples", "--window-seconds", "2",
                                                  "--licence", "CC0", "--name", "Their network"});
    const ModelDescription model = readModelDescription(copy);
    QCOMPARE(model.name, std::string("Their network"));
    QVERIFY(model.input == ModelInput::Waveform && model.formatVersion() == 2);
    QVERIFY((model.labels == std::vector<std::string>{"siren", "crickets", "bells"}));
    QCOMPARE(model.card.value("licence", ""), std::string("CC0"));
    QCOMPARE(model.card.value("parameters", 0), 3 * 160);
    QVERIFY(model.card.contains("noise_check"));
    QCOMPARE(model.inputSize(), size_t(32000));

    torch::manual_seed(1);
    const torch::Tensor window = torch::randn({1, 32000}) * 0.1;
    NetworkClassifier classifier(copy);
    QVERIFY(logitsOf(classifier, window) == valuesOf(theirs.forward({window})));
  }

  void aMelsFirstNetworkKeepsItsBits() {
    torch::jit::Module theirs = melsFirstModule(3);
    const fs::path copy = import(saved(theirs, root_ / "mels.pt"), {"--shape",
                                                                    "1,1,mels,frames",
                                                                    "--window-seconds",
                                                                    "1",
                                                                    "--n-mels",
                                                                    "64",
                                                                    "--n-fft",
                                                                    "512",
                                                                    "--hop",
                                                                    "160",
                                                                    "--scale",
                                                                    "ln",
                                                                    "--f-min",
                                                                    "50",
                                                                    "--f-max",
                                                                    "7500",
                                                                    "--output-kind",
                                                                    "multi-label-logits",
                                                                    "--mean",
                                                                    "-7.5",
                                                                    "--std",
                                                                    "2.5"});
    const ModelDescription model = readModelDescription(copy);
    QVERIFY(model.output == ModelOutput::MultiLabelLogits);
    QVERIFY(model.features.scale == LogScale::NaturalLog && model.features.hopSamples == 160);
    QCOMPARE(model.windowFrames(), 101L);

    torch::manual_seed(2);
    const torch::Tensor window = torch::randn({1, 101, 64}) * 3.0 - 7.0;
    const torch::Tensor given = ((window - torch::tensor({-7.5F})) / torch::tensor({2.5F}))
                                    .transpose(1, 2)
                                    .unsqueeze(1)
                                    .contiguous();
    NetworkClassifier classifier(copy);
    const std::vector<float> logits = logitsOf(classifier, window);
    QVERIFY(logits == valuesOf(theirs.forward({given})));
    std::vector<float> scores(3);
    classifier.classify(std::span(window.data_ptr<float>(), 101 * 64), scores);
    for (size_t i = 0; i < 3; ++i)
      QVERIFY(std::abs(scores[i] - 1.0 / (1.0 + std::exp(-double(logits[i])))) < 1e-6);
  }

  void oneOfSeveralAnswersIsTaken() {
    torch::jit::Module theirs = dictionaryModule();
    const fs::path file = saved(theirs, root_ / "dictionary.pt");
    const QStringList shape{"--shape", "1,samples", "--window-seconds", "1"};
    QVERIFY(refusal(file, shape).contains("Say which one has the labels"));
    const fs::path copy =
        import(file, shape + QStringList{"--element", "scores", "--output-kind", "probabilities"});
    torch::manual_seed(3);
    const torch::Tensor window = torch::randn({1, 16000}) * 0.1;
    NetworkClassifier classifier(copy);
    std::vector<float> scores(3);
    classifier.classify(std::span(window.data_ptr<float>(), 16000), scores);
    QVERIFY(scores == valuesOf(theirs.forward({window}).toGenericDict().at("scores")));
  }

  void framesOfAnswersAreAveraged() {
    const auto theirs = foreignModule(
        "def forward(self, x: Tensor) -> Tensor:\n    return x.reshape([-1, 3]).abs()\n");
    const fs::path copy = import(saved(theirs, root_ / "frames.pt"),
                                 {"--shape", "samples", "--window-seconds", "0.75"});
    const torch::Tensor window = torch::arange(12000, torch::kFloat).view({1, 12000}) / 12000.0;
    NetworkClassifier classifier(copy);
    QVERIFY(logitsOf(classifier, window) == valuesOf(window.view({-1, 3}).mean({0}, true)));
  }

  /// Window and command line hand a model samples where it takes samples: through the whole of it.
  void filesAreClassifiedByTheirSamples() {
    const fs::path copy = import(saved(waveformModule(3), root_ / "wave.pt"),
                                 {"--shape", "1,samples", "--window-seconds", "2"});
    NetworkClassifier classifier(copy);
    const FileScores expected =
        analyseFile(sample(), &classifier, {}, eventSettingsOf(classifier.description()));
    CliProcess cli;
    QVERIFY(cli.run({"classify", textOf(sample()), "--model", textOf(copy), "--json"}));
    const json file = cli.json().at("files").at(0);
    QCOMPARE(file.at("windows").size(), expected.windows.size());
    for (size_t i = 0; i < expected.windows.size(); ++i)
      QVERIFY(file.at("windows").at(i).at("scores").get<std::vector<float>>() ==
              expected.windows[i].scores);
  }

  void theTrialShowsWhatItNames() {
    const fs::path file = saved(waveformModule(3), root_ / "wave.pt");
    CliProcess cli;
    QVERIFY(cli.run(arguments(file, {"--shape", "1,samples", "--window-seconds", "2", "--json"})));
    const json trial = cli.json();
    QCOMPARE(trial.at("sample").at("top").size(), size_t(3));
    QVERIFY(trial.at("sample").value("file", "").ends_with("sample.flac"));
    QVERIFY(trial.at("window_ms").get<double>() > 0.0);
    QVERIFY(!trial.contains("output"));
  }

  void answersThatDoNotFit_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("hint");
    const QStringList good{"--shape", "1,samples", "--window-seconds", "2"};
    QTest::newRow("shape") << QStringList{"--shape", "1,1,frames,mels", "--window-seconds", "2"}
                           << "does not take an input of the shape (1, 1, 161, 80)";
    QTest::newRow("unknown shape")
        << QStringList{"--shape", "2,2", "--window-seconds", "2"} << "Unknown input shape '2,2'";
    QTest::newRow("length") << QStringList{"--shape", "1,samples", "--window-seconds", "0.0155"}
                            << "does not take an input of the shape (1, 248)";
    QTest::newRow("kind") << good + QStringList{"--output-kind", "probabilities"}
                          << "does not output probabilities";
    QTest::newRow("unknown kind") << good + QStringList{"--output-kind", "guesses"}
                                  << "which is unknown";
    QTest::newRow("element") << good + QStringList{"--element", "2"} << "outputs one tensor";
    QTest::newRow("mean alone") << good + QStringList{"--mean", "1"} << "standard deviations";
    QTest::newRow("deviation") << good + QStringList{"--mean", "1", "--std", "0"} << "above 0";
    QTest::newRow("window") << QStringList{"--shape", "1,samples", "--window-seconds", "0"}
                            << "window";
    QTest::newRow("sample") << good + QStringList{"--sample", "nothing.wav"} << "nothing.wav";
  }
  void answersThatDoNotFit() {
    QFETCH(QStringList, options);
    QFETCH(QString, hint);
    const QString sentence = refusal(saved(waveformModule(3), root_ / "wave.pt"), options);
    QVERIFY2(sentence.contains(hint), qPrintable(sentence));
  }

  void theWrongNumberOfLabels() {
    const QString sentence = refusal(saved(waveformModule(4), root_ / "four.pt"),
                                     {"--shape", "1,samples", "--window-seconds", "2"});
    QVERIFY2(sentence.contains("There are 3 labels, but the network answers with the shape (1, 4)"),
             qPrintable(sentence));
  }

  void answersThatAreNoNumbers() {
    const auto theirs = foreignModule(
        "def forward(self, x: Tensor) -> Tensor:\n"
        "    return torch.log(x.reshape([1, -1, 3]).mean([1]).abs() * -1.0)\n");
    const QString sentence = refusal(saved(theirs, root_ / "nan.pt"),
                                     {"--shape", "1,samples", "--window-seconds", "0.75"});
    QVERIFY2(sentence.contains("not a number"), qPrintable(sentence));
  }

 private:
  static torch::jit::Module tupleModule() {
    return foreignModule(
        "def forward(self, x: Tensor) -> Tuple[Tensor, Tensor]:\n"
        "    y = x.reshape([1, -1, 4])\n"
        "    return (y.mean([1]), y.std([1]))\n");
  }
  static torch::jit::Module dictionaryModule() {
    return foreignModule(
        "def forward(self, x: Tensor) -> Dict[str, Tensor]:\n"
        "    y = x.reshape([1, -1, 4]).mean([1])\n"
        "    return {\"scores\": torch.sigmoid(y[:, 1:]), \"embedding\": y}\n");
  }
  static fs::path sample() {
    return fs::path(EARWITNESS_SOURCE_DIR) / "resources/samples/sample.flac";
  }

  json probe(const fs::path& file, const QString& cpuSeconds = "60") {
    CliProcess cli;
    if (!cli.run({"model", "probe", textOf(file), "--json", "--cpu-seconds", cpuSeconds,
                  "--memory-mib", "2048"}))
      return {};
    return cli.json();
  }
  static json inputOfShape(const json& report, const std::string& shape) {
    for (const json& input : report.at("inputs"))
      if (input.at("shape") == shape) return input;
    return {};
  }
  QStringList arguments(const fs::path& file, const QStringList& options) const {
    return QStringList{"model", "import", textOf(file), "--labels", textOf(labels_)} + options;
  }
  fs::path import(const fs::path& file, const QStringList& options) {
    const fs::path copy = root_ / "copy.pt";
    fs::remove(copy);
    CliProcess cli;
    if (!cli.run(arguments(file, options + QStringList{"--output", textOf(copy)})) ||
        cli.exitCode() != 0)
      throw Error(Message::verbatim(cli.errorText().toStdString()));
    return copy;
  }
  /// The sentence with which it is not imported, and nothing is written.
  QString refusal(const fs::path& file, const QStringList& options) {
    const fs::path copy = root_ / "refused.pt";
    CliProcess cli;
    if (!cli.run(arguments(file, options + QStringList{"--output", textOf(copy)}))) return {};
    const QString text = cli.errorText();
    return isCliError(text) && cli.exitCode() == 1 && !fs::exists(copy) ? text : QString();
  }
  static std::vector<float> logitsOf(NetworkClassifier& classifier, const torch::Tensor& window) {
    std::vector<float> logits(classifier.description().labels.size());
    classifier.logits(std::span(window.data_ptr<float>(), size_t(window.numel())), logits);
    return logits;
  }
  static std::vector<float> valuesOf(const torch::IValue& answer) {
    const torch::Tensor values = answer.toTensor().contiguous();
    return {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()};
  }

  QTemporaryDir directory_;
  fs::path root_ = fs::path(directory_.path().toStdString());
  fs::path labels_ = root_ / "labels.txt";
};

QTEST_GUILESS_MAIN(TestForeignModel)
#include "test_foreign_model.moc"
