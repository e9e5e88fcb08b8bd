#include "LexiconData.h"

const unsigned char lexicon_countries[] = {
#embed "names/countries.tsv"
};
const size_t lexicon_countries_size = sizeof lexicon_countries;
