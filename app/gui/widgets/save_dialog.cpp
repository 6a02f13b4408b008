// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/save_dialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontMetrics>
#include <QMessageBox>
#include <QPushButton>
#include <QWidget>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>

#include "app/gui/base/text_format.h"
#include "core/base/file_names.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

constexpr int kWidestName = 400;  // pixels, of a file in a question

struct Text {
  Q_DECLARE_TR_FUNCTIONS(SaveDialog)
};

bool hasEnding(const QString& file, const QString& ending) {
  return file.endsWith(ending, Qt::CaseInsensitive);
}

/// The name alone, without the ending of any of the kinds.
QString stemOf(const QString& file, const std::vector<FileKind>& kinds) {
  const QString name = QFileInfo(file).fileName();
  qsizetype longest = 0;
  for (const FileKind& kind : kinds)
    if (hasEnding(name, kind.ending)) longest = std::max(longest, kind.ending.size());
  return name.chopped(longest);
}

QString freeName(const QString& folder, const QString& stem, const QString& ending) {
  return textOf(
      freePath(folder.toStdString(), stem.toStdString(), ending.toStdString()).filename());
}

int kindOf(const QFileDialog& dialog, const std::vector<FileKind>& kinds) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const FileKind& kind) {
    return kind.filter == dialog.selectedNameFilter();
  });
  return found == kinds.end() ? 0 : int(found - kinds.begin());
}

}  // namespace

std::pair<QString, int> completedName(const QString& file, int kind,
                                      const std::vector<FileKind>& kinds) {
  const QString& wanted = kinds[size_t(kind)].ending;
  if (hasEnding(file, wanted)) return {file, kind};
  int other = -1;
  for (size_t i = 0; i < kinds.size(); ++i)
    if (hasEnding(file, kinds[i].ending) &&
        (other < 0 || kinds[i].ending.size() > kinds[size_t(other)].ending.size()))
      other = int(i);
  if (other < 0) return {file + wanted, kind};
  // A Raven table may be called .txt as Audacity's labels are.
  return {file, hasEnding(wanted, kinds[size_t(other)].ending) ? kind : other};
}

void askBeforeReplacing(QWidget* window, const QString& file, std::function<void()> replace,
                        std::function<void()> keep) {
  std::error_code none;
  if (!fs::is_regular_file(file.toStdString(), none)) return replace();
  auto* box = new QMessageBox(QMessageBox::Warning, Text::tr("Replace file"), {},
                              QMessageBox::Cancel, window);
  box->setObjectName(QStringLiteral("replaceQuestion"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setText(Text::tr("The file “%1” already exists. Replace it?")
                   .arg(QFontMetrics(box->font())
                            .elidedText(QFileInfo(file).fileName(), Qt::ElideMiddle, kWidestName)));
  box->setInformativeText(Text::tr("Its current contents will be lost."));
  const QPushButton* yes = box->addButton(Text::tr("&Replace"), QMessageBox::DestructiveRole);
  box->setDefaultButton(QMessageBox::Cancel);
  QObject::connect(box, &QMessageBox::finished, window,
                   [box, yes, replace = std::move(replace), keep = std::move(keep)] {
                     if (box->clickedButton() == yes) return replace();
                     if (keep) keep();
                   });
  box->open();
}

void askWhereToSave(QWidget* window, const SaveRequest& request,
                    std::function<void(const QString& file, int kind)> chosen) {
  auto* dialog = new QFileDialog(window, request.title, request.folder);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  // The ending comes after what the dialog would look for, so the question is asked here.
  dialog->setOption(QFileDialog::DontConfirmOverwrite);
  QStringList filters;
  for (const FileKind& kind : request.kinds) filters.append(kind.filter);
  dialog->setNameFilters(filters);
  const auto propose = [dialog, request](const QString& stem, int kind) {
    dialog->selectFile(
        freeName(dialog->directory().absolutePath(), stem, request.kinds[size_t(kind)].ending));
  };
  propose(request.stem, 0);
  auto proposed = std::make_shared<QString>(dialog->selectedFiles().value(0));
  QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [=] {
    const QString typed = dialog->selectedFiles().value(0);
    const int kind = kindOf(*dialog, request.kinds);
    // The dialog itself may have changed the ending already.
    if (stemOf(typed, request.kinds) != stemOf(*proposed, request.kinds)) {
      dialog->selectFile(stemOf(typed, request.kinds) + request.kinds[size_t(kind)].ending);
      return;
    }
    propose(request.stem, kind);
    *proposed = dialog->selectedFiles().value(0);
  });
  QObject::connect(dialog, &QFileDialog::fileSelected, window,
                   [=, chosen = std::move(chosen)](const QString& typed) {
                     const auto [file, kind] =
                         completedName(typed, kindOf(*dialog, request.kinds), request.kinds);
                     askBeforeReplacing(
                         window, file, [chosen, file = file, kind = kind] { chosen(file, kind); },
                         [=, file = file] {
                           SaveRequest again = request;
                           again.folder = QFileInfo(file).absolutePath();
                           again.stem = stemOf(file, request.kinds);
                           askWhereToSave(window, again, chosen);
                         });
                   });
  dialog->open();
}

}  // namespace earwitness::gui
