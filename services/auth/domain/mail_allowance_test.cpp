#include "domain/mail_allowance.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;
constexpr Timestamp noon{1'800'000'000s};
constexpr auto kinds = {MailKind::verify_email, MailKind::reset_password, MailKind::invitation,
                        MailKind::password_changed, MailKind::content_ready};

TEST(MailAllowance, bounds_every_kind) {
  for (const auto kind : kinds) {
    const auto allowance = allowance_of(kind);
    Tally written;
    int sent = 0;
    for (int second = 0; second < 3'600; ++second) {
      const auto now = noon + std::chrono::seconds(second);
      if (next_mail(written, allowance, now)) continue;
      written = raised(written, allowance.each, now);
      ++sent;
    }
    EXPECT_GE(sent, 1);
    EXPECT_LE(sent, 40) << to_string(kind);
  }
}

TEST(MailAllowance, sends_the_first_of_an_hour_whatever_was_sent_before) {
  for (const auto kind : {MailKind::verify_email, MailKind::reset_password}) {
    const auto allowance = allowance_of(kind);
    Tally written;
    while (!next_mail(written, allowance, noon)) written = raised(written, allowance.each, noon);
    EXPECT_EQ(next_mail(written, allowance, noon + 1h), std::nullopt);
  }
}

TEST(MailAllowance, tells_when_the_next_may_go) {
  constexpr Allowance two{2, 10min, Beyond::wait};
  EXPECT_EQ(next_mail({1, noon}, two, noon), std::nullopt);
  EXPECT_EQ(next_mail({2, noon}, two, noon + 3min), noon + 10min);
  EXPECT_EQ(next_mail({2, noon}, two, noon + 10min), std::nullopt);
}

}  // namespace
}  // namespace mrbill::auth
