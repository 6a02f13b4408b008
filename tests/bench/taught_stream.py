#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""taught_stream.py CLI MODEL ESC50 [--trials N] [--seed S] [--classes N] [--examples N] [--microphone]

How well taught classes are detected in a stream, and how often they are detected in other sounds. A trial teaches some
classes (default: 3) of ESC-50's fold 4 from one example each, with the program's own command, and listens to a stream:
first the class's clips from other recordings, then ten minutes of clips of all other classes, both with pauses of two
seconds. Prints one JSON object per trial and one with their summary: the share of the classes' clips in which their
event was detected, whether each class was detected at all, and false alarms.

The stream is a file, which `listen --input` takes as fast as it goes. With --microphone it is played, in real time, to
the default sink, and the default microphone is listened to: run it by tests/end_to_end/audio_server.sh then, so that the
one hears the other. Needs sox.
"""
import argparse
import collections
import csv
import datetime
import json
import os
import pathlib
import random
import subprocess
import tempfile
import time

FOLD = "4"
CLIP_SECONDS = 5.0
PAUSE_SECONDS = 2.0
FALSE_ALARM_CLIPS = 120  # ten minutes
MOST_FALSE_ALARMS = 2


def clipsOfFold(esc50):
    """{class: [(source recording, file)]} of the fold."""
    clips = collections.defaultdict(list)
    with open(esc50 / "meta/esc50.csv", newline="") as table:
        for row in csv.DictReader(table):
            if row["fold"] == FOLD:
                clips[row["category"]].append((row["src_file"], esc50 / "audio" / row["filename"]))
    return clips


def drawTrial(clips, draw, nClasses, nExamples):
    """(examples {class: [file]}, stream [(class or None, file)]); no recording is in both."""
    examples, wanted = {}, []
    for name in draw.sample(sorted(clips), nClasses):
        recordings = sorted({source for source, _ in clips[name]})
        draw.shuffle(recordings)
        taught = set(recordings[:nExamples])
        examples[name] = [next(file for source, file in clips[name] if source == recording)
                          for recording in recordings[:nExamples]]
        wanted += [(name, file) for source, file in clips[name] if source not in taught]
    others = [(None, file) for name in clips if name not in examples for _, file in clips[name]]
    return examples, draw.sample(wanted, len(wanted)) + draw.sample(others, FALSE_ALARM_CLIPS)


def writeStream(stream, path):
    parts = []
    for _, file in stream:
        parts.append(f"|sox '{file}' -r 44100 -c 1 -p trim 0 {CLIP_SECONDS} pad 0 {PAUSE_SECONDS}")
    subprocess.run(["sox", *parts, str(path)], check=True)


def listen(cli, model, path, microphone, seconds, environment):
    """The events of the stream: [(begin in it, label)]."""
    common = [cli, "listen", "--model", model, "--store", "none", "--record", "off"]
    if not microphone:
        out = subprocess.run([*common, "--jsonl", "--input", path], env=environment, check=True, stdout=subprocess.PIPE,
                             text=True).stdout
        lines = out.splitlines()
    else:
        listener = subprocess.Popen([*common, "--jsonl-updates", "--seconds", str(seconds + 8)], env=environment,
                                    stdout=subprocess.PIPE, text=True)
        time.sleep(4.0)  # the model is up by then
        began = time.time()
        player = subprocess.Popen(["paplay", str(path)])
        lines = [line for line in listener.communicate()[0].splitlines() if json.loads(line).get("event") != "begin"]
        player.wait()

    def position(event):
        if not microphone:
            return event["onset"]
        return datetime.datetime.fromisoformat(event["start"]).timestamp() - began

    events = [json.loads(line) for line in lines]
    return [(position(event), event["label"]) for event in events if "label" in event]


def trial(arguments, clips, draw, folder):
    examples, stream = drawTrial(clips, draw, arguments.classes, arguments.examples)
    environment = dict(os.environ, XDG_DATA_HOME=str(folder), XDG_CONFIG_HOME=str(folder), XDG_STATE_HOME=str(folder))
    for name, files in examples.items():
        # Names that are no labels of the model, so that nothing but the examples counts.
        subprocess.run([arguments.cli, "teach", "taught " + name, *map(str, files), "--model", arguments.model],
                       env=environment, check=True, stdout=subprocess.PIPE)
    path = folder / "stream.wav"
    writeStream(stream, path)
    step = CLIP_SECONDS + PAUSE_SECONDS
    events = listen(arguments.cli, arguments.model, path, arguments.microphone, len(stream) * step, environment)
    detected = [set() for _ in stream]  # of each clip, the taught classes
    for begin, label in events:
        if label.startswith("taught "):
            place = min(max(int(begin // step), 0), len(stream) - 1)
            detected[place].add(label.removeprefix("taught "))
    found, wanted = collections.Counter(), collections.Counter()
    falseAlarms = confusions = 0
    for (name, _), labels in zip(stream, detected):
        if name is None:
            falseAlarms += len(labels)
            continue
        wanted[name] += 1
        found[name] += name in labels
        confusions += len(labels - {name})
    return {"classes": {name: f"{found[name]}/{wanted[name]}" for name in wanted},
            "recall": round(sum(found.values()) / sum(wanted.values()), 3),
            "all_classes_named": all(found[name] for name in wanted), "false_alarms": falseAlarms,
            "confusions": confusions}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cli")
    parser.add_argument("model")
    parser.add_argument("esc50", type=pathlib.Path)
    parser.add_argument("--trials", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--classes", type=int, default=3)
    parser.add_argument("--examples", type=int, default=1)
    parser.add_argument("--microphone", action="store_true")
    arguments = parser.parse_args()

    clips = clipsOfFold(arguments.esc50)
    draw = random.Random(arguments.seed)
    results = []
    for _ in range(arguments.trials):
        with tempfile.TemporaryDirectory() as folder:
            results.append(trial(arguments, clips, draw, pathlib.Path(folder)))
        print(json.dumps(results[-1]), flush=True)
    quiet = [result["false_alarms"] <= MOST_FALSE_ALARMS for result in results]
    named = [result["all_classes_named"] for result in results]
    print(json.dumps({
        "trials": len(results), "recall": round(sum(result["recall"] for result in results) / len(results), 3),
        "false_alarms_in_ten_minutes": round(sum(result["false_alarms"] for result in results) / len(results), 2),
        "quiet": round(sum(quiet) / len(results), 3), "all_classes_named": round(sum(named) / len(results), 3),
        "both": round(sum(a and b for a, b in zip(quiet, named)) / len(results), 3)}))


if __name__ == "__main__":
    main()
