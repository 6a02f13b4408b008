// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/device_combo.h"

#include <QRegularExpression>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <algorithm>
#include <memory>
#include <optional>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"

namespace earwitness::gui {

namespace {
constexpr int kDefaultIndex = 0;
/// Of an entry: position of its device in the list, or one of these.
constexpr int kPositionRole = Qt::UserRole;
constexpr int kSystemDefault = -1;
constexpr int kAway = -2;

bool same(const std::vector<AudioDevice>& a, const std::vector<AudioDevice>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const AudioDevice& x, const AudioDevice& y) {
                      return x.id == y.id && x.isDefault == y.isDefault && x.label == y.label &&
                             x.isMonitor == y.isMonitor;
                    });
}

QString labelOf(const AudioDevice& device) {
  return deviceLabel(device.label.empty() ? device.id.name : device.label);
}
}  // namespace

QString deviceLabel(const std::string& deviceName) {
  static const QRegularExpression hardware(QStringLiteral(R"(\s*\(hw:\d+,\d+\)$)"));
  const QString name = QString::fromStdString(deviceName).remove(hardware);
  // What ALSA calls its bridges says nothing to people.
  if (name == QLatin1String("pulse")) return DeviceCombo::tr("PulseAudio");
  if (name == QLatin1String("pipewire")) return DeviceCombo::tr("PipeWire");
  if (name == QLatin1String("jack")) return DeviceCombo::tr("JACK");
  if (name == QLatin1String("default")) return DeviceCombo::tr("System default");
  return coreText(deviceMessage(name.toStdString()));
}

DeviceId deviceNamed(const QString& name, const std::vector<AudioDevice>& devices) {
  for (const AudioDevice& device : devices)
    if (labelOf(device) == name) return device.id;
  const std::optional<AudioDevice> device = findDeviceCalled(devices, name.toStdString());
  return device ? device->id : DeviceId{name.toStdString(), {}};
}

DeviceCombo::DeviceCombo(ListDevices listDevices, QWidget* parent)
    : QComboBox(parent), listDevices_(std::move(listDevices)) {
  setObjectName(QStringLiteral("deviceMenu"));
  setAccessibleName(tr("Microphone"));
  setToolTip(tr("Microphone to listen to"));
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(22);
  addDefault();
  connect(this, &QComboBox::activated, this, &DeviceCombo::choose);
}

// The watcher first: it may be calling.
DeviceCombo::~DeviceCombo() {
  watching_.reset();
}

void DeviceCombo::watch(const WatchDevices& watchDevices) {
  if (!watchDevices) return;
  watching_ = watchDevices(
      [this] { QMetaObject::invokeMethod(this, &DeviceCombo::refresh, Qt::QueuedConnection); });
}

void DeviceCombo::setWanted(const DeviceId& id) {
  if (id != wanted_) wantedLabel_.clear();
  wanted_ = id;
  fill(devices_);
}

void DeviceCombo::showPopup() {
  refresh();
  QComboBox::showPopup();
}

void DeviceCombo::refresh() {
  refreshAgain_ = refreshing_;
  if (refreshing_) return;
  refreshing_ = true;
  auto devices = std::make_shared<std::vector<AudioDevice>>();
  readInBackground(
      this,
      [devices, list = listDevices_] {
        try {
          *devices = list();
        } catch (const std::exception&) {
          devices->clear();  // the listener says what is wrong
        }
      },
      [this, devices] { take(*devices); });
}

void DeviceCombo::take(const std::vector<AudioDevice>& devices) {
  refreshing_ = false;
  listed_ = true;
  if (!same(devices, devices_)) fill(devices);
  emit refreshed(int(devices.size()));
  if (refreshAgain_) refresh();
}

void DeviceCombo::fill(const std::vector<AudioDevice>& devices) {
  const QSignalBlocker quiet(this);
  devices_ = devices;
  clear();
  addDefault();
  const bool anyMonitor = std::any_of(devices_.begin(), devices_.end(),
                                      [](const AudioDevice& device) { return device.isMonitor; });
  if (anyMonitor) addHeading(tr("Microphones"));
  addDevices(false);
  if (anyMonitor) addHeading(tr("Computer audio output"));
  addDevices(true);
  setCurrentIndex(currentEntry());
}

void DeviceCombo::addDefault() {
  const auto standard = std::find_if(devices_.begin(), devices_.end(),
                                     [](const AudioDevice& device) { return device.isDefault; });
  const QString name = standard == devices_.end() ? QString() : labelOf(*standard);
  const QString systemDefault = tr("System default");
  addItem(
      name.isEmpty() || name == systemDefault ? systemDefault : tr("System default (%1)").arg(name),
      kSystemDefault);
}

void DeviceCombo::addHeading(const QString& text) {
  addItem(text);
  // Without flags: neither the keyboard nor the wheel stops at it.
  if (auto* items = qobject_cast<QStandardItemModel*>(model()))
    items->item(count() - 1)->setFlags(Qt::NoItemFlags);
  QFont bold = font();
  bold.setBold(true);
  setItemData(count() - 1, bold, Qt::FontRole);
}

void DeviceCombo::addDevices(bool monitors) {
  for (size_t position = 0; position < devices_.size(); ++position) {
    const AudioDevice& device = devices_[position];
    if (device.isMonitor != monitors) continue;
    const QString label = labelOf(device);
    const bool twice = std::count_if(devices_.begin(), devices_.end(),
                                     [&](const AudioDevice& d) { return labelOf(d) == label; }) > 1;
    addItem(twice ? QString::fromStdString(device.id.name) : label, int(position));
    setItemData(count() - 1,
                tr("%1, %2").arg(QString::fromStdString(device.id.name),
                                 QString::fromStdString(device.id.hostApi)),
                Qt::ToolTipRole);
  }
}

/// The entry of the wanted device, which is added where it is away.
int DeviceCombo::currentEntry() {
  if (wanted_.empty()) return kDefaultIndex;
  if (const std::optional<AudioDevice> device = findInputDevice(devices_, wanted_)) {
    // What ALSA calls the sound server is the default where the server is there itself.
    if (isSoundServer(wanted_) && !isSoundServer(device->id)) return kDefaultIndex;
    wantedLabel_ = labelOf(*device);
    for (size_t position = 0; position < devices_.size(); ++position)
      if (devices_[position].id == device->id) return findData(int(position), kPositionRole);
  }
  const QString label = wantedLabel_.isEmpty() ? deviceLabel(plainName(wanted_)) : wantedLabel_;
  addItem(tr("%1 (not connected)").arg(label), kAway);
  return count() - 1;
}

void DeviceCombo::choose(int index) {
  const QVariant position = itemData(index, kPositionRole);
  if (!position.isValid()) return;  // a heading
  DeviceId id;
  if (position.toInt() == kAway) id = wanted_;
  if (position.toInt() >= 0) id = devices_[size_t(position.toInt())].id;
  if (id == wanted_) return;
  wanted_ = id;
  wantedLabel_ = position.toInt() >= 0 ? labelOf(devices_[size_t(position.toInt())]) : QString();
  emit deviceChosen(id);
}

}  // namespace earwitness::gui
