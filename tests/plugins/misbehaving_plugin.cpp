// Strategies that go wrong in ways that the program must survive.
#include <chrono>
#include <stdexcept>
#include <thread>

#include "framework/algorithm.hpp"
#include "framework/plugin/plugin.hpp"

using namespace regimen;

namespace {

class DailySpy : public QCAlgorithm {
 public:
  void Initialize() override {
    SetStartDate(2015, 1, 1);
    SetEndDate(2015, 12, 31);
    SetCash(100000);
    AddEquity("SPY", Resolution::Daily);
  }
};

class ThrowsInOnData : public DailySpy {
 public:
  void OnData(const Slice& /*slice*/) override {
    if (++bars_ == 10) throw std::runtime_error("the tenth bar is one too many");
  }

 private:
  int bars_ = 0;
};

class Endless : public DailySpy {
 public:
  void OnData(const Slice& /*slice*/) override {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
};

}  // namespace

REGIMEN_PLUGIN(registry) {
  registry.Add<ThrowsInOnData>("ThrowsInOnData");
  registry.Add<Endless>("Endless");
}
