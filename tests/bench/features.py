#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Log-mel throughput of bench_log_mel and of torchaudio, one thread each, taking turns in one run.

Usage: features.py BENCH_LOG_MEL [ROUNDS]
"""
import statistics
import subprocess
import sys
import time

import torch
import torchaudio

CLIP_SECONDS, RATE, REPETITIONS = 10, 16000, 30


def seconds_per_clip(transform, clip):
    begin = time.thread_time()
    for _ in range(REPETITIONS):
        10 * torch.log10(torch.clamp(transform(clip), min=1e-10))
    return (time.thread_time() - begin) / REPETITIONS


def main():
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 21
    torch.set_num_threads(1)
    transform = torchaudio.transforms.MelSpectrogram(RATE, n_fft=400, hop_length=200, n_mels=80)
    clip = 0.2 * torch.randn(CLIP_SECONDS * RATE)
    ours, theirs = [], []
    with torch.inference_mode(), subprocess.Popen(
        [sys.argv[1], "--rounds"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as bench:
        seconds_per_clip(transform, clip)
        for _ in range(rounds):
            bench.stdin.write("\n")
            ours.append(float(bench.stdout.readline()))
            theirs.append(seconds_per_clip(transform, clip))
        bench.stdin.close()
    ratios = [b / a for a, b in zip(ours, theirs)]
    print(f"log-mel of a {CLIP_SECONDS} s clip, one thread, processor time, {rounds} rounds in turns")
    for name, times in (("earwitness", ours), (f"torchaudio {torchaudio.__version__}", theirs)):
        print(f"  {name:18} best {min(times) * 1e3:6.3f} ms  median {statistics.median(times) * 1e3:6.3f} ms  "
              f"{CLIP_SECONDS / statistics.median(times):8.0f} times real time")
    print(f"  ratio              best {min(theirs) / min(ours):6.2f}     median {statistics.median(ratios):6.2f}")


if __name__ == "__main__":
    main()
