// What the pages behind mailed links say, in the reader's language. A hole, {0} to {2}, is filled with names
// as in_mail lets them stand, an address, or a number.
#pragma once

#include <string_view>

#include <locales/languages.hpp>

namespace mrbill::auth {

// A page that tells something: what, and what to do next.
struct PageTold {
  std::string_view title;
  std::string_view text;
};

struct PageWords {
  std::string_view language;

  PageTold verify, verify_done, verify_used, verify_expired;
  PageTold reset, reset_done, reset_used, reset_expired;
  PageTold join_new, join_known, joined, join_used, join_expired, join_withdrawn, join_not_yours,
      already_joined;
  PageTold broken, broken_invitation, mail_sent, failed;

  std::string_view confirm_button, reset_button, join_new_button, join_known_button, mail_button,
      forgot_button;
  std::string_view to_start;
  std::string_view email, password, new_password, full_name;
  std::string_view somebody, a_company;

  std::string_view wrong_password, short_password, long_password, common_password, bad_name, bad_email,
      locked, wait, wait_moment, wait_minutes;
};

[[nodiscard]] const PageWords& page_words(locales::Language language);

}  // namespace mrbill::auth
