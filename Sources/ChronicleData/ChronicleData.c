#include "ChronicleData.h"

const unsigned char chronicle_table[] = {
#embed "chronicle.tsv"
};
const size_t chronicle_table_size = sizeof chronicle_table;

const unsigned char chronicle_dispatches[] = {
#embed "dispatches.txt"
};
const size_t chronicle_dispatches_size = sizeof chronicle_dispatches;
