// The migrations of one component: a folder of Flyway-named files, V001__words_about_it.sql.
//
// A file is SQL with placeholders (${app}: the role's name, quoted), then optionally a line `-- verify`
// and below it statements, each ending with ; at the end of a line, that must give at least one row and
// only true.
#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace mrbill::migrate {

// The run must stop; what() is a sentence for the operator.
class MigrationError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Migration {
  int version = 0;
  std::string description;          // "people and tenants"
  std::string sql;                  // placeholders not filled in yet
  std::vector<std::string> checks;  // the statements below `-- verify`
  std::string checksum;  // SHA-256 of the part that is applied: checks may be corrected later, the rest never
};

struct Component {
  std::string name;
  std::vector<Migration> migrations;  // versions 1, 2, 3 ... without a gap
};

// Throws MigrationError for a missing folder, a file that is named otherwise, a gap, or two files of
// one version.
[[nodiscard]] Component load(std::string name, const std::filesystem::path& folder);
[[nodiscard]] Migration parse(std::string_view file_name, std::string_view text);
// Throws MigrationError for a placeholder that has no value.
[[nodiscard]] std::string filled_in(std::string_view sql,
                                    const std::map<std::string, std::string>& placeholders);

}  // namespace mrbill::migrate
