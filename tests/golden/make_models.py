#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes models/: what each bundled model says of itself, and what it hears in the sample.

Run from the repository's root with a built earwitness-cli: tests/golden/make_models.py build/release/bin/earwitness-cli
For each models/NAME.pt, models/NAME.json holds
  parameters, labels, input, window_seconds, features   as `model info --cost` gives them
  scores     of the whole sample by label, to six digits
  top        the best label of each window
Make it anew when a model is replaced, and look at what changes.
"""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources/samples/sample.flac"


def run(*arguments):
    return json.loads(subprocess.run([sys.argv[1], *map(str, arguments), "--json"], check=True, stdout=subprocess.PIPE).stdout)


for model in sorted((ROOT / "models").glob("*.pt")):
    info = run("model", "info", model, "--cost")
    heard = run("classify", SAMPLE, "--model", model)["files"][0]
    golden = {
        "parameters": info["cost"]["parameters"],
        "labels": info["labels"],
        "input": info["input"],
        "window_seconds": info["window_seconds"],
        "features": info["features"],
        "scores": {label: round(score, 6) for label, score in heard["scores"].items()},
        "top": [info["labels"][max(range(len(w["scores"])), key=w["scores"].__getitem__)] for w in heard["windows"]],
    }
    out = pathlib.Path(__file__).parent / "models" / (model.stem + ".json")
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(golden, indent=1) + "\n")
    print(out)
