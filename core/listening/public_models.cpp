// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/public_models.h"

#include <algorithm>
#include <cctype>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/json_fields.h"
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

/// `where`: "Model 2 of 'list.json'"
[[noreturn]] void reject(const JsonProblem& problem, const std::string& where) {
  if (problem.path.empty()) throw Error("%1 is not a JSON object.", where);
  throw Error("%1 has no valid \"%2\": it must be %3.", where, problem.path, problem.expected);
}

std::string textOf(const JsonFields& entry, const char* key) {
  std::string text = entry.text(key);
  if (text.empty()) entry.reject(key, Message("a text"));
  return text;
}

uint64_t countOf(const JsonFields& entry, const char* key, uint64_t most) {
  return uint64_t(entry.whole(key, 1, int64_t(most)));
}

PublicModel modelOf(const JsonFields& entry) {
  constexpr uint64_t kMostParameters = kMostModelBytes / kBytesPerParameter;
  constexpr uint64_t kMostLabels = 100'000;
  PublicModel model;
  model.name = textOf(entry, "name");
  if (!isName(model.name)) entry.reject("name", Message("of letters, digits, '-' and '_'"));
  model.title = textOf(entry, "title");
  model.family = textOf(entry, "family");
  model.parameters = countOf(entry, "parameters", kMostParameters);
  model.labels = countOf(entry, "labels", kMostLabels);
  model.labelSet = textOf(entry, "label_set");
  model.licence = textOf(entry, "licence");
  model.meanAveragePrecision = entry.number("mean_average_precision", 0.0, 1.0);
  model.authors = textOf(entry, "authors");
  model.paper = textOf(entry, "paper");
  model.source = textOf(entry, "source");
  if (!isHttps(model.source))
    entry.reject("source", Message("an address that begins with https://"));
  model.address = textOf(entry, "address");
  if (!isHttps(model.address) && !isOnThisComputer(model.address))
    entry.reject("address", Message("an address that begins with https://"));
  model.fileName = textOf(entry, "file");
  if (!isFileName(model.fileName))
    entry.reject("file", Message("the name of a file without a folder"));
  if (entry.has("bytes")) model.bytes = countOf(entry, "bytes", kMostModelBytes);
  if (entry.has("sha256")) model.sha256 = textOf(entry, "sha256");
  if (!model.sha256.empty() && !isSha256(model.sha256))
    entry.reject("sha256", Message("64 hexadecimal digits in lower case"));
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
    models.push_back(modelOf(
        {entry, "Model " + std::to_string(models.size() + 1) + " of " + inQuotes(source), reject}));
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
