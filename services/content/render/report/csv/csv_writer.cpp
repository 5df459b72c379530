#include "render/report/csv/csv_writer.hpp"

#include <algorithm>
#include <array>

#include <base/formula.hpp>

namespace mrbill::content::report {
namespace {

// Both delimiters: a file renamed or converted later stays right.
constexpr auto needs_quotes = [] {
  std::array<bool, 256> table{};
  for (const unsigned char character : std::string_view(",;\"\r\n'")) table[character] = true;
  return table;
}();

}  // namespace

void CsvLine::delimit() {
  if (!first_) out_ += delimiter_;
  first_ = false;
}

void CsvLine::plain_cell(std::string_view text) {
  delimit();
  out_ += text;
}

void CsvLine::cell(std::string_view text) {
  delimit();
  const bool guarded = begins_formula(text);
  if (guarded || std::ranges::any_of(text, [](char character) {
        return needs_quotes[static_cast<unsigned char>(character)];
      })) {
    quoted(text, guarded);
  } else {
    out_ += text;
  }
}

void CsvLine::quoted(std::string_view text, bool guarded) {
  out_ += guarded ? "\"'" : "\"";
  for (auto quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
    out_.append(text.substr(0, quote + 1)) += '"';
    text.remove_prefix(quote + 1);
  }
  out_.append(text) += '"';
}

}  // namespace mrbill::content::report
