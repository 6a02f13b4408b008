// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#ifdef __AVX__
#include <immintrin.h>
#endif

namespace earwitness {

/// The compiler's vector of kLanes numbers. (An alias would forget the attribute in a template.)
template <typename Number, int kLanes>
struct VectorOf {
  // NOLINTNEXTLINE(modernize-use-using)
  typedef Number Type __attribute__((vector_size(kLanes * sizeof(Number))));
};

/// A number for each of `kLanes` frames, so that one FFT transforms that many frames at once with
/// the processor's vector unit. Each lane sees the very operations that a lone frame would see:
/// what comes out of a lane depends neither on its neighbours nor on how many there are.
///
/// It stands in for `double` in kissfft<>, which asks for arithmetic, for construction from a
/// number, and for trigonometry while it plans (where all lanes are equal and one is enough).
///
/// Double precision, because a pure tone and the leakage of its window lie 180 dB apart: with
/// single precision the quiet bands beside a loud tone would hold rounding noise.
template <int kLanes>
class FrameLanes {
  template <typename T>
  static constexpr bool kIsNumber = std::integral<T> || std::floating_point<T>;

 public:
  static constexpr int kCount = kLanes;
  using Doubles = typename VectorOf<double, kLanes>::Type;
  using Floats = typename VectorOf<float, kLanes>::Type;

  FrameLanes() = default;
  template <typename Number>
  requires kIsNumber<Number> FrameLanes(Number all)
      : lanes_(double(all) - Doubles{}) {}  // NOLINT(google-explicit-constructor)
  explicit FrameLanes(const Doubles& lanes) : lanes_(lanes) {}

  /// Lane i is start[i * stride].
  static FrameLanes gather(const float* start, size_t stride) {
    Floats values{};
    for (int lane = 0; lane < kLanes; ++lane) values[lane] = start[size_t(lane) * stride];
#ifdef __AVX__
    // GCC 12 makes four instructions of the general form.
    if constexpr (kLanes == 4) return FrameLanes(Doubles(_mm256_cvtps_pd(values)));
#endif
    return FrameLanes(__builtin_convertvector(values, Doubles));
  }
  /// Lane i of out[k] is start[i * stride + k].
  static void gatherFour(const float* start, size_t stride, FrameLanes (&out)[4]) {
#ifdef __AVX__
    if constexpr (kLanes == 4) {
      __m128 a = _mm_loadu_ps(start);
      __m128 b = _mm_loadu_ps(start + stride);
      __m128 c = _mm_loadu_ps(start + 2 * stride);
      __m128 d = _mm_loadu_ps(start + 3 * stride);
      _MM_TRANSPOSE4_PS(a, b, c, d);
      out[0] = FrameLanes(Doubles(_mm256_cvtps_pd(a)));
      out[1] = FrameLanes(Doubles(_mm256_cvtps_pd(b)));
      out[2] = FrameLanes(Doubles(_mm256_cvtps_pd(c)));
      out[3] = FrameLanes(Doubles(_mm256_cvtps_pd(d)));
      return;
    }
#endif
    for (size_t k = 0; k < 4; ++k) out[k] = gather(start + k, stride);
  }
  /// Lane i into out[i].
  void storeTo(float* out) const {
    const Floats values = __builtin_convertvector(lanes_, Floats);
    for (int lane = 0; lane < kLanes; ++lane) out[lane] = values[lane];
  }

  FrameLanes squareRoot() const {
    FrameLanes roots;
    for (int lane = 0; lane < kLanes; ++lane) roots.lanes_[lane] = __builtin_sqrt(lanes_[lane]);
    return roots;
  }

  /// The first lane. Implicit, as the planning of kissfft<> calls std::acos() and the like.
  operator double() const {
    return lanes_[0];
  }  // NOLINT(google-explicit-constructor)

  FrameLanes& operator+=(const FrameLanes& other) {
    lanes_ += other.lanes_;
    return *this;
  }
  FrameLanes& operator-=(const FrameLanes& other) {
    lanes_ -= other.lanes_;
    return *this;
  }
  FrameLanes& operator*=(const FrameLanes& other) {
    lanes_ *= other.lanes_;
    return *this;
  }
  FrameLanes operator-() const {
    return FrameLanes(-lanes_);
  }

  friend FrameLanes operator+(FrameLanes a, const FrameLanes& b) {
    return a += b;
  }
  friend FrameLanes operator-(FrameLanes a, const FrameLanes& b) {
    return a -= b;
  }
  friend FrameLanes operator*(FrameLanes a, const FrameLanes& b) {
    return a *= b;
  }
  template <typename Number>
  requires kIsNumber<Number>
  friend FrameLanes operator*(Number a, const FrameLanes& b) {
    return FrameLanes(a) * b;
  }
  template <typename Number>
  requires kIsNumber<Number>
  friend FrameLanes operator*(const FrameLanes& a, Number b) {
    return a * FrameLanes(b);
  }

 private:
  Doubles lanes_{};
};

}  // namespace earwitness
