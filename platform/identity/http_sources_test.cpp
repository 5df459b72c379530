#include <gtest/gtest.h>

#include <identity/http_sources.hpp>

namespace mrbill::identity {
namespace {

constexpr std::string_view id = "018f2f60-0000-7000-8000-000000000001";

std::string snapshot(std::string_view items) {
  return R"({"takenAt":"2026-01-31T09:05:00.123Z","revocations":[)" + std::string(items) + "]}";
}

std::string item(std::string_view kind, std::string_view session, std::string_view user,
                 std::string_view tenant, std::string_view at = "2026-01-31T09:05:00.123Z") {
  auto quoted = [](std::string_view text) {
    return text.empty() ? std::string("null") : "\"" + std::string(text) + "\"";
  };
  return "{\"kind\":" + quoted(kind) + ",\"sessionId\":" + quoted(session) + ",\"userId\":" + quoted(user) +
         ",\"tenantId\":" + quoted(tenant) + ",\"at\":" + quoted(at) + "}";
}

TEST(RevocationSnapshot, is_read_as_the_contract_says) {
  auto at = from_rfc3339("2026-01-31T09:05:00.123Z").value();
  auto found = parse_snapshot(snapshot(item("SESSION", id, "", "") + "," + item("USER", "", id, "") + "," +
                                       item("MEMBERSHIP", "", id, id)));
  ASSERT_TRUE(found);
  auto uuid = Uuid::parse(id).value();
  EXPECT_EQ(*found, (std::vector{Revocation::of_session({uuid}, at), Revocation::of_user({uuid}, at),
                                 Revocation::of_membership({uuid}, {uuid}, at)}));
  EXPECT_TRUE(parse_snapshot(snapshot(""))->empty());
}

TEST(RevocationSnapshot, is_refused_whole_when_any_part_is_not_understood) {
  for (auto& bad : {std::string(), std::string("{}"), std::string("[]"), std::string(R"({"revocations":{}})"),
                    snapshot("1"), snapshot("{}"), snapshot(item("SESSION", "", id, "")),
                    snapshot(item("USER", id, "", "")), snapshot(item("MEMBERSHIP", "", id, "")),
                    snapshot(item("OTHER", id, id, id)), snapshot(item("USER", "", id, "", "yesterday"))})
    EXPECT_FALSE(parse_snapshot(bad)) << bad;
}

}  // namespace
}  // namespace mrbill::identity
