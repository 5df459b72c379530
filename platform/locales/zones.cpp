#include <algorithm>
#include <array>
#include <fstream>
#include <string>

#include <locales/zones.hpp>

namespace mrbill::locales {
namespace {

constexpr std::string_view folder = "/usr/share/zoneinfo/";  // PostgreSQL's and the C library's as well
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";
constexpr std::string_view magic = "TZif";  // RFC 8536
constexpr std::size_t max_name_length = 64;
// Files that are no zones of the data base: copies with and without leap seconds, this machine's own zone,
// the lack of one.
constexpr std::array<std::string_view, 3> other_files{"localtime", "posixrules", "Factory"};
// PostgreSQL reads these as abbreviations, the same all the year round; the data base has them with
// summer time.
constexpr std::array<std::string_view, 4> ambiguous{"CET", "EET", "MET", "WET"};

// No part is empty or climbs out of the folder.
bool is_path(std::string_view name) {
  return !name.empty() && name.size() <= max_name_length && name.front() != '/' && name.back() != '/' &&
         name.find("//") == std::string_view::npos &&
         name.find_first_not_of(letters) == std::string_view::npos;
}

bool is_other(std::string_view name) {
  return name.starts_with("posix/") || name.starts_with("right/") ||
         std::ranges::find(other_files, name) != other_files.end() ||
         std::ranges::find(ambiguous, name) != ambiguous.end();
}

}  // namespace

bool is_zone(std::string_view name) {
  if (!is_path(name) || is_other(name)) return false;
  std::ifstream file(std::string(folder).append(name), std::ios::binary);
  std::array<char, magic.size()> begins{};
  return file.read(begins.data(), begins.size()) && std::string_view(begins.data(), begins.size()) == magic;
}

}  // namespace mrbill::locales
