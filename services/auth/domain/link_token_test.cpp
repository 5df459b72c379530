#include "domain/link_token.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

const LinkTokens tokens{KeyMaterial{Sha256{1}}};
const auto id = *Uuid::parse("018f0000-0000-7000-8000-000000000001");

TEST(LinkToken, of_one_purpose_is_not_that_of_another) {
  EXPECT_NE(tokens.derive(LinkPurpose::verify_email, id).reveal(),
            tokens.derive(LinkPurpose::reset_password, id).reveal());
  EXPECT_NE(tokens.derive(LinkPurpose::invitation, id).reveal(),
            tokens.derive(LinkPurpose::reset_password, id).reveal());
}

TEST(LinkToken, fits_a_url_as_it_is) {
  const auto token = tokens.derive(LinkPurpose::verify_email, id).reveal();
  EXPECT_EQ(token.size(), 43U);
  EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
            std::string::npos);
}

TEST(LinkToken, has_a_hash_only_in_its_own_form) {
  const auto token = tokens.derive(LinkPurpose::verify_email, id).reveal();
  EXPECT_TRUE(link_hash(token));
  EXPECT_FALSE(link_hash(""));
  EXPECT_FALSE(link_hash(token + "AA"));
  EXPECT_FALSE(link_hash(std::string(5'000, 'x')));
}

}  // namespace
}  // namespace mrbill::auth
