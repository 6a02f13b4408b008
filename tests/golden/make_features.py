#!/usr/bin/python3
"""Writes features/: signals, and what torchaudio makes of them.

Run with Debian 12's python3-torch and python3-torchaudio. The reference is torchaudio's MelSpectrogram
followed by the settings' logarithm, in double precision: torchaudio's single precision differs from it
by up to 0.3 dB in bands at -90 dB beside a loud tone (see "float32_differs_by" in features.json), so
single precision is no reference there.

Signals and log-mel frames are little-endian float32 in C order, frames (nFrames, nMels); clip.wav is
16-bit. features.json lists the cases: signal, settings as in a model file, every how many frames one was
kept, and the shape.
"""
import json
import math
import pathlib
import wave

import numpy as np
import torch
import torchaudio

OUT = pathlib.Path(__file__).parent / "features"
RATE = 16000

SETTINGS = {
    "report": dict(sample_rate=16000, n_fft=400, hop_samples=200, n_mels=80, f_min_hz=0.0, f_max_hz=8000.0,
                   scale="decibel", floor_power=1e-10, offset_power=0.0),
    "wide": dict(sample_rate=32000, n_fft=1280, hop_samples=640, n_mels=64, f_min_hz=0.0, f_max_hz=16000.0,
                 scale="decibel", floor_power=1e-10, offset_power=0.0),
    "natural": dict(sample_rate=16000, n_fft=512, hop_samples=160, n_mels=64, f_min_hz=20.0, f_max_hz=7600.0,
                    scale="natural_log", floor_power=1e-10, offset_power=1e-6),
    # Half the FFT is odd and half the rate is not whole.
    "odd": dict(sample_rate=11025, n_fft=250, hop_samples=90, n_mels=24, f_min_hz=60.0, f_max_hz=5000.0,
                scale="decibel", floor_power=1e-8, offset_power=0.0),
}
CASES = [("report", s, 1) for s in ("noise", "sweep", "impulse", "silence", "chord")]
CASES += [("report", "clip", 8)]
CASES += [(name, s, 1) for name in ("wide", "natural", "odd") for s in ("noise", "sweep", "chord")]


def seconds(duration):
    return np.arange(int(duration * RATE)) / RATE


def sweep():
    t = seconds(1.0)
    rate = math.log(7800 / 40)
    return 0.7 * np.sin(2 * np.pi * 40 / rate * (np.exp(rate * t) - 1))


def chord():
    t = seconds(1.0)
    return sum(a * np.sin(2 * np.pi * f * t) for f, a in ((261.63, 0.3), (329.63, 0.25), (392.0, 0.2), (3520.0, 0.1)))


def impulse():
    x = np.zeros(8000)
    x[3333] = 1.0
    return x


def clip(random):
    """Ten seconds: hum, a bird, steps, a passing engine, wind, and a silent gap."""
    t = seconds(10.0)
    hum = 0.02 * sum(np.sin(2 * np.pi * 50 * k * t + k) / k for k in range(1, 9))
    chirps = (np.sin(2 * np.pi * 1.3 * t) > 0.6) * 0.15 * np.sin(2 * np.pi * (3200 * t + 90 * np.sin(2 * np.pi * 11 * t)))
    engine = 0.2 * np.exp(-((t - 6) / 1.2) ** 2) * np.sign(np.sin(2 * np.pi * (70 * t - 1.5 * (t - 6) ** 2)))
    wind = np.convolve(random.standard_normal(len(t)), np.ones(24) / 24, "same") * 0.05 * (1 + np.sin(0.8 * t))
    steps = np.zeros(len(t))
    for at in np.arange(0.4, 5.0, 0.55):
        begin = int(at * RATE)
        steps[begin : begin + 1200] += 0.4 * random.standard_normal(1200) * np.exp(-np.arange(1200) / 180)
    x = hum + chirps + engine + wind + steps
    x[int(8.5 * RATE) : int(9.0 * RATE)] = 0.0
    return np.clip(x, -1, 1)


def write_wave(path, x):
    samples = np.round(x * 32767).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return (samples / 32768).astype("<f4")


def log_mel(x, s, dtype):
    transform = torchaudio.transforms.MelSpectrogram(
        s["sample_rate"], n_fft=s["n_fft"], hop_length=s["hop_samples"], n_mels=s["n_mels"], f_min=s["f_min_hz"],
        f_max=s["f_max_hz"], wkwargs={"dtype": dtype})
    transform.mel_scale.fb = transform.mel_scale.fb.to(dtype)
    power = transform(torch.from_numpy(x).to(dtype)) + s["offset_power"]
    power = power.clamp(min=s["floor_power"])
    level = torch.log(power) if s["scale"] == "natural_log" else 10 * torch.log10(power)
    return level.T.double().numpy()


def main():
    OUT.mkdir(exist_ok=True)
    random = np.random.default_rng(20240917)
    signals = {
        "noise": 0.2 * random.standard_normal(RATE).clip(-4, 4),
        "sweep": sweep(),
        "impulse": impulse(),
        "silence": np.zeros(4000),
        "chord": chord(),
    }
    signals = {name: x.astype("<f4") for name, x in signals.items()}
    for name, x in signals.items():
        (OUT / f"{name}.f32").write_bytes(x.tobytes())
    signals["clip"] = write_wave(OUT / "clip.wav", clip(random))

    manifest = {
        "made_with": {"torch": torch.__version__, "torchaudio": torchaudio.__version__, "numpy": np.__version__},
        "cases": [],
    }
    for settings_name, signal, every in CASES:
        settings = SETTINGS[settings_name]
        exact = log_mel(signals[signal], settings, torch.float64)
        single = log_mel(signals[signal], settings, torch.float32)
        kept = exact[::every].astype("<f4")
        name = f"{settings_name}-{signal}"
        (OUT / f"{name}.f32").write_bytes(kept.tobytes())
        loud = exact > (-90 if settings["scale"] == "decibel" else -90 / 10 * math.log(10))
        manifest["cases"].append({
            "name": name,
            "signal": "clip.wav" if signal == "clip" else f"{signal}.f32",
            "settings": settings,
            "frames": len(exact),
            "every": every,
            "shape": list(kept.shape),
            "float32_differs_by": round(float(np.abs(single - exact)[loud].max(initial=0)), 6),
        })
    (OUT / "features.json").write_text(json.dumps(manifest, indent=1) + "\n")


if __name__ == "__main__":
    main()
