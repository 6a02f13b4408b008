// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redaction.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>

#include <pwd.h>
#include <unistd.h>

#include "core/base/text.h"

namespace earwitness {
namespace {

constexpr std::string_view kHidden = "<path>";
constexpr int kSystemReasons = 134;  // numbers of errors of Linux

bool isAsciiAlnum(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// Letters of other scripts count as such.
bool isPartOfWord(char c) {
  return isAsciiAlnum(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool isBlank(char c) {
  return c == ' ' || c == '\t';
}

// ---- Words
// ---------------------------------------------------------------------------------------

/// Without what may follow a path in a sentence.
std::string_view withoutPunctuation(std::string_view word) {
  constexpr std::array<std::string_view, 12> kEnds{".", ",", ":", ";",  ")", "]",
                                                   "}", ">", "'", "\"", "»", "”"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : kEnds)
      if (word.size() > mark.size() && word.ends_with(mark)) {
        word.remove_suffix(mark.size());
        again = true;
      }
  }
  return word;
}

/// ".wav" if the path has a usual ending, which says nothing about the user; else empty.
std::string usualEnding(std::string_view path) {
  constexpr std::string_view kUsual =
      " wav flac mp3 ogg oga opus m4a aac aif aiff au caf w64 rf64 amr 3gp mp4 mov mkv webm wma "
      "avi "
      "pt pth onnx npy json jsonl csv tsv txt log md html conf sqlite part zip so png svg "
      "earwitness-taught ";
  const size_t point = path.rfind('.');
  if (point == std::string_view::npos) return {};
  const std::string ending = lowerAscii(path.substr(point + 1));
  const bool isWord = ending.find(' ') == std::string::npos && !ending.empty();
  return isWord && kUsual.find(' ' + ending + ' ') != std::string_view::npos ? '.' + ending : "";
}

std::string hidden(std::string_view path) {
  return std::string(kHidden) + usualEnding(path);
}

/// In a folder that is the same on all computers, where names have no spaces.
bool isInSystemFolder(std::string_view path) {
  constexpr std::array<std::string_view, 9> kFolders{"/usr/",  "/lib/", "/lib64/", "/bin/", "/etc/",
                                                     "/proc/", "/dev/", "/sys/",   "/opt/"};
  return std::any_of(kFolders.begin(), kFolders.end(),
                     [path](std::string_view folder) { return path.starts_with(folder); });
}

/// "and/or", "GNU/Linux", "I/O"
bool isPairOfWords(std::string_view word) {
  const size_t slash = word.find('/');
  const auto isWord = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), isAsciiAlnum);
  };
  return slash != std::string_view::npos && isWord(word.substr(0, slash)) &&
         isWord(word.substr(slash + 1));
}

bool isFileAddress(std::string_view text) {
  constexpr std::string_view kScheme = "file:/";
  return text.size() >= kScheme.size() &&
         std::equal(kScheme.begin(), kScheme.end(), text.begin(),
                    [](char a, char b) { return a == lowerAscii(b); });
}

/// Whether a path begins here: "/a", "~/a", "~ann", "./a", "../a".
bool beginsPath(std::string_view text) {
  if (text.starts_with("./") || text.starts_with("../") || text.starts_with("~/")) return true;
  if (text.size() < 2 || isBlank(text[1])) return false;
  return text[0] == '/' ||
         (text[0] == '~' && text.substr(0, text.find(' ')).find('/') != std::string_view::npos);
}

/// Not for "HDMI / DisplayPort".
bool hasFolder(std::string_view text) {
  for (size_t at = 0; (at = text.find('/', at)) != std::string_view::npos; ++at)
    if (at == 0 || !isBlank(text[at - 1]) || at + 1 == text.size() || !isBlank(text[at + 1]))
      return !isPairOfWords(text);
  return false;
}

bool isPathlike(std::string_view text) {
  return isFileAddress(text) || beginsPath(text) || !usualEnding(text).empty() || hasFolder(text);
}

/// Whether a text begins with the system's words for an error.
bool beginsWithReason(std::string_view text) {
  for (int number = 1; number < kSystemReasons; ++number)
    if (text.starts_with(std::generic_category().message(number))) return true;
  return false;
}

// ---- Quotation marks
// -----------------------------------------------------------------------------

struct Marks {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Marks, 8> kMarks{Marks{"'", "'"}, Marks{"\"", "\""}, Marks{"`", "`"},
                                      Marks{"“", "”"}, Marks{"«", "»"},   Marks{"‘", "’"},
                                      Marks{"„", "“"}, Marks{"„", "”"}};

/// Whether a mark at `at` may open: after a blank, a bracket or the like, and before something.
bool mayOpen(std::string_view line, size_t at, const Marks& marks) {
  if (!line.substr(at).starts_with(marks.open)) return false;
  const size_t next = at + marks.open.size();
  if (next >= line.size()) return false;
  if (marks.open != marks.close) return true;
  return (at == 0 ||
          std::string_view(" \t([{<=:,;").find(line[at - 1]) != std::string_view::npos) &&
         !isBlank(line[next]);
}

bool mayOpenAny(std::string_view line, size_t at) {
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](const Marks& marks) { return mayOpen(line, at, marks); });
}

