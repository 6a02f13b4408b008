// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/data/data_set.h"

namespace earwitness {

/// Labels of each clip by name, the first of which is Clip::label; none for Clip::kNoLabel.
using LabelNames = std::vector<std::vector<std::string>>;

LabelNames labelNamesOf(const DataSet& dataSet);
/// Makes `names`, which are those of the data set's clips, its labels, with those in
/// `withoutClips`.
void setLabels(DataSet& dataSet, const LabelNames& names,
               const std::set<std::string>& withoutClips = {});

/// Names that a reader takes for the same, that with most clips first (look_alike.h).
using AlikeNames = std::vector<std::string>;
/// Of the data set's labels.
std::vector<AlikeNames> alikeLabels(const DataSet& dataSet);
/// The labels of each group become its first one.
void joinLabels(DataSet& dataSet, const std::vector<AlikeNames>& groups);

/// "dog, rain"
std::string listOf(const std::vector<std::string>& names);

}  // namespace earwitness
