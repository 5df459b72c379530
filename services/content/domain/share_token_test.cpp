#include "domain/share_token.hpp"

#include <gtest/gtest.h>

namespace mrbill::content {
namespace {

const auto one = *Uuid::parse("018f0000-0000-7000-8000-000000000001");
const auto other = *Uuid::parse("018f0000-0000-7000-8000-000000000002");

TEST(ShareTokens, are_the_same_for_a_share_and_differ_between_shares_and_installations) {
  const ShareTokens tokens{Sha256{1}};
  EXPECT_EQ(tokens.derive(one), tokens.derive(one));
  EXPECT_EQ(tokens.derive(one).size(), 43U);
  EXPECT_NE(tokens.derive(one), tokens.derive(other));
  EXPECT_NE(tokens.derive(one), ShareTokens{Sha256{2}}.derive(one));
}

}  // namespace
}  // namespace mrbill::content
