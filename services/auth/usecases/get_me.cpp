#include "usecases/get_me.hpp"

namespace mrbill::auth {

Task<std::optional<Me>> GetMe::operator()(Caller caller) {
  auto person = co_await accounts_.find(caller.user);
  if (!person) co_return std::nullopt;
  auto belongings = co_await belongings_.of_person(caller.user);
  co_return Me{*std::move(person), std::move(belongings)};
}

}  // namespace mrbill::auth
