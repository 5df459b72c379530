#include "adapters/xapian/schema.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include <base/encoding.hpp>
#include <text/order.hpp>
#include <text/text.hpp>

#include "adapters/xapian/plurals.hpp"
#include "adapters/xapian/tokeniser.hpp"
#include "adapters/xapian/xapian_errors.hpp"

namespace mrbill::catalog::schema {

namespace {

// Weights of the fields: name^3, description^2, everything else once.
constexpr Xapian::termcount name_weight = 3;
constexpr Xapian::termcount description_weight = 2;
constexpr Xapian::termcount other_weight = 1;

constexpr std::size_t max_term = 230;  // bytes; Xapian's limit is 245
constexpr std::size_t id_bytes = 16;

// 22 letters: an id in a term must not hold zero bytes, which Xapian counts twice.
std::string short_id(const Uuid& uuid) {
  return to_base64url(uuid.bytes);
}

std::string raw_id(const Uuid& uuid) {
  return {reinterpret_cast<const char*>(uuid.bytes.data()), uuid.bytes.size()};
}

std::string scoped(char kind, const Audience& audience, std::string_view value) {
  std::string term(1, kind);
  term += audience.key();
  if (term.size() + value.size() <= max_term) return term += value;
  term += '\x1e';
  return term += to_base64url(sha256(value));
}

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const auto& value : values) {
    if (!out.empty()) out.push_back(list_separator);
    out += value;
  }
  return out;
}

void append_length_prefixed(std::string& out, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>(size >> shift & 255));
  out += text;
}

std::string take_length_prefixed(std::string_view& data) {
  if (data.size() < 4) throw MalformedDocument();
  std::uint32_t size = 0;
  for (std::size_t i = 0; i < 4; ++i) size = size << 8 | static_cast<unsigned char>(data[i]);
  if (data.size() - 4 < size) throw MalformedDocument();
  std::string text(data.substr(4, size));
  data.remove_prefix(4 + size);
  return text;
}

void add_word(Xapian::Document& document, const Audience& audience, const std::string& word,
              Xapian::termcount weight) {
  document.add_term(word_term(audience, word), weight);
  if (audience.is_everybody()) document.add_term(gallery_word_term(word), weight);
  for (const auto& singular : singulars_of(word))
    document.add_boolean_term(singular_term(audience, singular));
}

void add_words(Xapian::Document& document, const Audience& audience, std::string_view text,
               Xapian::termcount weight, Joins joins) {
  for (const auto& token : tokenise(text, joins)) {
    if (token.kind == Token::Kind::joined) {
      document.add_boolean_term(word_term(audience, token.word));
    } else {
      add_word(document, audience, token.word, weight);
    }
  }
}

void add_filters(Xapian::Document& document, const Audience& audience, const Poc& poc) {
  document.add_boolean_term(id_term(poc.id));
  document.add_boolean_term(tenant_term(poc.tenant));
  document.add_boolean_term(audience_term(audience));
  document.add_boolean_term(creator_term(poc.tenant, poc.creator));
  document.add_boolean_term(name_term(audience, poc.content.name));
  if (poc.content.language) document.add_boolean_term(language_term(audience, *poc.content.language));
  for (const auto& tag : poc.content.tags) document.add_boolean_term(tag_term(audience, tag));
  for (const auto& framework : poc.content.frameworks) {
    document.add_boolean_term(framework_term(audience, framework));
  }
}

void add_values(Xapian::Document& document, const Poc& poc) {
  document.add_value(Slot::created_at, time_sort_key(poc.created_at, poc.id));
  document.add_value(Slot::updated_at, time_sort_key(poc.updated_at, poc.id));
  document.add_value(Slot::name, text_sort_key(poc.content.name, poc.id));
  document.add_value(Slot::language, poc.content.language.value_or(""));
  document.add_value(Slot::tags, joined(poc.content.tags));
  document.add_value(Slot::frameworks, joined(poc.content.frameworks));
}

}  // namespace

Audience Audience::everybody(TenantId tenant) {
  return Audience('+' + short_id(tenant.uuid));
}
Audience Audience::alone(TenantId tenant, UserId user) {
  return Audience('-' + short_id(tenant.uuid) + short_id(user.uuid));
}
Audience Audience::of(const Poc& poc) {
  return poc.content.is_public ? everybody(poc.tenant) : alone(poc.tenant, poc.creator);
}

