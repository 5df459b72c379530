#include "domain/poc_rules.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <contract/languages.hpp>
#include <text/shown.hpp>
#include <text/text.hpp>

#include "domain/repository_url.hpp"

namespace mrbill::catalog {
namespace {

void refuse(FieldErrors& errors, std::string pointer, std::string code, std::string detail,
            std::optional<std::int64_t> limit = {}) {
  errors.push_back({std::move(pointer), std::move(code), std::move(detail), limit});
}

void check_length(FieldErrors& errors, std::string pointer, const std::string& text, std::size_t max) {
  if (text.empty())
    refuse(errors, std::move(pointer), "too_short", "must not be empty", 1);
  else if (text::code_points(text) > max)
    refuse(errors, std::move(pointer), "too_long", fmt::format("must be at most {} characters long", max),
           max);
}

// Lines and tabs are part of a description; other control characters are not.
bool has_foreign_control(std::string_view text) {
  std::string rest(text);
  std::erase_if(rest, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return text::has_control(rest);
}

std::optional<std::string> clean(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  auto cleaned = text::trimmed(text::nfc(text::shown_prose(*text)));
  return cleaned.empty() ? std::nullopt : std::optional(std::move(cleaned));
}

std::string check_name(FieldErrors& errors, const std::string& raw) {
  auto name = text::tidy_line(raw);
  check_length(errors, "/name", name, max_name);
  if (text::has_control(name)) refuse(errors, "/name", "pattern", "must not hold control characters");
  return name;
}

std::optional<std::string> check_description(FieldErrors& errors, const std::optional<std::string>& raw) {
  auto description = clean(raw);
  if (!description) return description;
  check_length(errors, "/description", *description, max_description);
  if (has_foreign_control(*description))
    refuse(errors, "/description", "pattern",
           "must not hold control characters other than line ends and tabs");
  return description;
}

std::optional<std::string> check_repository_url(FieldErrors& errors, const std::optional<std::string>& raw) {
  auto url = clean(raw);
  if (!url) return url;
  auto canonical = canonical_repository_url(*url);
  if (!canonical)
    refuse(errors, "/repositoryUrl", "format",
           "must be an http or https address without user and password, or one of git");
  check_length(errors, "/repositoryUrl", canonical ? *canonical : *url, max_repository_url);
  return canonical;
}

std::optional<std::string> check_language(FieldErrors& errors, const std::optional<std::string>& raw) {
  auto language = clean(raw);
  if (!language) return language;
  language = canonical_language(*language);
  check_length(errors, "/language", *language, max_language);
  if (text::has_control(*language))
    refuse(errors, "/language", "pattern", "must not hold control characters");
  return language;
}

void check_word(FieldErrors& errors, const std::string& pointer, const std::string& word, std::size_t max,
                std::string_view forbidden) {
  check_length(errors, pointer, word, max);
  if (word.find_first_of(forbidden) != std::string::npos || text::has_control(word))
    refuse(errors, pointer, "pattern",
           fmt::format("must hold no control character and none of {}", forbidden));
}

std::vector<std::string> check_tags(FieldErrors& errors, const std::vector<std::string>& raw) {
  std::vector<std::string> tags;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    auto tag = normal_tag(raw[i]);
    check_word(errors, fmt::format("/tags/{}", i), tag, max_tag, ",/");
    if (seen.insert(text::folded(tag)).second) tags.push_back(std::move(tag));
  }
  if (tags.size() > max_tags)
    refuse(errors, "/tags", "too_many", fmt::format("must be at most {} tags", max_tags), max_tags);
  return tags;
}

std::vector<std::string> check_frameworks(FieldErrors& errors, const std::vector<std::string>& raw) {
  std::vector<std::string> frameworks;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    auto framework = text::tidy_line(raw[i]);
    check_word(errors, fmt::format("/frameworks/{}", i), framework, max_framework, ",");
    if (seen.insert(text::folded(framework)).second) frameworks.push_back(std::move(framework));
  }
  if (frameworks.size() > max_frameworks)
    refuse(errors, "/frameworks", "too_many", fmt::format("must be at most {} frameworks", max_frameworks),
           max_frameworks);
  return frameworks;
}

}  // namespace

Result<PocContent, FieldErrors> check(PocDraft draft) {
  FieldErrors errors;
  PocContent content{
      .name = check_name(errors, draft.name),
      .description = check_description(errors, draft.description),
      .repository_url = check_repository_url(errors, draft.repository_url),
      .language = check_language(errors, draft.language),
      .tags = check_tags(errors, draft.tags),
      .frameworks = check_frameworks(errors, draft.frameworks),
      .is_public = draft.is_public,
  };
  if (!errors.empty()) return fail(std::move(errors));
  return content;
}

// A soft hyphen shows nothing where nothing is broken: two tags that look alike are one.
std::string normal_tag(std::string_view tag) {
  auto tidy = text::nfc(text::lower(text::tidy_line(tag)));
  constexpr std::string_view soft_hyphen = "\u00ad";
  for (auto at = tidy.find(soft_hyphen); at != std::string::npos; at = tidy.find(soft_hyphen, at))
    tidy.erase(at, soft_hyphen.size());
  return tidy;
}

std::string canonical_language(std::string_view language) {
  auto tidy = text::tidy_line(language);
  auto known = contract::find_language(tidy);
  return known ? std::string(known->name) : tidy;
}

}  // namespace mrbill::catalog
