// What ends here with somebody's membership of a company.
#pragma once

#include <jobs/jobs.hpp>
#include <people/memberships.hpp>

namespace mrbill::catalog {

// Why an import has ended.
inline const jobs::Failure membership_ended{
    "membership_ended",
    "It stopped because its owner is not of this company any more. What was taken in until then stays."};

// Whatever was running for the person there, which says why; and their saved searches. As the worker's role.
[[nodiscard]] Task<> end_with_membership(postgres::Transaction& transaction, people::ToldMembership over);

}  // namespace mrbill::catalog
