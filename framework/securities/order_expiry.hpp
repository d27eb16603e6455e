#pragma once

namespace regimen {

class Order;
class Security;

// Whether the order's time in force is over at the security's present time. Equities: at the last
// close of the order's session (Day) or of its date (good-til-date); checked before fills, so a Day
// order never fills on the bar that ends at the close. Forex and CFD: 17:00 New York. Crypto:
// midnight UTC.
bool IsOrderExpired(const Security& security, const Order& order);

}  // namespace regimen
