#include <gtest/gtest.h>

#include <events/event.hpp>

namespace mrbill::events {
namespace {

Event example() {
  return {.id = *Uuid::parse("018f0000-0000-7000-8000-000000000001"),
          .source = "/services/catalog",
          .type = "poc.changed",
          .subject = "018f0000-0000-7000-8000-000000000002",
          .tenant = *TenantId::parse("018f0000-0000-7000-8000-000000000003"),
          .time = *from_rfc3339("2026-01-31T09:05:00.123Z"),
          .traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
          .data = R"({"name":"a \"b\"","seq":7})"};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(CloudEvent, is_written_with_the_attributes_of_the_contract) {
  EXPECT_EQ(
      to_cloud_event(example()),
      R"({"specversion":"1.0","id":"018f0000-0000-7000-8000-000000000001","source":"/services/catalog",)"
      R"("type":"poc.changed","subject":"018f0000-0000-7000-8000-000000000002","time":"2026-01-31T09:05:00.123Z",)"
      R"("datacontenttype":"application/json","tenantid":"018f0000-0000-7000-8000-000000000003",)"
      R"("traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01","data":{"name":"a \"b\"","seq":7}})");
}

TEST(CloudEvent, reads_what_it_wrote) {
  const auto written = to_cloud_event(example());
  const auto read = from_cloud_event(written);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(to_cloud_event(*read), written);
}

TEST(CloudEvent, may_be_without_a_trace) {
  auto event = example();
  event.traceparent.clear();
  const auto read = from_cloud_event(to_cloud_event(event));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->traceparent, "");
}

TEST(CloudEvent, ignores_extensions_it_does_not_know) {
  const auto text = replaced(to_cloud_event(example()), R"("data")", R"("partitionkey":"x","data")");
  EXPECT_TRUE(from_cloud_event(text).has_value());
}

TEST(CloudEvent, refuses_what_is_not_one) {
  const auto good = to_cloud_event(example());
  for (const auto& text : {
           std::string(),
           std::string("[]"),
           std::string("null"),
           good + "x",
           good.substr(0, good.size() - 1),
           replaced(good, R"("1.0")", R"("0.3")"),
           replaced(good, R"("specversion")", R"("version")"),
           replaced(good, R"("id":"018f0000)", R"("id":"x18f0000)"),
           replaced(good, "2026-01-31T", "2026-02-31T"),
           replaced(good, R"("tenantid":"018)", R"("tenantid":"x18)"),
           replaced(good, R"("00-0af)", R"("00-xaf)"),
           replaced(good, R"("application/json")", R"("text/xml")"),
           replaced(good, R"({"name":"a \"b\"","seq":7})", "7"),
           replaced(good, R"("poc.changed")", "7"),
           replaced(good, R"("poc.changed")", R"("")"),
           replaced(good, R"("data")", R"("type":"poc.deleted","data")"),
       }) {
    EXPECT_FALSE(from_cloud_event(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace mrbill::events
