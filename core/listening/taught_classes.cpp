// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/taught_classes.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/base/file_names.h"
#include "core/base/look_alike.h"
#include "core/base/text.h"
#include "core/base/text_encoding.h"
#include "core/listening/event_threshold.h"

namespace earwitness {
namespace {

constexpr size_t kIdDigits = 16;
constexpr std::string_view kHexDigits = "0123456789abcdef";

// With one example a class is found in most recordings of another day, and often in the wrong ones;
// from five on it is about as good as it gets by example.
constexpr size_t kMediumExamples = 2;
constexpr size_t kHighExamples = 5;

bool isControl(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
}

void requireTime(const TaughtExample& example) {
  if (!(example.seconds >= 0.0 && example.seconds <= TaughtExample::kLongestSeconds) ||
      example.utcMs < 0 || example.utcMs > TaughtExample::kMaxUtcMs)
    throw Error("The example cannot be added: its time or length is not valid.");
}

void requireEmbedding(const TaughtExample& example, size_t embeddingSize) {
  if (example.embedding.size() != embeddingSize)
    throw Error(
        "The example cannot be added: its embedding has %1 values, and the model's have %2. Teach "
        "it again with this model.",
        example.embedding.size(), embeddingSize);
  const auto isFinite = [](float value) { return std::isfinite(value); };
  if (!std::all_of(example.embedding.begin(), example.embedding.end(), isFinite))
    throw Error(
        "The example cannot be added: the model's answer to it is not a number. Mark another "
        "segment.");
}

}  // namespace

size_t TaughtClass::exampleCount() const {
  return size_t(std::count_if(examples.begin(), examples.end(), [](const TaughtExample& example) {
    return !example.isCounterExample;
  }));
}

Reliability reliabilityOf(const TaughtClass& taught) {
  const size_t count = taught.exampleCount();
  if (count == 0) return Reliability::Unusable;
  if (count < kMediumExamples) return Reliability::Low;
  return count < kHighExamples ? Reliability::Medium : Reliability::High;
}

Message expectation(const TaughtClass& taught) {
  const size_t count = taught.exampleCount();
  switch (reliabilityOf(taught)) {
    case Reliability::Unusable:
      return Message("No examples: never detected");
    case Reliability::Low:
      return count == 1 ? Message("1 example: expect mistakes")
                        : Message("%1 examples: expect mistakes", count);
    case Reliability::Medium:
      return Message("%1 examples: some mistakes", count);
    case Reliability::High:
      break;
  }
  return Message("%1 examples: few mistakes", count);
}

const TaughtClass* TaughtClasses::find(std::string_view name) const {
  const auto found = std::find_if(classes_.begin(), classes_.end(),
                                  [name](const TaughtClass& each) { return each.name == name; });
  return found == classes_.end() ? nullptr : &*found;
}

const TaughtExample* TaughtClasses::findExample(std::string_view id) const {
  for (const TaughtClass& taught : classes_)
    for (const TaughtExample& example : taught.examples)
      if (example.id == id) return &example;
  return nullptr;
}

TaughtClass& TaughtClasses::classNamed(std::string_view name) {
  const auto found = std::find_if(classes_.begin(), classes_.end(),
                                  [name](const TaughtClass& each) { return each.name == name; });
  if (found == classes_.end()) throw Error("Unknown taught class '%1'.", name);
  return *found;
}

void TaughtClasses::remember(Message edit, std::vector<TaughtClass> before) {
  undo_.push_back({std::move(edit), std::move(before)});
  if (undo_.size() > kMostUndo) undo_.pop_front();
  redo_.clear();
}

std::string TaughtClasses::insert(const std::string& name, TaughtExample example) {
  requireClassName(name);
  requireEmbedding(example, embeddingSize_);
  requireTime(example);
  example.origin = cutToBytes(example.origin, TaughtExample::kLongestOrigin);
  if (example.id.empty()) example.id = newExampleId();
  if (!isExampleId(example.id) || findExample(example.id) != nullptr)
    throw Error("The example cannot be added: its id '%1' is not valid or already in use.",
                example.id);
  const TaughtClass* taught = find(name);
  if (taught == nullptr && classes_.size() >= kMostClasses)
    throw Error(
        "The class '%1' cannot be added: a model can have at most %2 taught classes. Remove one "
        "first.",
        name, kMostClasses);
  if (taught != nullptr && taught->examples.size() >= kMostExamples)
    throw Error("The class '%1' already has %2 examples. Train a model with its clips instead.",
                name, kMostExamples);
  if (taught == nullptr) classes_.push_back({.name = name, .examples = {}});
  std::string id = example.id;
  classNamed(name).examples.push_back(std::move(example));
  return id;
}

std::string TaughtClasses::addExample(const std::string& name, TaughtExample example) {
  Message edit = example.isCounterExample ? Message("Add a counter-example to '%1'", name)
                                          : Message("Add an example to '%1'", name);
  std::vector<TaughtClass> before = classes_;
  std::string id = insert(name, std::move(example));
  remember(std::move(edit), std::move(before));
  return id;
}

TaughtClasses::Added TaughtClasses::add(const std::vector<TaughtClass>& others) {
  TaughtClasses both(modelFingerprint_, embeddingSize_, classes_);
  Added added;
  for (const TaughtClass& other : others) {
    const bool isNew = both.find(other.name) == nullptr;
    for (const TaughtExample& example : other.examples) {
      if (both.findExample(example.id) != nullptr) {
        ++added.known;
        continue;
      }
      both.insert(other.name, example);
      ++added.examples;
    }
    if (!isNew || both.find(other.name) == nullptr) continue;
    both.classNamed(other.name).threshold = other.threshold;
    ++added.classes;
  }
  if (added.examples == 0) return added;
  remember(Message("Import taught classes"), std::move(classes_));
  classes_ = std::move(both.classes_);
  return added;
}

void TaughtClasses::removeExample(std::string_view id) {
  for (size_t i = 0; i < classes_.size(); ++i) {
    const auto hasId = [id](const TaughtExample& example) { return example.id == id; };
    const std::vector<TaughtExample>& examples = classes_[i].examples;
    if (std::none_of(examples.begin(), examples.end(), hasId)) continue;
    remember(Message("Remove an example from '%1'", classes_[i].name), classes_);
    std::erase_if(classes_[i].examples, hasId);
    return;
  }
  throw Error("The example no longer exists.");
}

void TaughtClasses::removeClass(std::string_view name) {
  const size_t index = size_t(&classNamed(name) - classes_.data());
  remember(Message("Remove the class '%1'", name), classes_);
  classes_.erase(classes_.begin() + std::ptrdiff_t(index));
}

void TaughtClasses::renameClass(std::string_view name, const std::string& newName) {
  TaughtClass& taught = classNamed(name);
  if (newName == name) return;
  requireClassName(newName);
  if (find(newName) != nullptr)
    throw Error("The class cannot be renamed: '%1' is already in use. Choose another name.",
                newName);
  remember(Message("Rename the class '%1'", name), classes_);
  taught.name = newName;
}

void TaughtClasses::setThreshold(std::string_view name, float threshold) {
  TaughtClass& taught = classNamed(name);
  if (!(threshold >= 0.0F && threshold <= 1.0F))
    throw Error("The threshold of '%1' has to be between 0 and 1.", name);
  if (taught.threshold == threshold) return;
  remember(Message("Change the threshold of '%1'", name), classes_);
  taught.threshold = threshold;
}

void TaughtClasses::undo() {
  if (!canUndo()) return;
  Step step = std::move(undo_.back());
  undo_.pop_back();
  std::swap(step.classes, classes_);
  redo_.push_back(std::move(step));
}

void TaughtClasses::redo() {
  if (!canRedo()) return;
  Step step = std::move(redo_.back());
  redo_.pop_back();
  std::swap(step.classes, classes_);
  undo_.push_back(std::move(step));
}

std::vector<std::string> TaughtClasses::clipsInUse() const {
  std::set<std::string> clips;
  const auto addAll = [&clips](const std::vector<TaughtClass>& classes) {
    for (const TaughtClass& taught : classes)
      for (const TaughtExample& example : taught.examples)
        if (!example.clip.empty()) clips.insert(example.clip);
  };
  addAll(classes_);
  for (const Step& step : undo_) addAll(step.classes);
  for (const Step& step : redo_) addAll(step.classes);
  return {clips.begin(), clips.end()};
}

void requireClassName(const std::string& name) {
  const auto reject = [&name](const Message& why) {
    throw Error("The class cannot be called '%1': %2. Choose another name.", name, why);
  };
  if (trimmedBlanks(name).empty()) throw Error("The class needs a name.");
  if (trimmedBlanks(name).size() != name.size()) reject(Message("it begins or ends with a blank"));
  if (name.size() > TaughtClasses::kLongestName)
    reject(Message("it has more than %1 bytes", TaughtClasses::kLongestName));
  if (!isUtf8(name)) reject(Message("it is not valid UTF-8"));
  if (std::any_of(name.begin(), name.end(), isControl))
    reject(Message("it has control characters"));
  if (name == kBackgroundLabel) reject(Message("this is the name of the background"));
}

std::string newExampleId() {
  std::random_device random;
  std::string id;
  while (id.size() < kIdDigits) {
    auto bits = random();
    for (int digit = 0; digit < 8 && id.size() < kIdDigits; ++digit, bits >>= 4)
      id.push_back(kHexDigits[bits & 0xF]);
  }
  return id;
}

bool isExampleId(std::string_view id) {
  return id.size() == kIdDigits && id.find_first_not_of(kHexDigits) == std::string_view::npos;
}

}  // namespace earwitness
