#!/usr/bin/python3
"""Writes network/: the report's network as torch.nn modules, with weights, input, outputs and gradients.

Run with Debian 12's python3-torch. network/network.json describes network/network.f32, which holds all
tensors one after another as little-endian float32 in C order. Sections of the JSON:
  parameters, buffers   the network's, by their names here
  input                 log-mel (2, 401, 80), frames first
  logits                of the input in evaluation mode
  train_logits          the same in training mode with all dropout at 0, and
  train_buffers         the batch normalisation's running statistics after that one call
  gradients             of the mean cross-entropy with `targets`, in evaluation mode, for some parameters
  adamw_changes         of the same parameters by one AdamW step from those gradients
Names map to the TorchScript in core/network so: "self_attn." goes, "running_" goes, the last "." is "_".
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


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.block1 = ResidualBlock(N_MELS, WIDTH, 5, 2)
        self.block2 = ResidualBlock(WIDTH, WIDTH, 3, 1)
        self.cls = nn.Parameter(torch.randn(1, 1, WIDTH))
        self.encoder0 = nn.TransformerEncoderLayer(
            WIDTH, 4, dim_feedforward=128, dropout=0.1, activation="relu", batch_first=True, norm_first=False)
        self.norm = nn.LayerNorm(WIDTH)
        self.gate = nn.Linear(WIDTH, 2 * WIDTH)
        self.down = nn.Linear(WIDTH, WIDTH)
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(WIDTH, N_CLASSES)

    @staticmethod
    def positions(length):
        position = torch.arange(length, dtype=torch.float32).unsqueeze(1)
        div_term = torch.exp(torch.arange(0, WIDTH, 2, dtype=torch.float32) * (-math.log(10000.0) / WIDTH))
        table = torch.zeros(length, WIDTH)
        table[:, 0::2] = torch.sin(position * div_term)
        table[:, 1::2] = torch.cos(position * div_term)
        return table

    def forward(self, log_mel):  # (n, t, mels)
        x = self.block2(self.block1(log_mel.transpose(1, 2))).transpose(1, 2)  # (n, t, d)
        x = torch.cat([self.cls.expand(len(x), -1, -1), x], dim=1)
        x = self.encoder0(x + self.positions(x.shape[1]))
        a, b = self.gate(self.norm(x[:, 0])).chunk(2, dim=-1)
        return self.head(self.dropout(self.down(a * torch.sigmoid(b))))


def synthetic_log_mel(n):
    """Spectra in dB with a wavering band of sound whose height is the class; and the classes."""
    t = torch.arange(N_FRAMES).view(1, -1, 1) / N_FRAMES
    band = torch.arange(N_MELS).view(1, 1, -1) / N_MELS
    pitch, rate, width = (torch.rand(n, 1, 1) for _ in range(3))
    track = 30 * torch.exp(-((band - pitch - 0.2 * torch.sin(12 * rate * t)) / (0.02 + 0.1 * width)) ** 2)
    x = -35 - 30 * band + track * (torch.sin(40 * rate * t) > -0.3) + 6 * torch.randn(n, N_FRAMES, N_MELS)
    return (x * 8).round() / 8, (pitch.flatten() * N_CLASSES).long()


def make_trained_network():
    network = Network()
    n_parameters = sum(p.numel() for p in network.parameters() if p.requires_grad)
    assert n_parameters == N_PARAMETERS, n_parameters
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=1e-4)
    for _ in range(60):
        log_mel, targets = synthetic_log_mel(16)
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(log_mel), targets).backward()
        optimizer.step()
    return network


class Writer:
    def __init__(self):
        self.data, self.size = [], 0

    def add(self, tensor):
        entry = {"shape": list(tensor.shape), "offset": self.size}  # in floats
        self.data.append(tensor.detach().float().contiguous().numpy().astype("<f4").tobytes())
        self.size += tensor.numel()
        return entry


def main():
    torch.manual_seed(20240917)
    torch.set_num_threads(1)
    network = make_trained_network().eval()
    log_mel, _ = synthetic_log_mel(2)
    targets = torch.tensor([3, 17])
    write = Writer()
    parameters = dict(network.named_parameters())
    buffers = {k: v for k, v in network.named_buffers() if v.is_floating_point()}
    manifest = {
        "torch": torch.__version__,
        "trainable_parameters": N_PARAMETERS,
        "targets": targets.tolist(),
        "adamw": {"lr": 1e-3, "weight_decay": 1e-4, "betas": [0.9, 0.999], "eps": 1e-8},
        "parameters": {k: write.add(v) for k, v in parameters.items()},
        "buffers": {k: write.add(v) for k, v in buffers.items()},
        "input": write.add(log_mel),
        "logits": write.add(network(log_mel)),
    }

    in_training = copy.deepcopy(network).train()
    for module in in_training.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
        if isinstance(module, nn.MultiheadAttention):
            module.dropout = 0.0
    manifest["train_logits"] = write.add(in_training(log_mel))
    manifest["train_buffers"] = {
        k: write.add(v) for k, v in in_training.named_buffers() if v.is_floating_point()}

    network.zero_grad()  # the last training step left its own
    loss = nn.functional.cross_entropy(network(log_mel), targets)
    loss.backward()
    manifest["loss"] = loss.item()
    manifest["gradients"] = {k: write.add(parameters[k].grad) for k in WATCHED}
    before = {k: parameters[k].detach().clone() for k in WATCHED}
    torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=1e-4).step()
    manifest["adamw_changes"] = {k: write.add(parameters[k].detach() - before[k]) for k in WATCHED}

    OUT.mkdir(exist_ok=True)
    (OUT / "network.f32").write_bytes(b"".join(write.data))
    (OUT / "network.json").write_text(json.dumps(manifest, indent=1) + "\n")


if __name__ == "__main__":
    main()
