#include "core/inference/bundled_model.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <system_error>

#include <openssl/evp.h>

#include "bundled_model_list.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"

namespace earwitness {
namespace {

/// Lower-case hexadecimal digits.
std::string sha256Of(const std::string& bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
    throw Error("The model could not be checked: SHA-256 is not available.");
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (unsigned i = 0; i < size; ++i) {
    hex += kDigits[digest[i] >> 4];
    hex += kDigits[digest[i] & 15];
  }
  return hex;
}

}  // namespace

std::optional<std::string> bundledModelBytes(const std::filesystem::path& file) {
  std::error_code none;
  const uintmax_t size = std::filesystem::file_size(file, none);
  const auto hasSize = [size](const BundledModel& model) { return model.size == size; };
  // Most files are known not to be bundled without being read.
  if (std::none_of(std::begin(kBundledModels), std::end(kBundledModels), hasSize))
    return std::nullopt;
  std::string bytes = readFile(file);
  const std::string digest = sha256Of(bytes);
  const auto isThis = [&digest](const BundledModel& model) { return model.sha256 == digest; };
  if (std::none_of(std::begin(kBundledModels), std::end(kBundledModels), isThis))
    return std::nullopt;
  return bytes;
}

}  // namespace earwitness
