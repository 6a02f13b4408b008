// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <functional>
#include <memory>
#include <vector>

#include "core/audio/capture.h"

namespace earwitness::gui {

/// The name of a device as people know it: without ALSA's "(hw:0,0)".
QString deviceLabel(const std::string& deviceName);

/// The device whose name or label is `name`, else the first that has it in its name; where there is
/// none, one of that name that is not connected.
DeviceId deviceNamed(const QString& name, const std::vector<AudioDevice>& devices);

/// Input devices by name, "System default (...)" first, microphones apart from what the computer
/// plays. Lists them anew, off the GUI thread, each time it is opened and whenever one may have
/// come or gone. A device that is not there keeps its entry, so that it is never lost silently.
class DeviceCombo : public QComboBox {
  Q_OBJECT
 public:
  using ListDevices = std::function<std::vector<AudioDevice>()>;
  /// As in Backend.
  using WatchDevices = std::function<std::shared_ptr<void>(std::function<void()> changed)>;

  explicit DeviceCombo(ListDevices listDevices, QWidget* parent = nullptr);
  ~DeviceCombo() override;

  /// From now on the list refreshes by itself. An empty function is none.
  void watch(const WatchDevices& watchDevices);
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
  void take(const std::vector<AudioDevice>& devices);
  void fill(const std::vector<AudioDevice>& devices);
  void addDefault();
  void addHeading(const QString& text);
  void addDevices(bool monitors);
  int currentEntry();
  void choose(int index);

  ListDevices listDevices_;
  std::vector<AudioDevice> devices_;
  DeviceId wanted_;
  QString wantedLabel_;  ///< as it was listed last
  bool refreshing_ = false;
  bool refreshAgain_ = false;  ///< something changed during the refresh
  bool listed_ = false;
  std::shared_ptr<void> watching_;
};

}  // namespace earwitness::gui
