#include "framework/core/account_type.hpp"

namespace regimen {

std::string_view ToText(AccountType value) {
  switch (value) {
    case AccountType::Margin:
      return "Margin";
    case AccountType::Cash:
      return "Cash";
  }
  return "";
}

}  // namespace regimen
