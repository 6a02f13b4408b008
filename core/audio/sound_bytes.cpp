// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/sound_bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/audio/sound_errors.h"

namespace earwitness {

namespace fs = std::filesystem;

OpenFile::OpenFile(fs::path path, Descriptor descriptor, uint64_t size)
    : path_(std::move(path)), descriptor_(std::move(descriptor)), size_(size) {}

std::shared_ptr<const OpenFile> OpenFile::open(const fs::path& path) {
  const auto messageOf = [](int number) {
    return Message("%1.", std::generic_category().message(number));
  };
  // Without O_NONBLOCK, opening a named pipe would wait for its other end.
  Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!descriptor && errno == ENOENT) failToOpen(path, Message("there is no such file."));
  if (!descriptor) failToOpen(path, messageOf(errno));
  struct stat status {};
  if (::fstat(descriptor.get(), &status) != 0) failToOpen(path, messageOf(errno));
  if (S_ISDIR(status.st_mode)) failToOpen(path, Message("it is a folder."));
  if (!S_ISREG(status.st_mode)) failToOpen(path, Message("it is not a regular file."));
  if (status.st_size == 0) failAsEmpty(path, Message("the file is empty."));
  return std::shared_ptr<const OpenFile>(
      new OpenFile(path, std::move(descriptor), uint64_t(status.st_size)));
}

size_t OpenFile::readAt(uint64_t offset, std::span<char> bytes) const {
  size_t done = 0;
  while (done < bytes.size() && offset + done < size_) {
    const ssize_t count =
        ::pread(descriptor_.get(), bytes.data() + done, bytes.size() - done, off_t(offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      int none = 0;
      readError_.compare_exchange_strong(none, errno);
    }
    if (count <= 0) break;
    done += size_t(count);
  }
  return done;
}

SoundBytes::SoundBytes(std::shared_ptr<const OpenFile> file)
    : file_(std::move(file)), begin_(0), end_(file_->size()) {}

SoundBytes::SoundBytes(std::shared_ptr<const OpenFile> file, uint64_t begin, uint64_t end,
                       std::string header)
    : file_(std::move(file)), header_(std::move(header)) {
  end_ = std::min(end, file_->size());
  begin_ = std::min(begin, end_);
}

size_t SoundBytes::readAt(uint64_t offset, std::span<char> bytes) const {
  size_t done = 0;
  if (offset < header_.size()) {
    done = std::min<size_t>(bytes.size(), header_.size() - offset);
    std::memcpy(bytes.data(), header_.data() + offset, done);
  }
  if (done == bytes.size() || offset >= size()) return done;
  const uint64_t from = begin_ + (offset + done - header_.size());
  const auto wanted = size_t(std::min<uint64_t>(bytes.size() - done, end_ - from));
  return done + file_->readAt(from, bytes.subspan(done, wanted));
}

SoundBytes SoundBytes::part(uint64_t begin, uint64_t end) const {
  const uint64_t from = begin_ + (std::max<uint64_t>(begin, header_.size()) - header_.size());
  const uint64_t to = begin_ + (std::max<uint64_t>(end, header_.size()) - header_.size());
  return {file_, std::min(from, end_), std::min(to, end_)};
}

const unsigned char* ByteWindow::at(uint64_t offset, size_t count) {
  if (count > kMost || offset > size() || count > size() - offset) return nullptr;
  if (offset < first_ || offset + count > first_ + held_) {
    first_ = offset;
    held_ = bytes_.readAt(offset, buffer_);
    if (held_ < count) {
      held_ = 0;
      return nullptr;
    }
  }
  return reinterpret_cast<const unsigned char*>(buffer_.data()) + (offset - first_);
}

uint32_t littleEndian32(const unsigned char* bytes) {
  return uint32_t(bytes[0]) | uint32_t(bytes[1]) << 8 | uint32_t(bytes[2]) << 16 |
         uint32_t(bytes[3]) << 24;
}

uint64_t littleEndian64(const unsigned char* bytes) {
  return littleEndian32(bytes) | uint64_t(littleEndian32(bytes + 4)) << 32;
}

uint32_t bigEndian32(const unsigned char* bytes) {
  return uint32_t(bytes[0]) << 24 | uint32_t(bytes[1]) << 16 | uint32_t(bytes[2]) << 8 |
         uint32_t(bytes[3]);
}

uint64_t bigEndian64(const unsigned char* bytes) {
  return uint64_t(bigEndian32(bytes)) << 32 | bigEndian32(bytes + 4);
}

}  // namespace earwitness
