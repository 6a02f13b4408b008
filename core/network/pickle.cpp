// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/pickle.h"

#include <array>
#include <cstring>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness {
namespace {

using Kind = PickledValue::Kind;
using Index = PickledValue::Index;

constexpr size_t kMostValues = 4'000'000;  // a large network has some thousands
constexpr size_t kLongestText = 4096;      // bytes

// Python's pickletools.py lists them.
enum Opcode : uint8_t {
  kMark = '(',
  kStop = '.',
  kPop = '0',
  kNone = 'N',
  kBinInt = 'J',
  kBinInt1 = 'K',
  kBinInt2 = 'M',
  kLong1 = 0x8a,
  kNewTrue = 0x88,
  kNewFalse = 0x89,
  kBinFloat = 'G',
  kBinUnicode = 'X',
  kShortBinUnicode = 0x8c,
  kEmptyTuple = ')',
  kTuple = 't',
  kTuple1 = 0x85,
  kTuple2 = 0x86,
  kTuple3 = 0x87,
  kEmptyList = ']',
  kAppend = 'a',
  kAppends = 'e',
  kEmptyDict = '}',
  kSetItem = 's',
  kSetItems = 'u',
  kGlobal = 'c',
  kStackGlobal = 0x93,
  kReduce = 'R',
  kBuild = 'b',
  kPersistentId = 'Q',
  kBinGet = 'h',
  kLongBinGet = 'j',
  kBinPut = 'q',
  kLongBinPut = 'r',
  kMemoize = 0x94,
  kProtocol = 0x80,
  kFrame = 0x95
};

bool isStorage(std::string_view name) {
  return name.starts_with("torch.") && name.ends_with("Storage");
}

bool isKnown(std::string_view name) {
  return name == "collections.OrderedDict" || name == "torch._utils._rebuild_tensor_v2" ||
         name == "torch._utils._rebuild_parameter" || isStorage(name);
}

class Unpickler {
 public:
  Unpickler(std::string_view pickle, const std::string& source)
      : pickle_(pickle), source_(source) {}

  PickledValues read() {
    while (true) {
      const auto opcode = static_cast<uint8_t>(bytes(1).front());
      if (opcode == kStop) break;
      perform(opcode);
    }
    // A copy, for the last one to be the whole.
    values_.push_back(values_[pop()]);
    return std::move(values_);
  }

 private:
  [[noreturn]] void damaged() const {
    throw Error(
        "The weights file '%1' is damaged: its list of tensors cannot be read. Fetch or copy it "
        "again.",
        source_);
  }

  [[noreturn]] void refuse(const std::string& what) const {
    throw Error(
        "The weights file '%1' was refused: it contains '%2', and only tensors, dictionaries, "
        "lists, numbers and texts are read. Ask its author for a file with the network's state "
        "dictionary alone.",
        source_, what);
  }

  std::string_view bytes(size_t count) {
    if (count > pickle_.size()) damaged();
    const std::string_view taken = pickle_.substr(0, count);
    pickle_.remove_prefix(count);
    return taken;
  }

  template <typename Number>
  Number number() {
    Number value{};
    std::memcpy(&value, bytes(sizeof value).data(), sizeof value);
    return value;
  }

  std::string line() {
    const size_t end = pickle_.find('\n');
    if (end == std::string_view::npos || end > kLongestText) damaged();
    std::string text(bytes(end));
    bytes(1);
    return text;
  }

  PickledValue& push(Kind kind) {
    if (values_.size() >= kMostValues) damaged();
    stack_.push_back(values_.size());
    PickledValue& value = values_.emplace_back();
    value.kind = kind;
    return value;
  }

  Index pop() {
    if (stack_.size() <= (marks_.empty() ? 0 : marks_.back())) damaged();
    const Index index = stack_.back();
    stack_.pop_back();
    return index;
  }

  PickledValue& top(Kind kind) {
    if (stack_.empty() || values_[stack_.back()].kind != kind) damaged();
    return values_[stack_.back()];
  }

  /// All since the last mark.
  std::vector<Index> popToMark() {
    if (marks_.empty() || marks_.back() > stack_.size()) damaged();
    const auto begin = stack_.begin() + std::ptrdiff_t(marks_.back());
    std::vector<Index> items(begin, stack_.end());
    stack_.erase(begin, stack_.end());
    marks_.pop_back();
    return items;
  }

  const PickledValue& valueOf(Index index, Kind kind) const {
    if (values_[index].kind != kind) damaged();
    return values_[index];
  }

  std::vector<int64_t> wholeNumbers(Index list) const {
    std::vector<int64_t> numbers;
    for (const Index item : valueOf(list, Kind::List).items)
      numbers.push_back(valueOf(item, Kind::Number).whole);
    return numbers;
  }

  void pushNumber(int64_t value) { push(Kind::Number).whole = value; }

  void pushText(size_t size) {
    if (size > kLongestText) damaged();
    const std::string_view text = bytes(size);
    push(Kind::Text).text = text;
  }

  void pushGlobal(const std::string& module, const std::string& name) {
    const std::string whole = module + "." + name;
    if (!isKnown(whole)) refuse(whole);
    push(Kind::Global).text = whole;
  }

  void pushTuple(size_t count) {
    std::vector<Index> items(count);
    for (size_t i = count; i > 0; --i) items[i - 1] = pop();
    push(Kind::List).items = std::move(items);
  }

