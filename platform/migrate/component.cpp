#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include <base/encoding.hpp>
#include <base/number.hpp>
#include <migrate/component.hpp>

namespace mrbill::migrate {

namespace {

constexpr std::string_view verify_line = "-- verify";

struct FileName {
  int version = 0;
  std::string description;
};

FileName parse_name(std::string_view name) {
  const auto complain = [name]() -> MigrationError {
    return MigrationError(fmt::format("{} is not named like V001__words_about_it.sql", name));
  };
  const auto separator = name.find("__");
  if (!name.starts_with('V') || !name.ends_with(".sql") || separator == std::string_view::npos)
    throw complain();
  FileName parsed;
  parsed.version = number_in<int>(name.substr(1, separator - 1)).value_or(0);
  parsed.description = name.substr(separator + 2, name.size() - separator - 2 - 4);
  if (parsed.version < 1 || parsed.description.empty()) throw complain();
  std::replace(parsed.description.begin(), parsed.description.end(), '_', ' ');
  return parsed;
}

std::string_view without_trailing_space(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
    line.remove_suffix(1);
  return line;
}

std::vector<std::string> split_checks(std::string_view file_name, std::istringstream& lines) {
  std::vector<std::string> checks;
  std::string check;
  bool empty = true;
  for (std::string line; std::getline(lines, line);) {
    const auto text = without_trailing_space(line);
    if (text.empty() || (empty && text.starts_with("--"))) continue;
    empty = false;
    check += line + '\n';
    if (!text.ends_with(';')) continue;
    checks.push_back(std::exchange(check, {}));
    empty = true;
  }
  if (!empty) throw MigrationError(fmt::format("{}: the last check does not end with ;", file_name));
  return checks;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) throw MigrationError(fmt::format("{} cannot be read", path.string()));
  return text.str();
}

void refuse_gaps(const Component& component) {
  int expected = 1;
  for (const auto& migration : component.migrations) {
    if (migration.version != expected) {
      throw MigrationError(
          fmt::format("{}: V{:03} follows V{:03}; versions count 1, 2, 3 without a gap or a twin",
                      component.name, migration.version, expected - 1));
    }
    ++expected;
  }
}

}  // namespace

Migration parse(std::string_view file_name, std::string_view text) {
  auto [version, description] = parse_name(file_name);
  Migration migration{version, std::move(description), {}, {}, {}};
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    if (without_trailing_space(line) == verify_line) {
      migration.checks = split_checks(file_name, lines);
      break;
    }
    migration.sql += line + '\n';
  }
  while (migration.sql.ends_with("\n\n")) migration.sql.pop_back();
  migration.checksum = to_hex(sha256(migration.sql));
  return migration;
}

Component load(std::string name, const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) {
    throw MigrationError(fmt::format("{}: there is no folder {}", name, folder.string()));
  }
  Component component{std::move(name), {}};
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto file_name = entry.path().filename().string();
    if (entry.path().extension() == ".sql")
      component.migrations.push_back(parse(file_name, read_file(entry.path())));
  }
  std::sort(component.migrations.begin(), component.migrations.end(),
            [](const Migration& a, const Migration& b) { return a.version < b.version; });
  refuse_gaps(component);
  return component;
}

std::string filled_in(std::string_view sql, const std::map<std::string, std::string>& placeholders) {
  std::string text;
  for (;;) {
    const auto start = sql.find("${");
    text += sql.substr(0, start);
    if (start == std::string_view::npos) return text;
    const auto end = sql.find('}', start);
    if (end == std::string_view::npos) throw MigrationError("a placeholder ${ is not closed");
    const std::string name(sql.substr(start + 2, end - start - 2));
    const auto value = placeholders.find(name);
    if (value == placeholders.end()) {
      throw MigrationError(fmt::format("the placeholder ${{{0}}} has no value: pass --role {0}=NAME", name));
    }
    text += value->second;
    sql.remove_prefix(end + 1);
  }
}

}  // namespace mrbill::migrate
