// mrbill-auth-worker: publishes the outbox, tells of everybody when asked, delivers the mails, clears
// what expired.
#include <string>

#include <async/work_loop.hpp>
#include <base/random.hpp>
#include <events/outbox.hpp>
#include <events/redis_bus.hpp>
#include <host/process.hpp>
#include <postgres/database.hpp>
#include <redis/client.hpp>

#include "adapters/maildir/maildir_mailer.hpp"
#include "adapters/postgres/postgres_mail_queue.hpp"
#include "adapters/postgres/postgres_member_republisher.hpp"
#include "adapters/postgres/postgres_notifications.hpp"
#include "adapters/postgres/postgres_retention.hpp"
#include "config.hpp"
#include "usecases/deliver_mail.hpp"
#include "worker/answer_people_requests.hpp"
#include "worker/follow_notifications.hpp"

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;

constexpr auto mail_pause = 1'000ms;
constexpr auto retention_pause = 60'000ms;

std::string host_of(const std::string& url) {
  const auto start = url.find("://") == std::string::npos ? 0 : url.find("://") + 3;
  return url.substr(start, url.find_first_of(":/", start) - start);
}

class WorkerShard {
 public:
  WorkerShard(const WorkerConfig& config, host::Host& host)
      : clock_(host.clock()),
        member_(host.member()),
        link_tokens_(KeyMaterial{config.refresh_secret}.derive("links")),
        database_(host.io(), {.url = config.database_url, .connections = 4, .name = "auth"}, host.registry()),
        events_(host.io(), {.url = config.events_url, .timeout = 5s, .name = "events"}, host.registry()),
        bus_(events_, {}),
        relay_(database_, bus_, {}, host.registry()),
        notifications_source_(events_, {}, host.registry()),
        follow_notifications_(notifications_source_, notifications_, member_, config.public_url, clock_),
        people_requests_source_(events_, {}, host.registry()),
        mail_queue_(database_, host.registry()),
        mailer_(config.maildir, host_of(config.public_url)),
        deliver_mail_(mail_queue_, mailer_, link_tokens_, config.public_url, clock_),
        mails_(
            host.io(), "mails", mail_pause, [this] { return deliver_mail_(); }, host.registry()),
        retention_(
            host.io(), "retention", retention_pause, [this] { return expired_.clear_expired(clock_.now()); },
            host.registry()) {}

  void start(host::Host& host) {
    database_.listen("mails", [this](std::string_view) { mails_.wake(); });
    host.run("outbox relay", relay_);
    host.run("mail delivery", mails_);
    host.run("notifications", follow_notifications_);
    host.run("people requests", answer_people_requests_);
    host.run("retention", retention_);
    host.ready_when("database", [this] { return database_.connected(); });
    host.ready_when("events", [this] { return events_.connected(); });
  }

 private:
  const Clock& clock_;
  SystemRandom random_;
  const std::string member_;
  LinkTokens link_tokens_;
  postgres::Database database_;
  redis::Client events_;
  events::RedisBus bus_;
  events::Relay relay_;
  events::RedisSource notifications_source_;
  PostgresNotifications notifications_{database_};
  FollowNotifications follow_notifications_;
  AuthEvents auth_events_{clock_, random_};
  PostgresMemberRepublisher republisher_{database_, auth_events_};
  RepublishMembers republish_members_{republisher_};
  events::RedisSource people_requests_source_;
  AnswerPeopleRequests answer_people_requests_{people_requests_source_, republish_members_, member_};
  PostgresRetention expired_{database_};
  PostgresMailQueue mail_queue_;
  MaildirMailer mailer_;
  DeliverMail deliver_mail_;
  WorkLoop mails_;
  WorkLoop retention_;
};

}  // namespace
}  // namespace mrbill::auth

int main() {
  return mrbill::host::run_worker<mrbill::auth::WorkerShard>(mrbill::auth::read_worker_config);
}
