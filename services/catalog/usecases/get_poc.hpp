// A person looks at one POC.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/poc_store.hpp"

namespace mrbill::catalog {

enum class GetPocError : std::uint8_t {
  poc_not_found,  // unknown, foreign, private of another, or deleted: all the same
};

class GetPoc {
 public:
  explicit GetPoc(PocStore& store) : store_(store) {}
  [[nodiscard]] Task<Result<Poc, GetPocError>> operator()(Caller caller, PocId id);

 private:
  PocStore& store_;
};

}  // namespace mrbill::catalog
