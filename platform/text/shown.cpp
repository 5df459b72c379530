#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utf8proc.h>
#include <vector>

#include <base/check.hpp>
#include <text/code_point_kinds.hpp>
#include <text/shown.hpp>
#include <text/text.hpp>

namespace mrbill::text {
namespace {

using CodePoint = utf8proc_int32_t;
struct Range {
  CodePoint first, last;
};

// Never shown, in no script: what hides, what turns the line round, and what is out of use.
constexpr std::array<Range, 15> hidden{{{0x034f, 0x034f},
                                        {0x115f, 0x1160},
                                        {0x17b4, 0x17b5},
                                        {0x180e, 0x180e},
                                        {0x200b, 0x200b},
                                        {0x202a, 0x202e},
                                        {0x2060, 0x206f},
                                        {0x3164, 0x3164},
                                        {0xfeff, 0xfeff},
                                        {0xffa0, 0xffa0},
                                        {0xfff0, 0xfffb},
                                        {0x1bca0, 0x1bca3},
                                        {0x1d173, 0x1d17a},
                                        {0xe0000, 0xe00ff},
                                        {0xe01f0, 0xe0fff}}};
// Scripts whose letters join, or are kept from joining, by U+200C and U+200D.
constexpr std::array<Range, 9> joining{{{0x0600, 0x08ff},
                                        {0x0900, 0x0dff},
                                        {0x1000, 0x109f},
                                        {0x1780, 0x18af},
                                        {0x1b00, 0x1bff},
                                        {0xfb50, 0xfdff},
                                        {0xfe70, 0xfefe},
                                        {0x11000, 0x11fff},
                                        {0x1e900, 0x1e95f}}};
constexpr std::array<Range, 4> variations{
    {{0x180b, 0x180d}, {0x180f, 0x180f}, {0xfe00, 0xfe0f}, {0xe0100, 0xe01ef}}};

constexpr CodePoint soft_hyphen = 0xad, non_joiner = 0x200c, joiner = 0x200d, black_flag = 0x1f3f4,
                    end_of_tags = 0xe007f, blank_braille = 0x2800;
constexpr std::size_t max_tags = 6;  // of a flag: gbeng

template <std::size_t N>
bool in(const std::array<Range, N>& ranges, CodePoint c) {
  return std::ranges::any_of(ranges, [c](Range range) { return c >= range.first && c <= range.last; });
}

bool is_letter(CodePoint c) {
  const auto category = utf8proc_category(c);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}
bool is_mark(CodePoint c) {
  const auto category = utf8proc_category(c);
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}
bool is_direction_mark(CodePoint c) {
  return c == 0x200e || c == 0x200f || c == 0x061c;
}
bool runs_from_right(CodePoint c) {
  if (is_direction_mark(c)) return false;
  const auto direction = utf8proc_get_property(c)->bidi_class;
  return direction == UTF8PROC_BIDI_CLASS_R || direction == UTF8PROC_BIDI_CLASS_AL;
}
bool is_pictograph(CodePoint c) {
  return utf8proc_get_property(c)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}
bool ends_pictograph(CodePoint c) {
  return is_pictograph(c) || c == 0xfe0f || (c >= 0x1f3fb && c <= 0x1f3ff);
}
bool is_virama(CodePoint c) {
  return utf8proc_get_property(c)->combining_class == 9;
}
bool is_tag(CodePoint c) {
  return (c >= 0xe0030 && c <= 0xe0039) || (c >= 0xe0061 && c <= 0xe007a);
}
bool is_visible(CodePoint c) {
  const auto category = utf8proc_category(c);
  const bool sign = category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_SO;
  const bool box =
      category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_CO;  // no glyph: seen as a box
  return (is_letter(c) || sign || box) && c != blank_braille;
}

std::vector<CodePoint> code_points_of(std::string_view text) {
  std::vector<CodePoint> out;
  out.reserve(text.size());
  while (!text.empty()) {
    CodePoint c = -1;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &c);
    CHECK(length > 0, "callers pass valid UTF-8 only");
    out.push_back(c);
    text.remove_prefix(static_cast<std::size_t>(length));
  }
  return out;
}

std::string text_of(const std::vector<CodePoint>& code_points) {
  std::string out;
  for (const auto c : code_points) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(c, bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
  }
  return out;
}

// Of eight characters at once: that none is a tab or outside of ASCII.
bool is_plain_ascii(const char* eight_characters) {
  constexpr std::uint64_t each = 0x0101010101010101;
  std::uint64_t eight = 0;
  std::memcpy(&eight, eight_characters, sizeof eight);
  const auto zero_for_tab = eight ^ (each * '\t');
  const auto tabs = (zero_for_tab - each) & ~zero_for_tab;
  return ((eight | tabs) & (each * 0x80)) == 0;
}

// Takes the letters one after the other and keeps those that may be shown after what was kept and before
// what comes.
class Sieve {
 public:
  explicit Sieve(std::vector<CodePoint> code_points)
      : code_points_(std::move(code_points)),
        from_right_(std::ranges::any_of(code_points_, runs_from_right)) {}

