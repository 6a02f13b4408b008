// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

using Modules = std::set<std::string>;

struct Module {
  std::string folder;
  Modules uses;
};

/// Which modules a module may include, besides itself. A module is a folder of source files; what
/// is further down in core belongs to its module. A module may use some of those before it in this
/// order and none after it, so there are no cycles. Features of the window do not use each other.
const std::vector<Module> kModules = {
    {"core/base", {}},
    {"core/features", {"core/base"}},
    {"core/audio", {"core/base"}},
    {"core/events", {"core/base", "core/audio", "core/features"}},
    {"core/listening", {"core/base", "core/audio", "core/features", "core/events"}},
    {"core/monitoring", {"core/base", "core/audio", "core/events", "core/listening"}},
    {"core/data",
     {"core/base", "core/audio", "core/features", "core/listening", "core/monitoring"}},
    {"core/augmentation", {"core/base", "core/features", "core/data"}},
    {"core/network", {"core/base", "core/features", "core/listening"}},
    {"core/runs", {"core/base", "core/augmentation"}},
    {"core/inference",
     {"core/base", "core/audio", "core/listening", "core/data", "core/network", "core/runs"}},
    {"core/training",
     {"core/base", "core/audio", "core/features", "core/listening", "core/data",
      "core/augmentation", "core/network", "core/runs", "core/inference"}},
    {"app/cli",
     {"core/base", "core/audio", "core/features", "core/events", "core/listening",
      "core/monitoring", "core/data", "core/network", "core/runs", "core/inference",
      "core/training"}},
    {"app/gui/base", {"core/base", "core/audio", "core/listening"}},
    {"app/gui/widgets", {"core/base", "core/audio", "core/features", "app/gui/base"}},
    {"app/gui/services",
     {"core/base", "core/audio", "core/features", "core/events", "core/listening",
      "core/monitoring", "app/gui/base", "app/gui/widgets"}},
    {"app/gui/sound_view",
     {"core/base", "core/audio", "core/features", "core/events", "core/listening",
      "core/monitoring", "core/data", "app/gui/base", "app/gui/widgets", "app/gui/services"}},
    {"app/gui/live",
     {"core/base", "core/listening", "app/gui/base", "app/gui/widgets", "app/gui/services",
      "app/gui/sound_view"}},
    {"app/gui/files",
     {"core/base", "core/audio", "core/events", "core/listening", "app/gui/base", "app/gui/widgets",
      "app/gui/services", "app/gui/sound_view"}},
    {"app/gui/events",
     {"core/events", "core/monitoring", "app/gui/base", "app/gui/widgets", "app/gui/services",
      "app/gui/sound_view"}},
    {"app/gui/history",
     {"core/base", "core/events", "core/monitoring", "app/gui/base", "app/gui/widgets",
      "app/gui/services", "app/gui/sound_view"}},
    {"app/gui/models",
     {"core/base", "core/features", "core/listening", "app/gui/base", "app/gui/widgets",
      "app/gui/services", "app/gui/sound_view"}},
    {"app/gui/settings", {"core/base", "core/monitoring", "app/gui/base", "app/gui/widgets"}},
    {"app/gui/teaching",
     {"core/base", "core/listening", "app/gui/base", "app/gui/widgets", "app/gui/services",
      "app/gui/sound_view"}},
    {"app/gui/log",
     {"core/base", "core/audio", "core/listening", "app/gui/base", "app/gui/services"}},
    {"app/gui/training",
     {"core/base", "core/audio", "core/monitoring", "core/data", "core/runs", "app/gui/base",
      "app/gui/widgets"}},
    {"app/gui/training/sounds",
     {"core/base", "core/audio", "core/data", "app/gui/base", "app/gui/widgets", "app/gui/services",
      "app/gui/sound_view", "app/gui/training"}},
    {"app/gui/training/settings",
     {"core/base", "core/audio", "core/features", "core/listening", "core/data",
      "core/augmentation", "core/runs", "app/gui/base", "app/gui/widgets", "app/gui/services",
      "app/gui/training"}},
    {"app/gui/training/run",
     {"core/base", "core/listening", "core/data", "core/runs", "app/gui/base", "app/gui/widgets",
      "app/gui/services", "app/gui/training"}},
    {"app/gui/training/result",
     {"core/base", "core/features", "core/listening", "core/data", "core/runs", "app/gui/base",
      "app/gui/widgets", "app/gui/services", "app/gui/sound_view", "app/gui/training"}},
    {"app/gui/training/runs",
     {"core/base", "core/runs", "app/gui/base", "app/gui/widgets", "app/gui/training"}},
    {"app/gui/training/search",
     {"core/base", "core/runs", "app/gui/base", "app/gui/widgets", "app/gui/training"}},
    {"app/gui/training/studio",
     {"core/runs", "app/gui/base", "app/gui/widgets", "app/gui/services", "app/gui/training",
      "app/gui/training/result", "app/gui/training/run", "app/gui/training/runs",
      "app/gui/training/search", "app/gui/training/settings", "app/gui/training/sounds"}},
    {"app/gui/shell",
     {"core/base",
      "core/audio",
      "core/listening",
      "core/monitoring",
      "app/gui/base",
      "app/gui/widgets",
      "app/gui/history",
      "app/gui/services",
      "app/gui/log",
      "app/gui/settings",
      "app/gui/sound_view",
      "app/gui/events",
      "app/gui/files",
      "app/gui/live",
      "app/gui/models",
      "app/gui/teaching",
      "app/gui/training",
      "app/gui/training/run",
      "app/gui/training/settings",
      "app/gui/training/studio"}},
};

