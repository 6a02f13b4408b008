#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""teaching.py CLI MODEL ESC50 [--examples N] [--seed S]: how well classes are taught by example.

Teaches each of ESC-50's classes from N clips (default: 1) of folds 1 to 3 with the program's own command, and
classifies the clips of fold 4. Prints one JSON object: the share of clips whose class has the highest score of all
taught classes in some window, and of those in which it is also over its threshold; seconds per lesson.
"""
import argparse
import collections
import csv
import json
import os
import pathlib
import random
import subprocess
import tempfile
import time

TEST_FOLD = "4"


def run(cli, environment, *arguments):
    return subprocess.run([cli, *map(str, arguments)], env=environment, check=True, stdout=subprocess.PIPE).stdout


def best(windows, places):
    """The taught class with the highest score in any window, and that score."""
    peaks = {name: max(window["scores"][place] for window in windows) for name, place in places.items()}
    name = max(peaks, key=peaks.get)
    return name, peaks[name]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cli")
    parser.add_argument("model")
    parser.add_argument("esc50", type=pathlib.Path)
    parser.add_argument("--examples", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()

    clips = collections.defaultdict(list)
    tests = []
    with open(arguments.esc50 / "meta/esc50.csv", newline="") as table:
        for row in csv.DictReader(table):
            file = arguments.esc50 / "audio" / row["filename"]
            if row["fold"] == TEST_FOLD:
                tests.append((file, row["category"]))
            elif file.exists():
                clips[row["category"]].append(file)
    draw = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, XDG_DATA_HOME=home)
        begin = time.monotonic()
        for name in sorted(clips):
            chosen = draw.sample(sorted(clips[name]), arguments.examples)
            # Names that are no labels of the model, so that nothing but the examples counts.
            run(arguments.cli, environment, "teach", "taught " + name, *chosen, "--model", arguments.model)
        seconds = (time.monotonic() - begin) / len(clips)
        out = run(arguments.cli, environment, "classify", "--json", "--model", arguments.model,
                  *(file for file, _ in tests))
    named = over = 0
    labels = dict((str(file), category) for file, category in tests)
    answer = json.loads(out)
    files = answer["files"]
    places = {label: place for place, label in enumerate(answer["model"]["labels"]) if label.startswith("taught ")}
    for file in files:
        name, score = best(file["windows"], places)
        right = name == "taught " + labels[file["file"]]
        named += right
        over += right and score >= 0.5
    print(json.dumps({"examples": arguments.examples, "clips": len(files), "named": round(named / len(files), 4),
                      "named_over_threshold": round(over / len(files), 4),
                      "seconds_per_class_and_command": round(seconds, 2)}))


if __name__ == "__main__":
    main()
