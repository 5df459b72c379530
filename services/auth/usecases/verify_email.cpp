#include "usecases/verify_email.hpp"

namespace mrbill::auth {

Task<Result<Device, VerifyEmailError>> VerifyEmail::operator()(std::string token, std::string network) {
  const auto now = clock_.now();
  const auto hash = link_hash(token);
  if (!hash) co_return fail(VerifyEmailError::invalid_token);
  const auto link = co_await links_.find(*hash, LinkPurpose::verify_email);
  if (!link || !link->usable(now)) co_return fail(VerifyEmailError::invalid_token);
  const bool verified = co_await links_.verify_email(*link, networks_.mac(network), now);
  if (!verified) co_return fail(VerifyEmailError::invalid_token);
  co_return Device{link->user, new_uuid(clock_, random_)};
}

}  // namespace mrbill::auth