struct Include {
  std::string file;
  std::string module;    ///< of the file
  std::string included;  ///< as it is written
};

bool isLocal(const std::string& included) {
  return included.starts_with("core/") || included.starts_with("app/");
}

/// "core/data" of "core/data/layouts/esc50.cpp", "app/gui/live" of "app/gui/live/live_pane.h".
std::string moduleOf(const std::string& file) {
  const std::string folder = file.substr(0, file.rfind('/'));
  if (!folder.starts_with("core/")) return folder;
  return folder.substr(0, folder.find('/', std::string("core/").size()));
}

std::vector<Include> readIncludes() {
  static const QRegularExpression include("^\\s*#\\s*include\\s*[\"<]([^\">]+)[\">]",
                                          QRegularExpression::MultilineOption);
  const QDir root(EARWITNESS_SOURCE_DIR);
  std::vector<Include> includes;
  for (const char* top : {"core", "app"}) {
    QDirIterator files(root.filePath(top), {"*.cpp", "*.h", "*.h.in"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
      QFile file(files.next());
      if (!file.open(QIODevice::ReadOnly)) qFatal("%s cannot be read", qPrintable(file.fileName()));
      const QString text = QString::fromUtf8(file.readAll());
      const std::string name = root.relativeFilePath(file.fileName()).toStdString();
      for (auto found = include.globalMatch(text); found.hasNext();)
        includes.push_back({name, moduleOf(name), found.next().captured(1).toStdString()});
    }
  }
  return includes;
}

}  // namespace

/// The modules of core and app use each other as kModules says.
class TestDependencies : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    includes_ = readIncludes();
    QVERIFY(includes_.size() > 1000);
  }

  void modulesUseOnlyThoseBeforeThem() {
    Modules before;
    for (const Module& module : kModules) {
      for (const std::string& used : module.uses)
        QVERIFY2(before.contains(used), (module.folder + " uses " + used).c_str());
      QVERIFY2(before.insert(module.folder).second, module.folder.c_str());
    }
  }

  void includesAreAllowed() {
    std::map<std::string, Modules> allowed;
    for (const Module& module : kModules) allowed[module.folder] = module.uses;
    for (const Include& include : includes_) {
      QVERIFY2(allowed.contains(include.module),
               (include.file + " is in a folder that is not in the table").c_str());
      if (!isLocal(include.included)) continue;
      const std::string used = moduleOf(include.included);
      QVERIFY2(used == include.module || allowed[include.module].contains(used),
               (include.file + " includes " + include.included).c_str());
    }
  }

  /// So that the table says what is, and a new dependency is seen in the review.
  void theTableAllowsNothingThatIsUnused() {
    std::map<std::string, Modules> used;
    for (const Include& include : includes_)
      if (isLocal(include.included)) used[include.module].insert(moduleOf(include.included));
    for (const Module& module : kModules)
      for (const std::string& each : module.uses)
        QVERIFY2(used[module.folder].contains(each),
                 (module.folder + " does not use " + each).c_str());
  }

  /// Core is without Qt, and only the three upper modules know LibTorch.
  void librariesStayWhereTheyAre() {
    const Modules withTorch = {"core/network", "core/inference", "core/training"};
    for (const Include& include : includes_) {
      const std::string& name = include.included;
      const bool isQt = name.size() > 1 && name[0] == 'Q' && std::isupper(name[1]) != 0;
      const bool isTorch =
          name.starts_with("torch/") || name.starts_with("ATen/") || name.starts_with("c10/");
      const std::string found = include.file + " includes " + name;
      if (include.file.starts_with("core/") || include.module == "app/cli")
        QVERIFY2(!isQt, found.c_str());
      if (isTorch) QVERIFY2(withTorch.contains(include.module), found.c_str());
    }
  }

 private:
  std::vector<Include> includes_;
};

QTEST_APPLESS_MAIN(TestDependencies)
#include "test_dependencies.moc"
