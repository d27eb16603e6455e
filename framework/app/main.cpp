#include <iostream>
#include <string>
#include <vector>

#include "framework/app/program.hpp"

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  return static_cast<int>(regimen::app::RunProgram(words, std::cout, std::cerr));
}
