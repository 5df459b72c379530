// Looks at the raw bytes of a message's head before any parser does: finds its end, and refuses early what a
// lenient reader and a strict one would read differently (bare line feeds, folded lines, nul bytes), and what
// is too long.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mrbill::http {

struct HeadLimits {
  std::size_t target_bytes = 8 * 1024;  // of the first line
  std::size_t head_bytes = 16 * 1024;   // altogether
  std::size_t fields = 100;
};

enum class HeadState : std::uint8_t { more, complete, malformed, target_too_long, too_large };

class HeadScanner {
 public:
  explicit HeadScanner(HeadLimits limits) : limits_(limits) {}

  // `bytes` is everything received since the head began; each call goes on where the last one ended.
  [[nodiscard]] HeadState scan(std::string_view bytes);
  [[nodiscard]] std::size_t length() const { return scanned_; }  // with the empty line, once complete
  void restart();

 private:
  [[nodiscard]] HeadState end_line(std::string_view line);

  HeadLimits limits_;
  std::size_t scanned_ = 0;  // whole lines
  std::size_t lines_ = 0;
};

}  // namespace mrbill::http
