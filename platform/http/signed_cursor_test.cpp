#include <gtest/gtest.h>

#include <http/signed_cursor.hpp>

namespace mrbill::http {
namespace {

const SignedCursor cursors{Sha256{1, 2, 3}};

TEST(SignedCursor, gives_back_what_was_sealed_for_the_same_use) {
  for (const std::string payload : {"", "2 17", "a.b\nc\x1f\xff"})
    EXPECT_EQ(cursors.open(cursors.seal(payload, "mine"), "mine"), payload);
}

TEST(SignedCursor, is_good_for_no_other_use_and_under_no_other_secret) {
  const auto text = cursors.seal("2 17", "mine");
  EXPECT_FALSE(cursors.open(text, "yours"));
  EXPECT_FALSE(cursors.open(text, ""));
  EXPECT_FALSE(SignedCursor(Sha256{3, 2, 1}).open(text, "mine"));
}

TEST(SignedCursor, lets_nothing_move_between_payload_and_use) {
  EXPECT_FALSE(cursors.open(cursors.seal("1", "2use"), "use"));
  const auto text = cursors.seal("12", "use");
  const auto signature = text.substr(text.find('.'));
  EXPECT_FALSE(cursors.open(to_base64url(as_bytes("1")) + signature, "2use"));
}

TEST(SignedCursor, refuses_whatever_is_not_as_it_was_made) {
  const auto text = cursors.seal("2 17", "mine");
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto other = text;
    other[at] = other[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(cursors.open(other, "mine")) << at;
    EXPECT_FALSE(cursors.open(text.substr(0, at), "mine")) << at;
  }
  for (const auto* odd : {"", ".", "..", "A", "A.", ".A", "=.=", "\x01.\x02"})
    EXPECT_FALSE(cursors.open(odd, "mine")) << odd;
}

}  // namespace
}  // namespace mrbill::http
