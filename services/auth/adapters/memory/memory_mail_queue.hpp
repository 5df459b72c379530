#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "adapters/memory/memory_people.hpp"
#include "ports/mail_queue.hpp"

namespace mrbill::auth {

class MemoryMailQueue final : public MailQueue {
 public:
  explicit MemoryMailQueue(MemoryPeople& people) : people_(people) {}

  Task<std::vector<QueuedMail>> take(Timestamp now, int max) override {
    std::vector<QueuedMail> due;
    for (auto& mail : mails) {
      auto& not_before = not_before_[mail.id];
      if (not_before > now || due.size() == static_cast<std::size_t>(max)) continue;
      const auto held = std::chrono::seconds(5) * (std::int64_t{1} << std::min(mail.attempts, 20));
      not_before = now + std::min<std::chrono::seconds>(std::chrono::hours(1), held);
      ++mail.attempts;
      due.push_back(mail);
    }
    co_return due;
  }
  Task<std::optional<Addressee>> addressee(EmailAddress email) override {
    const auto* user = people_.of_address(email);
    if (user == nullptr) co_return std::nullopt;
    const auto& person = user->person;
    co_return Addressee{person.id, person.full_name, person.locale, person.verified};
  }
  Task<std::optional<Invited>> invited(InvitationId, Timestamp) override { co_return invitation; }
  Task<> add_link(NewLink link) override {
    const auto same = [&](const auto& known) { return known.second.second.id == link.id; };
    added.push_back(link);
    if (std::ranges::any_of(people_.links, same)) co_return;
    const EmailLink kept{link.id, link.user, link.expires_at, std::nullopt};
    people_.links.emplace_back(link.token_hash, std::pair(link.purpose, kept));
  }
  Task<std::optional<Timestamp>> admit(QueuedMail mail, Allowance allowance, Timestamp now) override {
    if (admitted_.contains(mail.id)) co_return std::nullopt;
    auto& tally = tallies_[{mail.recipient.text(), mail.kind}];
    if (const auto until = next_mail(tally, allowance, now)) co_return until;
    tally = raised(tally, allowance.each, now);
    admitted_.insert(mail.id);
    co_return std::nullopt;
  }
  Task<> postpone(LinkId id, Timestamp until) override {
    not_before_[id] = until;
    for (auto& mail : mails)
      if (mail.id == id) mail.attempts = 0;
    co_return;
  }
  Task<> done(LinkId id) override {
    std::erase_if(mails, [&](const auto& mail) { return mail.id == id; });
    co_return;
  }

  std::vector<QueuedMail> mails;
  std::optional<Invited> invitation;  // what any open one says
  std::vector<NewLink> added;

 private:
  MemoryPeople& people_;
  std::map<std::pair<std::string, MailKind>, Tally> tallies_;
  std::set<LinkId> admitted_;
  std::map<LinkId, Timestamp> not_before_;
};

}  // namespace mrbill::auth
