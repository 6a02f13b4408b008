// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/npy.h"

#include <bit>

namespace earwitness {

std::string npyHeader(const std::string& type, const std::string& shape) {
  static_assert(std::endian::native == std::endian::little);
  std::string header = "{'descr': " + type + ", 'fortran_order': False, 'shape': " + shape + ", }";
  constexpr size_t kPrefix = 10;
  header.append(63 - (kPrefix + header.size()) % 64, ' ');
  header += '\n';
  std::string prefix("\x93NUMPY\x01\x00", 8);
  prefix += char(header.size() & 0xff);
  prefix += char(header.size() >> 8);
  return prefix + header;
}

}  // namespace earwitness
