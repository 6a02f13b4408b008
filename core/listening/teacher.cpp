// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listening/teacher.h"

#include <algorithm>
#include <cmath>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/listening/pipeline.h"
#include "core/listening/reference_sounds.h"
#include "core/listening/sound_embedding.h"
#include "core/listening/taught_classifier.h"
#include "core/listening/taught_file.h"

namespace earwitness {

namespace fs = std::filesystem;

namespace {

constexpr int kHopsBeyondAWindow = 2;

/// The model, warm.
std::shared_ptr<Classifier> warm(std::shared_ptr<Classifier> model) {
  model->warmUp();
  if (model->embeddingSize() == 0)
    throw Error("The model '%1' cannot be taught: it has no embedding. Choose another model.",
                model->description().name);
  return model;
}

}  // namespace

Teacher::Teacher(std::shared_ptr<Classifier> model)
    : Teacher(model, TaughtStore::folderFor(model->description().fingerprint)) {}

Teacher::Teacher(std::shared_ptr<Classifier> model, fs::path folder)
    : model_(warm(std::move(model))),
      store_(std::move(folder), model_->description().fingerprint, size_t(model_->embeddingSize())),
      classes_(store_.load()) {
  store_.removeUnusedClips(classes_);
}

double Teacher::leastSeconds(const ModelDescription& model) {
  return model.windowSeconds + kHopsBeyondAWindow * hopSecondsOf(model);
}

std::shared_ptr<const EmbeddingSpace> Teacher::space() const {
  if (!space_) space_ = std::make_shared<EmbeddingSpace>(embeddingSpaceOf(*model_));
  return space_;
}

std::shared_ptr<Classifier> Teacher::classifier() const {
  if (classes_.empty()) return model_;
  return std::make_shared<TaughtClassifier>(model_, classes_, space(), room_);
}

std::string Teacher::teach(const Lesson& lesson) {
  requireClassName(lesson.name);
  if (lesson.samples.empty() || !(lesson.sampleRate > 0.0))
    throw Error("There is no sound to learn from. Select a longer part.");
  TaughtExample example{.id = lesson.exampleId.empty() ? newExampleId() : lesson.exampleId,
                        .embedding = soundEmbedding(*model_, lesson.samples, lesson.sampleRate),
                        .isCounterExample = lesson.isCounterExample,
                        .clip = {},
                        .origin = lesson.origin,
                        .utcMs = lesson.utcMs,
                        .seconds = double(lesson.samples.size()) / lesson.sampleRate};
  std::vector<std::vector<float>> room;
  for (const std::vector<float>& sound : lesson.room)
    room.push_back(soundEmbedding(*model_, sound, lesson.sampleRate));
  std::string id = example.id;
  // Nobody may remove the clip before the example that it belongs to is saved.
  const TaughtLock::Hold held = store_.hold();
  example.clip = store_.saveClip(id, lesson.samples, int(std::lround(lesson.sampleRate)));
  edit([&](TaughtClasses& classes) { classes.addExample(lesson.name, std::move(example)); });
  if (!room.empty()) room_ = std::move(room);
  return id;
}

/// Takes over what another program saved. If its file is damaged, what is known here is newer than
/// anything else.
void Teacher::reloadIfChanged() {
  if (!store_.hasChanged()) return;
  TaughtClasses changed = store_.load();
  if (store_.problem().empty()) classes_ = std::move(changed);
}

void Teacher::edit(const std::function<void(TaughtClasses& classes)>& change) {
  const TaughtLock::Hold held = store_.hold();
  reloadIfChanged();
  TaughtClasses changed = classes_;
  change(changed);
  store_.save(changed);
  classes_ = std::move(changed);
  store_.removeUnusedClips(classes_);
}

void Teacher::undo() {
  edit([couldUndo = classes_.canUndo()](TaughtClasses& classes) {
    if (couldUndo && !classes.canUndo())
      throw Error(
          "The last edit cannot be undone: another program has changed the taught classes since.");
    classes.undo();
  });
}

void Teacher::redo() {
  edit([couldRedo = classes_.canRedo()](TaughtClasses& classes) {
    if (couldRedo && !classes.canRedo())
      throw Error(
          "The edit cannot be repeated: another program has changed the taught classes since.");
    classes.redo();
  });
}

void Teacher::exportTo(const fs::path& file) const {
  TaughtFile::write(file, classes_, model_->description().name, store_.folder());
}

TaughtImport Teacher::importFrom(const fs::path& path) {
  const TaughtFile file(path);
  std::vector<TaughtClass> classes = file.classes().classes();
  TaughtImport import;
  if (file.classes().modelFingerprint() != classes_.modelFingerprint())
    import.withoutClip = embedAgain(file, classes);
  const TaughtLock::Hold held = store_.hold();
  try {
    for (const TaughtClass& taught : classes)
      for (const TaughtExample& example : taught.examples)
        if (!example.clip.empty()) store_.importClip(example, file.clipOf(example));
    edit([&](TaughtClasses& all) { import.added = all.add(classes); });
  } catch (...) {
    store_.removeUnusedClips(classes_);
    throw;
  }
  return import;
}

/// Makes embeddings of this model from the clips. Removes examples that have none, and returns how
/// many these were. Those that are known already need no embedding.
size_t Teacher::embedAgain(const TaughtFile& file, std::vector<TaughtClass>& classes) {
  const int rate = model_->description().features.sampleRate;
  size_t withoutClip = 0;
  for (TaughtClass& taught : classes) {
    withoutClip += std::erase_if(taught.examples, [this](const TaughtExample& example) {
      return example.clip.empty() && classes_.findExample(example.id) == nullptr;
    });
    for (TaughtExample& example : taught.examples)
      if (classes_.findExample(example.id) == nullptr)
        example.embedding = soundEmbedding(*model_, file.samplesOf(example, rate), rate);
  }
  return withoutClip;
}

bool isTaught(const ModelDescription& model) {
  try {
    std::error_code none;
    return fs::exists(TaughtStore::folderFor(model.fingerprint) / TaughtStore::kFileName, none);
  } catch (const Error&) {  // a model without a file, or a user without a home
    return false;
  }
}

}  // namespace earwitness
