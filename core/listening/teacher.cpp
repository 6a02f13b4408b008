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

namespace earwitness {

namespace fs = std::filesystem;

namespace {

constexpr int kHopsBeyondAWindow = 2;

/// The model, warm.
std::shared_ptr<Classifier> warm(std::shared_ptr<Classifier> model) {
  model->warmUp();
  if (model->embeddingSize() == 0)
    throw Error("The model " + inQuotes(model->description().name) +
                " cannot be taught: it has no embedding. Choose another model.");
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
  if (space_) return space_;
  std::vector<std::vector<float>> references;
  std::vector<float> scores(model_->description().labels.size());
  for (const std::vector<float>& input : referenceInputs(model_->description()))
    model_->classifyAndEmbed(input, scores,
                             references.emplace_back(size_t(model_->embeddingSize())));
  space_ = std::make_shared<EmbeddingSpace>(size_t(model_->embeddingSize()), references);
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
  TaughtExample example{.id = newExampleId(),
                        .embedding = soundEmbedding(*model_, lesson.samples, lesson.sampleRate),
                        .isCounterExample = lesson.isCounterExample,
                        .clip = {},
                        .origin = lesson.origin,
                        .utcMs = lesson.utcMs,
                        .seconds = double(lesson.samples.size()) / lesson.sampleRate};
  std::vector<std::vector<float>> room;
  for (const std::vector<float>& sound : lesson.room)
    room.push_back(soundEmbedding(*model_, sound, lesson.sampleRate));
  example.clip = store_.saveClip(example.id, lesson.samples, int(std::lround(lesson.sampleRate)));
  std::string id = example.id;
  edit([&](TaughtClasses& classes) { classes.addExample(lesson.name, std::move(example)); });
  if (!room.empty()) room_ = std::move(room);
  return id;
}

void Teacher::edit(const std::function<void(TaughtClasses& classes)>& change) {
  TaughtClasses changed = classes_;
  change(changed);
  store_.save(changed);
  classes_ = std::move(changed);
  store_.removeUnusedClips(classes_);
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
