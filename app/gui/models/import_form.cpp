// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/import_form.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <memory>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/theme.h"
#include "app/gui/models/import_presets.h"
#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/listening/label_list.h"

namespace earwitness::gui {

namespace {

constexpr double kUsualWindowSeconds = 5.0;
constexpr int kLabelLines = 7;

QSpinBox* wholeNumber(int least, int most, int value, const QString& suffix = {}) {
  auto* field = new QSpinBox;
  field->setRange(least, most);
  field->setValue(value);
  field->setSuffix(suffix);
  field->setGroupSeparatorShown(true);
  return field;
}

QDoubleSpinBox* decimal(double least, double most, double value, int digits,
                        const QString& suffix) {
  auto* field = new QDoubleSpinBox;
  field->setRange(least, most);
  field->setDecimals(digits);
  field->setValue(value);
  field->setSuffix(suffix);
  return field;
}

QString shapeText(const std::string& shape) {
  const std::pair<const char*, QString> texts[] = {
      {"samples", ImportForm::tr("Waveform: samples")},
      {"1,samples", ImportForm::tr("Waveform: 1 × samples")},
      {"1,1,samples", ImportForm::tr("Waveform: 1 × 1 × samples")},
      {"frames,mels", ImportForm::tr("Log-mel: frames × bands")},
      {"1,frames,mels", ImportForm::tr("Log-mel: 1 × frames × bands")},
      {"1,mels,frames", ImportForm::tr("Log-mel: 1 × bands × frames")},
      {"1,1,frames,mels", ImportForm::tr("Log-mel: 1 × 1 × frames × bands")},
      {"1,1,mels,frames", ImportForm::tr("Log-mel: 1 × 1 × bands × frames")}};
  for (const auto& [name, text] : texts)
    if (shape == name) return text;
  return QString::fromStdString(shape);
}

QString sizesText(const nlohmann::json& sizes) {
  QStringList parts;
  for (const auto& size : sizes) parts << QString::number(size.get<long>());
  return parts.join(QStringLiteral(" × "));
}

}  // namespace

ImportForm::ImportForm(QWidget* parent) : QWidget(parent), form_(new QFormLayout) {
  form_->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  name_ = row(form_, tr("&Name:"), new QLineEdit);
  buildInput(form_);
  buildAnswers(form_);
  auto* labels = labelsField();
  auto* caption = new QLabel(tr("&Labels:"), this);
  caption->setBuddy(labels_);
  caption->setAlignment(Qt::AlignTop | Qt::AlignLeading);
  form_->addRow(caption, labels);
  licence_ = row(form_, tr("Li&cence:"), new QLineEdit);
  licence_->setPlaceholderText(tr("Licence of the model, if known"));
  buildFeatures();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 8, 0);
  layout->addLayout(form_);
  layout->addWidget(features_);
  layout->addStretch(1);
}

template <typename Field>
Field* ImportForm::row(QFormLayout* form, const QString& text, Field* field) {
  form->addRow(text, field);
  QString name = text;
  field->setAccessibleName(name.remove(u'&').remove(u':'));
  if constexpr (std::is_same_v<Field, QComboBox>)
    connect(field, &QComboBox::currentIndexChanged, this, &ImportForm::changed);
  else if constexpr (std::is_same_v<Field, QLineEdit>)
    connect(field, &QLineEdit::textChanged, this, &ImportForm::changed);
  else
    connect(field, &Field::valueChanged, this, &ImportForm::changed);
  return field;
}

void ImportForm::buildInput(QFormLayout* form) {
  shape_ = row(form, tr("&Input:"), new QComboBox);
  sampleRate_ = row(form, tr("Sample &rate:"), wholeNumber(1000, 768000, 16000, tr(" Hz")));
  sampleRate_->setSingleStep(1000);
  window_ = row(form, tr("&Window:"), decimal(0.02, 600.0, kUsualWindowSeconds, 3, tr(" s")));
  connect(shape_, &QComboBox::currentIndexChanged, this, &ImportForm::takeInput);
  connect(sampleRate_, &QSpinBox::valueChanged, this, &ImportForm::showWindow);
}

