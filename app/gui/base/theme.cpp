// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/theme.h"

#include <QApplication>
#include <QSettings>
#include <algorithm>
#include <cmath>

#include "app/gui/base/indicator_style.h"
#include "app/gui/base/system_colours.h"

namespace earwitness::gui {

namespace {

const ThemeColours kLight{
    .accent = QColor(0x0f766e),
    .muted = QColor(0x5f6772),
    .grid = QColor(0xdfe3e8),
    .track = QColor(0xe6e9ed),
    .border = QColor(0xc9ced6),
    .good = QColor(0x2e7d32),
    .warning = QColor(0xb45309),
    .danger = QColor(0xc62828),
    .series = {QColor(0xd9660f), QColor(0x1f6fb2), QColor(0x0e8a63), QColor(0xb4478f),
               QColor(0x8a7400)},
};

const ThemeColours kDark{
    .accent = QColor(0x2dd4bf),
    .muted = QColor(0x9aa3af),
    .grid = QColor(0x2e333b),
    .track = QColor(0x2a2f37),
    .border = QColor(0x3a4049),
    .good = QColor(0x4ade80),
    .warning = QColor(0xfbbf24),
    .danger = QColor(0xf87171),
    .series = {QColor(0xffa94d), QColor(0x6cb6f5), QColor(0x4fd1a5), QColor(0xe58ac8),
               QColor(0xe6d25c)},
};

struct PaletteColours {
  QColor window, base, alternate, text, button, highlight, highlightedText, toolTip, link;
  QColor light, midlight, mid, dark, shadow;
};

QPalette paletteOf(const PaletteColours& c, const ThemeColours& theme) {
  QPalette palette;
  palette.setColor(QPalette::Window, c.window);
  palette.setColor(QPalette::WindowText, c.text);
  palette.setColor(QPalette::Base, c.base);
  palette.setColor(QPalette::AlternateBase, c.alternate);
  palette.setColor(QPalette::Text, c.text);
  palette.setColor(QPalette::Button, c.button);
  palette.setColor(QPalette::ButtonText, c.text);
  palette.setColor(QPalette::BrightText, theme.danger);
  palette.setColor(QPalette::Highlight, c.highlight);
  palette.setColor(QPalette::HighlightedText, c.highlightedText);
  palette.setColor(QPalette::ToolTipBase, c.toolTip);
  palette.setColor(QPalette::ToolTipText, c.text);
  palette.setColor(QPalette::PlaceholderText, theme.muted);
  palette.setColor(QPalette::Link, c.link);
  palette.setColor(QPalette::LinkVisited, c.link);
  palette.setColor(QPalette::Light, c.light);
  palette.setColor(QPalette::Midlight, c.midlight);
  palette.setColor(QPalette::Mid, c.mid);
  palette.setColor(QPalette::Dark, c.dark);
  palette.setColor(QPalette::Shadow, c.shadow);
  QColor faded = c.text;
  faded.setAlphaF(0.45F);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, faded);
  palette.setColor(QPalette::Disabled, QPalette::Highlight, c.mid);
  return palette;
}

QPalette lightPalette() {
  return paletteOf({.window = QColor(0xf4f5f7),
                    .base = QColor(0xffffff),
                    .alternate = QColor(0xf7f8fa),
                    .text = QColor(0x1d2127),
                    .button = QColor(0xfbfbfc),
                    .highlight = QColor(0x0f766e),
                    .highlightedText = QColor(0xffffff),
                    .toolTip = QColor(0xffffff),
                    .link = QColor(0x0f766e),
                    .light = QColor(0xffffff),
                    .midlight = QColor(0xeceef1),
                    .mid = QColor(0xc3c8d0),
                    .dark = QColor(0x9aa1ab),
                    .shadow = QColor(0x6b7280)},
                   kLight);
}

QPalette darkPalette() {
  return paletteOf({.window = QColor(0x1b1e23),
                    .base = QColor(0x15181c),
                    .alternate = QColor(0x191c21),
                    .text = QColor(0xe7e9ec),
                    .button = QColor(0x282c33),
                    .highlight = QColor(0x137f75),
                    .highlightedText = QColor(0xffffff),
                    .toolTip = QColor(0x282c33),
                    .link = QColor(0x2dd4bf),
                    .light = QColor(0x3a4049),
                    .midlight = QColor(0x30353d),
                    .mid = QColor(0x24282e),
                    .dark = QColor(0x101215),
                    .shadow = QColor(0x08090a)},
                   kDark);
}

constexpr const char* kSettingsKey = "view/theme";
constexpr const char* kSystemWasDarkKey = "view/systemWasDark";

}  // namespace

bool isDark(const QPalette& palette) {
  return palette.color(QPalette::Window).lightness() < 128;
}

const ThemeColours& themeColours(const QPalette& palette) {
  return isDark(palette) ? kDark : kLight;
}

const ThemeColours& themeColours() {
  return isDark(QApplication::palette()) ? kDark : kLight;
}

QColor seriesColour(const QPalette& palette, size_t index) {
  const auto& series = themeColours(palette).series;
  const QColor& colour = series[index % series.size()];
  const size_t roundsBefore = index / series.size();
  if (roundsBefore == 0) return colour;
  const auto round = float(roundsBefore);
  constexpr float kTurn = 0.09F;     // of the circle, half of what parts two of the series
  constexpr float kLighter = 0.11F;  // away from the background
  float hue = 0.0F;
  float saturation = 0.0F;
  float lightness = 0.0F;
  colour.getHslF(&hue, &saturation, &lightness);
  const float change = (isDark(palette) ? kLighter : -kLighter) * std::min(round, 2.0F);
  return QColor::fromHslF(std::fmod(hue + kTurn * round, 1.0F), saturation,
                          std::clamp(lightness + change, 0.15F, 0.9F));
}

Theme::Theme(QObject* parent) : QObject(parent) {
  // What the platform's own palette tells, else what the desktop said last time: asking it takes
  // longer than the first paint may.
  systemIsDark_ = isDark(QApplication::palette()) || QSettings().value(kSystemWasDarkKey).toBool();
  QApplication::setStyle(new IndicatorStyle);
  const QString kept = QSettings().value(kSettingsKey).toString();
  if (kept == QLatin1String("light")) choice_ = Choice::Light;
  if (kept == QLatin1String("dark")) choice_ = Choice::Dark;
  apply();
}

void Theme::setChoice(Choice choice) {
  if (choice == choice_) return;
  choice_ = choice;
  const char* name = choice == Choice::Light ? "light" : choice == Choice::Dark ? "dark" : "system";
  QSettings().setValue(kSettingsKey, QString::fromLatin1(name));
  apply();
}

void Theme::followSystem() {
  if (system_ != nullptr) return;
  system_ = new SystemColours(this);
  connect(system_, &SystemColours::darkChanged, this, &Theme::setSystemIsDark);
  system_->watch();
}

void Theme::setSystemIsDark(bool dark) {
  QSettings().setValue(kSystemWasDarkKey, dark);
  if (dark == systemIsDark_) return;
  systemIsDark_ = dark;
  if (choice_ == Choice::System) apply();
}

void Theme::apply() {
  const bool dark = choice_ == Choice::Dark || (choice_ == Choice::System && systemIsDark_);
  QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

}  // namespace earwitness::gui
