#include "regime/detector/label_alignment.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "regime/model/random_stream.hpp"

namespace regimen {
namespace {

using hmm::ProbabilityTable;

ProbabilityTable TableOf(const std::vector<std::vector<double>>& rows) {
  ProbabilityTable table(rows.size(), rows.front().size());
  for (std::size_t t = 0; t < rows.size(); ++t) std::ranges::copy(rows[t], table.Row(t).begin());
  return table;
}

ProbabilityTable RandomTable(std::size_t times, std::size_t states, hmm::RandomStream& random) {
  ProbabilityTable table(times, states);
  for (std::size_t t = 0; t < times; ++t) {
    double sum = 0;
    for (double& p : table.Row(t)) sum += p = random.Uniform();
    for (double& p : table.Row(t)) p /= sum;
  }
  return table;
}

TEST(LabelAlignmentTest, UndoesAPermutationOfTheStates) {
  const ProbabilityTable before = TableOf({{0.8, 0.1, 0.1}, {0.2, 0.7, 0.1}, {0, 0.1, 0.9}});
  // The same, with state 0 now called 2, 1 called 0, 2 called 1.
  const ProbabilityTable now = TableOf({{0.1, 0.1, 0.8}, {0.7, 0.1, 0.2}, {0.1, 0.9, 0}});
  const LabelAlignment alignment = AlignLabels(before, now, 0);
  EXPECT_EQ(alignment.order, (std::vector<int>{2, 0, 1}));
  EXPECT_EQ(alignment.moved_to, (std::vector<int>{0, 1, 2}));
  EXPECT_EQ(alignment.agreement, 1);
  EXPECT_FALSE(alignment.Jump());
}

TEST(LabelAlignmentTest, ComparesOnlyTheBarsThatBothWindowsHold) {
  const ProbabilityTable before = TableOf({{0, 1}, {1, 0}, {1, 0}});
  const ProbabilityTable now = TableOf({{0, 1}, {0, 1}, {1, 0}});
  const LabelAlignment alignment = AlignLabels(before, now, 1);
  EXPECT_EQ(alignment.common_bars, 2);
  EXPECT_EQ(alignment.order, (std::vector<int>{1, 0}));
  EXPECT_EQ(alignment.agreement, 1);
}

TEST(LabelAlignmentTest, WithoutACommonBarNothingIsRelabelled) {
  const ProbabilityTable table = TableOf({{0, 1}, {1, 0}});
  const LabelAlignment alignment = AlignLabels(table, table, 5);
  EXPECT_EQ(alignment.common_bars, 0);
  EXPECT_EQ(alignment.agreement, 1);
}

TEST(LabelAlignmentTest, SaysHowManyBarsChangedTheirState) {
  std::vector<std::vector<double>> rows(20, {0.9, 0.1});
  const ProbabilityTable before = TableOf(rows);
  for (std::size_t t = 0; t < 3; ++t) rows[t] = {0.1, 0.9};
  const LabelAlignment alignment = AlignLabels(before, TableOf(rows), 0);
  EXPECT_DOUBLE_EQ(alignment.agreement, 0.85);
  EXPECT_TRUE(alignment.Jump());
}

TEST(LabelAlignmentTest, AStateThatIsGoneMovesNowhereAndANewOneComesLast) {
  const ProbabilityTable three = TableOf({{1, 0, 0}, {0, 0.2, 0.8}, {0, 0.2, 0.8}});
  const ProbabilityTable two = TableOf({{0, 1}, {1, 0}, {1, 0}});
  const LabelAlignment fewer = AlignLabels(three, two, 0);
  EXPECT_EQ(fewer.order, (std::vector<int>{1, 0}));
  EXPECT_EQ(fewer.moved_to, (std::vector<int>{0, -1, 1}));
  const LabelAlignment more = AlignLabels(two, three, 0);
  EXPECT_EQ(more.order, (std::vector<int>{2, 0, 1}));
  EXPECT_EQ(more.moved_to, (std::vector<int>{0, 1}));
}

TEST(LabelAlignmentTest, FindsTheBestOfAllMatchings) {
  hmm::RandomStream random(3);
  for (std::size_t states = 1; states <= 5; ++states) {
    for (int round = 0; round < 50; ++round) {
      const ProbabilityTable before = RandomTable(6, states, random);
      const ProbabilityTable now = RandomTable(6, states, random);
      const auto overlap = [&](const std::vector<int>& order) {
        double sum = 0;
        for (std::size_t t = 0; t < 6; ++t) {
          for (std::size_t i = 0; i < states; ++i) {
            sum += before(t, i) * now(t, static_cast<std::size_t>(order[i]));
          }
        }
        return sum;
      };
      std::vector<int> order(states);
      std::iota(order.begin(), order.end(), 0);
      double best = 0;
      do {
        best = std::max(best, overlap(order));
      } while (std::ranges::next_permutation(order).found);
      EXPECT_NEAR(overlap(AlignLabels(before, now, 0).order), best, 1e-12);
    }
  }
}

}  // namespace
}  // namespace regimen