void ImportForm::buildAnswers(QFormLayout* form) {
  element_ = row(form, tr("Output with the la&bels:"), new QComboBox);
  kind_ = row(form, tr("&Several classes at a time:"), new QComboBox);
  kind_->addItem(tr("No: one class at a time (softmax)"), QStringLiteral("single-label-logits"));
  kind_->addItem(tr("Yes: independent classes (logistic)"), QStringLiteral("multi-label-logits"));
  kind_->addItem(tr("The network outputs probabilities"), QStringLiteral("probabilities"));
  connect(element_, &QComboBox::currentIndexChanged, this, &ImportForm::takeOutput);
}

void ImportForm::buildFeatures() {
  features_ = new QGroupBox(tr("Log-mel input"), this);
  auto* form = new QFormLayout(features_);
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  preset_ = row(form, tr("&Preset:"), new QComboBox);
  for (const ImportPreset& preset : importPresets()) preset_->addItem(preset.name);
  nFft_ = row(form, tr("&FFT:"), wholeNumber(16, 65536, 400, tr(" samples")));
  hop_ = row(form, tr("&Hop:"), wholeNumber(1, 65536, 200, tr(" samples")));
  nMels_ = row(form, tr("Ban&ds:"), wholeNumber(1, 1024, 80));
  fMin_ = row(form, tr("L&owest frequency:"), decimal(0.0, 384000.0, 0.0, 0, tr(" Hz")));
  fMax_ = row(form, tr("Hi&ghest frequency:"), decimal(1.0, 384000.0, 8000.0, 0, tr(" Hz")));
  scale_ = row(form, tr("Lo&garithm:"), new QComboBox);
  scale_->addItem(tr("Decibels"), QStringLiteral("db"));
  scale_->addItem(tr("Natural"), QStringLiteral("ln"));
  mean_ = row(form, tr("&Mean to subtract:"), new QLineEdit);
  mean_->setPlaceholderText(tr("Empty, one number, or one per band"));
  deviation_ = row(form, tr("St&andard deviation:"), new QLineEdit);
  deviation_->setPlaceholderText(tr("Same number of values as the means"));
  preset_->setPlaceholderText(tr("Other numbers"));
  connect(preset_, &QComboBox::currentIndexChanged, this, &ImportForm::takePreset);
  for (QSpinBox* field : {sampleRate_, nFft_, hop_, nMels_})
    connect(field, &QSpinBox::valueChanged, this, &ImportForm::showPreset);
  for (QDoubleSpinBox* field : {fMin_, fMax_})
    connect(field, &QDoubleSpinBox::valueChanged, this, &ImportForm::showPreset);
  connect(scale_, &QComboBox::currentIndexChanged, this, &ImportForm::showPreset);
  connect(hop_, &QSpinBox::valueChanged, this, &ImportForm::showWindow);
}

QWidget* ImportForm::labelsField() {
  auto* pane = new QWidget(this);
  labels_ = new QPlainTextEdit(pane);
  labels_->setAccessibleName(tr("Labels"));
  labels_->setPlaceholderText(tr("One per line, in the order of the network's outputs"));
  labels_->setTabChangesFocus(true);
  labels_->setFixedHeight(kLabelLines * labels_->fontMetrics().lineSpacing());
  auto* choose = new QPushButton(tr("From &file…"), pane);
  choose->setAutoDefault(false);
  labelCount_ = new QLabel(pane);
  labelCount_->setWordWrap(true);
  connect(choose, &QPushButton::clicked, this, &ImportForm::chooseLabels);
  connect(labels_, &QPlainTextEdit::textChanged, this, [this] {
    showLabelCount();
    emit changed();
  });
  auto* below = new QHBoxLayout;
  below->addWidget(labelCount_, 1);
  below->addWidget(choose);
  auto* layout = new QVBoxLayout(pane);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(labels_);
  layout->addLayout(below);
  return pane;
}

