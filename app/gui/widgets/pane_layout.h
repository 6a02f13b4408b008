// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QBoxLayout;
class QLayout;
class QWidget;

namespace earwitness::gui {

/// How both panes are laid out, so that their edges are in line: a header row across, pictures
/// below it, and at their right the bars in a column of one width.
void layOutPane(QWidget* pane, QLayout* header, QLayout* pictures, QWidget* bars);

/// Width of the bars' column.
int barsWidth(const QWidget& widget);

inline constexpr int kPaneSpacing = 8;  ///< pixels between things that belong together
inline constexpr int kPaneMargin = 12;  ///< pixels around panes

}  // namespace earwitness::gui
