// Hunspell's C interface; the library behind it is C++ and linked dynamically.
#include <hunspell/hunspell.h>
