#include <gtest/gtest.h>

#include <text/domain_name.hpp>

namespace mrbill::text {
namespace {

TEST(DomainName, is_one_for_both_spellings_of_an_international_one) {
  EXPECT_EQ(ascii_domain("caf\u00e9.com.br"), "xn--caf-dma.com.br");
  EXPECT_EQ(ascii_domain("cafe\u0301.com.br"), "xn--caf-dma.com.br");
  EXPECT_EQ(ascii_domain("CAF\u00c9.com.br"), "xn--caf-dma.com.br");
  EXPECT_EQ(ascii_domain("XN--CAF-DMA.com.br"), "xn--caf-dma.com.br");
  EXPECT_EQ(ascii_domain("caf\u00e9\u3002com\uff0ebr"), "xn--caf-dma.com.br")
      << "dots of other scripts are dots";
}

TEST(DomainName, is_lower_case_ascii_as_it_is) {
  EXPECT_EQ(ascii_domain("Example.COM"), "example.com");
  EXPECT_EQ(ascii_domain("localhost"), "localhost");
  EXPECT_EQ(ascii_domain("a1-b.example"), "a1-b.example");
}

TEST(DomainName, keeps_what_differs_apart) {
  EXPECT_NE(ascii_domain("fa\u00df.de"), ascii_domain("fass.de"));
  EXPECT_NE(ascii_domain("\u0430pple.com"), ascii_domain("apple.com")) << "a Cyrillic letter";
}

TEST(DomainName, is_refused_where_no_host_has_it) {
  const std::string label(60, 'd');
  for (const auto& name :
       {std::string(), std::string("."), std::string("a..b"), std::string(".a"), std::string("a."),
        std::string("-a.b"), std::string("a-.b"), std::string("a_b.c"), std::string("a b.c"),
        std::string("[127.0.0.1]"), std::string(64, 'd') + ".com",
        label + "." + label + "." + label + "." + label + "." + label, std::string("xn--\u00e9.com"),
        std::string("xn--zzzzzzzz99.com"), std::string("a\u202eb.com"), std::string("a/b.com"),
        std::string("\u2044.com"), std::string("a\0b.com", 7)})
    EXPECT_EQ(ascii_domain(name), std::nullopt) << name;
}

}  // namespace
}  // namespace mrbill::text
