#include "domain/password.hpp"

#include <text/text.hpp>

namespace mrbill::auth {

Result<Password, PasswordRefusal> Password::parse(std::string_view raw) {
  if (!text::is_valid_utf8(raw)) return fail(PasswordRefusal::not_text);
  auto normal = text::nfc(raw);
  const auto length = text::code_points(normal);
  if (length < least_code_points) return fail(PasswordRefusal::too_short);
  if (length > most_code_points) return fail(PasswordRefusal::too_long);
  return Password{Secret{std::move(normal)}};
}

Password Password::attempt(std::string_view raw) {
  auto chosen = parse(raw);
  return chosen ? *std::move(chosen) : Password{Secret{}};
}

}  // namespace mrbill::auth
