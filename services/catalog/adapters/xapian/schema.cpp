#include "adapters/xapian/schema.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include <base/check.hpp>
#include <base/encoding.hpp>
#include <text/text.hpp>

#include "adapters/xapian/tokeniser.hpp"

namespace mrbill::catalog::schema {

namespace {

// Weights of the fields: name^3, description^2, everything else once.
constexpr Xapian::termcount name_weight = 3;
constexpr Xapian::termcount description_weight = 2;
constexpr Xapian::termcount other_weight = 1;

constexpr std::size_t longest_term = 230;  // bytes; Xapian's limit is 245
constexpr std::size_t id_bytes = 16;

// 22 letters: an id in a term must not hold zero bytes, which Xapian counts twice.
std::string short_id(const Uuid& uuid) {
  return to_base64url(uuid.bytes);
}

std::string raw_id(const Uuid& uuid) {
  return {reinterpret_cast<const char*>(uuid.bytes.data()), uuid.bytes.size()};
}

std::string tenant_scoped(char kind, TenantId tenant, std::string_view value) {
  std::string term(1, kind);
  term += short_id(tenant.uuid);
  term += value;
  if (term.size() <= longest_term) return term;
  return std::string(1, kind) + short_id(tenant.uuid) + '\x1e' + to_base64url(sha256(value));
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
  CHECK(data.size() >= 4, "the index is written by to_document alone");
  std::uint32_t size = 0;
  for (std::size_t i = 0; i < 4; ++i) size = size << 8 | static_cast<unsigned char>(data[i]);
  CHECK(data.size() - 4 >= size, "the index is written by to_document alone");
  std::string text(data.substr(4, size));
  data.remove_prefix(4 + size);
  return text;
}

void add_words(Xapian::Document& document, const Poc& poc, std::string_view text, Xapian::termcount weight) {
  for (const auto& token : tokenise(text)) {
    document.add_term(word_term(poc.tenant, token.word), weight);
    if (poc.content.is_public) document.add_term(gallery_word_term(token.word), weight);
  }
}

void add_filters(Xapian::Document& document, const Poc& poc) {
  document.add_boolean_term(id_term(poc.id));
  document.add_boolean_term(tenant_term(poc.tenant));
  document.add_boolean_term(creator_term(poc.tenant, poc.creator));
  document.add_boolean_term(name_term(poc.tenant, poc.content.name));
  if (poc.content.is_public) document.add_boolean_term(public_term(poc.tenant));
  if (poc.content.language) document.add_boolean_term(language_term(poc.tenant, *poc.content.language));
  for (const auto& tag : poc.content.tags) document.add_boolean_term(tag_term(poc.tenant, tag));
  for (const auto& framework : poc.content.frameworks) {
    document.add_boolean_term(framework_term(poc.tenant, framework));
  }
}

void add_values(Xapian::Document& document, const Poc& poc) {
  const auto id = raw_id(poc.id.uuid);
  document.add_value(Slot::created_at, time_key(poc.created_at) + id);
  document.add_value(Slot::updated_at, time_key(poc.updated_at) + id);
  document.add_value(Slot::name, text::folded(poc.content.name) + '\0' + id);
  document.add_value(Slot::language, poc.content.language.value_or(""));
  document.add_value(Slot::tags, joined(poc.content.tags));
  document.add_value(Slot::frameworks, joined(poc.content.frameworks));
}

}  // namespace

std::string id_term(PocId id) {
  return "Q" + short_id(id.uuid);
}
std::string tenant_term(TenantId tenant) {
  return tenant_scoped('T', tenant, "");
}
std::string creator_term(TenantId tenant, UserId user) {
  return tenant_scoped('U', tenant, short_id(user.uuid));
}
std::string public_term(TenantId tenant) {
  return tenant_scoped('P', tenant, "");
}
std::string language_term(TenantId tenant, std::string_view language) {
  return tenant_scoped('L', tenant, text::folded(language));
}
std::string tag_term(TenantId tenant, std::string_view tag) {
  return tenant_scoped('A', tenant, tag);
}
std::string framework_term(TenantId tenant, std::string_view framework) {
  return tenant_scoped('F', tenant, text::folded(framework));
}
std::string name_term(TenantId tenant, std::string_view poc_name) {
  return tenant_scoped('N', tenant, text::folded(text::trimmed(poc_name)));
}
std::string word_term(TenantId tenant, std::string_view word) {
  return tenant_scoped('W', tenant, word);
}
std::string gallery_word_term(std::string_view word) {
  return "G" + std::string(word);
}
std::string overlay_term() {
  return "O";
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

std::string year_of(std::string_view time_key) {
  CHECK(time_key.size() >= 8, "the index is written by to_document alone");
  std::uint64_t ticks = 0;
  for (std::size_t i = 0; i < 8; ++i) ticks = ticks << 8 | static_cast<unsigned char>(time_key[i]);
  const Timestamp time{
      std::chrono::microseconds(static_cast<std::int64_t>(ticks ^ (std::uint64_t{1} << 63)))};
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(time)};
  return fmt::format("{:04}", static_cast<int>(date.year()));
}

Xapian::Document to_document(const Poc& poc) {
  Xapian::Document document;
  add_filters(document, poc);
  add_values(document, poc);
  const auto& content = poc.content;
  add_words(document, poc, content.name, name_weight);
  add_words(document, poc, content.description.value_or(""), description_weight);
  add_words(document, poc, content.language.value_or(""), other_weight);
  for (const auto& tag : content.tags) add_words(document, poc, tag, other_weight);
  for (const auto& framework : content.frameworks) add_words(document, poc, framework, other_weight);

  std::string data = raw_id(poc.id.uuid);
  append_length_prefixed(data, content.name);
  append_length_prefixed(data, content.description.value_or(""));
  document.set_data(data);
  return document;
}

ShownText shown_text(const Xapian::Document& document) {
  const std::string data = document.get_data();
  std::string_view rest = std::string_view(data).substr(id_bytes);
  ShownText shown;
  shown.name = take_length_prefixed(rest);
  shown.description = take_length_prefixed(rest);
  shown.language = document.get_value(Slot::language);
  shown.tags = document.get_value(Slot::tags);
  shown.frameworks = document.get_value(Slot::frameworks);
  return shown;
}

PocId id_of(const Xapian::Document& document) {
  const std::string data = document.get_data();
  CHECK(data.size() >= id_bytes, "the index is written by to_document alone");
  PocId id;
  std::copy_n(data.begin(), id_bytes, id.uuid.bytes.begin());
  return id;
}

}  // namespace mrbill::catalog::schema
