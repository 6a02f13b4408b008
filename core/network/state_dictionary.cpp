// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/state_dictionary.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>

#include <zip.h>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/network/pickle.h"

namespace earwitness {
namespace {

static_assert(std::endian::native == std::endian::little, "storages are little-endian");

constexpr uint64_t kMostPickleBytes = uint64_t(64) << 20;
// Zeros pack well, but no weights are smaller than this share of what they hold.
constexpr uint64_t kMostPacked = 64;
constexpr uint64_t kLeastLimit = uint64_t(1) << 20;  // bytes
constexpr int64_t kMostValues = int64_t(1) << 30;    // of one tensor

using Kind = PickledValue::Kind;

struct ZipCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// The archive that torch.save() writes, in memory.
class WeightsArchive {
 public:
  WeightsArchive(std::span<const std::byte> file, const std::string& source)
      : source_(source), mostBytes_(kLeastLimit + kMostPacked * file.size()) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* bytes = zip_source_buffer_create(file.data(), file.size(), 0, &error);
    if (bytes != nullptr) {
      archive_.reset(zip_open_from_source(bytes, ZIP_RDONLY, &error));
      if (!archive_) zip_source_free(bytes);
    }
    zip_error_fini(&error);
    if (!archive_)
      throw Error("The file '%1' is not a weights file of PyTorch 1.6 or later, or is cut off.",
                  source);
    findRoot();
  }

  /// That an entry may have unpacked, so that a small file cannot fill the memory.
  uint64_t mostBytes() const { return mostBytes_; }

  std::string entry(const std::string& name, uint64_t mostBytes) const {
    const std::string path = root_ + name;
    zip_stat_t info;
    zip_stat_init(&info);
    if (zip_stat(archive_.get(), path.c_str(), 0, &info) != 0 ||
        (info.valid & ZIP_STAT_SIZE) == 0 || info.size > mostBytes)
      damaged();
    const std::unique_ptr<zip_file_t, ZipCloser> file(
        zip_fopen_index(archive_.get(), info.index, 0));
    std::string content(info.size, '\0');
    if (!file || zip_fread(file.get(), content.data(), info.size) != zip_int64_t(info.size))
      damaged();
    return content;
  }

  [[noreturn]] void damaged() const {
    throw Error("The weights file '%1' is damaged: part of it is missing. Fetch or copy it again.",
                source_);
  }

 private:
  /// All entries are in one folder with a name of any kind.
  void findRoot() {
    constexpr std::string_view kList = "/data.pkl";
    const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
      const char* name = zip_get_name(archive_.get(), zip_uint64_t(i), 0);
      const std::string_view text = name != nullptr ? name : "";
      if (!text.ends_with(kList) || text.find('/') != text.size() - kList.size()) continue;
      root_ = text.substr(0, text.size() - kList.size() + 1);
      return;
    }
    throw Error("The file '%1' is an archive, but not a weights file.", source_);
  }

  const std::string& source_;
  uint64_t mostBytes_;
  std::unique_ptr<zip_t, ZipCloser> archive_;
  std::string root_;  ///< with its slash
};

float fromHalf(uint16_t bits) {
  const uint32_t sign = uint32_t(bits & 0x8000U) << 16;
  const uint32_t exponent = (bits >> 10) & 0x1fU;
  const uint32_t mantissa = bits & 0x3ffU;
  if (exponent == 0)
    return std::bit_cast<float>(sign | std::bit_cast<uint32_t>(float(mantissa) * 0x1p-24F));
  return std::bit_cast<float>(sign | (exponent == 31 ? 0x7f800000U : (exponent + 112) << 23) |
                              (mantissa << 13));
}

struct DataType {
  std::string_view name;
  size_t bytes;
  float (*read)(const char*);
};

