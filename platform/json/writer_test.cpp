#include <limits>

#include <gtest/gtest.h>

#include <json/writer.hpp>

namespace mrbill::json {
namespace {

template <class T>
std::string written(const T& value) {
  std::string out;
  append_json(out, value);
  return out;
}

TEST(JsonWriter, escapes_what_must_be_escaped_and_nothing_else) {
  EXPECT_EQ(written(std::string("a\"b\\c\n\t\r\b\f\x01\x7F/é😀")), R"("a\"b\\c\n\t\r\b\f\u0001\u007f/é😀")");
  EXPECT_EQ(written(std::string("\0x", 2)), R"("\u0000x")");
}

TEST(JsonWriter, writes_numbers_that_read_back_the_same) {
  EXPECT_EQ(written(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
  EXPECT_EQ(written(0.1), "0.1");
  EXPECT_EQ(written(1e21), "1e+21");
  EXPECT_EQ(written(std::numeric_limits<double>::infinity()), "null");
}

TEST(JsonWriter, writes_ids_times_lists_and_nothing) {
  EXPECT_EQ(written(*Uuid::parse("0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e11")),
            R"("0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e11")");
  EXPECT_EQ(written(*from_rfc3339("2026-01-31T09:05:00.1239Z")), R"("2026-01-31T09:05:00.123Z")");
  EXPECT_EQ(written(std::vector<bool>{}.empty()), "true");
  EXPECT_EQ(written(std::vector<std::string>{"a", "b"}), R"(["a","b"])");
  EXPECT_EQ(written(std::optional<std::int64_t>{}), "null");
  EXPECT_EQ(written(std::optional<std::int64_t>{5}), "5");
}

}  // namespace
}  // namespace mrbill::json
