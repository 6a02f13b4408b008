// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/cost_text.h"

#include <QCoreApplication>
#include <QLocale>

#include "app/gui/base/core_text.h"
#include "app/gui/services/file_text.h"
#include "core/base/message_json.h"
#include "core/runs/search_rungs.h"

namespace earwitness::gui {

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(CostText)
};

bool has(const nlohmann::json& answer, const char* key) {
  return answer.contains(key) && answer.at(key).is_number();
}

QString shortCount(double count) {
  const QLocale locale;
  if (count >= 1e9) return Text::tr("%1 G").arg(locale.toString(count / 1e9, 'f', 1));
  return Text::tr("%1 M").arg(locale.toString(count / 1e6, 'f', 1));
}

QString bytesText(double bytes) {
  return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat);
}

}  // namespace

QString costText(const nlohmann::json& answer, double freeBytes, const SearchSize& search) {
  const QLocale locale;
  QStringList parts;
  if (has(answer, "seconds")) {
    const auto seconds = answer["seconds"].get<double>();
    if (search.trials > 0) {
      const double share = double(searchEpochs(search.trials, search.epochs)) / search.epochs;
      parts << Text::tr("About %1 in total for %n trials; weaker ones stop early", nullptr,
                        search.trials)
                   .arg(timeLeftText(seconds * share));
    } else {
      parts << Text::tr("About %1").arg(timeLeftText(seconds));
    }
  }
  if (has(answer, "parameters"))
    parts << Text::tr("%1 parameters").arg(locale.toString(answer["parameters"].get<qlonglong>()));
  if (has(answer, "multiply_adds")) {
    const QString count = shortCount(answer["multiply_adds"].get<double>());
    parts << (has(answer, "window_seconds")
                  ? Text::tr("%1 multiply-adds per window of %2 s")
                        .arg(count, locale.toString(answer["window_seconds"].get<double>(), 'g', 4))
                  : Text::tr("%1 multiply-adds").arg(count));
  }
  if (has(answer, "disk_bytes")) {
    const QString needed = bytesText(answer["disk_bytes"].get<double>());
    parts << (freeBytes < 0.0 ? Text::tr("%1 on disk").arg(needed)
                              : Text::tr("%1 on disk (%2 free)").arg(needed, bytesText(freeBytes)));
  }
  return parts.join(QStringLiteral(" · "));
}

QStringList costWarnings(const nlohmann::json& answer, double freeBytes) {
  QStringList warnings;
  if (has(answer, "disk_bytes") && freeBytes >= 0.0 &&
      answer["disk_bytes"].get<double>() > freeBytes)
    warnings << Text::tr("Not enough disk space: %1 needed, %2 free.")
                    .arg(bytesText(answer["disk_bytes"].get<double>()), bytesText(freeBytes));
  for (const Message& warning : messagesIn(answer, "warnings")) warnings << coreText(warning);
  return warnings;
}

QString splitText(const nlohmann::json& answer) {
  if (!has(answer, "training_clips") || !has(answer, "validation_clips")) return {};
  const QLocale locale;
  QString text = Text::tr("Training clips: %1; validation clips: %2")
                     .arg(locale.toString(answer["training_clips"].get<qlonglong>()),
                          locale.toString(answer["validation_clips"].get<qlonglong>()));
  if (const Message split = messageIn(answer, "split"); !split.empty())
    text += Text::tr(" (%1)").arg(coreText(split));
  return text;
}

}  // namespace earwitness::gui
