// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/shown_label.h"

#include <QCoreApplication>

#include "app/gui/base/language.h"
#include "app/gui/base/text_format.h"
#include "core/listening/sound_names.h"

namespace earwitness::gui {

QString shownLabel(const std::string& label) {
  if (spokenLanguage() == QLocale::Russian)
    if (const SoundName* sound = SoundTable::builtIn().named(label))
      return QString::fromStdString(sound->russian);
  return displayLabel(label);
}

QStringList shownLabels(const std::vector<std::string>& labels) {
  QStringList shown;
  for (const std::string& label : labels) shown.append(shownLabel(label));
  return shown;
}

QString groupText(SoundGroup group) {
  switch (group) {
    case SoundGroup::People:
      return QCoreApplication::translate("SoundGroup", "People");
    case SoundGroup::Animals:
      return QCoreApplication::translate("SoundGroup", "Animals");
    case SoundGroup::Music:
      return QCoreApplication::translate("SoundGroup", "Music");
    case SoundGroup::Vehicles:
      return QCoreApplication::translate("SoundGroup", "Vehicles");
    case SoundGroup::Household:
      return QCoreApplication::translate("SoundGroup", "Household");
    case SoundGroup::Nature:
      return QCoreApplication::translate("SoundGroup", "Nature");
    case SoundGroup::Machines:
      return QCoreApplication::translate("SoundGroup", "Tools and machines");
    case SoundGroup::Alarms:
      return QCoreApplication::translate("SoundGroup", "Alarms and signals");
    case SoundGroup::Impacts:
      return QCoreApplication::translate("SoundGroup", "Impacts and materials");
    case SoundGroup::Other:
      break;
  }
  return QCoreApplication::translate("SoundGroup", "Other");
}

bool isCalled(const std::string& label, const QString& name) {
  return shownLabel(label).compare(name, Qt::CaseInsensitive) == 0 ||
         displayLabel(label).compare(name, Qt::CaseInsensitive) == 0;
}

}  // namespace earwitness::gui
