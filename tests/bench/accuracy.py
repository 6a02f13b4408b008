#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accuracy.py DATA ROW... [--folds 1 2 3 4] [--runs FOLDER] [--cli PROGRAM]: trains rows of the tables in docs/benchmarks.md and prints them.

A row is a network with a recipe. It is trained once for each fold, on the other folds of DATA (a folder in the layout of ESC-50), and
measured on the fold after the last epoch; the best epoch is not looked for. What is finished is not trained again, and what was interrupted
goes on. --list names the rows. The runs' folder keeps everything else: curves, confusions, the models.
"""

import argparse
import json
import math
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMON = ["--window-seconds", "5", "--seed", "1", "--threads", "1"]
SMALL = ["--architecture", "inverted-residual"]
TINY = SMALL + ["--architecture-settings",
                json.dumps({"channels": [32, 32, 32, 32, 48, 48, 48, 80, 80], "expansions": [64, 64, 64, 64, 96, 96, 96, 128, 128]})]
REPORT = ["--architecture", "resnet-transformer"]
STRONG = ["--recipe", "strong"]

ROWS = {
    "best small": SMALL + STRONG + ["--epochs", "300", "--background", "auto"],
    "best small, live": SMALL + ["--recipe", "live", "--epochs", "300", "--background", "auto"],
    "best tiny": TINY + STRONG + ["--epochs", "300", "--background", "auto"],
    "report": REPORT + ["--recipe", "report"],
    "report, strong recipe": REPORT + STRONG + ["--learning-rate", "0.001", "--epochs", "200"],
}
# The report's families, all by one recipe.
for family in ("cnn1d", "cnn2d", "crnn", "transformer", "resnet-transformer", "inverted-residual"):
    rate = "0.001" if "transformer" in family else "0.003"
    ROWS[family] = ["--architecture", family] + STRONG + ["--learning-rate", rate, "--epochs", "60"]


def train(cli, folder, arguments):
    """The journal's events of a finished run."""
    journal = folder / "journal.jsonl"
    result = folder / "result.json"
    if not (result.exists() and json.loads(result.read_text())["finished"]):
        command = [cli, "train", "--out", str(folder)]
        command += ["--resume"] if (folder / "checkpoint.pt").exists() else arguments
        subprocess.run(command, check=True, stdout=sys.stderr)
    return [json.loads(line) for line in journal.read_text().splitlines() if line.endswith("}")]


def of_kind(events, kind):
    return [event for event in events if event["event"] == kind]


def multiply_adds(cli, arguments):
    """Of a window of five seconds, and the parameters."""
    estimate = subprocess.run([cli, "train", "--dry-run", "--json"] + arguments, check=True, capture_output=True, text=True)
    return json.loads(estimate.stdout)["multiply_adds"]


def percent(share):
    return f"{100 * share:.1f} %"


def row_of(name, options):
    accuracies, balanced, speeds, parameters, latency = [], [], [], 0, math.inf
    for fold in options.folds:
        folder = options.runs / f"{name.replace(', ', '-').replace(' ', '-')}-fold-{fold}"
        arguments = ["--data", str(options.data), "--validation-folds", str(fold)] + ROWS[name] + COMMON
        events = train(options.cli, folder, arguments)
        parameters = of_kind(events, "built")[-1]["parameters"]
        last = of_kind(events, "finished")[-1]["last"]
        accuracies.append(last["accuracy"])
        balanced.append(last["balanced_accuracy"])
        speeds += [epoch["clips_per_second"] for epoch in of_kind(events, "epoch")]
        latency = min(latency, json.loads((folder / "result.json").read_text()).get("latency_ms", math.inf))
    cost = multiply_adds(options.cli, ["--data", str(options.data), "--validation-folds", "1"] + ROWS[name] + COMMON)
    spread = percent(statistics.stdev(accuracies)) if len(accuracies) > 1 else "-"
    cells = [name, f"{parameters:,}", f"{cost / 1e6:.1f} M", f"{latency:.2f} ms", f"{statistics.median(speeds):.0f}",
             ", ".join(percent(value) for value in accuracies), f"**{percent(statistics.mean(accuracies))}**", spread,
             percent(statistics.mean(balanced))]
    return "| " + " | ".join(cells) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("rows", nargs="*", metavar="ROW")
    parser.add_argument("--folds", type=int, nargs="+", default=[1, 2, 3, 4])
    parser.add_argument("--runs", type=Path, default=ROOT / "build" / "accuracy")
    parser.add_argument("--cli", default=str(ROOT / "build" / "release" / "bin" / "earwitness-cli"))
    parser.add_argument("--list", action="store_true", help="name the rows")
    options = parser.parse_args()
    if options.list:
        print("\n".join(ROWS))
        return
    unknown = [name for name in options.rows if name not in ROWS]
    if options.data is None or not options.rows or unknown:
        parser.error(f"there is no row {unknown[0]!r}; --list names them" if unknown else "name DATA and rows")
    print("| network | parameters | multiply-adds for 5 s | latency | training clips/s | accuracy, fold "
          + ", ".join(str(fold) for fold in options.folds) + " | mean | spread | balanced |")
    print("|---|---|---|---|---|---|---|---|---|", flush=True)
    for name in options.rows:
        print(row_of(name, options), flush=True)


if __name__ == "__main__":
    main()
