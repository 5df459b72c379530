#include <algorithm>

#include <http/percent.hpp>
#include <objects/content_disposition.hpp>
#include <text/text.hpp>

namespace mrbill::objects {
namespace {

constexpr std::size_t max_name_bytes = 200;  // bytes: what file systems take, with room for "(1)"

std::string without_paths(std::string_view name) {
  auto readable = text::is_valid_utf8(name);
  std::string out;
  for (auto c : name.substr(0, max_name_bytes)) {
    auto byte = static_cast<unsigned char>(c);
    auto harmless = byte >= 0x20 && byte != 0x7F && c != '/' && c != '\\' && (byte < 0x80 || readable);
    out.push_back(harmless ? c : '_');
  }
  while (!text::is_valid_utf8(out)) out.pop_back();  // a character cut in two at the end
  if (out.starts_with('.')) out.front() = '_';
  return out.empty() ? "download" : out;
}

std::string in_ascii(std::string_view name) {
  std::string out;
  for (auto c : name) out.push_back(static_cast<unsigned char>(c) >= 0x80 || c == '"' || c == '%' ? '_' : c);
  return out;
}

}  // namespace

std::string attachment(std::string_view name) {
  auto safe = without_paths(name);
  return "attachment; filename=\"" + in_ascii(safe) + "\"; filename*=UTF-8''" + http::percent_encoded(safe);
}

}  // namespace mrbill::objects
