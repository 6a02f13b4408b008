// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/message.h"

namespace earwitness {

/// What cannot be used of a JSON object, for the sentence of the file that is read.
struct JsonProblem {
  std::string path;             ///< "classes[2].name"; empty: the outermost object itself
  Message expected;             ///< "a number from 0 to 1"
  const nlohmann::json& found;  ///< null if it is missing
  bool isMissing;
};

/// Reads the fields of a JSON object with their types and ranges. All functions that return a value
/// reject a field that is missing or cannot be used. An optional field is read where find() or
/// has() finds it. The JSON has to live as long. Thread: any.
class JsonFields {
 public:
  /// Throws Error in the words of the kind of file. `source`: the file's name for messages.
  using Reject = void (*)(const JsonProblem& problem, const std::string& source);

  /// Rejects what is not an object.
  JsonFields(const nlohmann::json& object, std::string source, Reject rejection);

  bool has(const char* key) const;
  /// A null pointer if the field is missing or null.
  const nlohmann::json* find(const char* key) const;
  const nlohmann::json& raw() const { return *object_; }

  const nlohmann::json& at(std::string_view key) const;
  bool flag(const char* key) const;
  double number(const char* key, double least = -std::numeric_limits<double>::infinity(),
                double most = std::numeric_limits<double>::infinity()) const;
  /// A number without a fraction; 3.0 is not one.
  int64_t whole(const char* key) const;
  int64_t whole(const char* key, int64_t least, int64_t most) const;
  std::string text(const char* key) const;
  std::vector<std::string> texts(const char* key) const;
  std::vector<float> numbers(const char* key) const;  ///< finite ones
  JsonFields object(const std::string& key) const;
  /// The objects of a list.
  std::vector<JsonFields> objects(const char* key, size_t most) const;

  /// Rejects a value for a reason that this class does not know: "a text of at most 80 bytes".
  [[noreturn]] void reject(const std::string& key, const Message& expected) const;

 private:
  JsonFields(const nlohmann::json& object, std::string path, const JsonFields& above);
  std::string pathOf(const std::string& key) const;
  [[noreturn]] void reject(const JsonProblem& problem) const;

  const nlohmann::json* object_;
  std::string path_;
  std::string source_;
  Reject reject_;
};

/// The double whose shortest text is the float's: 0.4F -> 0.4, not 0.4000000059604645. For writing.
double withoutTail(float value);

}  // namespace earwitness
