// SPDX-License-Identifier: GPL-3.0-or-later
// What coreText() and coreName() know.
#include <QtGlobal>

#include "app/gui/base/core_text.h"

namespace earwitness::gui {

namespace {

/// What coreName() makes of keys of the settings.
constexpr const char* kNames[] = {
    QT_TRANSLATE_NOOP("CoreNames", "Crop"),
    QT_TRANSLATE_NOOP("CoreNames", "Mel shift"),
    QT_TRANSLATE_NOOP("CoreNames", "Stretch"),
    QT_TRANSLATE_NOOP("CoreNames", "Roll"),
    QT_TRANSLATE_NOOP("CoreNames", "Shift"),
    QT_TRANSLATE_NOOP("CoreNames", "Gain"),
    QT_TRANSLATE_NOOP("CoreNames", "Filter"),
    QT_TRANSLATE_NOOP("CoreNames", "Band limit"),
    QT_TRANSLATE_NOOP("CoreNames", "Noise"),
    QT_TRANSLATE_NOOP("CoreNames", "Mixup"),
    QT_TRANSLATE_NOOP("CoreNames", "Between class"),
    QT_TRANSLATE_NOOP("CoreNames", "Frequency mask"),
    QT_TRANSLATE_NOOP("CoreNames", "Time mask"),
    QT_TRANSLATE_NOOP("CoreNames", "Shortest"),
    QT_TRANSLATE_NOOP("CoreNames", "Longest"),
    QT_TRANSLATE_NOOP("CoreNames", "Probability"),
    QT_TRANSLATE_NOOP("CoreNames", "Bands"),
    QT_TRANSLATE_NOOP("CoreNames", "Share"),
    QT_TRANSLATE_NOOP("CoreNames", "Seconds"),
    QT_TRANSLATE_NOOP("CoreNames", "Bends"),
    QT_TRANSLATE_NOOP("CoreNames", "Lowest"),
    QT_TRANSLATE_NOOP("CoreNames", "Softest"),
    QT_TRANSLATE_NOOP("CoreNames", "Loudest"),
    QT_TRANSLATE_NOOP("CoreNames", "Alpha"),
    QT_TRANSLATE_NOOP("CoreNames", "Count"),
    QT_TRANSLATE_NOOP("CoreNames", "Frames"),
    QT_TRANSLATE_NOOP("CoreNames", "Mean"),
    QT_TRANSLATE_NOOP("CoreNames", "Channels"),
    QT_TRANSLATE_NOOP("CoreNames", "Dropout"),
    QT_TRANSLATE_NOOP("CoreNames", "Feed forward"),
    QT_TRANSLATE_NOOP("CoreNames", "Heads"),
    QT_TRANSLATE_NOOP("CoreNames", "Layers"),
    QT_TRANSLATE_NOOP("CoreNames", "Position points"),
    QT_TRANSLATE_NOOP("CoreNames", "Positions"),
    QT_TRANSLATE_NOOP("CoreNames", "Kernels"),
    QT_TRANSLATE_NOOP("CoreNames", "Strides"),
    QT_TRANSLATE_NOOP("CoreNames", "Pools"),
    QT_TRANSLATE_NOOP("CoreNames", "Hidden"),
    QT_TRANSLATE_NOOP("CoreNames", "Patch"),
    QT_TRANSLATE_NOOP("CoreNames", "Stem"),
    QT_TRANSLATE_NOOP("CoreNames", "Stride"),
    QT_TRANSLATE_NOOP("CoreNames", "Expansions"),
    QT_TRANSLATE_NOOP("CoreNames", "Top moments"),
    QT_TRANSLATE_NOOP("CoreNames", "Sinusoidal"),
    QT_TRANSLATE_NOOP("CoreNames", "Learned"),
    QT_TRANSLATE_NOOP("CoreNames", "Rotary"),
    QT_TRANSLATE_NOOP("CoreNames", "Width"),
};

/// %1 and so on stand for names, numbers and other texts of the list.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)
constexpr const char* kTexts[] = {
    QT_TRANSLATE_NOOP("Core", "MobileNetV3 over (bands, time), the EfficientAT family"),
    QT_TRANSLATE_NOOP("Core", "factor of all channels, 0.1 to 4"),
    QT_TRANSLATE_NOOP("Core", "No examples: never detected"),
    QT_TRANSLATE_NOOP("Core", "1 example: expect mistakes"),
    QT_TRANSLATE_NOOP("Core", "%1 examples: expect mistakes"),
    QT_TRANSLATE_NOOP("Core", "%1 examples: some mistakes"),
    QT_TRANSLATE_NOOP("Core", "%1 examples: few mistakes"),
    QT_TRANSLATE_NOOP("Core", "Add an example to '%1'"),
    QT_TRANSLATE_NOOP("Core", "Add a counter-example to '%1'"),
    QT_TRANSLATE_NOOP("Core", "Remove an example from '%1'"),
    QT_TRANSLATE_NOOP("Core", "Remove the class '%1'"),
    QT_TRANSLATE_NOOP("Core", "Rename the class '%1'"),
    QT_TRANSLATE_NOOP("Core", "The class needs a name."),
    QT_TRANSLATE_NOOP("Core", "The class cannot be called '%1': %2. Choose another name."),
    QT_TRANSLATE_NOOP("Core",
                      "The class cannot be renamed: '%1' is already in use. Choose another name."),
    QT_TRANSLATE_NOOP(
        "Core", "The model '%1' cannot be taught: it has no embedding. Choose another model."),
    QT_TRANSLATE_NOOP("Core", "The model cannot be taught: it is not open, or has no embedding."),
    QT_TRANSLATE_NOOP("Core", "There is no sound to learn from. Select a longer part."),
    QT_TRANSLATE_NOOP(
        "Core", "There is nothing to learn in the segment: it is too short. Mark a longer one."),
    QT_TRANSLATE_NOOP("Core",
                      "The audio of this sound is no longer available. Select a newer one."),
    QT_TRANSLATE_NOOP("Core",
                      "The taught classes cannot be saved: another program has changed '%1' "
                      "meanwhile. Choose the model again to load it."),
    QT_TRANSLATE_NOOP("Core", "Change the threshold of '%1'"),
    QT_TRANSLATE_NOOP("Core", "Import taught classes"),
    QT_TRANSLATE_NOOP("Core", "The example no longer exists."),
    QT_TRANSLATE_NOOP("Core", "Unknown taught class '%1'."),
    QT_TRANSLATE_NOOP("Core",
                      "The class '%1' cannot be added: a model can have at most %2 taught classes. "
                      "Remove one first."),
    QT_TRANSLATE_NOOP("Core",
                      "The class '%1' already has %2 examples. Train a model with its clips "
                      "instead."),
    QT_TRANSLATE_NOOP("Core",
                      "The taught classes in '%1' are in use by another program. Try again in a "
                      "moment."),
    QT_TRANSLATE_NOOP("Core",
                      "The last edit cannot be undone: another program has changed the taught "
                      "classes since."),
    QT_TRANSLATE_NOOP("Core",
                      "The edit cannot be repeated: another program has changed the taught classes "
                      "since."),
    QT_TRANSLATE_NOOP("Core", "The file '%1' does not exist, or is not a file."),
    QT_TRANSLATE_NOOP("Core",
                      "The file '%1' does not contain taught classes. Choose a file that was "
                      "exported from the taught sounds (.earwitness-taught)."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The file '%1' was exported by a newer Earwitness. Update Earwitness to import it."),
    QT_TRANSLATE_NOOP("Core", "The file '%1' is damaged: %2. Export or copy it again."),
    QT_TRANSLATE_NOOP("Core", "its list of classes is not valid JSON"),
    QT_TRANSLATE_NOOP("Core", "the clip of an example is missing"),
    QT_TRANSLATE_NOOP("Core", "the clip of an example is not FLAC"),
    QT_TRANSLATE_NOOP("Core", "the clip of an example cannot be decoded, or is too long"),
    QT_TRANSLATE_NOOP("Core", "'%1' cannot be unpacked"),
    QT_TRANSLATE_NOOP("Core",
                      "The taught classes cannot be exported: they have too many examples for one "
                      "file. Train a model with their clips instead."),
    QT_TRANSLATE_NOOP("Core",
                      "No model can be created: '%1' has no taught classes with examples. Teach it "
                      "a class first."),
    QT_TRANSLATE_NOOP(
        "Core", "No model can be created: the taught classes belong to another model than '%1'."),
    QT_TRANSLATE_NOOP("Core", "it begins or ends with a blank"),
    QT_TRANSLATE_NOOP("Core", "it has more than %1 bytes"),
    QT_TRANSLATE_NOOP("Core", "it is not valid UTF-8"),
    QT_TRANSLATE_NOOP("Core", "it has control characters"),
    QT_TRANSLATE_NOOP("Core", "this is the name of the background"),
    QT_TRANSLATE_NOOP("Core", "The example cannot be added: its time or length is not valid."),
    QT_TRANSLATE_NOOP("Core",
                      "The example cannot be added: the model's answer to it is not a number. Mark "
                      "another segment."),
    QT_TRANSLATE_NOOP("Core", "The threshold of '%1' has to be between 0 and 1."),
    QT_TRANSLATE_NOOP("Core",
                      "%1 The file was renamed to '%2', and the model starts without them."),
    QT_TRANSLATE_NOOP("Core", "The taught classes in '%1' are damaged: %2."),
    QT_TRANSLATE_NOOP("Core", "The taught classes in '%1' belong to another model."),
    QT_TRANSLATE_NOOP("Core", "the file is not valid JSON"),
    QT_TRANSLATE_NOOP("Core",
                      "The taught classes cannot be saved: '%1' is there but could not be read. "
                      "Move it away first."),
    QT_TRANSLATE_NOOP("Core", "The folder '%1' for taught classes cannot be created: %2."),
    QT_TRANSLATE_NOOP(
        "Core", "The taught classes belong to another model. Teach them again with this one."),
    QT_TRANSLATE_NOOP("Core", "The teacher temperature must be above 0 and at most 100."),
    QT_TRANSLATE_NOOP("Core", "The share of the teacher's answers must be between 0 and 1."),
    QT_TRANSLATE_NOOP("Core", "The number of versions of a clip must be between 1 and 1000."),
    QT_TRANSLATE_NOOP("Core",
                      "No teacher knows %1, which is learned from its clips' labels alone."),
    QT_TRANSLATE_NOOP("Core",
                      "No teacher knows %1, which are learned from their clips' labels alone."),
    QT_TRANSLATE_NOOP("Core",
                      "%1 file in '%2' is skipped, because it is in the labelled data set, broken, "
                      "or the same as another file."),
    QT_TRANSLATE_NOOP("Core",
                      "%1 files in '%2' are skipped, because they are in the labelled data set, "
                      "broken, or the same as another file."),
    QT_TRANSLATE_NOOP("Core", "The network has no embedding: it does not end with a linear layer."),
    QT_TRANSLATE_NOOP("Core",
                      "The example cannot be added: its embedding has %1 values, and the model's "
                      "have %2. Teach it again with this model."),
    QT_TRANSLATE_NOOP("Core",
                      "The example cannot be added: its id '%1' is not valid or already in use."),
    QT_TRANSLATE_NOOP("Core",
                      "The model's embeddings of the reference sounds cannot be used: they are not "
                      "%1 numbers each."),
    QT_TRANSLATE_NOOP("Core", "There is not enough memory to read the clip of an example."),
    QT_TRANSLATE_NOOP("Core", "it is longer than %1"),
    QT_TRANSLATE_NOOP("Core", "'%1' has no sensible size"),
    QT_TRANSLATE_NOOP("Core", "The taught classes cannot be exported to '%1': is the disk full?"),
    QT_TRANSLATE_NOOP("Core",
                      "The weights file '%1' is damaged: its list of tensors cannot be read. Fetch "
                      "or copy it again."),
    QT_TRANSLATE_NOOP(
        "Core", "The weights file '%1' is damaged: part of it is missing. Fetch or copy it again."),
    QT_TRANSLATE_NOOP("Core",
                      "The weights file '%1' was refused: it contains '%2', and only tensors, "
                      "dictionaries, lists, numbers and texts are read. Ask its author for a file "
                      "with the network's state dictionary alone."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The weights file '%1' contains weights without a network, and the family of its network "
        "is not known here. In PyTorch, save the network with torch.jit.script(model).save()."),
    QT_TRANSLATE_NOOP("Core",
                      "The weights file '%1' contains no dictionary of tensors. Ask its author for "
                      "the network's state dictionary."),
    QT_TRANSLATE_NOOP("Core", "A frozen backbone needs a pretrained model (--init)."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A frozen backbone is frozen in all epochs. Do not set frozen epochs (--freeze-epochs)."),
    QT_TRANSLATE_NOOP("Core",
                      "With a frozen backbone, each clip's embedding is computed once, so clips "
                      "cannot be augmented. Choose no augmentation (--augmentation none)."),
    QT_TRANSLATE_NOOP(
        "Core", "The backbone cannot be frozen: the pretrained model has no weights for '%1'."),
    QT_TRANSLATE_NOOP("Core",
                      "A frozen backbone cannot learn from a teacher, because clips are not "
                      "augmented. Freeze no layers (--freeze none) or name no teacher "
                      "(--teacher)."),
    QT_TRANSLATE_NOOP(
        "Core", "Clips without labels need a teacher. Choose one under Teachers (--teacher)."),
    QT_TRANSLATE_NOOP("Core",
                      "The teacher '%1' knows none of the classes, such as '%2'. Choose a teacher "
                      "whose labels include them, or rename the classes."),
    QT_TRANSLATE_NOOP("Core",
                      "The folder '%1' contains no audio files that can be read. Choose another "
                      "folder of clips without labels (--teacher-data)."),
    QT_TRANSLATE_NOOP("Core",
                      "The sound '%1' is shorter than its file says. Remove it from the data set."),
    // Steps of augmentation and their strengths.
    QT_TRANSLATE_NOOP(
        "Core",
        "Random crop instead of the whole window. All examples of a batch get the same length"),
    QT_TRANSLATE_NOOP("Core", "Shifts the audio up or down in frequency"),
    QT_TRANSLATE_NOOP("Core", "Changes the speed"),
    QT_TRANSLATE_NOOP("Core", "Random start: the end wraps around to the start"),
    QT_TRANSLATE_NOOP("Core", "Shifts the audio in time. Gaps are filled with silence"),
    QT_TRANSLATE_NOOP("Core", "Makes the audio louder or quieter"),
    QT_TRANSLATE_NOOP("Core",
                      "Changes the frequency response, as rooms and microphones do (FilterAugment, "
                      "Nam et al., 2022)"),
    QT_TRANSLATE_NOOP("Core",
                      "Low-pass filter: removes everything above a frequency, as cheap microphones "
                      "and telephones do"),
    QT_TRANSLATE_NOOP("Core", "Adds generated noise or hum"),
    QT_TRANSLATE_NOOP("Core", "Mixes two clips' spectrograms and labels (Zhang et al., 2018)"),
    QT_TRANSLATE_NOOP(
        "Core", "Mixes two clips' powers at equal level, and their labels (Tokozume et al., 2018)"),
    QT_TRANSLATE_NOOP("Core", "Masks frequency bands (SpecAugment, Park et al., 2019)"),
    QT_TRANSLATE_NOOP("Core", "Masks frames (SpecAugment)"),
    QT_TRANSLATE_NOOP("Core", "seconds"),
    QT_TRANSLATE_NOOP("Core", "fraction of the batches"),
    QT_TRANSLATE_NOOP("Core", "fraction of the examples"),
    QT_TRANSLATE_NOOP("Core", "mel bands (fractions allowed)"),
    QT_TRANSLATE_NOOP("Core", "speed between 1 / (1 + share) and 1 + share"),
    QT_TRANSLATE_NOOP("Core", "largest fraction of the window"),
    QT_TRANSLATE_NOOP("Core", "at most, in both directions"),
    QT_TRANSLATE_NOOP("Core", "dB at most, in both directions"),
    QT_TRANSLATE_NOOP("Core", "points with linear gain in between"),
    QT_TRANSLATE_NOOP("Core", "Hz, lowest random limit"),
    QT_TRANSLATE_NOOP("Core", "dB, highest signal-to-noise ratio"),
    QT_TRANSLATE_NOOP("Core", "dB, lowest signal-to-noise ratio"),
    QT_TRANSLATE_NOOP("Core", "alpha of the Beta distribution of the mixing weights"),
    QT_TRANSLATE_NOOP("Core", "mel bands at most"),
    QT_TRANSLATE_NOOP("Core", "masks"),
    QT_TRANSLATE_NOOP("Core", "fill with 0 dB (0) or with the window's mean (1)"),
    QT_TRANSLATE_NOOP("Core", "frames at most"),
    QT_TRANSLATE_NOOP("Core",
                      "The augmentation step 'crop' has a shortest length above its longest."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The augmentation step 'noise' has its loudest signal-to-noise ratio above its softest."),
    // Networks and their sizes.
    QT_TRANSLATE_NOOP(
        "Core", "Baseline: 1-D residual convolutions, CLS token, Transformer encoder, SwiGLU"),
    QT_TRANSLATE_NOOP("Core", "channels of the convolutions and width of the encoder"),
    QT_TRANSLATE_NOOP("Core", "dropout: fraction of values dropped in training"),
    QT_TRANSLATE_NOOP("Core", "width of the encoder layers' feed-forward network"),
    QT_TRANSLATE_NOOP("Core", "attention heads (the channels must be a multiple of them)"),
    QT_TRANSLATE_NOOP("Core", "encoder layers, 1 to 4"),
    QT_TRANSLATE_NOOP("Core",
                      "learned positions only: points of the table over 12.8 s, interpolated in "
                      "between; 512: one per step"),
    QT_TRANSLATE_NOOP("Core", "position encoding"),
    QT_TRANSLATE_NOOP("Core", "Residual 1-D convolutions over time, bands as channels"),
    QT_TRANSLATE_NOOP("Core", "of each residual block"),
    QT_TRANSLATE_NOOP("Core", "dropout before the head: fraction of values dropped in training"),
    QT_TRANSLATE_NOOP("Core", "of each block, odd, in steps of its input"),
    QT_TRANSLATE_NOOP("Core", "of each block"),
    QT_TRANSLATE_NOOP("Core", "Plain 2-D convolutions over (bands, time) with pooling"),
    QT_TRANSLATE_NOOP("Core", "of each convolution"),
    QT_TRANSLATE_NOOP("Core", "[bands, time] of the max pooling after each convolution"),
    QT_TRANSLATE_NOOP("Core", "2-D convolutions, then a bidirectional LSTM along time"),
    QT_TRANSLATE_NOOP("Core", "units of the LSTM in each direction"),
    QT_TRANSLATE_NOOP("Core", "Transformer encoder on overlapping patches of the log-mel"),
    QT_TRANSLATE_NOOP("Core", "width of the encoder"),
    QT_TRANSLATE_NOOP("Core", "encoder layers, 1 to 8"),
    QT_TRANSLATE_NOOP("Core", "[bands, time] of a patch, in rows and steps of the stem output"),
    QT_TRANSLATE_NOOP(
        "Core",
        "channels of the convolutions before the patches, each of which halves bands and time"),
    QT_TRANSLATE_NOOP("Core", "[bands, time] from one patch to the next"),
    QT_TRANSLATE_NOOP(
        "Core", "2-D inverted residual blocks over (bands, time), pooled over the loudest moments"),
    QT_TRANSLATE_NOOP("Core", "channels inside each block"),
    QT_TRANSLATE_NOOP("Core",
                      "channels of the first convolutions, each of which halves bands and time"),
    QT_TRANSLATE_NOOP("Core", "[bands, time] of each block"),
    QT_TRANSLATE_NOOP("Core", "number of loudest moments per channel and band that are averaged"),
    // Generated sounds.
    QT_TRANSLATE_NOOP("Core", "siren"),
    QT_TRANSLATE_NOOP("Core", "engine"),
    QT_TRANSLATE_NOOP("Core", "vacuum cleaner"),
    QT_TRANSLATE_NOOP("Core", "beeps"),
    QT_TRANSLATE_NOOP("Core", "chirps"),
    QT_TRANSLATE_NOOP("Core", "clicks"),
    QT_TRANSLATE_NOOP("Core", "silence"),
    QT_TRANSLATE_NOOP("Core", "white noise"),
    QT_TRANSLATE_NOOP("Core", "pink noise"),
    QT_TRANSLATE_NOOP("Core", "brown noise"),
    QT_TRANSLATE_NOOP("Core", "hum"),
    QT_TRANSLATE_NOOP("Core", "digital silence"),
    // Data sets and their splits.
    QT_TRANSLATE_NOOP("Core", "its peak is %1 dBFS"),
    QT_TRANSLATE_NOOP("Core", "%1 of 1000 samples"),
    QT_TRANSLATE_NOOP("Core", "%1 ms"),
    QT_TRANSLATE_NOOP("Core", "it is listed twice"),
    QT_TRANSLATE_NOOP("Core", "the same audio"),
    QT_TRANSLATE_NOOP("Core", "it is listed twice, also as '%1'"),
    QT_TRANSLATE_NOOP("Core", "the same audio, also as '%1'"),
    QT_TRANSLATE_NOOP("Core", "%1 to train, %2 to validate"),
    QT_TRANSLATE_NOOP("Core", "fold %1"),
    QT_TRANSLATE_NOOP("Core", "folds %1"),
    QT_TRANSLATE_NOOP("Core", "none"),
    QT_TRANSLATE_NOOP("Core", "%1 % of each class to validate"),
    QT_TRANSLATE_NOOP("Core", "%1 % of each class to validate, drawn with seed %2"),
    QT_TRANSLATE_NOOP("Core",
                      "%1 % of each class to validate, whole recordings, drawn with seed %2"),
    QT_TRANSLATE_NOOP("Core", "No clip of '%1' can be used."),
    QT_TRANSLATE_NOOP("Core",
                      "The class '%1' has no usable clips. Fix its files or remove the class."),
    QT_TRANSLATE_NOOP("Core", "A model needs at least two classes; '%1' has one."),
    QT_TRANSLATE_NOOP("Core", "The class '%1' has no training clips."),
    QT_TRANSLATE_NOOP("Core", "The class '%1' and %2 more have no training clips."),
    QT_TRANSLATE_NOOP("Core",
                      "The class '%1' has no validation clips, so the results do not cover it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The class '%1' and %2 more have no validation clips, so the results do not cover them."),
    QT_TRANSLATE_NOOP("Core",
                      "One recording is in both the training and the validation set ('%1' and "
                      "'%2'), so results may be too optimistic."),
    QT_TRANSLATE_NOOP("Core",
                      "%1 recordings are in both the training and the validation set (such as '%2' "
                      "and '%3'), so results may be too optimistic."),
    QT_TRANSLATE_NOOP("Core",
                      "The same recording is in both the training and the validation set ('%1' and "
                      "'%2'). Split by recording (--split source), or allow it under Shared "
                      "recordings (--allow-shared-sources)."),
    QT_TRANSLATE_NOOP("Core",
                      "The recording '%1' is in both the training and the validation set ('%2' and "
                      "'%3'). Split by recording (--split source), or allow it under Shared "
                      "recordings (--allow-shared-sources)."),
    QT_TRANSLATE_NOOP("Core", "The data set '%1' has no folds to choose from."),
    QT_TRANSLATE_NOOP("Core", "The data set '%1' does not define a training and a validation set."),
    QT_TRANSLATE_NOOP("Core",
                      "The data set '%1' does not name the recording that a clip was cut from. "
                      "Split it another way."),
    QT_TRANSLATE_NOOP("Core", "There is no folder '%1'."),
    QT_TRANSLATE_NOOP("Core",
                      "'%1' is an audio file. Choose the folder that contains the data set."),
    QT_TRANSLATE_NOOP(
        "Core", "The folder '%1' contains no audio files in folders named after their class."),
    QT_TRANSLATE_NOOP("Core", "The data set '%1' (layout %2) lists no labelled clips."),
    QT_TRANSLATE_NOOP("Core", "The data set '%1' (layout %2) lists no labelled clips (%3)."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The folder '%1' contains no table (.csv or .tsv). Choose one under Table (--table)."),
    QT_TRANSLATE_NOOP("Core",
                      "The folder '%1' contains several tables. Choose one under Table (--table)."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The table '%1' lists %2 files, none of which was found in '%3' (line %4: '%5' fits %6)."),
    QT_TRANSLATE_NOOP(
        "Core", "The table '%1' lists %2 files, none of which was found in '%3' (line %4: '%5')."),
    QT_TRANSLATE_NOOP("Core",
                      "%1 Change it or move it away. To use the names of the folders as labels, "
                      "choose the layout of one folder per class (--layout folders)."),
    QT_TRANSLATE_NOOP("Core", "%1 Change it, or choose another table under Table (--table)."),
    QT_TRANSLATE_NOOP("Core",
                      "The folder '%1' contains several tables (%2). Choose one under Table "
                      "(--table). To use the names of the folders as labels, choose the layout of "
                      "one folder per class (--layout folders)."),
    QT_TRANSLATE_NOOP(
        "Core", "The table '%1' is not used: no column is recognised as the column of files."),
    QT_TRANSLATE_NOOP("Core", "The table '%1' is not text in a known encoding. Save it as UTF-8."),
    QT_TRANSLATE_NOOP("Core", "The table '%1' has no rows."),
    QT_TRANSLATE_NOOP("Core", "The table '%1' is empty."),
    QT_TRANSLATE_NOOP("Core", "The table '%1' was read as %2 text."),
    QT_TRANSLATE_NOOP(
        "Core", "The table '%1' has no header, and no column of labels after the column of files."),
    QT_TRANSLATE_NOOP("Core",
                      "No column of the table '%1' is recognised as the column of %2. Choose it "
                      "with %3 (columns: %4)."),
    QT_TRANSLATE_NOOP("Core", "files' paths"),
    QT_TRANSLATE_NOOP("Core", "clips' ends"),
    QT_TRANSLATE_NOOP("Core", "clips' starts"),
    QT_TRANSLATE_NOOP("Core",
                      "The table '%1' has commas in %2 class names, such as '%3'. If they separate "
                      "labels, set the label separator (--label-separator ',')."),
    QT_TRANSLATE_NOOP("Core",
                      "The table '%1' has commas in %2 class name, such as '%3'. If they separate "
                      "labels, set the label separator (--label-separator ',')."),
    QT_TRANSLATE_NOOP("Core",
                      "All clips are from one recording ('%1'), so it is in both training and "
                      "validation, and results may be too optimistic."),
    QT_TRANSLATE_NOOP("Core", "Labels were read from the %1 label files next to the audio files."),
    QT_TRANSLATE_NOOP("Core", "Labels were read from the %1 label file next to the audio files."),
    QT_TRANSLATE_NOOP("Core",
                      "%1 of %2 clips have several labels (%3) and are skipped, because the model "
                      "is trained for one label per clip. To use them, train with several labels "
                      "per clip (--labels-per-clip multi)."),
    QT_TRANSLATE_NOOP("Core", "Without them there are no clips of: %1."),
    QT_TRANSLATE_NOOP("Core",
                      "All clips of '%1' have several labels (%2), and a model is trained for one "
                      "label per clip. To use them, train with several labels per clip "
                      "(--labels-per-clip multi)."),
    QT_TRANSLATE_NOOP("Core",
                      "%1 clip has no label and is used as an example without any of the classes."),
    QT_TRANSLATE_NOOP(
        "Core", "%1 clips have no label and are used as examples without any of the classes."),
    QT_TRANSLATE_NOOP("Core", "several labels: %1"),
    QT_TRANSLATE_NOOP("Core", "the classes '%1' and '%2' look alike"),
    QT_TRANSLATE_NOOP("Core",
                      "In '%1' the classes '%2' and '%3' look alike. To make them one class, "
                      "choose Join classes that look alike (--join-alike)."),
    QT_TRANSLATE_NOOP("Core", "the file type is not supported"),
    QT_TRANSLATE_NOOP("Core", "not recognised as an audio file"),
    QT_TRANSLATE_NOOP("Core", "it is in no folder of a class"),
    QT_TRANSLATE_NOOP("Core", "a link to the data set's own folder is not a class"),
    QT_TRANSLATE_NOOP("Core", "its name is that of no split: train, val or test"),
    QT_TRANSLATE_NOOP("Core", "there is no label file next to it"),
    QT_TRANSLATE_NOOP("Core", "it is one of several tables of labels"),
    QT_TRANSLATE_NOOP("Core", "line %1 of its table has no label for it"),
    QT_TRANSLATE_NOOP("Core", "line %1 names no file"),
    QT_TRANSLATE_NOOP("Core", "line %1 has no label"),
    QT_TRANSLATE_NOOP("Core", "line %1: '%2' fits %3 files: %4"),
    QT_TRANSLATE_NOOP("Core", "line %1: '%2' fits the same file as another name of the table"),
    QT_TRANSLATE_NOOP("Core", "line %1: %2"),
    QT_TRANSLATE_NOOP("Core", "its end is not after its start"),
    QT_TRANSLATE_NOOP("Core", "its start is before the start of its file"),
    QT_TRANSLATE_NOOP("Core", "its start '%1' is not a time"),
    QT_TRANSLATE_NOOP("Core", "its end '%1' is not a time"),
    QT_TRANSLATE_NOOP("Core", "line %1 of %2 (%3) is not inside the file, which is %4 s long"),
    QT_TRANSLATE_NOOP("Core", "line %1 of %2 (%3) overlaps line %4 of %5 (%6)"),
    QT_TRANSLATE_NOOP("Core", "%1 to %2 s"),
    QT_TRANSLATE_NOOP("Core", "%1 clips overlap others of the same file, such as: %2."),
    QT_TRANSLATE_NOOP("Core", "%1 clips end after their file, such as: %2."),
    QT_TRANSLATE_NOOP("Core", "A clip overlaps another of the same file: %1."),
    QT_TRANSLATE_NOOP("Core", "A clip ends after its file: %1."),
    QT_TRANSLATE_NOOP("Core",
                      "A model needs at least two classes; '%1' has one. Add a background class "
                      "(--background auto). %2"),
    QT_TRANSLATE_NOOP("Core", "The table '%1' is a spreadsheet's own file. Save it as CSV."),
    QT_TRANSLATE_NOOP("Core", "The feature cache cannot be written to '%1': is the disk full?"),
    // Sound.
    QT_TRANSLATE_NOOP("Core", "'%1' cannot be opened as audio: %2"),
    QT_TRANSLATE_NOOP("Core", "'%1' contains no audio."),
    QT_TRANSLATE_NOOP("Core", "there is no such file."),
    QT_TRANSLATE_NOOP("Core", "it is a folder."),
    QT_TRANSLATE_NOOP("Core", "it is not a regular file."),
    QT_TRANSLATE_NOOP("Core", "the file is empty."),
    QT_TRANSLATE_NOOP("Core", "the file is damaged or not supported (supported: %1)."),
    QT_TRANSLATE_NOOP("Core",
                      "WAV, FLAC, MP3, Ogg, Opus, M4A, AAC, WMA, AMR, AIFF, CAF, the sound of MP4, "
                      "MOV, MKV and WebM files, and others"),
    QT_TRANSLATE_NOOP("Core", "it contains no audio."),
    QT_TRANSLATE_NOOP("Core", "it is cut off: it contains a header but no audio."),
    QT_TRANSLATE_NOOP(
        "Core",
        "its table of contents is missing, so it was cut off or its recording never ended."),
    QT_TRANSLATE_NOOP("Core", "its header is damaged (%1 Hz, %2 channels)."),
    QT_TRANSLATE_NOOP(
        "Core", "it is read with FFmpeg's libraries, and %1 is missing. Install %2, %3 and %4."),
    QT_TRANSLATE_NOOP("Core", "'%1' is damaged: it contains samples that are not numbers."),
    QT_TRANSLATE_NOOP("Core", "'%1' is cut off or damaged: none of its audio can be read."),
    QT_TRANSLATE_NOOP("Core",
                      "'%1' has only 1 channel, so %2 cannot be analysed. Choose another channel "
                      "(--channel)."),
    QT_TRANSLATE_NOOP("Core",
                      "'%1' has only %2 channels, so %3 cannot be analysed. Choose another channel "
                      "(--channel)."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Microphone '%1' has only 1 channel, so %2 cannot be analysed. Choose another "
        "channel (--channel)."),
    // What is said next to a file's result.
    QT_TRANSLATE_NOOP("Core", "Only the first %1 could be read: %2."),
    QT_TRANSLATE_NOOP("Core", "Only %1 of %2 could be read: %3."),
    QT_TRANSLATE_NOOP("Core", "1 sample is not a number and was replaced by silence."),
    QT_TRANSLATE_NOOP("Core", "%1 samples are not numbers and were replaced by silence."),
    QT_TRANSLATE_NOOP("Core", "The channels cancel each other out, so only %1 was analysed."),
    QT_TRANSLATE_NOOP(
        "Core", "The channels of microphone '%1' cancel each other out, so only %2 is analysed."),
    QT_TRANSLATE_NOOP("Core", "the left channel"),
    QT_TRANSLATE_NOOP("Core", "the right channel"),
    QT_TRANSLATE_NOOP("Core", "channel %1"),
    QT_TRANSLATE_NOOP("Core", "the file is cut off"),
    QT_TRANSLATE_NOOP("Core", "the file is cut off or damaged"),
    QT_TRANSLATE_NOOP("Core", "the file cannot be read further (%1)"),
    QT_TRANSLATE_NOOP("Core", "the samples after that are not numbers"),
    QT_TRANSLATE_NOOP("Core", "what was joined to its end is damaged"),
    QT_TRANSLATE_NOOP(
        "Core", "what was joined to its end has another sample rate (%1 Hz instead of %2 Hz)"),
    QT_TRANSLATE_NOOP("Core", "its sample rate changes to %1 Hz"),
    QT_TRANSLATE_NOOP("Core", "what was given"),
    QT_TRANSLATE_NOOP("Core", "the GUANO metadata"),
    QT_TRANSLATE_NOOP("Core", "the AudioMoth's comment"),
    QT_TRANSLATE_NOOP("Core", "the Song Meter's metadata"),
    QT_TRANSLATE_NOOP("Core", "the Broadcast Wave header"),
    QT_TRANSLATE_NOOP("Core", "the file name"),
    QT_TRANSLATE_NOOP("Core",
                      "The start of the recording is not known: the date or time in the file name "
                      "can be read in several ways."),
    QT_TRANSLATE_NOOP("Core",
                      "The start of the recording is not known: %1 says %2, but %3 says %4."),
    QT_TRANSLATE_NOOP("Core",
                      "Clocks in the time zone '%1' skip %2, so the start of the recording is kept "
                      "as written."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Clocks in the time zone '%1' show %2 twice, so the start of the recording is "
        "kept as written."),
    QT_TRANSLATE_NOOP("Core",
                      "Unknown time zone '%1'. Use a name like Europe/Berlin, an offset like "
                      "+02:00, UTC, or local for the zone of this computer."),
    QT_TRANSLATE_NOOP("Core", "'%1' cannot be written as audio: %2"),
    QT_TRANSLATE_NOOP("Core", "the disk is full. Free some space."),
    QT_TRANSLATE_NOOP("Core", "the encoder failed."),
    QT_TRANSLATE_NOOP("Core",
                      "No microphone found. Connect one, or check that the sound system is "
                      "running. You can still open audio files."),
    QT_TRANSLATE_NOOP("Core",
                      "Microphone '%1' is not connected. Connect it, or choose another one."),
    QT_TRANSLATE_NOOP("Core",
                      "Microphone '%1' cannot be opened: %2. Another program may be using it."),
    QT_TRANSLATE_NOOP("Core",
                      "Microphone '%1' cannot be opened: %2. Check it in the system's sound "
                      "settings, or choose another one."),
    QT_TRANSLATE_NOOP(
        "Core", "Microphone '%1' stopped sending audio. Earwitness keeps trying to reconnect."),
    QT_TRANSLATE_NOOP("Core", "Computer sound (%1)"),
    QT_TRANSLATE_NOOP(
        "Core", "No loudspeaker found. Connect one, or check that the sound system is running."),
    QT_TRANSLATE_NOOP("Core",
                      "Loudspeaker '%1' cannot be opened: %2. Another program may be using it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Loudspeaker '%1' stopped accepting audio. Check that it is connected, and play again."),
    QT_TRANSLATE_NOOP("Core", "%1 The result is in '%2'."),
    QT_TRANSLATE_NOOP(
        "Core", "'%1' was not saved because the disk is full. Free some space and try again."),
    QT_TRANSLATE_NOOP("Core", "'%1' was not written: the reader has closed it."),
    QT_TRANSLATE_NOOP("Core", "'%1' cannot be written: %2"),
    QT_TRANSLATE_NOOP("Core", "it is not the name of a file."),
    QT_TRANSLATE_NOOP("Core", "it is a disk, and would be overwritten."),
    QT_TRANSLATE_NOOP("Core", "it is a socket."),
    QT_TRANSLATE_NOOP(
        "Core",
        "its folder does not let it be replaced, and writing into it could lose what it contains."),
    QT_TRANSLATE_NOOP("Core", "'%1' cannot be read: %2"),
    QT_TRANSLATE_NOOP("Core", "The log '%1' cannot be read: %2."),
    // Models.
    QT_TRANSLATE_NOOP("Core", "The model was not ready within %1 s."),
    QT_TRANSLATE_NOOP("Core", "The model gave no answer within %1 s and is being started again."),
    QT_TRANSLATE_NOOP("Core", "The model was not run: this system cannot confine it (%1: %2)."),
    QT_TRANSLATE_NOOP(
        "Core", "The model was not run: it can only be confined before other threads are started."),
    QT_TRANSLATE_NOOP("Core",
                      "The model '%1' failed on a window: %2. It runs in a sandbox, where it "
                      "cannot open files, start programs or use the network."),
    QT_TRANSLATE_NOOP("Core", "The model '%1' failed on a window: %2."),
    QT_TRANSLATE_NOOP("Core", "'%1' is not a model file: a TorchScript archive (.pt) is expected."),
    QT_TRANSLATE_NOOP("Core", "'%1' is not a model file: it is a folder or a device."),
    QT_TRANSLATE_NOOP("Core", "The model file '%1' does not exist."),
    QT_TRANSLATE_NOOP("Core", "The model file '%1' cannot be read: %2."),
    QT_TRANSLATE_NOOP("Core",
                      "The model file '%1' has no description (earwitness.json), so its labels and "
                      "feature settings are not known."),
    QT_TRANSLATE_NOOP("Core",
                      "The model file '%1' is damaged: its description cannot be unpacked."),
    QT_TRANSLATE_NOOP("Core",
                      "The model file '%1' is damaged: its description has no sensible size."),
    QT_TRANSLATE_NOOP("Core", "The model file '%1' is damaged: its description is not valid JSON."),
    QT_TRANSLATE_NOOP("Core", "It names sounds in plain noise and silence (see noise_check)."),
    QT_TRANSLATE_NOOP("Core", "The file '%1' is cut off or damaged: fetch or copy it again."),
    QT_TRANSLATE_NOOP("Core",
                      "The file '%1' is not a TorchScript file. In PyTorch, "
                      "torch.jit.script(model).save() writes one."),
    QT_TRANSLATE_NOOP("Core", "The file '%1' is an archive, but not a TorchScript file."),
    QT_TRANSLATE_NOOP("Core",
                      "The file '%1' contains weights without a network, as torch.save() writes "
                      "them. Save the network with torch.jit.script(model).save()."),
    QT_TRANSLATE_NOOP("Core", "There are no labels in '%1'."),
    QT_TRANSLATE_NOOP("Core", "One of the labels in '%1' is empty."),
    QT_TRANSLATE_NOOP("Core",
                      "The label '%1' is twice in '%2'. Use a different name for each label."),
    QT_TRANSLATE_NOOP("Core", "%1 kHz, %2 mel bands %3-%4 Hz, FFT %5, hop %6, %7"),
    QT_TRANSLATE_NOOP("Core", "natural log"),
    QT_TRANSLATE_NOOP("Core", "dB"),
    // Recordings, events and alerts.
    QT_TRANSLATE_NOOP("Core", "%1 GiB"),
    QT_TRANSLATE_NOOP("Core",
                      "Recording is paused: the disk with '%1' has %2 left, but %3 must stay free. "
                      "Free some space."),
    QT_TRANSLATE_NOOP("Core",
                      "The folder for recordings '%1' cannot be created: %2. Choose another one."),
    QT_TRANSLATE_NOOP("Core",
                      "The folder for recordings '%1' cannot be written: %2. Choose another one."),
    QT_TRANSLATE_NOOP("Core", "A recording is lost. %1"),
    QT_TRANSLATE_NOOP("Core", "%1 recordings are lost. %2"),
    QT_TRANSLATE_NOOP("Core", "The end of the recording is lost. %1"),
    QT_TRANSLATE_NOOP("Core", "The audio is no longer in memory."),
    QT_TRANSLATE_NOOP("Core",
                      "Alerts cannot be shown on the desktop: there is no session bus (%1). Start "
                      "Earwitness inside a desktop session, or turn notifications off."),
    QT_TRANSLATE_NOOP("Core", "Too many files are open: %1. Close other programs and try again."),
    QT_TRANSLATE_NOOP("Core", "The webhook cannot be called: there is not enough memory."),
    QT_TRANSLATE_NOOP("Core",
                      "The web library libcurl.so.4 is missing. Install the package libcurl4."),
    QT_TRANSLATE_NOOP("Core",
                      "The web library libcurl.so.4 is too old. Update the package libcurl4."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The web library libcurl.so.4 could not be started. Reinstall the package libcurl4."),
    QT_TRANSLATE_NOOP(
        "Core", "The webhook is not called: its address must begin with http:// or https://."),
    QT_TRANSLATE_NOOP(
        "Core", "The event store '%1' was not saved because the disk is full. Free some space."),
    QT_TRANSLATE_NOOP(
        "Core", "The event store '%1' is in use by another program. Close it, or try again later."),
    QT_TRANSLATE_NOOP("Core",
                      "The event store '%1' is damaged or not an Earwitness file. Move or rename "
                      "it to start a new one."),
    QT_TRANSLATE_NOOP("Core",
                      "The event store '%1' is damaged. Move or rename it to start a new one."),
    QT_TRANSLATE_NOOP(
        "Core", "The event store '%1' cannot be written: the file or its folder is read-only."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The event store '%1' was written by a newer version of Earwitness. Use that version."),
    QT_TRANSLATE_NOOP("Core",
                      "The settings in '%1' are damaged: the file is not valid JSON. Correct it, "
                      "or delete it to start with the defaults."),
    // Trainings.
    QT_TRANSLATE_NOOP("Core", "There is not enough memory for this training. Try a smaller batch."),
    QT_TRANSLATE_NOOP("Core", "The training failed: %1"),
    QT_TRANSLATE_NOOP(
        "Core", "The training diverged (the loss is not a number). Try a lower learning rate."),
    QT_TRANSLATE_NOOP("Core",
                      "There are too few training clips for a batch. At least two are needed."),
    QT_TRANSLATE_NOOP("Core",
                      "A model needs at least two classes; '%1' has one. Add a background class "
                      "(--background auto)."),
    QT_TRANSLATE_NOOP("Core",
                      "No CUDA device was found. Choose Processor under Device (--device cpu)."),
    QT_TRANSLATE_NOOP("Core", "The window must be between 0.1 and 60 seconds."),
    QT_TRANSLATE_NOOP("Core", "Frozen epochs need a pretrained model (--init)."),
    QT_TRANSLATE_NOOP("Core", "All layers are frozen, so there is nothing to train."),
    QT_TRANSLATE_NOOP("Core", "A network needs at least one mel band and one class."),
    QT_TRANSLATE_NOOP("Core", "A search needs at least one trial."),
    QT_TRANSLATE_NOOP("Core", "No trial of the search could be trained: %1"),
    QT_TRANSLATE_NOOP("Core", "The folder '%1' does not contain a training run."),
    QT_TRANSLATE_NOOP("Core", "The results of run '%1' are damaged. Its model can still be used."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Another training is using the run folder '%1'. Wait for it, or choose another folder."),
    QT_TRANSLATE_NOOP(
        "Core", "The data in '%1' have changed since the run was interrupted. Start a new run."),
    QT_TRANSLATE_NOOP("Core", "The corrections in '%1' %2."),
    // Downloads of models.
    QT_TRANSLATE_NOOP("Core",
                      "'%1' could not be downloaded: %2. Try again later, or download it with a "
                      "web browser."),
    QT_TRANSLATE_NOOP("Core",
                      "'%1' could not be downloaded: %2. Check the network connection and try "
                      "again, or download it with a web browser."),
    QT_TRANSLATE_NOOP("Core", "'%1' could not be downloaded: %2. Try again to resume it."),
    QT_TRANSLATE_NOOP("Core", "'%1' could not be downloaded: %2. Free some space and try again."),
    QT_TRANSLATE_NOOP("Core",
                      "'%1' could not be downloaded: %2. Check the permissions of the folder and "
                      "try again."),
    QT_TRANSLATE_NOOP("Core",
                      "'%1' could not be downloaded: %2. Look for it on the page of its authors."),
    QT_TRANSLATE_NOOP("Core",
                      "'%1' could not be downloaded: %2. Check the address in a web browser."),
    QT_TRANSLATE_NOOP("Core", "'%1' could not be downloaded: %2. Wait until it has finished."),
    QT_TRANSLATE_NOOP("Core",
                      "'%1' could not be downloaded: %2. Add them to https_proxy and try again, or "
                      "download it with a web browser."),
    QT_TRANSLATE_NOOP("Core",
                      "'%1' could not be downloaded: %2. Check the date of this computer, or use "
                      "another network. For a proxy with certificates of its own, set "
                      "SSL_CERT_FILE."),
    QT_TRANSLATE_NOOP("Core", "'%1' could not be downloaded: %2. Update the package libcurl4."),
    QT_TRANSLATE_NOOP(
        "Core", "'%1' could not be downloaded: %2. Use an address that begins with https://."),
    QT_TRANSLATE_NOOP("Core", "%1, %2 of %3 received"),
    QT_TRANSLATE_NOOP("Core", "%1, %2 received"),
    QT_TRANSLATE_NOOP("Core", "the connection ended"),
    QT_TRANSLATE_NOOP("Core", "there is not enough memory"),
    QT_TRANSLATE_NOOP("Core", "the web library refuses its settings"),
    QT_TRANSLATE_NOOP("Core", "the server announces %1 bytes instead of the expected %2"),
    QT_TRANSLATE_NOOP("Core", "the server sends more than it should, and at most %1 are accepted"),
    QT_TRANSLATE_NOOP("Core", "the server redirects again and again"),
    QT_TRANSLATE_NOOP("Core", "the proxy asks for a user name and password"),
    QT_TRANSLATE_NOOP("Core", "the address is not encrypted"),
    QT_TRANSLATE_NOOP("Core", "the address is not valid"),
    QT_TRANSLATE_NOOP(
        "Core",
        "the file has %1 bytes instead of the expected %2. The downloaded file was deleted"),
    QT_TRANSLATE_NOOP("Core", "the connection was interrupted (%1)"),
    QT_TRANSLATE_NOOP("Core", "the server cannot be reached (%1)"),
    QT_TRANSLATE_NOOP("Core", "the server stopped sending (%1 without data)"),
    QT_TRANSLATE_NOOP("Core", "the server no longer has this file (status %1)"),
    QT_TRANSLATE_NOOP("Core", "the server answered with status %1"),
    QT_TRANSLATE_NOOP("Core", "the server announces a file of %1, and at most %2 are accepted"),
    QT_TRANSLATE_NOOP("Core", "the server redirects to an address that is not encrypted (https)"),
    QT_TRANSLATE_NOOP("Core", "the server could not prove its identity (%1)"),
    QT_TRANSLATE_NOOP("Core", "another Earwitness is downloading it"),
    QT_TRANSLATE_NOOP("Core", "the disk of '%1' is full"),
    QT_TRANSLATE_NOOP("Core", "it needs %1 of disk space, but the disk of '%2' has %3 left"),
    QT_TRANSLATE_NOOP("Core",
                      "the file is damaged or not the expected one (SHA-256 %1 instead of %2). The "
                      "downloaded file was deleted"),
    // What the window itself throws.
    QT_TRANSLATE_NOOP(
        "Core",
        "The program earwitness-cli, which runs the models, was not found. Reinstall Earwitness."),
    QT_TRANSLATE_NOOP("Core", "The folder '%1' cannot be created: %2. Choose another one."),
    QT_TRANSLATE_NOOP("Core", "The folder '%1' cannot be created: %2"),
    QT_TRANSLATE_NOOP("Core", "The event log '%1' cannot be written: %2"),
    QT_TRANSLATE_NOOP("Core", "The folder '%1' for models cannot be created: %2"),
    QT_TRANSLATE_NOOP("Core", "The model file '%1' cannot be removed: %2"),
    QT_TRANSLATE_NOOP("Core",
                      "The microphone was disconnected. Connect it again, or choose another one."),
    QT_TRANSLATE_NOOP("Core", "The run '%1' is being trained. Stop it first."),
    QT_TRANSLATE_NOOP("Core", "The run '%1' already exists. Choose another name."),
    QT_TRANSLATE_NOOP("Core", "The run '%1' cannot be renamed: %2"),
    QT_TRANSLATE_NOOP("Core", "A folder for the training cannot be created in '%1': %2"),
    QT_TRANSLATE_NOOP("Core", "The training process has not stopped yet. Try again in a moment."),
    QT_TRANSLATE_NOOP("Core", "The training is already running."),
    QT_TRANSLATE_NOOP("Core", "The settings '%1' are damaged. Start a new training."),
    QT_TRANSLATE_NOOP("Core", "The file '%1' does not contain settings."),
    QT_TRANSLATE_NOOP("Core", "The file '%1' is damaged. Start a new search."),
    QT_TRANSLATE_NOOP("Core", "This folder cannot be created: '%1': %2"),
    QT_TRANSLATE_NOOP("Core", "This folder cannot be read: '%1': %2"),
    QT_TRANSLATE_NOOP("Core", "This folder cannot be renamed: '%1': %2"),
    QT_TRANSLATE_NOOP("Core", "This file cannot be copied into the class: '%1': %2"),
    QT_TRANSLATE_NOOP("Core", "The data set '%1' already exists. Choose another name."),
    QT_TRANSLATE_NOOP("Core", "A name is needed."),
    QT_TRANSLATE_NOOP("Core", "There is not enough memory. Close other programs, then try again."),
    QT_TRANSLATE_NOOP("Core", "'%1' cannot be used: %2."),
    QT_TRANSLATE_NOOP("Core", "An unexpected error occurred."),
    QT_TRANSLATE_NOOP("Core", "The name '%1' has no letter or digit. Choose another one."),
    QT_TRANSLATE_NOOP("Core", "The class '%1' already exists. Choose another name."),
    QT_TRANSLATE_NOOP("Core", "The example cannot be written to '%1': %2"),
    QT_TRANSLATE_NOOP("Core",
                      "The card of the model '%1' does not describe its network, so it cannot be "
                      "used as a pretrained model."),
    QT_TRANSLATE_NOOP("Core", "The bundled model is missing. Reinstall Earwitness."),
    QT_TRANSLATE_NOOP("Core", "The file does not contain training settings."),
    QT_TRANSLATE_NOOP("Core",
                      "These settings have version %1, but this program supports version %2."),
    QT_TRANSLATE_NOOP("Core",
                      "The name '%1' is in use again. The deleted item is still in the trash."),
    QT_TRANSLATE_NOOP("Core", "'%1' cannot be restored from the trash: %2"),
    QT_TRANSLATE_NOOP("Core",
                      "'%1' cannot be moved to the trash. Nothing was deleted. Check the "
                      "permissions of the folder, or delete it in your file manager."),
    // Lengths and sizes within sentences: last, since they are so short.
    QT_TRANSLATE_NOOP("Core", "%1 min %2 s"),
    QT_TRANSLATE_NOOP("Core", "%1 h %2 min"),
    QT_TRANSLATE_NOOP("Core", "%1 s"),
    QT_TRANSLATE_NOOP("Core", "%1 bytes"),
    QT_TRANSLATE_NOOP("Core", "%1 byte"),
    QT_TRANSLATE_NOOP("Core", "%1 kB"),
    QT_TRANSLATE_NOOP("Core", "%1 MB"),
    QT_TRANSLATE_NOOP("Core", "%1 GB"),
};
// NOLINTEND(bugprone-suspicious-missing-comma)

}  // namespace

std::span<const char* const> coreTexts() {
  return kTexts;
}

std::span<const char* const> coreNames() {
  return kNames;
}

}  // namespace earwitness::gui
