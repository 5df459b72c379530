#include "adapters/maildir/maildir_mailer.hpp"

#include <fstream>
#include <sstream>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <base/random.hpp>
#include <testing/run.hpp>

namespace mrbill::auth {
namespace {

class MaildirMailerTest : public ::testing::Test {
 protected:
  MaildirMailerTest() { std::filesystem::create_directories(folder_); }
  ~MaildirMailerTest() override { std::filesystem::remove_all(folder_); }

  Mail mail() {
    return {LinkId{new_uuid(clock_, random_)}, *EmailAddress::parse("ana@example.com"),
            "Ol\u00e1, confirme seu endere\u00e7o", "Ol\u00e1 Ana,\n\nhttps://x/?token=t\n", clock_.now()};
  }
  void deliver(const Mail& mail) { testing::run(io_, mailer_.deliver(mail)); }
  std::vector<std::string> delivered() {
    std::vector<std::string> out;
    for (const auto& file : std::filesystem::directory_iterator(folder_ / "new")) {
      std::ifstream in(file.path());
      std::stringstream text;
      text << in.rdbuf();
      out.push_back(text.str());
    }
    return out;
  }

  SystemClock clock_;
  SystemRandom random_;
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("maildir-" + new_uuid(clock_, random_).to_string());
  asio::io_context io_;
  MaildirMailer mailer_{folder_, "mrbill.test"};
};

TEST_F(MaildirMailerTest, delivers_a_whole_message) {
  deliver(mail());
  ASSERT_EQ(delivered().size(), 1U);
  const auto message = delivered().front();
  EXPECT_NE(message.find("To: <ana@example.com>\r\n"), std::string::npos);
  EXPECT_NE(message.find("\r\n\r\nOl\u00e1 Ana,\r\n\r\nhttps://x/?token=t\r\n"), std::string::npos);
  EXPECT_TRUE(std::filesystem::is_empty(folder_ / "tmp"));
}

TEST_F(MaildirMailerTest, encodes_a_subject_that_is_not_ascii) {
  EXPECT_NE(as_message(mail(), "mrbill.test").find("Subject: =?utf-8?B?"), std::string::npos);
  auto plain = mail();
  plain.subject = "Hello";
  EXPECT_NE(as_message(plain, "mrbill.test").find("Subject: Hello\r\n"), std::string::npos);
}

TEST_F(MaildirMailerTest, cuts_a_long_subject_between_letters) {
  auto longer = mail();
  longer.subject.clear();
  for (int i = 0; i < 60; ++i) longer.subject += "\u00e1";
  const auto message = as_message(longer, "mrbill.test");
  const auto start = message.find("Subject: ");
  const auto line = message.substr(start, message.find("\r\n", start) - start);
  EXPECT_LE(line.size(), 78U);
}

TEST_F(MaildirMailerTest, delivers_the_same_mail_once) {
  const auto same = mail();
  deliver(same);
  deliver(same);
  EXPECT_EQ(delivered().size(), 1U);
}

TEST_F(MaildirMailerTest, throws_when_it_cannot_keep_the_mail) {
  std::filesystem::remove_all(folder_ / "tmp");
  EXPECT_ANY_THROW(deliver(mail()));
  EXPECT_TRUE(delivered().empty());
}

}  // namespace
}  // namespace mrbill::auth
