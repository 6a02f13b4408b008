// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/event_text.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/text.h"

namespace earwitness {
namespace {

/// Clips that are used, and of which there is something to know.
std::string notesText(const nlohmann::json& event) {
  constexpr size_t kMostShown = 20;
  if (!event.contains("notes") || event.at("notes").empty()) return "";
  const nlohmann::json& notes = event.at("notes");
  std::string text =
      "\n" + std::to_string(notes.size()) +
      (notes.size() == 1 ? " clip is used with a note:" : " clips are used with notes:");
  for (size_t i = 0; i < std::min(notes.size(), kMostShown); ++i)
    text += "\n  " + notes[i].at("file").get<std::string>() + ": " +
            notes[i].at("note").get<std::string>();
  if (notes.size() > kMostShown)
    text += "\n  and " + std::to_string(notes.size() - kMostShown) + " more";
  return text;
}

std::string cachedText(const nlohmann::json& event) {
  std::string text = event.at("reused").get<bool>()
                         ? "Features are in the cache"
                         : "Features computed in " + durationText(event.at("seconds"));
  text += "; " + event.at("split").get<std::string>() + " (" + event.at("training_clips").dump() +
          " and " + event.at("validation_clips").dump() + " clips)";
  for (const auto& warning : event.at("warnings")) text += "\nMind: " + warning.get<std::string>();
  const auto& leftOut = event.at("left_out");
  if (!leftOut.empty())
    text += "\n" + std::to_string(leftOut.size()) +
            (leftOut.size() == 1 ? " clip is skipped:" : " clips are skipped:");
  for (const auto& clip : leftOut)
    text +=
        "\n  " + clip.at("file").get<std::string>() + ": " + clip.at("problem").get<std::string>();
  return text + notesText(event);
}

std::string distilledText(const nlohmann::json& event) {
  std::string names;
  for (const auto& teacher : event.at("teachers"))
    names += (names.empty() ? "" : ", ") + teacher.at("name").get<std::string>() + " (" +
             teacher.at("labels").dump() + " of the labels)";
  std::string text = "Teachers: " + names + "; " + event.at("versions").dump() + " versions of " +
                     event.at("windows").dump() + " windows";
  if (event.at("unlabelled_clips") > 0)
    text += ", with those of " + event.at("unlabelled_clips").dump() + " clips without labels";
  text += event.at("reused").get<bool>() ? ", in the cache"
                                         : ", answered in " + durationText(event.at("seconds"));
  for (const auto& warning : event.at("warnings")) text += "\nMind: " + warning.get<std::string>();
  return text;
}

std::string builtText(const nlohmann::json& event) {
  std::string text = event.at("architecture").get<std::string>() + ", " +
                     event.at("parameters").dump() + " parameters, on " +
                     event.at("device").get<std::string>() + " with " + event.at("threads").dump() +
                     (event.at("threads") == 1 ? " thread" : " threads");
  if (event.contains("taken"))
    text += "; " + std::to_string(event.at("taken").size()) + " tensors and the rows of " +
            event.at("labels_taken").dump() + " labels copied from the pretrained model, " +
            std::to_string(event.at("skipped").size()) + " not";
  return text;
}

std::string epochText(const nlohmann::json& event) {
  std::string text =
      "Epoch " + event.at("epoch").dump() + ": training " + figuresText(event.at("training"));
  if (event.contains("validation")) text += "; validation " + figuresText(event.at("validation"));
  return text + "; " + fixedPoint(event.at("seconds"), 1) + " s";
}

std::string noiseText(const nlohmann::json& check) {
  std::string text = "False alarms on noise: " + percent(check.at("fires"));
  for (const auto& kind : check.at("kinds"))
    if (kind.at("fired") > 0)
      text += "\n  " + kind.at("kind").get<std::string>() + ": " + kind.at("fired").dump() +
              " of " + kind.at("windows").dump() + " windows, mostly as " +
              kind.at("mostly").get<std::string>();
  if (check.at("too_often").get<bool>())
    text += "\nWarning: this is more than 5%; train with --background auto.";
  return text;
}

std::string finishedText(const nlohmann::json& event) {
  std::string text =
      "Best epoch " + event.at("best_epoch").dump() + ": " + figuresText(event.at("best"));
  if (event.at("early").get<bool>()) text = "Stopped early: no further improvement.\n" + text;
  return text + "\n" + noiseText(event.at("noise_check"));
}

}  // namespace

std::string figuresText(const nlohmann::json& figures) {
  const auto& loss = figures.at("loss");
  const std::string text = "loss " + (loss.is_number() ? fixedPoint(loss, 3) : "unknown");
  if (!figures.contains("mean_average_precision"))
    return text + ", accuracy " + percent(figures.at("accuracy")) + ", balanced " +
           percent(figures.at("balanced_accuracy"));
  if (!figures.at("mean_average_precision").is_number()) return text;  // of training
  return text + ", mean average precision " + percent(figures.at("mean_average_precision")) +
         ", macro F1 " + percent(figures.at("macro_f1"));
}

std::string mainFigureText(const Figures& figures) {
  const double figure = mainFigure(figures);
  if (std::isnan(figure)) return {};
  return percent(figure) + (figures.multiLabel ? " mAP" : "");
}

std::string eventText(const nlohmann::json& event) {
  const std::string name = event.at("event");
  if (name == "scanned")
    return event.at("clips").dump() + " clips in " + event.at("classes").dump() + " classes (" +
           event.at("layout").get<std::string>() + ")";
  if (name == "resumed")
    return "Resuming after epoch " + event.at("epochs_done").dump() +
           (event.at("step") > 0 ? ", step " + event.at("step").dump() : "");
  if (name == "cached") return cachedText(event);
  if (name == "distilled") return distilledText(event);
  if (name == "built") return builtText(event);
  if (name == "epoch") return epochText(event);
  if (name == "finished") return finishedText(event);
  if (name == "failed") return "Failed: " + event.at("error").get<std::string>();
  if (name == "stopped") return "Stopped. A checkpoint was saved; resume with --resume.";
  return {};
}

}  // namespace earwitness
