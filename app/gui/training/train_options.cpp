// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/train_options.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

#include "app/gui/core_text.h"

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
             Text::tr("How the folder is laid out; normally it is recognised."),
             {{"auto", Text::tr("Recognise it")},
              {"folders", Text::tr("A folder for each class")},
              {"esc50", Text::tr("ESC-50")},
              {"urbansound8k", Text::tr("UrbanSound8K")},
              {"report", Text::tr("The report's: train.tsv, eval.tsv")},
              {"table", Text::tr("Any table")},
              {"label-files", Text::tr("A label file next to each sound")}}),
      other(group, Kind::Text, "/data/columns/table", "--table", Text::tr("Table"),
            Text::tr("The table of clips in the data set's folder; empty: the one that is there.")),
      other(group, Kind::Text, "/data/columns/path", "--path-column", Text::tr("Column of files"),
            Text::tr("Empty: path, file, filename, audio and the like.")),
      other(group, Kind::Text, "/data/columns/label", "--label-column",
            Text::tr("Column of labels"), Text::tr("Empty: label, class or category.")),
      other(group, Kind::Text, "/data/columns/fold", "--fold-column", Text::tr("Column of folds"),
            Text::tr("Empty: fold, where there is one.")),
      other(group, Kind::Text, "/data/columns/split", "--split-column",
            Text::tr("Column of the split"),
            Text::tr("It says train, val or test; empty: split, where there is one.")),
      other(group, Kind::Text, "/data/columns/source", "--source-column",
            Text::tr("Column of sources"),
            Text::tr("The recording that a clip was cut from; empty: source, where there is one.")),
      other(group, Kind::Text, "/data/columns/start", "--start-column",
            Text::tr("Column of starts"),
            Text::tr("Where in its file a clip begins; empty: start, onset and the like.")),
      other(group, Kind::Text, "/data/columns/end", "--end-column", Text::tr("Column of ends"),
            Text::tr("Where in its file a clip ends; empty: end, offset and the like.")),
      other(group, Kind::Text, "/data/columns/separator", "--label-separator",
            Text::tr("Label separator"),
            Text::tr("What separates several labels in a cell; empty: it is found out; none: a "
                     "cell is one label.")),
      other(group, Kind::Switch, "/data/join_alike", "--join-alike",
            Text::tr("Join classes that look alike"),
            Text::tr("Names that differ in case, blanks or Unicode form only are one class.")),
      other(group, Kind::Switch, "/data/allow_outside", "--allow-outside",
            Text::tr("Files outside"),
            Text::tr("Takes files that lie outside the data set's folder.")),
      other(group, Kind::Text, "/data/channel", "--channel", Text::tr("Channel"),
            Text::tr("Of files that have several: mean, left, right, or its number from 1.")),
      other(group, Kind::File, "/data/corrections", "--corrections", Text::tr("Corrections"),
            Text::tr("A file of clips that got another label or are left out.")),
      choice(group, "/split/by", "--split", Text::tr("Split by"),
             Text::tr("What decides which clips train and which validate."),
             {{"auto", Text::tr("What the data set has")},
              {"folds", Text::tr("Folds")},
              {"names", Text::tr("Its train and val")},
              {"source", Text::tr("Recordings")},
              {"stratified", Text::tr("A share of each class")}}),
      other(group, Kind::WholeList, "/split/train_folds", "--train-folds",
            Text::tr("Folds that train"),
            Text::tr("Such as 1, 2, 3; empty: all that do not validate.")),
      other(group, Kind::WholeList, "/split/validation_folds", "--validation-folds",
            Text::tr("Folds that validate"),
            Text::tr("Such as 4; empty: the last one, or none where those that train are named.")),
      number(group, "/split/validation_fraction", "--validation-fraction",
             Text::tr("Share that validates"), Text::tr("Of each class, where there are no folds."),
             0.01, 0.9),
      other(group, Kind::Switch, "/split/allow_shared_sources", "--allow-shared-sources",
            Text::tr("Shared recordings"),
            Text::tr("Allows clips of one recording on both sides; figures then flatter.")),
      choice(group, "/background", "--background", Text::tr("Background class"),
             Text::tr("A class of generated noise, hum and silence, so that these are not called "
                      "something."),
             {{"none", Text::tr("None")}, {"auto", Text::tr("Add it")}}),
      choice(group, "/labels_per_clip", "--labels-per-clip", Text::tr("Labels per clip"),
             Text::tr("With several, clips keep all their labels, and the model names several "
                      "sounds at once."),
             {{"single", Text::tr("One")}, {"multi", Text::tr("Several")}})};
}

