#include "api/cursor.hpp"

#include <gtest/gtest.h>

namespace mrbill::content {
namespace {

const PageCursor cursor{
    3,
    {*from_rfc3339("2026-01-31T09:05:00.123Z"), *RequestId::parse("018f0000-0000-7000-8000-000000000001")}};

}  // namespace

TEST(ContentCursor, opens_for_who_it_was_made_for) {
  const Cursors cursors(sha256("secret"));
  EXPECT_EQ(cursors.open(cursors.seal(cursor, "ana videos"), "ana videos"), cursor);
}

TEST(ContentCursor, stays_shut_for_others_for_other_lists_and_when_it_was_touched) {
  const Cursors cursors(sha256("secret"));
  auto text = cursors.seal(cursor, "ana videos");
  EXPECT_EQ(cursors.open(text, "ben videos"), std::nullopt);
  EXPECT_EQ(cursors.open(text, "ana reports"), std::nullopt);
  EXPECT_EQ(Cursors(sha256("another")).open(text, "ana videos"), std::nullopt);
  text[3] = text[3] == 'A' ? 'B' : 'A';
  EXPECT_EQ(cursors.open(text, "ana videos"), std::nullopt);
  EXPECT_EQ(cursors.open("", "ana videos"), std::nullopt);
}

}  // namespace mrbill::content
