#include "usecases/get_poc.hpp"

#include "usecases/visibility.hpp"

namespace mrbill::catalog {

Task<Result<Poc, GetPocError>> GetPoc::operator()(Caller caller, PocId id) {
  auto poc = co_await store_.find(caller, id);
  co_return visible<GetPocError>(caller, std::move(poc));
}

}  // namespace mrbill::catalog
