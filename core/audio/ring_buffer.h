// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <span>
#include <vector>

namespace earwitness {

/// Single-producer single-consumer queue of samples. Indices only ever grow (64 bits never wrap in
/// practice) and are masked on access; the capacity is a power of two.
/// Thread: write() audio callback; read(), skip() listener; available(), dropped() any.
template <typename T>
class RingBuffer {
 public:
  explicit RingBuffer(size_t minimumCapacity)
      : data_(std::bit_ceil(std::max<size_t>(minimumCapacity, 2))), mask_(data_.size() - 1) {}

  size_t capacity() const { return data_.size(); }

  /// Copies what fits, counts what does not, and returns how many were copied. Wait-free.
  size_t write(std::span<const T> items) {
    const size_t head = head_.load(std::memory_order_relaxed);  // only this thread stores it
    // Acquire: the consumer's reads of the slots it freed happen before they are overwritten here.
    const size_t tail = tail_.load(std::memory_order_acquire);
    const size_t count = std::min(items.size(), capacity() - (head - tail));
    const size_t first = std::min(count, capacity() - (head & mask_));
    std::copy_n(items.data(), first, data_.data() + (head & mask_));
    std::copy_n(items.data() + first, count - first, data_.data());
    // Release: the samples are written before the consumer can see the new head.
    head_.store(head + count, std::memory_order_release);
    if (count < items.size()) dropped_.fetch_add(items.size() - count, std::memory_order_relaxed);
    return count;
  }

  /// Copies up to out.size() items and returns how many. Wait-free.
  size_t read(std::span<T> out) {
    const size_t tail = tail_.load(std::memory_order_relaxed);  // only this thread stores it
    // Acquire: pairs with the release in write(), so the samples before head are visible.
    const size_t head = head_.load(std::memory_order_acquire);
    const size_t count = std::min(out.size(), head - tail);
    const size_t first = std::min(count, capacity() - (tail & mask_));
    std::copy_n(data_.data() + (tail & mask_), first, out.data());
    std::copy_n(data_.data(), count - first, out.data() + first);
    // Release: the reads above are done before the producer may overwrite the slots.
    tail_.store(tail + count, std::memory_order_release);
    return count;
  }

  /// Drops up to `count` of the oldest items and returns how many; the reader that is late uses it.
  size_t skip(size_t count) {
    const size_t tail = tail_.load(std::memory_order_relaxed);
    const size_t head = head_.load(std::memory_order_acquire);
    const size_t skipped = std::min(count, head - tail);
    tail_.store(tail + skipped, std::memory_order_release);
    return skipped;
  }

  size_t available() const {
    const size_t tail = tail_.load(std::memory_order_acquire);
    return head_.load(std::memory_order_acquire) - tail;
  }
  /// Items that did not fit since construction.
  size_t dropped() const { return dropped_.load(std::memory_order_relaxed); }

 private:
  std::vector<T> data_;
  size_t mask_;
  alignas(64) std::atomic<size_t> head_{0};
  alignas(64) std::atomic<size_t> tail_{0};
  alignas(64) std::atomic<size_t> dropped_{0};
};

}  // namespace earwitness
