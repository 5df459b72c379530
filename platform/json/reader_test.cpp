#include <array>
#include <string>

#include <gtest/gtest.h>

#include <json/parse.hpp>
#include <json/reader.hpp>

namespace mrbill::json {
namespace {

// Reads the text as T under the rule: "" when it is good, else "pointer code: detail" of each error.
template <class T, class Rule>
std::string wrong_with(std::string_view text, const Rule& rule, T& to) {
  Errors errors;
  Memory memory;
  const auto document = parse(text, memory, errors);
  if (document) read(*document, Path{}, errors, rule, to);
  std::string out;
  for (const auto& error : errors.take())
    out += error.pointer + " " + error.code + ": " + error.detail + "\n";
  if (!out.empty()) out.pop_back();
  return out;
}

TEST(ReadString, reads_what_others_see_without_what_deceives_the_eye) {
  const StringRule line{.min_length = 1, .max_length = 5, .shown = Shown::line};
  for (const auto& [sent, read_as] :
       {std::pair("a\u202eb", "ab"), std::pair("a\tb", "a b"), std::pair("\u200babcde", "abcde")}) {
    Errors errors;
    std::string to;
    EXPECT_TRUE(read(Value(std::string_view(sent)), Path{}, errors, line, to));
    EXPECT_EQ(to, read_as);
  }
  Errors errors;
  std::string to;
  EXPECT_FALSE(read(Value(std::string_view("\u200b\u2060")), Path{}, errors, line, to));
  EXPECT_TRUE(read(Value(std::string_view("a\u200bb")), Path{}, errors, StringRule{}, to));
  EXPECT_EQ(to, "a\u200bb");
}

TEST(JsonReader, counts_code_points_not_bytes) {
  const StringRule rule{.min_length = 2, .max_length = 3};
  std::string to;
  EXPECT_EQ(wrong_with(R"("éé😀")", rule, to), "");
  EXPECT_EQ(to, "éé😀");
  EXPECT_EQ(wrong_with(R"("éé😀x")", rule, to), " too_long: must be at most 3 characters long");
  EXPECT_EQ(wrong_with(R"("😀")", rule, to), " too_short: must be at least 2 characters long");
  EXPECT_EQ(wrong_with("7", rule, to), " type: must be a string");
}

template <class T, class Rule>
std::optional<std::int64_t> limit_of(std::string_view text, const Rule& rule) {
  Errors errors;
  Memory memory;
  const auto document = parse(text, memory, errors);
  T to{};
  EXPECT_FALSE(read(*document, Path{}, errors, rule, to)) << text;
  return errors.take().front().limit;
}

TEST(JsonReader, tells_the_limit_that_was_not_kept) {
  const StringRule text{.min_length = 2, .max_length = 3};
  EXPECT_EQ(limit_of<std::string>(R"("x")", text), 2);
  EXPECT_EQ(limit_of<std::string>(R"("xxxx")", text), 3);
  EXPECT_EQ(limit_of<std::string>("7", text), std::nullopt) << "of a type there is none";
  const IntegerRule integer{.minimum = -1, .maximum = 100};
  EXPECT_EQ(limit_of<std::int64_t>("-2", integer), -1);
  EXPECT_EQ(limit_of<std::int64_t>("101", integer), 100);
  EXPECT_EQ(limit_of<std::int64_t>("1e300", integer), 100);
  EXPECT_EQ(limit_of<std::int64_t>("-1e300", integer), -1);
  const NumberRule number{.minimum = 0, .maximum = 2.5};
  EXPECT_EQ(limit_of<double>("-1", number), 0);
  EXPECT_EQ(limit_of<double>("3", number), std::nullopt) << "no integer says it";
  const ArrayRule<StringRule> list{.item = {}, .min_items = 1, .max_items = 2};
  EXPECT_EQ(limit_of<std::vector<std::string>>("[]", list), 1);
  EXPECT_EQ(limit_of<std::vector<std::string>>(R"(["a","b","c"])", list), 2);
}

TEST(JsonReader, takes_1_point_0_for_an_integer_and_1_point_5_not) {
  const IntegerRule rule{.minimum = 1, .maximum = 100};
  std::int64_t to = 0;
  EXPECT_EQ(wrong_with("1.0", rule, to), "");
  EXPECT_EQ(to, 1);
  EXPECT_EQ(wrong_with("1.5", rule, to), " type: must be an integer");
  EXPECT_EQ(wrong_with("\"1\"", rule, to), " type: must be an integer");
  EXPECT_EQ(wrong_with("true", rule, to), " type: must be an integer");
  for (const auto* outside :
       {"0", "101", "-1e300", "1e300", "18446744073709551615", "-9223372036854775808"}) {
    EXPECT_EQ(wrong_with(outside, rule, to), " range: must be between 1 and 100") << outside;
  }
}

TEST(JsonReader, never_takes_a_huge_number_for_an_integer_without_bounds) {
  std::int64_t to = 7;
  EXPECT_NE(wrong_with("1e18", IntegerRule{}, to), "");
  EXPECT_NE(wrong_with("-1e18", IntegerRule{}, to), "");
  EXPECT_EQ(to, 7);
}

TEST(JsonReader, reads_uuids_and_times_strictly) {
  Uuid uuid;
  EXPECT_EQ(wrong_with(R"("0190C2F4-6d2e-7cc0-9a52-0c4f7c1b8e11")", UuidRule{}, uuid), "");
  EXPECT_EQ(uuid.to_string(), "0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e11");
  EXPECT_EQ(wrong_with(R"("{0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e11}")", UuidRule{}, uuid),
            " format: must be a UUID");
  Timestamp time;
  EXPECT_EQ(wrong_with(R"("2026-01-31T06:05:00.123-03:00")", TimeRule{}, time), "");
  EXPECT_EQ(to_rfc3339(time), "2026-01-31T09:05:00.123Z");
  EXPECT_NE(wrong_with(R"("2026-02-30T00:00:00Z")", TimeRule{}, time), "");
}

TEST(JsonReader, reports_each_bad_item_with_its_index) {
  const ArrayRule<StringRule> rule{.item = {.max_length = 2}, .max_items = 3};
  std::vector<std::string> to;
  EXPECT_EQ(wrong_with(R"(["a","abc",1])", rule, to),
            "/1 too_long: must be at most 2 characters long\n/2 type: must be a string");
  EXPECT_EQ(wrong_with(R"(["a","b","c","d"])", rule, to), " too_many: must have at most 3 items");
  EXPECT_EQ(wrong_with(R"("a")", rule, to), " type: must be an array");
}

TEST(JsonReader, names_unknown_fields_and_cuts_their_names) {
  constexpr std::array<std::string_view, 1> known{"name"};
  Errors errors;
  Memory memory;
  const auto document = parse(R"({"name":1,"na/me":2,")" + std::string(500, 'x') + R"(":3})", memory, errors);
  ASSERT_TRUE(document);
  std::array<const Value*, 1> values{};
  EXPECT_TRUE(read_object(*document, Path{}, errors, known, values));
  ASSERT_NE(values[0], nullptr);
  EXPECT_EQ(*values[0]->integer(), 1);
  const auto list = errors.take();
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].pointer, "/na~1me");
  EXPECT_EQ(list[0].code, "unknown_field");
  EXPECT_EQ(list[1].pointer.size(), 101U);
}

