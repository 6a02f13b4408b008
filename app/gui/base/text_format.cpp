// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/text_format.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace earwitness::gui {

QString textOf(const std::filesystem::path& path) {
  return QString::fromStdString(path.string());
}

QString displayLabel(const std::string& label) {
  QString text = QString::fromStdString(label);
  text.replace(u'_', u' ');
  text = text.simplified();
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text;
}

QString percentText(float score) {
  const float percent = std::clamp(score, 0.0F, 1.0F) * 100.0F;
  const QString format = QCoreApplication::translate("Format", "%1%", "a percentage");
  if (percent > 0.0F && percent < 0.5F)
    return QCoreApplication::translate("Format", "<1%", "a percentage below one");
  return format.arg(int(std::lround(percent)));
}

QString durationText(double seconds) {
  if (seconds < 59.95)
    return QCoreApplication::translate("Format", "%1 s", "seconds")
        .arg(QLocale().toString(seconds, 'f', 1));
  const int whole = int(std::lround(seconds));
  return QCoreApplication::translate("Format", "%1 min %2 s")
      .arg(whole / 60)
      .arg(whole % 60, 2, 10, QChar(u'0'));
}

QFont tabularFont(const QFont& base) {
  // Fonts with a "tnum" feature cannot be asked for it before Qt 6.7; the common desktop fonts have
  // digits of one width already, and kerning is what would move them.
  QFont font = base;
  font.setKerning(false);
  return font;
}

QFont smallFont(const QFont& base) {
  QFont font = tabularFont(base);
  if (base.pointSizeF() > 0) font.setPointSizeF(std::max(7.5, base.pointSizeF() * 0.88));
  return font;
}

}  // namespace earwitness::gui
