#include "LexiconData.h"
