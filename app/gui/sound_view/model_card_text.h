// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <utility>
#include <vector>

#include "core/listening/model_description.h"

namespace earwitness::gui {

/// A part of a model's card, for people.
struct CardSection {
  QString title;
  std::vector<std::pair<QString, QString>> rows;  ///< what, and how much; no name: a sentence
};

/// What a model says of itself, in words: input, window, figures, data, licence, training, noise
/// check, confusions, origin. What its card does not have is left out; what is there in a form that
/// is not known is passed over.
std::vector<CardSection> cardSections(const ModelDescription& model);

/// As rich text in the colours of `muted` for what is less important, and as plain text with the
/// name and the labels.
QString cardHtml(const std::vector<CardSection>& sections, const QString& mutedColour);
QString cardPlainText(const ModelDescription& model, const std::vector<CardSection>& sections);

}  // namespace earwitness::gui
