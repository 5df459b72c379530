#include <algorithm>
#include <utility>

#include <json/errors.hpp>

namespace mrbill::json {

namespace {

constexpr std::size_t max_name_bytes = 100;  // of a member, in bytes: names are the caller's own

// Cut where a character ends.
std::string_view shortened(std::string_view name) {
  if (name.size() <= max_name_bytes) return name;
  auto end = max_name_bytes;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
  return name.substr(0, end);
}

void append_escaped(std::string& out, std::string_view token) {
  for (const char character : token) {
    if (character == '~') {
      out += "~0";
    } else if (character == '/') {
      out += "~1";
    } else {
      out += character;
    }
  }
}

}  // namespace

std::string Path::pointer() const {
  std::vector<const Path*> chain;
  for (const auto* step = this; step != nullptr; step = step->parent_) chain.push_back(step);
  std::string out(chain.back()->key_);
  for (auto step = chain.rbegin() + 1; step != chain.rend(); ++step) {
    out += '/';
    if ((*step)->is_index_) {
      out += std::to_string((*step)->index_);
    } else {
      append_escaped(out, shortened((*step)->key_));
    }
  }
  return out;
}

void Errors::add(const Path& at, std::string_view code, std::string detail,
                 std::optional<std::int64_t> limit) {
  if (!full()) list_.push_back({at.pointer(), std::string(code), std::move(detail), limit});
}

void Errors::add(FieldError error) {
  if (!full()) list_.push_back(std::move(error));
}

}  // namespace mrbill::json
