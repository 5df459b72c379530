// Xapian's errors are no std::exception: every use of Xapian goes through one of these two, which say what an
// error means.
#pragma once

#include <new>
#include <stdexcept>
#include <string>

#include <xapian.h>

#include "ports/poc_index.hpp"
#include "ports/poc_search.hpp"

namespace mrbill::catalog {

// What lies in the index is not what to_document() writes.
class MalformedDocument : public std::runtime_error {
 public:
  MalformedDocument() : std::runtime_error("a document of the index is not as it was written") {}
};

[[nodiscard]] inline std::string words_of(const Xapian::Error& error) {
  return error.get_type() + (": " + error.get_msg());
}

// For the writer: throws IndexDamaged, IndexTaken, IndexUnusable, or std::runtime_error where it is our call
// that was wrong.
template <class F>
auto for_writer(F use) -> std::invoke_result_t<F> {
  try {
    return use();
  } catch (const Xapian::DatabaseLockError& error) {
    throw IndexTaken(words_of(error));
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw IndexDamaged(words_of(error));
  } catch (const Xapian::DatabaseVersionError& error) {
    throw IndexDamaged(words_of(error));
  } catch (const Xapian::DocNotFoundError& error) {
    throw IndexDamaged(words_of(error));
  } catch (const Xapian::DatabaseError& error) {
    throw IndexUnusable(words_of(error));
  } catch (const Xapian::Error& error) {
    throw std::runtime_error(words_of(error));
  }
}

// For readers: throws SearchUnavailable, after damaged() where nothing but damage explains it. Xapian trusts
// the lengths that it reads, so that damage shows as a text too long or out of range as well.
// DatabaseModifiedError goes through.
template <class F, class Damaged>
auto for_reader(F use, Damaged damaged) -> std::invoke_result_t<F> {
  try {
    return use();
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::DatabaseOpeningError& error) {
    throw SearchUnavailable(words_of(error));
  } catch (const Xapian::InvalidArgumentError& error) {
    throw std::runtime_error(words_of(error));  // our call was wrong
  } catch (const Xapian::Error& error) {
    damaged();
    throw SearchUnavailable(words_of(error));
  } catch (const MalformedDocument& malformed) {
    damaged();
    throw SearchUnavailable(malformed.what());
  } catch (const std::logic_error& odd) {
    throw SearchUnavailable(odd.what());
  } catch (const std::bad_alloc& odd) {
    throw SearchUnavailable(odd.what());
  }
}

}  // namespace mrbill::catalog
