// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>

#include "app/gui/base/theme.h"

namespace earwitness::gui {

/// Shows the widget light and dark, and writes NAME-light.png and NAME.png of it into the folder
/// that EARWITNESS_PICTURES names, for the guide and for looking at; nothing where it names none.
inline void keepPictures(QWidget& widget, const QString& name) {
  const QString folder = qEnvironmentVariable("EARWITNESS_PICTURES");
  if (folder.isEmpty()) return;
  for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
    Theme theme;
    theme.setChoice(choice);
    QTRY_COMPARE(isDark(widget.palette()), choice == Theme::Choice::Dark);
    QTest::qWait(200);  // charts are drawn a moment later
    const QString suffix = choice == Theme::Choice::Dark ? "" : "-light";
    QVERIFY(widget.grab().save(folder + "/" + name + suffix + ".png"));
  }
}

}  // namespace earwitness::gui
