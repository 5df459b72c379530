#include <gtest/gtest.h>

#include <jwt/flat_object.hpp>

namespace mrbill::jwt {
namespace {

TEST(FlatObject, reads_strings_numbers_and_booleans) {
  auto object = FlatObject::parse(" {\"a\" : \"x\\n\\u00e9\\ud83d\\ude00\" ,\t\"n\":12.5,\"t\":true}\r\n");
  ASSERT_TRUE(object);
  EXPECT_EQ(object->string("a"), "x\n\u00e9\U0001F600");
  EXPECT_EQ(object->time("n"), Timestamp(std::chrono::milliseconds(12'500)));
  EXPECT_FALSE(object->string("n"));
  EXPECT_FALSE(object->time("a"));
  EXPECT_FALSE(object->string("t"));
  EXPECT_FALSE(object->string("missing"));
}

TEST(FlatObject, refuses_what_is_not_one_flat_strict_object) {
  for (std::string_view bad : {"",
                               "{",
                               "{}x",
                               "[]",
                               "null",
                               R"({"a":null})",
                               R"({"a":[]})",
                               R"({"a":{}})",
                               R"({"a":"1","a":"2"})",
                               R"({"a":"1","\u0061":"2"})",
                               R"({"a":"1",})",
                               R"({a:"1"})",
                               R"({"a":01})",
                               R"({"a":1e3})",
                               R"({"a":1E-3})",
                               R"({"a":1e400})",
                               "\"a\"",
                               "1",
                               "\xEF\xBB\xBF{}",
                               R"({"a":+1})",
                               R"({"a":.5})",
                               R"({"a":1.})",
                               R"({"a":"\x"})",
                               R"({"a":"\ud800"})",
                               R"({"a":"\ud800\u0041"})",
                               R"({"a":"\udc00"})",
                               R"({"a":"\u12g4"})",
                               "{\"a\":\"\n\"}",
                               "{\"a\":\"\xff\"}",
                               "{\"a\":\"\xed\xa0\x80\"}",
                               R"({"a":"1"}{"b":"2"})",
                               R"({"a":"unclosed)",
                               "{\"a\":\"\\"})
    EXPECT_FALSE(FlatObject::parse(bad)) << bad;
}

TEST(FlatObject, bounds_the_number_of_members) {
  std::string json = "{";
  for (int i = 0; i < 33; ++i) json += "\"m" + std::to_string(i) + "\":1,";
  json.back() = '}';
  EXPECT_FALSE(FlatObject::parse(json));
}

TEST(FlatObject, reads_a_list_under_one_name_only) {
  EXPECT_EQ(FlatObject::parse_list(R"({"keys":[{"a":"1"},{}]})", "keys", 2)->size(), 2u);
  EXPECT_TRUE(FlatObject::parse_list(R"({"keys":[]})", "keys", 2)->empty());
  EXPECT_FALSE(FlatObject::parse_list(R"({"keys":[{},{},{}]})", "keys", 2));
  EXPECT_FALSE(FlatObject::parse_list(R"({"other":[]})", "keys", 2));
  EXPECT_FALSE(FlatObject::parse_list(R"({"keys":[],"more":1})", "keys", 2));
  for (std::string_view bad : {R"({"keys":[{}])", R"({"keys":{}})", R"({"keys":1})", R"({"keys":[1]})",
                               R"({"keys":[[]]})", R"({"keys":[{"a":{}}]})", R"({"keys":[{"a":[]}]})",
                               R"({"keys":[],"keys":[]})", R"([{"keys":[]}])", "{}", "[]", "[[{}]]"})
    EXPECT_FALSE(FlatObject::parse_list(bad, "keys", 2)) << bad;
}

TEST(FlatObject, reads_times_between_1970_and_9999) {
  auto time = [](std::string value) { return FlatObject::parse("{\"t\":" + value + "}")->time("t"); };
  EXPECT_EQ(time("0"), Timestamp{});
  EXPECT_EQ(time("1.000001"), Timestamp(std::chrono::microseconds(1'000'001)));
  EXPECT_TRUE(time("253402300799"));
  for (auto bad : {"-1", "-0.5", "253402300800", "9223372036854775807", "99999999999999999999", "1.0000001"})
    EXPECT_FALSE(time(bad)) << bad;
}

}  // namespace
}  // namespace mrbill::jwt
