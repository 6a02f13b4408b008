#!/usr/bin/env python3
"""Makes sample.flac, the sound that the window opens with: a siren drives past, rain, a church bell.

Everything is synthesised here, so it carries nobody's rights. Needs python3-numpy and sox.
Usage: ./make_sample.py [OUTPUT.flac]
"""

import pathlib
import subprocess
import sys
import tempfile
import wave

import numpy as np

RATE = 44100
SECONDS = 10.0
SOUND_SPEED = 343.0  # m/s

rng = np.random.default_rng(20)
time = np.arange(int(SECONDS * RATE)) / RATE


def fade(start, end, rise, fall):
    """1 between start and end (seconds), with smooth edges."""
    up = np.clip((time - start) / rise, 0, 1)
    down = np.clip((end - time) / fall, 0, 1)
    return np.sin(np.pi / 2 * up) ** 2 * np.sin(np.pi / 2 * down) ** 2


def coloured_noise(exponent, low_hz, high_hz):
    """Noise whose power falls with frequency to the power of `exponent`, in a band."""
    spectrum = np.fft.rfft(rng.standard_normal(len(time)))
    hz = np.fft.rfftfreq(len(time), 1 / RATE)
    spectrum *= np.where((hz > low_hz) & (hz < high_hz), np.maximum(hz, 1.0) ** (-exponent / 2), 0)
    noise = np.fft.irfft(spectrum, len(time))
    return noise / np.max(np.abs(noise))


def siren():
    """Two tones that take turns, on a vehicle that drives past at 20 m/s, 12 m away."""
    along = 20.0 * (time - 2.1)
    distance = np.hypot(along, 12.0)
    heard = time - distance / SOUND_SPEED  # when what arrives now was sent
    position = (heard / 0.55) % 2.0
    high = np.clip((np.abs(position - 1.0) - 0.5) * 40 + 0.5, 0, 1)
    pitch = 560.0 + 190.0 * high
    phase = 2 * np.pi * np.cumsum(pitch * np.gradient(heard, time)) / RATE
    tone = sum(np.sin(k * phase) / k**1.1 for k in range(1, 9))
    return tone * (12.0 / distance) * fade(0.0, 4.6, 0.6, 1.1)


def rain():
    """A broad hiss and some hundred drops."""
    hiss = coloured_noise(0.7, 400, 15000)
    drops = np.zeros_like(time)
    for start in rng.uniform(4.2, 7.6, 260):
        index = int(start * RATE)
        length = int(RATE * rng.uniform(0.004, 0.02))
        t = np.arange(length) / RATE
        ring = np.sin(2 * np.pi * rng.uniform(1800, 8000) * t) * np.exp(-t * rng.uniform(300, 900))
        drops[index : index + length] += ring * rng.uniform(0.1, 0.6)
    return (0.55 * hiss + 0.5 * drops) * fade(3.9, 8.0, 0.8, 1.0)


def bell(strike, pitch):
    """Partials of a church bell: hum, prime, tierce, quint, nominal and above."""
    ratios = [0.5, 1.0, 1.2, 1.5, 2.0, 2.52, 2.67, 3.01, 4.1, 5.43]
    levels = [0.6, 0.7, 0.9, 0.35, 1.0, 0.3, 0.45, 0.5, 0.3, 0.2]
    t = np.maximum(time - strike, 0.0)
    tone = sum(
        level * np.sin(2 * np.pi * ratio * pitch * t) * np.exp(-t * (0.5 + 0.9 * ratio))
        for ratio, level in zip(ratios, levels)
    )
    clapper = coloured_noise(0.3, 800, 9000) * np.exp(-t * 60.0)
    return np.where(time >= strike, tone + clapper, 0.0)


def main():
    target = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "sample.flac")
    bells = (bell(7.3, 392.0) + bell(8.55, 392.0)) * fade(0.0, SECONDS, 0.01, 0.35)
    air = coloured_noise(1.0, 40, 12000) * 0.004
    sound = 0.42 * siren() / np.max(np.abs(siren())) + 0.34 * rain() + 0.13 * bells + air
    sound *= 0.8 / np.max(np.abs(sound))
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
