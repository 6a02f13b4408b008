// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace earwitness {

/// What is taken out of a text before it leaves the computer.
struct Redaction {
  bool hidesPaths = true;
  std::string home = {};                 ///< the user's home folder, which becomes "~"
  std::vector<std::string> names = {};   ///< of the user, which become "<user>" wherever they are
  std::vector<std::string> labels = {};  ///< become "<class>" where they stand in quotation marks
};

/// The home folder and the names of this process's user, without labels. Thread: any.
Redaction userRedaction();

/// The text without what `redaction` hides, line by line. A path becomes "<path>", or "<path>.wav"
/// if its ending is a usual one. A path in quotation marks or brackets, or a file:// address, ends
/// with them. Another path ends with its first word if that word has a usual ending or is in a
/// folder of the system; otherwise it may contain spaces, so all that follows it in the line is
/// hidden, except the system's reason (": No such file or directory"). Rather hides too much than
/// too little: the name of a file in the middle of a sentence, too, and any word with a slash that
/// is not like "and/or". Thread: any.
std::string redacted(std::string_view text, const Redaction& redaction);

}  // namespace earwitness
