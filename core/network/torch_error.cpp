// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/torch_error.h"

#include <new>
#include <sstream>

#include <c10/util/Exception.h>

namespace earwitness {
namespace {

constexpr size_t kLongestReason = 200;

std::string textOf(const std::exception& error) {
  const auto* torchError = dynamic_cast<const c10::Error*>(&error);
  return torchError != nullptr ? torchError->what_without_backtrace() : error.what();
}

}  // namespace

bool isOutOfMemory(const std::exception& error) {
  if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr) return true;
  const std::string text = textOf(error);
  for (const char* sign : {"not enough memory", "can't allocate memory", "out of memory",
                           "std::bad_alloc", "Cannot allocate memory"})
    if (text.find(sign) != std::string::npos) return true;
  return false;
}

std::string reasonOf(const std::exception& error) {
  if (isOutOfMemory(error)) return "there is not enough memory";
  // An error inside a network comes as a trace of its text; the last line tells the cause.
  std::istringstream lines(textOf(error));
  std::string reason;
  for (std::string line; std::getline(lines, line);)
    if (line.find_first_not_of(" \t~^-<HERE.") != std::string::npos) reason = line;
  for (const char* prefix : {"RuntimeError: ", "Error: "})
    if (reason.starts_with(prefix)) reason.erase(0, std::string(prefix).size());
  while (!reason.empty() && (reason.back() == '.' || reason.back() == ' ')) reason.pop_back();
  if (reason.empty()) return "LibTorch does not say why";
  return reason.substr(0, kLongestReason);
}

}  // namespace earwitness
