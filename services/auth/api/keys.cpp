#include "api/auth_api.hpp"
#include "api/contract_mapping.hpp"

namespace mrbill::auth {

Task<contract::auth::GetJwksAnswer> AuthApi::get_jwks(http::Request, contract::auth::GetJwksInput) {
  auto response = http::json_response(200, ports_.access_tokens.jwks());
  response.headers.set("Cache-Control", "public, max-age=300");
  co_return response;
}

Task<contract::auth::GetRevocationsAnswer> AuthApi::get_revocations(
    http::Request, contract::auth::GetRevocationsInput input) {
  const auto page = co_await get_revocations_(input.since.value_or(""));
  co_return http::json_response(200, to_json(to_contract(page, clock_.now())));
}

}  // namespace mrbill::auth
