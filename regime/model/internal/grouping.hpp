// Divisions of a series into groups, from which start values are taken.
#pragma once

#include <vector>

#include "regime/model/internal/working_series.hpp"
#include "regime/model/random_stream.hpp"

namespace regimen::hmm::internal {

// A group for each time; -1 where the observation is missing. Every group 0..count-1 may be empty.
using Groups = std::vector<int>;

// By rank of the local mean of squares, calm times first: a window of up to 21 observations about
// each.
Groups GroupByVolatility(const WorkingSeries& series, int count);

// By the nearest of `count` centres: k-means++ (Arthur and Vassilvitskii 2007), then Lloyd's
// iteration.
Groups GroupByNearness(const WorkingSeries& series, int count, RandomStream& random);

// By rank along the direction of largest spread.
Groups GroupByRank(const WorkingSeries& series, int count);

}  // namespace regimen::hmm::internal
