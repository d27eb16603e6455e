// Models as text.
#pragma once

#include <string>
#include <string_view>

#include "regime/model/hmm_parameters.hpp"

namespace regimen::hmm {

// The version of the format that is written and read.
constexpr int kJsonVersion = 1;

// Returns: the model as JSON, numbers in the shortest form that reads back exactly, with its
// fingerprint as checksum. Throws HmmError if it is no valid model.
std::string ToJson(const HmmParameters& parameters);

// Reads what ToJson wrote: the same numbers, bit for bit. Throws HmmError if the text is no stored
// model (a key is missing, unknown or of the wrong kind), is of another version, was changed since
// it was written, or is no valid model.
HmmParameters FromJson(std::string_view text);

}  // namespace regimen::hmm
