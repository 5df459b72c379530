#include <set>

#include <gtest/gtest.h>

#include <base/clock.hpp>
#include <base/encoding.hpp>
#include <base/number.hpp>
#include <base/random.hpp>
#include <base/result.hpp>
#include <base/uuid.hpp>

namespace mrbill {
namespace {

using namespace std::chrono_literals;

Timestamp moment(std::int64_t microseconds) {
  return Timestamp(std::chrono::microseconds(microseconds));
}

TEST(Rfc3339, prints_utc_with_milliseconds) {
  EXPECT_EQ(to_rfc3339(moment(0)), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(to_rfc3339(moment(1'700'000'000'123'999)), "2023-11-14T22:13:20.123Z");
  EXPECT_EQ(to_rfc3339(moment(-1)), "1969-12-31T23:59:59.999Z");
}

TEST(Rfc3339, reads_what_it_prints_and_offsets) {
  EXPECT_EQ(from_rfc3339("2023-11-14T22:13:20.123Z"), moment(1'700'000'000'123'000));
  EXPECT_EQ(from_rfc3339("2023-11-14T19:13:20-03:00"), moment(1'700'000'000'000'000));
  EXPECT_EQ(from_rfc3339("2023-11-14T19:13:20.000000-0300"), moment(1'700'000'000'000'000)) << "Python's %z";
  EXPECT_EQ(from_rfc3339("2023-11-14t22:13:20z"), moment(1'700'000'000'000'000));
  EXPECT_EQ(from_rfc3339("2023-11-14T22:13:20.123456789Z"), moment(1'700'000'000'123'456));
  EXPECT_TRUE(from_rfc3339("2024-02-29T00:00:00Z"));
}

TEST(Rfc3339, refuses_everything_else) {
  for (const auto* text :
       {"", "2023-11-14", "2023-11-14T22:13:20", "2023-02-29T00:00:00Z", "2023-13-01T00:00:00Z",
        "2023-11-14T24:00:00Z", "2023-11-14T22:60:00Z", "2023-11-14T22:13:20.Z", "2023-11-14T22:13:20Z ",
        "0000-01-01T00:00:00Z", "2023-11-14T22:13:20+24:00", "2023-11-14T22:13:20+2400",
        "2023-11-14T22:13:20+01", "0001-01-01T00:00:00+01:00", "+023-11-14T22:13:20Z", "2023-11-14 22:13:20Z",
        "2023-11-14T22:13:20.1234567890Z"}) {
    EXPECT_FALSE(from_rfc3339(text)) << text;
  }
}

TEST(Uuid, reads_what_it_prints_in_any_letter_case) {
  const auto uuid = Uuid::parse("0190A1B2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");
  ASSERT_TRUE(uuid);
  EXPECT_EQ(uuid->to_string(), "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");
}

TEST(Uuid, refuses_other_forms) {
  for (const auto* text : {"", "0190a1b2c3d47e5f8a6b7c8d9e0f1a2b", "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2",
                           "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2g", "{190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                           "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b ", "0190a1b2_c3d4-7e5f-8a6b-7c8d9e0f1a2b"}) {
    EXPECT_FALSE(Uuid::parse(text)) << text;
  }
}

class FixedClock final : public Clock {
 public:
  explicit FixedClock(Timestamp time) : time_(time) {}
  [[nodiscard]] Timestamp now() const override { return time_; }

 private:
  Timestamp time_;
};

TEST(Uuid, version_7_sorts_by_time_of_birth_and_is_unique) {
  SystemRandom random;
  const auto early = new_uuid(FixedClock(moment(1'700'000'000'000'000)), random);
  const auto late = new_uuid(FixedClock(moment(1'700'000'000'001'000)), random);
  EXPECT_LT(early, late);
  EXPECT_EQ(early.to_string().substr(0, 13), "018bcfe5-6800");
  EXPECT_EQ(early.to_string()[14], '7');
  EXPECT_NE(std::string("89ab").find(early.to_string()[19]), std::string::npos);
  std::set<Uuid> seen;
  const SystemClock clock;
  for (int i = 0; i < 10'000; ++i) EXPECT_TRUE(seen.insert(new_uuid(clock, random)).second);
}

TEST(Base64url, matches_the_vectors_of_rfc_4648_without_padding) {
  EXPECT_EQ(to_base64url(as_bytes("")), "");
  EXPECT_EQ(to_base64url(as_bytes("f")), "Zg");
  EXPECT_EQ(to_base64url(as_bytes("fo")), "Zm8");
  EXPECT_EQ(to_base64url(as_bytes("foobar")), "Zm9vYmFy");
  EXPECT_EQ(to_base64url(as_bytes("\xfb\xff")), "-_8");
  EXPECT_EQ(from_base64url("Zm9vYg"), "foob");
}

TEST(Base64url, has_one_spelling_for_each_value) {
  for (const auto* text : {"Zg==", "Zh", "Z", "Zm9v\n", "Zm+v", "Zm/v"})
    EXPECT_FALSE(from_base64url(text)) << text;
}

TEST(Hex, is_lower_case_and_strict) {
  EXPECT_EQ(to_hex(as_bytes("\x01\xab")), "01ab");
  EXPECT_EQ(from_hex("01ab"), "\x01\xab");
  for (const auto* text : {"0", "0g", "AB"}) EXPECT_FALSE(from_hex(text)) << text;
}

TEST(NumberIn, is_a_whole_text_or_nothing) {
  EXPECT_EQ(number_in<int>("-42"), -42);
  EXPECT_EQ(number_in<std::uint16_t>("65535"), 65'535);
  EXPECT_EQ(number_in<double>("0.5"), 0.5);
  EXPECT_EQ(number_in<unsigned>("fF", 16), 255U);
  for (const auto* text : {"", " 1", "1 ", "+1", "1x", "0x1", "1.0", "99999999999", "-"})
    EXPECT_FALSE(number_in<int>(text)) << text;
  for (const auto* text : {"-1", "65536"}) EXPECT_FALSE(number_in<std::uint16_t>(text)) << text;
  for (const auto* text : {"g", "", "fffffffff"}) EXPECT_FALSE(number_in<unsigned>(text, 16)) << text;
}

enum class Trouble { one, other };
Result<int, Trouble> half(int n) {
  if (n % 2 != 0) return fail(Trouble::one);
  return n / 2;
}
Result<int, Trouble> quarter(int n) {
  TRY(const int first, half(n));
  TRY(const int second, half(first));
  return second;
}

TEST(Try, hands_on_the_value_or_returns_the_error) {
  EXPECT_EQ(quarter(8), 2);
  EXPECT_EQ(quarter(6).error(), Trouble::one);
}

}  // namespace
}  // namespace mrbill
