<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Earwitness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Earwitness %1&lt;/h3&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listens, draws what it hears, and names it. Nothing leaves this machine.&lt;br&gt;&lt;br&gt;Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassTableModel</name>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event begins at this smoothed score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter events are not reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new event of the class for so long after one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown, no events, not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always shown among the classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its events send alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its events trigger the recorder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Listens to the microphone, draws what it hears, and says what it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this model file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not listen until asked to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to this microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak this language: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Append what is heard to this file, one JSON object a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture of the window, and quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds before the picture is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print how long the start took, in milliseconds, as a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print at the end how listening went, as a JSON object: windows, losses, delays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio files or folders to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[files...]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--language knows %1 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--after needs a number of seconds, such as 3 or 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostText</name>
    <message>
        <source>%1 G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 for each trial that runs to its end (%2 trials)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 multiply-adds a window of %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 multiply-adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on disk (%2 free)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk has not enough room: %1 are needed, %2 are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips that train: %1; that validate: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvesPlot</name>
    <message>
        <source>Save picture (PNG)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save drawing (SVG)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save figures (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataSentences</name>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a class</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unequal classes: %1 has %2 and %3 only %4. A model learns a rare class badly; add sounds to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few sounds: %1 – fewer than %2 clips. Ten make a first try, forty a good model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No background: without a class of room and noise the model has to call every sound one of yours. The settings can add noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leakage: %1 on two sides of the split (%2 in %3, %4 in %5). Results would look better than they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 recording stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 recordings stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ESC-50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UrbanSound8K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train.tsv and eval.tsv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sounds yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed, but not there; left out of the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be read to the end; left out of the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds no sound; left out of the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to no class; left out of the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to be heard: the model would learn silence as this class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded too loud; the distortion is learned with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under a tenth of a second; there is little to learn from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same sound as another file: results may look better than they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DroppedFiles</name>
    <message>
        <source>%1 of the things dropped, &apos;%2&apos; among them, hold no audio; WAV, FLAC, Ogg and MP3 files do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no audio files in &apos;%1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no audio file; WAV, FLAC, Ogg and MP3 files can be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventExport</name>
    <message>
        <source>%L1 sounds of %L2 files were written into &apos;%3&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 sounds were written to &apos;%2&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audacity labels (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raven selection table (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no events to export yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events written to &apos;%1&apos;: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reported. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileText</name>
    <message>
        <source>Waiting (paused)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the model to be ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;1 %</source>
        <comment>a percentage below one</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>CSV table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audacity labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raven selection table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPresets</name>
    <message>
        <source>Earwitness: 16 kHz, 80 bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like YAMNet: 16 kHz, 64 bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like PANNs: 32 kHz, 64 bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like AST: 16 kHz, 128 bands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log-mel, %1 bands from %2 to %3 Hz, FFT of %4 samples, a frame each %5 ms, %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decibels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>natural logarithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one sound at a time (softmax)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several sounds at a time (each on its own)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probabilities as the network gives them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it hears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kHz, mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the waveform itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s, in files one each %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy on clips it did not train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy in cross-validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its spread over the folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On noise and silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names a sound in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, mostly %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often confused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called %1, %2 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips to validate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input of the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionEditor</name>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file for: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureRender</name>
    <message>
        <source>%1 dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunLibrary</name>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, trial %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Best epoch %1: %2 balanced accuracy, loss %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 epoch in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 epochs in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended early, as no epoch was better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features: %L1 of %L2 clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listing the sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sounds ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %L1 of %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 clips/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk, then resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused after epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the training&apos;s process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 clips in %2 classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training was broken off: its process was killed, or the computer was turned off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training was broken off in epoch %1: its process was killed, or the computer was turned off. No epoch is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with batches of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start without the broken file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start without %L1 broken files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change settings…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignalWatch</name>
    <message>
        <source>No signal: is it muted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet: turn the gain up if you expect more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly too loud: turn the gain down a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too loud, it clips: turn the gain down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level is good.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainOptions</name>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the folder is laid out; normally it is recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ESC-50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UrbanSound8K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report&apos;s: train.tsv, eval.tsv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of clips in the data set&apos;s folder; empty: the one that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: path, file, filename, audio and the like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: label, class or category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: fold, where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says train, val or test; empty: split, where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording that a clip was cut from; empty: source, where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes files that lie outside the data set&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of clips that got another label or are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What decides which clips train and which validate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the data set has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its train and val</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds that train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 1, 2, 3; empty: all that do not validate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds that validate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 4; empty: the last one, or none where those that train are named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share that validates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of each class, where there are no folds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allows clips of one recording on both sides; figures then flatter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class of generated noise, hum and silence, so that these are not called something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is trained; sets optimisation, regularisation and augmentation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report: masks, AdamW, cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong: mixing, shifts, averaging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live: strong, for a microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune: few clips, from a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights are the start where they fit; brings its own network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So long only the new parts are trained; needs a model to start from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind of network; its own sizes are below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the sound that the network is given at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what suits the clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds are resampled to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FFT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of a spectrum; even. Longer tells pitches apart, shorter moments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From one frame to the next; at most the FFT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mel bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the picture that the network sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower edge of the first band.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper edge of the last band; at most half the sample rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the power in a band.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decibels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Natural</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor of the power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is softer counts as this soft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset of the power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added before the logarithm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes over the training clips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips in a step; smaller needs less memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest of the schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine: falls epoch by epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cycle: rises, then falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the steps in which one cycle rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer gradients are shortened to this norm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaging of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay of the running average that becomes the model; near 1 is slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends after so many epochs without a better one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of AdamW; keeps weights small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay weights only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spares biases and norms the decay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of a target that is spread over all classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done where classes differ in size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each class equally often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rare classes count more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer leave room for other work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides all random choices: the same seed gives the same run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter numbers: quicker on recent processors, a little less exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries so many other settings by successive halving, and ranks them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data and split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features and window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine and search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPresets</name>
    <message>
        <source>Quick look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report&apos;s recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best small model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune bundled model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small network for a minute or two: shows whether the sounds can be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network, masks and 50 epochs exactly as in the report, to compare with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundled model&apos;s network, trained long with strong augmentation. Takes a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts from what the bundled model has learned: best for few clips of a class.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open audio files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the audio files of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the list of events as CSV, JSON Lines, Audacity labels or a Raven selection table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the live picture as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze the live picture to scroll back; listening goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jump to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the live picture go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the stretch that is selected in the live picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save stretch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the stretch that is selected in the live picture as WAV or FLAC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn my &amp;room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to the empty room for 20 seconds, so that it stays quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record what &amp;triggers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a clip of each event, a little before and after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record &amp;everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all that is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new &amp;microphones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for microphones that were plugged in; listening pauses for a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected event was what it is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected event was something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another &amp;label…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the selected event was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next older event that was not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the selected event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;hy, or why not?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores against thresholds at the selected event or moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to &amp;data set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the selected events, or the selected stretch, as labelled clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Suggest thresholds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds and durations that fit what you reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red&amp;o review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model from a folder of sounds, or from your own recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All events so far, with search and counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard &amp;shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Earwitness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::AlertTester</name>
    <message>
        <source>Test alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::AlertsPage</name>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop &amp;notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the desktop notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One for each class; a later one takes its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two soft tones. The microphone may hear them, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>program &quot;an argument&quot; another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comm&amp;and:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started without a shell. It gets the alert as JSON on its standard input, and EARWITNESS_LABEL, _SCORE and _TIME; it has ten seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the web hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Web hook:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same JSON is sent to this address. Empty: nothing leaves your machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cool-&amp;down:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After an alert, its class is silent for so long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quiet hours from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <comment>from a time to a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alerts between these times; events are still listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For which classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clas&amp;ses:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ticks the class that is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web address begins with http:// or https:// and a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They end when they begin, so no hour is quiet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::AugmentationEditor</name>
    <message>
        <source>No step: the network sees the clips as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps vary the training clips, from first to last, anew in each epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the steps of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps ●</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>augmentation steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::AugmentationPreview</name>
    <message>
        <source>Log-mel before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-mel after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another &amp;draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows another sound of the data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same sound with other random numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose sounds to see what the steps make of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::AugmentationStepRow</name>
    <message>
        <source>dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program does not know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::BatchPane</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by name or sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which files are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of all files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop analysing for now, and go on from there later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop analysing all files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse the files that were cancelled or failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the sounds that were found into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program was found that opens &apos;%1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for audio files: %L1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 not analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ByteSizeEdit</name>
    <message>
        <source>MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassActions</name>
    <message>
        <source>&amp;New class…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sound to be learned (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record sounds for the chosen class (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy sounds into the chosen class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the chosen class (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the chosen class and its clips to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be heard? A name such as “doorbell”:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassBars</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassCard</name>
    <message>
        <source>Record my room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record, or drop sounds here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassColumn</name>
    <message>
        <source>Find a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List all classes, hidden ones too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassFiguresTable</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the clips are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the clips called so, the share that is so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the clips that are so, the share called so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassModel</name>
    <message>
        <source>no sounds yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a class, its clips</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassPanel</name>
    <message>
        <source>Classes now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: reported at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pin: always show it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide: no events, no alerts, no clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the &amp;model&apos;s threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Now %2, reported at %3%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (the model&apos;s threshold)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden: it makes no events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the mark to report it sooner or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No class has this in its name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassTableModel</name>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s own value; enter another to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2%3</source>
        <comment>class, column and value in a table</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassView</name>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClassesPage</name>
    <message>
        <source> %</source>
        <comment>a percentage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset to the model&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey values are the model&apos;s own; a double click or F2 changes one. Space ticks a box.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::CliJob</name>
    <message>
        <source>The program earwitness-cli ended without an answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClipDelegate</name>
    <message>
        <source>no picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClipList</name>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear the clip (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the file in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the clips to the trash (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a class to see its clips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no clips yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: 1 clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %L2 clips</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClipListModel</name>
    <message>
        <source>%1 %2</source>
        <comment>a class and its score</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <comment>what was said, and the right class with its score</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ClipRecorder</name>
    <message>
        <source>The microphone gives no sound. See whether it is switched off, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ConfusionClips</name>
    <message>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label that the data set gives (U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an action and its key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are none: the run validated nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a cell of the matrix or a class of the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a class and its clips</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, rightly named (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, called %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run kept only the clips that were called something else; one that is trained now keeps all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What are these %1 clips?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a class of this data set; choose one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ConfusionPane</name>
    <message>
        <source>Order of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By confusion: classes that are taken for one another stand together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts or rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates: shares of a class&apos;s clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole matrix (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large enough to read every label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was validated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no clips to validate with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, rightly named: %2 of %3 clips (%4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, called %2: %3 of %4 clips (%5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is ↓</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::CostLine</name>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding out what it takes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it takes is told once there are sounds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::CurveCanvas</name>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning
rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best: epoch %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::CurveCursor</name>
    <message>
        <source>Epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced accuracy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::CurvesPlot</name>
    <message>
        <source>Curves of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves begin with the first epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel: zoom · drag: move · double click: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Logarithmic loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;moothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running average, weight %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves: what is shown, export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curves</source>
        <comment>name of a file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::DeskSettingsKeeper</name>
    <message>
        <source>Changed settings are not kept, because %1 could be neither read nor moved aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The defaults are used, and changes are not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was kept as %1, and the defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::DetectionPage</name>
    <message>
        <source>&amp;Pass over what does not rise above the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Learn my room (%1 s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smoothing:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More makes events steadier and later; 0 takes each window as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty room stays quiet, whatever the model makes of its hum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make no sound while it is learned. Learn it again after moving the microphone or changing its gain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room was learned yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A room was learned, from %1 of sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room was learned on %1, from %2 of sound.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::DeviceCombo</name>
    <message>
        <source>PulseAudio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PipeWire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JACK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone to listen to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the computer plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System default (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not connected)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::DropOverlay</name>
    <message>
        <source>Drop to analyse (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAV, FLAC, Ogg, MP3, or a folder of them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventDesk</name>
    <message>
        <source>Select an event in the list first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound of this event is not kept any more. Switch the recorder on to keep the sound of events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores are kept for the last ten minutes of listening; those of a file are drawn below its picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows what a wrong event was: give it another label (L) first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set folder, with a folder for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips written to &apos;%1&apos;: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, not kept any more: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model, or no event store, to fit thresholds with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventLane</name>
    <message>
        <source>Events in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and Right step through the events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventStrip</name>
    <message>
        <source>Sounds found in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventTableModel</name>
    <message>
        <source>going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the start of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::EventTrack</name>
    <message>
        <source>Its score stayed below the threshold of the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was shorter than the class&apos;s minimum duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came too soon after the class&apos;s last event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not louder than the empty room.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ExpertPage</name>
    <message>
        <source>&amp;Only changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No option fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an option: a word of its name or help, or --flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All options go back to the values of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>group, number of changed options</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed options: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ExportDialog</name>
    <message>
        <source>Table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audacity labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raven selection table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (%L1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those listed (%L1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those chosen (%L1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to export into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::FileOpener</name>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open audio files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample: a siren, crickets and church bells</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::FilePane</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one file over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list of all files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop analysing this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse this file once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · no model, so nothing is named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · sounds found: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (%L1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::FileTable</name>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the files is like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop audio files or folders here, or open them with Ctrl+O.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::FileTableModel</name>
    <message>
        <source>%1 · %2 at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class with the highest mean score over the whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best sound</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::FileView</name>
    <message>
        <source>The file over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best classes of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop an audio file here, or open one with Ctrl+O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear the chosen sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best classes appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HealthStrip</name>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time from a window of sound to its scores, the way to the model&apos;s process included: the median of the last ten seconds, and its share of the time there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the last sample of a window to its scores: the median of the last ten seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound that was lost between the microphone and the program, in samples, and windows that the model was too slow for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the last ten seconds of the microphone were like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms · %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · windows %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clips</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HeardTable</name>
    <message>
        <source>What was heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is heard is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HistoryFilters</name>
    <message>
        <source>Search events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search sounds, devices, files and models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live or files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a sound and how many</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HistoryModel</name>
    <message>
        <source>going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the file was analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HistoryPage</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an action and its key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take review back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is shown as a table or as labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was it really?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo deleting 1 event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo deleting %L1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events</source>
        <comment>name of a file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HistoryPlot</name>
    <message>
        <source>Events over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, from %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::HistoryTable</name>
    <message>
        <source>Stored events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events here. What is heard, live and in files, is kept in this list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ImportDialog</name>
    <message>
        <source>a waveform of any length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a waveform of %1 samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log-mel windows of any length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log-mel windows of %1 frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network of %1 parameters. It takes %2 and answers with %3 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1 it hears:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window takes %1 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On plain noise it names a sound in %1 of windows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a network that somebody saved as TorchScript. It is looked into by a process of its own that can neither write files nor reach the internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A TorchScript file (.pt), such as torch.jit.save() writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TorchScript file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try on a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try on a so&amp;und file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it hears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TorchScript (*.pt *.pth *.jit *.ts *.zip);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio (*.wav *.flac *.ogg *.oga *.opus *.mp3 *.aif *.aiff)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels cannot be written for the import: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program earwitness-cli answered with something unknown; please install Earwitness anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is among your models now. Use it at once?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ImportForm</name>
    <message>
        <source>Waveform: samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform: 1 × samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform: 1 × 1 × samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-mel: frames × bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-mel: 1 × frames × bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-mel: 1 × bands × frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-mel: 1 × 1 × frames × bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-mel: 1 × 1 × bands × frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Labels:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Li&amp;cence:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What others may do with it, if you know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Input:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample &amp;rate:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer with the la&amp;bels:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Several sounds at a time:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: one sound at a time (softmax)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes: each on its own (logistic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers with probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-mel input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;FFT:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hop:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ban&amp;ds:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;owest frequency:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hi&amp;ghest frequency:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo&amp;garithm:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decibels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Natural</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mean to take away:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None; or one number, or one for each band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;andard deviation:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many numbers as means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line, in the order of the network&apos;s outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network takes no other number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network takes no other length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has %1 outputs; %2 labels are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels: %1, as many as outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels (*.txt *.csv *.tsv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::InputPanel</name>
    <message>
        <source>Learning the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the sound of events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: no sound is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::LanguagePage</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the window&apos;s texts. A change shows when Earwitness is started again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::LevelMeter</name>
    <message>
        <source>Input level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input level in dB below full scale: the bar is the RMS level, the line the peak.
The lamp at the right lights when the input clips.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::LiveDesk</name>
    <message>
        <source>The room is learned: what is no louder than it makes no events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room was not learned: the stream has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room was not learned: listening has stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No signal from &apos;%1&apos; for 10 seconds. Is it muted? Another one can be chosen in the list of microphones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not learned: faint noise may be named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned. What is no louder makes no events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned, but switched off in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds taken: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning the room was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Listen first: the room is learned from the microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep quiet for 20 seconds: the room is being learned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::LivePane</name>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen; listening goes on. Space continues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Press Listen to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::MainWindow</name>
    <message>
        <source>Earwitness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model was found. Open one from the Model menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Classes: %2
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphones found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing heard yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model&apos;s eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ModelCardDialog</name>
    <message>
        <source>Model card: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the card and the labels as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported from a score of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 labels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ModelEye</name>
    <message>
        <source>What the model gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No window yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ln of the power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frames, %2 bands, %3 to %4 %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ModelManager</name>
    <message>
        <source>came with Earwitness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waveform, %1 kHz, %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log-mel, %1 kHz, %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;card…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start with this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in use: use another one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager could be opened; the folder is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move “%1” to the trash?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ModelMenu</name>
    <message>
        <source>&amp;Open model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manage models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.pt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::OptionRow</name>
    <message>
        <source>Reset: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::OverviewView</name>
    <message>
        <source>Spectrogram of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %L2 Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ParallelPlot</name>
    <message>
        <source>Settings of the trials against balanced accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a setting and its value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a trial and its settings</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::PictureActions</name>
    <message>
        <source>Send stretch to &amp;data set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why, or why not here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a stretch of the live picture first: drag over it while Shift is held, or while it is frozen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound of this stretch is not kept any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAV (*.wav);;FLAC (*.flac)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound written to &apos;%1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture written to &apos;%1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture &apos;%1&apos; cannot be written. Choose another folder, or see whether the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it? One of the classes, or a new one:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::PictureControls</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+=</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible time (%1, %2; in the picture + and -, or Ctrl+wheel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next frequency axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours; Ice suits light surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the first colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the last colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic floor and ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor and ceiling follow what is visible</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::PresetsPage</name>
    <message>
        <source>Sh&amp;ow them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a &amp;background class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated noise, hum and silence, so that an empty room is not called one of your sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the run:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run and its model are called; may stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the run %1. A choice below replaces them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed options: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ProblemList</name>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems by kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a kind of problem, how many</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ProblemModel</name>
    <message>
        <source>%1
%2</source>
        <comment>what is wrong, what it means</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a kind of problem, how many</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
same as
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <comment>the same sound, a file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RecordDialog</name>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record my room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the room speak for itself: the fan, the street, your keyboard. The model learns what is none of your sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the sound several times, with pauses. Each time it is heard becomes a clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of a clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Microphone:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clips of:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording starts in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>length of a clip, where in the recording</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only silence was recorded. Come closer, or turn the microphone up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 clip, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 clips, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep 1 clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep %1 clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RecordingPage</name>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record &amp;nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record what &amp;triggers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record &amp;everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events are listed, their sound is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clip for each event, with a little before and after it, in a folder for its class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file after the other, an hour long each, and the clips of events as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder for recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;older:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where recordings go. Empty: the folder shown in grey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLAC, about half the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAV, read by everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both keep the sound without loss, 16 bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Before:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So much of what was heard before an event goes into its clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;After:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same after its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At mo&amp;st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit the space that recordings take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Q&amp;uota:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is reached, the oldest clips are removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave free:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With less than this free on the disk, nothing is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep per class:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many of the newest clips of each class stay, whatever the quota says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole path, beginning with a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be kept; give more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 used now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ResultFigures</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3 windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fires on noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the classes&apos; recalls on clips it did not train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of one window on one thread of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a figure&apos;s name and value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ResultPage</name>
    <message>
        <source>The run has no model yet; its first epoch has not ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has not come to its end; its figures are those of its best epoch so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model names sounds in plain noise. Add a background class, record your room for it, and train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds the model to your own and listens with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same settings once more, with clips relabelled and left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model &amp;card…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model says of itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s file, and its card as text beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Share…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file with the model and its card inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con&amp;fusions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;rves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected clips: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model and card as text (*.pt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model and card as Markdown (*.pt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is in %1, its card in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share the model as one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.pt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is in %1, with its card inside.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::Reviewer</name>
    <message>
        <source>Select an event in the list first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No older event waits for a review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was it, if not %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What were these %1 events?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunComparison</name>
    <message>
        <source>&amp;Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ttings that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one or more runs to see their curves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunLister</name>
    <message>
        <source>The runs cannot be listed: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunSettingsMenu</name>
    <message>
        <source>%1: balanced accuracy %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunTable</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunTableModel</name>
    <message>
        <source>%1 (search)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::RunsPage</name>
    <message>
        <source>Filter: name, state, data, recipe, network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resul&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use &amp;settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new run with the settings of this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run&apos;s name has no / and does not begin with a dot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the run “%1” and its model to the trash?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1 runs and their models to the trash?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move to trash</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ScorePlot</name>
    <message>
        <source>Scores over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SearchPage</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Best result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result of the best trial so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Result of the trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result of the selected trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the search; the best so far is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 trials begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best so far: trial %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SettingsComparison</name>
    <message>
        <source>Settings that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two or more runs to see how their settings differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs have the same settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel, + and − zoom; when frozen, wheel, arrows, Home and End move; Shift+drag selects, Esc clears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and Right step through the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down choose, Left and Right move the threshold, P pins, H hides, Backspace resets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SoundSetEditor</name>
    <message>
        <source>My sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renaming the set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the example&apos;s sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying the sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renaming the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sound was added to “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 sounds were added to “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound of this stretch is not kept any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stretch is a clip of “%1” in “%2” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo deleting 1 clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo deleting %L1 clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo deleting “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing back what was deleted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SoundsPage</name>
    <message>
        <source>Looking through “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model needs at least two classes with sounds. Make a class, or record your room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop sounds on a card to add them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems (%L1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my own set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>what it is, what is in it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %L2 of %L3</source>
        <comment>what is done, how far</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with a folder for each class, a data set, or a table of files and labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which class is it? Drop sounds on the card of their class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model learns from many sounds: drop the folder that holds them, or make a set of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One data set at a time: drop the folder that holds all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all files were checked; broken ones show up in the training only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to my sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the set:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder of sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SourceBar</name>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sounds:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename this set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to my sounds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A set of your own with copies of these clips, to add classes, recordings and your room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty set of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A data set in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CSV or TSV with a column of files and one of labels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SpectrogramView</name>
    <message>
        <source>Live spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the picture run again, at what is heard now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now (%1 behind)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running; %1 visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 Hz · %3 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::StartPane</name>
    <message>
        <source>What shall Earwitness learn to hear?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model learns from examples: some clips of every sound, and some of the room without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a folder of sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop it here, or choose it: a folder for each class, ESC-50, UrbanSound8K, or a table of files and labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record my own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name your sounds and record some of each with the microphone, or drop files on them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>140 made-up sounds of seven classes: from here to a model in three minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on with my sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no set of yours yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings and classes that you made before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::StatusLine</name>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · restarting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarts: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s process has ended and is being started again; listening goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s process does not run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::StoragePage</name>
    <message>
        <source>Event store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep every event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class, time, scores and your review; the history page reads them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An SQLite file; any tool for these can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::SuggestionsDialog</name>
    <message>
        <source>Suggested thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the reviewed events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to suggest yet. A class needs at least four reviewed events, and a wrong one among them: select events in the list and press Y or N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These values part the events that you confirmed from those that you refused best. Ticked ones are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 right, %2 wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wrong avoided, %2 right lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TrainSettingsPage</name>
    <message>
        <source>&amp;Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Every option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundled model is being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of an earlier run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the settings of an earlier run for these sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it cannot start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks to choose between are not known. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose sounds first: a folder with a few clips of each class is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sounds are chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: classes %2, clips %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TrainingPage</name>
    <message>
        <source>Progress of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop and keep best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show r&amp;esult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose sounds and settings first, then start a training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves begin with the first epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 clip is left out, as it cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 clips are left out, as they cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model before the first epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training was moved to the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the training “%1”, its curves and its models to the trash?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::TrainingStudio</name>
    <message>
        <source>Train a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4  Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is still being trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can go on without this window, even when Earwitness is closed. “Train a model” shows it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Let it go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::WaveformView</name>
    <message>
        <source>Waveform of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · peak %2 dBFS</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>earwitness::gui::WhyDialog</name>
    <message>
        <source>It was reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was reported, a little before or after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came near, but stayed below the threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended before the class&apos;s minimum duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class was cooling down after its last event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was no louder than the room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stayed well below the threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, or why not?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was scored at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the classes scored at %1, against what they need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have hidden this class.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
