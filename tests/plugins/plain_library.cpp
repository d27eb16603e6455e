// A library that has nothing to do with strategies.
extern "C" int Plain() { return 1; }
