#include "LexiconData.h"

// The embedding of files came with C23; clang offers it under gnu17 too.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char names_countries[] = {
#embed "names/countries.tsv"
};
static const unsigned char names_credits[] = {
#embed "names/credits.tsv"
};
static const unsigned char rules_weights[] = {
#embed "rules/weights.tsv"
};
static const unsigned char vi_interface[] = {
#embed "vi/interface.tsv"
};
static const unsigned char vi_kinds[] = {
#embed "vi/kinds.tsv"
};
static const unsigned char vi_offices[] = {
#embed "vi/offices.tsv"
};
static const unsigned char vi_ministries[] = {
#embed "vi/ministries.tsv"
};
static const unsigned char vi_families[] = {
#embed "vi/families.tsv"
};
static const unsigned char vi_traps[] = {
#embed "vi/traps.tsv"
};
static const unsigned char vi_shorts[] = {
#embed "vi/shorts.tsv"
};
static const unsigned char vi_days[] = {
#embed "vi/days.tsv"
};
static const unsigned char vi_signals[] = {
#embed "vi/signals.tsv"
};
static const unsigned char vi_money[] = {
#embed "vi/money.tsv"
};
static const unsigned char vi_topics[] = {
#embed "vi/topics.tsv"
};
static const unsigned char vi_places[] = {
#embed "vi/places.tsv"
};
static const unsigned char vi_leaders[] = {
#embed "vi/leaders.tsv"
};
static const unsigned char vi_pairs[] = {
#embed "vi/pairs.tsv"
};
static const unsigned char vi_grammar[] = {
#embed "vi/grammar.tsv"
};
static const unsigned char en_kinds[] = {
#embed "en/kinds.tsv"
};
static const unsigned char en_offices[] = {
#embed "en/offices.tsv"
};
static const unsigned char en_ministries[] = {
#embed "en/ministries.tsv"
};
static const unsigned char en_families[] = {
#embed "en/families.tsv"
};
static const unsigned char en_traps[] = {
#embed "en/traps.tsv"
};
static const unsigned char en_shorts[] = {
#embed "en/shorts.tsv"
};
static const unsigned char en_days[] = {
#embed "en/days.tsv"
};
static const unsigned char en_signals[] = {
#embed "en/signals.tsv"
};
static const unsigned char en_money[] = {
#embed "en/money.tsv"
};
static const unsigned char en_topics[] = {
#embed "en/topics.tsv"
};
static const unsigned char en_places[] = {
#embed "en/places.tsv"
};
static const unsigned char en_leaders[] = {
#embed "en/leaders.tsv"
};
static const unsigned char en_pairs[] = {
#embed "en/pairs.tsv"
};
static const unsigned char en_grammar[] = {
#embed "en/grammar.tsv"
};

const struct lexicon_list lexicon_lists[] = {
  {"names", "countries", names_countries, sizeof names_countries},
  {"names", "credits", names_credits, sizeof names_credits},
  {"rules", "weights", rules_weights, sizeof rules_weights},
  {"vi", "interface", vi_interface, sizeof vi_interface},
  {"vi", "kinds", vi_kinds, sizeof vi_kinds},
  {"vi", "offices", vi_offices, sizeof vi_offices},
  {"vi", "ministries", vi_ministries, sizeof vi_ministries},
  {"vi", "families", vi_families, sizeof vi_families},
  {"vi", "traps", vi_traps, sizeof vi_traps},
  {"vi", "shorts", vi_shorts, sizeof vi_shorts},
  {"vi", "days", vi_days, sizeof vi_days},
  {"vi", "signals", vi_signals, sizeof vi_signals},
  {"vi", "money", vi_money, sizeof vi_money},
  {"vi", "topics", vi_topics, sizeof vi_topics},
  {"vi", "places", vi_places, sizeof vi_places},
  {"vi", "leaders", vi_leaders, sizeof vi_leaders},
  {"vi", "pairs", vi_pairs, sizeof vi_pairs},
  {"vi", "grammar", vi_grammar, sizeof vi_grammar},
  {"en", "kinds", en_kinds, sizeof en_kinds},
  {"en", "offices", en_offices, sizeof en_offices},
  {"en", "ministries", en_ministries, sizeof en_ministries},
  {"en", "families", en_families, sizeof en_families},
  {"en", "traps", en_traps, sizeof en_traps},
  {"en", "shorts", en_shorts, sizeof en_shorts},
  {"en", "days", en_days, sizeof en_days},
  {"en", "signals", en_signals, sizeof en_signals},
  {"en", "money", en_money, sizeof en_money},
  {"en", "topics", en_topics, sizeof en_topics},
  {"en", "places", en_places, sizeof en_places},
  {"en", "leaders", en_leaders, sizeof en_leaders},
  {"en", "pairs", en_pairs, sizeof en_pairs},
  {"en", "grammar", en_grammar, sizeof en_grammar},
};
const size_t lexicon_list_count = sizeof lexicon_lists / sizeof lexicon_lists[0];
