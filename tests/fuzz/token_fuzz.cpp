// Tokens, traces, events, ids and times: nothing but the very text that was signed is accepted, and what is
// understood is printed as something that is understood the same.
#include <base/clock.hpp>
#include <base/uuid.hpp>
#include <events/event.hpp>
#include <jwt/jwt.hpp>
#include <trace/trace.hpp>

#include "property.hpp"

namespace {

using namespace mrbill;

struct Issuer {
  jwt::SigningKey key = jwt::SigningKey::generate();
  jwt::KeySet keys = *jwt::KeySet::from_jwks(R"({"keys":[)" + key.public_jwk() + "]}");
  Timestamp now{std::chrono::seconds(1'700'000'000)};
  std::string token = key.sign({.issuer = "i",
                                .audience = "a",
                                .subject = "s",
                                .id = "j",
                                .issued_at = now,
                                .expires_at = now + std::chrono::seconds(60),
                                .extra = {{"tid", "t"}}});
};

const Issuer& issuer() {
  static const Issuer instance;
  return instance;
}

// The input is laid over the good token: near misses are the interesting ones.
std::string disturbed(std::string_view input) {
  auto token = issuer().token;
  for (std::size_t i = 0; i + 1 < input.size() && i < 16; i += 2) {
    const auto at = static_cast<unsigned char>(input[i]) * 3U % token.size();
    token[at] = input[i + 1];
  }
  return token;
}

void only_the_signed_text_is_accepted(std::string_view text) {
  const auto accepted = jwt::verify(text, issuer().keys, "i", "a", issuer().now).has_value();
  CHECK(accepted == (text == issuer().token), "no other spelling of a token is a token");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  only_the_signed_text_is_accepted(text);
  only_the_signed_text_is_accepted(disturbed(text));
  static_cast<void>(jwt::KeySet::from_jwks(text));
  if (const auto context = trace::parse_traceparent(text)) {
    CHECK(trace::parse_traceparent(context->to_traceparent()).has_value(), "we understand what we print");
  }
  if (const auto time = from_rfc3339(text)) CHECK(from_rfc3339(to_rfc3339(*time)).has_value(), "as above");
  if (const auto uuid = Uuid::parse(text)) CHECK(Uuid::parse(uuid->to_string()) == uuid, "as above");
  if (const auto event = events::from_cloud_event(text)) {
    CHECK(events::from_cloud_event(events::to_cloud_event(*event)).has_value(), "as above");
  }
  return 0;
}
