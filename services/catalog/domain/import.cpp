#include "domain/import.hpp"

#include <algorithm>
#include <chrono>

#include <base/encoding.hpp>
#include <text/text.hpp>

#include "domain/repository_url.hpp"

namespace mrbill::catalog {
namespace {

using namespace std::chrono_literals;

// The API and the files speak milliseconds.
std::optional<Timestamp> to_milliseconds(std::optional<Timestamp> time) {
  if (!time) return time;
  return std::chrono::floor<std::chrono::milliseconds>(*time);
}

// Each part with its length before it, so that no two contents give the same text.
void append_part(std::string& text, std::string_view part) {
  text += std::to_string(part.size());
  text += ':';
  text += part;
}

std::string everything(const PocContent& content) {
  std::string text;
  append_part(text, content.name);
  append_part(text, content.description.value_or(""));
  append_part(text, content.language.value_or(""));
  append_part(text, std::to_string(content.tags.size()));
  for (const auto& tag : content.tags) append_part(text, tag);
  for (const auto& framework : content.frameworks) append_part(text, framework);
  append_part(text, content.is_public ? "public" : "private");
  return text;
}

void check_times(FieldErrors& errors, const ImportDraft& draft, Timestamp now) {
  const auto earliest = Timestamp(std::chrono::sys_days(std::chrono::year(1970) / 1 / 1));
  auto impossible = [&](std::optional<Timestamp> time) {
    return time && (*time < earliest || *time > now + 24h);
  };
  if (impossible(draft.created_at)) errors.push_back({"/createdAt", "range", "must be between 1970 and now"});
  if (impossible(draft.updated_at)) errors.push_back({"/updatedAt", "range", "must be between 1970 and now"});
  if (draft.created_at && draft.updated_at && *draft.updated_at < *draft.created_at)
    errors.push_back({"/updatedAt", "range", "must not be before createdAt"});
}

// A field's name in the file can be anything: it comes back in what is said of it.
void keep_within(std::string& text, std::size_t max) {
  if (!text::is_valid_utf8(text))
    std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
  std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == '\x7f'; });
  if (text::code_points(text) > max) text = std::string(text::first_code_points(text, max - 1)) + "…";
}

}  // namespace

RowError in_kept_form(RowError error) {
  keep_within(error.field.pointer, 200);
  keep_within(error.field.code, 50);
  keep_within(error.field.detail, 500);
  return error;
}

std::string import_key(const PocContent& content) {
  if (content.repository_url) return import_key(*content.repository_url);
  return "sha256:" + to_hex(sha256(everything(content)));
}

Result<ImportRow, FieldErrors> check(ImportDraft draft, Timestamp now) {
  FieldErrors errors;
  check_times(errors, draft, now);
  auto content = check(std::move(draft.poc));
  if (!content) errors.insert(errors.begin(), content.error().begin(), content.error().end());
  if (!errors.empty()) return fail(std::move(errors));
  auto key = import_key(*content);
  return ImportRow{draft.line, std::move(key), *std::move(content), to_milliseconds(draft.created_at),
                   to_milliseconds(draft.updated_at)};
}

}  // namespace mrbill::catalog
