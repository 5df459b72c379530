#include <string>
#include <type_traits>

#include <gtest/gtest.h>

#include <postgres/statement.hpp>

namespace mrbill::postgres {
namespace {

// Whether the compiler accepts what it makes as a constant, as statements mostly are.
template <class Make>
concept Constant = requires { typename std::bool_constant<(static_cast<void>(Make{}()), true)>; };

constexpr std::string_view longest = "a_name_that_postgresql_keeps_as_it_is_of_sixty_three_characters";
constexpr std::string_view too_long = "a_name_that_postgresql_would_cut_by_one_of_sixty_four_characters";
static_assert(longest.size() == 63 && too_long.size() == 64);

TEST(Statement, is_not_compiled_with_a_name_that_postgresql_would_cut) {
  EXPECT_TRUE(Constant<decltype([] { return Statement{longest, "SELECT"}; })>);
  EXPECT_FALSE(Constant<decltype([] { return Statement{too_long, "SELECT"}; })>);
}

TEST(Statement, is_not_made_with_a_name_that_postgresql_would_cut) {
  EXPECT_EQ((MadeStatement{std::string(longest), "SELECT"}.name), longest);
  EXPECT_DEATH((MadeStatement{std::string(too_long), "SELECT"}), "another statement");
}

}  // namespace
}  // namespace mrbill::postgres
