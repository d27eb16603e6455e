#include "framework/models/brokerages/brokerage_message_event.hpp"

namespace regimen {

std::string_view ToText(BrokerageMessageType value) {
  switch (value) {
    case BrokerageMessageType::Information:
      return "Information";
    case BrokerageMessageType::Warning:
      return "Warning";
    case BrokerageMessageType::Error:
      return "Error";
    case BrokerageMessageType::Reconnect:
      return "Reconnect";
    case BrokerageMessageType::Disconnect:
      return "Disconnect";
    case BrokerageMessageType::ActionRequired:
      return "ActionRequired";
  }
  return "?";
}

std::string BrokerageMessageEvent::ToString() const {
  return std::string(ToText(type_)) + " - Code: " + code_ + " - " + message_;
}

}  // namespace regimen
