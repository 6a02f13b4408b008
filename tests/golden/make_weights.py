#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/golden/weights: files of torch.save() for test_state_dictionary.

Made with PyTorch 1.13.1 (Debian's python3-torch). Nothing here reads them.
"""
import os
import pathlib
import zipfile

import torch

folder = pathlib.Path(__file__).resolve().parent / "weights"
folder.mkdir(exist_ok=True)


def save(name, value):
    torch.save(value, folder / name)


network = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.BatchNorm1d(3))
with torch.no_grad():
    network[0].weight.copy_(torch.arange(6).reshape(3, 2) / 4)
    network[0].bias.zero_()
state = network.state_dict()

save("state.pt", state)
save("nested.pt", {"model": state, "epoch": 3, "best": 0.5, "names": ["a", None, True]})
save("parameters.pt", {name: torch.nn.Parameter(tensor) if tensor.is_floating_point() else tensor
                       for name, tensor in state.items()})
for name, kind in (("half.pt", torch.float16), ("double.pt", torch.float64)):
    save(name, {key: tensor.to(kind) if tensor.is_floating_point() else tensor
                for key, tensor in state.items()})
save("transposed.pt", {"weight": state["0.weight"].t()})
save("module.pt", network)


class Hostile:
    def __reduce__(self):
        return os.system, ("true",)


save("hostile.pt", {"weight": state["0.weight"], "more": Hostile()})

# A network of the EfficientAT family at width 0.1 with AudioSet's 527 labels and no knowledge: the
# sizes of MobileNetV3-Large (Howard et al., 2019), all weights zero, all scores below a hundredth.
BLOCKS = [(3, 16, 16, False), (3, 64, 24, False), (3, 72, 24, False), (5, 72, 40, True),
          (5, 120, 40, True), (5, 120, 40, True), (3, 240, 80, False), (3, 200, 80, False),
          (3, 184, 80, False), (3, 184, 80, False), (3, 480, 112, True), (3, 672, 112, True),
          (5, 672, 160, True), (5, 960, 160, True), (5, 960, 160, True)]
WIDTH = 0.1


def eight(channels):
    nearest = max(8, int(channels + 4) // 8 * 8)
    return nearest + 8 if nearest < 0.9 * channels else nearest


weights = {}


def convolution(name, out_channels, in_channels, kernel):
    weights[name + ".0.weight"] = torch.zeros(out_channels, in_channels, kernel, kernel)
    for part, value in (("weight", 1.0), ("bias", 0.0), ("running_mean", 0.0), ("running_var", 1.0)):
        weights[f"{name}.1.{part}"] = torch.full((out_channels,), value)
    weights[f"{name}.1.num_batches_tracked"] = torch.tensor(1)


def linear(name, out_features, in_features, bias=0.0):
    weights[name + ".weight"] = torch.zeros(out_features, in_features)
    weights[name + ".bias"] = torch.full((out_features,), bias)


channels = eight(16 * WIDTH)
convolution("features.0", channels, 1, 3)
for index, (kernel, expanded, out, squeezes) in enumerate(BLOCKS, 1):
    expanded, out = eight(expanded * WIDTH), eight(out * WIDTH)
    layer = iter(range(4))
    block = f"features.{index}.block."
    if expanded != channels:
        convolution(block + str(next(layer)), expanded, channels, 1)
    convolution(block + str(next(layer)), expanded, 1, kernel)
    if squeezes:
        squeeze = f"{block}{next(layer)}.conc_se_layers.0.fc"
        linear(squeeze + "1", eight(expanded // 4), expanded)
        linear(squeeze + "2", expanded, eight(expanded // 4))
    convolution(block + str(next(layer)), out, expanded, 1)
    channels = out
convolution("features.16", 6 * channels, channels, 1)
linear("classifier.2", eight(1280 * WIDTH), 6 * channels)
linear("classifier.5", 527, eight(1280 * WIDTH), -5.0)
save("mn01.pt", weights)
# Zeros take no room when they are packed.
with zipfile.ZipFile(folder / "mn01.pt") as archive:
    entries = {name: archive.read(name) for name in archive.namelist()}
with zipfile.ZipFile(folder / "mn01.pt", "w", zipfile.ZIP_DEFLATED) as archive:
    for name, content in entries.items():
        archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
