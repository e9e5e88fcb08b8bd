#include "ChronicleData.h"