  std::vector<CodePoint> run() {
    for (at_ = 0; at_ < code_points_.size(); ++at_) {
      if (code_points_[at_] == black_flag) {
        keep_flag();
      } else if (may_stand(code_points_[at_])) {
        keep(code_points_[at_]);
      }
    }
    return std::move(kept_);
  }

 private:
  void keep(CodePoint c) {
    marks_ = is_mark(c) ? marks_ + 1 : 0;
    has_begun_ = has_begun_ || !is_white_space(c);
    kept_.push_back(c);
  }
  [[nodiscard]] CodePoint before() const { return kept_.empty() ? ' ' : kept_.back(); }
  [[nodiscard]] CodePoint after() const {
    return at_ + 1 < code_points_.size() ? code_points_[at_ + 1] : ' ';
  }

  [[nodiscard]] bool may_stand(CodePoint c) const {
    if (in(hidden, c)) return false;
    if (is_direction_mark(c)) return from_right_ && !is_direction_mark(before());
    if (c == soft_hyphen) return is_letter(before()) && is_letter(after());
    if (c == non_joiner || c == joiner) return may_join(c);
    if (in(variations, c)) return !in(variations, before()) && is_visible(before());
    if (is_mark(c)) return has_begun_ && marks_ < max_marks;  // blanks before the text are taken away later
    return true;
  }
  [[nodiscard]] bool may_join(CodePoint c) const {
    if (c == joiner && ends_pictograph(before()) && is_pictograph(after())) return true;
    return is_virama(before()) || (in(joining, before()) && in(joining, after()));
  }
  // The flags of England, Scotland and Wales are a black flag, the tags of a place, and an end.
  void keep_flag() {
    keep(black_flag);
    const auto begin = code_points_.begin() + static_cast<std::ptrdiff_t>(at_) + 1;
    const auto end = std::find_if_not(begin, code_points_.end(), is_tag);
    const auto tags = static_cast<std::size_t>(end - begin);
    if (tags == 0 || tags > max_tags || end == code_points_.end() || *end != end_of_tags) return;
    kept_.insert(kept_.end(), begin, end + 1);
    at_ += tags + 1;
  }

  std::vector<CodePoint> code_points_;
  bool from_right_;
  std::vector<CodePoint> kept_;
  std::size_t at_ = 0;
  int marks_ = 0;
  bool has_begun_ = false;
};

}  // namespace

bool is_shown_as_sent(std::string_view text) {
  while (text.size() >= 8 && is_plain_ascii(text.data())) text.remove_prefix(8);
  // U+00C0 to U+02BF are letters (and two signs) that run from the left: they begin with 0xC3 to 0xCA.
  const auto is_plain = [](char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte < 0xC0 ? byte != '\t' : byte >= 0xC3 && byte <= 0xCA;
  };
  return std::ranges::all_of(text, is_plain);
}

std::string shown_prose(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return text_of(Sieve(code_points_of(text)).run());
}

std::string shown_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace(line, '\t', ' ');
  if (is_ascii(line)) return line;
  const auto code_points = Sieve(code_points_of(line)).run();
  return std::ranges::any_of(code_points, is_visible) ? text_of(code_points) : std::string();
}

std::string tidy_line(std::string_view text) {
  return nfc(trimmed(shown_line(text)));
}

}  // namespace mrbill::text
