#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes features/: signals, and what torchaudio makes of them.

Run with Debian 12's python3-torch and python3-torchaudio. References, all in double precision:
- torchaudio's MelSpectrogram followed by the settings' logarithm, also with its Slaney bands. Its single
  precision differs from that by up to 0.3 dB in bands at -90 dB next to a loud tone (see
  "float32_differs_by" in features.json), so single precision is not a reference there.
- torchaudio.compliance.kaldi.fbank() for Kaldi's frames.
- librosa's melspectrogram() and power_to_db(top_db=None), written out here from their documentation, as
  Debian has no librosa.
- What the EfficientAT family was trained with: pre-emphasis of the whole signal, torch.stft(), Kaldi's
  bands, and an affine step.

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
# What the others do not have: see FeatureSettings. Keys that a case does not name are the report's.
SETTINGS |= {
    "efficientat": dict(sample_rate=32000, pre_emphasis=0.97, n_fft=1024, window_samples=800, symmetric_window=True,
                        hop_samples=320, n_mels=128, f_min_hz=0.0, f_max_hz=15000.0, mel_scale="kaldi",
                        scale="natural_log", floor_power=1e-30, offset_power=1e-5, mean=-4.5, deviation=5.0),
    "slaney": dict(sample_rate=16000, n_fft=512, window_samples=400, hop_samples=160, n_mels=64, f_min_hz=50.0,
                   f_max_hz=8000.0, mel_scale="slaney", area_normalised=True, scale="decibel", floor_power=1e-10,
                   offset_power=0.0),
    "magnitude": dict(sample_rate=16000, n_fft=400, window="hamming", hop_samples=200, magnitude=True, n_mels=64,
                      f_min_hz=0.0, f_max_hz=8000.0, scale="natural_log", floor_power=1e-5, offset_power=1e-3),
    "librosa": dict(sample_rate=22050, n_fft=2048, hop_samples=512, padding="zeros", n_mels=128, f_min_hz=0.0,
                    f_max_hz=11025.0, mel_scale="slaney", area_normalised=True, scale="decibel", floor_power=1e-10,
                    offset_power=0.0),
}
for name, window, emphasis in (("povey", "povey", 0.97), ("hanning", "hann", 0.97), ("hamming", "hamming", 0.0)):
    SETTINGS["kaldi-" + name] = dict(
        sample_rate=16000, pre_emphasis=emphasis, n_fft=512, window_samples=400, window=window, symmetric_window=True,
        padding="none", kaldi_frames=True, hop_samples=160, n_mels=80, f_min_hz=20.0, f_max_hz=8000.0,
        mel_scale="kaldi", scale="natural_log", floor_power=float(torch.finfo(torch.float).eps), offset_power=0.0)
CASES = [("report", s, 1) for s in ("noise", "sweep", "impulse", "silence", "chord")]
CASES += [("report", "clip", 8)]
CASES += [(name, s, 1) for name in ("wide", "natural", "odd") for s in ("noise", "sweep", "chord")]
CASES += [(name, s, 4) for name in ("efficientat", "slaney", "magnitude", "librosa", "kaldi-povey", "kaldi-hanning",
                                    "kaldi-hamming") for s in ("noise", "sweep")]


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


def logarithm(power, s):
    power = (power + s["offset_power"]).clamp(min=s["floor_power"])
    natural = s["scale"] == "natural_log"
    level = torch.log(power) if natural else (20 if s.get("magnitude") else 10) * torch.log10(power)
    return (level - s.get("mean", 0.0)) / s.get("deviation", 1.0)


def torchaudio_mel(x, s, dtype):
    windows = {"hann": torch.hann_window, "hamming": torch.hamming_window}
    transform = torchaudio.transforms.MelSpectrogram(
        s["sample_rate"], n_fft=s["n_fft"], win_length=s.get("window_samples"), hop_length=s["hop_samples"],
        n_mels=s["n_mels"], f_min=s["f_min_hz"], f_max=s["f_max_hz"], power=1.0 if s.get("magnitude") else 2.0,
        window_fn=windows[s.get("window", "hann")], norm="slaney" if s.get("area_normalised") else None,
        mel_scale=s.get("mel_scale", "htk"), wkwargs={"dtype": dtype})
    transform.mel_scale.fb = transform.mel_scale.fb.to(dtype)
    return logarithm(transform(torch.from_numpy(x).to(dtype)), s)


