#pragma once

#include <QString>

namespace earwitness::gui {

struct FileRecord;

/// "0:05.3", "1:02:03"; empty where the length is not known.
QString lengthText(const FileRecord& file);
/// What is going on with a file: "Waiting", "Analysing", "Done".
QString fileStateText(const FileRecord& file, bool paused);
/// "3 s", "5 min", "2 h 10 min": a time that is left, as exact as it can be known.
QString timeLeftText(double seconds);

}  // namespace earwitness::gui
