// ProgressFeed over NOTIFY: triggers tell of every change, on `content` by the request's id, on
// `content_people` by the person's.
#pragma once

#include <list>
#include <memory>
#include <string>
#include <string_view>

#include <postgres/database.hpp>

#include "ports/progress_feed.hpp"

namespace mrbill::content {

class PostgresProgressFeed final : public ProgressFeed {
 public:
  explicit PostgresProgressFeed(postgres::Database& database);
  ~PostgresProgressFeed() override;
  std::unique_ptr<Watch> watch(RequestId id) override;
  std::unique_ptr<Watch> watch(UserId person) override;

 private:
  [[nodiscard]] std::unique_ptr<Watch> watch_for(std::string id);
  struct State;
  std::shared_ptr<State> state_;  // shared with the watches, which may outlive the feed
};

}  // namespace mrbill::content
