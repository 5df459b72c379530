#include <algorithm>
#include <array>
#include <vector>

#include <http/language.hpp>
#include <http/phrasebook.hpp>
#include <http/problem.hpp>
#include <json/parse.hpp>
#include <json/writer.hpp>

namespace mrbill::http {

namespace {

constexpr std::string_view placeholder = "{}";

// What stands at the blanks, in order; nothing where the sentence is not made of this template.
std::optional<std::vector<std::string_view>> filled(std::string_view form, std::string_view sentence) {
  std::vector<std::string_view> blanks;
  for (;;) {
    const auto gap = form.find(placeholder);
    const auto words = form.substr(0, gap);
    if (!sentence.starts_with(words)) return std::nullopt;
    sentence.remove_prefix(words.size());
    if (gap == std::string_view::npos) return sentence.empty() ? std::optional(blanks) : std::nullopt;
    form.remove_prefix(gap + placeholder.size());
    const auto next = form.substr(0, form.find(placeholder));
    const bool is_last = next.size() == form.size();
    const auto end = !is_last       ? sentence.find(next, 1)
                     : next.empty() ? sentence.size()
                                    : sentence.rfind(next);
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    blanks.push_back(sentence.substr(0, end));
    sentence.remove_prefix(end);
  }
}

std::string filled_in(std::string_view form, const std::vector<std::string_view>& blanks) {
  std::string out;
  for (auto value : blanks) {
    const auto gap = std::min(form.find(placeholder), form.size());
    out.append(form.substr(0, gap)).append(value);
    form.remove_prefix(std::min(gap + placeholder.size(), form.size()));
  }
  return out.append(form);
}

// Says object's detail in the other language; false where it is not known.
bool say(json::Memory& memory, json::Object object, std::span<const Phrase> phrases) {
  auto* code = json::find(object, "code");
  auto* detail = json::find(object, "detail");
  if (code == nullptr || detail == nullptr || !code->string() || !detail->string()) return false;
  auto other = translated(phrases, *code->string(), *detail->string());
  if (!other) return false;
  *detail = json::Value(memory.keep(*other));
  return true;
}

bool say_all(json::Memory& memory, json::Object problem, const Phrasebook& book) {
  if (auto* errors = json::find(problem, "errors"); errors != nullptr && errors->array() != nullptr) {
    for (auto& error : *errors->array()) {
      if (const auto* field = error.object()) say(memory, *field, book.fields);
    }
  }
  return say(memory, problem, book.problems);
}

std::string said(std::span<const Phrase> phrases, std::string_view code, std::string_view sentence) {
  return translated(phrases, code, sentence).value_or(std::string(sentence));
}

}  // namespace

std::optional<std::string> translated(std::span<const Phrase> phrases, std::string_view code,
                                      std::string_view sentence) {
  for (const auto& phrase : std::ranges::equal_range(phrases, code, {}, &Phrase::code)) {
    if (const auto blanks = filled(phrase.english, sentence)) return filled_in(phrase.translated, *blanks);
  }
  return std::nullopt;
}

std::optional<bool> wants(const Phrasebook& book, std::string_view accept_language) {
  const std::array<std::string_view, 2> offered{"en", book.language};
  const auto preferred = preferred_language(accept_language, offered);
  return preferred ? std::optional(*preferred == 1) : std::nullopt;
}

std::optional<bool> wants(const Phrasebook& book, const Request& request) {
  const auto asked = wants(book, request.headers.get_or("Accept-Language", ""));
  return asked || !request.principal ? asked : wants(book, request.principal->locale);
}

Reader::Reader(const Phrasebook& book, const Request& request)
    : book_(wants(book, request).value_or(false) ? &book : nullptr) {}

std::string Reader::failure(std::string_view code, std::string_view sentence) const {
  return book_ != nullptr ? said(book_->failures, code, sentence) : std::string(sentence);
}

std::string Reader::field(std::string_view code, std::string_view sentence) const {
  return book_ != nullptr ? said(book_->fields, code, sentence) : std::string(sentence);
}

void speak(Response& response, const Phrasebook* book) {
  if (response.headers.get_or("Content-Type", "") != problem_media_type) return;
  if (response.headers.find("Content-Language")) return;
  std::string_view language = "en";
  json::Errors errors;
  json::Memory memory;
  const auto document = book != nullptr ? json::parse(response.body, memory, errors) : std::nullopt;
  if (document && document->object() != nullptr && say_all(memory, *document->object(), *book)) {
    response.body.clear();
    json::append_json_value(response.body, *document);
    language = book->language;
  }
  response.headers.set("Content-Language", std::string(language));
}

}  // namespace mrbill::http
