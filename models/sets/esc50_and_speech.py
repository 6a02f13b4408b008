#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the data set of the bundled model: ESC-50 and a class "speech".

Usage: esc50_and_speech.py ESC50 DIGITS OUT

ESC50   a folder in the layout of ESC-50 (audio/, meta/esc50.csv)
DIGITS  recordings of the Free Spoken Digit Dataset, {digit}_{speaker}_{take}.wav
OUT     the new data set, in the layout of ESC-50; the clips of ESC50 are copied

For each fold of ESC50 that is there, speech is six clips of one speaker's digits and six of espeak-ng (Debian's package), whose voices
are in one fold only. Digits are band-limited to 4 kHz, espeak-ng's voices reach 11 kHz: what is learned is not the missing treble.
Everything is drawn from a fixed seed; the same inputs give the same samples.
"""

import csv
import random
import shutil
import subprocess
import sys
import tempfile
import wave
from array import array
from pathlib import Path

CLIP_SECONDS = 5.0
CLIPS_OF_EACH_KIND = 6  # a fold and kind: twelve clips of speech beside eight of any other class
SPEECH_TARGET = 50

# Language, voice variant, pitch and words a minute: a row a clip, a list a fold.
VOICES = (
    (("en-us", "m1", 40, 160), ("en-gb", "f1", 60, 150), ("de", "m2", 35, 150), ("fr", "f1", 55, 170),
     ("es", "m1", 45, 180), ("ru", "f1", 50, 150)),
    (("en-us", "f2", 65, 170), ("en-gb-scotland", "m3", 30, 140), ("it", "f2", 60, 170), ("pl", "m3", 40, 160),
     ("nl", "f2", 50, 160), ("pt", "m3", 45, 170)),
    (("en-gb-x-rp", "m4", 50, 165), ("en-us", "f3", 55, 130), ("sv", "m4", 35, 150), ("cs", "f3", 60, 160),
     ("fi", "m4", 45, 170), ("tr", "f3", 50, 160)),
    (("en-029", "m5", 45, 150), ("en-us", "f4", 70, 180), ("hu", "m5", 40, 150), ("ro", "f4", 55, 170),
     ("el", "m5", 50, 170), ("da", "f4", 60, 150)),
)
SENTENCES = (
    "Good morning. Could you tell me when the next train to the harbour leaves?",
    "I put the keys on the kitchen table, next to the letters from yesterday.",
    "It rained all night, but now the sky is clear and the birds are back.",
    "Please bring two loaves of bread, some apples and a bottle of milk.",
    "She said that the meeting would begin at nine and end before noon.",
    "Nobody knows who left the window open, and the cat has been out since.",
)


def read_wave(path):
    """Mono 16-bit samples and their rate."""
    with wave.open(str(path), "rb") as file:
        if file.getnchannels() != 1 or file.getsampwidth() != 2:
            raise SystemExit(f"{path} is not 16-bit mono.")
        return array("h", file.readframes(file.getnframes())), file.getframerate()


def write_wave(path, samples, rate):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())


def fitted(samples, rate, draw):
    """Five seconds that begin anywhere in the samples, or silence around them where they are shorter."""
    length = int(CLIP_SECONDS * rate)
    if len(samples) >= length:
        start = draw.randrange(len(samples) - length + 1)
        return samples[start:start + length]
    before = draw.randrange(length - len(samples) + 1)
    silence = array("h", [0])
    return silence * before + samples + silence * (length - len(samples) - before)


def digits_clip(files, draw):
    """Digits of one speaker, a quarter to three quarters of a second apart."""
    samples, rate = array("h"), None
    for path in files:
        digit, rate = read_wave(path)
        samples += digit + array("h", [0]) * int(rate * draw.uniform(0.25, 0.75))
    return fitted(samples, rate, draw), rate


def spoken_clip(voice, sentence, draw):
    language, variant, pitch, speed = voice
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "spoken.wav"
        subprocess.run(["espeak-ng", "-v", f"{language}+{variant}", "-p", str(pitch), "-s", str(speed), "-w", str(path), sentence],
                       check=True)
        samples, rate = read_wave(path)
    return fitted(samples, rate, draw), rate


def main():
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    esc50, digits, out = (Path(argument).resolve() for argument in sys.argv[1:])
    draw = random.Random(1)
    (out / "audio").mkdir(parents=True)
    (out / "meta").mkdir()
    with open(esc50 / "meta" / "esc50.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        shutil.copyfile(esc50 / "audio" / row["filename"], out / "audio" / row["filename"])
    speakers = sorted({path.name.split("_")[1] for path in digits.glob("*_*_*.wav")})
    folds = sorted({int(row["fold"]) for row in rows})
    for fold, speaker, voices in zip(folds, speakers, VOICES):
        files = sorted(digits.glob(f"*_{speaker}_*.wav"))
        draw.shuffle(files)
        share = len(files) // CLIPS_OF_EACH_KIND
        clips = [(f"digits-{speaker}", digits_clip(files[k * share:k * share + 9], draw)) for k in range(CLIPS_OF_EACH_KIND)]
        clips += [(f"espeak-{voice[0]}-{voice[1]}", spoken_clip(voice, sentence, draw))
                  for voice, sentence in zip(voices, SENTENCES)]
        for number, (source, (samples, rate)) in enumerate(clips):
            name = f"{fold}-{source}-{number}-{SPEECH_TARGET}.wav"
            write_wave(out / "audio" / name, samples, rate)
            rows.append({"filename": name, "fold": fold, "target": SPEECH_TARGET, "category": "speech", "esc10": "False",
                         "src_file": f"speech-{source}", "take": "A"})
    with open(out / "meta" / "esc50.csv", "w", newline="") as file:
        table = csv.DictWriter(file, rows[0].keys())
        table.writeheader()
        table.writerows(rows)


if __name__ == "__main__":
    main()
