#include "usecases/update_me.hpp"

#include <text/shown.hpp>

namespace mrbill::auth {

Task<Result<Me, UpdateRefusal>> UpdateMe::run(Caller caller, PersonChange change, std::int64_t version) {
  if (change.full_name) change.full_name = text::tidy_line(*change.full_name);
  CO_TRY(auto person, co_await accounts_.update(caller, std::move(change), version, clock_.now()));
  auto belongings = co_await members_.of_person(caller.user);
  co_return Me{std::move(person), std::move(belongings)};
}

}  // namespace mrbill::auth
