// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdlib>
#include <string>

#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/descriptor.h"
#include "tests/unit/base/error_of.h"

namespace earwitness {

/// The sentence of the Error that `action` throws in a process without the rights of root, whom no
/// permissions stop; empty where it throws none. What it changes in memory is lost.
template <typename Action>
QString asNobody(Action&& action) {
  int ends[2];
  if (::pipe(ends) != 0) return QStringLiteral("no pipe");
  Descriptor output(ends[0]);
  Descriptor input(ends[1]);
  const pid_t child = ::fork();
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    const bool isPlain = ::geteuid() != 0 || (::setgroups(0, nullptr) == 0 &&
                                              ::setgid(kNobody) == 0 && ::setuid(kNobody) == 0);
    const QByteArray text =
        isPlain ? errorOf(action).toUtf8() : QByteArray("The rights of root cannot be given up.");
    const bool isTold = ::write(input.get(), text.data(), size_t(text.size())) == text.size();
    ::_exit(isTold ? EXIT_SUCCESS : EXIT_FAILURE);
  }
  input.close();
  std::string text;
  char letters[4096];
  for (ssize_t count = 0; (count = ::read(output.get(), letters, sizeof letters)) > 0;)
    text.append(letters, size_t(count));
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != EXIT_SUCCESS)
    return QStringLiteral("The process without rights ended unexpectedly.");
  return QString::fromStdString(text);
}

}  // namespace earwitness
