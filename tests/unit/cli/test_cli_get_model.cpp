// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <filesystem>
#include <memory>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/download.h"
#include "core/base/sha256.h"
#include "core/listening/model_description.h"
#include "core/listening/public_models.h"
#include "tests/unit/base/web_server.h"
#include "tests/unit/cli/cli_process.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

const char* const kTag = "ETag: \"v1\"\r\n";

}  // namespace

/// `model list` and `model get`, with a server on this computer.
class TestCliGetModel : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    QVERIFY(directory_.isValid());
    root_ = fs::path(directory_.path().toStdString()) / QTest::currentTestFunction();
    fs::create_directories(root_);
    contents_.assign(300'000, 'x');
  }

  void theListIsShown() {
    CliProcess cli;
    QVERIFY(cli.run({"model", "list", "--available"}));
    QCOMPARE(cli.exitCode(), 0);
    const QString text = QString::fromUtf8(cli.readAllStandardOutput());
    for (const char* part : {"mn04", "527", "AudioSet", "0.98 M", "4.1 MB", "0.432", "MIT",
                             "https://github.com/fschmid56/EfficientAT", "model get NAME"})
      QVERIFY2(text.contains(part), part);
  }

  void theListIsJson() {
    CliProcess cli;
    QVERIFY(cli.run({"model", "list", "--available", "--json"}));
    QCOMPARE(cli.json().at("models").size(), size_t(8));
  }

  void installedModelsAreListed() {
    CliProcess cli(root_);
    cli.set("XDG_DATA_HOME", textOf(root_));
    QVERIFY(cli.run({"model", "list", "--json"}));
    const nlohmann::json models = cli.json().at("models");
    QVERIFY(!models.empty());
    QCOMPARE(models[0].at("origin"), nlohmann::json("bundled"));
  }

  void aNameThatIsNotInTheListIsRefused() {
    CliProcess cli(root_);
    QVERIFY(cli.run({"model", "get", "mn99"}));
    const QString text = cli.errorText();
    QVERIFY2(isCliError(text) && text.contains("'mn99'") && text.contains("mn04"),
             qPrintable(text));
    QCOMPARE(cli.exitCode(), 1);
  }

  void aDamagedListIsRefused() {
    writeFileAtomically(root_ / "list.json", "{}");
    CliProcess cli(root_);
    QVERIFY(cli.run({"model", "get", "mn04", "--list", textOf(root_ / "list.json")}));
    QVERIFY2(isCliError(cli.errorText()), "not a sentence");
    QCOMPARE(cli.exitCode(), 1);
  }

  void aFileThatIsNotThereNamesItsAddress() {
    TestWebServer server({httpAnswer("404 Not Found")});
    const auto cli = start({"get", "test"}, server);
    QVERIFY(cli->ends());
    const QString text = cli->errorText();
    QVERIFY2(isCliError(text) && text.contains(QString::fromStdString(server.url("/test.pt"))) &&
                 text.contains("model import FILE"),
             qPrintable(text));
    QCOMPARE(cli->exitCode(), 1);
  }

  void aFailureIsReportedAsJson() {
    TestWebServer server({httpAnswer("503 Service Unavailable")});
    const auto cli = start({"get", "test", "--json"}, server);
    QVERIFY(cli->ends());
    QCOMPARE(cli->exitCode(), 1);
    const nlohmann::json line = lines(*cli).back();
    QCOMPARE(line.at("event"), nlohmann::json("failed"));
    QCOMPARE(line.at("step"), nlohmann::json("download"));
    QCOMPARE(line.at("address"), nlohmann::json(server.url("/test.pt")));
    QVERIFY(line.at("problem").get<std::string>().find("503") != std::string::npos);
    QVERIFY(cli->errorText().isEmpty());
  }

  void rubbishIsNotImported() {
    TestWebServer server({httpFile(contents_, kTag)});
    const auto cli = start({"get", "test", "--json"}, server);
    QVERIFY(cli->ends());
    QCOMPARE(cli->exitCode(), 1);
    const std::vector<nlohmann::json> said = lines(*cli);
    QCOMPARE(said.front().at("event"), nlohmann::json("download"));
    QCOMPARE(said.back().at("step"), nlohmann::json("import"));
    QVERIFY(!said.back().at("problem").get<std::string>().empty());
    QVERIFY(!fs::exists(checkpoint()) && !fs::exists(partOf(checkpoint())));
    QVERIFY(!fs::exists(root_ / "data/earwitness/models"));
  }

  void anotherFileThanTheExpectedOneIsRefused() {
    TestWebServer server({httpFile("rubbish", kTag)});
    sha256_ = sha256Of(contents_);
    const auto cli = start({"get", "test"}, server);
    sha256_.clear();
    QVERIFY(cli->ends());
    QVERIFY2(isCliError(cli->errorText()), "not a sentence");
    QVERIFY(!fs::exists(checkpoint()));
  }

  void ctrlCLeavesAPartThatIsResumed() {
    const std::string answer = httpFile(contents_, kTag);
    TestWebServer server({answer.substr(0, answer.size() - 200'000)}, TestWebServer::Then::Wait);
    auto cli = start({"get", "test"}, server);
    QTRY_COMPARE_WITH_TIMEOUT(partBytes(checkpoint()), uint64_t(100'000), 60'000);
    cli->signal(SIGINT);
    QVERIFY(cli->ends());
    QCOMPARE(cli->exitCode(), 130);
    const QString text = cli->errorText();
    QVERIFY2(text.contains("100 kB") && text.contains("resumes"), qPrintable(text));
    QCOMPARE(partBytes(checkpoint()), uint64_t(100'000));

    cli = start({"get", "test"}, server);
    QTRY_COMPARE_WITH_TIMEOUT(server.requestCount(), size_t(2), 60'000);
    QVERIFY(server.request(1).head.find("Range: bytes=100000-") != std::string::npos);
    cli->signal(SIGTERM);
    QVERIFY(cli->ends());
  }

  void aFileIsNotOverwritten() {
    TestWebServer server({httpFile(contents_)});
    writeFileAtomically(root_ / "mine.pt", "mine");
    const auto cli = start({"get", "test", "--output", textOf(root_ / "mine.pt")}, server);
    QVERIFY(cli->ends());
    QVERIFY2(isCliError(cli->errorText()), "not a sentence");
    QCOMPARE(readFile(root_ / "mine.pt"), std::string("mine"));
    QCOMPARE(server.requestCount(), size_t(0));
  }

  /// With the real file, which is not part of the sources.
  void aPublicCheckpointBecomesAModel() {
    const fs::path file =
        fs::path(EARWITNESS_SOURCE_DIR) / "../shared/pretrained/mn04_as_mAP_432.pt";
    if (!fs::exists(file)) QSKIP("There is no public checkpoint on this computer.");
    contents_ = readFile(file);
    TestWebServer server({httpFile(contents_, kTag)});
    sha256_ = sha256Of(contents_);
    const auto cli = start({"get", "test", "--json"}, server);
    sha256_.clear();
    QVERIFY(cli->ends());
    QVERIFY2(cli->exitCode() == 0, qPrintable(cli->errorText()));
    const nlohmann::json last = lines(*cli).back();
    QCOMPARE(last.at("event"), nlohmann::json("finished"));
    const fs::path saved = last.at("file").get<std::string>();
    QCOMPARE(saved.parent_path(), root_ / "data/earwitness/models");
    const ModelDescription model = readModelDescription(saved);
    QCOMPARE(model.labels.size(), size_t(527));
    QCOMPARE(model.card.value("licence", ""), std::string("MIT"));
    QVERIFY(!fs::exists(checkpoint()));
  }

 private:
  fs::path checkpoint() const { return root_ / "cache/earwitness/downloads/test.pt"; }

  /// A run of `model ...` with a list whose model "test" is on the server.
  std::unique_ptr<CliProcess> start(QStringList arguments, const TestWebServer& server) {
    nlohmann::json model = toJson(publicModels().front());
    model["name"] = "test";
    model["title"] = "Test model";
    model["file"] = "test.pt";
    model["address"] = server.url("/test.pt");
    model["parameters"] = 1'000'000;
    if (!sha256_.empty()) model["sha256"] = sha256_;
    const nlohmann::json list = {{"version", 1}, {"models", {model}}};
    writeFileAtomically(root_ / "list.json", list.dump());
    auto cli = std::make_unique<CliProcess>(root_ / "cache");
    cli->set("XDG_DATA_HOME", textOf(root_ / "data"));
    cli->set("NO_PROXY", "*");
    cli->set("no_proxy", "*");
    arguments.prepend("model");
    arguments << "--list" << textOf(root_ / "list.json");
    if (!cli->begin(arguments)) qFatal("earwitness-cli cannot be started");
    return cli;
  }

  static std::vector<nlohmann::json> lines(CliProcess& cli) {
    std::vector<nlohmann::json> objects;
    for (const QByteArray& line : cli.readAllStandardOutput().split('\n'))
      if (!line.isEmpty())
        objects.push_back(nlohmann::json::parse(line.toStdString(), nullptr, false));
    if (objects.empty()) objects.emplace_back(nlohmann::json::object());
    return objects;
  }

  QTemporaryDir directory_;
  fs::path root_;
  std::string contents_;
  std::string sha256_;
};

QTEST_GUILESS_MAIN(TestCliGetModel)
#include "test_cli_get_model.moc"
