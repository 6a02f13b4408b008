// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/current_problem.h"

#include <exception>
#include <filesystem>
#include <new>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {

std::string currentProblem() {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return "There is not enough memory. Close other programs, then try again.";
  } catch (const std::filesystem::filesystem_error& error) {
    return inQuotes(error.path1().string()) + " cannot be used: " + error.code().message() + ".";
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "An unexpected error occurred.";
  }
}

}  // namespace earwitness
