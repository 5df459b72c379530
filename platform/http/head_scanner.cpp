#include <http/head_scanner.hpp>

namespace mrbill::http {

void HeadScanner::restart() {
  scanned_ = 0;
  lines_ = 0;
}

HeadState HeadScanner::scan(std::string_view bytes) {
  for (;;) {
    const auto feed = bytes.find('\n', scanned_);
    const auto reach = feed == std::string_view::npos ? bytes.size() : feed + 1;
    if (lines_ == 0 && reach > limits_.target_bytes) return HeadState::target_too_long;
    if (reach > limits_.head_bytes) return HeadState::too_large;
    if (feed == std::string_view::npos) return HeadState::more;
    const auto line = bytes.substr(scanned_, feed - scanned_);
    scanned_ = reach;
    if (const auto state = end_line(line); state != HeadState::more) return state;
  }
}

HeadState HeadScanner::end_line(std::string_view line) {
  if (!line.ends_with('\r') || line.find('\0') != std::string_view::npos) return HeadState::malformed;
  line.remove_suffix(1);
  if (line.find('\r') != std::string_view::npos) return HeadState::malformed;
  if (line.empty()) return lines_ == 0 ? HeadState::malformed : HeadState::complete;
  if (line.front() == ' ' || line.front() == '\t')
    return HeadState::malformed;  // RFC 9112 section 5.2: obs-fold
  ++lines_;
  return lines_ > limits_.fields + 1 ? HeadState::too_large : HeadState::more;
}

}  // namespace mrbill::http
