// How a POC lies in the index: the terms, the value slots and the document's data, in one place for writer
// and reader.
//
// Words are kept once per tenant, so that a tenant's search touches its own lists only, ranks by its own
// frequencies and corrects typos by its own vocabulary; words of public POCs are kept once more without a
// tenant, for the gallery.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <xapian.h>

#include "domain/poc.hpp"

namespace mrbill::catalog::schema {

// Slots. Each sort key ends in the POC's id, so that every order is total and paging stable.
enum Slot : Xapian::valueno {
  created_at = 0,
  updated_at = 1,
  name = 2,
  language = 3,
  tags = 4,
  frameworks = 5
};

// What separates the values of a list in a slot; no tag or framework may hold a control character.
inline constexpr char list_separator = '\x1f';

[[nodiscard]] std::string id_term(PocId id);
[[nodiscard]] std::string tenant_term(TenantId tenant);
[[nodiscard]] std::string creator_term(TenantId tenant, UserId user);
[[nodiscard]] std::string public_term(TenantId tenant);
[[nodiscard]] std::string language_term(TenantId tenant, std::string_view language);
[[nodiscard]] std::string tag_term(TenantId tenant, std::string_view tag);
[[nodiscard]] std::string framework_term(TenantId tenant, std::string_view framework);
[[nodiscard]] std::string name_term(TenantId tenant, std::string_view poc_name);  // the whole name, folded
// With an empty word: the prefix of all the tenant's words.
[[nodiscard]] std::string word_term(TenantId tenant, std::string_view word);
[[nodiscard]] std::string gallery_word_term(std::string_view word);
// Marks documents of an overlay (see overlay.hpp).
[[nodiscard]] std::string overlay_term();

// Big-endian with the sign flipped: bytes sort as the times do.
[[nodiscard]] std::string time_key(Timestamp time);
// The year, in UTC, of a key that begins with a time's.
[[nodiscard]] std::string year_of(std::string_view time_key);

[[nodiscard]] Xapian::Document to_document(const Poc& poc);

// What highlights are cut from.
struct ShownText {
  std::string name;
  std::string description;
  std::string language;
  std::string tags;  // joined by list_separator
  std::string frameworks;
};
[[nodiscard]] ShownText shown_text(const Xapian::Document& document);
[[nodiscard]] PocId id_of(const Xapian::Document& document);

// Metadata: the tenant's change_seq up to which the index is complete.
[[nodiscard]] std::string watermark_key(TenantId tenant);

}  // namespace mrbill::catalog::schema