def kaldi_bands(s):
    """torchaudio.compliance.kaldi's, in double precision, with half the sample rate in none."""
    mel = lambda hz: 1127.0 * np.log(1.0 + np.asarray(hz) / 700.0)
    points = np.linspace(mel(s["f_min_hz"]), mel(s["f_max_hz"]), s["n_mels"] + 2)
    bins = mel(np.arange(s["n_fft"] // 2) * s["sample_rate"] / s["n_fft"])
    rising = (bins - points[:-2, None]) / (points[1:-1] - points[:-2])[:, None]
    falling = (points[2:, None] - bins) / (points[2:] - points[1:-1])[:, None]
    bands = np.maximum(0.0, np.minimum(rising, falling))
    return torch.from_numpy(np.pad(bands, ((0, 0), (0, 1))))


def efficientat_mel(x, s, dtype):
    x = torch.from_numpy(x).to(dtype)
    x = x[1:] - s["pre_emphasis"] * x[:-1]
    window = torch.hann_window(s["window_samples"], periodic=False, dtype=dtype)
    spectrum = torch.stft(x, s["n_fft"], hop_length=s["hop_samples"], win_length=s["window_samples"], window=window,
                          center=True, return_complex=True)
    return logarithm(kaldi_bands(s).to(dtype) @ spectrum.abs() ** 2, s)


def kaldi_mel(x, s, dtype):
    names = {"povey": "povey", "hann": "hanning", "hamming": "hamming"}
    frames = torchaudio.compliance.kaldi.fbank(
        torch.from_numpy(x).to(dtype)[None], sample_frequency=s["sample_rate"], num_mel_bins=s["n_mels"],
        frame_length=1000 * s["window_samples"] / s["sample_rate"],
        frame_shift=1000 * s["hop_samples"] / s["sample_rate"], window_type=names[s["window"]],
        preemphasis_coefficient=s["pre_emphasis"], low_freq=s["f_min_hz"], high_freq=s["f_max_hz"], dither=0.0)
    return frames.T


def librosa_mel(x, s, dtype):
    """melspectrogram(n_fft, hop_length, window="hann", center=True, pad_mode="constant", power=2, htk=False,
    norm="slaney") and power_to_db(ref=1, amin, top_db=None)."""
    def hz_of(mel):
        step = np.log(6.4) / 27.0
        return np.where(mel < 15.0, 200.0 * mel / 3.0, 1000.0 * np.exp(step * (mel - 15.0)))

    def mel_of(hz):
        return 3.0 * hz / 200.0 if hz < 1000.0 else 15.0 + np.log(hz / 1000.0) / (np.log(6.4) / 27.0)

    n_fft, hop = s["n_fft"], s["hop_samples"]
    points = hz_of(np.linspace(mel_of(s["f_min_hz"]), mel_of(s["f_max_hz"]), s["n_mels"] + 2))
    bins = np.linspace(0.0, s["sample_rate"] / 2, n_fft // 2 + 1)
    widths = np.diff(points)
    ramps = points[:, None] - bins
    bands = np.maximum(0.0, np.minimum(-ramps[:-2] / widths[:-1, None], ramps[2:] / widths[1:, None]))
    bands *= (2.0 / (points[2:] - points[:-2]))[:, None]
    padded = np.pad(x.astype(np.float64), n_fft // 2)
    window = 0.5 - 0.5 * np.cos(2.0 * np.pi * np.arange(n_fft) / n_fft)
    starts = range(0, len(padded) - n_fft + 1, hop)
    power = np.stack([np.abs(np.fft.rfft(window * padded[i : i + n_fft])) ** 2 for i in starts], axis=1)
    return logarithm(torch.from_numpy(bands @ power).to(dtype), s)


REFERENCES = {"efficientat": efficientat_mel, "librosa": librosa_mel, "kaldi": kaldi_mel}


def log_mel(name, x, s, dtype):
    return REFERENCES.get(name.split("-")[0], torchaudio_mel)(x, s, dtype).T.double().numpy()


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
        exact = log_mel(settings_name, signals[signal], settings, torch.float64)
        single = log_mel(settings_name, signals[signal], settings, torch.float32)
        kept = exact[::every].astype("<f4")
        name = f"{settings_name}-{signal}"
        (OUT / f"{name}.f32").write_bytes(kept.tobytes())
        level = exact * settings.get("deviation", 1.0) + settings.get("mean", 0.0)
        loud = level > (-90 if settings["scale"] == "decibel" else -90 / 10 * math.log(10))
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
