#include "api/cursor.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

Caller caller_of(std::uint8_t tenant, std::uint8_t user) {
  Caller caller;
  caller.tenant.uuid.bytes[0] = tenant;
  caller.user.uuid.bytes[0] = user;
  return caller;
}

const Cursors cursors{Sha256{1}};
const PageKey key{"Ana \u00c9", "018f0000-0000-7000-8000-000000000001"};

TEST(Cursor, brings_back_what_was_sealed) {
  const auto opened =
      cursors.open("listMembers", caller_of(1, 1), cursors.seal("listMembers", caller_of(1, 1), key, 3));
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->page, 3);
  EXPECT_EQ(opened->after->sorted_by, key.sorted_by);
  EXPECT_EQ(opened->after->id, key.id);
}

TEST(Cursor, is_good_for_its_list_tenant_and_person_only) {
  const auto cursor = cursors.seal("listMembers", caller_of(1, 1), key, 2);
  EXPECT_FALSE(cursors.open("listInvitations", caller_of(1, 1), cursor));
  EXPECT_FALSE(cursors.open("listMembers", caller_of(2, 1), cursor));
  EXPECT_FALSE(cursors.open("listMembers", caller_of(1, 2), cursor));
  EXPECT_FALSE(Cursors{Sha256{2}}.open("listMembers", caller_of(1, 1), cursor));
}

TEST(Cursor, cannot_be_changed) {
  auto cursor = cursors.seal("listMembers", caller_of(1, 1), key, 2);
  for (const auto& text : {cursor + "A", "A" + cursor, cursor.substr(1), std::string("."), std::string()}) {
    EXPECT_FALSE(cursors.open("listMembers", caller_of(1, 1), text)) << text;
  }
}

}  // namespace
}  // namespace mrbill::auth
