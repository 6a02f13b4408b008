#include "app/gui/files/file_text.h"

#include <QCoreApplication>
#include <cmath>

#include "app/gui/files/file_library.h"
#include "app/gui/widgets/axis_ticks.h"

namespace earwitness::gui {

namespace {
constexpr double kTenthsBelowSeconds = 60.0;

struct Text {
  Q_DECLARE_TR_FUNCTIONS(FileText)
};
}  // namespace

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

}  // namespace earwitness::gui
