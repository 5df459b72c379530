#include <algorithm>

#include <base/unreachable.hpp>
#include <objects/object_store.hpp>

namespace mrbill::objects {
namespace {

constexpr std::size_t max_key = 512;
constexpr std::size_t max_segment = 200;  // a file system's limit is 255; adapters add a suffix

bool is_segment(std::string_view segment) {
  if (segment.empty() || segment.size() > max_segment || segment == "." || segment == "..") return false;
  return std::ranges::all_of(segment, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
  });
}

}  // namespace

bool is_key(std::string_view text) {
  if (text.empty() || text.size() > max_key) return false;
  for (;;) {
    auto slash = text.find('/');
    if (!is_segment(text.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    text.remove_prefix(slash + 1);
  }
}

std::string_view to_string(StoreError error) {
  switch (error) {
    case StoreError::not_found:
      return "not_found";
    case StoreError::bad_key:
      return "bad_key";
    case StoreError::too_large:
      return "too_large";
    case StoreError::precondition_failed:
      return "precondition_failed";
    case StoreError::range_not_satisfiable:
      return "range_not_satisfiable";
  }
  unreachable();
}

Chunks one_chunk(std::string content) {
  return [rest = std::make_shared<std::string>(std::move(content))]() -> Task<std::string> {
    co_return std::exchange(*rest, {});
  };
}

}  // namespace mrbill::objects
