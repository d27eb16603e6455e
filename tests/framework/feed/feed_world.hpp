// Feeds over a data folder of a few rows that the test writes.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "data/lean/zip_writer.hpp"
#include "framework/feed/feed_factory.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/trading_world.hpp"

namespace regimen::tests {

class FeedWorld {
 public:
  explicit FeedWorld(DateTime start_utc = DateTime(2013, 10, 7, 4, 0, 0)) : world_(start_utc) {
    window.start_utc = start_utc;
    window.end_utc = start_utc + TimeSpan::FromDays(1) - TimeSpan::FromTicks(1);
    window.fill_forward_interval = TimeSpan::FromMinutes(1);
  }

  // Rows of LEAN's format; the date counts for files of one date only.
  void Write(const std::string& ticker, Resolution resolution, DateTime date,
             const std::string& rows, TickType tick_type = TickType::Trade) {
    const lean::PriceFile file =
        lean::FileOf({SecurityType::Equity, "usa", ticker, resolution, tick_type}, date);
    lean::ZipWriter().Write(folder_.Path() / file.path, file.entry, rows);
  }
  // "09:31 100": a minute bar that starts then, of one price throughout.
  static std::string MinuteRow(int hour, int minute, int price) {
    const std::string text = std::to_string(price * 10000);
    return std::to_string((hour * 60 + minute) * 60000) + "," + text + "," + text + "," + text +
           "," + text + ",100\n";
  }
  void WriteMapFile(const std::string& permtick, const std::string& rows) {
    folder_.Write("equity/usa/map_files/" + permtick + ".csv", rows);
  }
  void WriteFactorFile(const std::string& permtick, const std::string& rows) {
    folder_.Write("equity/usa/factor_files/" + permtick + ".csv", rows);
  }

  SubscriptionDataConfig Config(const Symbol& symbol, Resolution resolution,
                                TickType tick_type = TickType::Trade) const {
    SubscriptionDataConfig config;
    config.symbol = symbol;
    config.resolution = resolution;
    config.tick_type = tick_type;
    config.data_type =
        tick_type == TickType::Trade ? MarketDataType::TradeBar : MarketDataType::QuoteBar;
    if (resolution == Resolution::Tick) {
      config.data_type = MarketDataType::Tick;
      config.fill_forward = false;
    }
    config.data_time_zone = config.exchange_time_zone = TimeZones::NewYork();
    return config;
  }
  AnySubscription Make(const SubscriptionDataConfig& config) {
    return factory_.Make(SecurityOf(config.symbol), config, window);
  }
  Security& SecurityOf(const Symbol& symbol) {
    Security* known = world_.securities.Find(symbol);
    return known != nullptr ? *known : world_.AddEquity(symbol);
  }
  SecurityManager& Securities() { return world_.securities; }

  FeedFactory::Window window;

 private:
  TempFolder folder_;
  TradingWorld world_;
  lean::DataFolder data_{folder_.Path()};
  lean::MapFileProvider map_files_{data_};
  lean::FactorFileProvider factor_files_{data_};
  store::BarStore store_{data_};
  AdjustmentPool adjustments_;
  FeedFactory factory_{{&map_files_, &factor_files_, &store_, {}, &adjustments_}};
};

// A point as "10-07 09:31 close", " F" behind a copy; an event as "10-07 00:00 event".
template <class BarType>
std::string TextOf(const Subscription<BarType>& feed) {
  if (feed.IsEvent())
    return AsBaseData(feed.CurrentEvent()).EndTime().ToString("MM-dd HH:mm") + " event";
  const BarType& bar = feed.CurrentBar();
  return bar.EndTime().ToString("MM-dd HH:mm") + " " + bar.Value().Normalize().ToString() +
         (bar.IsFillForward() ? " F" : "");
}

// Every point of a feed, from the one it stands on.
inline std::vector<std::string> AllPoints(const AnySubscription& feed) {
  std::vector<std::string> points;
  std::visit(
      [&points](const auto& subscription) {
        while (subscription->EmitTimeUtc() != DateTime::MaxValue) {
          points.push_back(TextOf(*subscription));
          subscription->MoveNext();
        }
      },
      feed);
  return points;
}

}  // namespace regimen::tests
