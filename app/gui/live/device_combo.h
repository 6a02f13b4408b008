#pragma once

#include <QComboBox>
#include <functional>
#include <vector>

#include "core/audio/capture.h"

namespace earwitness::gui {

/// The name of a device as people know it: without ALSA's "(hw:0,0)".
QString deviceLabel(const std::string& deviceName);

/// The device whose name or label is `name`, else the first that has it in its name; where there is
/// none, one of that name that is not connected.
DeviceId deviceNamed(const QString& name, const std::vector<AudioDevice>& devices);

/// Input devices by name, "System default (...)" first. Lists them anew, off the GUI thread, each
/// time it is opened. A device that is not there keeps its entry, so that it is never lost
/// silently.
class DeviceCombo : public QComboBox {
  Q_OBJECT
 public:
  using ListDevices = std::function<std::vector<AudioDevice>()>;

  explicit DeviceCombo(ListDevices listDevices, QWidget* parent = nullptr);

  /// Empty for the system's default.
  DeviceId wanted() const { return wanted_; }
  void setWanted(const DeviceId& id);
  /// Lists the devices in the background.
  void refresh();
  /// True once a list has come.
  bool listed() const { return listed_; }

  void showPopup() override;

 signals:
  /// The user chose another device.
  void deviceChosen(const earwitness::DeviceId& id);
  void refreshed(int count);

 private:
  void fill(const std::vector<AudioDevice>& devices);
  void choose(int index);

  ListDevices listDevices_;
  std::vector<AudioDevice> devices_;
  DeviceId wanted_;
  bool refreshing_ = false;
  bool listed_ = false;
};

}  // namespace earwitness::gui
