#include <gtest/gtest.h>

#include <objects/link_signer.hpp>
#include <testing/manual_clock.hpp>

namespace mrbill::objects {
namespace {

using namespace std::chrono_literals;

class LinkSignerTest : public ::testing::Test {
 protected:
  testing::ManualClock clock;
  LinkSigner links{Secret(std::string(64, 'a')), "https://mrbill.example", clock};

  static std::string query_of(const std::string& link) { return link.substr(link.find('?') + 1); }
};

TEST_F(LinkSignerTest, makes_links_that_hold_until_they_expire) {
  auto link = links.sign("a/b.pdf", "My \u00e9 year & more.pdf", 60s);
  EXPECT_TRUE(
      link.starts_with("https://mrbill.example/objects/a/"
                       "b.pdf?expires=1800000060&name=My%20%C3%A9%20year%20%26%20more.pdf&signature="))
      << link;
  EXPECT_EQ(links.check("a/b.pdf", query_of(link)).value().download_name, "My \u00e9 year & more.pdf");
  clock.advance(59s);
  EXPECT_EQ(links.check("a/b.pdf", query_of(link)).value().left, 1s);
  clock.advance(1s);
  EXPECT_EQ(links.check("a/b.pdf", query_of(link)).error(), LinkError::expired);
}

TEST_F(LinkSignerTest, makes_equal_links_within_a_quarter_of_an_hour) {
  const auto first = links.sign("a", "n", 1h);  // the clock begins at a full quarter
  clock.advance(14min + 59s);
  EXPECT_EQ(links.sign("a", "n", 1h), first);
  clock.advance(1s);
  const auto next = links.sign("a", "n", 1h);
  EXPECT_NE(next, first);
  clock.advance(1h - 1s);
  EXPECT_TRUE(links.check("a", query_of(next))) << "never for a shorter time than asked for";
}

TEST_F(LinkSignerTest, makes_short_links_to_the_second) {
  const auto first = links.sign("a", "n", 5min);
  clock.advance(1s);
  EXPECT_NE(links.sign("a", "n", 5min), first);
}

TEST_F(LinkSignerTest, binds_key_name_and_expiry) {
  auto query = query_of(links.sign("a/b", "n", 60s));
  auto replaced = [&](std::string_view from, std::string_view to) {
    auto out = query;
    return out.replace(out.find(from), from.size(), to);
  };
  EXPECT_EQ(links.check("a/c", query).error(), LinkError::invalid);
  EXPECT_EQ(links.check("a/b", replaced("1800000060", "1900000060")).error(), LinkError::invalid);
  EXPECT_EQ(links.check("a/b", replaced("1800000060", "01800000060")).error(), LinkError::invalid);
  EXPECT_EQ(links.check("a/b", replaced("name=n", "name=m")).error(), LinkError::invalid);
}

TEST_F(LinkSignerTest, another_secret_signs_nothing_of_ours) {
  LinkSigner other(Secret(std::string(64, 'b')), "https://mrbill.example", clock);
  EXPECT_EQ(links.check("a", query_of(other.sign("a", "n", 60s))).error(), LinkError::invalid);
}

TEST_F(LinkSignerTest, wants_its_three_parameters_once_each) {
  auto query = query_of(links.sign("a", "n", 60s));
  for (auto& bad :
       {std::string(), query + "&x=1", query + "&name=n", "name=n&" + query,
        query.substr(0, query.find("&signature")), query + "%", query.substr(0, query.size() - 1)})
    EXPECT_EQ(links.check("a", bad).error(), LinkError::invalid) << bad;
}

}  // namespace
}  // namespace mrbill::objects
