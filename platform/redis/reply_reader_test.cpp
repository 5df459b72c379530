#include <string>

#include <gtest/gtest.h>

#include <redis/reply_reader.hpp>

namespace mrbill::redis {
namespace {

Reply read(std::string_view bytes) {
  ReplyReader reader;
  reader.feed(bytes);
  auto reply = reader.next();
  EXPECT_TRUE(reply.has_value());
  return reply.value_or(Reply{});
}

TEST(ReplyReader, reads_each_kind_of_reply) {
  EXPECT_EQ(read("+OK\r\n").text(), "OK");
  EXPECT_EQ(read(":-42\r\n").integer(), -42);
  EXPECT_EQ(read("$5\r\nhe\r\no\r\n").text(), "he\r\no");
  EXPECT_TRUE(read("$-1\r\n").is_null());
  EXPECT_TRUE(read("*-1\r\n").is_null());
  EXPECT_TRUE(read("*0\r\n").array().empty());
  EXPECT_EQ(read("-OOM no room\r\n").error(), "OOM no room");
}

TEST(ReplyReader, reads_nested_arrays_with_errors_within) {
  const auto reply = read("*2\r\n*2\r\n$1\r\na\r\n:1\r\n-ERR x\r\n");
  EXPECT_EQ(reply.array()[0].array()[0].text(), "a");
  EXPECT_EQ(reply.array()[0].array()[1].integer(), 1);
  EXPECT_EQ(reply.array()[1].error(), "ERR x");
}

TEST(ReplyReader, waits_for_the_rest_wherever_the_bytes_are_cut) {
  const std::string bytes = "*2\r\n$3\r\nabc\r\n*1\r\n:7\r\n+next\r\n";
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    ReplyReader reader;
    std::vector<Reply> replies;
    for (const auto& part : {bytes.substr(0, cut), bytes.substr(cut)}) {
      reader.feed(part);
      while (auto reply = reader.next()) replies.push_back(*std::move(reply));
    }
    ASSERT_EQ(replies.size(), 2U) << "cut at " << cut;
    EXPECT_EQ(replies[0].array()[1].array()[0].integer(), 7);
    EXPECT_EQ(replies[1].text(), "next");
  }
}

TEST(ReplyReader, refuses_what_is_not_the_protocol) {
  EXPECT_THROW(read("HTTP/1.1 400 Bad Request\r\n\r\n"), ProtocolError);
}

TEST(ReplyReader, refuses_an_array_that_announces_more_than_any_answer_has) {
  EXPECT_THROW(read("*2000000000\r\n"), ProtocolError);
}

TEST(ReplyReader, frees_a_half_read_reply) {
  ReplyReader reader;
  reader.feed("*3\r\n$3\r\nabc\r\n");
  EXPECT_FALSE(reader.next().has_value());
}

}  // namespace
}  // namespace mrbill::redis
