#include <thread>

#include <gtest/gtest.h>

#include <migrate/migrator.hpp>
#include <testing/fresh_database.hpp>

namespace mrbill::migrate {
namespace {

class MigratorTest : public ::testing::Test {
 protected:
  void apply(const Component& component) {
    Migrator(session_, roles_, [this](std::string_view line) { said_.emplace_back(line); }).apply(component);
  }
  void verify(const Component& component) {
    Migrator(session_, roles_, [this](std::string_view line) { said_.emplace_back(line); }).verify(component);
  }
  std::string complaint(auto action) {
    try {
      action();
    } catch (const MigrationError& problem) {
      return problem.what();
    }
    return "";
  }
  bool exists(const std::string& table) {
    return session_.query("SELECT to_regclass($1) IS NOT NULL", table)[0].get<bool>(0);
  }

  testing::FreshDatabase fresh_;
  postgres::BlockingSession session_{fresh_.owner_url()};
  Migrator::Roles roles_{{"app", fresh_.app_role()}};
  std::vector<std::string> said_;
  const Migration one_ =
      parse("V001__one_thing.sql", "CREATE TABLE one (id int);\nGRANT SELECT ON one TO ${app};\n");
  const Migration two_ = parse(
      "V002__two.sql", "CREATE TABLE two (id int);\n-- verify\nSELECT to_regclass('two') IS NOT NULL;\n");
};

TEST_F(MigratorTest, applies_what_is_missing_and_says_so) {
  apply({"shop", {one_}});
  ASSERT_EQ(said_.size(), 1U);
  EXPECT_TRUE(said_[0].starts_with("shop: V001 one thing applied in ")) << said_[0];
  apply({"shop", {one_, two_}});
  apply({"shop", {one_, two_}});
  EXPECT_EQ(said_.back(), "shop: nothing to do, at V002");
  EXPECT_TRUE(exists("two"));
  verify({"shop", {one_, two_}});
  EXPECT_EQ(said_.back(), "shop: at V002, 1 checks hold");
}

TEST_F(MigratorTest, keeps_components_apart) {
  apply({"shop", {one_}});
  apply({"till", {parse("V001__till.sql", "CREATE TABLE till (id int);")}});
  EXPECT_TRUE(exists("till"));
  EXPECT_EQ(
      session_.query("SELECT count(*) FROM migration_history WHERE applied_by = session_user")[0].get<int>(0),
      2);
}

TEST_F(MigratorTest, refuses_an_applied_migration_that_was_changed) {
  apply({"shop", {one_}});
  const Component changed{"shop", {parse("V001__one_thing.sql", "CREATE TABLE other (id int);"), two_}};
  EXPECT_NE(complaint([&] { apply(changed); }).find("was changed after it had been applied"),
            std::string::npos);
  EXPECT_FALSE(exists("two"));
}

TEST_F(MigratorTest, refuses_a_database_that_is_newer_than_the_files) {
  apply({"shop", {one_, two_}});
  EXPECT_NE(complaint([&] { apply({"shop", {one_}}); }).find("newer than these files"), std::string::npos);
}

TEST_F(MigratorTest, undoes_a_migration_that_fails_and_names_it) {
  const Component broken{"shop",
                         {one_, parse("V002__bad.sql", "CREATE TABLE half (id int); SELECT nonsense;")}};
  EXPECT_NE(complaint([&] { apply(broken); }).find("shop: V002 bad failed and was undone"),
            std::string::npos);
  EXPECT_TRUE(exists("one"));
  EXPECT_FALSE(exists("half"));
  apply({"shop", {one_, two_}});
}

TEST_F(MigratorTest, undoes_a_migration_whose_check_does_not_hold) {
  const auto wrong = [](const char* check) {
    return Component{"shop",
                     {parse("V001__a.sql", std::string("CREATE TABLE a (id int);\n-- verify\n") + check)}};
  };
  for (auto check :
       {"SELECT false;", "SELECT NULL::bool;", "SELECT true WHERE false;", "VALUES (true), (false);"}) {
    EXPECT_NE(complaint([&] { apply(wrong(check)); }).find("does not hold"), std::string::npos) << check;
    EXPECT_FALSE(exists("a"));
  }
}

TEST_F(MigratorTest, verifies_that_all_is_applied) {
  apply({"shop", {one_}});
  EXPECT_NE(complaint([&] { verify({"shop", {one_, two_}}); }).find("V002 two is not applied yet"),
            std::string::npos);
}

TEST_F(MigratorTest, takes_turns_with_another_run) {
  const auto run_once = [this] {
    postgres::BlockingSession session{fresh_.owner_url()};
    Migrator(session, roles_, [](std::string_view) {}).apply({"shop", {one_, two_}});
  };
  std::thread other(run_once);
  std::thread third(run_once);
  apply({"shop", {one_, two_}});
  other.join();
  third.join();
  EXPECT_EQ(session_.query("SELECT count(*) FROM migration_history")[0].get<int>(0), 2);
}

}  // namespace
}  // namespace mrbill::migrate
