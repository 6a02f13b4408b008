#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes network/: the architectures as torch.nn modules, with weights, input, outputs and gradients.

Run with Debian 12's python3-torch. network/network.json (the report's network at full size) describes
network/network.f32, which holds all tensors one after another as little-endian float32 in C order; each other
architecture, and each kind of positions, has such a pair at small sizes. Sections of the JSON:
  architecture, settings, n_mels, n_classes    of all but the report's
  parameters, buffers   the network's, by their names here
  input                 log-mel (2, frames, bands)
  logits                of the input in evaluation mode
  train_logits          the same in training mode with all dropout at 0, and
  train_buffers         the batch normalisation's running statistics after that one call
  gradients             of the mean cross-entropy with `targets`, in evaluation mode, for some parameters
  adamw_changes         of the same parameters by one AdamW step from those gradients
Names map to the TorchScript in core/network so: "self_attn.", "running_" and "_l0" go, the last "." is "_".
"""
import copy
import json
import math
import pathlib

import torch
from torch import nn

OUT = pathlib.Path(__file__).parent / "network"
N_MELS, N_CLASSES, N_FRAMES, WIDTH = 80, 30, 401, 64
N_PARAMETERS = 124_510
WATCHED = [
    "cls", "block1.norm1.weight", "block1.shortcut.weight", "block2.conv2.weight",
    "encoder0.self_attn.in_proj_weight", "encoder0.self_attn.in_proj_bias", "encoder0.linear1.weight",
    "encoder0.norm2.bias", "gate.weight", "down.bias", "head.weight", "head.bias",
]


class ResidualBlock(nn.Module):
    def __init__(self, n_in, n_out, kernel, stride):
        super().__init__()
        self.conv1 = nn.Conv1d(n_in, n_out, kernel, stride, kernel // 2, bias=False)
        self.norm1 = nn.BatchNorm1d(n_out)
        self.conv2 = nn.Conv1d(n_out, n_out, kernel, 1, kernel // 2, bias=False)
        self.norm2 = nn.BatchNorm1d(n_out)
        self.shortcut = self.shortcut_norm = None
        if n_in != n_out or stride != 1:
            self.shortcut = nn.Conv1d(n_in, n_out, 1, stride, bias=False)
            self.shortcut_norm = nn.BatchNorm1d(n_out)

    def forward(self, x):  # (n, c, t)
        y = torch.relu(self.norm1(self.conv1(x)))
        y = self.norm2(self.conv2(y))
        return torch.relu(y + (self.shortcut_norm(self.shortcut(x)) if self.shortcut is not None else x))


def sinusoids(length, width):
    position = torch.arange(length, dtype=torch.float32).unsqueeze(1)
    div_term = torch.exp(torch.arange(0, width, 2, dtype=torch.float32) * (-math.log(10000.0) / width))
    table = torch.zeros(length, width)
    table[:, 0::2] = torch.sin(position * div_term)
    table[:, 1::2] = torch.cos(position * div_term)
    return table


class RotaryLayer(nn.TransformerEncoderLayer):
    """Features i and i + e / 2 of a head are one complex number, turned by its position."""

    def _sa_block(self, x, *_):
        n, t, d = x.shape
        attention = self.self_attn
        e = d // attention.num_heads
        qkv = nn.functional.linear(x, attention.in_proj_weight, attention.in_proj_bias)
        q, k, v = (y.unflatten(2, (-1, e)).transpose(1, 2) for y in qkv.chunk(3, 2))  # (n, heads, t, e)
        angle = torch.arange(t).unsqueeze(1) / 10000 ** (torch.arange(0, e, 2) / e)
        turn = torch.polar(torch.ones_like(angle), angle)
        q, k = (torch.complex(*y.chunk(2, 3)) * turn for y in (q, k))
        weights = torch.softmax((q @ k.conj().transpose(2, 3)).real / math.sqrt(e), 3)
        return attention.out_proj((weights @ v).transpose(1, 2).reshape(n, t, d))


class Network(nn.Module):  # resnet-transformer
    def __init__(self, n_mels=N_MELS, n_classes=N_CLASSES, channels=WIDTH, heads=4, feed_forward=128, layers=1,
                 positions="sinusoidal", position_points=64, dropout=0.1):
        super().__init__()
        self.kind, width = positions, channels
        self.block1 = ResidualBlock(n_mels, width, 5, 2)
        self.block2 = ResidualBlock(width, width, 3, 1)
        self.cls = nn.Parameter(torch.randn(1, 1, width))
        self.layers = layers
        for i in range(layers):
            layer = RotaryLayer if positions == "rotary" else nn.TransformerEncoderLayer
            self.add_module(f"encoder{i}", layer(
                width, heads, dim_feedforward=feed_forward, dropout=dropout, batch_first=True, norm_first=False))
        if positions == "learned":
            self.positions = nn.Parameter(torch.randn(position_points, width))
        self.norm = nn.LayerNorm(width)
        self.gate = nn.Linear(width, 2 * width)
        self.down = nn.Linear(width, width)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(width, n_classes)

    def add_positions(self, x):
        if self.kind == "sinusoidal":
            return x + sinusoids(x.shape[1], x.shape[2])
        if self.kind == "learned":  # the table covers 512 steps; in between, hat functions
            points = len(self.positions)
            place = (torch.arange(x.shape[1]) * points / 512).clamp(max=points - 1).unsqueeze(1)
            return x + (1 - (place - torch.arange(points)).abs()).clamp(min=0) @ self.positions
        return x

    def forward(self, log_mel):  # (n, t, mels)
        x = self.block2(self.block1(log_mel.transpose(1, 2))).transpose(1, 2)  # (n, t, d)
        x = torch.cat([self.cls.expand(len(x), -1, -1), x], dim=1)
        x = self.add_positions(x)
        for i in range(self.layers):
            x = getattr(self, f"encoder{i}")(x)
        a, b = self.gate(self.norm(x[:, 0])).chunk(2, dim=-1)
        return self.head(self.dropout(self.down(a * torch.sigmoid(b))))


class Blocks(nn.Module):
    """A batch norm per band and then blocks, named as in the TorchScript: block0, block1, ..."""

    def __init__(self, n_mels, blocks, name="block"):
        super().__init__()
        self.band_norm = nn.BatchNorm1d(n_mels)
        self.names = [f"{name}{i}" for i in range(len(blocks))]
        for name, block in zip(self.names, blocks):
            self.add_module(name, block)

    def run_blocks(self, x):
        for name in self.names:
            x = getattr(self, name)(x)
        return x


class Cnn1d(Blocks):
    def __init__(self, n_mels, n_classes, channels, kernels, strides):
        super().__init__(n_mels, [
            ResidualBlock(*shape) for shape in zip([n_mels, *channels], channels, kernels, strides)])
        self.head = nn.Linear(2 * channels[-1], n_classes)

    def forward(self, log_mel):
        x = self.run_blocks(self.band_norm(log_mel.transpose(1, 2)))
        return self.head(torch.cat([x.mean(2), x.amax(2)], 1))


class ConvBlock(nn.Module):
    def __init__(self, n_in, n_out, pool):
        super().__init__()
        self.conv = nn.Conv2d(n_in, n_out, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(n_out)
        self.pool = nn.MaxPool2d(tuple(pool), ceil_mode=True)

    def forward(self, x):
        return self.pool(torch.relu(self.norm(self.conv(x))))


class Cnn2d(Blocks):
    def __init__(self, n_mels, n_classes, channels, pools):
        super().__init__(n_mels, [ConvBlock(*shape) for shape in zip([1, *channels], channels, pools)])
        self.head = nn.Linear(channels[-1], n_classes)

    def forward(self, log_mel):
        x = self.run_blocks(self.band_norm(log_mel.transpose(1, 2)).unsqueeze(1)).mean(2)
        return self.head(x.mean(2) + x.amax(2))


class Crnn(Blocks):
    def __init__(self, n_mels, n_classes, channels, pools, hidden):
        super().__init__(n_mels, [ConvBlock(*shape) for shape in zip([1, *channels], channels, pools)])
        bands = n_mels
        for pool, _ in pools:
            bands = math.ceil(bands / pool)
        self.lstm = nn.LSTM(channels[-1] * bands, hidden, batch_first=True, bidirectional=True)
        self.head = nn.Linear(4 * hidden, n_classes)

    def forward(self, log_mel):
        x = self.run_blocks(self.band_norm(log_mel.transpose(1, 2)).unsqueeze(1))
        x, _ = self.lstm(x.permute(0, 3, 1, 2).flatten(2))
        return self.head(torch.cat([x.mean(1), x.amax(1)], 1))


class Stem(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.conv = nn.Conv2d(n_in, n_out, 3, 2, 1, bias=False)
        self.norm = nn.BatchNorm2d(n_out)

    def forward(self, x):
        return torch.relu(self.norm(self.conv(x)))


class PatchTransformer(Blocks):
    def __init__(self, n_mels, n_classes, stem, channels, heads, feed_forward, layers, patch, stride):
        super().__init__(n_mels, [Stem(*shape) for shape in zip([1, *stem], stem)], name="stem")
        rows = n_mels
        for _ in stem:
            rows = math.ceil(rows / 2)
        self.patch = nn.Conv2d(
            stem[-1], channels, tuple(patch), tuple(stride), (0, (patch[1] - stride[1] + 1) // 2))
        bands = (rows - patch[0]) // stride[0] + 1
        self.band_positions = nn.Parameter(torch.randn(1, bands, 1, channels))
        self.layers = layers
        for i in range(layers):
            self.add_module(f"encoder{i}", nn.TransformerEncoderLayer(
                channels, heads, dim_feedforward=feed_forward, dropout=0.1, batch_first=True, norm_first=True))
        self.norm = nn.LayerNorm(channels)
        self.head = nn.Linear(channels, n_classes)

    def forward(self, log_mel):
        x = self.run_blocks(self.band_norm(log_mel.transpose(1, 2)).unsqueeze(1))
        x = self.patch(x).permute(0, 2, 3, 1)
        x = (x + self.band_positions + sinusoids(*x.shape[2:])).flatten(1, 2)
        for i in range(self.layers):
            x = getattr(self, f"encoder{i}")(x)
        return self.head(self.norm(x).mean(1))


class InvertedResidual(nn.Module):
    def __init__(self, n_in, expansion, n_out, stride):
        super().__init__()
        self.expand = nn.Conv2d(n_in, expansion, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(expansion)
        self.depthwise = nn.Conv2d(expansion, expansion, 3, tuple(stride), 1, groups=expansion, bias=False)
        self.norm2 = nn.BatchNorm2d(expansion)
        self.project = nn.Conv2d(expansion, n_out, 1, bias=False)
        self.norm3 = nn.BatchNorm2d(n_out)
        self.residual = n_in == n_out and list(stride) == [1, 1]

    def forward(self, x):
        y = torch.relu(self.norm1(self.expand(x)))
        y = torch.relu(self.norm2(self.depthwise(y)))
        y = self.norm3(self.project(y))
        return x + y if self.residual else y


class InvertedResidualNetwork(Blocks):
    def __init__(self, n_mels, n_classes, stem, channels, expansions, strides, top_moments):
        super().__init__(
            n_mels,
            [Stem(*shape) for shape in zip([1, *stem], stem)] +
            [InvertedResidual(*shape) for shape in zip([stem[-1], *channels], expansions, channels, strides)],
            name="layer")
        self.top_moments = top_moments
        self.head = nn.Linear(channels[-1], n_classes)

    def forward(self, log_mel):
        x = self.run_blocks(self.band_norm(log_mel.transpose(1, 2)).unsqueeze(1))
        return self.head(x.topk(min(self.top_moments, x.shape[3]), 3)[0].mean((2, 3)))


SMALL_ENCODER = {"channels": 8, "heads": 2, "feed_forward": 12, "layers": 2}
SMALL = {  # file: (class, architecture, settings)
    "rotary": (Network, "resnet-transformer", {**SMALL_ENCODER, "positions": "rotary"}),
    "learned": (Network, "resnet-transformer", {**SMALL_ENCODER, "positions": "learned", "position_points": 200}),
    "cnn1d": (Cnn1d, "cnn1d", {"channels": [8, 8, 12], "kernels": [5, 3, 3], "strides": [2, 1, 2]}),
    "cnn2d": (Cnn2d, "cnn2d", {"channels": [4, 6, 8], "pools": [[2, 2], [2, 2], [1, 1]]}),
    "crnn": (Crnn, "crnn", {"channels": [4, 6], "pools": [[2, 2], [3, 2]], "hidden": 6}),
    "transformer": (PatchTransformer, "transformer", {
        **SMALL_ENCODER, "stem": [4], "patch": [4, 5], "stride": [2, 2]}),
    "inverted-residual": (InvertedResidualNetwork, "inverted-residual", {
        "stem": [4], "channels": [6, 6, 8], "expansions": [8, 8, 10], "strides": [[1, 1], [1, 1], [2, 2]],
        "top_moments": 3}),
}
SMALL_MELS, SMALL_CLASSES, SMALL_FRAMES = 16, 5, 61


def synthetic_log_mel(n, n_frames=N_FRAMES, n_mels=N_MELS, n_classes=N_CLASSES):
    """Spectra in dB with a wavering band of sound whose height is the class; and the classes."""
    t = torch.arange(n_frames).view(1, -1, 1) / n_frames
    band = torch.arange(n_mels).view(1, 1, -1) / n_mels
    pitch, rate, width = (torch.rand(n, 1, 1) for _ in range(3))
    track = 30 * torch.exp(-((band - pitch - 0.2 * torch.sin(12 * rate * t)) / (0.02 + 0.1 * width)) ** 2)
    x = -35 - 30 * band + track * (torch.sin(40 * rate * t) > -0.3) + 6 * torch.randn(n, n_frames, n_mels)
    return (x * 8).round() / 8, (pitch.flatten() * n_classes).long()


def trained(network, **shape):
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=1e-4)
    for _ in range(60):
        log_mel, targets = synthetic_log_mel(16, **shape)
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(log_mel), targets).backward()
        optimizer.step()
    return network.eval()


class Writer:
    def __init__(self):
        self.data, self.size = [], 0

    def add(self, tensor):
        entry = {"shape": list(tensor.shape), "offset": self.size}  # in floats
        self.data.append(tensor.detach().float().contiguous().numpy().astype("<f4").tobytes())
        self.size += tensor.numel()
        return entry


def without_dropout(network):
    network = copy.deepcopy(network).train()
    for module in network.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
        if isinstance(module, nn.MultiheadAttention):
            module.dropout = 0.0
    return network


def write_golden(name, network, log_mel, targets, watched, facts):
    """Outputs, gradients and one AdamW step of a network in evaluation mode."""
    write = Writer()
    parameters = dict(network.named_parameters())
    buffers = {k: v for k, v in network.named_buffers() if v.is_floating_point()}
    manifest = {
        "torch": torch.__version__,
        **facts,
        "trainable_parameters": sum(p.numel() for p in parameters.values()),
        "targets": targets.tolist(),
        "adamw": {"lr": 1e-3, "weight_decay": 1e-4, "betas": [0.9, 0.999], "eps": 1e-8},
        "parameters": {k: write.add(v) for k, v in parameters.items()},
        "buffers": {k: write.add(v) for k, v in buffers.items()},
        "input": write.add(log_mel),
        "logits": write.add(network(log_mel)),
    }
    in_training = without_dropout(network)
    manifest["train_logits"] = write.add(in_training(log_mel))
    manifest["train_buffers"] = {
        k: write.add(v) for k, v in in_training.named_buffers() if v.is_floating_point()}

    network.zero_grad()  # the last training step left its own
    loss = nn.functional.cross_entropy(network(log_mel), targets)
    loss.backward()
    manifest["loss"] = loss.item()
    manifest["gradients"] = {k: write.add(parameters[k].grad) for k in watched}
    before = {k: parameters[k].detach().clone() for k in watched}
    torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=1e-4).step()
    manifest["adamw_changes"] = {k: write.add(parameters[k].detach() - before[k]) for k in watched}

    OUT.mkdir(exist_ok=True)
    (OUT / f"{name}.f32").write_bytes(b"".join(write.data))
    (OUT / f"{name}.json").write_text(json.dumps(manifest, indent=1) + "\n")


def main():
    torch.set_num_threads(1)
    torch.manual_seed(20240917)
    network = trained(Network())
    assert sum(p.numel() for p in network.parameters()) == N_PARAMETERS
    log_mel, _ = synthetic_log_mel(2)
    write_golden("network", network, log_mel, torch.tensor([3, 17]), WATCHED, {})

    for name, (module, architecture, settings) in SMALL.items():
        torch.manual_seed(20240918)
        shape = {"n_frames": SMALL_FRAMES, "n_mels": SMALL_MELS, "n_classes": SMALL_CLASSES}
        network = trained(module(n_mels=SMALL_MELS, n_classes=SMALL_CLASSES, **settings), **shape)
        log_mel, _ = synthetic_log_mel(2, **shape)
        facts = {"architecture": architecture, "settings": settings, "n_mels": SMALL_MELS,
                 "n_classes": SMALL_CLASSES}
        write_golden(name, network, log_mel, torch.tensor([1, 4]), dict(network.named_parameters()), facts)


if __name__ == "__main__":
    main()
