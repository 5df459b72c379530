#include <algorithm>
#include <utf8proc.h>

#include <base/check.hpp>
#include <text/characters.hpp>

namespace mrbill::text {

Characters::Characters(std::string_view text) : size_(static_cast<std::uint32_t>(text.size())) {
  const auto is_a_letter = [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\r'; };
  if (std::ranges::all_of(text, is_a_letter)) return;  // a line's end may be of two bytes
  utf8proc_int32_t before = -1;
  utf8proc_int32_t state = 0;
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t c = -1;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                         static_cast<utf8proc_ssize_t>(text.size() - at), &c);
    CHECK(length > 0, "callers pass valid UTF-8 only");
    if (before < 0 || utf8proc_grapheme_break_stateful(before, c, &state))
      borders_.push_back(static_cast<std::uint32_t>(at));
    before = c;
    at += static_cast<std::size_t>(length);
  }
  borders_.push_back(size_);
}

std::uint32_t Characters::begin_of(std::uint32_t at) const {
  if (at >= size_) return size_;
  if (borders_.empty()) return at;
  return *std::prev(std::ranges::upper_bound(borders_, at));
}

std::uint32_t Characters::end_of(std::uint32_t at) const {
  if (at >= size_) return size_;
  if (borders_.empty()) return at;
  return *std::ranges::lower_bound(borders_, at);
}

}  // namespace mrbill::text
