#include "app/gui/live/device_combo.h"

#include <QRegularExpression>
#include <QSignalBlocker>
#include <algorithm>
#include <memory>

#include "app/gui/background.h"

namespace earwitness::gui {

namespace {
/// Index 0 is the system's default; the devices follow.
constexpr int kDefaultIndex = 0;

QString withoutHardwareNumber(const std::string& name) {
  static const QRegularExpression hardware(QStringLiteral(R"(\s*\(hw:\d+,\d+\)$)"));
  return QString::fromStdString(name).remove(hardware);
}

bool same(const std::vector<AudioDevice>& a, const std::vector<AudioDevice>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const AudioDevice& x, const AudioDevice& y) {
                      return x.id == y.id && x.isDefault == y.isDefault;
                    });
}
}  // namespace

QString deviceLabel(const std::string& deviceName) {
  const QString name = withoutHardwareNumber(deviceName);
  // What ALSA calls its bridges says nothing to people.
  if (name == QLatin1String("pulse")) return DeviceCombo::tr("PulseAudio");
  if (name == QLatin1String("pipewire")) return DeviceCombo::tr("PipeWire");
  if (name == QLatin1String("jack")) return DeviceCombo::tr("JACK");
  if (name == QLatin1String("default")) return DeviceCombo::tr("System default");
  return name;
}

DeviceId deviceNamed(const QString& name, const std::vector<AudioDevice>& devices) {
  for (const AudioDevice& device : devices)
    if (QString::fromStdString(device.id.name) == name || deviceLabel(device.id.name) == name)
      return device.id;
  for (const AudioDevice& device : devices)
    if (QString::fromStdString(device.id.name).contains(name, Qt::CaseInsensitive))
      return device.id;
  return {name.toStdString(), {}};
}

DeviceCombo::DeviceCombo(ListDevices listDevices, QWidget* parent)
    : QComboBox(parent), listDevices_(std::move(listDevices)) {
  setObjectName(QStringLiteral("deviceMenu"));
  setAccessibleName(tr("Microphone"));
  setToolTip(tr("Microphone to listen to"));
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(22);
  addItem(tr("System default"));
  connect(this, &QComboBox::activated, this, &DeviceCombo::choose);
}

void DeviceCombo::setWanted(const DeviceId& id) {
  wanted_ = id;
  fill(devices_);
}

void DeviceCombo::showPopup() {
  refresh();
  QComboBox::showPopup();
}

void DeviceCombo::refresh() {
  if (refreshing_) return;
  refreshing_ = true;
  auto devices = std::make_shared<std::vector<AudioDevice>>();
  inBackground(
      this,
      [devices, list = listDevices_] {
        try {
          *devices = list();
        } catch (const std::exception&) {
          devices->clear();  // the listener says what is wrong
        }
      },
      [this, devices] {
        refreshing_ = false;
        listed_ = true;
        if (!same(*devices, devices_)) fill(*devices);
        emit refreshed(int(devices->size()));
      });
}

void DeviceCombo::fill(const std::vector<AudioDevice>& devices) {
  const QSignalBlocker quiet(this);
  devices_ = devices;
  clear();
  const auto standard = std::find_if(devices_.begin(), devices_.end(),
                                     [](const AudioDevice& device) { return device.isDefault; });
  const QString standardName =
      standard == devices_.end() ? QString() : deviceLabel(standard->id.name);
  const QString systemDefault = tr("System default");
  addItem(standardName.isEmpty() || standardName == systemDefault
              ? systemDefault
              : tr("System default (%1)").arg(standardName));
  int current = wanted_.empty() ? kDefaultIndex : -1;
  for (const AudioDevice& device : devices_) {
    const QString label = deviceLabel(device.id.name);
    const bool twice = std::count_if(devices_.begin(), devices_.end(), [&](const AudioDevice& d) {
                         return deviceLabel(d.id.name) == label;
                       }) > 1;
    addItem(twice ? QString::fromStdString(device.id.name) : label);
    setItemData(count() - 1,
                tr("%1, %2").arg(QString::fromStdString(device.id.name),
                                 QString::fromStdString(device.id.hostApi)),
                Qt::ToolTipRole);
    if (device.id == wanted_) current = count() - 1;
  }
  if (current < 0) {
    addItem(tr("%1 (not connected)").arg(withoutHardwareNumber(wanted_.name)));
    current = count() - 1;
  }
  setCurrentIndex(current);
}

void DeviceCombo::choose(int index) {
  DeviceId id;
  if (index > kDefaultIndex)
    id = size_t(index) <= devices_.size() ? devices_[size_t(index) - 1].id : wanted_;
  if (id == wanted_) return;
  wanted_ = id;
  emit deviceChosen(id);
}

}  // namespace earwitness::gui