TEST(JsonReader, tells_the_three_states_of_a_patched_field_apart) {
  Errors errors;
  Memory memory;
  const auto document = parse(R"({"gone":null,"set":"x","fixed":null})", memory, errors);
  Patch<std::string> absent;
  Patch<std::string> gone;
  Patch<std::string> set;
  Patch<std::string> fixed;
  const auto value = [&](std::string_view name) { return find(*document->object(), name); };
  read_patch(value("absent"), "absent", Path{}, errors, StringRule{}, true, absent);
  read_patch(value("gone"), "gone", Path{}, errors, StringRule{}, true, gone);
  read_patch(value("set"), "set", Path{}, errors, StringRule{}, true, set);
  EXPECT_TRUE(errors.empty());
  read_patch(value("fixed"), "fixed", Path{}, errors, StringRule{}, false, fixed);
  EXPECT_EQ(errors.size(), 1U);
  EXPECT_TRUE(absent.is_absent() && gone.is_null() && set.has_value() && fixed.is_absent());

  std::optional<std::string> field = "old";
  absent.apply_to(field);
  EXPECT_EQ(field, "old");
  set.apply_to(field);
  EXPECT_EQ(field, "x");
  gone.apply_to(field);
  EXPECT_EQ(field, std::nullopt);
}

TEST(JsonReader, keeps_a_free_form_object_as_text) {
  std::string to;
  EXPECT_EQ(wrong_with(R"( {"a" : [1, "é"]} )", RawRule{}, to), "");
  EXPECT_EQ(to, R"({"a":[1,"é"]})");
  EXPECT_EQ(wrong_with("[]", RawRule{}, to), " type: must be an object");
}

}  // namespace
}  // namespace mrbill::json
