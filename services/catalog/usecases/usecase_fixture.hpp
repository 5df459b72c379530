// What the tests of use cases stand on: two people of one tenant, a stranger, a clock that stands still, the
// catalogue in memory.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <testing/manual_clock.hpp>
#include <testing/run.hpp>
#include <testing/seeded_random.hpp>

#include "adapters/memory/memory_catalog.hpp"
#include "usecases/register_poc.hpp"

namespace mrbill::catalog {

class UseCaseTest : public ::testing::Test {
 protected:
  Uuid id() { return new_uuid(clock, random); }
  Poc registered(const Caller& caller, PocDraft draft) {
    RegisterPoc register_poc(catalog, catalog, clock, random);
    return testing::run(register_poc(caller, std::move(draft), std::nullopt)).value();
  }

  testing::ManualClock clock;
  testing::SeededRandom random;
  MemoryCatalog catalog;
  Caller ana{TenantId{id()}, UserId{id()}, {}};
  Caller ben{ana.tenant, UserId{id()}, {}};
  Caller stranger{TenantId{id()}, UserId{id()}, {}};
};

}  // namespace mrbill::catalog
