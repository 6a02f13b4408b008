// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data.
#pragma once

#include <string>
#include <vector>

namespace earwitness {

/// The labels in the cells of a table's label column, without blanks around and each once.
///
/// `separator` as TableColumns has it. Where it is found out:
/// - ";" and "|" always separate.
/// - "," separates in all cells where no comma of the column has a blank behind it, but never
///   between two digits: "dog,rain" is two labels, "1,000 Hz" is one.
/// - Where commas have blanks behind them, as in "Fire, crackling", they separate only if all parts
///   of all such cells also occur without their partners: alone, or in another company. With "dog",
///   "rain" and "dog, rain" the last is two labels; "Fire, crackling" stays one beside "Fire".
std::vector<std::vector<std::string>> splitCells(const std::vector<std::string>& cells,
                                                 const std::string& separator);

}  // namespace earwitness
