#include <algorithm>
#include <cerrno>
#include <iconv.h>
#include <memory>
#include <stdexcept>

#include <base/unreachable.hpp>
#include <text/charset.hpp>
#include <text/text.hpp>

namespace mrbill::text {
namespace {

constexpr std::string_view utf_8_mark = "\xEF\xBB\xBF";
constexpr std::string_view little_endian_mark = "\xFF\xFE";
constexpr std::string_view big_endian_mark = "\xFE\xFF";
constexpr std::size_t looked_at = 4'096;  // bytes, for zeros
constexpr char no_character = '\xFF';

// Where half of the bytes are the zeros of ASCII in UTF-16, they all have the same parity.
std::size_t zeros_at(std::string_view beginning, std::size_t parity) {
  std::size_t count = 0;
  for (std::size_t i = parity; i < beginning.size(); i += 2) count += beginning[i] == '\0' ? 1 : 0;
  return count;
}

std::size_t length_by_first(unsigned char byte) {
  if (byte >= 0xC2U && byte <= 0xDFU) return 2;
  if (byte >= 0xE0U && byte <= 0xEFU) return 3;
  return byte >= 0xF0U && byte <= 0xF4U ? 4 : 1;
}

// In Windows-1252 two letters seldom make one of UTF-8; in UTF-8 a wrong byte is the exception.
bool is_rather_utf_8(std::string_view file) {
  std::size_t letters = 0;
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < file.size();) {
    const auto byte = static_cast<unsigned char>(file[i]);
    const auto length = length_by_first(byte);
    const bool is_a_letter = byte >= 0x80U && length > 1 && is_valid_utf8(file.substr(i, length));
    if (is_a_letter) ++letters;
    if (byte >= 0x80U && !is_a_letter) ++wrong;
    i += is_a_letter ? length : 1;
  }
  return letters > wrong;
}

const char* name_of(Charset charset) {
  switch (charset) {
    case Charset::utf_8:
      return "UTF-8";
    case Charset::utf_16_little_endian:
      return "UTF-16LE";
    case Charset::utf_16_big_endian:
      return "UTF-16BE";
    case Charset::windows_1252:
      return "WINDOWS-1252";
  }
  unreachable();
}

class Conversion {
 public:
  explicit Conversion(Charset from)
      : unit_(from == Charset::windows_1252 ? 1 : 2), open_(iconv_open("UTF-8", name_of(from))) {
    if (open_ == reinterpret_cast<iconv_t>(-1))
      throw std::runtime_error("the system's iconv lacks a charset");
  }
  ~Conversion() { iconv_close(open_); }
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;

  std::string convert(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    char* from = const_cast<char*>(text.data());  // iconv writes nothing there
    auto left = text.size();
    while (left > 0) {
      const int failure = convert_some(from, left, out);
      if (failure == 0 || failure == E2BIG) continue;
      out += no_character;
      const auto passed_over = std::min(unit_, left);
      from += passed_over;
      left -= passed_over;
    }
    return out;
  }

 private:
  int convert_some(char*& from, std::size_t& left, std::string& out) {
    char piece[16'384];
    char* to = piece;
    std::size_t room = sizeof piece;
    const auto outcome = iconv(open_, &from, &left, &to, &room);
    const int failure = outcome == static_cast<std::size_t>(-1) ? errno : 0;
    out.append(piece, static_cast<std::size_t>(to - piece));
    return failure;
  }
  std::size_t unit_;  // bytes
  iconv_t open_;
};

}  // namespace

Charset charset_of(std::string_view file) {
  if (file.starts_with(utf_8_mark)) return Charset::utf_8;
  if (file.starts_with(little_endian_mark)) return Charset::utf_16_little_endian;
  if (file.starts_with(big_endian_mark)) return Charset::utf_16_big_endian;
  const auto beginning = file.substr(0, looked_at);
  const auto even = zeros_at(beginning, 0);
  const auto odd = zeros_at(beginning, 1);
  if (odd > beginning.size() / 8 && even <= odd / 8) return Charset::utf_16_little_endian;
  if (even > beginning.size() / 8 && odd <= even / 8) return Charset::utf_16_big_endian;
  return is_valid_utf8(file) || is_rather_utf_8(file) ? Charset::utf_8 : Charset::windows_1252;
}

std::string in_utf8(std::string file) {
  const auto charset = charset_of(file);
  if (charset == Charset::utf_8) {
    if (file.starts_with(utf_8_mark)) file.erase(0, utf_8_mark.size());
    return file;
  }
  std::string_view text = file;
  if (text.starts_with(little_endian_mark) || text.starts_with(big_endian_mark)) text.remove_prefix(2);
  return Conversion(charset).convert(text);
}

}  // namespace mrbill::text
