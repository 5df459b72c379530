#include "usecases/change_pocs.hpp"

#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "domain/poc_rules.hpp"
#include "usecases/moment.hpp"
#include "usecases/refused_key.hpp"
#include "usecases/visibility.hpp"

namespace mrbill::catalog {
namespace {

bool is_of_tags(BulkAction action) {
  return action == BulkAction::add_tags || action == BulkAction::remove_tags;
}

FieldErrors faults_of(const BulkRequest& request) {
  FieldErrors errors;
  if (is_of_tags(request.action) && request.tags.empty())
    errors.push_back({"/tags", "too_few", "must have at least 1 item", 1});
  if (!is_of_tags(request.action) && !request.tags.empty())
    errors.push_back({"/tags", "combination", "must come with addTags or removeTags alone"});
  std::set<PocId> seen;
  for (std::size_t i = 0; i < request.pocs.size(); ++i) {
    if (!seen.insert(request.pocs[i].poc_id).second)
      errors.push_back({fmt::format("/pocs/{}/pocId", i), "repeated", "must be there only once"});
  }
  return errors;
}

// The tags by the rules of every POC's.
Result<BulkChange, FieldErrors> checked(const BulkRequest& request) {
  auto errors = faults_of(request);
  auto content = check({.name = "tags", .tags = request.tags});
  if (!content) std::ranges::move(content.error(), std::back_inserter(errors));
  if (!errors.empty()) return fail(std::move(errors));
  return BulkChange{request.action, std::move(content->tags)};
}

std::vector<PocId> ids_at(const std::vector<SeenPoc>& pocs, const std::vector<std::size_t>& places) {
  std::vector<PocId> ids;
  ids.reserve(places.size());
  for (const auto place : places) ids.push_back(pocs[place].poc_id);
  return ids;
}

}  // namespace

struct ChangePocs::Work {
  Caller caller;
  BulkChange change;
  std::vector<SeenPoc> pocs;
  std::vector<BulkAnswer> answers;
  // What is to be written, by the places in the request: of each creator together.
  std::map<UserId, std::vector<std::pair<std::size_t, Poc>>> news = {};
  std::vector<std::size_t> moved_on = {};  // whose rows had, when they were written
};

Task<> ChangePocs::look(Work& work, std::vector<std::size_t> places) {
  work.news.clear();
  auto found = co_await store_.find_all(work.caller, ids_at(work.pocs, places));
  std::unordered_map<PocId, Poc> by_id;
  for (auto& poc : found) by_id.emplace(poc.id, std::move(poc));
  const auto now = millisecond_now(clock_);
  for (const auto place : places) {
    const auto known = by_id.find(work.pocs[place].poc_id);
    auto poc = known == by_id.end() ? std::nullopt : std::optional(std::move(known->second));
    auto made = made_of(work.change, work.caller, std::move(poc), work.pocs[place].version, now);
    if (!made) {
      work.answers[place] = fail(made.error());
    } else if (!made->is_news) {
      work.answers[place] = made->poc.change_seq;
    } else {
      work.answers[place] = fail(BulkRefusal::stale);  // until it is written
      work.news[made->poc.creator].emplace_back(place, std::move(made->poc));
    }
  }
}

Task<Result<void, KeyConflict>> ChangePocs::write(Work& work, UserId creator,
                                                  std::optional<IdempotencyKey> key) {
  auto news = std::exchange(work.news[creator], {});
  if (news.empty() && !key) co_return Result<void, KeyConflict>{};
  auto in_whose_name = work.caller;
  in_whose_name.user = creator;
  std::vector<Poc> pocs;
  pocs.reserve(news.size());
  for (auto& [place, poc] : news) pocs.push_back(std::move(poc));
  auto written = co_await writer_.update_all(std::move(in_whose_name), std::move(pocs),
                                             kind_of(work.change.action), std::move(key));
  if (!written) co_return fail(written.error());
  for (std::size_t i = 0; i < news.size(); ++i) {
    const auto place = news[i].first;
    if (written->versions[i])
      work.answers[place] = *written->versions[i];
    else
      work.moved_on.push_back(place);
  }
  co_return Result<void, KeyConflict>{};
}

Task<Result<std::vector<BulkAnswer>, ChangePocsError>> ChangePocs::operator()(
    Caller caller, BulkRequest request, std::optional<IdempotencyKey> key) {
  auto change = checked(request);
  if (!change) co_return fail(ChangePocsError{ChangePocsError::invalid_request, std::move(change).error()});
  std::vector<BulkAnswer> answers(request.pocs.size(), fail(BulkRefusal::poc_not_found));
  Work work{std::move(caller), *std::move(change), std::move(request.pocs), std::move(answers)};
  std::vector<std::size_t> all(work.pocs.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  co_await look(work, std::move(all));
  const auto own = co_await write(work, work.caller.user, std::move(key));
  if (!own) co_return fail(refused_key<ChangePocsError>(own.error()));
  std::vector<UserId> others;
  for (const auto& [creator, news] : work.news) others.push_back(creator);
  for (const auto creator : others) static_cast<void>(co_await write(work, creator, std::nullopt));
  // Somebody was faster, perhaps this very change; what is not so by now is stale.
  if (!work.moved_on.empty()) co_await look(work, std::exchange(work.moved_on, {}));
  co_return std::move(work.answers);
}

}  // namespace mrbill::catalog
