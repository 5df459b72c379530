#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include <json/parse.hpp>
#include <json/writer.hpp>

namespace mrbill::json {
namespace {

// What is wrong with the text, as "pointer code", or what it says, written anew.
std::string outcome(std::string_view text) {
  Errors errors;
  Memory memory;
  const auto document = parse(text, memory, errors);
  std::string out;
  if (document) append_json_value(out, *document);
  for (const auto& error : errors.take()) {
    if (!out.empty()) out += "; ";
    out += error.pointer + " " + error.code;
  }
  return out;
}

TEST(JsonParse, keeps_every_kind_of_value_and_the_order_of_members) {
  const std::string text = R"({"b":[1,-2.5,true,false,null,"é\n\u0000"],"a":{}})";
  EXPECT_EQ(outcome(text), text);
}

TEST(JsonParse, passes_over_a_byte_order_mark_before_the_document_alone) {
  EXPECT_EQ(outcome("\xEF\xBB\xBF{\"a\":1}"), R"({"a":1})");
  EXPECT_EQ(outcome("\xEF\xBB\xBF\xEF\xBB\xBF{}"), " syntax");
  EXPECT_EQ(outcome("{}\xEF\xBB\xBF"), " syntax");
}

TEST(JsonParse, decodes_escapes_and_surrogate_pairs) {
  EXPECT_EQ(outcome(R"("\ud83d\ude00\u00e9\/")"), "\"\xF0\x9F\x98\x80\xC3\xA9/\"");
}

TEST(JsonParse, refuses_halves_of_surrogate_pairs) {
  EXPECT_EQ(outcome(R"("\ud83d")"), " lone_surrogate");
  EXPECT_EQ(outcome(R"("\ud83dx")"), " lone_surrogate");
  EXPECT_EQ(outcome(R"("\ude00")"), " lone_surrogate");
  EXPECT_EQ(outcome(R"("\ud83d\ud83d")"), " lone_surrogate");
  EXPECT_EQ(outcome(R"({"\udfff":1})"), " lone_surrogate");
}

TEST(JsonParse, refuses_bytes_that_are_not_utf_8) {
  for (const auto* bad :
       {"\"\xFF\"", "\"\xC0\x80\"", "\"\xED\xA0\x80\"", "\"\xE2\x82\"", "\"\xF5\x80\x80\x80\""}) {
    EXPECT_EQ(outcome(bad), " syntax") << bad;
  }
}

TEST(JsonParse, refuses_all_that_is_not_rfc_8259) {
  for (const auto* bad :
       {"",   " ",   "{",        "[1,]",    "{\"a\":1,}", "{a:1}",  "'a'", "01",  "+1",   ".5",
        "1.", "NaN", "Infinity", "[1] //c", "/**/1",      "\"\n\"", "tru", "1 2", "{}{}", "\"\\x41\""}) {
    EXPECT_EQ(outcome(bad), " syntax") << bad;
  }
}

TEST(JsonParse, refuses_numbers_that_no_double_holds) {
  EXPECT_EQ(outcome("1e400"), " number");
  EXPECT_EQ(outcome("[-1e99999999999]"), " number");
  EXPECT_EQ(outcome("9223372036854775807"), "9223372036854775807");
  EXPECT_EQ(outcome("1e-400"), "0");
}

TEST(JsonParse, reports_each_duplicate_key_with_its_place) {
  EXPECT_EQ(outcome(R"({"a":1,"a":2})"), "/a duplicate_key");
  EXPECT_EQ(outcome(R"({"x":[0,{"b":1,"c":2,"b":3,"b":4,"c":5}],"x":1})"),
            "/x/1/b duplicate_key; /x/1/c duplicate_key; /x duplicate_key");
  EXPECT_EQ(outcome(R"({"a":1,"\u0061":2})"), "/a duplicate_key");
  EXPECT_EQ(outcome(R"({"a/b~":1,"a/b~":2})"), "/a~1b~0 duplicate_key");
}

TEST(JsonParse, keeps_what_it_was_given_though_the_text_is_overwritten) {
  std::string text = R"({"name":"plain","esc\u0061ped":["\u00e9\n",{"a":"b"}]})";
  Errors errors;
  Memory memory;
  const auto document = parse(text, memory, errors);
  std::ranges::fill(text, 'x');
  ASSERT_TRUE(document);
  std::string out;
  append_json_value(out, *document);
  EXPECT_EQ(out, R"({"name":"plain","escaped":["é\n",{"a":"b"}]})");
}

TEST(JsonParse, finds_the_same_key_among_few_and_among_many) {
  for (const int count : {1, 2, 15, 16, 17, 18, 100}) {
    std::string text = "{";
    for (int i = 0; i < count; ++i) text += "\"k" + std::to_string(i) + "\":1,";
    EXPECT_EQ(outcome(text.substr(0, text.size() - 1) + "}"), text.substr(0, text.size() - 1) + "}") << count;
    EXPECT_EQ(outcome(text + "\"k0\":2}"), "/k0 duplicate_key") << count;
  }
}

TEST(JsonParse, refuses_more_than_32_levels) {
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  EXPECT_EQ(outcome(nested(32)), nested(32));
  EXPECT_EQ(outcome(nested(33)), " depth");
  EXPECT_EQ(outcome(std::string(500'000, '[')), " depth");
}

TEST(JsonParse, bounds_the_number_of_values) {
  std::string many = "[";
  for (std::size_t i = 0; i < max_values; ++i) many += "0,";
  many.back() = ']';
  EXPECT_EQ(outcome(many), " too_many");
}

TEST(JsonParse, stays_quick_and_short_with_a_flood_of_duplicate_keys) {
  std::string text = "{";
  for (int i = 0; i < 50'000; ++i) text += "\"k" + std::to_string(i / 2) + "\":1,";
  text.back() = '}';
  Errors errors;
  Memory memory;
  EXPECT_FALSE(parse(text, memory, errors));
  EXPECT_EQ(errors.size(), Errors::max);
}

}  // namespace
}  // namespace mrbill::json
