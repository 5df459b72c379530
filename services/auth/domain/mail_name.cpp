#include "domain/mail_name.hpp"

#include <algorithm>
#include <array>

#include <base/ascii.hpp>
#include <text/text.hpp>

namespace mrbill::auth {
namespace {

constexpr std::size_t max_in_greeting = 20;  // code points
constexpr std::ptrdiff_t max_digits = 6;     // with more it could be a number to call
// What stands for a dot, a slash, a colon or an at sign elsewhere than in ASCII.
constexpr std::array<std::string_view, 11> other_signs{"\u00b7", "\u2024", "\u2044", "\u2215",
                                                       "\u3002", "\ufe52", "\uff0e", "\uff0f",
                                                       "\uff1a", "\uff20", "\uff61"};

bool may_stand(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || ascii::is_alphanumeric(c) ||
         std::string_view("'&()+-,!").find(c) != std::string_view::npos;
}

// A dot ends an abbreviation or the name; between letters it would make a host.
bool may_stand_at(std::string_view text, std::size_t at) {
  if (text[at] == '.') return at + 1 == text.size() || text[at + 1] == ' ';
  return may_stand(text[at]);
}

std::string without_links(std::string_view name, Numbers numbers) {
  std::string text(name);
  for (const auto sign : other_signs) {
    for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign))
      text.replace(at, sign.size(), " ");
  }
  const bool number = numbers == Numbers::hidden && std::ranges::count_if(text, ascii::is_digit) > max_digits;
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool stands = may_stand_at(text, at) && !(number && ascii::is_digit(text[at]));
    if (stands) {
      out.push_back(text[at]);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

std::string in_mail(std::string_view name, Numbers numbers) {
  auto words = without_links(name, numbers);
  if (words.empty()) return words;
  if (text::code_points(words) > max_in_mail)
    words = std::string(text::first_code_points(words, max_in_mail)) + "\u2026";
  return "\u201c" + words + "\u201d";
}

std::string first_name_in_mail(std::string_view full_name) {
  const auto words = without_links(full_name, Numbers::hidden);
  auto first = words.substr(0, words.find(' '));
  const auto is_letter = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || ascii::is_letter(c) || c == '\'' || c == '-';
  };
  if (text::code_points(first) > max_in_greeting || !std::ranges::all_of(first, is_letter)) first.clear();
  return first;
}

}  // namespace mrbill::auth
