#include "framework/core/time_zone.hpp"

namespace regimen::TimeZones {

DateTimeZone Utc() { return DateTimeZone::Utc(); }
DateTimeZone EasternStandard() { return DateTimeZone::Get("UTC-05"); }
DateTimeZone NewYork() { return DateTimeZone::Get("America/New_York"); }
DateTimeZone London() { return DateTimeZone::Get("Europe/London"); }
DateTimeZone HongKong() { return DateTimeZone::Get("Asia/Hong_Kong"); }
DateTimeZone Tokyo() { return DateTimeZone::Get("Asia/Tokyo"); }
DateTimeZone Rome() { return DateTimeZone::Get("Europe/Rome"); }
DateTimeZone Sydney() { return DateTimeZone::Get("Australia/Sydney"); }
DateTimeZone Vancouver() { return DateTimeZone::Get("America/Vancouver"); }
DateTimeZone Toronto() { return DateTimeZone::Get("America/Toronto"); }
DateTimeZone Chicago() { return DateTimeZone::Get("America/Chicago"); }
DateTimeZone LosAngeles() { return DateTimeZone::Get("America/Los_Angeles"); }
DateTimeZone Phoenix() { return DateTimeZone::Get("America/Phoenix"); }
DateTimeZone Auckland() { return DateTimeZone::Get("Pacific/Auckland"); }
DateTimeZone Moscow() { return DateTimeZone::Get("Europe/Moscow"); }
DateTimeZone Madrid() { return DateTimeZone::Get("Europe/Madrid"); }
DateTimeZone BuenosAires() { return DateTimeZone::Get("America/Argentina/Buenos_Aires"); }
DateTimeZone Brisbane() { return DateTimeZone::Get("Australia/Brisbane"); }
DateTimeZone SaoPaulo() { return DateTimeZone::Get("America/Sao_Paulo"); }
DateTimeZone Cairo() { return DateTimeZone::Get("Africa/Cairo"); }
DateTimeZone Johannesburg() { return DateTimeZone::Get("Africa/Johannesburg"); }
DateTimeZone Anchorage() { return DateTimeZone::Get("America/Anchorage"); }
DateTimeZone Denver() { return DateTimeZone::Get("America/Denver"); }
DateTimeZone Detroit() { return DateTimeZone::Get("America/Detroit"); }
DateTimeZone MexicoCity() { return DateTimeZone::Get("America/Mexico_City"); }
DateTimeZone Jerusalem() { return DateTimeZone::Get("Asia/Jerusalem"); }
DateTimeZone Shanghai() { return DateTimeZone::Get("Asia/Shanghai"); }
DateTimeZone Melbourne() { return DateTimeZone::Get("Australia/Melbourne"); }
DateTimeZone Amsterdam() { return DateTimeZone::Get("Europe/Amsterdam"); }
DateTimeZone Athens() { return DateTimeZone::Get("Europe/Athens"); }
DateTimeZone Berlin() { return DateTimeZone::Get("Europe/Berlin"); }
DateTimeZone Bucharest() { return DateTimeZone::Get("Europe/Bucharest"); }
DateTimeZone Dublin() { return DateTimeZone::Get("Europe/Dublin"); }
DateTimeZone Helsinki() { return DateTimeZone::Get("Europe/Helsinki"); }
DateTimeZone Istanbul() { return DateTimeZone::Get("Europe/Istanbul"); }
DateTimeZone Minsk() { return DateTimeZone::Get("Europe/Minsk"); }
DateTimeZone Paris() { return DateTimeZone::Get("Europe/Paris"); }
DateTimeZone Zurich() { return DateTimeZone::Get("Europe/Zurich"); }
DateTimeZone Honolulu() { return DateTimeZone::Get("Pacific/Honolulu"); }
DateTimeZone Kolkata() { return DateTimeZone::Get("Asia/Kolkata"); }

}  // namespace regimen::TimeZones