  /// Little-endian, two's complement.
  void pushLong() {
    const std::string_view digits = bytes(number<uint8_t>());
    if (digits.size() > sizeof(int64_t)) damaged();
    int64_t value = !digits.empty() && digits.back() < 0 ? -1 : 0;
    std::memcpy(&value, digits.data(), digits.size());
    pushNumber(value);
  }

  void setItems(const std::vector<Index>& items) {
    auto& entries = top(Kind::Dictionary).entries;
    if (items.size() % 2 != 0) damaged();
    for (size_t i = 0; i < items.size(); i += 2) entries.emplace_back(items[i], items[i + 1]);
  }

  void append(const std::vector<Index>& added) {
    auto& items = top(Kind::List).items;
    items.insert(items.end(), added.begin(), added.end());
  }

  /// ("storage", type, key, device, number of values)
  void pushStorage() {
    const std::vector<Index> id = valueOf(pop(), Kind::List).items;
    if (id.size() != 5 || valueOf(id[0], Kind::Text).text != "storage") damaged();
    const std::string type = valueOf(id[1], Kind::Global).text;
    if (!isStorage(type)) refuse(type);
    const std::string key = valueOf(id[2], Kind::Text).text;
    PickledTensor& storage = push(Kind::Storage).tensor;
    storage.dataType = type.substr(std::string_view("torch.").size());
    storage.key = key;
  }

  /// The few calls that stand for data.
  void reduce() {
    const std::vector<Index> arguments = valueOf(pop(), Kind::List).items;
    const std::string function = valueOf(pop(), Kind::Global).text;
    if (function == "collections.OrderedDict") {
      if (!arguments.empty()) damaged();
      push(Kind::Dictionary);
    } else if (function == "torch._utils._rebuild_parameter") {
      if (arguments.empty() || values_[arguments[0]].kind != Kind::Tensor) damaged();
      stack_.push_back(arguments[0]);
    } else if (function == "torch._utils._rebuild_tensor_v2") {
      if (arguments.size() < 4) damaged();
      PickledTensor tensor = valueOf(arguments[0], Kind::Storage).tensor;
      tensor.offset = valueOf(arguments[1], Kind::Number).whole;
      tensor.sizes = wholeNumbers(arguments[2]);
      tensor.strides = wholeNumbers(arguments[3]);
      push(Kind::Tensor).tensor = std::move(tensor);
    } else {
      refuse(function);
    }
  }

  void remember(size_t place) {
    if (stack_.empty()) damaged();
    memo_[place] = stack_.back();
  }

  void recall(size_t place) {
    const auto found = memo_.find(place);
    if (found == memo_.end()) damaged();
    stack_.push_back(found->second);
  }

  void perform(uint8_t opcode) {
    switch (opcode) {
      case kProtocol:
        bytes(1);
        return;
      case kFrame:
        bytes(8);
        return;
      case kMark:
        marks_.push_back(stack_.size());
        return;
      case kPop:
        pop();
        return;
      case kNone:
        push(Kind::None);
        return;
      case kNewTrue:
      case kNewFalse:
        return pushNumber(opcode == kNewTrue);
      case kBinInt:
        return pushNumber(number<int32_t>());
      case kBinInt1:
        return pushNumber(number<uint8_t>());
      case kBinInt2:
        return pushNumber(number<uint16_t>());
      case kLong1:
        return pushLong();
      case kBinFloat:  // none of a tensor's numbers is one
        bytes(8);
        return pushNumber(0);
      case kBinUnicode:
        return pushText(number<uint32_t>());
      case kShortBinUnicode:
        return pushText(number<uint8_t>());
      case kEmptyTuple:
      case kEmptyList:
        push(Kind::List);
        return;
      case kTuple1:
      case kTuple2:
      case kTuple3:
        return pushTuple(size_t(opcode - kTuple1) + 1);
      case kTuple: {
        std::vector<Index> items = popToMark();
        push(Kind::List).items = std::move(items);
        return;
      }
      case kAppend:
        return append({pop()});
      case kAppends:
        return append(popToMark());
      case kEmptyDict:
        push(Kind::Dictionary);
        return;
      case kSetItem: {
        const Index value = pop();
        const Index key = pop();
        return setItems({key, value});
      }
      case kSetItems:
        return setItems(popToMark());
      case kGlobal: {
        const std::string module = line();
        return pushGlobal(module, line());
      }
      case kStackGlobal: {
        const Index name = pop();
        const Index module = pop();
        return pushGlobal(valueOf(module, Kind::Text).text, valueOf(name, Kind::Text).text);
      }
      case kReduce:
        return reduce();
      case kBuild: {
        // Attributes of a dictionary: PyTorch keeps versions of modules there.
        pop();
        top(Kind::Dictionary);
        return;
      }
      case kPersistentId:
        return pushStorage();
      case kBinGet:
        return recall(number<uint8_t>());
      case kLongBinGet:
        return recall(number<uint32_t>());
      case kBinPut:
        return remember(number<uint8_t>());
      case kLongBinPut:
        return remember(number<uint32_t>());
      case kMemoize:
        return remember(memo_.size());
      default:
        refuse("pickle instruction " + std::to_string(opcode));
    }
  }

  std::string_view pickle_;
  const std::string& source_;
  PickledValues values_;
  std::vector<Index> stack_;
  std::vector<size_t> marks_;  ///< heights of the stack
  std::unordered_map<size_t, Index> memo_;
};

}  // namespace

PickledValues readPickle(std::string_view pickle, const std::string& source) {
  return Unpickler(pickle, source).read();
}

}  // namespace earwitness
