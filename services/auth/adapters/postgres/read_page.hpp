// One page of a company's list, by a place in it or by the number of the page.
#pragma once

#include <postgres/database.hpp>

#include "domain/page.hpp"
#include "domain/people.hpp"

namespace mrbill::auth {

// Of the company $1: how many there are; so many ($2) from an offset ($3); so many after a place ($3, $4).
struct ListStatements {
  postgres::Statement count;
  postgres::Statement page;
  postgres::Statement after;
};

// One row more than is asked for tells whether another page follows. `columns` read a row as an Item,
// `key_of` as its place in the order.
template <class Item, class Columns, class KeyOf>
Task<Page<Item>> read_page(postgres::Database& database, Caller caller, PageRequest request,
                           ListStatements list, const Columns& columns, KeyOf key_of) {
  auto transaction = co_await database.begin(postgres::Scope::of(caller.tenant, caller.user));
  const auto count = co_await transaction.query(list.count, caller.tenant);
  postgres::Rows rows;
  if (request.after) {
    rows = co_await transaction.query(list.after, caller.tenant, request.size + 1, request.after->sorted_by,
                                      request.after->id);
  } else {
    rows = co_await transaction.query(list.page, caller.tenant, request.size + 1, request.offset());
  }
  Page<Item> page{.items = columns.template read<Item>(rows),
                  .total = count[0].template get<std::int64_t>(0),
                  .next = std::nullopt};
  if (static_cast<std::int64_t>(page.items.size()) > request.size) {
    page.items.pop_back();
    page.next = key_of(rows[page.items.size() - 1]);
  }
  co_return page;
}

}  // namespace mrbill::auth
