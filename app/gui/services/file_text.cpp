// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/file_text.h"

#include <QCoreApplication>
#include <cmath>

#include "app/gui/base/core_text.h"
#include "app/gui/services/file_library.h"
#include "app/gui/widgets/axis_ticks.h"
#include "core/audio/audio_file.h"

namespace earwitness::gui {

namespace {
constexpr double kTenthsBelowSeconds = 60.0;

struct Text {
  Q_DECLARE_TR_FUNCTIONS(FileText)
};
}  // namespace

QString noteText(const AudioReport& report) {
  QStringList sentences;
  for (const Message& sentence : noteSentences(report)) sentences << coreText(sentence);
  return sentences.join(u' ');
}

QString lengthText(const FileRecord& file) {
  if (file.seconds <= 0.0) return {};
  return positionLabel(file.seconds, file.seconds < kTenthsBelowSeconds ? 0.1 : 1.0);
}

QString fileStateText(const FileRecord& file, bool paused) {
  using State = FileUpdate::State;
  switch (file.state) {
    case State::Waiting:
      return paused ? Text::tr("Waiting (paused)") : Text::tr("Waiting");
    case State::Reading:
      return paused ? Text::tr("Paused") : Text::tr("Reading");
    case State::WaitingForModel:
      return Text::tr("Waiting for the model to be ready");
    case State::Analysing:
      return paused ? Text::tr("Paused") : Text::tr("Analysing");
    case State::Done:
      return Text::tr("Done");
    case State::Failed:
      return Text::tr("Not analysed");
    case State::Cancelled:
      return Text::tr("Cancelled");
  }
  return {};
}

QString timeLeftText(double seconds) {
  if (seconds < 59.5) return Text::tr("%1 s").arg(std::max(1L, std::lround(seconds)));
  const long minutes = std::lround(seconds / 60.0);
  if (minutes < 60) return Text::tr("%1 min").arg(minutes);
  return Text::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString civilText(const CivilTime& time, int length) {
  QString text = QString::fromStdString(isoText({time.localMs, std::nullopt}));
  text[10] = u' ';
  return text.left(length);
}

QString startText(const StartFinding& finding) {
  constexpr int kToTheSecond = 19;
  const QString note = coreText(finding.note);
  if (!finding.start) return note;
  const CivilTime& time = finding.start->time;
  QString when = civilText(time, kToTheSecond);
  if (time.utcOffsetMinutes)
    when += u' ' + QString::fromStdString(offsetText(*time.utcOffsetMinutes));
  const QString text =
      Text::tr("Recorded from %1 (%2)").arg(when, coreText(sourceText(finding.start->source)));
  return note.isEmpty() ? text : text + QStringLiteral(" · ") + note;
}

QString failureReason(const Message& problem, const std::filesystem::path& file) {
  QString reason = coreText(whyNotOpened(problem).value_or(problem));
  // Without the name in its quotes, which the row shows.
  if (const QString name = QString::fromStdString(file.string()); reason.mid(1).startsWith(name))
    reason = reason.mid(name.size() + 2).trimmed();
  if (!reason.isEmpty()) reason[0] = reason[0].toUpper();
  return reason;
}

}  // namespace earwitness::gui
