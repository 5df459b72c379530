#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <json/stream.hpp>

namespace mrbill::json {
namespace {

struct Recorder final : Listener {
  bool begin_object() override { return add("{"); }
  bool end_object() override { return add("}"); }
  bool begin_array() override { return add("["); }
  bool end_array() override { return add("]"); }
  bool key(std::string_view text) override { return add(fmt::format("{}:", text)); }
  bool string(std::string_view text) override { return add(fmt::format("'{}' ", text)); }
  bool integer(std::int64_t number) override { return add(fmt::format("{} ", number)); }
  bool number(double number, std::string_view as_written) override {
    return add(fmt::format("{}={} ", as_written, number));
  }
  bool boolean(bool truth) override { return add(truth ? "true " : "false "); }
  bool null() override { return add("null "); }
  bool add(std::string_view text) {
    heard += text;
    return heard.size() < max;
  }
  std::string heard;
  std::size_t max = 1000;
};

constexpr std::string_view document =
    R"( {"a":[1,-2,5.00e-1,18446744073709551615,true,false,null],"b\u00e9":"x\ny \ud83d\ude00","c":{}} )";
constexpr std::string_view events =
    "{a:[1 -2 5.00e-1=0.5 18446744073709551615=1.8446744073709552e+19 true false null ]bé:'x\ny \U0001F600' "
    "c:{}}";

TEST(StreamReader, tells_everything_in_order) {
  Recorder recorder;
  StreamReader reader(recorder);
  EXPECT_TRUE(reader.feed(document) && reader.finish());
  EXPECT_EQ(recorder.heard, events);
}

TEST(StreamReader, does_not_care_where_the_pieces_are_cut) {
  Recorder recorder;
  StreamReader reader(recorder);
  for (const char character : document) ASSERT_TRUE(reader.feed({&character, 1}));
  EXPECT_TRUE(reader.finish());
  EXPECT_EQ(recorder.heard, events);
}

TEST(StreamReader, says_where_a_document_is_broken) {
  for (const std::string_view broken : {"{\"a\":}", "[1,", "[1] 2", "\"\xff\"", "", "[\"\\ud800\"]"}) {
    Recorder recorder;
    StreamReader reader(recorder);
    EXPECT_FALSE(reader.feed(broken) && reader.finish()) << broken;
    EXPECT_NE(reader.defect().find("at byte"), std::string::npos) << broken;
  }
}

TEST(StreamReader, stops_when_the_listener_has_heard_enough) {
  Recorder recorder;
  recorder.max = 5;
  StreamReader reader(recorder);
  EXPECT_FALSE(reader.feed(document));
  EXPECT_EQ(reader.defect(), "");
}

TEST(StreamReader, refuses_to_nest_too_deep) {
  Recorder recorder;
  StreamReader reader(recorder);
  EXPECT_FALSE(reader.feed(std::string(100, '[')));
  EXPECT_NE(reader.defect(), "");
}

}  // namespace
}  // namespace mrbill::json
