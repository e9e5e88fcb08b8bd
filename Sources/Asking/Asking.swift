// The door of this module: the language in which events are asked for, the same in the browser's prompt, on the command
// line and in saved filters. `FilterReader` turns a text into a filter or tells the mistake in it; `Filter.text` writes
// a filter so that it reads back as the same value. Pure: the clock and the names of countries are handed in.
//
// The grammar stands once, in `FilterLanguage.grammar`, which `dyad help filter` prints.

package enum FilterLanguage {
  /// EBNF as of ISO 14977: `{ }` repeats, `[ ]` may be left out. No line is longer than 80 characters.
  package static let grammar = """
    filter       = [ alternatives ] ;
    alternatives = terms, { "or", terms } ;
    terms        = term, { term } ;                     (* all of them hold *)
    term         = [ "-" ], ( group | field | words ) ; (* "-" leaves out *)
    words        = bare | quoted, [ "~", digit, [ digit ] ] ;  (* near *)
    group        = "(", alternatives, ")" ;
    field        = key, ":", value, { ",", value } ;    (* one of the values *)
    value        = word ;
    word         = quoted | bare ;
    quoted       = '"', { character | '\"' | '\\' }, '"' ; (* a phrase *)
    bare         = ? characters but blanks, quotation marks and parentheses;
                     in a value no comma either ? ;
    key          = "country" | "dyad" | "host" | "mentions" | "person"
                 | "kind" | "subkind" | "level" | "status" | "topic"
                 | "date" | "pub" | "title" | "body" | "source" | "lang"
                 | "tag" | "is" | "id" ;
    """

  /// What each key takes, by example; then what holds between terms. No line is longer than 80 characters.
  package static let guide = """
    tô lâm            both words in one report, in title or text
    "biển đông"~5     the words in any order, at most five others between them
    "tô lâm"          the phrase; marks typed are marks meant, the last word may
                      be only begun
    country:KR,JP     a party is one of them: a code, or a name in Vietnamese,
                      English or Korean
    dyad:VN-KR        the pair, in either order
    host:LA           on whose territory it took place
    mentions:CN       named in the report without being a party
    person:putin      a person whose name has these words
    kind:visit,talks  phone-call talks meeting visit message agreement
                      negotiation relations credentials defence aid protest
                      sanction incident commemoration other
    subkind:state     state official working private congratulation condolence
                      signing joint-statement round mechanism up down imposed
                      eased note summons statement threat port-call exercise
                      delegation
    level:minister    head-of-state-or-party head-of-government legislature
                      minister other
    status:planned    held planned cancelled
    topic:maritime    political economy defence security maritime border nuclear
                      conflict energy environment agriculture technology
                      education culture health transport migration consular
                      disaster aid legacy rights multilateral
    date:2025-10      the first day of the event: 2025, 2025-10, 2025-10-31,
                      2024..2026, 2024.., today,
                      last-90d last-8w last-6m last-2y
    pub:last-7d       the day on which the report was published
    title:visit       words in the title; body: in the text below it
    source:vnexpress  words in the name of the source
    lang:vi           vi en
    tag:asean         a tag of your own
    is:third-country  undated several-days third-country no-host commitments
                      several-reports corrected, and of your own work
                      unread read marked noted tagged, and of its promises
                      open met missed
    id:774512345088   the number of one event, as dyad list --ids prints it

    Terms all hold. A key given twice adds alternatives: country:KR country:JP
    is country:KR,JP. To ask for both, give each its own parentheses:
    (person:putin) (person:"tô lâm").
    - before a term leaves it out: -country:US, -(kind:visit subkind:private).
    or stands between alternatives and reaches as far as the parentheses around.
    """
}
