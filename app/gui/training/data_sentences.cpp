// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/data_sentences.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "app/gui/base/core_text.h"
#include "app/gui/base/text_format.h"

namespace earwitness::gui {

namespace {

struct Sentences {
  Q_DECLARE_TR_FUNCTIONS(DataSentences)
};

constexpr size_t kImbalance = 5;  ///< as many times the clips of another class
constexpr size_t kFewClips = 10;
constexpr int kNamed = 3;  ///< classes that a sentence names

QString lengthText(double seconds) {
  const int minutes = int(seconds / 60.0);
  return minutes < 60 ? durationText(seconds)
                      : Sentences::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString number(size_t value) {
  return QLocale().toString(qulonglong(value));
}

QString classText(const std::string& label) {
  return Sentences::tr("“%1”", "a class").arg(displayLabel(label));
}

QString clipsText(size_t count) {
  return Sentences::tr("%Ln clips", nullptr, int(count));
}

QString named(const std::vector<std::string>& labels) {
  QStringList names;
  for (const std::string& label : labels) {
    if (names.size() == kNamed) break;
    names << classText(label);
  }
  const QString list = names.join(QStringLiteral(", "));
  return qsizetype(labels.size()) > names.size()
             ? Sentences::tr("%1 and %2 more")
                   .arg(list, number(labels.size() - size_t(names.size())))
             : list;
}

void tellImbalance(const DataReport& report, QStringList& notes) {
  std::vector<DataReport::Class> classes = report.classes;
  std::erase_if(classes, [](const DataReport::Class& its) { return its.clips == 0; });
  if (classes.size() < 2) return;
  const auto [least, most] = std::minmax_element(
      classes.begin(), classes.end(),
      [](const DataReport::Class& a, const DataReport::Class& b) { return a.clips < b.clips; });
  if (most->clips < kImbalance * least->clips) return;
  notes << Sentences::tr(
               "Unbalanced classes: %1 has %2, %3 only %4. Add clips to the smaller classes for "
               "better accuracy.")
               .arg(classText(most->name), clipsText(most->clips), classText(least->name),
                    number(least->clips));
}

void tellFewClips(const DataReport& report, QStringList& notes) {
  std::vector<std::string> few;
  for (const DataReport::Class& its : report.classes)
    if (its.clips > 0 && its.clips < kFewClips) few.push_back(its.name);
  if (few.empty()) return;
  notes << Sentences::tr(
               "Few clips: %1 – fewer than %2. Use about 10 clips per class for a first test and "
               "40 for a good model.")
               .arg(named(few), number(kFewClips));
}

void tellBackground(const DataReport& report, QStringList& notes) {
  const auto names = {"background", "silence", "noise", "ambient", "other"};
  for (const DataReport::Class& its : report.classes)
    for (const char* name : names)
      if (QString::fromStdString(its.name).contains(QLatin1String(name), Qt::CaseInsensitive))
        return;
  notes << Sentences::tr(
      "No background class: the model must label every sound as one of your classes. Add generated "
      "noise under Settings.");
}

void tellLeakage(const DataReport& report, QStringList& notes) {
  if (!report.crossings.empty()) {
    const CrossingSource& first = report.crossings.front();
    notes << Sentences::tr(
                 "Data leakage: %1 in two splits (%2 in %3, %4 in %5). Results would look better "
                 "than they are.")
                 .arg(Sentences::tr("%Ln recordings are", nullptr, int(report.crossings.size())),
                      QString::fromStdString(first.path.filename().string()), coreText(first.side),
                      QString::fromStdString(first.otherPath.filename().string()),
                      coreText(first.otherSide));
  }
  if (!report.splitWarning.empty()) notes << coreText(report.splitWarning);
}

}  // namespace

QString layoutText(Layout layout) {
  switch (layout) {
    case Layout::Folders:
      return Sentences::tr("one folder per class");
    case Layout::Esc50:
      return Sentences::tr("ESC-50");
    case Layout::UrbanSound8k:
      return Sentences::tr("UrbanSound8K");
    case Layout::Report:
      return Sentences::tr("train.tsv and eval.tsv");
    case Layout::Table:
      return Sentences::tr("a table");
    case Layout::LabelFiles:
      return Sentences::tr("a label file next to each sound");
    case Layout::Auto:
      break;
  }
  return {};
}

QString summaryText(const DataListing& listing, const DataReport* report) {
  const size_t classes =
      size_t(std::count_if(listing.classes.begin(), listing.classes.end(),
                           [](const DataListing::Class& its) { return !its.clips.empty(); }));
  if (classes == 0) return Sentences::tr("No clips yet");
  QStringList parts{Sentences::tr("%Ln classes", nullptr, int(classes)), clipsText(listing.clips)};
  if (report != nullptr) parts << lengthText(report->seconds);
  return parts.join(QStringLiteral(" · "));
}

QString placeText(const std::filesystem::path& file, const Segment& segment) {
  const QString name = QString::fromStdString(file.string());
  if (segment.isWhole()) return name;
  const auto seconds = [](double value) {
    const QLocale locale;
    return locale.toString(value, 'f', QLocale::FloatingPointShortest);
  };
  return Sentences::tr("%1 (%2–%3 s)", "a file, the stretch of it that is a clip")
      .arg(name, seconds(segment.begin), seconds(segment.end));
}

QString problemKindText(DataProblemKind kind) {
  switch (kind) {
    case DataProblemKind::Missing:
      return Sentences::tr("Missing");
    case DataProblemKind::Broken:
      return Sentences::tr("Broken");
    case DataProblemKind::Empty:
      return Sentences::tr("Empty");
    case DataProblemKind::Unread:
      return Sentences::tr("Not read");
    case DataProblemKind::Unlabelled:
      return Sentences::tr("Unlabelled");
    case DataProblemKind::Several:
      return Sentences::tr("Several labels");
    case DataProblemKind::Table:
      return Sentences::tr("Tables not used");
    case DataProblemKind::Alike:
      return Sentences::tr("Similar class names");
    case DataProblemKind::Outside:
      return Sentences::tr("Outside the file");
    case DataProblemKind::Overlap:
      return Sentences::tr("Overlapping");
    case DataProblemKind::Silent:
      return Sentences::tr("Silent");
    case DataProblemKind::Clipped:
      return Sentences::tr("Clipped");
    case DataProblemKind::Short:
      return Sentences::tr("Very short");
    case DataProblemKind::Incomplete:
      return Sentences::tr("Incomplete");
    case DataProblemKind::OppositePhase:
      return Sentences::tr("Opposite phase");
    case DataProblemKind::Duplicate:
      break;
  }
  return Sentences::tr("Duplicate");
}

QString problemKindHelp(DataProblemKind kind) {
  switch (kind) {
    case DataProblemKind::Missing:
      return Sentences::tr("File not found. Skipped during training.");
    case DataProblemKind::Broken:
      return Sentences::tr("The file cannot be read to the end. Skipped during training.");
    case DataProblemKind::Empty:
      return Sentences::tr("The file contains no audio. Skipped during training.");
    case DataProblemKind::Unread:
      return Sentences::tr("The file type is not supported. Skipped during training.");
    case DataProblemKind::Unlabelled:
      return Sentences::tr("The clip has no class. Skipped during training.");
    case DataProblemKind::Several:
      return Sentences::tr("Skipped, unless the model is trained with several labels per clip.");
    case DataProblemKind::Table:
      return Sentences::tr("Labels in this table are not used.");
    case DataProblemKind::Alike:
      return Sentences::tr("These are probably names of one class. Join them, or rename one.");
    case DataProblemKind::Outside:
      return Sentences::tr(
          "The times in the table do not match the file. Parts outside the file are skipped.");
    case DataProblemKind::Overlap:
      return Sentences::tr("Two clips share audio: results may look better than they are.");
    case DataProblemKind::Silent:
      return Sentences::tr("No audible sound. The model would learn silence as this class.");
    case DataProblemKind::Clipped:
      return Sentences::tr("The recording is too loud. The model would learn the distortion.");
    case DataProblemKind::Short:
      return Sentences::tr("Shorter than 0.1 s. The model can learn little from it.");
    case DataProblemKind::Incomplete:
      return Sentences::tr("Part of the file is missing. The rest is used.");
    case DataProblemKind::OppositePhase:
      return Sentences::tr("The channels cancel each other out, so only one of them is used.");
    case DataProblemKind::Duplicate:
      break;
  }
  return Sentences::tr("The same audio as another file: results may look better than they are.");
}

QStringList obstacleSentences(const DataReport& report) {
  QStringList sentences;
  for (const Message& obstacle : report.obstacles) sentences << coreText(obstacle);
  return sentences;
}

QStringList noteSentences(const DataReport& report) {
  QStringList notes;
  for (const Message& note : report.notes) notes << coreText(note);
  tellImbalance(report, notes);
  tellFewClips(report, notes);
  tellBackground(report, notes);
  tellLeakage(report, notes);
  return notes;
}

}  // namespace earwitness::gui
