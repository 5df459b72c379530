// What our mails say, in the reader's language (English, Portuguese). What people wrote stands in them as
// in_mail lets it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mrbill::auth {

enum class MailKind : std::uint8_t {
  verify_email,
  reset_password,
  invitation,
  password_changed,
  content_ready
};
[[nodiscard]] std::string_view to_string(MailKind kind);
[[nodiscard]] std::optional<MailKind> parse_mail_kind(std::string_view text);

// What another service made for its person.
enum class ReadyWhat : std::uint8_t { video, report, other };
[[nodiscard]] std::string_view to_string(ReadyWhat what);
[[nodiscard]] ReadyWhat ready_what(std::string_view text);  // other for what is unknown

struct MailFacts {
  std::string_view locale;      // BCP 47
  std::string_view reader;      // the full name, empty for who has no account yet
  std::string_view inviter;     // of an invitation
  std::string_view company;     // of an invitation
  std::string_view link;        // empty where there is none
  std::string_view title = {};  // of what is ready
  ReadyWhat what = ReadyWhat::other;
};
struct MailText {
  std::string subject;
  std::string text;
};
[[nodiscard]] MailText mail_text(MailKind kind, const MailFacts& facts);

}  // namespace mrbill::auth
