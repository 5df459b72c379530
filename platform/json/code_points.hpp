// The code points of valid UTF-8, one after the other.
#pragma once

#include <cstddef>
#include <string_view>

namespace mrbill::json {

class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  char32_t next() {
    const auto lead = byte();
    if (lead < 0x80U) return lead;
    const int more = lead >= 0xF0U ? 3 : lead >= 0xE0U ? 2 : 1;
    char32_t code_point = lead & (0x3FU >> more);
    for (int i = 0; i < more && !at_end(); ++i) code_point = code_point << 6U | (byte() & 0x3FU);
    return code_point;
  }

 private:
  char32_t byte() { return static_cast<unsigned char>(text_[at_++]); }
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace mrbill::json
