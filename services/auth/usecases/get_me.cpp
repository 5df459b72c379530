#include "usecases/get_me.hpp"

namespace mrbill::auth {

Task<std::optional<Me>> GetMe::operator()(Caller caller) {
  auto person = co_await accounts_.find(caller.user);
  if (!person) co_return std::nullopt;
  auto memberships = co_await memberships_.of_person(caller.user);
  co_return Me{*std::move(person), std::move(memberships)};
}

}  // namespace mrbill::auth
