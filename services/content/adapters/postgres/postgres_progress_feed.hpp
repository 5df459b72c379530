// ProgressFeed over NOTIFY: the trigger of content_requests tells of every change.
#pragma once

#include <list>
#include <memory>
#include <string_view>

#include <postgres/database.hpp>

#include "ports/progress_feed.hpp"

namespace mrbill::content {

class PostgresProgressFeed final : public ProgressFeed {
 public:
  explicit PostgresProgressFeed(postgres::Database& database);
  ~PostgresProgressFeed() override;
  std::unique_ptr<Watch> watch(RequestId id) override;

 private:
  struct State;
  std::shared_ptr<State> state_;  // shared with the watches, which may outlive the feed
};

}  // namespace mrbill::content
