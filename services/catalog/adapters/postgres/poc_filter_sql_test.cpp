#include "adapters/postgres/poc_filter_sql.hpp"

#include <set>

#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

std::vector<PocFilter> every_kind_of_filter() {
  std::vector<PocFilter> filters;
  for (std::size_t kind = 0; kind < FilterShape::count; ++kind) {
    PocFilter filter{.scope = kind % 2 == 0 ? Scope::mine : Scope::tenant};
    if (kind / 2 % 3 != 0) filter.favorite = kind / 2 % 3 == 1;
    const auto given = kind / 6;
    if (given & 1U) filter.languages = {"C++", "Go"};
    if (given & 2U) filter.tags = {"demo", "kafka"};
    if (given & 4U) filter.frameworks = {"Boost"};
    if (given & 8U) filter.created_from = Timestamp{};
    if (given & 16U) filter.created_before = Timestamp{};
    if (given & 32U) filter.deleted_since = Timestamp{};
    filters.push_back(std::move(filter));
  }
  return filters;
}

TEST(FilterShape, tells_every_kind_of_filter_from_every_other) {
  std::set<std::size_t> indexes;
  std::set<std::string> names;
  std::set<std::string> texts;
  for (const auto& filter : every_kind_of_filter()) {
    const FilterShape shape(filter);
    EXPECT_LT(shape.index(), FilterShape::count);
    indexes.insert(shape.index());
    names.insert(shape.name());
    texts.insert(shape.where());
  }
  EXPECT_EQ(indexes.size(), FilterShape::count);
  EXPECT_EQ(names.size(), FilterShape::count);
  EXPECT_EQ(texts.size(), FilterShape::count);
}

TEST(FilterShape, names_each_parameter_that_comes_along_and_no_other) {
  for (const auto& filter : every_kind_of_filter()) {
    const FilterShape shape(filter);
    const auto arguments = filter_arguments(Caller{}, filter);
    EXPECT_EQ(static_cast<int>(arguments.size()), shape.parameters());
    const auto where = shape.where();
    for (int parameter = 3; parameter <= shape.parameters(); ++parameter)
      EXPECT_NE(where.find("$" + std::to_string(parameter)), std::string::npos) << where;
    EXPECT_EQ(where.find("$" + std::to_string(shape.parameters() + 1)), std::string::npos) << where;
  }
}

}  // namespace
}  // namespace mrbill::catalog
