#include <gtest/gtest.h>

#include <identity/http_sources.hpp>

namespace mrbill::identity {
namespace {

constexpr std::string_view id = "018f2f60-0000-7000-8000-000000000001";

std::string page(std::string_view items, std::string_view rest = R"("cursor":"771","complete":true)") {
  return R"({"takenAt":"2026-01-31T09:05:00.123Z","revocations":[)" + std::string(items) + "]," +
         std::string(rest) + "}";
}

std::string item(std::string_view kind, std::string_view session, std::string_view user,
                 std::string_view tenant, std::string_view at = "2026-01-31T09:05:00.123Z",
                 std::string_view below = "7") {
  auto quoted = [](std::string_view text) {
    return text.empty() ? std::string("null") : "\"" + std::string(text) + "\"";
  };
  return "{\"kind\":" + quoted(kind) + ",\"sessionId\":" + quoted(session) + ",\"userId\":" + quoted(user) +
         ",\"tenantId\":" + quoted(tenant) + ",\"below\":" + std::string(below) + ",\"at\":" + quoted(at) +
         "}";
}

TEST(RevocationPageFromAuth, are_read_as_the_contract_says) {
  auto at = from_rfc3339("2026-01-31T09:05:00.123Z").value();
  auto found = parse_revocation_page(page(item("SESSION", id, "", "") + "," + item("USER", "", id, "") + "," +
                                          item("MEMBERSHIP", "", id, id)));
  ASSERT_TRUE(found);
  auto uuid = Uuid::parse(id).value();
  EXPECT_EQ(found->revocations,
            (std::vector{Revocation::of_session({uuid}, 7, at), Revocation::of_user({uuid}, 7, at),
                         Revocation::of_membership({uuid}, {uuid}, 7, at)}));
  EXPECT_EQ(found->cursor, "771");
  EXPECT_TRUE(found->complete);
  EXPECT_TRUE(parse_revocation_page(page(""))->revocations.empty());
  EXPECT_FALSE(parse_revocation_page(page("", R"("cursor":"771","complete":false)"))->complete);
}

TEST(RevocationPageFromAuth, are_refused_whole_when_any_part_is_not_understood) {
  for (auto& bad : {std::string(), std::string("{}"), std::string("[]"), std::string(R"({"revocations":{}})"),
                    page("1"), page("{}"), page("", R"("complete":true)"), page("", R"("cursor":"771")"),
                    page("", R"("cursor":"","complete":true)"), page(item("SESSION", "", id, "")),
                    page(item("USER", id, "", "")), page(item("MEMBERSHIP", "", id, "")),
                    page(item("OTHER", id, id, id)), page(item("USER", "", id, "", "yesterday")),
                    page(item("USER", "", id, "", "2026-01-31T09:05:00.123Z", "null"))})
    EXPECT_FALSE(parse_revocation_page(bad)) << bad;
}

}  // namespace
}  // namespace mrbill::identity
