#include "app/gui/training/train_options.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

namespace earwitness::gui {

namespace {

using Kind = TrainOption::Kind;
using Options = std::vector<TrainOption>;

constexpr double kMany = 1e9;

QString tr(const char* text) {
  return QCoreApplication::translate("TrainOptions", text);
}

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
      choice(group, "/data/layout", "--layout", tr("Layout"),
             tr("How the folder is laid out; normally it is recognised."),
             {{"auto", tr("Recognise it")},
              {"folders", tr("A folder for each class")},
              {"esc50", tr("ESC-50")},
              {"urbansound8k", tr("UrbanSound8K")},
              {"report", tr("The report's: train.tsv, eval.tsv")},
              {"table", tr("Any table")}}),
      other(group, Kind::Text, "/data/columns/table", "--table", tr("Table"),
            tr("The table of clips in the data set's folder; empty: the one that is there.")),
      other(group, Kind::Text, "/data/columns/path", "--path-column", tr("Column of files"),
            tr("Empty: path, file, filename, audio and the like.")),
      other(group, Kind::Text, "/data/columns/label", "--label-column", tr("Column of labels"),
            tr("Empty: label, class or category.")),
      other(group, Kind::Text, "/data/columns/fold", "--fold-column", tr("Column of folds"),
            tr("Empty: fold, where there is one.")),
      other(group, Kind::Text, "/data/columns/split", "--split-column", tr("Column of the split"),
            tr("It says train, val or test; empty: split, where there is one.")),
      other(group, Kind::Text, "/data/columns/source", "--source-column", tr("Column of sources"),
            tr("The recording that a clip was cut from; empty: source, where there is one.")),
      other(group, Kind::Switch, "/data/allow_outside", "--allow-outside", tr("Files outside"),
            tr("Takes files that lie outside the data set's folder.")),
      other(group, Kind::File, "/data/corrections", "--corrections", tr("Corrections"),
            tr("A file of clips that got another label or are left out.")),
      choice(group, "/split/by", "--split", tr("Split by"),
             tr("What decides which clips train and which validate."),
             {{"auto", tr("What the data set has")},
              {"folds", tr("Folds")},
              {"names", tr("Its train and val")},
              {"source", tr("Recordings")},
              {"stratified", tr("A share of each class")}}),
      other(group, Kind::WholeList, "/split/train_folds", "--train-folds", tr("Folds that train"),
            tr("Such as 1, 2, 3; empty: all that do not validate.")),
      other(group, Kind::WholeList, "/split/validation_folds", "--validation-folds",
            tr("Folds that validate"),
            tr("Such as 4; empty: the last one, or none where those that train are named.")),
      number(group, "/split/validation_fraction", "--validation-fraction",
             tr("Share that validates"), tr("Of each class, where there are no folds."), 0.01, 0.9),
      other(group, Kind::Switch, "/split/allow_shared_sources", "--allow-shared-sources",
            tr("Shared recordings"),
            tr("Allows clips of one recording on both sides; figures then flatter.")),
      choice(group, "/background", "--background", tr("Background class"),
             tr("A class of generated noise, hum and silence, so that these are not called "
                "something."),
             {{"none", tr("None")}, {"auto", tr("Add it")}})};
}

Options networkOptions() {
  const auto group = OptionGroup::Network;
  return {choice(group, "/recipe", "--recipe", tr("Recipe"),
                 tr("How it is trained; sets optimisation, regularisation and augmentation."),
                 {{"report", tr("Report: masks, AdamW, cosine")},
                  {"strong", tr("Strong: mixing, shifts, averaging")},
                  {"live", tr("Live: strong, for a microphone")},
                  {"fine-tune", tr("Fine-tune: few clips, from a model")}}),
          other(group, Kind::File, "/init", "--init", tr("Start from the model"),
                tr("Its weights are the start where they fit; brings its own network.")),
          whole(group, "/freeze_epochs", "--freeze-epochs", tr("Frozen epochs"),
                tr("So long only the new parts are trained; needs a model to start from."), 0,
                kMany, {}, tr("none")),
          choice(group, "/architecture", "--architecture", tr("Architecture"),
                 tr("The kind of network; its own sizes are below."), {})};
}

Options featureOptions() {
  const auto group = OptionGroup::Features;
  return {number(group, "/window_seconds", "--window-seconds", tr("Window"),
                 tr("Length of the sound that the network is given at a time."), 0, 60, tr(" s"),
                 tr("what suits the clips")),
          whole(group, "/features/sample_rate", "", tr("Sample rate"),
                tr("Sounds are resampled to it."), 1000, 768000, tr(" Hz")),
          whole(group, "/features/n_fft", "", tr("FFT"),
                tr("Length of a spectrum; even. Longer tells pitches apart, shorter moments."), 16,
                65536, tr(" samples")),
          whole(group, "/features/hop_samples", "", tr("Hop"),
                tr("From one frame to the next; at most the FFT."), 1, 65536, tr(" samples")),
          whole(group, "/features/n_mels", "", tr("Mel bands"),
                tr("Rows of the picture that the network sees."), 1, 1024),
          number(group, "/features/f_min_hz", "", tr("Lowest frequency"),
                 tr("Lower edge of the first band."), 0, 384000, tr(" Hz")),
          number(group, "/features/f_max_hz", "", tr("Highest frequency"),
                 tr("Upper edge of the last band; at most half the sample rate."), 1, 384000,
                 tr(" Hz")),
          choice(group, "/features/scale", "", tr("Logarithm"), tr("Of the power in a band."),
                 {{"decibel", tr("Decibels")}, {"natural_log", tr("Natural")}}),
          number(group, "/features/floor_power", "", tr("Floor of the power"),
                 tr("What is softer counts as this soft."), 1e-30, 1),
          number(group, "/features/offset_power", "", tr("Offset of the power"),
                 tr("Added before the logarithm."), 0, 1e6)};
}

