// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/model_card_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "app/gui/base/core_text.h"
#include "app/gui/base/shown_label.h"
#include "core/base/message_json.h"
#include "core/listening/pipeline.h"

namespace earwitness::gui {

namespace {

using nlohmann::json;
using Rows = std::vector<std::pair<QString, QString>>;

constexpr size_t kMostConfusions = 8;

struct Text {
  Q_DECLARE_TR_FUNCTIONS(ModelCard)
};

/// A member of an object; null where there is none.
const json& at(const json& object, const char* key) {
  static const json none;
  if (!object.is_object()) return none;
  const auto found = object.find(key);
  return found == object.end() ? none : *found;
}

QString number(double value, int digits = 0) {
  return QLocale().toString(value, 'f', digits);
}

QString share(const json& value) {
  return Text::tr("%1%").arg(number(value.get<double>() * 100.0, 1));
}

/// A value in words; empty for what has none.
QString inWords(const json& value) {
  if (value.is_string()) return QString::fromStdString(value.get<std::string>());
  if (value.is_boolean()) return value.get<bool>() ? Text::tr("yes") : Text::tr("no");
  if (value.is_number_integer()) return QLocale().toString(value.get<qlonglong>());
  if (value.is_number()) return QLocale().toString(value.get<double>(), 'g', 4);
  if (!value.is_array() || value.empty()) return {};
  QStringList parts;
  for (const json& element : value) {
    if (!element.is_primitive()) return {};
    parts << inWords(element);
  }
  return parts.join(QStringLiteral(", "));
}

void addText(Rows& rows, const QString& name, const json& value) {
  const QString text = inWords(value);
  if (!text.isEmpty()) rows.emplace_back(name, text);
}

void addShare(Rows& rows, const QString& name, const json& value) {
  if (value.is_number()) rows.emplace_back(name, share(value));
}

QString featuresInWords(const FeatureSettings& features) {
  return Text::tr("log-mel, %1 bands from %2 to %3 Hz, FFT of %4 samples, hop of %5 ms, %6")
      .arg(features.nMels)
      .arg(number(features.fMinHz), number(features.fMaxHz))
      .arg(features.nFft)
      .arg(number(features.frameSeconds() * 1000.0, 1), features.scale == LogScale::Decibel
                                                            ? Text::tr("decibels")
                                                            : Text::tr("natural logarithm"));
}

QString outputInWords(ModelOutput output) {
  switch (output) {
    case ModelOutput::SingleLabelLogits:
      return Text::tr("one class at a time (softmax)");
    case ModelOutput::MultiLabelLogits:
      return Text::tr("several classes at a time (independent)");
    case ModelOutput::Probabilities:
      return Text::tr("probabilities from the network");
  }
  return {};
}

CardSection hearing(const ModelDescription& model) {
  CardSection section{Text::tr("Input and output"), {}};
  section.rows.emplace_back(
      Text::tr("Sound"),
      Text::tr("%1 kHz, mono").arg(QLocale().toString(model.features.sampleRate / 1000.0, 'g', 5)));
  section.rows.emplace_back(Text::tr("Input"), model.input == ModelInput::Waveform
                                                   ? Text::tr("waveform")
                                                   : featuresInWords(model.features));
  section.rows.emplace_back(Text::tr("Window"),
                            Text::tr("%1 s; in files one every %2 s")
                                .arg(QLocale().toString(model.windowSeconds, 'g', 4),
                                     QLocale().toString(hopSecondsOf(model), 'g', 4)));
  if (model.shortestSeconds > 0.0)
    section.rows.emplace_back(Text::tr("Short sounds"),
                              Text::tr("leading quiet is trimmed, down to %1 s")
                                  .arg(QLocale().toString(model.shortestSeconds, 'g', 4)));
  section.rows.emplace_back(Text::tr("Output"), outputInWords(model.output));
  return section;
}

CardSection figures(const json& card) {
  CardSection section{Text::tr("Accuracy"), {}};
  const json& validation = at(at(card, "figures"), "validation");
  addShare(section.rows, Text::tr("Balanced accuracy on clips not used for training"),
           at(validation, "balanced_accuracy"));
  addShare(section.rows, Text::tr("Accuracy on these clips"), at(validation, "accuracy"));
  addShare(section.rows, Text::tr("Mean average precision on clips not used for training"),
           at(validation, "mean_average_precision"));
  addShare(section.rows, Text::tr("Macro F1 on these clips"), at(validation, "macro_f1"));
  const json& crossed = at(card, "cross_validation");
  addShare(section.rows, Text::tr("Accuracy in cross-validation"), at(crossed, "mean_accuracy"));
  addShare(section.rows, Text::tr("Its spread over the folds"), at(crossed, "standard_deviation"));
  const json& training = at(at(card, "figures"), "training");
  addShare(section.rows, Text::tr("Balanced accuracy in training"),
           at(training, "balanced_accuracy"));
  return section;
}

CardSection noise(const json& card) {
  CardSection section{Text::tr("On noise and silence"), {}};
  const json& check = at(card, "noise_check");
  if (!at(check, "fires").is_number()) return section;
  section.rows.emplace_back(
      Text::tr("False alarms"),
      Text::tr("%1 of %2 windows").arg(share(check["fires"]), inWords(at(check, "windows"))));
  for (const json& kind : at(check, "kinds")) {
    const json& fired = at(kind, "fired");
    if (!fired.is_number() || fired.get<double>() == 0.0) continue;
    section.rows.emplace_back(
        coreText(inWords(at(kind, "kind")).toStdString()),
        Text::tr("%1 of %2, mostly detected as %3")
            .arg(inWords(fired), inWords(at(kind, "windows")), inWords(at(kind, "mostly"))));
  }
  return section;
}

CardSection confusions(const json& card) {
  CardSection section{Text::tr("Most often confused"), {}};
  for (const json& entry : at(card, "confusions")) {
    if (section.rows.size() == kMostConfusions) break;
    const json& truth = at(entry, "label");
    const json& said = at(entry, "said");
    if (truth.is_string() && said.is_string())
      section.rows.emplace_back(shownLabel(truth),
                                Text::tr("predicted as %1: %2")
                                    .arg(shownLabel(said).toLower(), inWords(at(entry, "clips"))));
  }
  return section;
}

CardSection data(const json& card) {
  CardSection section{Text::tr("Data"), {}};
  addText(section.rows, Text::tr("Trained on"), at(card, "data"));
  if (const QString split = coreText(messageIn(card, "split")); !split.isEmpty())
    section.rows.emplace_back(Text::tr("Split"), split);
  addText(section.rows, Text::tr("Training clips"), at(card, "training_clips"));
  addText(section.rows, Text::tr("Validation clips"), at(card, "validation_clips"));
  addText(section.rows, Text::tr("Fingerprint of the data"), at(card, "data_fingerprint"));
  return section;
}

/// Classes that somebody taught the model before it was made.
CardSection taughtClasses(const json& card) {
  CardSection section{Text::tr("Taught classes"), {}};
  const json& taught = at(card, "taught");
  addText(section.rows, Text::tr("Added to"), at(taught, "model"));
  for (const json& each : at(taught, "classes")) {
    const json& name = at(each, "name");
    const json& examples = at(each, "examples");
    if (!name.is_string() || !examples.is_number_integer()) continue;
    section.rows.emplace_back(QString::fromStdString(name.get<std::string>()),
                              Text::tr("%Ln examples", "", examples.get<int>()));
  }
  return section;
}

QString stepsInWords(const json& augmentation) {
  QStringList steps;
  for (const json& step : augmentation)
    if (const QString name = inWords(at(step, "step")); !name.isEmpty()) steps << name;
  return steps.join(QStringLiteral(", "));
}

CardSection training(const json& card) {
  CardSection section{Text::tr("Training"), {}};
  addText(section.rows, Text::tr("Network"), at(card, "architecture"));
  addText(section.rows, Text::tr("Parameters"), at(card, "parameters"));
  const json& settings = at(card, "training");
  const std::pair<QString, const char*> shown[] = {{Text::tr("Recipe"), "recipe"},
                                                   {Text::tr("Epochs"), "epochs"},
                                                   {Text::tr("Batch size"), "batch_size"},
                                                   {Text::tr("Learning rate"), "learning_rate"},
                                                   {Text::tr("Schedule"), "schedule"},
                                                   {Text::tr("Weight decay"), "weight_decay"},
                                                   {Text::tr("Label smoothing"), "label_smoothing"},
                                                   {Text::tr("Class balance"), "class_balance"},
                                                   {Text::tr("Background class"), "background"},
                                                   {Text::tr("Pretrained model"), "init"},
                                                   {Text::tr("Seed"), "seed"}};
  for (const auto& [name, key] : shown) addText(section.rows, name, at(settings, key));
  addText(section.rows, Text::tr("Saved epoch"), at(card, "epoch"));
  if (const QString steps = stepsInWords(at(settings, "augmentation")); !steps.isEmpty())
    section.rows.emplace_back(Text::tr("Augmentation"), steps);
  return section;
}

CardSection origin(const ModelDescription& model) {
  CardSection section{Text::tr("File"), {}};
  const json& card = model.card;
  addText(section.rows, Text::tr("Created"), at(card, "made"));
  addText(section.rows, Text::tr("LibTorch"), at(card, "libtorch"));
  const json& imported = at(card, "imported");
  addText(section.rows, Text::tr("Imported from"), at(imported, "file"));
  addText(section.rows, Text::tr("Input of the original"), at(imported, "shape"));
  if (!model.fingerprint.empty())
    section.rows.emplace_back(Text::tr("Fingerprint"), QString::fromStdString(model.fingerprint));
  return section;
}

}  // namespace

std::vector<CardSection> cardSections(const ModelDescription& model) {
  const json& card = model.card;
  CardSection warnings{Text::tr("Warnings"), {}};
  for (const Message& warning : messagesIn(card, "warnings"))
    warnings.rows.emplace_back(QString(), coreText(warning));
  CardSection licence{Text::tr("Licence"), {}};
  addText(licence.rows, {}, at(card, "licence"));
  std::vector<CardSection> sections{
      std::move(warnings), hearing(model), figures(card),      noise(card),    taughtClasses(card),
      confusions(card),    data(card),     std::move(licence), training(card), origin(model)};
  std::erase_if(sections, [](const CardSection& section) { return section.rows.empty(); });
  return sections;
}

QString cardHtml(const std::vector<CardSection>& sections, const QString& mutedColour) {
  QString html;
  for (const CardSection& section : sections) {
    html += QStringLiteral(
                "<h4 style=\"margin-bottom:4px\">%1</h4><table cellspacing=\"0\" "
                "cellpadding=\"2\">")
                .arg(section.title.toHtmlEscaped());
    for (const auto& [name, value] : section.rows)
      html += name.isEmpty()
                  ? QStringLiteral("<tr><td colspan=\"2\">%1</td></tr>").arg(value.toHtmlEscaped())
                  : QStringLiteral(
                        "<tr><td width=\"190\" style=\"color:%1\">%2</td>"
                        "<td>%3</td></tr>")
                        .arg(mutedColour, name.toHtmlEscaped(), value.toHtmlEscaped());
    html += QStringLiteral("</table>");
  }
  return html;
}

QString cardPlainText(const ModelDescription& model, const std::vector<CardSection>& sections) {
  QString text = QString::fromStdString(model.name) + u'\n';
  for (const CardSection& section : sections) {
    text += u'\n' + section.title + u'\n';
    for (const auto& [name, value] : section.rows)
      text += QStringLiteral("  ") +
              (name.isEmpty() ? value : name + QStringLiteral(": ") + value) + u'\n';
  }
  text += u'\n' + Text::tr("Labels") + u'\n';
  for (const std::string& label : model.labels)
    text += QStringLiteral("  ") + QString::fromStdString(label) + u'\n';
  return text;
}

}  // namespace earwitness::gui
