#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clips per second of the feature cache and of torchaudio, side by side, taking turns.

Usage: cache.py BENCH_CACHE DATA [ROUNDS]

DATA: a data set of 10 s clips at 16 kHz (cache.sh makes it). Ours decodes, hashes, computes, and writes to disk
and syncs; torchaudio decodes and computes, and throws the result away. One thread against one process, then two
against two. Both with the allocator as it comes; with MALLOC_MMAP_THRESHOLD_ and MALLOC_TRIM_THRESHOLD_ set high,
torchaudio does half as well again, and we a little.
"""
import json
import multiprocessing
import pathlib
import resource
import statistics
import subprocess
import sys
import time

import torch
import torchaudio


def prepare():
    torch.set_num_threads(1)
    global transform
    transform = torch.nn.Sequential(
        torchaudio.transforms.MelSpectrogram(16000, n_fft=400, hop_length=200, n_mels=80),
        torchaudio.transforms.AmplitudeToDB(top_db=None),
    )


def features(path):
    waveform, rate = torchaudio.load(path)
    assert rate == 16000
    with torch.inference_mode():
        return transform(waveform).shape[-1]


def processor_seconds():
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def theirs(files, processes):
    """Clock and processor seconds."""
    if processes == 1:
        clock, processor = time.perf_counter(), processor_seconds()
        for path in files:
            features(path)
        return time.perf_counter() - clock, processor_seconds() - processor
    pool = multiprocessing.Pool(processes, prepare)
    pool.map(features, files[: 8 * processes], chunksize=8)  # warms up
    clock = time.perf_counter()
    pool.map(features, files, chunksize=16)
    clock = time.perf_counter() - clock
    pool.close()
    pool.join()
    return clock, None


def ours(bench, data, threads):
    lines = subprocess.run([bench, data, str(threads), "1"], check=True, capture_output=True, text=True).stdout
    records = {record["what"]: record for record in map(json.loads, lines.splitlines())}
    return records


def main():
    bench, data = sys.argv[1], sys.argv[2]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    files = sorted(str(path) for path in pathlib.Path(data).rglob("*.flac"))
    prepare()
    for path in files[:20]:
        features(path)
    print(f"{len(files)} FLAC clips of 10 s at 16 kHz, {rounds} rounds in turns; torchaudio {torchaudio.__version__}")
    for threads in (1, 2):
        our_clock, their_clock, our_processor, their_processor = [], [], [], []
        for _ in range(rounds):
            records = ours(bench, data, threads)
            our_clock.append(records["build"]["clock"])
            our_processor.append(records["build"]["processor"])
            clock, processor = theirs(files, threads)
            their_clock.append(clock)
            their_processor.append(processor)
        a, b = (len(files) / statistics.median(times) for times in (our_clock, their_clock))
        ratio = statistics.median(y / x for x, y in zip(our_clock, their_clock))
        print(f"  {threads} thread{'s' if threads > 1 else ' '}  earwitness {a:7.1f} clips/s   torchaudio {b:7.1f} clips/s   "
              f"ratio {ratio:5.2f}", end="")
        if threads == 1:
            ratio = statistics.median(y / x for x, y in zip(our_processor, their_processor))
            print(f"   (processor time {ratio:5.2f})", end="")
        print(flush=True)
    reuse, read = records["reuse"], records["read"]
    print(f"  a second run opens them in {reuse['clock'] * 1e3:.0f} ms; drawn clips are read at "
          f"{read['clips'] / read['clock']:.0f} a second")


if __name__ == "__main__":
    main()