Options networkOptions() {
  const auto group = OptionGroup::Network;
  return {choice(group, "/recipe", "--recipe", Text::tr("Recipe"),
                 Text::tr("How it is trained; sets optimisation, regularisation and augmentation."),
                 {{"report", Text::tr("Report: masks, AdamW, cosine")},
                  {"strong", Text::tr("Strong: mixing, shifts, averaging")},
                  {"live", Text::tr("Live: strong, for a microphone")},
                  {"head", Text::tr("Head: the last layer alone, from a model")},
                  {"fine-tune", Text::tr("Fine-tune: few clips, from a model")}}),
          other(group, Kind::File, "/init", "--init", Text::tr("Start from the model"),
                Text::tr("Its weights are the start where they fit; brings its own network.")),
          choice(group, "/freeze", "--freeze", Text::tr("Frozen layers"),
                 Text::tr("Layers that keep the weights of the model to start from. With a frozen "
                          "backbone, a training takes seconds and cannot augment clips."),
                 {{"none", Text::tr("None")},
                  {"backbone", Text::tr("Backbone: all but the last layer")}}),
          whole(group, "/freeze_epochs", "--freeze-epochs", Text::tr("Frozen epochs"),
                Text::tr("So long only the new parts are trained; needs a model to start from."), 0,
                kMany, {}, Text::tr("none")),
          number(group, "/backbone_rate", "--backbone-rate", Text::tr("Backbone learning rate"),
                 Text::tr("Share of the learning rate for all layers but the last one. Below 1, "
                          "they stay near the model to start from."),
                 0.001, 1.0),
          other(group, Kind::Switch, "/keep_norms", "--keep-norms", Text::tr("Keep batch norms"),
                Text::tr("Batch norms keep the statistics of the model to start from.")),
          choice(group, "/architecture", "--architecture", Text::tr("Architecture"),
                 Text::tr("The kind of network; its own sizes are below."), {})};
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
  return {
      number(group, "/window_seconds", "--window-seconds", Text::tr("Window"),
             Text::tr("Length of the sound that the network is given at a time."), 0, 60,
             Text::tr(" s"), Text::tr("what suits the clips")),
      whole(group, "/features/sample_rate", "", Text::tr("Sample rate"),
            Text::tr("Sounds are resampled to it."), 1000, 768000, Text::tr(" Hz")),
      whole(group, "/features/n_fft", "", Text::tr("FFT"),
            Text::tr("Length of a spectrum; even. Longer tells pitches apart, shorter moments."),
            16, 65536, Text::tr(" samples")),
      whole(group, "/features/hop_samples", "", Text::tr("Hop"),
            Text::tr("From one frame to the next; at most the FFT."), 1, 65536,
            Text::tr(" samples")),
      whole(group, "/features/n_mels", "", Text::tr("Mel bands"),
            Text::tr("Rows of the picture that the network sees."), 1, 1024),
      number(group, "/features/f_min_hz", "", Text::tr("Lowest frequency"),
             Text::tr("Lower edge of the first band."), 0, 384000, Text::tr(" Hz")),
      number(group, "/features/f_max_hz", "", Text::tr("Highest frequency"),
             Text::tr("Upper edge of the last band; at most half the sample rate."), 1, 384000,
             Text::tr(" Hz")),
      choice(group, "/features/scale", "", Text::tr("Logarithm"),
             Text::tr("Of the power in a band."),
             {{"decibel", Text::tr("Decibels")}, {"natural_log", Text::tr("Natural")}}),
      number(group, "/features/floor_power", "", Text::tr("Floor of the power"),
             Text::tr("What is softer counts as this soft."), 1e-30, 1),
      number(group, "/features/offset_power", "", Text::tr("Offset of the power"),
             Text::tr("Added before the logarithm."), 0, 1e6)};
}

