// mrbill-auth-worker: publishes the outbox, tells of everybody when asked, delivers the mails, clears
// what expired.
#include <memory>
#include <string>
#include <unistd.h>

#include <fmt/format.h>

#include <async/spawn.hpp>
#include <async/work_loop.hpp>
#include <base/random.hpp>
#include <config/program.hpp>
#include <events/outbox.hpp>
#include <events/redis_bus.hpp>
#include <http/server.hpp>
#include <postgres/database.hpp>
#include <redis/client.hpp>

#include "adapters/maildir/maildir_mailer.hpp"
#include "adapters/postgres/census.hpp"
#include "adapters/postgres/keeping.hpp"
#include "adapters/postgres/mail_queue.hpp"
#include "adapters/postgres/notifications.hpp"
#include "config.hpp"
#include "usecases/clear_expired.hpp"
#include "usecases/deliver_mail.hpp"
#include "worker/answer_people_requests.hpp"
#include "worker/follow_notifications.hpp"

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;

constexpr auto mail_pause = 1'000ms;
constexpr auto clearing_pause = 60'000ms;

std::string host_of(const std::string& url) {
  const auto start = url.find("://") == std::string::npos ? 0 : url.find("://") + 3;
  return url.substr(start, url.find_first_of(":/", start) - start);
}

class WorkerShard {
 public:
  WorkerShard(const WorkerConfig& config, http::Shard& shard, metrics::Registry& registry, const Clock& clock)
      : clock_(clock),
        link_tokens_(KeyMaterial{config.common.refresh_secret}.derive("links")),
        database_(shard.io(), {.url = config.database_url, .connections = 4, .name = "auth"}, registry),
        events_(shard.io(), {.url = config.events_url, .timeout = 5s, .name = "events"}, registry),
        bus_(events_, {}),
        relay_(database_, bus_, {}, registry),
        notifications_source_(events_, {}, registry),
        follow_notifications_(notifications_source_, notifications_, member_, config.public_url, clock),
        people_requests_source_(events_, {}, registry),
        mail_queue_(database_, registry),
        mailer_(config.maildir, host_of(config.public_url)),
        deliver_mail_(mail_queue_, mailer_, link_tokens_, config.public_url, clock),
        mails_(
            shard.io(), "mails", mail_pause, [this] { return deliver_mail_.run(); }, registry),
        clearing_(
            shard.io(), "clearing", clearing_pause, [this] { return clear_expired_.run(); }, registry) {}

  void start(http::Shard& shard) {
    database_.listen("mails", [this](std::string_view) { mails_.wake(); });
    spawn(shard.io(), "outbox relay", relay_.run());
    spawn(shard.io(), "mail delivery", mails_.run());
    spawn(shard.io(), "notifications", follow_notifications_.run());
    spawn(shard.io(), "people requests", answer_people_requests_.run());
    spawn(shard.io(), "clearing", clearing_.run());
    shard.ready_when("database", [this] { return database_.connected(); });
    shard.ready_when("events", [this] { return events_.connected(); });
    shard.on_shutdown([this] { return close(); });
  }

 private:
  Task<> close() {
    relay_.stop();
    mails_.stop();
    follow_notifications_.stop();
    answer_people_requests_.stop();
    clearing_.stop();
    co_await notifications_source_.ended();
    co_await people_requests_source_.ended();
    co_await relay_.ended();
  }

  const Clock& clock_;
  SystemRandom random_;
  std::string member_ = fmt::format("auth-worker-{}", ::getpid());
  LinkTokens link_tokens_;
  postgres::Database database_;
  redis::Client events_;
  events::RedisBus bus_;
  events::Relay relay_;
  events::RedisSource notifications_source_;
  PostgresNotifications notifications_{database_};
  FollowNotifications follow_notifications_;
  Happenings happenings_{clock_, random_};
  PostgresCensus census_{database_, happenings_};
  TellOfEverybody tell_of_everybody_{census_};
  events::RedisSource people_requests_source_;
  AnswerPeopleRequests answer_people_requests_{people_requests_source_, tell_of_everybody_, member_};
  PostgresKeeping keeping_{database_};
  PostgresMailQueue mail_queue_;
  MaildirMailer mailer_;
  DeliverMail deliver_mail_;
  ClearExpired clear_expired_{keeping_, clock_};
  WorkLoop mails_;
  WorkLoop clearing_;
};

int serve(const WorkerConfig& config) {
  log::start("auth-worker", config.common.log_level);
  metrics::Registry registry;
  const SystemClock clock;
  const http::ServerOptions options{.service = "auth-worker",
                                    .internal_port = config.internal_port,
                                    .threads = 1,
                                    .serves_api = false,
                                    .deregistration_delay = config.common.deregistration_delay,
                                    .installation_key = config.common.installation_key};
  http::Server server(options, registry, [&](http::Shard& shard) {
    auto parts = std::make_shared<WorkerShard>(config, shard, registry, clock);
    parts->start(shard);
    shard.keep(parts);
  });
  return server.run();
}

}  // namespace
}  // namespace mrbill::auth

int main() {
  return mrbill::config::run_program(mrbill::auth::read_worker_config, mrbill::auth::serve);
}
