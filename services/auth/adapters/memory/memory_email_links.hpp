#pragma once

#include <algorithm>

#include "adapters/memory/memory_people.hpp"
#include "ports/email_links.hpp"

namespace mrbill::auth {

class MemoryEmailLinks final : public EmailLinks {
 public:
  explicit MemoryEmailLinks(MemoryPeople& people) : people_(people) {}

  Task<> request(LinkId mail, LinkPurpose purpose, EmailAddress email, Timestamp) override {
    const auto kind =
        purpose == LinkPurpose::verify_email ? MailKind::verify_email : MailKind::reset_password;
    people_.mails.push_back({mail, kind, std::move(email)});
    co_return;
  }

  Task<std::optional<EmailLink>> find(Sha256 token_hash, LinkPurpose purpose) override {
    for (const auto& [hash, link] : people_.links) {
      if (hash == token_hash && link.first == purpose) co_return link.second;
    }
    co_return std::nullopt;
  }

  Task<bool> verify_email(EmailLink link, NetworkMark network, Timestamp at) override {
    const bool used = use(link.id, at);
    if (used) {
      people_.users.at(link.user).person.verified = true;
      ++people_.users.at(link.user).person.version;
      people_.users.at(link.user).networks.insert(network);
    }
    co_return used;
  }

  Task<bool> reset_password(PasswordReset reset) override {
    if (!use(reset.link.id, reset.at)) co_return false;
    auto& user = people_.users.at(reset.link.user);
    user.password_hash = reset.password_hash;
    user.password_changed_at = reset.at;
    user.locked = false;
    user.person.verified = true;
    ++user.person.version;
    for (auto& [hash, link] : people_.links) {
      const bool is_another =
          link.second.user == reset.link.user && link.first == LinkPurpose::reset_password;
      if (is_another && !link.second.used_at) link.second.used_at = reset.at;
    }
    user.networks.insert(reset.network);
    people_.mails.push_back({reset.notice, MailKind::password_changed, user.person.email});
    for (auto& [id, session] : people_.sessions) {
      if (session.user == reset.link.user) session.revoked = true;
    }
    co_return true;
  }

 private:
  [[nodiscard]] bool use(LinkId id, Timestamp at) {
    const auto found =
        std::ranges::find_if(people_.links, [&](const auto& link) { return link.second.second.id == id; });
    if (found == people_.links.end() || found->second.second.used_at) return false;
    found->second.second.used_at = at;
    return true;
  }
  MemoryPeople& people_;
};

}  // namespace mrbill::auth
