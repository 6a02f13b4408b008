// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace earwitness::gui {

/// Puts a run's best model into the user's own models, where one with the same bytes is not there
/// yet. Gives where it is. Throws Error with one sentence. Thread: worker.
std::filesystem::path addToOwnModels(const std::filesystem::path& model);

/// Copies a model. Throws Error with one sentence. Thread: worker.
void copyModel(const std::filesystem::path& model, const std::filesystem::path& to);

enum class CardFormat { Text, Markdown };

/// Copies a model, with its card beside it: "dog.pt" and "dog-card.txt" or "dog-card.md"; gives the
/// card's file, which never replaces another one. Throws Error with one sentence. Thread: worker.
std::filesystem::path exportModel(const std::filesystem::path& model,
                                  const std::filesystem::path& to, CardFormat format);

}  // namespace earwitness::gui
