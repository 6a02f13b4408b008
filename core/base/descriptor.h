// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <unistd.h>

namespace earwitness {

/// Owns a file descriptor and closes it exactly once. A descriptor that is closed twice closes
/// whatever file got its number in between. Standard streams, and the copies that a child process
/// keeps of them until it ends, have no owner. Thread: one at a time.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) {
      close();
      number_ = other.release();
    }
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  explicit operator bool() const { return number_ >= 0; }
  int get() const { return number_; }  ///< -1 when there is none
  /// The number, which the caller owns from now on.
  int release() { return std::exchange(number_, -1); }
  /// close()'s result; 0 when there is nothing to close. Some file systems report a failed write
  /// only here.
  int close() {
    const int number = release();
    return number >= 0 ? ::close(number) : 0;
  }

 private:
  int number_ = -1;
};

}  // namespace earwitness
