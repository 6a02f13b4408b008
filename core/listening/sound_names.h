// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/events/label_hierarchy.h"
#include "core/listening/model_description.h"

namespace earwitness {

/// By what classes are sorted where a model has hundreds of them.
enum class SoundGroup {
  People,
  Animals,
  Music,
  Vehicles,
  Household,
  Nature,
  Machines,
  Alarms,
  Impacts,
  Other
};

/// One row of resources/labels/sounds.csv.
struct SoundName {
  std::string id;       ///< AudioSet's (/m/...); empty for labels that only bundled models have
  std::string name;     ///< English, as AudioSet or the bundled model writes it
  std::string russian;  ///< as a Russian window shows it
  std::vector<std::string> parents;  ///< ids of the more general classes, one level up
  SoundGroup group = SoundGroup::Other;
  bool alarm = false;  ///< models with many labels alert on it by default
};

/// Names, hierarchy and groups of the sounds that Earwitness knows about. Immutable after parse().
/// Thread: any.
class SoundTable {
 public:
  /// Reads the columns id, name, russian, parents, group and alarm. `source` names the text in
  /// errors. Throws Error on missing columns, unknown groups or parents, an id that occurs twice,
  /// and a class that is its own ancestor.
  static SoundTable parse(std::string_view csv, const std::string& source);
  /// The table that is compiled into the program, parsed at the first call.
  static const SoundTable& builtIn();

  const std::vector<SoundName>& sounds() const { return sounds_; }
  /// nullptr if no sound has the id; an empty id is no sound's.
  const SoundName* withId(std::string_view id) const;
  /// The sound that goes by an English label, whatever its capitals; underscores count as blanks.
  /// nullptr if there is none.
  const SoundName* named(std::string_view label) const;
  /// Ids of all classes that are more general than `id`, each once, nearest first.
  std::vector<std::string> ancestors(std::string_view id) const;

 private:
  void checkHierarchy(const std::string& source) const;

  std::vector<SoundName> sounds_;
  std::unordered_map<std::string, size_t> byId_;
  std::unordered_map<std::string, size_t> byName_;
};

/// AudioSet's ids of a model's labels (`card["label_ids"]`), one per label; empty if the model has
/// none, or another number of them.
std::vector<std::string> labelIds(const ModelDescription& model);

/// What the table knows of each label of a model: by the label's id if it has one, else by its
/// name. nullptr for labels that are not in the table.
std::vector<const SoundName*> soundsOf(const ModelDescription& model, const SoundTable& table);

/// Which labels of a model are more general than others, by its ids. Empty, so that nothing is
/// hidden, for models without ids and for models that name one sound at a time.
LabelHierarchy hierarchyOf(const ModelDescription& model,
                           const SoundTable& table = SoundTable::builtIn());

/// From this number of labels on, a model counts as one with many labels: the window offers to
/// search them, and only those with SoundName::alarm alert by default.
inline constexpr size_t kManyLabels = 100;

/// The classes that alert until the user decides otherwise: those of the short list of a model with
/// many labels. One value per label.
std::vector<bool> defaultAlerts(const ModelDescription& model,
                                const SoundTable& table = SoundTable::builtIn());

}  // namespace earwitness
