#include "usecases/refresh_session.hpp"

#include "usecases/log_out.hpp"
#include "usecases/switch_tenant.hpp"
#include "usecases/usecase_fixture.hpp"

namespace mrbill::auth {
namespace {

class RefreshSessionTest : public UseCaseFixture {
 protected:
  Caller caller(const SignedIn& signed_in) {
    const auto& session = signed_in.session;
    return {session.user, session.tenant.value_or(TenantId{}), session.role, session.sid, ""};
  }
  UserId ana_ = person("ana@example.com");
  SignedIn first_ = log_in("ana@example.com", password).value();
};

TEST_F(RefreshSessionTest, trades_a_token_for_its_successor) {
  const auto second = refresh(*first_.refresh_token);
  ASSERT_TRUE(second);
  EXPECT_NE(second->refresh_token->reveal(), first_.refresh_token->reveal());
  EXPECT_EQ(second->session.sid, first_.session.sid);
  EXPECT_TRUE(refresh(*second->refresh_token));
}

TEST_F(RefreshSessionTest, gives_a_lost_answer_again_with_the_same_successor) {
  const auto second = refresh(*first_.refresh_token);
  clock_.advance(refresh_grace);
  EXPECT_EQ(refresh(*first_.refresh_token)->refresh_token->reveal(), second->refresh_token->reveal());
}

TEST_F(RefreshSessionTest, ends_the_session_when_a_token_is_used_again_later) {
  const auto second = refresh(*first_.refresh_token);
  clock_.advance(refresh_grace + std::chrono::seconds(1));
  EXPECT_FALSE(refresh(*first_.refresh_token));
  EXPECT_FALSE(refresh(*second->refresh_token));
}

TEST_F(RefreshSessionTest, leaves_the_persons_other_sessions_alone) {
  const auto other = log_in("ana@example.com", password).value();
  ASSERT_TRUE(refresh(*first_.refresh_token));
  clock_.advance(refresh_grace + std::chrono::seconds(1));
  ASSERT_FALSE(refresh(*first_.refresh_token));
  EXPECT_TRUE(refresh(*other.refresh_token));
}

TEST_F(RefreshSessionTest, refuses_what_was_never_given) {
  EXPECT_FALSE(refresh(Secret{"mrb_rt_nonsense"}));
  EXPECT_FALSE(refresh(Secret{""}));
  EXPECT_FALSE(refresh(refresh_tokens_.derive(first_.session.session, 7)));
}

TEST_F(RefreshSessionTest, takes_a_browsers_token_from_its_cookie_only) {
  const auto browser = log_in("ana@example.com", password, home, {}, Transport::cookie).value();
  EXPECT_FALSE(refresh(*browser.refresh_token, Transport::body));
  EXPECT_TRUE(refresh(*browser.refresh_token, Transport::cookie));
}

TEST_F(RefreshSessionTest, follows_a_change_of_role) {
  people_.memberships.begin()->second = Role::user;
  EXPECT_EQ(refresh(*first_.refresh_token)->session.role, Role::user);
  people_.memberships.clear();
  clock_.advance(std::chrono::hours(1));
  EXPECT_FALSE(refresh(*first_.refresh_token));
}

TEST_F(RefreshSessionTest, is_over_after_logging_out_by_either_token) {
  LogOut log_out(sessions_, clock_);
  const auto other = log_in("ana@example.com", password).value();
  testing::run(log_out.by_access_token(caller(first_)));
  testing::run(log_out.by_refresh_token(other.refresh_token->reveal(), Transport::body));
  testing::run(log_out.by_refresh_token(other.refresh_token->reveal(), Transport::body));
  EXPECT_FALSE(refresh(*first_.refresh_token));
  EXPECT_FALSE(refresh(*other.refresh_token));
}

TEST_F(RefreshSessionTest, goes_on_in_the_company_that_was_switched_to) {
  SwitchTenant switch_tenant(sessions_, access_tokens_, clock_);
  const auto zoo = join(ana_, "Zoo", Role::admin);
  const auto switched = testing::run(switch_tenant(caller(first_), zoo));
  ASSERT_TRUE(switched);
  EXPECT_EQ(switched->session.role, Role::admin);
  EXPECT_FALSE(switched->refresh_token);
  EXPECT_GT(switched->session.versions.session, first_.session.versions.session);
  EXPECT_EQ(refresh(*first_.refresh_token)->session.tenant, zoo);
  EXPECT_EQ(testing::run(switch_tenant(caller(*switched), TenantId{})).error(),
            SwitchError::tenant_not_found);
}

}  // namespace
}  // namespace mrbill::auth
