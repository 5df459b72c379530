#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>

#include <base/ascii.hpp>
#include <testing/unicode_data.hpp>

namespace mrbill::testing {
namespace {

const std::string folder = "/usr/share/unicode/";
constexpr double youngest = 14.0;

std::string unpacked(const std::string& path) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(("bzip2 -dc " + path).c_str(), "r"), &pclose);
  std::string text;
  char piece[65'536];
  while (const auto size = std::fread(piece, 1, sizeof piece, pipe.get())) text.append(piece, size);
  return text;
}

std::string content_of(const std::string& path) {
  if (path.ends_with(".bz2")) return unpacked(path);
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

}  // namespace

std::vector<std::string> unicode_lines(const std::string& file) {
  std::istringstream text(content_of(folder + file));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) {
    const auto said = ascii::trimmed(std::string_view(line).substr(0, line.find('#')));
    if (!said.empty()) lines.emplace_back(said);
  }
  if (lines.empty()) throw std::runtime_error(folder + file + " is missing: install unicode-data");
  return lines;
}

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  while (true) {
    const auto end = line.find(';');
    fields.emplace_back(ascii::trimmed(line.substr(0, end)));
    if (end == std::string_view::npos) return fields;
    line.remove_prefix(end + 1);
  }
}

std::u32string code_points_of(std::string_view hexadecimal) {
  std::istringstream words{std::string(hexadecimal)};
  std::u32string out;
  for (std::string word; words >> word;) out += static_cast<char32_t>(std::stoul(word, nullptr, 16));
  return out;
}

std::string utf8_of(std::u32string_view code_points) {
  std::string out;
  for (const char32_t c : code_points) {
    const int more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    constexpr unsigned lead[] = {0x00, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(lead[more] | c >> (6 * more));
    for (int i = more - 1; i >= 0; --i) out += static_cast<char>(0x80U | (c >> (6 * i) & 0x3FU));
  }
  return out;
}

std::string utf8_of(std::string_view hexadecimal) {
  return utf8_of(code_points_of(hexadecimal));
}

UnicodeAge::UnicodeAge() {
  for (const auto& line : unicode_lines("DerivedAge.txt")) {
    const auto fields = fields_of(line);
    if (std::stod(fields.at(1)) > youngest) continue;
    const auto dots = fields[0].find("..");
    const auto first = code_points_of(fields[0].substr(0, dots)).at(0);
    known_.emplace_back(first,
                        dots == std::string::npos ? first : code_points_of(fields[0].substr(dots + 2)).at(0));
  }
  std::ranges::sort(known_);
}

bool UnicodeAge::knows(std::u32string_view code_points) const {
  return std::ranges::all_of(code_points, [&](char32_t c) {
    const auto after = std::ranges::upper_bound(known_, c, {}, &std::pair<char32_t, char32_t>::first);
    return after != known_.begin() && std::prev(after)->second >= c;
  });
}

}  // namespace mrbill::testing