void ImportForm::setProbe(const nlohmann::json& report, const QString& name) {
  report_ = report;
  name_->setText(name);
  const QSignalBlocker quiet(shape_);
  shape_->clear();
  for (const auto& input : report_.at("inputs")) shape_->addItem(shapeText(input.at("shape")));
  form_->setRowVisible(shape_, shape_->count() > 1);
  takeInput();
}

const nlohmann::json& ImportForm::input() const {
  return report_.at("inputs").at(size_t(std::max(0, shape_->currentIndex())));
}

const nlohmann::json& ImportForm::output() const {
  return input().at("outputs").at(size_t(std::max(0, element_->currentIndex())));
}

bool ImportForm::isWaveform() const {
  return input().at("input") == "waveform";
}

bool ImportForm::lengthIsFixed() const {
  return !input().at("any_size").get<bool>();
}

long ImportForm::outputCount() const {
  return output().at("sizes").empty() ? 0 : output().at("sizes").back().get<long>();
}

/// What was found out about the chosen input is filled in, and shown where it can be changed.
void ImportForm::takeInput() {
  features_->setVisible(!isWaveform());
  {
    const QSignalBlocker quiet(element_);
    element_->clear();
    for (const auto& output : input().at("outputs")) {
      const QString name = QString::fromStdString(output.at("element"));
      element_->addItem(tr("%1: %2").arg(name, sizesText(output.at("sizes"))), name);
    }
  }
  form_->setRowVisible(element_, element_->count() > 1);
  if (!isWaveform()) {
    const bool fixed = !input().at("any_mels").get<bool>();
    nMels_->setValue(input().at("n_mels").get<int>());
    nMels_->setEnabled(!fixed);
    nMels_->setToolTip(fixed ? tr("Fixed by the network") : QString());
  }
  window_->setEnabled(!lengthIsFixed());
  window_->setToolTip(lengthIsFixed() ? tr("Length fixed by the network") : QString());
  if (!lengthIsFixed()) window_->setValue(kUsualWindowSeconds);
  showWindow();
  takeOutput();
}

void ImportForm::takeOutput() {
  const QString looksLike = QString::fromStdString(output().at("looks_like")).replace(u'_', u'-');
  kind_->setCurrentIndex(std::max(0, kind_->findData(looksLike)));
  form_->setRowVisible(kind_, !output().at("certain").get<bool>());
  showLabelCount();
  emit changed();
}

FeatureSettings ImportForm::features() const {
  FeatureSettings features = base_;
  features.sampleRate = sampleRate_->value();
  features.nFft = nFft_->value();
  features.hopSamples = hop_->value();
  features.nMels = nMels_->value();
  features.fMinHz = fMin_->value();
  features.fMaxHz = fMax_->value();
  features.scale = scale_->currentIndex() == 0 ? LogScale::Decibel : LogScale::NaturalLog;
  if (features.windowSamples > features.nFft) features.windowSamples = 0;
  return features;
}

void ImportForm::takePreset() {
  if (preset_->currentIndex() < 0) return;
  const FeatureSettings features = importPresets()[size_t(preset_->currentIndex())].features;
  base_ = features;
  sampleRate_->setValue(features.sampleRate);
  nFft_->setValue(features.nFft);
  hop_->setValue(features.hopSamples);
  if (nMels_->isEnabled()) nMels_->setValue(features.nMels);
  fMin_->setValue(features.fMinHz);
  fMax_->setValue(features.fMaxHz);
  scale_->setCurrentIndex(features.scale == LogScale::Decibel ? 0 : 1);
  showPreset();
}

/// The preset that has these numbers; of the bands only where the network takes any number.
void ImportForm::showPreset() {
  const auto isShown = [this, shown = features()](const ImportPreset& preset) {
    FeatureSettings wanted = preset.features;
    if (!nMels_->isEnabled()) wanted.nMels = shown.nMels;
    return wanted == shown;
  };
  const auto presets = importPresets();
  const auto shown = std::find_if(presets.begin(), presets.end(), isShown);
  const QSignalBlocker quiet(preset_);
  preset_->setCurrentIndex(shown == presets.end() ? -1 : int(shown - presets.begin()));
}

