#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace regimen {

enum class BrokerageMessageType : std::uint8_t {
  Information,
  Warning,
  Error,
  Reconnect,
  Disconnect,
  ActionRequired
};

std::string_view ToText(BrokerageMessageType value);

// Why a brokerage model refused an order (LEAN's BrokerageMessageEvent).
class BrokerageMessageEvent {
 public:
  BrokerageMessageEvent(BrokerageMessageType type, std::string code, std::string message)
      : type_(type), code_(std::move(code)), message_(std::move(message)) {}

  BrokerageMessageType Type() const { return type_; }
  const std::string& Code() const { return code_; }
  const std::string& Message() const { return message_; }
  // "Warning - Code: NotSupported - text"
  std::string ToString() const;

 private:
  BrokerageMessageType type_;
  std::string code_;
  std::string message_;
};

}  // namespace regimen
