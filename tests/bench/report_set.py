#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a data set in the report's layout out of ESC-50: report_set.py ESC50 OUT [--fold N]

Clips of the report's kind (FLAC, 16 kHz, mono, 10 s) are two clips of one class and fold behind one another.
Writes train.tsv, eval.tsv (the clips of fold N, 4 unless said otherwise; columns YTID and label among others) and
clips/<YTID>.flac. Needs Debian's python3-torchaudio.
"""
import argparse
import csv
import pathlib

import torch
import torchaudio

RATE = 16000


def load(path):
    wave, rate = torchaudio.load(str(path))
    wave = torchaudio.functional.resample(wave.mean(0, keepdim=True), rate, RATE)
    return torch.nn.functional.pad(wave, (0, max(0, 5 * RATE - wave.shape[1])))[:, : 5 * RATE]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("esc50", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--fold", type=int, default=4)
    arguments = parser.parse_args()
    (arguments.out / "clips").mkdir(parents=True)
    groups = {}
    with open(arguments.esc50 / "meta" / "esc50.csv", newline="") as table:
        for row in csv.DictReader(table):
            groups.setdefault((int(row["fold"]), row["category"]), []).append(row["filename"])
    tables = {}
    for name in ("train", "eval"):
        file = open(arguments.out / f"{name}.tsv", "w", newline="")
        tables[name] = csv.writer(file, delimiter="\t", lineterminator="\n")
        tables[name].writerow(["YTID", "start_seconds", "label"])
    for (fold, category), names in sorted(groups.items()):
        waves = [load(arguments.esc50 / "audio" / name) for name in sorted(names)]
        for i, wave in enumerate(waves):
            clip_id = pathlib.Path(sorted(names)[i]).stem
            both = torch.cat([wave, waves[(i + 1) % len(waves)]], 1)
            torchaudio.save(str(arguments.out / "clips" / f"{clip_id}.flac"), both, RATE, bits_per_sample=16)
            tables["eval" if fold == arguments.fold else "train"].writerow(
                [clip_id, 0, category.replace("_", " ").capitalize()])


main()
