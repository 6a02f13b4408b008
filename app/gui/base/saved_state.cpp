// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/saved_state.h"

#include <QMainWindow>
#include <QSettings>
#include <QSplitter>

namespace earwitness::gui::savedState {

namespace {

/// Raised when docks of another meaning take the place of those that were kept.
constexpr int kDocksVersion = 1;

std::string text(const char* key) {
  return QSettings().value(key).toString().toStdString();
}
void setText(const char* key, const std::string& value) {
  QSettings().setValue(key, QString::fromStdString(value));
}

}  // namespace

DeviceId device() {
  return {text("device/name"), text("device/hostApi")};
}

void setDevice(const DeviceId& id) {
  setText("device/name", id.name);
  setText("device/hostApi", id.hostApi);
}

std::filesystem::path model() {
  const std::filesystem::path start = startModel();
  return start.empty() ? std::filesystem::path(text("model/file")) : start;
}

std::filesystem::path startModel() {
  return text("model/start");
}

void setStartModel(const std::filesystem::path& file) {
  setText("model/start", file.string());
}

void setModel(const std::filesystem::path& file) {
  setText("model/file", file.string());
}

void restoreLayout(QMainWindow& window, QSplitter& panes) {
  const QSettings settings;
  window.resize(1280, 800);
  window.restoreGeometry(settings.value("window/geometry").toByteArray());
  window.restoreState(settings.value("window/docks").toByteArray(), kDocksVersion);
  if (!panes.restoreState(settings.value("window/panes").toByteArray())) panes.setSizes({320, 270});
}

void keepLayout(const QMainWindow& window, const QSplitter& panes) {
  QSettings settings;
  settings.setValue("window/geometry", window.saveGeometry());
  settings.setValue("window/docks", window.saveState(kDocksVersion));
  settings.setValue("window/panes", panes.saveState());
}

}  // namespace earwitness::gui::savedState
