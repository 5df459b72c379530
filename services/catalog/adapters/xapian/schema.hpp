// How a POC lies in the index: the terms, the value slots and the document's data, in one place for writer
// and reader.
//
// Every term carries its audience: everybody of a tenant, or one person. So a search walks the lists of what
// its caller may see, ranks by their frequencies and corrects typos by their words, and nothing else can be
// told from its answer. Words of public POCs are kept once more without a tenant, for the gallery.
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

// Who may read a POC: everybody of its tenant, or its creator alone.
class Audience {
 public:
  [[nodiscard]] static Audience everybody(TenantId tenant);
  [[nodiscard]] static Audience alone(TenantId tenant, UserId user);
  [[nodiscard]] static Audience of(const Poc& poc);
  [[nodiscard]] bool is_everybody() const { return key_.front() == '+'; }
  [[nodiscard]] const std::string& key() const { return key_; }  // no key begins another

 private:
  explicit Audience(std::string key) : key_(std::move(key)) {}
  std::string key_;
};

[[nodiscard]] std::string id_term(PocId id);
[[nodiscard]] std::string tenant_term(TenantId tenant);
[[nodiscard]] std::string creator_term(TenantId tenant, UserId user);
[[nodiscard]] std::string audience_term(const Audience& audience);  // on all of its POCs
[[nodiscard]] std::string language_term(const Audience& audience, std::string_view language);
[[nodiscard]] std::string tag_term(const Audience& audience, std::string_view tag);
[[nodiscard]] std::string framework_term(const Audience& audience, std::string_view framework);
// The whole name, whatever stands between its words.
[[nodiscard]] std::string name_term(const Audience& audience, std::string_view poc_name);
// With an empty word: the prefix of all the audience's words. Neighbours written as one are words that count
// nothing (a within-document frequency of 0).
[[nodiscard]] std::string word_term(const Audience& audience, std::string_view word);
// On documents with a plural of the word. Apart from the words: what is made up neither completes nor
// corrects anything.
[[nodiscard]] std::string singular_term(const Audience& audience, std::string_view word);
[[nodiscard]] std::string gallery_word_term(std::string_view word);

// Sort keys, each total.
[[nodiscard]] std::string time_sort_key(Timestamp time, PocId id);
[[nodiscard]] std::string text_sort_key(std::string_view text, PocId id);  // of a name, of a language

// Big-endian with the sign flipped: bytes sort as the times do.
[[nodiscard]] std::string time_key(Timestamp time);
// The year, in UTC, of a key that begins with a time's.
[[nodiscard]] std::string year_of(std::string_view time_key);
[[nodiscard]] Timestamp time_of(std::string_view time_key);

[[nodiscard]] Xapian::Document to_document(const Poc& poc);

// What reads documents throws MalformedDocument where one is not as to_document() writes them.

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
// What ties the index to the store (IndexMarks).
inline constexpr const char* marks_key = "marks";
// The form of the documents: whoever changes to_document() counts the form up, and indexes of another form
// are built anew.
inline constexpr const char* form_key = "form";
inline constexpr const char* form = "4";

}  // namespace mrbill::catalog::schema
