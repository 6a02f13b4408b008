// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <exception>
#include <utility>

#include <nlohmann/json.hpp>

namespace earwitness {

using nlohmann::json;

namespace {

template <typename Number>
std::string shortText(Number value) {
  std::array<char, 32> text;
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

/// Numbers above those of int64_t are unsigned here and must not wrap.
bool isWhole(const json& value, int64_t least, int64_t most) {
  if (!value.is_number_integer()) return false;
  const auto isIn = [least, most](auto number) {
    return std::cmp_greater_equal(number, least) && std::cmp_less_equal(number, most);
  };
  return value.is_number_unsigned() ? isIn(value.get<uint64_t>()) : isIn(value.get<int64_t>());
}

bool isText(const json& value) {
  return value.is_string();
}

bool isFinite(const json& value) {
  return value.is_number() && std::isfinite(value.get<float>());
}

bool isListOf(bool (*isOne)(const json&), const json& value) {
  return value.is_array() && std::all_of(value.begin(), value.end(), isOne);
}

}  // namespace

JsonFields::JsonFields(const json& object, std::string source, Reject rejection)
    : object_(&object), source_(std::move(source)), reject_(rejection) {
  if (!object.is_object()) reject({"", Message("an object"), object, false});
}

JsonFields::JsonFields(const json& object, std::string path, const JsonFields& above)
    : object_(&object), path_(std::move(path)), source_(above.source_), reject_(above.reject_) {
  if (!object.is_object()) reject({path_, Message("an object"), object, false});
}

bool JsonFields::has(const char* key) const {
  return object_->contains(key);
}

const json* JsonFields::find(const char* key) const {
  const auto found = object_->find(key);
  return found == object_->end() || found->is_null() ? nullptr : &*found;
}

const json& JsonFields::at(std::string_view key) const {
  const auto found = object_->find(std::string(key));
  if (found == object_->end()) reject({pathOf(std::string(key)), Message("there"), json(), true});
  return *found;
}

bool JsonFields::flag(const char* key) const {
  if (!at(key).is_boolean()) reject(key, Message("true or false"));
  return at(key).get<bool>();
}

double JsonFields::number(const char* key, double least, double most) const {
  const json& value = at(key);
  const double number = value.is_number() ? value.get<double>() : std::nan("");
  if (!std::isfinite(number) || number < least || number > most)
    reject(key, std::isfinite(most - least)
                    ? Message("a number from %1 to %2", shortText(least), shortText(most))
                    : Message("a number"));
  return number;
}

int64_t JsonFields::whole(const char* key) const {
  if (!isWhole(at(key), INT64_MIN, INT64_MAX)) reject(key, Message("a whole number"));
  return at(key).get<int64_t>();
}

int64_t JsonFields::whole(const char* key, int64_t least, int64_t most) const {
  if (!isWhole(at(key), least, most))
    reject(key, Message("a whole number from %1 to %2", least, most));
  return at(key).get<int64_t>();
}

std::string JsonFields::text(const char* key) const {
  if (!isText(at(key))) reject(key, Message("a text"));
  return at(key).get<std::string>();
}

std::vector<std::string> JsonFields::texts(const char* key) const {
  if (!isListOf(isText, at(key))) reject(key, Message("a list of texts"));
  return at(key).get<std::vector<std::string>>();
}

std::vector<float> JsonFields::numbers(const char* key) const {
  if (!isListOf(isFinite, at(key))) reject(key, Message("a list of numbers"));
  return at(key).get<std::vector<float>>();
}

JsonFields JsonFields::object(const std::string& key) const {
  return {at(key), pathOf(key), *this};
}

std::vector<JsonFields> JsonFields::objects(const char* key, size_t most) const {
  const json& list = at(key);
  if (!list.is_array() || list.size() > most)
    reject(key, Message("a list of at most %1 objects", most));
  std::vector<JsonFields> readers;
  for (const json& object : list)
    readers.push_back(
        JsonFields(object, pathOf(key) + "[" + std::to_string(readers.size()) + "]", *this));
  return readers;
}

void JsonFields::reject(const std::string& key, const Message& expected) const {
  reject({pathOf(key), expected, at(key), false});
}

void JsonFields::reject(const JsonProblem& problem) const {
  reject_(problem, source_);
  std::terminate();  // it does not return
}

std::string JsonFields::pathOf(const std::string& key) const {
  return path_.empty() ? key : path_ + "." + key;
}

double withoutTail(float value) {
  const std::string text = shortText(value);
  double wide = value;
  std::from_chars(text.data(), text.data() + text.size(), wide);
  return wide;
}

}  // namespace earwitness
