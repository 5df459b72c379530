#include "domain/repository_url.hpp"

#include <gtest/gtest.h>

namespace mrbill::catalog {

TEST(RepositoryUrl, of_the_web_is_kept_as_it_is) {
  for (const auto* url : {"https://github.com/me/poc", "http://git.example.org:8080/x?y=z#w",
                          "https://github.com/me/poc.git/", "https://h/%C3%A1?q=%20", "https://my_host/x"})
    EXPECT_EQ(canonical_repository_url(url), url);
  EXPECT_EQ(canonical_repository_url("HTTPS://h/x"), "https://h/x");
}

TEST(RepositoryUrl, in_any_script_becomes_a_uri) {
  EXPECT_EQ(canonical_repository_url("https://github.com/ana/ação"), "https://github.com/ana/a%C3%A7%C3%A3o");
  EXPECT_EQ(canonical_repository_url("https://café.com.br:8443/olá?x=é#é"),
            "https://xn--caf-dma.com.br:8443/ol%C3%A1?x=%C3%A9#%C3%A9");
}

TEST(RepositoryUrl, that_git_alone_opens_becomes_the_page_of_its_repository) {
  for (const auto* address :
       {"git@github.com:me/poc.git", "git@GitHub.com:me/poc", "ssh://git@github.com/me/poc.git",
        "git@github.com:/me/poc.git/", "ssh://github.com:22/me/poc", "git://github.com/me/poc.git",
        "git+ssh://git@github.com/me/poc.git"})
    EXPECT_EQ(canonical_repository_url(address), "https://github.com/me/poc") << address;
  EXPECT_EQ(canonical_repository_url("git@github.com:ana/ação.git"), "https://github.com/ana/a%C3%A7%C3%A3o");
}

TEST(RepositoryUrl, is_nothing_that_neither_a_browser_nor_git_opens) {
  for (const auto* address :
       {"javascript:alert(1)", "ftp://a/b", "file:///etc/passwd", "", "https://", "//github.com/a",
        "https:///path", "github.com/me/poc", "git@github.com", "git@:a/b", "@h:a",
        "git@github.com:", "a b@h:c", "mailto:a@b", "ssh://git:secret@h/a", "git@h:a b", "x:y@h:z"})
    EXPECT_EQ(canonical_repository_url(address), std::nullopt) << address;
}

TEST(RepositoryUrl, has_no_credentials_spaces_or_control_characters) {
  for (const auto* url : {"https://user:secret@github.com/a", "https://me@github.com/a",
                          "https://github.com/a b", "https://github.com/a\nb", "https://github.com:port/a",
                          "https://a\xE7\xE3o/", "https://[::1]/a", "https://a\u202eb.com/x"})
    EXPECT_EQ(canonical_repository_url(url), std::nullopt) << url;
}

TEST(RepositoryUrl, gives_one_key_to_the_spellings_of_one_repository) {
  for (const auto* url :
       {"https://github.com/me/poc", "http://github.com/me/poc", "https://GitHub.com/me/poc/",
        "https://github.com:443/me/poc.git", "http://github.com:80/me/poc", "https://github.com/me/poc#",
        "https://github.com/me/poc.git/"})
    EXPECT_EQ(import_key(url), "https://github.com/me/poc") << url;
}

TEST(RepositoryUrl, gives_a_key_that_is_its_own_key) {
  for (const auto* url : {"https://h/poc.git/.git/", "http://h:443/poc", "https://h:80/poc",
                          "https://h/poc.git/?x=a.git#b/", "https://h/?", "https://h/#"})
    EXPECT_EQ(import_key(import_key(url)), import_key(url)) << url;
}

TEST(RepositoryUrl, keeps_different_repositories_apart) {
  const std::string one = "https://github.com/me/poc";
  for (const auto* other :
       {"https://github.com/me/Poc", "https://github.com:8443/me/poc", "https://github.com/me/poc?x=1",
        "https://github.com/me/poc#kafka", "https://github.com/me/poc?x=a"})
    EXPECT_NE(import_key(other), import_key(one)) << other;
  EXPECT_NE(import_key(one + "#kafka"), import_key(one + "#redis"));
  EXPECT_NE(import_key(one + "?x=a.git"), import_key(one + "?x=a"));
  EXPECT_NE(import_key(one + "?path=a/"), import_key(one + "?path=a"));
}

}  // namespace mrbill::catalog
