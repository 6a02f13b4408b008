// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace earwitness {

/// The largest file that is ever fetched.
constexpr uint64_t kMostModelBytes = uint64_t(1) << 30;

/// A public checkpoint that can be fetched and imported.
struct PublicModel {
  std::string name;    ///< short, such as "mn04": letters, digits, '-' and '_'
  std::string title;   ///< display name
  std::string family;  ///< of networks
  uint64_t parameters = 0;
  uint64_t labels = 0;
  std::string labelSet;  ///< "AudioSet"
  std::string licence;
  double meanAveragePrecision = 0.0;  ///< 0 to 1, as its authors published it
  std::string authors;
  std::string paper;
  std::string source;    ///< web page of its authors
  std::string address;   ///< https, or http on this computer
  std::string fileName;  ///< of the checkpoint, without a folder
  uint64_t bytes = 0;    ///< exact size of the file; 0: unknown
  std::string sha256;    ///< empty: unknown

  /// Exact, or four bytes for each parameter.
  uint64_t likelyBytes() const;
  /// A file that is larger is not fetched: four times likelyBytes(), at most kMostModelBytes.
  uint64_t mostBytes() const;
  /// http, which the list allows for servers on this computer only.
  bool isPlainHttp() const;
};

/// Reads a list of models: {"version": 1, "models": [...]}. `source` names the text in errors.
/// Unknown keys are ignored. Throws Error with a message for the user if a model is incomplete, has
/// a value that cannot be right, or has the name of another one.
std::vector<PublicModel> parsePublicModels(std::string_view text, const std::string& source);

/// The list that is part of the program, or the one in `file`.
std::vector<PublicModel> publicModels(const std::filesystem::path& file = {});

/// Throws Error with the names to choose from if there is none with this name.
const PublicModel& publicModelNamed(const std::vector<PublicModel>& models, std::string_view name);

/// As in the list, with "likely_bytes".
nlohmann::json toJson(const PublicModel& model);

}  // namespace earwitness
