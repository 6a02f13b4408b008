// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/public_models.h"

#include <algorithm>
#include <cctype>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "public_model_list.h"

namespace earwitness {

namespace {

constexpr int kVersion = 1;
constexpr uint64_t kBytesPerParameter = 4;
constexpr uint64_t kSizeReserve = 4;

/// Host of "scheme://host:port/path"; empty if `address` does not begin with the scheme.
std::string_view hostOf(std::string_view address, std::string_view scheme) {
  if (!address.starts_with(scheme)) return {};
  address.remove_prefix(scheme.size());
  address = address.substr(0, address.find_first_of("/?#"));
  if (address.find('@') != std::string_view::npos) return {};  // a name that hides the host
  if (address.starts_with('[')) return address.substr(0, address.find(']') + 1);
  return address.substr(0, address.find(':'));
}

bool isHttps(std::string_view address) {
  return !hostOf(address, "https://").empty();
}

bool isOnThisComputer(std::string_view address) {
  const std::string_view host = hostOf(address, "http://");
  return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

bool isName(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return c < 128 && (std::isalnum(c) != 0 || c == '-' || c == '_');
  });
}

bool isFileName(std::string_view text) {
  constexpr size_t kMost = 200;  // with ".part.json" it must still be a name
  return !text.empty() && text.size() <= kMost && text.front() != '.' &&
         std::none_of(text.begin(), text.end(),
                      [](unsigned char c) { return c == '/' || c == '\\' || c < 32; });
}

/// One entry of the list, key by key.
class Entry {
 public:
  Entry(const nlohmann::json& json, Message where) : json_(json), where_(std::move(where)) {
    if (!json_.is_object()) throw Error("%1 is not a JSON object.", where_);
  }

  [[noreturn]] void reject(const char* key, const std::string& wanted) const {
    throw Error("%1 has no valid \"%2\": it must be %3.", where_, key, wanted);
  }

  std::string text(const char* key) const {
    const auto found = json_.find(key);
    if (found == json_.end() || !found->is_string() || found->get<std::string>().empty())
      reject(key, "a text");
    return found->get<std::string>();
  }

  /// A whole number from 1 to `most`.
  uint64_t count(const char* key, uint64_t most) const {
    const auto found = json_.find(key);
    if (found == json_.end() || !found->is_number_unsigned() || found->get<uint64_t>() < 1 ||
        found->get<uint64_t>() > most)
      reject(key, "a whole number from 1 to " + std::to_string(most));
    return found->get<uint64_t>();
  }

  double share(const char* key) const {
    const auto found = json_.find(key);
    if (found == json_.end() || !found->is_number() || !(found->get<double>() >= 0.0) ||
        found->get<double>() > 1.0)
      reject(key, "a number from 0 to 1");
    return found->get<double>();
  }

  bool has(const char* key) const { return json_.contains(key); }

 private:
  const nlohmann::json& json_;
  Message where_;
};

PublicModel modelOf(const Entry& entry) {
  constexpr uint64_t kMostParameters = kMostModelBytes / kBytesPerParameter;
  constexpr uint64_t kMostLabels = 100'000;
  PublicModel model;
  model.name = entry.text("name");
  if (!isName(model.name)) entry.reject("name", "of letters, digits, '-' and '_'");
  model.title = entry.text("title");
  model.family = entry.text("family");
  model.parameters = entry.count("parameters", kMostParameters);
  model.labels = entry.count("labels", kMostLabels);
  model.labelSet = entry.text("label_set");
  model.licence = entry.text("licence");
  model.meanAveragePrecision = entry.share("mean_average_precision");
  model.authors = entry.text("authors");
  model.paper = entry.text("paper");
  model.source = entry.text("source");
  if (!isHttps(model.source)) entry.reject("source", "an address that begins with https://");
  model.address = entry.text("address");
  if (!isHttps(model.address) && !isOnThisComputer(model.address))
    entry.reject("address", "an address that begins with https://");
  model.fileName = entry.text("file");
  if (!isFileName(model.fileName)) entry.reject("file", "the name of a file without a folder");
  if (entry.has("bytes")) model.bytes = entry.count("bytes", kMostModelBytes);
  if (entry.has("sha256")) model.sha256 = entry.text("sha256");
  if (!model.sha256.empty() && !isSha256(model.sha256))
    entry.reject("sha256", "64 hexadecimal digits in lower case");
  return model;
}

}  // namespace

uint64_t PublicModel::likelyBytes() const {
  return bytes != 0 ? bytes : parameters * kBytesPerParameter;
}

uint64_t PublicModel::mostBytes() const {
  return std::min(likelyBytes() * kSizeReserve, kMostModelBytes);
}

bool PublicModel::isPlainHttp() const {
  return isOnThisComputer(address);
}

std::vector<PublicModel> parsePublicModels(std::string_view text, const std::string& source) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  const Message list("The list of models '%1'", source);
  if (!json.is_object() || !json.contains("models") || !json["models"].is_array())
    throw Error("%1 is not a JSON object with \"models\".", list);
  if (!json.contains("version") || json["version"] != kVersion)
    throw Error("%1 has another version than %2. Update Earwitness.", list, kVersion);
  std::vector<PublicModel> models;
  std::set<std::string> names;
  for (const auto& entry : json["models"]) {
    models.push_back(modelOf(Entry(entry, Message("Model %1 of '%2'", models.size() + 1, source))));
    if (!names.insert(models.back().name).second)
      throw Error("%1 contains the model '%2' twice.", list, models.back().name);
  }
  return models;
}

std::vector<PublicModel> publicModels(const std::filesystem::path& file) {
  if (file.empty()) return parsePublicModels(kPublicModels, "models/public_models.json");
  return parsePublicModels(readFile(file), file.string());
}

const PublicModel& publicModelNamed(const std::vector<PublicModel>& models, std::string_view name) {
  const auto found = std::find_if(models.begin(), models.end(),
                                  [name](const PublicModel& model) { return model.name == name; });
  if (found != models.end()) return *found;
  std::string names;
  for (const PublicModel& model : models) names += (names.empty() ? "" : ", ") + model.name;
  throw Error("Unknown model '%1'. Use one of: %2.", std::string(name), names);
}

nlohmann::json toJson(const PublicModel& model) {
  nlohmann::json json = {
      {"name", model.name},       {"title", model.title},
      {"family", model.family},   {"parameters", model.parameters},
      {"labels", model.labels},   {"label_set", model.labelSet},
      {"licence", model.licence}, {"mean_average_precision", model.meanAveragePrecision},
      {"authors", model.authors}, {"paper", model.paper},
      {"source", model.source},   {"address", model.address},
      {"file", model.fileName},   {"likely_bytes", model.likelyBytes()}};
  if (model.bytes != 0) json["bytes"] = model.bytes;
  if (!model.sha256.empty()) json["sha256"] = model.sha256;
  return json;
}

}  // namespace earwitness
