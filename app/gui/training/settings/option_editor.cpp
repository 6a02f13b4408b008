// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/option_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>
#include <QWheelEvent>
#include <cmath>

#include "app/gui/base/icons.h"
#include "app/gui/widgets/number_box.h"

namespace earwitness::gui {

namespace {

using Kind = TrainOption::Kind;
using OnEdited = std::function<void(const nlohmann::json& value)>;

constexpr int kFieldWidth = 150;
constexpr int kWideWidth = 270;

struct Text {
  Q_DECLARE_TR_FUNCTIONS(OptionEditor)
};

double numberIn(const nlohmann::json& value) {
  return value.is_number() ? value.get<double>() : 0.0;
}

std::string wordIn(const nlohmann::json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

/// "1, 2, 3" or "[2, 2], [1, 1]", without the outer brackets.
QString listText(const nlohmann::json& value) {
  if (!value.is_array()) return {};
  QString text = QString::fromStdString(value.dump());
  text.replace(QStringLiteral(","), QStringLiteral(", "));
  return text.mid(1, text.size() - 2);
}

/// Null where it is no list.
nlohmann::json listIn(const QString& text, bool wholeOnly) {
  QString inside = text.trimmed();
  while (inside.endsWith(u',')) inside.chop(1);
  auto list = nlohmann::json::parse('[' + inside.toStdString() + ']', nullptr, false);
  if (!list.is_array()) return {};
  for (const auto& entry : list)
    if (entry.is_string() || entry.is_object() || (wholeOnly && !entry.is_number_integer()))
      return {};
  return list;
}

/// Rolling over it scrolls the page instead of changing it.
class CalmCombo : public QComboBox {
 public:
  using QComboBox::QComboBox;

 protected:
  void wheelEvent(QWheelEvent* event) override {
    if (hasFocus())
      QComboBox::wheelEvent(event);
    else
      event->ignore();
  }
};

OptionEditor numberEditor(const TrainOption& option, QWidget* parent, OnEdited onEdited) {
  const bool isWhole = option.kind == Kind::Whole;
  auto* box = new NumberBox(option.lowest, option.highest, parent);
  if (isWhole) box->setDecimals(0);
  box->setSuffix(option.unit);
  box->setSpecialValueText(option.atLowest);
  box->setFixedWidth(option.atLowest.size() > 12 ? kWideWidth : kFieldWidth);
  QObject::connect(box, &NumberBox::valueChanged, box, [isWhole, onEdited](double value) {
    onEdited(isWhole ? nlohmann::json(std::llround(value)) : nlohmann::json(value));
  });
  return {box, box, [box](const nlohmann::json& value) {
            const QSignalBlocker quiet(box);
            const double number = numberIn(value);
            // What is written stays as it is written while it says the same.
            if (box->value() != number) box->setValue(number);
          }};
}

OptionEditor switchEditor(const TrainOption&, QWidget* parent, OnEdited onEdited) {
  auto* box = new QCheckBox(parent);
  QObject::connect(box, &QCheckBox::toggled, box, [onEdited](bool on) { onEdited(on); });
  return {box, box, [box](const nlohmann::json& value) {
            const QSignalBlocker quiet(box);
            box->setChecked(value.is_boolean() && value.get<bool>());
          }};
}

OptionEditor choiceEditor(const TrainOption& option, QWidget* parent, OnEdited onEdited) {
  auto* combo = new CalmCombo(parent);
  combo->setFocusPolicy(Qt::StrongFocus);
  combo->setFixedWidth(kWideWidth);
  for (const auto& [word, text] : option.choices)
    combo->addItem(text, QString::fromStdString(word));
  QObject::connect(combo, &QComboBox::currentIndexChanged, combo, [combo, onEdited](int index) {
    if (index >= 0) onEdited(combo->itemData(index).toString().toStdString());
  });
  return {combo, combo, [combo](const nlohmann::json& value) {
            const QSignalBlocker quiet(combo);
            const QString word = QString::fromStdString(wordIn(value));
            if (combo->findData(word) < 0 && !word.isEmpty()) combo->addItem(word, word);
            combo->setCurrentIndex(combo->findData(word));
          }};
}

OptionEditor textEditor(QWidget* parent, OnEdited onEdited) {
  auto* line = new QLineEdit(parent);
  line->setFixedWidth(kWideWidth);
  QObject::connect(line, &QLineEdit::textEdited, line,
                   [onEdited](const QString& text) { onEdited(text.toStdString()); });
  return {line, line, [line](const nlohmann::json& value) {
            const QString text = QString::fromStdString(wordIn(value));
            if (line->text() != text) line->setText(text);
          }};
}

/// Puts a button next to an editor's line, which opens a dialog for `onChosen`.
OptionEditor withDialog(OptionEditor editor, QWidget* row, const TrainOption& option,
                        std::function<void(const QStringList& paths)> onChosen) {
  const bool folder = option.kind == Kind::Folders;
  const auto mode = folder                       ? QFileDialog::Directory
                    : option.kind == Kind::Files ? QFileDialog::ExistingFiles
                                                 : QFileDialog::ExistingFile;
  auto* choose = new QToolButton(row);
  choose->setIcon(icon(Glyph::Folder));
  choose->setToolTip(folder ? Text::tr("Choose a folder…") : Text::tr("Choose a file…"));
  choose->setAccessibleName(
      (folder ? Text::tr("Choose a folder for: %1") : Text::tr("Choose a file for: %1"))
          .arg(option.name));
  QObject::connect(choose, &QToolButton::clicked, row, [row, onChosen, mode, name = option.name] {
    auto* dialog = new QFileDialog(row, name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    QObject::connect(dialog, &QFileDialog::filesSelected, row, onChosen);
    dialog->open();
  });
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(editor.widget);
  layout->addWidget(choose);
  editor.widget = row;
  return editor;
}

OptionEditor fileEditor(const TrainOption& option, QWidget* parent, OnEdited onEdited) {
  auto* row = new QWidget(parent);
  return withDialog(textEditor(row, onEdited), row, option, [onEdited](const QStringList& files) {
    if (!files.isEmpty()) onEdited(files.first().toStdString());
  });
}

QString pathsText(const nlohmann::json& value) {
  QStringList paths;
  if (value.is_array())
    for (const auto& path : value) paths << QString::fromStdString(wordIn(path));
  return paths.join(QStringLiteral("; "));
}

nlohmann::json pathsIn(const QString& text) {
  auto paths = nlohmann::json::array();
  for (const QString& path : text.split(u';'))
    if (!path.trimmed().isEmpty()) paths.push_back(path.trimmed().toStdString());
  return paths;
}

OptionEditor pathsEditor(const TrainOption& option, QWidget* parent, OnEdited onEdited) {
  auto* row = new QWidget(parent);
  auto* line = new QLineEdit(row);
  line->setFixedWidth(kWideWidth);
  QObject::connect(line, &QLineEdit::textEdited, line,
                   [onEdited](const QString& text) { onEdited(pathsIn(text)); });
  const OptionEditor editor{line, line, [line](const nlohmann::json& value) {
                              if (pathsIn(line->text()) != value) line->setText(pathsText(value));
                            }};
  return withDialog(editor, row, option, [line, onEdited](const QStringList& chosen) {
    nlohmann::json paths = pathsIn(line->text());
    for (const QString& path : chosen) paths.push_back(path.toStdString());
    onEdited(paths);
  });
}

OptionEditor listEditor(const TrainOption& option, QWidget* parent, OnEdited onEdited) {
  const bool wholeOnly = option.kind == Kind::WholeList;
  auto* line = new QLineEdit(parent);
  line->setFixedWidth(kWideWidth);
  QObject::connect(line, &QLineEdit::textEdited, line, [=](const QString& text) {
    if (const auto list = listIn(text, wholeOnly); list.is_array()) onEdited(list);
  });
  const auto show = [line, wholeOnly](const nlohmann::json& value) {
    if (listIn(line->text(), wholeOnly) != value) line->setText(listText(value));
  };
  // What is no list does not stand there as if it counted.
  QObject::connect(line, &QLineEdit::editingFinished, line, [=] {
    if (listIn(line->text(), wholeOnly).is_null()) line->undo();
  });
  return {line, line, show};
}

}  // namespace

OptionEditor makeOptionEditor(const TrainOption& option, QWidget* parent, OnEdited onEdited) {
  switch (option.kind) {
    case Kind::Whole:
    case Kind::Number:
      return numberEditor(option, parent, std::move(onEdited));
    case Kind::Switch:
      return switchEditor(option, parent, std::move(onEdited));
    case Kind::Choice:
      return choiceEditor(option, parent, std::move(onEdited));
    case Kind::File:
      return fileEditor(option, parent, std::move(onEdited));
    case Kind::Files:
    case Kind::Folders:
      return pathsEditor(option, parent, std::move(onEdited));
    case Kind::WholeList:
    case Kind::JsonList:
      return listEditor(option, parent, std::move(onEdited));
    case Kind::Text:
      break;
  }
  return textEditor(parent, std::move(onEdited));
}

QString optionText(const TrainOption& option, const nlohmann::json& value) {
  if (value.is_boolean()) return value.get<bool>() ? Text::tr("on") : Text::tr("off");
  if (option.kind == Kind::Files || option.kind == Kind::Folders)
    return value.empty() ? Text::tr("none") : pathsText(value);
  if (value.is_array()) return value.empty() ? Text::tr("empty") : listText(value);
  if (value.is_number()) {
    const double number = value.get<double>();
    if (number == option.lowest && !option.atLowest.isEmpty()) return option.atLowest;
    return QLocale().toString(number, 'g', 10) + option.unit;
  }
  const std::string word = wordIn(value);
  for (const auto& [name, text] : option.choices)
    if (name == word) return text;
  return word.empty() ? Text::tr("empty") : QString::fromStdString(word);
}

}  // namespace earwitness::gui
