// What a caller may see of one database: the documents of their audiences without those that are stale. All
// that a search knows of words, documents and frequencies comes through here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "adapters/xapian/budget.hpp"
#include "adapters/xapian/schema.hpp"

namespace mrbill::catalog {

// How much of a word a document holds.
struct Posting {
  Xapian::docid id = 0;
  Xapian::termcount times = 0;  // weighted by field; 0 where it is neighbours written as one
  double length = 0;            // of the document, in the same measure
};
using Postings = std::vector<Posting>;  // by ascending id

class View {
 public:
  View(Xapian::Database database, std::vector<schema::Audience> audiences, const std::vector<PocId>& stale,
       const Budget& budget);

  [[nodiscard]] const Xapian::Database& database() const { return database_; }
  [[nodiscard]] const std::vector<schema::Audience>& audiences() const { return audiences_; }
  [[nodiscard]] const Budget& budget() const { return budget_; }

  [[nodiscard]] std::int64_t size() const;  // documents
  // Documents with any of the words, as if they were one.
  [[nodiscard]] Postings with_any(const std::vector<std::string>& words) const;
  // Documents with a plural of the word, or one of these singulars.
  [[nodiscard]] Postings with_number(std::string_view word, const std::vector<std::string>& singulars) const;
  // Documents with any word that begins with this one, itself left out; the words are added.
  [[nodiscard]] Postings with_beginning(std::string_view word, std::vector<std::string>& words) const;
  [[nodiscard]] std::vector<Xapian::docid> with_name(std::string_view name) const;
  [[nodiscard]] std::int64_t frequency(std::string_view word) const;

  // Words that differ by 1 to `max` letters, with the difference. What only stale documents say may be
  // among them.
  void add_near(std::string_view word, std::size_t max, std::map<std::string, std::size_t>& words) const;

 private:
  void add_postings(const schema::Audience& audience, const std::string& term, Postings& postings) const;
  void add_near_of(const schema::Audience& audience, std::string_view word, std::size_t max,
                   std::map<std::string, std::size_t>& words) const;
  [[nodiscard]] std::int64_t count(const std::string& term) const;
  [[nodiscard]] bool is_stale(Xapian::docid id) const;

  Xapian::Database database_;
  std::vector<schema::Audience> audiences_;
  std::vector<Xapian::docid> stale_;  // ascending, each once
  const Budget& budget_;
};

}  // namespace mrbill::catalog