template <typename Number>
Number numberAt(const char* bytes) {
  Number number{};
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

constexpr DataType kDataTypes[] = {
    {"FloatStorage", 4, [](const char* at) { return numberAt<float>(at); }},
    {"DoubleStorage", 8, [](const char* at) { return float(numberAt<double>(at)); }},
    {"HalfStorage", 2, [](const char* at) { return fromHalf(numberAt<uint16_t>(at)); }},
    {"BFloat16Storage", 2,
     [](const char* at) { return std::bit_cast<float>(uint32_t(numberAt<uint16_t>(at)) << 16); }}};

/// Values of a tensor; nothing where they are whole numbers.
std::optional<StoredTensor> tensorOf(const PickledTensor& pickled, const WeightsArchive& archive) {
  const auto* type =
      std::find_if(std::begin(kDataTypes), std::end(kDataTypes),
                   [&](const DataType& known) { return known.name == pickled.dataType; });
  if (type == std::end(kDataTypes)) return std::nullopt;
  const size_t rank = pickled.sizes.size();
  if (pickled.strides.size() != rank || pickled.offset < 0) archive.damaged();
  int64_t count = 1;
  int64_t last = pickled.offset;  // the farthest value
  for (size_t i = 0; i < rank; ++i) {
    int64_t reach = 0;
    if (pickled.sizes[i] < 0 || pickled.strides[i] < 0 ||
        __builtin_mul_overflow(count, pickled.sizes[i], &count) || count > kMostValues ||
        __builtin_mul_overflow(pickled.strides[i], std::max<int64_t>(pickled.sizes[i] - 1, 0),
                               &reach) ||
        __builtin_add_overflow(last, reach, &last))
      archive.damaged();
  }
  StoredTensor tensor{pickled.sizes, {}};
  if (count == 0) return tensor;
  const std::string storage = archive.entry("data/" + pickled.key, archive.mostBytes());
  if (last >= int64_t(storage.size() / type->bytes)) archive.damaged();
  // A stride of 0 repeats values, so more could be asked for than the file holds.
  if (count > int64_t(storage.size() / type->bytes)) archive.damaged();
  tensor.values.reserve(size_t(count));
  std::vector<int64_t> position(rank);
  int64_t at = pickled.offset;
  for (int64_t i = 0; i < count; ++i) {
    tensor.values.push_back(type->read(storage.data() + size_t(at) * type->bytes));
    for (size_t axis = rank; axis-- > 0;) {
      at += pickled.strides[axis];
      if (++position[axis] < pickled.sizes[axis]) break;
      at -= pickled.strides[axis] * pickled.sizes[axis];
      position[axis] = 0;
    }
  }
  return tensor;
}

/// The dictionary with tensors: the whole, or the one with most of them inside it.
const PickledValue* dictionaryOfTensors(const PickledValues& values) {
  const auto tensorsIn = [&values](const PickledValue& value) {
    return std::count_if(value.entries.begin(), value.entries.end(), [&](const auto& entry) {
      return values[entry.first].kind == Kind::Text && values[entry.second].kind == Kind::Tensor;
    });
  };
  const PickledValue& whole = values.back();
  if (whole.kind != Kind::Dictionary) return nullptr;
  const PickledValue* best = &whole;
  for (const auto& [key, value] : whole.entries)
    if (tensorsIn(values[value]) > tensorsIn(*best)) best = &values[value];
  return tensorsIn(*best) > 0 ? best : nullptr;
}

}  // namespace

std::map<std::string, StoredTensor> readStateDictionary(std::span<const std::byte> file,
                                                        const std::string& source) {
  const WeightsArchive archive(file, source);
  const PickledValues values = readPickle(archive.entry("data.pkl", kMostPickleBytes), source);
  const PickledValue* dictionary = dictionaryOfTensors(values);
  if (dictionary == nullptr)
    throw Error(
        "The weights file '%1' contains no dictionary of tensors. Ask its author for the network's "
        "state dictionary.",
        source);
  std::map<std::string, StoredTensor> tensors;
  for (const auto& [key, value] : dictionary->entries) {
    if (values[key].kind != Kind::Text || values[value].kind != Kind::Tensor) continue;
    if (auto tensor = tensorOf(values[value].tensor, archive))
      tensors.insert_or_assign(values[key].text, std::move(*tensor));
  }
  return tensors;
}

}  // namespace earwitness
