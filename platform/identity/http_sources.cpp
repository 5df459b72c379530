#include <http/client.hpp>
#include <identity/http_sources.hpp>
#include <json/parse.hpp>

namespace mrbill::identity {
namespace {

constexpr std::chrono::seconds timeout{2};

Task<std::string> get_body(http::Client& auth, std::string target, Secret key = {}) {
  http::Call call;
  call.target = std::move(target);
  if (!key.empty()) call.headers.set("Authorization", "Bearer " + key.reveal());
  call.deadline = Deadline::in(timeout);
  auto answer = co_await auth.send(std::move(call));
  if (answer.status != 200) throw http::UpstreamUnavailable("auth answered " + std::to_string(answer.status));
  co_return std::move(answer.body);
}

// A cursor is made of digits. The target is a statement of its own: g++ 12 destroys a conditional's temporary
// twice where it is an argument of what is awaited.
Task<RevocationPage> get_revocations(http::Client& auth, std::string since, Secret key) {
  std::string target = "/internal/revocations";
  if (!since.empty()) target += "?since=" + since;
  auto body = co_await get_body(auth, std::move(target), std::move(key));
  auto page = parse_revocation_page(body);
  if (!page) throw http::UpstreamUnavailable("auth's revocations are not understood");
  co_return *std::move(page);
}

std::string_view text_of(json::Object object, std::string_view name) {
  const auto* value = json::find(object, name);
  const auto* text = value ? value->string() : nullptr;
  return text ? *text : std::string_view();
}

std::optional<Revocation> to_revocation(const json::Value& item) {
  const auto* object = item.object();
  if (!object) return std::nullopt;
  auto kind = text_of(*object, "kind");
  auto session = http::SessionId::parse(text_of(*object, "sessionId"));
  auto user = UserId::parse(text_of(*object, "userId"));
  auto tenant = TenantId::parse(text_of(*object, "tenantId"));
  auto at = from_rfc3339(text_of(*object, "at"));
  const auto* below_value = json::find(*object, "below");
  const auto* below = below_value ? below_value->integer() : nullptr;
  if (!at || below == nullptr) return std::nullopt;
  if (kind == "SESSION" && session) return Revocation::of_session(*session, *below, *at);
  if (kind == "USER" && user) return Revocation::of_user(*user, *below, *at);
  if (kind == "MEMBERSHIP" && user && tenant) return Revocation::of_membership(*user, *tenant, *below, *at);
  return std::nullopt;
}

}  // namespace

KnownKeys::Fetch keys_over_http(http::Client& auth) {
  return [&auth] { return get_body(auth, "/.well-known/jwks.json"); };
}

RevocationFeed::Fetch revocations_over_http(http::Client& auth, Secret key) {
  return [&auth, key = std::move(key)](std::string since) {
    return get_revocations(auth, std::move(since), key);
  };
}

std::optional<RevocationPage> parse_revocation_page(std::string_view text) {
  json::Errors errors;
  json::Memory memory;
  const auto document = json::parse(text, memory, errors);
  const auto* object = document ? document->object() : nullptr;
  const auto* listed = object ? json::find(*object, "revocations") : nullptr;
  const auto* items = listed ? listed->array() : nullptr;
  const auto* whole = object ? json::find(*object, "complete") : nullptr;
  const auto* complete = whole ? whole->boolean() : nullptr;
  if (!items || !complete) return std::nullopt;
  RevocationPage out{{}, std::string(text_of(*object, "cursor")), *complete};
  if (out.cursor.empty()) return std::nullopt;
  for (const auto& item : *items) {
    auto revocation = to_revocation(item);
    if (!revocation) return std::nullopt;
    out.revocations.push_back(*revocation);
  }
  return out;
}

}  // namespace mrbill::identity
