#include "usecases/update_me.hpp"

#include <locales/languages.hpp>
#include <text/shown.hpp>

namespace mrbill::auth {
namespace {

// Most often a change whose answer was lost, sent again: it is answered as done (docs/adr/0045).
bool says(const Person& person, const PersonChange& change) {
  return change.full_name.value_or(person.full_name) == person.full_name &&
         change.locale.value_or(person.locale) == person.locale &&
         change.time_zone.value_or(person.time_zone) == person.time_zone;
}

}  // namespace

Task<Result<Me, UpdateRefusal>> UpdateMe::operator()(Caller caller, PersonChange change,
                                                     ExpectedVersion version) {
  if (change.full_name) change.full_name = text::tidy_line(*change.full_name);
  if (change.locale) change.locale = locales::canonical_tag(*change.locale).value_or(*change.locale);
  auto updated = co_await accounts_.update(caller, change, std::move(version), clock_.now());
  if (!updated && updated.error() == UpdateRefusal::stale) {
    auto person = co_await accounts_.find(caller.user);
    if (person && says(*person, change)) updated = *std::move(person);
  }
  CO_TRY(auto person, std::move(updated));
  auto memberships = co_await memberships_.of_person(caller.user);
  co_return Me{std::move(person), std::move(memberships)};
}

}  // namespace mrbill::auth
