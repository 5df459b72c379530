#include "api/auth_api.hpp"
#include "api/printing.hpp"

namespace mrbill::auth {

Task<http::Response> AuthApi::get_jwks(http::Request, contract::auth::GetJwksInput) {
  auto response = http::json_response(200, usecases_.get_jwks.run());
  response.headers.set("Cache-Control", "public, max-age=300");
  co_return response;
}

Task<http::Response> AuthApi::get_revocations(http::Request, contract::auth::GetRevocationsInput input) {
  const auto page = co_await usecases_.get_revocations.run(input.since.value_or(""));
  co_return http::json_response(200, to_json(print(page, clock_.now())));
}

}  // namespace mrbill::auth
