// How our values look in a row.
#pragma once

#include <string>

#include <base/check.hpp>
#include <base/encoding.hpp>
#include <postgres/database.hpp>

#include "domain/people.hpp"

namespace mrbill::auth {

[[nodiscard]] inline postgres::Bytes bytes_of(const Sha256& hash) {
  return postgres::Bytes(std::string(reinterpret_cast<const char*>(hash.data()), hash.size()));
}

[[nodiscard]] inline std::string name_of(Role role) {
  return std::string(to_string(role));
}

[[nodiscard]] inline Role role_in(const postgres::Row& row, std::string_view column) {
  const auto role = parse_role(row.get<std::string>(column));
  CHECK(role, "the table's check constraint allows known roles only");
  return *role;
}

[[nodiscard]] inline std::string name_of(Transport transport) {
  return transport == Transport::cookie ? "cookie" : "body";
}
[[nodiscard]] inline Transport transport_in(const postgres::Row& row) {
  return row.get<std::string>("transport") == "cookie" ? Transport::cookie : Transport::body;
}

[[nodiscard]] inline EmailAddress email_in(const postgres::Row& row) {
  return EmailAddress::from_store(row.get<std::string>("email"));
}

}  // namespace mrbill::auth
