#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <metrics/metrics.hpp>

namespace mrbill::metrics {
namespace {

using testing::HasSubstr;

TEST(Registry, exposes_counters_gauges_and_histograms) {
  Registry registry;
  registry.counter("hits_total", "Hits", {{"cache", "tokens"}}).add(2);
  registry.gauge("in_use", "In use").set(3);
  registry.histogram("wait_seconds", "Waits", {}, {0.1, 1}).observe(0.5);
  const auto text = registry.expose();
  EXPECT_THAT(text, HasSubstr("hits_total{cache=\"tokens\"} 2"));
  EXPECT_THAT(text, HasSubstr("in_use 3"));
  EXPECT_THAT(text, HasSubstr("wait_seconds_bucket{le=\"0.1\"} 0"));
  EXPECT_THAT(text, HasSubstr("wait_seconds_bucket{le=\"1\"} 1"));
}

TEST(Registry, gives_the_same_object_for_the_same_name_and_labels) {
  Registry registry;
  EXPECT_EQ(&registry.counter("a_total", "A"), &registry.counter("a_total", "A"));
  EXPECT_NE(&registry.counter("a_total", "A", {{"x", "1"}}), &registry.counter("a_total", "A"));
}

}  // namespace
}  // namespace mrbill::metrics
