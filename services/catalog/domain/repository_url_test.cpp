#include "domain/repository_url.hpp"

#include <gtest/gtest.h>

namespace mrbill::catalog {

TEST(RepositoryUrl, accepts_http_and_https_only) {
  EXPECT_TRUE(is_repository_url("https://github.com/me/poc"));
  EXPECT_TRUE(is_repository_url("HTTP://git.example.org:8080/x?y=z#w"));
  for (auto url : {"javascript:alert(1)", "ftp://a/b", "git@github.com:me/poc.git", "file:///etc/passwd", "",
                   "https://", "//github.com/a", "https:///path"}) {
    EXPECT_FALSE(is_repository_url(url)) << url;
  }
}

TEST(RepositoryUrl, refuses_credentials_spaces_and_control_characters) {
  for (auto url : {"https://user:secret@github.com/a", "https://me@github.com/a", "https://github.com/a b",
                   "https://github.com/a\nb", "https://github.com:port/a", "https://gíthub.com/a"}) {
    EXPECT_FALSE(is_repository_url(url)) << url;
  }
}

TEST(RepositoryUrl, gives_one_key_to_the_spellings_of_one_repository) {
  for (auto url : {"https://github.com/me/poc", "http://github.com/me/poc", "HTTPS://GitHub.com/me/poc/",
                   "https://github.com:443/me/poc.git", "http://github.com:80/me/poc",
                   "https://github.com/me/poc#readme", "https://github.com/me/poc.git/"}) {
    EXPECT_EQ(import_key(url), "https://github.com/me/poc") << url;
  }
}

TEST(RepositoryUrl, gives_a_key_that_is_its_own_key) {
  for (const auto* url : {"https://h/poc.git/.git/", "http://h:443/poc", "https://h:80/poc"}) {
    EXPECT_EQ(import_key(import_key(url)), import_key(url)) << url;
  }
}

TEST(RepositoryUrl, keeps_different_repositories_apart) {
  EXPECT_NE(import_key("https://github.com/me/Poc"), import_key("https://github.com/me/poc"));
  EXPECT_NE(import_key("https://github.com:8443/me/poc"), import_key("https://github.com/me/poc"));
  EXPECT_NE(import_key("https://github.com/me/poc?x=1"), import_key("https://github.com/me/poc"));
}

}  // namespace mrbill::catalog