double ImportForm::windowSeconds() const {
  if (!lengthIsFixed()) return window_->value();
  if (isWaveform()) return input().at("samples").get<double>() / sampleRate_->value();
  // The least samples that have so many frames.
  const FeatureSettings shown = features();
  const long before = shown.padding == FramePadding::None ? shown.samplesOfWindow() : 0;
  const long samples =
      (input().at("frames").get<long>() - 1) * shown.hopSamples + before + shown.samplesLost();
  return double(samples) / shown.sampleRate;
}

/// A length that the network fixes, in seconds of the chosen rate and hop.
void ImportForm::showWindow() {
  if (report_.is_null() || !lengthIsFixed()) return;
  const QSignalBlocker quiet(window_);
  window_->setValue(windowSeconds());
}

void ImportForm::showLabelCount() {
  labelProblem_.clear();
  const QString text = labels_->toPlainText();
  long count = 0;
  if (!text.trimmed().isEmpty()) {
    try {
      count = long(parseLabels(text.toStdString(), tr("the list").toStdString()).labels.size());
    } catch (const Error& error) {
      labelProblem_ = coreText(error.message());
    }
  }
  const long wanted = report_.is_null() ? 0 : outputCount();
  if (labelProblem_.isEmpty() && count != wanted)
    labelProblem_ =
        tr("The network has %1 outputs, but there are %2 labels.").arg(wanted).arg(count);
  labelCount_->setText(labelProblem_.isEmpty() ? tr("Labels: %1, matching the outputs").arg(count)
                                               : labelProblem_);
  QPalette colours = palette();
  const ThemeColours& theme = themeColours(colours);
  const bool wrong = !labelProblem_.isEmpty() && count > 0;
  colours.setColor(QPalette::WindowText, wrong ? theme.danger : theme.muted);
  labelCount_->setPalette(colours);
}

void ImportForm::chooseLabels() {
  auto* dialog =
      new QFileDialog(this, tr("Labels"), {}, tr("Labels (*.txt *.csv *.tsv);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    auto text = std::make_shared<QString>();
    readInBackground(
        this,
        [text, path = file.toStdString()] {
          try {
            *text = QString::fromStdString(readFile(path));
          } catch (const Error&) {
            *text = shownProblem();
          }
        },
        [this, text] { labels_->setPlainText(*text); });
  });
  dialog->open();
}

QString ImportForm::missing() const {
  if (name_->text().trimmed().isEmpty()) return tr("The model needs a name.");
  if (!labelProblem_.isEmpty()) return labelProblem_;
  return {};
}

QString ImportForm::labelsText() const {
  return labels_->toPlainText();
}

QString ImportForm::modelName() const {
  return name_->text().trimmed();
}

QStringList ImportForm::arguments() const {
  const auto number = [](double value) { return QString::number(value, 'g', 12); };
  QStringList arguments{"--shape",          QString::fromStdString(input().at("shape")),
                        "--sample-rate",    QString::number(sampleRate_->value()),
                        "--window-seconds", number(windowSeconds()),
                        "--output-kind",    kind_->currentData().toString(),
                        "--name",           modelName()};
  if (const QString element = element_->currentData().toString(); !element.isEmpty())
    arguments << "--element" << element;
  if (const QString licence = licence_->text().trimmed(); !licence.isEmpty())
    arguments << "--licence" << licence;
  if (isWaveform()) return arguments;
  arguments << "--features" << QString::fromStdString(toJson(features()).dump());
  // With an equals sign, because a mean may begin with a minus.
  if (!mean_->text().trimmed().isEmpty())
    arguments << "--mean=" + mean_->text().simplified().remove(u' ');
  if (!deviation_->text().trimmed().isEmpty())
    arguments << "--std=" + deviation_->text().simplified().remove(u' ');
  return arguments;
}

}  // namespace earwitness::gui
