// The Link field (RFC 8288) of paged answers.
//
//   LinkHeader links("/api/v1/pocs", query);          // the query as parse_query gave it
//   links.add("next", {{"cursor", next}}, {"page"});  // replaces cursor, drops page
//   response.headers.add("Link", links.value());      // </api/v1/pocs?language=C%2B%2B&cursor=x>; rel="next"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <http/query.hpp>

namespace mrbill::http {

class LinkHeader {
 public:
  LinkHeader(std::string path, QueryParameters query) : path_(std::move(path)), query_(std::move(query)) {}

  void add(std::string_view relation, const QueryParameters& replaced,
           const std::vector<std::string_view>& dropped = {});
  [[nodiscard]] const std::string& value() const { return value_; }  // empty without links

 private:
  std::string path_;
  QueryParameters query_;
  std::string value_;
};

}  // namespace mrbill::http
