#include "framework/core/security_type.hpp"

namespace regimen {

std::string_view ToText(SecurityType value) {
  switch (value) {
    case SecurityType::Base:
      return "Base";
    case SecurityType::Equity:
      return "Equity";
    case SecurityType::Option:
      return "Option";
    case SecurityType::Commodity:
      return "Commodity";
    case SecurityType::Forex:
      return "Forex";
    case SecurityType::Future:
      return "Future";
    case SecurityType::Cfd:
      return "Cfd";
    case SecurityType::Crypto:
      return "Crypto";
    case SecurityType::FutureOption:
      return "FutureOption";
    case SecurityType::Index:
      return "Index";
    case SecurityType::IndexOption:
      return "IndexOption";
    case SecurityType::CryptoFuture:
      return "CryptoFuture";
  }
  return "";
}

}  // namespace regimen
