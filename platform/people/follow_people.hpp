// The loop of a worker that follows what auth tells of people, and keeps it. Harmless when an event comes
// twice or late: versions decide. At the first start, and when the bus lost events, it asks for everybody.
//
//   people::KnownPeople known{database, "orchard", clock, random};
//   people::Memberships memberships{database, &end_with_membership};
//   people::FollowPeople follow{source, known, memberships, {.service = "orchard", .member = host.member()}};
//   host.run("people", follow);
#pragma once

#include <cstdint>
#include <string>

#include <events/bus.hpp>
#include <people/known_people.hpp>
#include <people/memberships.hpp>

namespace mrbill::people {

enum class Follow : std::uint8_t { people, people_and_companies };

struct FollowOptions {
  std::string service;  // its group is SERVICE-people
  std::string member;   // unique per process
  Follow follow = Follow::people;
};

class FollowPeople {
 public:
  FollowPeople(events::EventSource& source, KnownPeople& people, Memberships& memberships,
               FollowOptions options)
      : source_(source), people_(people), memberships_(memberships), options_(std::move(options)) {}
  [[nodiscard]] Task<> run();  // until stop()
  void stop() { source_.stop(); }

 private:
  [[nodiscard]] Task<> meet(std::string bus_life);
  [[nodiscard]] Task<events::Verdict> take(events::Event event);
  [[nodiscard]] Task<> learn(Told told);
  events::EventSource& source_;
  KnownPeople& people_;
  Memberships& memberships_;
  FollowOptions options_;
};

}  // namespace mrbill::people
