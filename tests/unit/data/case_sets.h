// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <filesystem>
#include <string>

namespace earwitness {

/// Unpacks tests/golden/sets/<name>.tar.gz into a folder; the path of the set, or an empty one.
/// Unpacked by tar, since their names are part of what is tested.
inline std::filesystem::path unpackSet(const std::filesystem::path& into, const std::string& name) {
  const QString archive = QString::fromStdString(std::string(EARWITNESS_TEST_DATA) +
                                                 "/golden/sets/" + name + ".tar.gz");
  const int failed =
      QProcess::execute("tar", {"-xzf", archive, "-C", QString::fromStdString(into.string())});
  return failed != 0 ? std::filesystem::path() : into / name;
}

}  // namespace earwitness
