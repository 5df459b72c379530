#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include <base/encoding.hpp>
#include <base/random.hpp>
#include <migrate/component.hpp>

namespace mrbill::migrate {
namespace {

class Folder {
 public:
  Folder()
      : path_(std::filesystem::temp_directory_path() / ("migrations_" + to_hex(SystemRandom().bytes<8>()))) {
    std::filesystem::create_directory(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string complaint(auto action) {
  try {
    action();
  } catch (const MigrationError& problem) {
    return problem.what();
  }
  return "";
}

TEST(Migration, takes_version_and_description_from_its_name) {
  const auto migration = parse("V012__people_and_tenants.sql", "SELECT 1;\n");
  EXPECT_EQ(migration.version, 12);
  EXPECT_EQ(migration.description, "people and tenants");
}

TEST(Migration, refuses_other_names) {
  for (auto name :
       {"V1_a.sql", "1__a.sql", "Vx__a.sql", "V0__a.sql", "V1__.sql", "V1__a.txt", "V-1__a.sql"}) {
    EXPECT_NE(complaint([&] { static_cast<void>(parse(name, "")); }).find("is not named like"),
              std::string::npos)
        << name;
  }
}

TEST(Migration, splits_off_its_checks_which_do_not_count_for_the_checksum) {
  const auto bare = parse("V1__a.sql", "CREATE TABLE a (id int);\n");
  const auto checked =
      parse("V1__a.sql",
            "CREATE TABLE a (id int);\n\n-- verify\n-- Why.\nSELECT true;\n\nSELECT count(*) = 0\n"
            "FROM a;  \n");
  EXPECT_EQ(checked.checksum, bare.checksum);
  ASSERT_EQ(checked.checks.size(), 2U);
  EXPECT_EQ(checked.checks[1], "SELECT count(*) = 0\nFROM a;  \n");
  EXPECT_NE(parse("V1__a.sql", "CREATE TABLE b (id int);\n").checksum, bare.checksum);
}

TEST(Migration, refuses_a_check_without_an_end) {
  EXPECT_NE(complaint([] { static_cast<void>(parse("V1__a.sql", "-- verify\nSELECT true")); }), "");
}

TEST(Component, is_sorted_by_version) {
  const Folder folder;
  folder.write("V002__b.sql", "SELECT 2;");
  folder.write("V001__a.sql", "SELECT 1;");
  folder.write("README.md", "not a migration");
  const auto component = load("x", folder.path());
  ASSERT_EQ(component.migrations.size(), 2U);
  EXPECT_EQ(component.migrations[0].description, "a");
}

TEST(Component, refuses_a_gap_a_twin_and_a_missing_folder) {
  const Folder gap;
  gap.write("V001__a.sql", "");
  gap.write("V003__c.sql", "");
  EXPECT_NE(complaint([&] { static_cast<void>(load("x", gap.path())); }).find("V003 follows V001"),
            std::string::npos);
  const Folder twin;
  twin.write("V001__a.sql", "");
  twin.write("V001__b.sql", "");
  EXPECT_NE(complaint([&] { static_cast<void>(load("x", twin.path())); }).find("twin"), std::string::npos);
  EXPECT_NE(complaint([] { static_cast<void>(load("x", "/nowhere")); }).find("no folder"), std::string::npos);
}

TEST(Placeholders, are_filled_in_and_never_left_open) {
  EXPECT_EQ(filled_in("GRANT x TO ${app}, ${app}; $$ $1 $$", {{"app", "\"a\""}}),
            "GRANT x TO \"a\", \"a\"; $$ $1 $$");
  EXPECT_NE(complaint([] { static_cast<void>(filled_in("${worker}", {})); }).find("--role worker=NAME"),
            std::string::npos);
  EXPECT_NE(complaint([] { static_cast<void>(filled_in("${app", {})); }), "");
}

}  // namespace
}  // namespace mrbill::migrate
