// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/listening/classifier.h"
#include "core/listening/embedding_space.h"
#include "core/listening/taught_classes.h"
#include "core/listening/taught_store.h"

namespace earwitness {

class TaughtFile;

/// A sound that the user points at.
struct Lesson {
  std::string name;               ///< of the class, which may be new
  std::vector<float> samples;     ///< mono, +-1: the sound, best with what surrounds it
  double sampleRate = 0.0;        ///< Hz
  std::string origin = {};        ///< display name of the microphone or file
  int64_t utcMs = 0;              ///< when its first sample was recorded; 0: not known
  bool isCounterExample = false;  ///< it is not the class
  std::string exampleId = {};     ///< none: a new one
  /// Sounds of the last minutes without the one that is taught, at the same rate: what the class
  /// is not. None: what was given before stays.
  std::vector<std::vector<float>> room = {};
};

/// What an import brought.
struct TaughtImport {
  TaughtClasses::Added added;
  size_t withoutClip = 0;  ///< examples of another model that were left out: they have no clip
};

/// Teaches classes to a model, and keeps them on disk. If another program has changed the classes
/// meanwhile, an edit is made to its classes, and earlier edits can no longer be undone. Everything
/// here waits for the model and for the disk: not for the GUI thread. Thread: one at a time.
class Teacher {
 public:
  /// Loads what the model was taught; `model` is warm afterwards. Throws Error where it has no
  /// embedding or does not answer, and where the classes cannot be read.
  explicit Teacher(std::shared_ptr<Classifier> model);
  Teacher(std::shared_ptr<Classifier> model, std::filesystem::path folder);

  const TaughtClasses& classes() const { return classes_; }
  /// What the user should know of the file that was loaded; empty when all is well.
  const Message& problem() const { return store_.problem(); }
  std::filesystem::path clipOf(const TaughtExample& example) const {
    return store_.clipPath(example);
  }
  /// The model with its taught classes; the model itself where there are none.
  std::shared_ptr<Classifier> classifier() const;

  /// Returns the id of the example. Throws Error and changes nothing where the name cannot be used,
  /// the model does not answer, or it cannot be saved.
  std::string teach(const Lesson& lesson);
  /// Any other edit, with the same promise.
  void edit(const std::function<void(TaughtClasses& classes)>& change);
  /// The last edit, with the same promise; nothing where there is none. Throws Error where another
  /// program has changed the classes since.
  void undo();
  void redo();

  /// Writes the classes with their clips to one file (TaughtFile). Throws Error.
  void exportTo(const std::filesystem::path& file) const;
  /// Adds the classes of such a file, as one edit. Embeddings of the same model are taken as they
  /// are, those of another one are computed again from the clips. Throws Error and changes nothing
  /// where the file cannot be used.
  TaughtImport importFrom(const std::filesystem::path& file);

  /// Length of sound that a lesson should have at least, in seconds: a window of the model, and
  /// some hops beyond it.
  static double leastSeconds(const ModelDescription& model);

 private:
  std::shared_ptr<const EmbeddingSpace> space() const;
  void reloadIfChanged();
  size_t embedAgain(const TaughtFile& file, std::vector<TaughtClass>& classes);

  std::shared_ptr<Classifier> model_;
  TaughtStore store_;
  TaughtClasses classes_;
  mutable std::shared_ptr<const EmbeddingSpace> space_;  ///< made when it is first needed
  std::vector<std::vector<float>> room_;                 ///< embeddings
};

/// Whether the user taught this model anything. Looks for a file only.
bool isTaught(const ModelDescription& model);

}  // namespace earwitness
