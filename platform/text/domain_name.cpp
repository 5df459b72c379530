#include <algorithm>
#include <cstdlib>
#include <idn2.h>
#include <memory>

#include <text/domain_name.hpp>
#include <text/text.hpp>

namespace mrbill::text {
namespace {

constexpr std::size_t max_bytes = 1'024;  // of the Unicode spelling: more than any name has
constexpr std::size_t max_length = 253;   // RFC 1035, 2.3.4, as text
constexpr std::size_t max_label_length = 63;

bool is_label(std::string_view label) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !label.empty() && label.size() <= max_label_length && label.front() != '-' && label.back() != '-' &&
         std::ranges::all_of(label, fits);
}

bool is_host(std::string_view name) {
  if (name.size() > max_length) return false;
  while (true) {
    const auto dot = std::min(name.find('.'), name.size());
    if (!is_label(name.substr(0, dot))) return false;
    if (dot == name.size()) return true;
    name.remove_prefix(dot + 1);
  }
}

}  // namespace

std::optional<std::string> ascii_domain(std::string_view name) {
  if (name.empty() || name.size() > max_bytes || name.find('\0') != std::string_view::npos)
    return std::nullopt;
  const std::string text = nfc(name);  // before the mapping, which goes by the order of the marks
  std::uint8_t* out = nullptr;
  const int outcome = idn2_lookup_u8(reinterpret_cast<const std::uint8_t*>(text.c_str()), &out,
                                     IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
  const std::unique_ptr<std::uint8_t, decltype(&std::free)> owner(out, &std::free);
  if (outcome != IDN2_OK) return std::nullopt;
  std::string ascii(reinterpret_cast<const char*>(out));
  if (!is_host(ascii)) return std::nullopt;
  return ascii;
}

}  // namespace mrbill::text