Options optimisationOptions() {
  const auto group = OptionGroup::Optimisation;
  return {
      whole(group, "/epochs", "--epochs", tr("Epochs"), tr("Passes over the training clips."), 1,
            1e6),
      whole(group, "/batch_size", "--batch-size", tr("Batch size"),
            tr("Clips in a step; smaller needs less memory."), 2, 65536),
      number(group, "/learning_rate", "--learning-rate", tr("Learning rate"),
             tr("The highest of the schedule."), 1e-9, 100),
      choice(group, "/schedule", "--schedule", tr("Schedule"), tr("How the learning rate goes on."),
             {{"cosine", tr("Cosine: falls epoch by epoch")},
              {"one-cycle", tr("One cycle: rises, then falls")},
              {"constant", tr("Constant")}}),
      number(group, "/warm_up", "", tr("Warm-up"),
             tr("Share of the steps in which one cycle rises."), 0, 0.99),
      number(group, "/gradient_clip", "--gradient-clip", tr("Largest gradient"),
             tr("Longer gradients are shortened to this norm."), 0, 1e6, {}, tr("any")),
      number(group, "/averaging", "--averaging", tr("Averaging of weights"),
             tr("Decay of the running average that becomes the model; near 1 is slow."), 0, 0.99999,
             {}, tr("none")),
      whole(group, "/patience", "--patience", tr("Patience"),
            tr("Ends after so many epochs without a better one."), 0, kMany, {}, tr("never"))};
}

Options regularisationOptions() {
  const auto group = OptionGroup::Regularisation;
  return {number(group, "/weight_decay", "--weight-decay", tr("Weight decay"),
                 tr("Of AdamW; keeps weights small."), 0, 10, {}, tr("none")),
          other(group, Kind::Switch, "/decay_weights_only", "", tr("Decay weights only"),
                tr("Spares biases and norms the decay.")),
          number(group, "/label_smoothing", "--label-smoothing", tr("Label smoothing"),
                 tr("Share of a target that is spread over all classes."), 0, 0.99, {}, tr("none")),
          choice(group, "/class_balance", "--class-balance", tr("Balance of classes"),
                 tr("What is done where classes differ in size."),
                 {{"none", tr("Nothing")},
                  {"sampling", tr("Each class equally often")},
                  {"weights", tr("Rare classes count more")}})};
}

Options machineOptions() {
  const auto group = OptionGroup::Machine;
  return {choice(group, "/device", "--device", tr("Device"), tr("What computes."),
                 {{"auto", tr("The best there is")},
                  {"cpu", tr("Processor")},
                  {"cuda", tr("NVIDIA graphics card")}}),
          whole(group, "/threads", "--threads", tr("Threads"),
                tr("Fewer leave room for other work."), 0, 1024, {}, tr("all cores")),
          whole(group, "/seed", "--seed", tr("Seed"),
                tr("Decides all random choices: the same seed gives the same run."), 0,
                9007199254740992.0),
          other(group, Kind::Switch, "/bfloat16", "", tr("bfloat16"),
                tr("Shorter numbers: quicker on recent processors, a little less exact.")),
          whole(group, kSearchTrials, "--search", tr("Search trials"),
                tr("Tries so many other settings by successive halving, and ranks them."), 0, 1000,
                {}, tr("none"))};
}

/// "feed_forward" -> "Feed forward"
QString spoken(const std::string& key) {
  QString text = QString::fromStdString(key);
  text.replace(u'_', u' ');
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text;
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
      return tr("Data and split");
    case OptionGroup::Network:
      return tr("Network");
    case OptionGroup::Features:
      return tr("Features and window");
    case OptionGroup::Optimisation:
      return tr("Optimisation");
    case OptionGroup::Regularisation:
      return tr("Regularisation");
    case OptionGroup::Augmentation:
      return tr("Augmentation");
    case OptionGroup::Machine:
      return tr("Machine and search");
  }
  return {};
}

std::vector<TrainOption> trainOptions() {
  Options all;
  for (const auto group : {dataOptions, networkOptions, featureOptions, optimisationOptions,
                           regularisationOptions, machineOptions})
    std::ranges::move(group(), std::back_inserter(all));
  return all;
}

std::vector<TrainOption> architectureOptions(const nlohmann::json& architecture) {
  Options options;
  const auto help = architecture.value("setting_help", nlohmann::json::object());
  const auto choices = architecture.value("choices", nlohmann::json::object());
  for (const auto& [key, value] : architecture.at("settings").items()) {
    QString line = QString::fromStdString(help.value(key, std::string()));
    if (!line.isEmpty()) line = line.left(1).toUpper() + line.mid(1) + u'.';
    TrainOption option{OptionGroup::Network,
                       kindOf(value),
                       "/architecture_settings/" + key,
                       QStringLiteral("--architecture-settings"),
                       spoken(key),
                       line};
    option.highest = option.kind == Kind::Whole ? 65536 : 1;
    if (choices.contains(key)) {
      option.kind = Kind::Choice;
      for (const std::string word : choices.at(key))
        option.choices.emplace_back(word, spoken(word));
    }
    options.push_back(option);
  }
  return options;
}

}  // namespace earwitness::gui
