#include "adapters/xapian/query_builder.hpp"

#include "adapters/xapian/schema.hpp"

namespace mrbill::catalog {

namespace {

using Xapian::Query;

Query any_id(const std::vector<PocId>& ids) {
  std::vector<std::string> terms;
  for (const auto& id : ids) terms.push_back(schema::id_term(id));
  return {Query::OP_OR, terms.begin(), terms.end()};
}

// A term of any audience.
template <class TermOf>
Query for_any(const Caller& caller, TermOf term_of) {
  std::vector<std::string> terms;
  for (const auto& audience : audiences_of(caller)) terms.push_back(term_of(audience));
  return {Query::OP_OR, terms.begin(), terms.end()};
}

}  // namespace

std::vector<schema::Audience> audiences_of(const Caller& caller) {
  return {schema::Audience::everybody(caller.tenant), schema::Audience::alone(caller.tenant, caller.user)};
}

Query visibility_query(const SearchRequest& request) {
  const auto& caller = request.caller;
  if (request.filter.scope == Scope::mine) return Query(schema::creator_term(caller.tenant, caller.user));
  return for_any(caller, schema::audience_term);
}

Query filter_query(const SearchRequest& request, const PocFilter& filter) {
  std::vector<Query> all{visibility_query(request)};
  const auto demand_any_of = [&](auto term_of, const std::vector<std::string>& values) {
    std::vector<Query> some;
    for (const auto& value : values)
      some.push_back(for_any(request.caller, [&](const auto& audience) { return term_of(audience, value); }));
    all.emplace_back(Query::OP_OR, some.begin(), some.end());
  };
  if (!filter.languages.empty()) demand_any_of(schema::language_term, filter.languages);
  for (const auto& tag : filter.tags) demand_any_of(schema::tag_term, {tag});
  if (!filter.frameworks.empty()) demand_any_of(schema::framework_term, filter.frameworks);
  if (filter.created_from) {
    all.emplace_back(Query::OP_VALUE_GE, schema::Slot::created_at, schema::time_key(*filter.created_from));
  }
  if (filter.created_before) {
    const Query late(Query::OP_VALUE_GE, schema::Slot::created_at, schema::time_key(*filter.created_before));
    all.push_back(Query(Query::OP_AND_NOT, Query::MatchAll, late));
  }
  if (request.only) all.push_back(any_id(*request.only));
  const Query allowed(Query::OP_AND, all.begin(), all.end());
  if (request.without.empty()) return allowed;
  return {Query::OP_AND_NOT, allowed, any_id(request.without)};
}

}  // namespace mrbill::catalog
