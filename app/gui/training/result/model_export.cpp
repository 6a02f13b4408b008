// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result/model_export.h"

#include <QCoreApplication>

#include "app/gui/services/model_files.h"
#include "app/gui/sound_view/model_card_text.h"
#include "core/base/atomic_file.h"
#include "core/base/content_hash.h"
#include "core/listening/model_description.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

/// Signs that Markdown takes for its own are written as they are.
QString escaped(const QString& text) {
  QString safe;
  for (const QChar sign : text) {
    if (QStringLiteral("\\`*_{}[]<>#|").contains(sign)) safe += u'\\';
    safe += sign == u'\n' ? QChar(u' ') : sign;
  }
  return safe;
}

QString cardMarkdown(const ModelDescription& model) {
  QString text = QStringLiteral("# %1\n").arg(escaped(QString::fromStdString(model.name)));
  for (const CardSection& section : cardSections(model)) {
    text += QStringLiteral("\n## %1\n\n").arg(escaped(section.title));
    for (const auto& [name, value] : section.rows)
      text += name.isEmpty() ? QStringLiteral("- %1\n").arg(escaped(value))
                             : QStringLiteral("- **%1:** %2\n").arg(escaped(name), escaped(value));
  }
  text += QStringLiteral("\n## %1\n\n").arg(QCoreApplication::translate("ModelCard", "Labels"));
  for (const std::string& label : model.labels)
    text += QStringLiteral("- %1\n").arg(escaped(QString::fromStdString(label)));
  return text;
}

}  // namespace

fs::path addToOwnModels(const fs::path& model) {
  const std::string content = hashOfFile(model);
  std::error_code none;
  const auto size = fs::file_size(model, none);
  for (const fs::path& own : ownModels())
    if (fs::file_size(own, none) == size && hashOfFile(own) == content) return own;
  const fs::path file = freeOwnModelFile(readModelDescription(model).name);
  copyModel(model, file);
  return file;
}

void copyModel(const fs::path& model, const fs::path& to) {
  std::error_code none;
  if (fs::equivalent(model, to, none)) return;
  writeFileAtomically(to, readFile(model));
}

fs::path exportModel(const fs::path& model, const fs::path& to, CardFormat format) {
  const ModelDescription description = readModelDescription(model);
  copyModel(model, to);
  const char* const ending = format == CardFormat::Markdown ? "-card.md" : "-card.txt";
  const QString text = format == CardFormat::Markdown
                           ? cardMarkdown(description)
                           : cardPlainText(description, cardSections(description));
  return writeNewFile(to.parent_path(), to.stem().string(), ending, text.toStdString());
}

}  // namespace earwitness::gui
