// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "core/listening/taught_classes.h"

namespace earwitness::gui {

class ThumbnailMaker;

/// Taught classes, and below each of them its examples with their pictures. Only those in view are
/// made, in the background. Keys: Space and Return play, Delete removes, F2 renames. Thread: GUI.
class TaughtList : public QTreeWidget {
  Q_OBJECT
 public:
  static constexpr QSize kPictureSize{96, 32};
  enum Column { Name, Length, Time, Details, ColumnCount };

  /// A row.
  struct Entry {
    std::string className;
    std::string exampleId;  ///< empty: the class itself
    bool operator==(const Entry&) const = default;
  };
  using ClipOf = std::function<std::filesystem::path(const TaughtExample&)>;

  explicit TaughtList(QWidget* parent = nullptr);

  /// What is selected stays so, if it is still there.
  void setClasses(const TaughtClasses& classes, const ClipOf& clipOf);
  std::optional<Entry> current() const;

 signals:
  void playAsked();
  void removeAsked();
  void renamed(const QString& before, const QString& now);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  class Example;

  static Entry entryOf(const QTreeWidgetItem& item);
  void addClass(const TaughtClass& taught, const ClipOf& clipOf);
  void selectAgain(const std::optional<Entry>& entry);
  void takeName(QTreeWidgetItem* item, int column);
  void setLook();

  ThumbnailMaker* pictures_;
  bool isFilling_ = false;
};

}  // namespace earwitness::gui
