#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <async/deadline.hpp>
#include <host/host.hpp>
#include <http/admission.hpp>
#include <testing/run.hpp>

namespace mrbill::host {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;

class FakeShard final : public http::Shard {
 public:
  [[nodiscard]] asio::io_context& io() override { return io_; }
  [[nodiscard]] unsigned index() const override { return 0; }
  [[nodiscard]] bool retiring() const override { return false; }
  void mount(std::vector<http::Route>) override {}
  void mount_internal(std::vector<http::Route>) override {}
  void authenticate_with(std::shared_ptr<http::Authenticator>) override {}
  void admit_with(std::vector<http::AdmissionClass>) override {}
  void gate_with(http::Gate, http::GateStage) override {}
  void ready_when(std::string name, std::function<bool()>) override { checks.push_back(std::move(name)); }
  void on_shutdown(std::function<Task<>()> action) override { shut_down = std::move(action); }
  void keep(std::shared_ptr<void>) override {}

  std::vector<std::string> checks;
  std::function<Task<>()> shut_down;

 private:
  asio::io_context io_;
};

class HostTest : public ::testing::Test {
 protected:
  // Goes on for as many turns after it was stopped.
  struct Loop {
    std::string name;
    int turns_left = 0;
    std::vector<std::string>& log;
    bool stopped = false;

    Task<> run() {
      log.push_back(name + " runs");
      while (!stopped || turns_left-- > 0) co_await sleep_for(1ms);
      log.push_back(name + " ends");
    }
    void stop() { stopped = true; }
  };
  void end() { mrbill::testing::run(shard.io(), shard.shut_down()); }

  FakeShard shard;
  metrics::Registry registry;
  SystemClock clock;
  Host host{shard, "worker-1", registry, clock};
  std::vector<std::string> log;
};

TEST_F(HostTest, runs_its_loops_and_waits_for_their_ends_before_what_comes_last) {
  Loop quick{"quick", 0, log};
  Loop slow{"slow", 20, log};
  host.at_end([this] { log.push_back("commit"); });
  host.at_end([this] { log.push_back("close"); });
  host.run("quick", quick);
  host.run("slow", slow);
  end();
  EXPECT_THAT(log, ElementsAre("quick runs", "slow runs", "quick ends", "slow ends", "commit", "close"));
}

TEST_F(HostTest, does_not_wait_for_what_may_be_cut_off) {
  Loop endless{"endless", 1'000'000, log};
  host.run("endless", endless, AtStop::cut_off);
  end();
  EXPECT_TRUE(endless.stopped);
  EXPECT_THAT(log, ElementsAre("endless runs"));
}

TEST_F(HostTest, waits_for_no_loop_that_has_failed_or_ended_before) {
  const auto fail = []() -> Task<> {
    co_await sleep_for(0ms);
    throw std::runtime_error("no room");
  };
  int stops = 0;
  host.run("failing", fail(), [&] { ++stops; });
  host.run("short", []() -> Task<> { co_return; }(), [&] { ++stops; });
  shard.io().run();
  shard.io().restart();
  end();
  EXPECT_EQ(stops, 2);
}

TEST_F(HostTest, hands_on_when_it_is_ready) {
  host.ready_when("database", [] { return true; });
  EXPECT_THAT(shard.checks, ElementsAre("database"));
}

}  // namespace
}  // namespace mrbill::host
