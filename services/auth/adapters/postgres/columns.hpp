// How our values look in a row.
#pragma once

#include <postgres/columns.hpp>
#include <postgres/database.hpp>

#include "domain/link_token.hpp"
#include "domain/mail_text.hpp"
#include "domain/people.hpp"

namespace mrbill::auth {

[[nodiscard]] inline std::string_view to_string(Transport transport) {
  return transport == Transport::cookie ? "cookie" : "body";
}
[[nodiscard]] inline std::optional<Transport> parse_transport(std::string_view word) {
  return word == "cookie" ? Transport::cookie : Transport::body;
}

}  // namespace mrbill::auth

namespace mrbill::postgres {

template <>
struct Codec<auth::Role> : WordCodec<auth::Role, auth::parse_role> {};
template <>
struct Codec<auth::Transport> : WordCodec<auth::Transport, auth::parse_transport> {};
template <>
struct Codec<auth::MailKind> : WordCodec<auth::MailKind, auth::parse_mail_kind> {};

// Only written.
template <>
struct Codec<auth::LinkPurpose> {
  static void encode(auth::LinkPurpose purpose, std::string& out) { out += to_string(purpose); }
};

template <>
struct Codec<auth::EmailAddress> {
  static void encode(const auth::EmailAddress& address, std::string& out) { out += address.text(); }
  static std::optional<auth::EmailAddress> decode(std::string_view text) {
    return auth::EmailAddress::from_store(std::string(text));
  }
};

}  // namespace mrbill::postgres