bool mayClose(std::string_view line, size_t at, const Marks& marks) {
  if (!line.substr(at).starts_with(marks.close) || at == 0 || isBlank(line[at - 1])) return false;
  const size_t next = at + marks.close.size();
  return next >= line.size() || marks.open != marks.close || !isPartOfWord(line[next]);
}

/// Where the mark that closes stands. A name may contain the same mark ("'/a/Ann's 'new' clips'"),
/// so it is the last one that can close before the next that can open.
size_t closingMark(std::string_view line, size_t from, const Marks& marks) {
  size_t found = std::string_view::npos;
  for (size_t at = from; at < line.size(); ++at) {
    if (mayClose(line, at, marks))
      found = at;
    else if (found != std::string_view::npos && mayOpen(line, at, marks))
      return found;
  }
  return found;
}

// ---- One line
// ------------------------------------------------------------------------------------

class LineRedactor {
 public:
  LineRedactor(std::string_view line, const Redaction& redaction)
      : line_(line), redaction_(redaction) {}

  std::string result() {
    while (at_ < line_.size())
      if (!takeQuoted() && !takePath() && !takeWord()) result_ += line_[at_++];
    return std::move(result_);
  }

 private:
  std::string_view rest() const { return line_.substr(at_); }
  bool isAtStartOfWord() const { return at_ == 0 || !isPartOfWord(line_[at_ - 1]); }

  void hide(size_t end) {
    const std::string_view path = withoutPunctuation(line_.substr(at_, end - at_));
    result_ += hidden(path);
    at_ += path.size();
  }

  bool takeQuoted() {
    for (const Marks& marks : kMarks) {
      if (!mayOpen(line_, at_, marks)) continue;
      const size_t begin = at_ + marks.open.size();
      const size_t end = closingMark(line_, begin, marks);
      if (end == std::string_view::npos) continue;
      const std::string_view content = line_.substr(begin, end - begin);
      const auto& labels = redaction_.labels;
      const bool isLabel = std::find(labels.begin(), labels.end(), content) != labels.end();
      const bool isPath = redaction_.hidesPaths && isPathlike(content);
      if (!isLabel && !isPath) continue;
      result_.append(marks.open).append(isLabel ? "<class>" : hidden(content)).append(marks.close);
      at_ = end + marks.close.size();
      return true;
    }
    return false;
  }

  bool takePath() {
    if (!redaction_.hidesPaths || !isAtStartOfWord()) return false;
    const bool isWithin = at_ > 0 && (line_[at_ - 1] == '/' || line_[at_ - 1] == '.');
    if (!isFileAddress(rest()) && (!beginsPath(rest()) || isWithin)) return false;
    hide(at_ > 0 && line_[at_ - 1] == '(' ? closingBracket() : endOfPath());
    return true;
  }

  /// A word that has a folder in it, or is the name of a file.
  bool takeWord() {
    if (!redaction_.hidesPaths || isBlank(line_[at_]) || (at_ > 0 && !isBlank(line_[at_ - 1])))
      return false;
    const size_t end = endOfWord(at_);
    size_t begin = at_;
    while (begin < end && std::string_view("([{<'\"").find(line_[begin]) != std::string_view::npos)
      ++begin;
    const std::string_view word = withoutPunctuation(line_.substr(begin, end - begin));
    if (word.size() < 2 || (!hasFolder(word) && usualEnding(word).empty())) return false;
    // A path after a bracket, or "--model=/home/ann/My model.pt", has an end of its own.
    if (beginsPath(word) || isFileAddress(word)) return false;
    for (size_t i = 0; i + 1 < word.size(); ++i)
      if (mayOpenAny(line_, begin + i) ||
          (std::string_view("=:,;").find(word[i]) != std::string_view::npos &&
           beginsPath(word.substr(i + 1))))
        return false;
    result_.append(line_.substr(at_, begin - at_));
    at_ = begin;
    hide(begin + word.size());
    return true;
  }

  size_t endOfWord(size_t from) const {
    return std::min(line_.find_first_of(" \t", from), line_.size());
  }

  size_t closingBracket() const {
    int depth = 1;
    for (size_t i = at_; i < line_.size(); ++i) {
      if (line_[i] == '(') ++depth;
      if (line_[i] == ')' && --depth == 0) return i;
    }
    return line_.size();
  }

  /// Where a path without quotation marks ends.
  size_t endOfPath() const {
    size_t begin = at_;
    while (true) {
      const size_t end = endOfWord(begin);
      const std::string_view word = withoutPunctuation(line_.substr(begin, end - begin));
      if (usualEnding(word).empty() && !isInSystemFolder(word)) return endOfSentence(end);
      // "/home/ann/My v.2.wav copies/a.wav": it goes on where a later word has a folder in it.
      const std::optional<size_t> next = nextPartOfPath(end);
      if (!next) return end;
      begin = *next;
    }
  }

