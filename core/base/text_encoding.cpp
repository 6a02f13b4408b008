// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text_encoding.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <vector>

#include <iconv.h>
#include <uchardet/uchardet.h>
#include <utf8proc.h>

namespace earwitness {
namespace {

/// Above this much strangeness for each character beyond ASCII, bytes are no text.
constexpr double kStrangest = 1.5;
constexpr size_t kMostGuessed = size_t{4} << 20;  // bytes that libuchardet looks at

/// All of the bytes, or nothing.
std::optional<std::string> converted(std::string_view bytes, const std::string& encoding) {
  const iconv_t converter = ::iconv_open("UTF-8", encoding.c_str());
  if (converter == iconv_t(-1)) return std::nullopt;
  const std::unique_ptr<void, int (*)(iconv_t)> owner(converter, &::iconv_close);
  std::string text;
  std::array<char, 16384> block;
  char* in = const_cast<char*>(bytes.data());
  size_t left = bytes.size();
  while (left > 0) {
    char* out = block.data();
    size_t room = block.size();
    const size_t result = ::iconv(converter, &in, &left, &out, &room);
    text.append(block.data(), size_t(out - block.data()));
    if (result == size_t(-1) && errno != E2BIG) return std::nullopt;
  }
  return text;
}

enum class Script { None, Latin, Cyrillic, Greek, Other };

Script scriptOf(utf8proc_int32_t letter) {
  if (letter < 0x250 || (letter >= 0x1E00 && letter < 0x1F00)) return Script::Latin;
  if (letter >= 0x370 && letter < 0x400) return Script::Greek;
  if (letter >= 0x400 && letter < 0x530) return Script::Cyrillic;
  return Script::Other;
}

/// Adds up what a text in the right encoding would hardly hold.
class Strangeness {
 public:
  void add(utf8proc_int32_t character) {
    const utf8proc_category_t category = utf8proc_category(character);
    if (character >= 0x80) ++foreign_;
    switch (category) {
      case UTF8PROC_CATEGORY_LU:
      case UTF8PROC_CATEGORY_LT:
        return addLetter(character, true);
      case UTF8PROC_CATEGORY_LL:
      case UTF8PROC_CATEGORY_LO:
      case UTF8PROC_CATEGORY_LM:
        return addLetter(character, false);
      case UTF8PROC_CATEGORY_MN:
      case UTF8PROC_CATEGORY_MC:
        return;  // belongs to the word
      default: {
        const double cost = symbolCost(character, category);
        sum_ += length_ > 0 ? 2.0 * cost : cost;  // right behind a letter it is stranger still
        endWord();
      }
    }
  }

  /// For each character beyond ASCII.
  double share() {
    endWord();
    return foreign_ == 0 ? 0.0 : sum_ / double(foreign_);
  }

 private:
  static double symbolCost(utf8proc_int32_t character, utf8proc_category_t category) {
    if (category == UTF8PROC_CATEGORY_CC)
      return character == '\t' || character == '\n' || character == '\r' ? 0.0 : 10.0;
    if (category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_CO) return 10.0;
    const bool isUsual = character < 0x80 || character == 0xB0 || character == 0x2116;
    const bool isSymbol = category == UTF8PROC_CATEGORY_SO || category == UTF8PROC_CATEGORY_SM ||
                          category == UTF8PROC_CATEGORY_SK || category == UTF8PROC_CATEGORY_SC ||
                          category == UTF8PROC_CATEGORY_NO;
    return isSymbol && !isUsual ? 2.0 : 0.0;
  }

  void addLetter(utf8proc_int32_t letter, bool isCapital) {
    const Script script = scriptOf(letter);
    if (script_ != Script::None && script != script_) isMixed_ = true;
    script_ = script;
    if (isCapital && length_ > 0 && capitals_ < length_) sum_ += 4.0;  // after a small letter
    ++length_;
    capitals_ += isCapital ? 1 : 0;
    accented_ += script == Script::Latin && letter >= 0x80 ? 1 : 0;
    // Without these, the Cyrillic encodings make words of one another's and Greek ones.
    static constexpr std::u32string_view kFrequent =
        U"оеаинтсрвлОЕАИНТСРВЛαοιετσνηυρπκλςάόίέήύΑΟΙΕΤΣΝΗΥΡΠΚΛ";
    const bool isJudged = script == Script::Cyrillic || script == Script::Greek;
    if (isJudged && kFrequent.find(char32_t(letter)) == kFrequent.npos) sum_ += 0.2;
  }

  void endWord() {
    if (isMixed_) sum_ += 4.0;
    if (2 * accented_ > length_) sum_ += 3.0;
    const bool hasCase = script_ == Script::Cyrillic || script_ == Script::Greek;
    if (hasCase && length_ > 1 && capitals_ == length_) sum_ += 0.3;
    script_ = Script::None;
    isMixed_ = false;
    length_ = capitals_ = accented_ = 0;
  }

