#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/compile.h>
#include <fmt/format.h>

#include <http/ascii.hpp>
#include <http/response_writer.hpp>
#include <http/status.hpp>

namespace mrbill::http {

namespace {

bool is_servers_own(std::string_view name) {
  for (std::string_view own : {"Connection", "Content-Length", "Transfer-Encoding", "Date", "Keep-Alive"}) {
    if (ascii::equal_without_case(name, own)) return true;
  }
  return false;
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  out += ": ";
  out += value;
  out += "\r\n";
}

void append_framing(std::string& out, const HeadFacts& facts) {
  switch (facts.framing) {
    case Framing::none:
    case Framing::until_close:
      break;
    case Framing::length:
      fmt::format_to(std::back_inserter(out), FMT_COMPILE("Content-Length: {}\r\n"), facts.length);
      break;
    case Framing::chunked:
      append_field(out, "Transfer-Encoding", "chunked");
      break;
  }
  if (!facts.keep_alive) {
    append_field(out, "Connection", "close");
  } else if (!facts.is_http_1_1) {
    append_field(out, "Connection", "keep-alive");
  }
}

}  // namespace

bool append_head(std::string& out, const Response& response, const HeadFacts& facts) {
  const auto start = out.size();
  fmt::format_to(std::back_inserter(out), FMT_COMPILE("HTTP/1.1 {} {}\r\n"), response.status,
                 reason(response.status));
  for (const auto& [name, value] : response.headers) {
    if (is_servers_own(name)) continue;
    if (!ascii::is_token(name) || !ascii::is_field_value(value)) {
      out.resize(start);
      return false;
    }
    append_field(out, name, value);
  }
  append_framing(out, facts);
  append_field(out, "Date", facts.date);
  if (!facts.request_id.empty()) append_field(out, "X-Request-Id", facts.request_id);
  if (!facts.traceparent.empty()) append_field(out, "Traceparent", facts.traceparent);
  out += "\r\n";
  return true;
}

std::string chunk_head(std::size_t size) {
  return fmt::format(FMT_COMPILE("{:x}\r\n"), size);
}

std::string imf_date(std::int64_t unix_seconds) {
  constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::sys_seconds moment{std::chrono::seconds(unix_seconds)};
  const auto midnight = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(midnight);
  const std::chrono::hh_mm_ss time(moment - midnight);
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
                     days[std::chrono::weekday(midnight).c_encoding()], static_cast<unsigned>(date.day()),
                     months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace mrbill::http