Options optimisationOptions() {
  const auto group = OptionGroup::Optimisation;
  return {
      whole(group, "/epochs", "--epochs", Text::tr("Epochs"),
            Text::tr("Passes over the training clips."), 1, 1e6),
      whole(group, "/batch_size", "--batch-size", Text::tr("Batch size"),
            Text::tr("Clips in a step; smaller needs less memory."), 2, 65536),
      number(group, "/learning_rate", "--learning-rate", Text::tr("Learning rate"),
             Text::tr("The highest of the schedule."), 1e-9, 100),
      choice(group, "/schedule", "--schedule", Text::tr("Schedule"),
             Text::tr("How the learning rate goes on."),
             {{"cosine", Text::tr("Cosine: falls epoch by epoch")},
              {"one-cycle", Text::tr("One cycle: rises, then falls")},
              {"constant", Text::tr("Constant")}}),
      number(group, "/warm_up", "", Text::tr("Warm-up"),
             Text::tr("Share of the steps in which one cycle rises."), 0, 0.99),
      number(group, "/gradient_clip", "--gradient-clip", Text::tr("Largest gradient"),
             Text::tr("Longer gradients are shortened to this norm."), 0, 1e6, {}, Text::tr("any")),
      number(group, "/averaging", "--averaging", Text::tr("Averaging of weights"),
             Text::tr("Decay of the running average that becomes the model; near 1 is slow."), 0,
             0.99999, {}, Text::tr("none")),
      whole(group, "/patience", "--patience", Text::tr("Patience"),
            Text::tr("Ends after so many epochs without a better one."), 0, kMany, {},
            Text::tr("never"))};
}

Options regularisationOptions() {
  const auto group = OptionGroup::Regularisation;
  return {number(group, "/weight_decay", "--weight-decay", Text::tr("Weight decay"),
                 Text::tr("Of AdamW; keeps weights small."), 0, 10, {}, Text::tr("none")),
          other(group, Kind::Switch, "/decay_weights_only", "", Text::tr("Decay weights only"),
                Text::tr("Spares biases and norms the decay.")),
          number(group, "/label_smoothing", "--label-smoothing", Text::tr("Label smoothing"),
                 Text::tr("Share of a target that is spread over all classes."), 0, 0.99, {},
                 Text::tr("none")),
          choice(group, "/class_balance", "--class-balance", Text::tr("Balance of classes"),
                 Text::tr("What is done where classes differ in size."),
                 {{"none", Text::tr("Nothing")},
                  {"sampling", Text::tr("Each class equally often")},
                  {"weights", Text::tr("Rare classes count more")}})};
}

Options machineOptions() {
  const auto group = OptionGroup::Machine;
  return {choice(group, "/device", "--device", Text::tr("Device"), Text::tr("What computes."),
                 {{"auto", Text::tr("The best there is")},
                  {"cpu", Text::tr("Processor")},
                  {"cuda", Text::tr("NVIDIA graphics card")}}),
          whole(group, "/threads", "--threads", Text::tr("Threads"),
                Text::tr("Fewer leave room for other work."), 0, 1024, {}, Text::tr("all cores")),
          whole(group, "/seed", "--seed", Text::tr("Seed"),
                Text::tr("Decides all random choices: the same seed gives the same run."), 0,
                9007199254740992.0),
          other(group, Kind::Switch, "/bfloat16", "--bfloat16", Text::tr("bfloat16"),
                Text::tr(
                    "Shorter numbers where the processor has them: quicker, a little less exact.")),
          whole(group, kSearchTrials, "--search", Text::tr("Search trials"),
                Text::tr("Tries so many other settings by successive halving, and ranks them."), 0,
                1000, {}, Text::tr("none"))};
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
