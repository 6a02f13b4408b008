// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_bar.h"

#include <algorithm>
#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

#include "app/cli/support.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr auto kBetweenDrawings = std::chrono::milliseconds(50);
constexpr int kBarWidth = 20;
constexpr int kUsualWidth = 80;

int terminalWidth() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col
                                                                           : kUsualWidth;
}

}  // namespace

void ProgressBar::show(double share, const std::string& text) {
  const auto now = std::chrono::steady_clock::now();
  if (!showsProgress() || (shown_ && now - last_ < kBetweenDrawings)) return;
  last_ = now;
  const int full = int(std::clamp(share, 0.0, 1.0) * kBarWidth + 0.5);
  std::string line = "[" + std::string(size_t(full), '#') +
                     std::string(size_t(kBarWidth - full), '-') + "] " + percent(share) + "  " +
                     text;
  // A line that wraps could not be overwritten.
  line.resize(std::min(line.size(), size_t(std::max(10, terminalWidth() - 1))));
  std::cerr << "\r\033[K" << line << std::flush;
  shown_ = true;
}

void ProgressBar::clear() {
  if (shown_) std::cerr << "\r\033[K" << std::flush;
  shown_ = false;
}

void ProgressBar::line(const std::string& text) {
  clear();
  std::cerr << text << std::endl;
}

}  // namespace earwitness
