#include "adapters/maildir/maildir_mailer.hpp"

#include <algorithm>
#include <ctime>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

#include <sodium.h>

namespace mrbill::auth {
namespace {

[[noreturn]] void throw_errno(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class File {
 public:
  File(const std::filesystem::path& path, int flags)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) throw_errno("cannot open " + path.string());
  }
  ~File() { ::close(descriptor_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void write(std::string_view text) const {
    while (!text.empty()) {
      const auto written = ::write(descriptor_, text.data(), text.size());
      if (written < 0) throw_errno("cannot write a mail");
      text.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void make_durable() const {
    if (::fsync(descriptor_) != 0) throw_errno("cannot make a mail durable");
  }

 private:
  int descriptor_;
};

std::string date_of(Timestamp time) {
  const auto seconds = std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(time));
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  char text[64];
  std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S +0000", &parts);
  return text;
}

// RFC 2047: words of at most 75 characters, cut between code points.
std::string encoded_subject(const std::string& subject) {
  constexpr std::size_t max_bytes = 39;
  if (std::ranges::all_of(subject, [](unsigned char c) { return c >= 0x20 && c < 0x7f; })) return subject;
  std::string out;
  for (std::size_t at = 0; at < subject.size();) {
    auto end = std::min(at + max_bytes, subject.size());
    while (end < subject.size() && (static_cast<unsigned char>(subject[end]) & 0xc0) == 0x80) --end;
    char word[128];
    sodium_bin2base64(word, sizeof word, reinterpret_cast<const unsigned char*>(subject.data()) + at,
                      end - at, sodium_base64_VARIANT_ORIGINAL);
    out += (out.empty() ? "=?utf-8?B?" : "\r\n =?utf-8?B?") + std::string(word) + "?=";
    at = end;
  }
  return out;
}

std::string with_crlf(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out;
}

std::string file_name(const Mail& mail) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(mail.written_at).time_since_epoch().count();
  return std::to_string(seconds) + "." + mail.id.to_string() + ".mrbill";
}

}  // namespace

std::string as_message(const Mail& mail, const std::string& sender_domain) {
  return "From: Mr Bill <no-reply@" + sender_domain + ">\r\nTo: <" + mail.to.text() +
         ">\r\nSubject: " + encoded_subject(mail.subject) + "\r\nDate: " + date_of(mail.written_at) +
         "\r\nMessage-ID: <" + mail.id.to_string() + "@" + sender_domain +
         ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
         "8bit\r\n"
         "Auto-Submitted: auto-generated\r\n\r\n" +
         with_crlf(mail.text);
}

MaildirMailer::MaildirMailer(std::filesystem::path folder, std::string sender_domain)
    : folder_(std::move(folder)), sender_domain_(std::move(sender_domain)) {
  for (const auto* part : {"tmp", "new", "cur"}) std::filesystem::create_directories(folder_ / part);
}

Task<> MaildirMailer::deliver(Mail mail) {
  auto work = [this, mail = std::move(mail)] {
    const auto name = file_name(mail);
    const auto written = folder_ / "tmp" / name;
    {
      const File file(written, O_WRONLY | O_CREAT | O_TRUNC);
      file.write(as_message(mail, sender_domain_));
      file.make_durable();
    }
    std::filesystem::rename(written, folder_ / "new" / name);
    File(folder_ / "new", O_RDONLY | O_DIRECTORY).make_durable();
    return true;
  };
  co_await files_.run(std::move(work));
}

}  // namespace mrbill::auth
