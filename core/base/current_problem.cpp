// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/current_problem.h"

#include <exception>
#include <filesystem>
#include <new>

#include "core/base/error.h"

namespace earwitness {

Message currentProblem() {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return Message("There is not enough memory. Close other programs, then try again.");
  } catch (const std::filesystem::filesystem_error& error) {
    return Message("'%1' cannot be used: %2.", error.path1(), error.code().message());
  } catch (const std::exception& error) {
    return messageOf(error);
  } catch (...) {
    return Message("An unexpected error occurred.");
  }
}

}  // namespace earwitness
