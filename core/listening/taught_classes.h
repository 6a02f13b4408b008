// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/message.h"

namespace earwitness {

/// A segment that the user marked: what the network makes of it, and where it comes from.
struct TaughtExample {
  static constexpr size_t kLongestOrigin = 1000;  ///< bytes
  static constexpr double kLongestSeconds = 86'400.0;
  static constexpr int64_t kMaxUtcMs = 253'402'300'799'999;  ///< the end of the year 9999

  std::string id = {};                ///< unique, lower-case hexadecimal digits
  std::vector<float> embedding = {};  ///< (embeddingSize), by exampleEmbedding()
  bool isCounterExample = false;      ///< not the class, although it was taken for it
  std::string clip = {};              ///< file name in the store's folder; empty: no clip was kept
  std::string origin = {};            ///< display name of the microphone or file that it comes from
  int64_t utcMs = 0;                  ///< when its first sample was recorded; 0: not known
  double seconds = 0.0;               ///< length of the segment

  bool operator==(const TaughtExample&) const = default;
};

/// A class that the user taught by example.
struct TaughtClass {
  static constexpr float kDefaultThreshold = 0.5F;

  std::string name;
  float threshold = kDefaultThreshold;  ///< from which score on it is an event
  /// In the order of teaching, counter-examples among them.
  std::vector<TaughtExample> examples = {};

  size_t exampleCount() const;  ///< without counter-examples
  size_t counterExampleCount() const { return examples.size() - exampleCount(); }
  bool operator==(const TaughtClass&) const = default;
};

/// How far a taught class can be relied on, by the number of its examples.
enum class Reliability { Unusable, Low, Medium, High };
Reliability reliabilityOf(const TaughtClass& taught);
/// The same for the user: "1 example: expect mistakes", "No examples: never detected".
Message expectation(const TaughtClass& taught);

/// The taught classes of one model, identified by the fingerprint of its file: embeddings of
/// different networks cannot be compared. Each edit can be undone. Edits that are not possible
/// change nothing and throw Error with a message for the user. Thread: one at a time; TaughtScorer
/// is what the classifier's thread uses.
class TaughtClasses {
 public:
  static constexpr size_t kLongestName = 100;  ///< bytes
  static constexpr size_t kMostClasses = 200;
  static constexpr size_t kMostExamples = 500;  ///< of one class
  static constexpr size_t kMostUndo = 20;       ///< edits

  TaughtClasses() = default;
  TaughtClasses(std::string modelFingerprint, size_t embeddingSize,
                std::vector<TaughtClass> classes = {})
      : modelFingerprint_(std::move(modelFingerprint)),
        embeddingSize_(embeddingSize),
        classes_(std::move(classes)) {}

  const std::string& modelFingerprint() const { return modelFingerprint_; }
  size_t embeddingSize() const { return embeddingSize_; }
  bool empty() const { return classes_.empty(); }
  /// In the order in which they were taught.
  const std::vector<TaughtClass>& classes() const { return classes_; }
  const TaughtClass* find(std::string_view name) const;
  const TaughtExample* findExample(std::string_view id) const;

  /// Adds to the class `name`, which is created with its first example. An example without an id
  /// gets one; an origin that is too long is cut. Returns the id.
  std::string addExample(const std::string& name, TaughtExample example);
  /// The class remains, also without examples.
  void removeExample(std::string_view id);
  void removeClass(std::string_view name);
  void renameClass(std::string_view name, const std::string& newName);
  void setThreshold(std::string_view name, float threshold);
  /// Adds classes that were taught elsewhere, as one edit. Examples come to those of the class with
  /// the same name, which keeps its threshold; those whose id is known already are left out, and
  /// classes of which nothing is left are not created. Returns what was added.
  struct Added {
    size_t classes = 0;  ///< that are new
    size_t examples = 0;
    size_t known = 0;  ///< examples that were there already
  };
  Added add(const std::vector<TaughtClass>& others);

  bool canUndo() const { return !undo_.empty(); }
  bool canRedo() const { return !redo_.empty(); }
  /// The edit that undo() takes back or redo() repeats: "Remove the class 'kettle'".
  Message undoText() const { return canUndo() ? undo_.back().edit : Message(); }
  Message redoText() const { return canRedo() ? redo_.back().edit : Message(); }
  void undo();
  void redo();
  /// File names of all clips that the classes have, or would have after undo() or redo().
  std::vector<std::string> clipsInUse() const;

 private:
  struct Step {
    Message edit;
    std::vector<TaughtClass> classes;  ///< before the edit; in redo_, after it
  };

  TaughtClass& classNamed(std::string_view name);
  std::string insert(const std::string& name, TaughtExample example);
  void remember(Message edit, std::vector<TaughtClass> before);

  std::string modelFingerprint_;
  size_t embeddingSize_ = 0;
  std::vector<TaughtClass> classes_;
  std::deque<Step> undo_;
  std::deque<Step> redo_;
};

/// Throws Error, with a message for the user, where a class cannot have this name: empty, longer
/// than TaughtClasses::kLongestName, not UTF-8, with control characters, or the label of the
/// background.
void requireClassName(const std::string& name);
/// A new id, drawn at random.
std::string newExampleId();
bool isExampleId(std::string_view id);

}  // namespace earwitness