  double sum_ = 0.0;
  size_t foreign_ = 0;
  Script script_ = Script::None;
  bool isMixed_ = false;
  size_t length_ = 0, capitals_ = 0, accented_ = 0;  ///< letters of the word so far
};

double strangenessOf(std::string_view utf8) {
  Strangeness strangeness;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
  for (size_t i = 0; i < utf8.size();) {
    utf8proc_int32_t character = 0;
    const auto length = utf8proc_iterate(bytes + i, utf8proc_ssize_t(utf8.size() - i), &character);
    if (length <= 0) return 100.0;
    strangeness.add(character);
    i += size_t(length);
  }
  return strangeness.share();
}

std::string guessOf(std::string_view bytes) {
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(::uchardet_new(),
                                                                 &::uchardet_delete);
  if (!detector) return {};
  const std::string_view some = bytes.substr(0, kMostGuessed);
  if (::uchardet_handle_data(detector.get(), some.data(), some.size()) != 0) return {};
  ::uchardet_data_end(detector.get());
  return ::uchardet_get_charset(detector.get());
}

/// "UTF-16LE" or "UTF-16BE" where zero bytes stand as they do there beside ASCII; else empty.
std::string utf16Without(std::string_view bytes) {
  if (bytes.size() < 2 || bytes.size() % 2 != 0) return {};
  size_t little = 0, big = 0;
  const auto isPlain = [](char c) {
    return (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\r';
  };
  for (size_t i = 0; i < bytes.size(); i += 2) {
    if (bytes[i] == '\0' && bytes[i + 1] == '\0') return {};
    little += bytes[i + 1] == '\0' && isPlain(bytes[i]) ? 1 : 0;
    big += bytes[i] == '\0' && isPlain(bytes[i + 1]) ? 1 : 0;
  }
  if (20 * std::max(little, big) < bytes.size() ||
      2 * std::min(little, big) > std::max(little, big))
    return {};
  return little > big ? "UTF-16LE" : "UTF-16BE";
}

std::optional<DecodedText> decodedAs(std::string_view bytes, const std::string& encoding) {
  auto text = converted(bytes, encoding);
  if (!text) return std::nullopt;
  return DecodedText{std::move(*text), encoding};
}

std::optional<DecodedText> decodedLegacy(std::string_view bytes) {
  std::optional<DecodedText> best;
  double bestShare = kStrangest;
  const auto consider = [&](const std::string& encoding, double weight) {
    if (encoding.empty()) return;
    auto decoded = decodedAs(bytes, encoding);
    const double share = decoded ? weight * strangenessOf(decoded->text) : kStrangest;
    if (share >= bestShare) return;
    bestShare = share;
    best = std::move(decoded);
  };
  consider(guessOf(bytes), 0.5);
  for (const char* encoding : {"WINDOWS-1252", "WINDOWS-1251", "KOI8-R", "CP866", "WINDOWS-1250"})
    consider(encoding, 1.0);
  return best;
}

}  // namespace

bool isUtf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (size_t i = 0; i < text.size();) {
    utf8proc_int32_t character = 0;
    const auto length = utf8proc_iterate(bytes + i, utf8proc_ssize_t(text.size() - i), &character);
    if (length <= 0) return false;
    i += size_t(length);
  }
  return true;
}

namespace {

std::optional<DecodedText> decodedAsIs(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv) && isUtf8(bytes.substr(3)))
    return DecodedText{std::string(bytes.substr(3)), "UTF-8"};
  if (bytes.starts_with("\xFF\xFE\0\0"sv) && bytes.size() % 4 == 0)
    if (auto decoded = decodedAs(bytes.substr(4), "UTF-32LE")) return decoded;
  if (bytes.starts_with("\xFF\xFE"sv)) return decodedAs(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF"sv)) return decodedAs(bytes.substr(2), "UTF-16BE");
  const bool hasZeros = bytes.find('\0') != bytes.npos;
  if (hasZeros)
    if (const std::string encoding = utf16Without(bytes); !encoding.empty())
      if (auto decoded = decodedAs(bytes, encoding)) return decoded;
  if (isUtf8(bytes)) return DecodedText{std::string(bytes), "UTF-8"};
  return hasZeros ? std::nullopt : decodedLegacy(bytes);
}

}  // namespace

std::optional<DecodedText> decodeText(std::string_view bytes) {
  std::optional<DecodedText> decoded = decodedAsIs(bytes);
  if (decoded && decoded->text.find('\n') == std::string::npos)
    std::replace(decoded->text.begin(), decoded->text.end(), '\r', '\n');
  return decoded;
}

}  // namespace earwitness
