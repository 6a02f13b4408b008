// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/atomic_file.h"
#include "core/network/state_dictionary.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/network/weights_files.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

using Storages = std::map<std::string, std::string>;

std::string bytesOf(const std::vector<float>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)};
}

std::string bytesOf(const std::vector<uint16_t>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(uint16_t)};
}

}  // namespace

/// Weights of other people's networks, which are pickles.
class TestStateDictionary : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Files of PyTorch 1.13 itself: tests/golden/weights/make_weights.py.
  void filesOfPyTorchAreRead_data() {
    QTest::addColumn<QString>("file");
    for (const char* file : {"state.pt", "nested.pt", "parameters.pt", "half.pt", "double.pt"})
      QTest::newRow(file) << file;
  }
  void filesOfPyTorchAreRead() {
    QFETCH(QString, file);
    const auto tensors = readGolden(file.toStdString());
    QCOMPARE(tensors.size(), size_t(6));  // num_batches_tracked is a whole number
    const StoredTensor& weight = tensors.at("0.weight");
    QVERIFY(weight.sizes == (std::vector<int64_t>{3, 2}));
    QVERIFY(weight.values == (std::vector<float>{0.0F, 0.25F, 0.5F, 0.75F, 1.0F, 1.25F}));
    QVERIFY(tensors.at("1.running_var").values == (std::vector<float>{1.0F, 1.0F, 1.0F}));
  }

  void aTransposedTensorIsReadRowByRow() {
    const StoredTensor weight = readGolden("transposed.pt").at("weight");
    QVERIFY(weight.sizes == (std::vector<int64_t>{2, 3}));
    QVERIFY(weight.values == (std::vector<float>{0.0F, 0.5F, 1.0F, 0.25F, 0.75F, 1.25F}));
  }

  void whatIsNoDataIsRefusedByName_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("named");
    QTest::newRow("a whole module") << "module.pt"
                                    << "torch.nn.modules.container.Sequential";
    QTest::newRow("a call of the system") << "hostile.pt"
                                          << "posix.system";
  }
  void whatIsNoDataIsRefusedByName() {
    QFETCH(QString, file);
    QFETCH(QString, named);
    const QString error = errorOf([&] { readGolden(file.toStdString()); });
    QVERIFY2(error.contains("'" + named + "'") && error.contains("refused"), qPrintable(error));
  }

  void numbersOfHalfPrecision() {
    const std::vector<uint16_t> bits{0x0000, 0x8000, 0x3c00, 0xc000, 0x0001, 0x03ff, 0x7bff};
    const auto values = readTensor("HalfStorage", bytesOf(bits), bits.size());
    QVERIFY(values ==
            (std::vector<float>{0.0F, -0.0F, 1.0F, -2.0F, 0x1p-24F, 1023 * 0x1p-24F, 65504.0F}));
    QVERIFY(std::isinf(readTensor("HalfStorage", bytesOf(std::vector<uint16_t>{0x7c00}), 1)[0]));
    QVERIFY(readTensor("BFloat16Storage", bytesOf(std::vector<uint16_t>{0x3fc0}), 1) ==
            std::vector<float>{1.5F});
  }

  /// Each must be a sentence, not a crash.
  void damagedFilesAreSaid_data() {
    QTest::addColumn<QByteArray>("pickle");
    const auto add = [](const char* name, const std::string& value) {
      QTest::newRow(name) << QByteArray::fromStdString(value);
    };
    const std::string storage = pickled::storage("FloatStorage", "0", 4);
    const auto tensor = [&](const pickled::TensorPlace& place) {
      return pickled::whole(pickled::dictionary({{"w", pickled::tensor(storage, place)}}));
    };
    add("empty", "");
    add("no end", "\x80\x02}");
    add("an empty stack", "\x80\x02.");
    add("a mark without an end", "\x80\x02(.");
    add("items without a dictionary", "\x80\x02(K\x01K\x02u.");
    add("half an entry", "\x80\x02}(K\x01u.");
    add("an unknown place in the memo", "\x80\x02h\x07.");
    add("a text without an end", std::string("\x80\x02X\xff\x00\x00\x00", 7));
    add("a name without an end",
        "\x80\x02"
        "ctorch");
    add("behind the storage", tensor({0, {5}, {1}}));
    add("an offset behind the storage", tensor({4, {1}, {1}}));
    add("a negative offset", tensor({-1, {1}, {1}}));
    add("a negative size", tensor({0, {-1}, {1}}));
    add("a negative stride", tensor({3, {2}, {-1}}));
    add("more values than the storage", tensor({0, {1000, 1000}, {0, 0}}));
    add("more values than there are numbers",
        tensor({0, {int64_t(1) << 40, int64_t(1) << 40}, {0, 0}}));
    add("a stride beyond all numbers", tensor({0, {3}, {int64_t(1) << 62}}));
    add("fewer strides than sizes", tensor({0, {2, 2}, {1}}));
    add("no tensors", pickled::whole(pickled::dictionary({{"w", pickled::number(1)}})));
    add("no dictionary", pickled::whole(pickled::number(1)));
    add("a missing storage",
        pickled::whole(pickled::dictionary(
            {{"w", pickled::tensor(pickled::storage("FloatStorage", "7", 1), {0, {1}, {1}})}})));
  }
  void damagedFilesAreSaid() {
    QFETCH(QByteArray, pickle);
    const fs::path file = root_ / "damaged.pt";
    writeWeightsFile(file, pickle.toStdString(), {{"0", bytesOf(std::vector<float>(4, 1.0F))}});
    const QString error = errorOf([&] { read(file); });
    QVERIFY2(error.contains("damaged.pt") && error.endsWith('.'), qPrintable(error));
  }

  void otherFilesAreSaid() {
    const fs::path file = root_ / "other.pt";
    writeFileAtomically(file, "PK\x03\x04 and nothing else");
    QVERIFY(errorOf([&] { read(file); }).contains("not a weights file"));
    zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    zip_file_add(archive, "a/b", zip_source_buffer(archive, "c", 1, 0), 0);
    zip_close(archive);
    QVERIFY(errorOf([&] { read(file); }).contains("not a weights file"));
  }

  void whatIsWrittenIsRead() {
    const fs::path file = root_ / "written.pt";
    const std::map<std::string, StoredTensor> tensors{
        {"a", {{2, 1, 2}, {1.0F, 2.0F, 3.0F, 4.0F}}}, {"b", {{}, {5.0F}}}, {"c", {{0}, {}}}};
    writeStateDictionary(file, tensors);
    const auto back = read(file);
    QCOMPARE(back.size(), tensors.size());
    for (const auto& [name, tensor] : tensors) {
      QVERIFY(back.at(name).sizes == tensor.sizes);
      QVERIFY(back.at(name).values == tensor.values);
    }
  }

 private:
  static std::map<std::string, StoredTensor> read(const fs::path& file) {
    const std::string bytes = readFile(file);
    return readStateDictionary(std::as_bytes(std::span(bytes)), file.filename().string());
  }

  static std::map<std::string, StoredTensor> readGolden(const std::string& name) {
    return read(fs::path(EARWITNESS_SOURCE_DIR) / "tests/golden/weights" / name);
  }

  std::vector<float> readTensor(const std::string& type, const std::string& storage, size_t count) {
    const fs::path file = root_ / "numbers.pt";
    writeWeightsFile(file,
                     pickled::whole(pickled::dictionary(
                         {{"w", pickled::tensor(pickled::storage(type, "0", int64_t(count)),
                                                {0, {int64_t(count)}, {1}})}})),
                     {{"0", storage}});
    return read(file).at("w").values;
  }

  QTemporaryDir folder_;
  fs::path root_ = folder_.path().toStdString();
};

QTEST_GUILESS_MAIN(TestStateDictionary)
#include "test_state_dictionary.moc"
