#include "api/auth_api.hpp"
#include "api/contract_mapping.hpp"

namespace mrbill::auth {

Task<wire::GetJwksAnswer> AuthApi::get_jwks(http::Request, wire::GetJwksInput) {
  auto response = http::json_response(200, ports_.access_tokens.jwks());
  response.headers.set("Cache-Control", "public, max-age=300");
  co_return response;
}

Task<wire::GetRevocationsAnswer> AuthApi::get_revocations(http::Request, wire::GetRevocationsInput input) {
  const auto page = co_await get_revocations_(input.since.value_or(""));
  co_return http::json_response(200, to_json(to_contract(page, clock_.now())));
}

}  // namespace mrbill::auth
