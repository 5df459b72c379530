#include <algorithm>
#include <charconv>

#include <base/ascii.hpp>
#include <jwt/flat_object.hpp>
#include <text/text.hpp>

namespace mrbill::jwt {
namespace {

constexpr std::size_t most_members = 32;
constexpr std::int64_t end_of_year_9999 = 253'402'300'799;  // seconds since 1970

void append_utf8(std::string& out, std::uint32_t code_point) {
  auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

}  // namespace

class FlatReader {
 public:
  explicit FlatReader(std::string_view text) : text_(text) {}

  std::optional<FlatObject> object() {
    FlatObject out;
    if (!take('{')) return std::nullopt;
    if (take('}')) return out;
    do {
      if (!member(out)) return std::nullopt;
    } while (take(','));
    return take('}') ? std::optional(std::move(out)) : std::nullopt;
  }

  std::optional<std::vector<FlatObject>> list(std::string_view name, std::size_t most) {
    std::vector<FlatObject> out;
    if (!take('{') || string() != name || !take(':') || !take('[')) return std::nullopt;
    if (!take(']')) {
      do {
        auto next = object();
        if (!next || out.size() == most) return std::nullopt;
        out.push_back(*std::move(next));
      } while (take(','));
      if (!take(']')) return std::nullopt;
    }
    return take('}') ? std::optional(std::move(out)) : std::nullopt;
  }

  bool at_end() {
    skip_space();
    return text_.empty();
  }

 private:
  bool member(FlatObject& out) {
    auto name = string();
    if (!name || !take(':') || out.find(*name) || out.members_.size() == most_members) return false;
    auto value = this->value();
    if (!value) return false;
    value->name = *std::move(name);
    out.members_.push_back(*std::move(value));
    return true;
  }

  std::optional<FlatObject::Member> value() {
    using Kind = FlatObject::Kind;
    skip_space();
    if (text_.starts_with('"')) {
      auto text = string();
      if (!text) return std::nullopt;
      return FlatObject::Member{{}, Kind::string, *std::move(text)};
    }
    for (std::string_view word : {"true", "false"})
      if (text_.starts_with(word))
        return FlatObject::Member{{}, Kind::boolean, std::string(advance(word.size()))};
    auto number = this->number();
    if (number.empty()) return std::nullopt;
    return FlatObject::Member{{}, Kind::number, std::string(number)};
  }

  // -?(0|[1-9][0-9]*)(\.[0-9]+)? : an exponent has no place in a token.
  std::string_view number() {
    std::size_t at = text_.starts_with('-') ? 1 : 0;
    auto digits = [&] {
      auto first = at;
      while (at < text_.size() && ascii::is_digit(text_[at])) ++at;
      return at - first;
    };
    auto leading_zero = at < text_.size() && text_[at] == '0';
    auto whole = digits();
    if (whole == 0 || (leading_zero && whole > 1)) return {};
    if (at < text_.size() && text_[at] == '.') {
      ++at;
      if (digits() == 0) return {};
    }
    return advance(at);
  }

  std::optional<std::string> string() {
    if (!take('"')) return std::nullopt;
    std::string out;
    while (!text_.empty()) {
      auto c = advance(1).front();
      if (c == '"') return out;
      if (static_cast<unsigned char>(c) < 0x20) return std::nullopt;
      if (c != '\\') {
        out.push_back(c);
      } else if (!escape(out)) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  bool escape(std::string& out) {
    static constexpr std::string_view letters = "\"\\/bfnrt";
    static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (text_.empty()) return false;
    auto letter = advance(1).front();
    if (letter == 'u') return unicode_escape(out);
    auto at = letters.find(letter);
    if (at == std::string_view::npos) return false;
    out.push_back(meanings[at]);
    return true;
  }

  bool unicode_escape(std::string& out) {
    auto unit = four_hex();
    if (!unit || (*unit >= 0xDC00 && *unit < 0xE000)) return false;
    if (*unit < 0xD800 || *unit >= 0xE000) {
      append_utf8(out, *unit);
      return true;
    }
    if (!text_.starts_with("\\u")) return false;
    advance(2);
    auto low = four_hex();
    if (!low || *low < 0xDC00 || *low >= 0xE000) return false;
    append_utf8(out, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
    return true;
  }

  std::optional<std::uint32_t> four_hex() {
    if (text_.size() < 4) return std::nullopt;
    std::uint32_t unit = 0;
    auto [end, error] = std::from_chars(text_.data(), text_.data() + 4, unit, 16);
    if (error != std::errc{} || end != text_.data() + 4) return std::nullopt;
    advance(4);
    return unit;
  }

  bool take(char c) {
    skip_space();
    if (!text_.starts_with(c)) return false;
    advance(1);
    return true;
  }

  std::string_view advance(std::size_t count) {
    auto taken = text_.substr(0, count);
    text_.remove_prefix(count);
    return taken;
  }

  void skip_space() { text_.remove_prefix(std::min(text_.find_first_not_of(" \t\r\n"), text_.size())); }

  std::string_view text_;
};

std::optional<FlatObject> FlatObject::parse(std::string_view json) {
  if (!text::is_valid_utf8(json)) return std::nullopt;
  FlatReader reader(json);
  auto out = reader.object();
  return reader.at_end() ? out : std::nullopt;
}

std::optional<std::vector<FlatObject>> FlatObject::parse_list(std::string_view json, std::string_view name,
                                                              std::size_t most) {
  if (!text::is_valid_utf8(json)) return std::nullopt;
  FlatReader reader(json);
  auto out = reader.list(name, most);
  return reader.at_end() ? out : std::nullopt;
}

const FlatObject::Member* FlatObject::find(std::string_view name) const {
  auto found = std::ranges::find(members_, name, &Member::name);
  return found == members_.end() ? nullptr : &*found;
}

std::optional<std::string> FlatObject::string(std::string_view name) const {
  auto* member = find(name);
  return member && member->kind == Kind::string ? std::optional(member->value) : std::nullopt;
}

std::optional<Timestamp> FlatObject::time(std::string_view name) const {
  auto* member = find(name);
  if (!member || member->kind != Kind::number) return std::nullopt;
  std::string_view text = member->value;
  auto point = std::min(text.find('.'), text.size());
  auto decimals = std::string(text.substr(std::min(point + 1, text.size())));
  std::int64_t seconds = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + point, seconds);
  if (error != std::errc{} || end != text.data() + point || decimals.size() > 6) return std::nullopt;
  if (text.starts_with('-') || seconds > end_of_year_9999) return std::nullopt;
  decimals.resize(6, '0');
  std::int64_t microseconds = 0;
  std::from_chars(decimals.data(), decimals.data() + decimals.size(), microseconds);
  return Timestamp{std::chrono::seconds(seconds) + std::chrono::microseconds(microseconds)};
}

}  // namespace mrbill::jwt
