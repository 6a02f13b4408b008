#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes sample.flac, the sound that the window opens with: a siren drives past, crickets, church bells.

Everything is synthesised here, so it carries nobody's rights. Each part is longer than a window of the
bundled model, which names all three. Needs python3-numpy and sox.
Usage: ./make_sample.py [OUTPUT.flac]
"""

import pathlib
import subprocess
import sys
import tempfile
import wave

import numpy as np

RATE = 44100
PART_SECONDS = 8.0
SOUND_SPEED = 343.0  # m/s

rng = np.random.default_rng(20)
time = np.arange(int(PART_SECONDS * RATE)) / RATE


def faded(sound, rise, fall):
    """With smooth edges of so many seconds, and a peak of 1."""
    up = np.clip(time / rise, 0, 1)
    down = np.clip((PART_SECONDS - time) / fall, 0, 1)
    sound = sound * np.sin(np.pi / 2 * up) ** 2 * np.sin(np.pi / 2 * down) ** 2
    return sound / np.max(np.abs(sound))


def siren():
    """A wail that rises and falls every four seconds, on a vehicle that drives past."""
    along = 14.0 * (time - 4.2)  # metres
    distance = np.hypot(along, 14.0)
    sent = time - distance / SOUND_SPEED  # when what arrives now left it
    pitch = 900.0 + 430.0 * np.sin(2 * np.pi * sent / 4.0 - 1.2)
    phase = 2 * np.pi * np.cumsum(pitch * np.gradient(sent, time)) / RATE
    tone = sum(np.sin(k * phase) / k**1.4 for k in range(1, 8))
    return faded(tone / distance, 0.5, 0.8)


def crickets():
    """Two of them, near and far: chirps of four pulses."""
    sound = np.zeros_like(time)
    for pitch, level, first, every in ((4450.0, 1.0, 0.15, 0.56), (4900.0, 0.3, 0.4, 0.71)):
        for chirp in np.arange(first, PART_SECONDS - 0.4, every):
            start = chirp + rng.uniform(0, 0.02)
            for pulse in range(4):
                index = int((start + 0.06 * pulse) * RATE)
                length = int(0.035 * RATE)
                t = np.arange(length) / RATE
                shape = np.sin(np.pi * np.arange(length) / length)
                sound[index : index + length] += level * np.sin(2 * np.pi * pitch * t) * shape
    return faded(sound, 0.05, 0.05)


def bell(strike, pitch):
    """Hum, prime, tierce, quint, nominal and above of a church bell, and its clapper."""
    ratios = [0.5, 1.0, 1.2, 1.5, 2.0, 2.52, 2.67, 3.01, 4.1, 5.43]
    levels = [0.6, 0.7, 0.9, 0.35, 1.0, 0.3, 0.45, 0.5, 0.3, 0.2]
    t = np.maximum(time - strike, 0.0)
    tone = sum(
        level * np.sin(2 * np.pi * ratio * pitch * t) * np.exp(-t * (0.35 + 0.6 * ratio))
        for ratio, level in zip(ratios, levels)
    )
    clapper = rng.standard_normal(len(t)) * np.exp(-t * 70.0)
    return np.where(time >= strike, tone + 0.35 * clapper, 0.0)


def bells():
    """One bell, struck every two seconds."""
    return faded(sum(bell(strike, 392.0) for strike in (0.15, 2.1, 4.05, 6.0)), 0.005, 0.6)


def main():
    default = pathlib.Path(__file__).parent / "sample.flac"
    target = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else default)
    sound = np.concatenate([0.7 * siren(), 0.45 * crickets(), 0.7 * bells()])
    samples = np.round(sound * 32767).astype("<i2")
    with tempfile.TemporaryDirectory() as folder:
        plain = pathlib.Path(folder) / "sample.wav"
        with wave.open(str(plain), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples.tobytes())
        subprocess.run(["sox", "-D", str(plain), "-C", "8", str(target)], check=True)
    print(target, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
