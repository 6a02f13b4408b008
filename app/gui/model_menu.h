#pragma once

#include <QObject>
#include <filesystem>
#include <vector>

class QMenu;

namespace earwitness::gui {

/// The models that can be switched to: the bundled ones, the one in use, and "Open model…".
/// Thread: GUI.
class ModelMenu : public QObject {
  Q_OBJECT
 public:
  ModelMenu(QMenu* menu, QWidget* window);

  void setModels(std::vector<std::filesystem::path> bundled);
  void setCurrent(const std::filesystem::path& file);

 signals:
  void chosen(const QString& file);

 private:
  void rebuild();
  void askForFile();

  QMenu* menu_;
  QWidget* window_;
  std::vector<std::filesystem::path> models_;
  std::filesystem::path current_;
};

}  // namespace earwitness::gui