  /// The beginning of a later word that continues a path.
  std::optional<size_t> nextPartOfPath(size_t from) const {
    for (size_t begin = from; begin < line_.size();) {
      begin = std::min(line_.find_first_not_of(" \t", begin), line_.size());
      const size_t end = endOfWord(begin);
      const std::string_view word = withoutPunctuation(line_.substr(begin, end - begin));
      if (word.empty() || beginsPath(word) || isFileAddress(word)) return std::nullopt;
      if (mayOpenAny(line_, begin) || word.front() == '(') return std::nullopt;
      if (hasFolder(word)) return begin;
      begin = end;
    }
    return std::nullopt;
  }

  /// All of the line but the system's reason.
  size_t endOfSentence(size_t from) const {
    for (size_t colon = line_.find(": ", from - 1); colon != std::string_view::npos;
         colon = line_.find(": ", colon + 1))
      if (beginsWithReason(line_.substr(colon + 2))) return colon;
    return line_.size();
  }

  std::string_view line_;
  const Redaction& redaction_;
  size_t at_ = 0;
  std::string result_;
};

// ---- Names
// ---------------------------------------------------------------------------------------

size_t findIgnoringCase(std::string_view text, std::string_view what, size_t from) {
  if (from > text.size()) return std::string_view::npos;
  const auto found =
      std::search(text.begin() + std::ptrdiff_t(from), text.end(), what.begin(), what.end(),
                  [](char a, char b) { return lowerAscii(a) == lowerAscii(b); });
  return found == text.end() ? std::string_view::npos : size_t(found - text.begin());
}

/// Replaces `what` where it is a word of its own.
std::string replaced(std::string text, const std::string& what, std::string_view with) {
  if (what.empty()) return text;
  for (size_t at = 0; (at = findIgnoringCase(text, what, at)) != std::string::npos;) {
    const size_t end = at + what.size();
    const bool startsWord = at == 0 || !isPartOfWord(text[at - 1]);
    if (startsWord && (end == text.size() || !isPartOfWord(text[end]))) {
      text.replace(at, what.size(), with);
      at += with.size();
    } else {
      ++at;
    }
  }
  return text;
}

/// As addresses have a name in another script: "%D0%90".
std::string percentEncoded(std::string_view name) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (isAsciiAlnum(c) || c == '-' || c == '_' || c == '.' || c == '~' || c == '/')
      text += c;
    else
      text.append({'%', kDigits[byte >> 4U], kDigits[byte & 15U]});
  }
  return text;
}

/// "/home/bob/x" of another user.
std::string withoutOtherHomes(std::string text) {
  constexpr std::string_view kHomes = "/home/";
  for (size_t at = 0; (at = text.find(kHomes, at)) != std::string::npos;) {
    at += kHomes.size();
    const size_t end = std::min(text.find_first_of("/ \t'\")", at), text.size());
    if (end == at) continue;
    text.replace(at, end - at, "<user>");
  }
  return text;
}

std::string redactedLine(std::string_view line, const Redaction& redaction) {
  std::string text = LineRedactor(line, redaction).result();
  if (redaction.home.size() > 1)
    for (const std::string& home : {redaction.home, percentEncoded(redaction.home)})
      text = replaced(std::move(text), home, "~");
  text = withoutOtherHomes(std::move(text));
  for (const std::string& name : redaction.names)
    for (const std::string& written : {name, percentEncoded(name)})
      text = replaced(std::move(text), written, "<user>");
  return text;
}

}  // namespace

Redaction userRedaction() {
  Redaction redaction;
  const auto addName = [&redaction](const std::string& name) {
    if (name.size() > 1 &&
        std::find(redaction.names.begin(), redaction.names.end(), name) == redaction.names.end())
      redaction.names.push_back(name);
  };
  const auto addHome = [&](const char* folder) {
    std::filesystem::path home = std::filesystem::path(folder).lexically_normal();
    if (!home.has_filename()) home = home.parent_path();
    if (redaction.home.empty()) redaction.home = home.string();
    addName(home.filename().string());
  };
  for (const char* variable : {"HOME", "USER", "LOGNAME"})
    if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') {
      if (std::string_view(variable) == "HOME")
        addHome(value);
      else
        addName(value);
    }
  std::array<char, 4096> buffer{};
  struct passwd entry {};
  struct passwd* found = nullptr;
  if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 &&
      found != nullptr) {
    addName(found->pw_name);
    const std::string_view fullName = found->pw_gecos != nullptr ? found->pw_gecos : "";
    addName(std::string(fullName.substr(0, fullName.find(','))));
    addHome(found->pw_dir);
  }
  return redaction;
}

std::string redacted(std::string_view text, const Redaction& redaction) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    result += redactedLine(text.substr(at, end - at), redaction);
    if (end < text.size()) result += '\n';
    at = end + 1;
  }
  return result;
}

}  // namespace earwitness
