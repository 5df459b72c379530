#include "domain/mail_allowance.hpp"

#include <base/unreachable.hpp>

namespace mrbill::auth {

using namespace std::chrono_literals;

Allowance allowance_of(MailKind kind) {
  switch (kind) {
    case MailKind::verify_email:
    case MailKind::reset_password:
      return {3, 20min, Beyond::drop};
    case MailKind::password_changed:
      return {5, 12min, Beyond::wait};
    case MailKind::invitation:
      return {5, 1h, Beyond::wait};
    case MailKind::content_ready:
      return {20, 3min, Beyond::wait};
  }
  unreachable();
}

}  // namespace mrbill::auth
