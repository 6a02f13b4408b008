#include "app/gui/kept_state.h"

#include <QMainWindow>
#include <QSettings>
#include <QSplitter>

namespace earwitness::gui::kept {

namespace {

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
  return text("model/file");
}

void setModel(const std::filesystem::path& file) {
  setText("model/file", file.string());
}

void restoreLayout(QMainWindow& window, QSplitter& panes) {
  const QSettings settings;
  window.resize(1280, 800);
  window.restoreGeometry(settings.value("window/geometry").toByteArray());
  if (!panes.restoreState(settings.value("window/panes").toByteArray()))
    panes.setSizes({320, 270, 130});
}

void keepLayout(const QMainWindow& window, const QSplitter& panes) {
  QSettings settings;
  settings.setValue("window/geometry", window.saveGeometry());
  settings.setValue("window/panes", panes.saveState());
}

}  // namespace earwitness::gui::kept