std::string id_term(PocId id) {
  return "Q" + short_id(id.uuid);
}
std::string tenant_term(TenantId tenant) {
  return "T" + short_id(tenant.uuid);
}
std::string creator_term(TenantId tenant, UserId user) {
  return "U" + short_id(tenant.uuid) + short_id(user.uuid);
}
std::string audience_term(const Audience& audience) {
  return scoped('P', audience, "");
}
std::string language_term(const Audience& audience, std::string_view language) {
  return scoped('L', audience, text::folded(language));
}
std::string tag_term(const Audience& audience, std::string_view tag) {
  return scoped('A', audience, text::folded(tag));
}
std::string framework_term(const Audience& audience, std::string_view framework) {
  return scoped('F', audience, text::folded(framework));
}
std::string name_term(const Audience& audience, std::string_view poc_name) {
  const auto words = squeezed(poc_name);
  return scoped('N', audience, words.empty() ? text::folded(text::trimmed(poc_name)) : words);
}
std::string word_term(const Audience& audience, std::string_view word) {
  return scoped('W', audience, word);
}
std::string singular_term(const Audience& audience, std::string_view word) {
  return scoped('S', audience, word);
}
std::string gallery_word_term(std::string_view word) {
  return "G" + std::string(word);
}
std::string watermark_key(TenantId tenant) {
  return "watermark " + short_id(tenant.uuid);
}

std::string time_key(Timestamp time) {
  const auto ticks = static_cast<std::uint64_t>(time.time_since_epoch().count()) ^ (std::uint64_t{1} << 63);
  std::string key;
  for (int shift = 56; shift >= 0; shift -= 8) key.push_back(static_cast<char>(ticks >> shift & 255));
  return key;
}

std::string time_sort_key(Timestamp time, PocId id) {
  return time_key(time) + raw_id(id.uuid);
}

// As the store sorts: texts that the order takes for equal by their bytes.
std::string text_sort_key(std::string_view text, PocId id) {
  auto key = text::order_key(text);
  key += text;
  key += '\0';
  return key += raw_id(id.uuid);
}

Timestamp time_of(std::string_view time_key) {
  if (time_key.size() < 8) throw MalformedDocument();
  std::uint64_t ticks = 0;
  for (std::size_t i = 0; i < 8; ++i) ticks = ticks << 8 | static_cast<unsigned char>(time_key[i]);
  return Timestamp(std::chrono::microseconds(static_cast<std::int64_t>(ticks ^ (std::uint64_t{1} << 63))));
}

std::string year_of(std::string_view time_key) {
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(time_of(time_key))};
  return fmt::format("{:04}", static_cast<int>(date.year()));
}

Xapian::Document to_document(const Poc& poc) {
  Xapian::Document document;
  const auto audience = Audience::of(poc);
  add_filters(document, audience, poc);
  add_values(document, poc);
  const auto& content = poc.content;
  add_words(document, audience, content.name, name_weight, Joins::blanks);
  add_words(document, audience, content.description.value_or(""), description_weight, Joins::signs);
  add_words(document, audience, content.language.value_or(""), other_weight, Joins::blanks);
  for (const auto& tag : content.tags) add_words(document, audience, tag, other_weight, Joins::blanks);
  for (const auto& framework : content.frameworks)
    add_words(document, audience, framework, other_weight, Joins::blanks);

  std::string data = raw_id(poc.id.uuid);
  append_length_prefixed(data, content.name);
  append_length_prefixed(data, content.description.value_or(""));
  document.set_data(data);
  return document;
}

ShownText shown_text(const Xapian::Document& document) {
  const std::string data = document.get_data();
  if (data.size() < id_bytes) throw MalformedDocument();
  std::string_view rest = std::string_view(data).substr(id_bytes);
  ShownText shown;
  shown.name = take_length_prefixed(rest);
  shown.description = take_length_prefixed(rest);
  shown.language = document.get_value(Slot::language);
  shown.tags = document.get_value(Slot::tags);
  shown.frameworks = document.get_value(Slot::frameworks);
  for (const auto* text :
       {&shown.name, &shown.description, &shown.language, &shown.tags, &shown.frameworks}) {
    if (!text::is_valid_utf8(*text)) throw MalformedDocument();
  }
  return shown;
}

PocId id_of(const Xapian::Document& document) {
  const std::string data = document.get_data();
  if (data.size() < id_bytes) throw MalformedDocument();
  PocId id;
  std::copy_n(data.begin(), id_bytes, id.uuid.bytes.begin());
  return id;
}

}  // namespace mrbill::catalog::schema
