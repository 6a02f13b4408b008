// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/settings/train_options.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

#include "app/gui/base/core_text.h"

namespace earwitness::gui {

namespace {

using Kind = TrainOption::Kind;
using Options = std::vector<TrainOption>;

constexpr double kMany = 1e9;

struct Text {
  Q_DECLARE_TR_FUNCTIONS(TrainOptions)
};

TrainOption whole(OptionGroup group, const char* pointer, const char* flag, const QString& name,
                  const QString& help, double lowest, double highest, const QString& unit = {},
                  const QString& atLowest = {}) {
  return {group, Kind::Whole, pointer, flag, name, help, lowest, highest, unit, atLowest};
}

TrainOption number(OptionGroup group, const char* pointer, const char* flag, const QString& name,
                   const QString& help, double lowest, double highest, const QString& unit = {},
                   const QString& atLowest = {}) {
  return {group, Kind::Number, pointer, flag, name, help, lowest, highest, unit, atLowest};
}

TrainOption other(OptionGroup group, Kind kind, const char* pointer, const char* flag,
                  const QString& name, const QString& help) {
  return {group, kind, pointer, flag, name, help};
}

TrainOption choice(OptionGroup group, const char* pointer, const char* flag, const QString& name,
                   const QString& help, std::vector<std::pair<std::string, QString>> choices) {
  TrainOption option{group, Kind::Choice, pointer, flag, name, help};
  option.choices = std::move(choices);
  return option;
}

Options dataOptions() {
  const auto group = OptionGroup::Data;
  return {
      choice(group, "/data/layout", "--layout", Text::tr("Layout"),
             Text::tr("How the folder is organised. Normally detected automatically."),
             {{"auto", Text::tr("Automatic")},
              {"folders", Text::tr("One folder per class")},
              {"esc50", Text::tr("ESC-50")},
              {"urbansound8k", Text::tr("UrbanSound8K")},
              {"report", Text::tr("Baseline: train.tsv, eval.tsv")},
              {"table", Text::tr("Any table")},
              {"label-files", Text::tr("A label file next to each sound")}}),
      other(group, Kind::Text, "/data/columns/table", "--table", Text::tr("Table"),
            Text::tr("The table of clips in the data set's folder. Empty: the only table there.")),
      other(group, Kind::Text, "/data/columns/path", "--path-column", Text::tr("File column"),
            Text::tr("Empty: path, file, filename, audio or similar.")),
      other(group, Kind::Text, "/data/columns/label", "--label-column", Text::tr("Label column"),
            Text::tr("Empty: label, class or category.")),
      other(group, Kind::Text, "/data/columns/fold", "--fold-column", Text::tr("Fold column"),
            Text::tr("Empty: fold, if the table has it.")),
      other(group, Kind::Text, "/data/columns/split", "--split-column", Text::tr("Split column"),
            Text::tr("Contains train, val or test. Empty: split, if the table has it.")),
      other(
          group, Kind::Text, "/data/columns/source", "--source-column", Text::tr("Source column"),
          Text::tr("The recording that a clip was cut from. Empty: source, if the table has it.")),
      other(group, Kind::Text, "/data/columns/start", "--start-column", Text::tr("Start column"),
            Text::tr("Start of a clip in its file. Empty: start, onset or similar.")),
      other(group, Kind::Text, "/data/columns/end", "--end-column", Text::tr("End column"),
            Text::tr("End of a clip in its file. Empty: end, offset or similar.")),
      other(group, Kind::Text, "/data/columns/separator", "--label-separator",
            Text::tr("Label separator"),
            Text::tr("Separates several labels in a cell. Empty: detected automatically. none: one "
                     "label per cell.")),
      other(group, Kind::Switch, "/data/join_alike", "--join-alike",
            Text::tr("Join classes that look alike"),
            Text::tr("Names that differ in case, blanks or Unicode form only are one class.")),
      other(group, Kind::Switch, "/data/allow_outside", "--allow-outside",
            Text::tr("Files outside"), Text::tr("Uses files outside the data set's folder, too.")),
      other(group, Kind::Text, "/data/channel", "--channel", Text::tr("Channel"),
            Text::tr("Of files that have several: mean, left, right, or its number from 1.")),
      other(group, Kind::File, "/data/corrections", "--corrections", Text::tr("Corrections"),
            Text::tr("A file of clips that were relabelled or excluded.")),
      choice(group, "/split/by", "--split", Text::tr("Split by"),
             Text::tr("How clips are divided into training and validation sets."),
             {{"auto", Text::tr("As defined by the data set")},
              {"folds", Text::tr("Folds")},
              {"names", Text::tr("Its train and val sets")},
              {"source", Text::tr("Recordings")},
              {"stratified", Text::tr("A fraction of each class")}}),
      other(group, Kind::WholeList, "/split/train_folds", "--train-folds",
            Text::tr("Training folds"),
            Text::tr("For example 1, 2, 3. Empty: all folds but the validation folds.")),
      other(group, Kind::WholeList, "/split/validation_folds", "--validation-folds",
            Text::tr("Validation folds"),
            Text::tr("For example 4. Empty: the last fold, or none if training folds are given.")),
      number(group, "/split/validation_fraction", "--validation-fraction",
             Text::tr("Validation fraction"), Text::tr("Of each class, if there are no folds."),
             0.01, 0.9),
      other(group, Kind::Switch, "/split/allow_shared_sources", "--allow-shared-sources",
            Text::tr("Shared recordings"),
            Text::tr("Allows clips of one recording in both training and validation. Makes results "
                     "look better than they are.")),
      choice(group, "/background", "--background", Text::tr("Background class"),
             Text::tr("Adds a class of generated noise, hum and silence to reduce false alarms."),
             {{"none", Text::tr("None")}, {"auto", Text::tr("Add it")}}),
      choice(group, "/labels_per_clip", "--labels-per-clip", Text::tr("Labels per clip"),
             Text::tr("With several, clips keep all their labels, and the model names several "
                      "sounds at once."),
             {{"single", Text::tr("One")}, {"multi", Text::tr("Several")}})};
}

Options networkOptions() {
  const auto group = OptionGroup::Network;
  return {
      choice(group, "/recipe", "--recipe", Text::tr("Recipe"),
             Text::tr("Presets for optimisation, regularisation and augmentation."),
             {{"report", Text::tr("Baseline: masks, AdamW, cosine")},
              {"strong", Text::tr("Strong: mixing, shifts, averaging")},
              {"live", Text::tr("Live: strong, for a microphone")},
              {"head", Text::tr("Head: the last layer alone, from a model")},
              {"fine-tune", Text::tr("Fine-tune: few clips, from a model")}}),
      other(group, Kind::File, "/init", "--init", Text::tr("Pretrained model"),
            Text::tr(
                "Training starts from its weights where layers match, and uses its architecture.")),
      choice(
          group, "/freeze", "--freeze", Text::tr("Frozen layers"),
          Text::tr("Layers that keep the weights of the pretrained model. With a frozen backbone, "
                   "training takes seconds and cannot augment clips."),
          {{"none", Text::tr("None")}, {"backbone", Text::tr("Backbone: all but the last layer")}}),
      whole(group, "/freeze_epochs", "--freeze-epochs", Text::tr("Frozen epochs"),
            Text::tr("Number of initial epochs in which only the new layers are trained. Needs a "
                     "pretrained model."),
            0, kMany, {}, Text::tr("none")),
      number(group, "/backbone_rate", "--backbone-rate", Text::tr("Backbone learning rate"),
             Text::tr("Fraction of the learning rate for all layers but the last one. Below 1, "
                      "they stay near the pretrained model."),
             0.001, 1.0),
      other(group, Kind::Switch, "/keep_norms", "--keep-norms", Text::tr("Keep batch norms"),
            Text::tr("Batch norms keep the statistics of the pretrained model.")),
      choice(group, "/architecture", "--architecture", Text::tr("Architecture"),
             Text::tr("The type of network. Its sizes are below."), {})};
}

Options teacherOptions() {
  const auto group = OptionGroup::Network;
  return {
      other(group, Kind::Files, "/teachers", "--teacher", Text::tr("Teachers"),
            Text::tr("Models whose answers are learned as well as the labels. Their labels must "
                     "have the same names.")),
      number(group, "/teacher_share", "--teacher-share", Text::tr("Teacher share"),
             Text::tr("Share of the teachers' answers in the loss; labels have the rest."), 0, 1),
      number(
          group, "/teacher_temperature", "--teacher-temperature", Text::tr("Teacher temperature"),
          Text::tr("Divides all logits before answers are compared. Higher is softer."), 0.1, 100),
      whole(group, "/teacher_versions", "--teacher-versions", Text::tr("Teacher versions"),
            Text::tr("Augmented versions of each clip that the teachers listen to. Each takes disk "
                     "space."),
            1, 1000),
      other(group, Kind::Folders, "/teacher_data", "--teacher-data",
            Text::tr("Clips without labels"),
            Text::tr("Folders of clips for which the teachers answer."))};
}

Options featureOptions() {
  const auto group = OptionGroup::Features;
  return {number(group, "/window_seconds", "--window-seconds", Text::tr("Window"),
                 Text::tr("Length of audio that the network analyses at a time."), 0, 60,
                 Text::tr(" s"), Text::tr("automatic")),
          whole(group, "/features/sample_rate", "", Text::tr("Sample rate"),
                Text::tr("Audio is resampled to this rate."), 1000, 768000, Text::tr(" Hz")),
          whole(group, "/features/n_fft", "", Text::tr("FFT"),
                Text::tr("FFT length (even). Longer: finer frequency resolution. Shorter: finer "
                         "time resolution."),
                16, 65536, Text::tr(" samples")),
          whole(group, "/features/hop_samples", "", Text::tr("Hop"),
                Text::tr("Step from one frame to the next. At most the FFT length."), 1, 65536,
                Text::tr(" samples")),
          whole(group, "/features/n_mels", "", Text::tr("Mel bands"),
                Text::tr("Rows of the spectrogram that the network sees."), 1, 1024),
          number(group, "/features/f_min_hz", "", Text::tr("Lowest frequency"),
                 Text::tr("Lower edge of the first band."), 0, 384000, Text::tr(" Hz")),
          number(group, "/features/f_max_hz", "", Text::tr("Highest frequency"),
                 Text::tr("Upper edge of the last band; at most half the sample rate."), 1, 384000,
                 Text::tr(" Hz")),
          choice(group, "/features/scale", "", Text::tr("Logarithm"),
                 Text::tr("Of the power in a band."),
                 {{"decibel", Text::tr("Decibels")}, {"natural_log", Text::tr("Natural")}}),
          number(group, "/features/floor_power", "", Text::tr("Floor of the power"),
                 Text::tr("Lower values are raised to this."), 1e-30, 1),
          number(group, "/features/offset_power", "", Text::tr("Offset of the power"),
                 Text::tr("Added before the logarithm."), 0, 1e6)};
}

Options optimisationOptions() {
  const auto group = OptionGroup::Optimisation;
  return {
      whole(group, "/epochs", "--epochs", Text::tr("Epochs"),
            Text::tr("Passes over the training clips."), 1, 1e6),
      whole(group, "/batch_size", "--batch-size", Text::tr("Batch size"),
            Text::tr("Clips per training step. Smaller batches need less memory."), 2, 65536),
      number(group, "/learning_rate", "--learning-rate", Text::tr("Learning rate"),
             Text::tr("Peak learning rate of the schedule."), 1e-9, 100),
      choice(group, "/schedule", "--schedule", Text::tr("Schedule"),
             Text::tr("How the learning rate changes during training."),
             {{"cosine", Text::tr("Cosine: falls epoch by epoch")},
              {"one-cycle", Text::tr("One cycle: rises, then falls")},
              {"constant", Text::tr("Constant")}}),
      number(group, "/warm_up", "", Text::tr("Warm-up"),
             Text::tr("Fraction of the steps in which the one-cycle learning rate rises."), 0,
             0.99),
      number(group, "/gradient_clip", "--gradient-clip", Text::tr("Gradient clipping"),
             Text::tr("Gradients with a larger norm are scaled down to it."), 0, 1e6, {},
             Text::tr("any")),
      number(
          group, "/averaging", "--averaging", Text::tr("Weight averaging (EMA)"),
          Text::tr(
              "Decay of the running average that becomes the model. Values near 1 average slowly."),
          0, 0.99999, {}, Text::tr("none")),
      whole(group, "/patience", "--patience", Text::tr("Early stopping patience"),
            Text::tr("Stops training after this many epochs without improvement."), 0, kMany, {},
            Text::tr("never"))};
}

Options regularisationOptions() {
  const auto group = OptionGroup::Regularisation;
  return {
      number(group, "/weight_decay", "--weight-decay", Text::tr("Weight decay"),
             Text::tr("Weight decay of AdamW. Keeps weights small."), 0, 10, {}, Text::tr("none")),
      other(group, Kind::Switch, "/decay_weights_only", "", Text::tr("Decay weights only"),
            Text::tr("No weight decay for biases and normalisation layers.")),
      number(group, "/label_smoothing", "--label-smoothing", Text::tr("Label smoothing"),
             Text::tr("Fraction of a target that is spread over all classes."), 0, 0.99, {},
             Text::tr("none")),
      choice(group, "/class_balance", "--class-balance", Text::tr("Class balancing"),
             Text::tr("How to treat classes of different sizes."),
             {{"none", Text::tr("None")},
              {"sampling", Text::tr("Oversampling: each class equally often")},
              {"weights", Text::tr("Loss weights: rare classes count more")}})};
}

Options machineOptions() {
  const auto group = OptionGroup::Machine;
  return {
      choice(group, "/device", "--device", Text::tr("Device"), Text::tr("Hardware to train on."),
             {{"auto", Text::tr("Automatic")},
              {"cpu", Text::tr("Processor")},
              {"cuda", Text::tr("NVIDIA graphics card")}}),
      whole(group, "/threads", "--threads", Text::tr("Threads"),
            Text::tr("Fewer threads leave more for other programs."), 0, 1024, {},
            Text::tr("all cores")),
      whole(group, "/seed", "--seed", Text::tr("Seed"),
            Text::tr("Determines all random choices. The same seed gives the same run."), 0,
            9007199254740992.0),
      other(group, Kind::Switch, "/bfloat16", "--bfloat16", Text::tr("bfloat16"),
            Text::tr(
                "16-bit numbers, if the processor supports them: faster, slightly less accurate.")),
      whole(group, kSearchTrials, "--search", Text::tr("Search trials"),
            Text::tr("Number of settings to try and rank (successive halving)."), 0, 1000, {},
            Text::tr("none"))};
}

Kind kindOf(const nlohmann::json& value) {
  if (value.is_boolean()) return Kind::Switch;
  if (value.is_number_integer()) return Kind::Whole;
  if (value.is_number()) return Kind::Number;
  return value.is_array() ? Kind::JsonList : Kind::Text;
}

}  // namespace

QString nameOf(OptionGroup group) {
  switch (group) {
    case OptionGroup::Data:
      return Text::tr("Data and split");
    case OptionGroup::Network:
      return Text::tr("Network");
    case OptionGroup::Features:
      return Text::tr("Features and window");
    case OptionGroup::Optimisation:
      return Text::tr("Optimisation");
    case OptionGroup::Regularisation:
      return Text::tr("Regularisation");
    case OptionGroup::Augmentation:
      return Text::tr("Augmentation");
    case OptionGroup::Machine:
      return Text::tr("Machine and search");
  }
  return {};
}

std::vector<TrainOption> trainOptions() {
  Options all;
  for (const auto group : {dataOptions, networkOptions, teacherOptions, featureOptions,
                           optimisationOptions, regularisationOptions, machineOptions})
    std::ranges::move(group(), std::back_inserter(all));
  return all;
}

std::vector<TrainOption> architectureOptions(const nlohmann::json& architecture) {
  Options options;
  const auto help = architecture.value("setting_help", nlohmann::json::object());
  const auto choices = architecture.value("choices", nlohmann::json::object());
  for (const auto& [key, value] : architecture.at("settings").items()) {
    QString line = coreText(help.value(key, std::string()));
    if (!line.isEmpty()) line = line.left(1).toUpper() + line.mid(1) + u'.';
    TrainOption option{OptionGroup::Network,
                       kindOf(value),
                       "/architecture_settings/" + key,
                       QStringLiteral("--architecture-settings"),
                       coreName(key),
                       line};
    option.highest = option.kind == Kind::Whole ? 65536 : 1;
    if (choices.contains(key)) {
      option.kind = Kind::Choice;
      for (const std::string word : choices.at(key))
        option.choices.emplace_back(word, coreName(word));
    }
    options.push_back(option);
  }
  return options;
}

}  // namespace earwitness::gui
