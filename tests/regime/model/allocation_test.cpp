// What runs for every observation must not touch the heap.
//
// Sanitizers bring allocation operators of their own, which a program must not replace: with them
// nothing is counted, and the tests are skipped.
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>

#include <gtest/gtest.h>

#include "regime/model/hmm_filter.hpp"
#include "regime/model/internal/fit_job.hpp"
#include "regime/model/internal/kernel_kind.hpp"
#include "regime/model/online_hmm.hpp"
#include "tests/regime/model/fit_cases.hpp"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define REGIMEN_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define REGIMEN_SANITIZED 1
#endif
#endif
#ifdef REGIMEN_SANITIZED
constexpr bool kCounting = false;
#else
constexpr bool kCounting = true;
#endif

namespace {

// Counts every allocation of the program; the replaced operators below must be global.
std::atomic<long> allocations = 0;

}  // namespace

#ifndef REGIMEN_SANITIZED
namespace {

void* Allocate(std::size_t size, std::size_t alignment) {
  ++allocations;
  const std::size_t rounded = (size + alignment - 1) / alignment * alignment;
  void* memory = std::aligned_alloc(alignment, rounded == 0 ? alignment : rounded);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return Allocate(size, alignof(std::max_align_t)); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  return Allocate(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
#endif

namespace regimen::hmm {
namespace {

class AllocationTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!kCounting) GTEST_SKIP() << "a sanitizer allocates in this build";
  }
};

TEST_F(AllocationTest, IsSeenByTheCounter) {
  const long before = allocations;
  auto owned = std::make_unique<std::vector<double>>(100);
  EXPECT_GT(allocations, before);
}

TEST_F(AllocationTest, FilterMakesNone) {
  const std::vector<double> x = tests::Simulated(tests::ThreeRegimes(), 500, 1);
  HmmFilter filter{GaussianHmm(tests::ThreeRegimes())};
  const long before = allocations;
  for (const double value : x) filter.Update(value);
  EXPECT_EQ(allocations, before);
}

TEST_F(AllocationTest, OnlineModelMakesNone) {
  const std::vector<double> x = tests::Simulated(tests::ThreeRegimes(), 500, 2);
  OnlineHmm online{GaussianHmm(tests::ThreeRegimes())};
  const long before = allocations;
  for (const double value : x) online.AddObservation(value);
  EXPECT_EQ(allocations, before);
}

TEST_F(AllocationTest, ExpectationsMakeNone) {
  for (const tests::FitCase& fit_case : tests::AllFitCases()) {
    const FitTask task = fit_case.Task();
    internal::FitJob job(task);
    for (const InstructionSet set : AvailableInstructionSets()) {
      const auto kernel = internal::MakeKernel(internal::KindOf(task), set);
      kernel->Load(0, job.Runs().front());
      const long before = allocations;
      for (int i = 0; i < 3; ++i) kernel->EStep();
      EXPECT_EQ(allocations, before) << fit_case.name << " on " << ToText(set);
    }
  }
}

}  // namespace
}  // namespace regimen::hmm
