#pragma once

namespace regimen {

class AlgorithmState;
class EndOfDayEvents;
class QCAlgorithm;
class ResultRecorder;
class ScheduledEventRunner;
class StageClock;
class Synchronizer;
class TradeBuilder;
class TransactionHandler;
class UniverseSelection;

// What the event loop drives; all of it outlives the loop.
struct RunParts {
  QCAlgorithm& algorithm;
  AlgorithmState& state;
  Synchronizer& synchronizer;
  UniverseSelection& universes;
  TransactionHandler& transactions;
  ScheduledEventRunner& schedule;
  EndOfDayEvents& end_of_day;
  ResultRecorder& results;
  TradeBuilder& trades;
  // Null unless the run is profiled.
  StageClock* clock;
};

}  // namespace regimen
