#include "LexiconData.h"

// The embedding of files came with C23; clang offers it under gnu17 too.
#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char lexicon_countries[] = {
#embed "names/countries.tsv"
};
const size_t lexicon_countries_size = sizeof lexicon_countries;

const unsigned char lexicon_vi_kinds[] = {
#embed "vi/kinds.tsv"
};
const size_t lexicon_vi_kinds_size = sizeof lexicon_vi_kinds;

const unsigned char lexicon_vi_offices[] = {
#embed "vi/offices.tsv"
};
const size_t lexicon_vi_offices_size = sizeof lexicon_vi_offices;

const unsigned char lexicon_vi_ministries[] = {
#embed "vi/ministries.tsv"
};
const size_t lexicon_vi_ministries_size = sizeof lexicon_vi_ministries;

const unsigned char lexicon_vi_families[] = {
#embed "vi/families.tsv"
};
const size_t lexicon_vi_families_size = sizeof lexicon_vi_families;

const unsigned char lexicon_vi_traps[] = {
#embed "vi/traps.tsv"
};
const size_t lexicon_vi_traps_size = sizeof lexicon_vi_traps;

const unsigned char lexicon_vi_shorts[] = {
#embed "vi/shorts.tsv"
};
const size_t lexicon_vi_shorts_size = sizeof lexicon_vi_shorts;

const unsigned char lexicon_vi_days[] = {
#embed "vi/days.tsv"
};
const size_t lexicon_vi_days_size = sizeof lexicon_vi_days;

const unsigned char lexicon_vi_signals[] = {
#embed "vi/signals.tsv"
};
const size_t lexicon_vi_signals_size = sizeof lexicon_vi_signals;

const unsigned char lexicon_vi_money[] = {
#embed "vi/money.tsv"
};
const size_t lexicon_vi_money_size = sizeof lexicon_vi_money;

const unsigned char lexicon_vi_topics[] = {
#embed "vi/topics.tsv"
};
const size_t lexicon_vi_topics_size = sizeof lexicon_vi_topics;

const unsigned char lexicon_en_kinds[] = {
#embed "en/kinds.tsv"
};
const size_t lexicon_en_kinds_size = sizeof lexicon_en_kinds;

const unsigned char lexicon_en_offices[] = {
#embed "en/offices.tsv"
};
const size_t lexicon_en_offices_size = sizeof lexicon_en_offices;

const unsigned char lexicon_en_ministries[] = {
#embed "en/ministries.tsv"
};
const size_t lexicon_en_ministries_size = sizeof lexicon_en_ministries;

const unsigned char lexicon_en_families[] = {
#embed "en/families.tsv"
};
const size_t lexicon_en_families_size = sizeof lexicon_en_families;

const unsigned char lexicon_en_traps[] = {
#embed "en/traps.tsv"
};
const size_t lexicon_en_traps_size = sizeof lexicon_en_traps;

const unsigned char lexicon_en_shorts[] = {
#embed "en/shorts.tsv"
};
const size_t lexicon_en_shorts_size = sizeof lexicon_en_shorts;

const unsigned char lexicon_en_days[] = {
#embed "en/days.tsv"
};
const size_t lexicon_en_days_size = sizeof lexicon_en_days;

const unsigned char lexicon_en_signals[] = {
#embed "en/signals.tsv"
};
const size_t lexicon_en_signals_size = sizeof lexicon_en_signals;

const unsigned char lexicon_en_money[] = {
#embed "en/money.tsv"
};
const size_t lexicon_en_money_size = sizeof lexicon_en_money;

const unsigned char lexicon_en_topics[] = {
#embed "en/topics.tsv"
};
const size_t lexicon_en_topics_size = sizeof lexicon_en_topics;

