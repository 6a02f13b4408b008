// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/descriptor.h"

namespace earwitness {

/// Asks a thread to end that may be waiting for something outside. Thread: request() any.
class StopSignal {
 public:
  /// Throws Error if the system has no descriptor left.
  StopSignal();

  void request();
  bool requested() const;
  /// Readable, for poll(), once it is requested.
  int descriptor() const { return descriptor_.get(); }

 private:
  Descriptor descriptor_;
};

}  // namespace earwitness
