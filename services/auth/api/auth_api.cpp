#include "api/auth_api.hpp"

namespace mrbill::auth {

AuthApi::AuthApi(const AuthPorts& ports, AuthSettings settings, const Clock& clock, Random& random)
    : ports_(ports),
      settings_(std::move(settings)),
      cursors_(settings_.cursor_secret),
      clock_(clock),
      create_user_(ports.accounts, ports.creations, ports.hasher, ports.throttle, settings_.throttle_rules,
                   clock, random),
      show_link_(ports.email_links, ports.invitations, clock),
      verify_email_(ports.email_links, settings_.networks, clock, random),
      request_mail_(ports.email_links, ports.accounts, ports.throttle, settings_.throttle_rules,
                    settings_.networks, clock, random),
      reset_password_({ports.email_links, ports.accounts, ports.hasher, ports.throttle},
                      settings_.throttle_rules, settings_.networks, clock, random),
      log_in_({ports.accounts, ports.memberships, ports.sessions, ports.hasher, ports.throttle,
               ports.access_tokens},
              {settings_.throttle_rules, settings_.refresh_tokens, settings_.networks}, clock, random),
      refresh_session_(ports.sessions, ports.access_tokens, settings_.refresh_tokens, clock),
      log_out_(ports.sessions, clock),
      switch_tenant_(ports.sessions, ports.access_tokens, clock),
      get_me_(ports.accounts, ports.memberships),
      update_me_(ports.accounts, ports.memberships, clock),
      create_tenant_(ports.tenants, clock, random),
      update_tenant_(ports.tenants, clock),
      list_members_(ports.members),
      get_member_(ports.members),
      change_member_role_(ports.members, ports.throttle, settings_.throttle_rules, clock),
      remove_member_(ports.members, clock),
      create_invitation_(ports.invitations, ports.creations, ports.throttle, settings_.throttle_rules,
                         settings_.link_tokens, clock, random),
      list_invitations_(ports.invitations),
      withdraw_invitation_(ports.invitations, clock),
      accept_invitation_(ports.invitations, log_in_, ports.hasher, settings_.networks, clock, random),
      get_revocations_(ports.revocation_log) {}

}  // namespace mrbill::auth
