#include "usecases/bulk_change.hpp"

#include <algorithm>

#include <base/unreachable.hpp>
#include <text/text.hpp>

#include "domain/poc_rules.hpp"
#include "usecases/visibility.hpp"

namespace mrbill::catalog {
namespace {

using Made = Result<AfterBulk, BulkRefusal>;

Made changeable_now(const Caller& caller, std::optional<Poc> found) {
  if (!may_see(caller, found)) return fail(BulkRefusal::poc_not_found);
  if (!may_change(caller, *found)) return fail(BulkRefusal::not_permitted);
  return AfterBulk{*std::move(found)};
}

// What is said once more is there already; what is taken away goes in whatever spelling.
std::vector<std::string> with_tags(std::vector<std::string> tags, const std::vector<std::string>& more) {
  for (const auto& tag : more)
    if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(tag);
  return tags;
}
std::vector<std::string> without_tags(std::vector<std::string> tags, const std::vector<std::string>& these) {
  std::erase_if(tags, [&](const auto& tag) {
    return std::ranges::any_of(these,
                               [&](const auto& one) { return text::folded(one) == text::folded(tag); });
  });
  return tags;
}

PocContent changed(const BulkChange& change, PocContent content) {
  switch (change.action) {
    case BulkAction::add_tags:
      content.tags = with_tags(std::move(content.tags), change.tags);
      return content;
    case BulkAction::remove_tags:
      content.tags = without_tags(std::move(content.tags), change.tags);
      return content;
    case BulkAction::publish:
      content.is_public = true;
      return content;
    case BulkAction::unpublish:
      content.is_public = false;
      return content;
    case BulkAction::delete_:
    case BulkAction::restore:
      return content;
  }
  unreachable();
}

Made with_content(const BulkChange& change, const Caller& caller, std::optional<Poc> found,
                  std::int64_t version, Timestamp now) {
  TRY(auto made, changeable_now(caller, std::move(found)));
  auto content = changed(change, made.poc.content);
  if (content == made.poc.content) return made;
  if (version != made.poc.change_seq) return fail(BulkRefusal::stale);
  if (content.tags.size() > max_tags) return fail(BulkRefusal::too_many_tags);
  // What somebody left to the company stays public: made private, nobody would see it any more.
  if (!made.poc.owned_by(caller) && !content.is_public) return fail(BulkRefusal::not_permitted);
  made.poc.content = std::move(content);
  made.poc.updated_at = std::max(made.poc.updated_at, now);
  made.is_news = true;
  return made;
}

Made deleted(const Caller& caller, std::optional<Poc> found, std::int64_t version, Timestamp now) {
  if (found && found->deleted_at && found->owned_by(caller)) return AfterBulk{*std::move(found)};
  TRY(auto made, changeable_now(caller, std::move(found)));
  if (version != made.poc.change_seq) return fail(BulkRefusal::stale);
  made.poc.deleted_at = now;
  made.is_news = true;
  return made;
}

Made restored(const Caller& caller, std::optional<Poc> found, std::int64_t version, Timestamp now) {
  const bool is_gone = found && found->deleted_at && found->owned_by(caller);
  if (!is_gone) {
    TRY(auto made, changeable_now(caller, std::move(found)));
    if (!made.poc.owned_by(caller)) return fail(BulkRefusal::not_permitted);
    return made;
  }
  if (*found->deleted_at <= now - restorable_for) return fail(BulkRefusal::poc_not_found);
  if (version != found->change_seq) return fail(BulkRefusal::stale);
  found->deleted_at.reset();
  found->updated_at = std::max(found->updated_at, now);
  return AfterBulk{*std::move(found), true};
}

}  // namespace

Made made_of(const BulkChange& change, const Caller& caller, std::optional<Poc> found, std::int64_t version,
             Timestamp now) {
  switch (change.action) {
    case BulkAction::delete_:
      return deleted(caller, std::move(found), version, now);
    case BulkAction::restore:
      return restored(caller, std::move(found), version, now);
    case BulkAction::add_tags:
    case BulkAction::remove_tags:
    case BulkAction::publish:
    case BulkAction::unpublish:
      return with_content(change, caller, std::move(found), version, now);
  }
  unreachable();
}

Change kind_of(BulkAction action) {
  switch (action) {
    case BulkAction::delete_:
      return Change::deleted;
    case BulkAction::restore:
      return Change::restored;
    case BulkAction::add_tags:
    case BulkAction::remove_tags:
    case BulkAction::publish:
    case BulkAction::unpublish:
      return Change::updated;
  }
  unreachable();
}

}  // namespace mrbill::catalog
