# regimen_add_algorithm(NAME FILE...): the library NAME.so of strategies that `regimen backtest
# --algorithm-location NAME.so` loads. One of the files registers them with REGIMEN_PLUGIN
# (framework/plugin/plugin.hpp). Serves the tree and, installed, every project that finds `regimen`.
function(regimen_add_algorithm name)
  add_library(${name} MODULE ${ARGN})
  target_link_libraries(${name} PRIVATE regimen::regimen)
  set_target_properties(${name} PROPERTIES PREFIX "")
endfunction()
