#pragma once

#include <concepts>
#include <cstddef>

namespace earwitness {

/// A number for each of kCount frames, so that one FFT transforms that many frames at once with the
/// processor's vector unit. Each lane sees the very operations that a lone frame would see: what
/// comes out of a lane does not depend on its neighbours.
///
/// It stands in for `double` in kissfft<>, which asks for arithmetic, for construction from a
/// number, and for trigonometry while it plans (where all lanes are equal and one is enough).
///
/// Double precision, because a pure tone and the leakage of its window lie 180 dB apart: with
/// single precision the quiet bands beside a loud tone would hold rounding noise.
class FrameLanes {
 public:
  static constexpr int kCount = 2;

  FrameLanes() = default;
  template <typename Number>
  requires std::integral<Number> || std::floating_point<Number>
  // NOLINTNEXTLINE(google-explicit-constructor)
  FrameLanes(Number all) : lanes_{double(all), double(all)} {}
  FrameLanes(double first, double second) : lanes_{first, second} {}

  /// The first lane. Implicit, as the planning of kissfft<> calls std::acos() and the like.
  // NOLINTNEXTLINE(google-explicit-constructor)
  operator double() const { return lanes_[0]; }
  double operator[](int lane) const { return lanes_[lane]; }

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
  FrameLanes operator-() const { return FrameLanes(-lanes_); }

  friend FrameLanes operator+(FrameLanes a, const FrameLanes& b) { return a += b; }
  friend FrameLanes operator-(FrameLanes a, const FrameLanes& b) { return a -= b; }
  friend FrameLanes operator*(FrameLanes a, const FrameLanes& b) { return a *= b; }
  template <typename Number>
  requires std::integral<Number> || std::floating_point<Number>
  friend FrameLanes operator*(Number a, const FrameLanes& b) { return FrameLanes(a) * b; }
  template <typename Number>
  requires std::integral<Number> || std::floating_point<Number>
  friend FrameLanes operator*(const FrameLanes& a, Number b) { return a * FrameLanes(b); }

 private:
  using Vector = double __attribute__((vector_size(kCount * sizeof(double))));
  explicit FrameLanes(Vector lanes) : lanes_(lanes) {}

  Vector lanes_{};
};

}  // namespace earwitness
