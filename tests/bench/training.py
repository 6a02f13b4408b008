#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report's network and recipe in python3-torch, as its notebook has them: features and masks are computed for each
item in the loader. Prints clips per second of training epochs: training.py SET EPOCHS THREADS WORKERS

SET is in the report's layout (report_set.py makes one).
"""
import csv
import pathlib
import sys
import time

import torch
import torchaudio
from torch import nn

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "golden"))
import make_network  # the report's network as torch.nn modules


class Clips(torch.utils.data.Dataset):
    def __init__(self, root, table, labels=None):
        with open(root / table, newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
        self.labels = labels or sorted({row["label"] for row in rows})
        self.items = [(root / "clips" / (row["YTID"] + ".flac"), self.labels.index(row["label"])) for row in rows]
        self.mel = torchaudio.transforms.MelSpectrogram(16000, n_fft=400, hop_length=200, n_mels=80)
        self.decibel = torchaudio.transforms.AmplitudeToDB(top_db=None)
        self.masks = nn.Sequential(
            torchaudio.transforms.FrequencyMasking(15), torchaudio.transforms.TimeMasking(100))

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        path, label = self.items[index]
        wave, _ = torchaudio.load(str(path))
        wave = nn.functional.pad(wave, (0, max(0, 160000 - wave.shape[1])))[:, :160000]
        return self.masks(self.decibel(self.mel(wave)))[0].T, label


def main():
    root, epochs, threads, workers = pathlib.Path(sys.argv[1]), *map(int, sys.argv[2:5])
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    clips = Clips(root, "train.tsv")
    loader = torch.utils.data.DataLoader(clips, batch_size=32, shuffle=True, num_workers=workers)
    network = make_network.Network(n_classes=len(clips.labels))
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=50)
    for epoch in range(epochs):
        start = time.perf_counter()
        seen = loss_sum = 0
        network.train()
        for log_mel, target in loader:
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(network(log_mel), target)
            loss.backward()
            optimizer.step()
            seen += len(target)
            loss_sum += loss.item() * len(target)
        schedule.step()
        seconds = time.perf_counter() - start
        print(f"python: epoch {epoch + 1}, {seen / seconds:.0f} clips/s, loss {loss_sum / seen:.3f}", flush=True)


main()
