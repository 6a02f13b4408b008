// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "app/gui/training/data_scan.h"

namespace earwitness::gui {

/// "a folder for each class", "ESC-50", ...
QString layoutText(Layout layout);

/// "3 classes, 120 clips, 8 min 20 s"; without the time where it is not known yet.
QString summaryText(const DataListing& listing, const DataReport* report);

/// A file's name or path with the stretch that is meant: "a.wav (1.5–2 s)".
QString placeText(const std::filesystem::path& file, const Segment& segment);

/// "broken", "silent", ... as a heading.
QString problemKindText(DataProblemKind kind);
/// What a kind of problem means for the training, in a sentence.
QString problemKindHelp(DataProblemKind kind);

/// What keeps the training from starting, in sentences.
QStringList obstacleSentences(const DataReport& report);
/// What the user should know before training: imbalance, few clips, no background, leakage.
QStringList noteSentences(const DataReport& report);

}  // namespace earwitness::gui
