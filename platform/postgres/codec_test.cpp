#include <limits>

#include <gtest/gtest.h>

#include <base/clock.hpp>
#include <postgres/codec.hpp>

namespace mrbill::postgres {
namespace {

using namespace std::chrono_literals;

template <class T>
std::string encoded(const T& value) {
  return encode_all(value).pointers().at(0);
}

TEST(Codec, writes_null_for_nothing) {
  const auto arguments = encode_all(std::optional<int>{}, std::nullopt, std::optional<int>{5});
  const auto pointers = arguments.pointers();
  EXPECT_EQ(pointers[0], nullptr);
  EXPECT_EQ(pointers[1], nullptr);
  EXPECT_STREQ(pointers[2], "5");
}

TEST(Codec, refuses_text_with_a_nul_as_the_server_would) {
  try {
    static_cast<void>(encode_all(1, std::string("a\0b", 3)));
    FAIL() << "accepted";
  } catch (const StatementError& problem) {
    EXPECT_EQ(problem.sqlstate(), "22021");
  }
}

TEST(Codec, refuses_a_nul_inside_an_array) {
  EXPECT_THROW(static_cast<void>(encode_all(std::vector<std::string>{std::string("\0", 1)})), StatementError);
}

TEST(Codec, writes_timestamps_to_the_microsecond) {
  const auto time = *from_rfc3339("2026-01-31T09:05:00.123456Z");
  EXPECT_EQ(encoded(time), "2026-01-31 09:05:00.123456+00");
}

TEST(Codec, reads_timestamps_with_any_offset_and_any_fraction) {
  const auto read = [](std::string_view text) { return Codec<Timestamp>::decode(text); };
  const auto nine = *from_rfc3339("2026-01-31T09:05:00Z");
  EXPECT_EQ(read("2026-01-31 09:05:00+00"), nine);
  EXPECT_EQ(read("2026-01-31 09:05:00.5+00"), nine + 500ms);
  EXPECT_EQ(read("2026-01-31 11:05:00.000001+02"), nine + 1us);
  EXPECT_EQ(read("2026-01-31 03:35:00-05:30"), nine);
  EXPECT_EQ(read("infinity"), std::nullopt);
  EXPECT_EQ(read("2026-02-30 09:05:00+00"), std::nullopt);
  EXPECT_EQ(read("2026-01-31 09:05:00"), std::nullopt);
}

TEST(Codec, reads_back_years_before_christ) {
  const auto time = Timestamp(std::chrono::sys_days(std::chrono::year(-43) / 3 / 15)) + 12h;
  EXPECT_EQ(encoded(time), "0044-03-15 12:00:00.000000+00 BC");
  EXPECT_EQ(Codec<Timestamp>::decode("0044-03-15 12:00:00+00 BC"), time);
}

TEST(Codec, refuses_numbers_that_do_not_fit) {
  EXPECT_EQ(Codec<std::int32_t>::decode("2147483648"), std::nullopt);
  EXPECT_EQ(Codec<std::int32_t>::decode("12x"), std::nullopt);
  EXPECT_EQ(Codec<std::int64_t>::decode("-9223372036854775808"), std::numeric_limits<std::int64_t>::min());
}

TEST(Codec, reads_arrays_as_the_server_writes_them) {
  const auto elements = split_array(R"({plain,"with, comma","quote \" and \\ slash",NULL,"NULL","",a b})");
  ASSERT_TRUE(elements);
  const Elements expected{"plain", "with, comma", R"(quote " and \ slash)", std::nullopt, "NULL", "", "a b"};
  EXPECT_EQ(*elements, expected);
  EXPECT_EQ(split_array("{}"), Elements{});
  EXPECT_EQ(split_array("[0:1]={a,b}"), (Elements{"a", "b"}));
}

TEST(Codec, refuses_arrays_that_are_none) {
  for (auto text : {"", "{", "{a", "{a,", "{\"a}", "{{1,2},{3,4}}", "{a}b", "a"})
    EXPECT_EQ(split_array(text), std::nullopt) << text;
}

TEST(Codec, refuses_null_in_an_array_of_values) {
  EXPECT_EQ(Codec<std::vector<int>>::decode("{1,NULL}"), std::nullopt);
  const std::vector<std::optional<int>> expected{1, std::nullopt};
  EXPECT_EQ(Codec<std::vector<std::optional<int>>>::decode("{1,NULL}"), expected);
}

}  // namespace
}  // namespace mrbill::postgres
