// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/model_library.h"

#include <QFile>
#include <algorithm>
#include <functional>
#include <memory>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/services/model_files.h"
#include "core/base/error.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

LibraryModel readModel(const fs::path& file, LibraryModel::Origin origin) {
  LibraryModel model{.file = file, .origin = origin, .description = {}, .problem = {}};
  try {
    model.description = readModelDescription(file);
  } catch (const std::exception&) {
    model.problem = shownProblem();
  }
  return model;
}

/// Those that were opened are listed while they are there.
std::vector<LibraryModel> readModels(const std::vector<fs::path>& bundled,
                                     const std::vector<fs::path>& opened) {
  std::vector<LibraryModel> models;
  std::vector<fs::path> own;
  try {
    own = ownModels();
  } catch (const Error&) {  // without a home there are none
  }
  const auto add = [&models](const std::vector<fs::path>& files, LibraryModel::Origin origin) {
    for (const fs::path& file : files) {
      const bool known = std::any_of(models.begin(), models.end(),
                                     [&file](const LibraryModel& old) { return old.file == file; });
      if (!known) models.push_back(readModel(file, origin));
    }
  };
  add(bundled, LibraryModel::Origin::Bundled);
  add(own, LibraryModel::Origin::Own);
  std::vector<fs::path> present;
  std::error_code none;
  std::copy_if(opened.begin(), opened.end(), std::back_inserter(present),
               [&none](const fs::path& file) { return fs::is_regular_file(file, none); });
  add(present, LibraryModel::Origin::Opened);
  return models;
}

void moveToTrash(const fs::path& file) {
  const QString path = QString::fromStdString(file.string());
  if (QFile::moveToTrash(path)) return;
  std::error_code error;
  if (!fs::remove(file, error) && error)
    throw Error("The model file '%1' cannot be removed: %2.", file, error.message());
}

}  // namespace

QString LibraryModel::name() const {
  return QString::fromStdString(problem.isEmpty() ? description.name : file.stem().string());
}

ModelLibrary::ModelLibrary(QObject* parent) : QObject(parent) {}

const LibraryModel* ModelLibrary::find(const fs::path& file) const {
  const auto found =
      std::find_if(models_.begin(), models_.end(),
                   [&file](const LibraryModel& model) { return model.file == file; });
  return found == models_.end() ? nullptr : &*found;
}

void ModelLibrary::refresh() {
  change([] {});
}

void ModelLibrary::setBundled(std::vector<fs::path> files) {
  bundled_ = std::move(files);
  refresh();
}

void ModelLibrary::setCurrent(const fs::path& file) {
  current_ = file;
  if (find(file) != nullptr) {
    emit changed();
    return;
  }
  if (!file.empty() && std::find(opened_.begin(), opened_.end(), file) == opened_.end())
    opened_.push_back(file);
  refresh();
}

void ModelLibrary::rename(const fs::path& file, const QString& name) {
  change([file, text = name.toStdString()] {
    ModelDescription description = readModelDescription(file);
    description.name = text;
    replaceModelDescription(file, description, file);
  });
}

void ModelLibrary::remove(const fs::path& file) {
  change([file] { moveToTrash(file); });
}

/// Does it and lists the models, in the background. Of several calls at once the last one's list is
/// taken.
void ModelLibrary::change(const std::function<void()>& work) {
  const int request = ++request_;
  auto models = std::make_shared<std::vector<LibraryModel>>();
  auto problem = std::make_shared<QString>();
  inBackground(
      this,
      [work, models, problem, bundled = bundled_, opened = opened_] {
        try {
          work();
        } catch (const std::exception&) {
          *problem = shownProblem();
        }
        *models = readModels(bundled, opened);
      },
      [this, models, problem, request] {
        if (!problem->isEmpty()) emit failed(*problem);
        if (request != request_) return;
        models_ = std::move(*models);
        emit changed();
      });
}

}  // namespace earwitness::gui
