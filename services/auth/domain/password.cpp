#include "domain/password.hpp"

#include <text/text.hpp>

#include "domain/common_passwords.hpp"

namespace mrbill::auth {

Result<Password, PasswordRefusal> Password::parse(std::string_view raw) {
  auto password = of_length(raw);
  if (password && is_common_password(password->reveal())) return fail(PasswordRefusal::too_common);
  return password;
}

Result<Password, PasswordRefusal> Password::of_length(std::string_view raw) {
  if (!text::is_valid_utf8(raw)) return fail(PasswordRefusal::not_text);
  auto normal = text::nfc(raw);
  const auto length = text::code_points(normal);
  if (length < min_code_points) return fail(PasswordRefusal::too_short);
  if (length > max_code_points) return fail(PasswordRefusal::too_long);
  return Password{Secret{std::move(normal)}};
}

Password Password::attempt(std::string_view raw) {
  auto chosen = of_length(raw);
  return chosen ? *std::move(chosen) : Password{Secret{}};
}

}  // namespace mrbill::auth
