// What the generated readers say of good, bad and hostile bodies, to the letter.
#include <string>

#include <gtest/gtest.h>

#include <contract/rendering.hpp>
#include <contract/sample.hpp>

namespace mrbill::contract {
namespace {

// What was read, written anew; or each error as "pointer code: detail".
template <class Read>
std::string outcome(const Read& read) {
  if (read) return to_json(*read);
  std::string out;
  for (const auto& error : read.error()) {
    if (!out.empty()) out += '\n';
    out += error.pointer + ' ' + error.code + ": " + error.detail;
  }
  return out;
}
std::string thing(std::string_view body) {
  return outcome(sample::parse_new_thing(body));
}
std::string things(std::string_view body, json::UnknownFields unknown = json::UnknownFields::refused) {
  return outcome(sample::parse_thing_list(body, unknown));
}
std::string poc(std::string_view body) {
  return outcome(rendering::parse_poc_facts(body));
}

const std::string good_poc =
    R"({"pocId":"018f0000-0000-7000-8000-000000000001","name":"n","description":null,"repositoryUrl":null,"language":"Go",)"
    R"("tags":["a","b"],"frameworks":[],"isPublic":true,"isFavorite":false,"createdAt":"2025-03-01T00:00:00.000Z",)"
    R"("updatedAt":"2025-03-02T00:00:00.000Z"})";

std::string with(std::string text, const std::string& part, const std::string& other) {
  const auto at = text.find(part);
  return at == std::string::npos ? "no " + part : text.replace(at, part.size(), other);
}

TEST(Bodies, are_read_whatever_the_order_and_the_spelling_of_their_members) {
  EXPECT_EQ(thing(R"( { "size" : 9 , "n\u0061me" : "b\u006fx" } )"), thing(R"({"name":"box","size":9})"));
  EXPECT_EQ(poc(good_poc), good_poc);
  EXPECT_EQ(poc("\xEF\xBB\xBF" + good_poc), good_poc);
  const auto moved = with(with(good_poc, R"("name":"n",)", ""), "}", R"(,"name":"\u006e"})");
  EXPECT_EQ(poc(moved), good_poc);
}

TEST(Bodies, keep_texts_with_escapes_beside_texts_without) {
  EXPECT_EQ(poc(with(good_poc, R"(["a","b"])", R"(["\ud83d\ude00","é","\u00e9\u00e9 \"\\\/","","a\nb"])")),
            with(good_poc, R"(["a","b"])", R"(["😀","é","éé \"\\/","","a\nb"])"));
}

TEST(Bodies, with_a_wrong_type_are_told_of_each_field) {
  EXPECT_EQ(thing(R"({"name":1,"size":"3","weight":true,"parts":{},"extra":[],"address":[]})"),
            "/name type: must be a string\n/address type: must be a string\n/size type: must be an integer\n"
            "/weight type: must be a number\n/parts type: must be an array\n/extra type: must be an object");
  EXPECT_EQ(thing(R"({"name":null,"size":null,"parts":[[],null,{"colour":7,"since":0}]})"),
            "/name type: must be a string\n/size type: must be an integer\n/parts/0 type: must be an object\n"
            "/parts/1 type: must be an object\n/parts/2/colour type: must be a string\n"
            "/parts/2/since type: must be a string");
  for (const auto* text : {"null", "true", "7", "\"{}\"", "[]"})
    EXPECT_EQ(thing(text), " type: must be an object") << text;
}

TEST(Bodies, beyond_a_limit_are_told_the_limit) {
  EXPECT_EQ(thing(R"({"name":"","address":"a b","size":0,"weight":1})"),
            "/name too_short: must be at least 1 character long\n/address format: must be an e-mail address\n"
            "/size range: must be between 1 and 9");
  EXPECT_EQ(thing(R"({"name":"😀😀😀😀😀😀"})"), "/name too_long: must be at most 5 characters long");
  EXPECT_EQ(thing(R"({"name":"\u200b\u202e"})"), "/name too_short: must be at least 1 character long");
  EXPECT_EQ(poc(with(good_poc, R"(["a","b"])", R"(["a",")" + std::string(51, 'b') + R"(",null])")),
            "/tags/1 too_long: must be at most 50 characters long\n/tags/2 type: must be a string");
  std::string many = "[";
  for (int i = 0; i < 31; ++i) many += "\"t\",";
  many.back() = ']';
  EXPECT_EQ(poc(with(good_poc, R"(["a","b"])", many)), "/tags too_many: must have at most 30 items");
}

TEST(Bodies, with_huge_numbers_are_refused_and_never_wrapped) {
  for (const auto* number :
       {"1e300", "-1e300", "9223372036854775808", "-9223372036854775809", "18446744073709551616"})
    EXPECT_EQ(thing(R"({"name":"a","size":)" + std::string(number) + "}"),
              "/size range: must be between 1 and 9")
        << number;
  EXPECT_EQ(thing(R"({"name":"a","weight":1e999})"),
            " number: has a number that is out of range (at byte 26)");
  EXPECT_EQ(thing(R"({"name":"a","size":)" + std::string(100'000, '9') + "}").substr(0, 7), " number");
  EXPECT_EQ(thing(R"({"name":"a","size":2.0})"), thing(R"({"name":"a","size":2})"));
}

TEST(Bodies, with_a_member_twice_are_told_of_it_and_of_nothing_else) {
  EXPECT_EQ(thing(R"({"name":"a","name":7,"size":"x"})"), "/name duplicate_key: must be there only once");
  EXPECT_EQ(thing(R"({"name":"a","n\u0061me":"a"})"), "/name duplicate_key: must be there only once");
  EXPECT_EQ(
      thing(R"({"name":"a","parts":[{},{"colour":"RED","colour":"RED"}],"zz":1,"zz":2})"),
      "/parts/1/colour duplicate_key: must be there only once\n/zz duplicate_key: must be there only once");
  EXPECT_EQ(poc(with(good_poc, "}", R"(,"x":{"y":[{"z":1,"z":1}]}})")),
            "/x/y/0/z duplicate_key: must be there only once");
  std::string wide = "{";
  for (int i = 0; i < 40; ++i) wide += "\"k" + std::to_string(i % 39) + "\":0,";
  wide.back() = '}';
  EXPECT_EQ(thing(wide), "/k0 duplicate_key: must be there only once");
}

TEST(Bodies, lack_what_is_required_and_bear_nothing_unknown) {
  EXPECT_EQ(thing(R"({"b/~":{"name":1},"size":0,"a":1})"),
            "/b~1~0 unknown_field: is not a known field\n/a unknown_field: is not a known field\n"
            "/name required: is required\n/size range: must be between 1 and 9");
  EXPECT_EQ(things(R"({"items":[{"more":1}],"more":1})"),
            "/more unknown_field: is not a known field\n/items/0/more unknown_field: is not a known field\n"
            "/items/0/thingId required: is required\n/items/0/name required: is required\n"
            "/items/0/note required: is required\n/items/0/parts required: is required");
  EXPECT_EQ(things(R"({"items":[],"more":[{"a":1}]})", json::UnknownFields::ignored), R"({"items":[]})");
  EXPECT_EQ(poc(with(good_poc, "}", R"(,"new":{"pocId":[1,{"name":null}]}})")), good_poc);
  EXPECT_EQ(poc("{}").substr(0, 56), "/pocId required: is required\n/name required: is required");
}

TEST(Bodies, nested_too_deep_or_of_too_much_are_refused_before_they_are_held) {
  for (const std::size_t levels : {33UL, 200'000UL})
    EXPECT_EQ(thing(R"({"name":"a","extra":)" + std::string(levels, '[')).substr(0, 6), " depth") << levels;
  const auto nested = [](std::size_t levels) {
    return R"({"name":"a","extra":{"x":)" + std::string(levels, '[') + std::string(levels, ']') + "}}";
  };
  EXPECT_NE(thing(nested(30)).find(R"("extra":{"x":[[[)"), std::string::npos);
  EXPECT_EQ(thing(nested(31)).substr(0, 6), " depth");
  std::string many = R"({"name":"a","extra":{"x":[)";
  for (std::size_t i = 0; i < 250'000; ++i) many += "0,";
  many.back() = ']';
  EXPECT_EQ(thing(many + "}}").substr(0, 9), " too_many");
}

TEST(Bodies, that_are_no_json_in_utf_8_are_told_where) {
  EXPECT_EQ(thing(""), " syntax: ends too early (at byte 0)");
  EXPECT_EQ(thing(R"({"name":"a")"), " syntax: ends too early (at byte 11)");
  EXPECT_EQ(thing(R"({"name":"a"} {})"),
            " syntax: must be one JSON document with nothing after it (at byte 13)");
  EXPECT_EQ(thing("{\"name\":\"\xC3\x28\"}"), " syntax: is not valid JSON in UTF-8 (at byte 9)");
  EXPECT_EQ(thing("{\"name\":\"\xED\xA0\x80\"}").substr(0, 7), " syntax");
  EXPECT_EQ(thing("{\"na\xFFme\":\"a\"}").substr(0, 7), " syntax");
  for (const auto* torn : {R"("\ud83d")", R"("\ude00")", R"("\ud83d\ud83d")", R"("\ud83dx")"}) {
    EXPECT_EQ(thing(R"({"name":)" + std::string(torn) + "}").substr(0, 15), " lone_surrogate") << torn;
    EXPECT_EQ(thing("{" + std::string(torn) + ":1}").substr(0, 15), " lone_surrogate") << torn;
  }
}

TEST(Bodies, with_a_thousand_errors_are_told_a_hundred) {
  std::string many = R"({"name":"a","parts":[)";
  for (int i = 0; i < 1'000; ++i) many += "0,";
  many.back() = ']';
  const auto read = sample::parse_new_thing(many + "}");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().size(), 100U);
  EXPECT_EQ(read.error().back().pointer, "/parts/99");
}

TEST(Bodies, of_a_merge_patch_tell_absent_from_null) {
  EXPECT_EQ(outcome(sample::parse_thing_patch(R"({"note":null})")), R"({"note":null})");
  EXPECT_EQ(outcome(sample::parse_thing_patch(R"({"name":null,"x":1})")),
            "/x unknown_field: is not a known field\n/name type: must be a string");
}

}  // namespace
}  // namespace mrbill::contract
