#include "adapters/postgres/postgres_email_links.hpp"

#include <gtest/gtest.h>

#include "adapters/postgres/mail_fixture.hpp"
#include "ports/email_links_contract.hpp"

namespace mrbill::auth {
namespace {

INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, EmailLinksContract, MailRig);

class PostgresEmailLinksTest : public ::testing::Test, public MailRig {};

TEST_F(PostgresEmailLinksTest, makes_every_token_of_who_resets_void_by_one_revocation) {
  const auto ana = person();
  const auto bea = person();
  const auto one = PostgresFixture::open_session(ana, ana.tenant);
  const auto two = PostgresFixture::open_session(ana, ana.tenant);
  const auto others = PostgresFixture::open_session(bea, bea.tenant);
  const auto link =
      testing::run(io_, links_.find(link_to(ana, LinkPurpose::reset_password), LinkPurpose::reset_password));
  const PasswordReset order{*link, "another hash", NetworkMark{7}, LinkId{new_id()}, now()};
  ASSERT_TRUE(testing::run(io_, links_.reset_password(order)));
  for (const auto& session : {one, two}) EXPECT_TRUE(covered(session));
  EXPECT_FALSE(covered(others));
  EXPECT_EQ(as_superuser("SELECT 1 FROM revocations WHERE subject = $1", ana.user).size(), 1U);
}

}  // namespace
}  // namespace mrbill::auth
