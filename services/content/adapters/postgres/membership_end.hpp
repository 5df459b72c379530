// What ends here with somebody's membership of a company.
#pragma once

#include <jobs/jobs.hpp>
#include <people/memberships.hpp>

namespace mrbill::content {

// Why something is not made any more; domain/failure_text has the words.
inline const jobs::Failure membership_ended{"membership_ended", ""};

// What was made for the person there, now and by schedule; of who was removed the links to their films as
// well, of who left they are the company's. As the worker's role.
[[nodiscard]] Task<> end_with_membership(postgres::Transaction& transaction, people::ToldMembership over);

}  // namespace mrbill::content
