/// The grammar of the policy language, in the notation of ISO/IEC 14977.
///
/// A test derives random texts from it and reads them with the parser, and holds its words against
/// those that the parser knows, so that it stays true.
public enum PolicyGrammar {
  public static let text = """
    file       = policy , { coverage | list | term | rule | guarantee } ;
    policy     = "policy" , NAME , [ "title" , TEXT ] , "revision" , WORD , [ "owner" , TEXT ] ;

    coverage   = "coverage" , NAME ;
    list       = [ "demonstration" ] , "list" , NAME , TEXT , [ required ] ,
                 "at" , "least" , INTEGER , "entries" , "at" , "most" , INTEGER , "days" , "old" ,
                 { "canary" , TEXT } ;
    required   = "required" , [ "when" , "actor" , "in" , ( "US" | "EU" | "UK" ) ] ;

    term       = "term" , FACT , "type" , type , "field" , TEXT , "polarity" , polarity ,
                 "meaning" , TEXT , [ "question" , asked , { asked } ] ;
    type       = "true" , "or" , "false" | "number" , UNIT | "date" | "text"
               | "one" , "of" , values | "several" , "of" , values
               | "code" , "of" , TREE | "several" , "codes" , "of" , TREE ;
    polarity   = "adverse" | "mitigating" | "neutral" ;
    asked      = ( "en" | "zh-Hans" | "de" ) , TEXT ;

    rule       = "rule" , NAME , "title" , TEXT , "lane" , lane , [ "kind" , kind ] ,
                 { "basis" , ids } , { "evidence" , ids } , { interval } ,
                 [ "for" , binding , { "," , binding } ] , "when" , condition , [ unless ] ,
                 "then" , ( outcome | "note" ) , [ severity ] , [ "binds" , TEXT ] ,
                 "because" , TEXT , { "require" , TEXT } , { example } ;
    lane       = "legal" | "red" , "flag" | "redFlag" | "rights" | "data" ;
    kind       = "legalProhibition" | "licenceRequirement" | "regulatoryRedFlag" | "policy"
               | "dataGap" | "context" ;
    interval   = "in" , "force" , [ "from" , DATE ] , [ "until" , DATE ] ,
                 [ "once" , NAME , "is" , "confirmed" ] ;
    binding    = ( "any" | "every" ) , members ;
    members    = SET , VARIABLE ;
    unless     = "unless" , condition , [ "authority" , TEXT ] , [ "until" , DATE ] ;
    outcome    = "hold" | "escalate" | "require" , "a" , "licence"
               | "release" , "with" , "conditions" | "refuse" , "by" , "policy"
               | "refuse" , "as" , "prohibited" ;
    severity   = "severity" , ( "severe" | "moderate" ) , [ "scale" , TEXT ] ,
                 [ "scope" , TEXT ] , [ "remediability" , TEXT ] ,
                 [ "linkage" , ( "cause" | "contribute" | "directlyLinked" | "none" ) ] ;
    example    = "example" , TEXT ,
                 ( "fires" | "does" , "not" , "fire" | "undetermined" | "is" , "lifted" ) ,
                 [ "as" , "of" , DATE ] , [ "with" , further , { "," , further } ] ,
                 [ "given" , given , { "," , given } ] ;
    further    = members | "more" , SET | "no" , SET ;
    given      = FACT , "=" , ( value | "(" , value , { "," , value } , ")" )
               | [ "not" ] , relation ;

    guarantee  = "guarantee" , NAME , "title" , TEXT , { period } ,
                 [ "for" , ( "every" , "order" | every , { "," , every } ) ] ,
                 [ "when" , condition ] , [ "given" , condition ] , "then" , promise ;
    period     = "in" , "force" , [ "from" , DATE ] , [ "until" , DATE ] ;
    every      = "every" , members ;
    promise    = "at" , "least" , outcome
               | "no" , "milder" , "than" , "with" , given , { "," , given }
               | "adding" , "findings" , "lowers" , "nothing" ;

    condition  = operand , { "and" , operand } | operand , { "or" , operand } ;
    operand    = "not" , operand | "(" , condition , ")" | fact | relation | count | sum ;
    fact       = FACT , test | SUBJECT , ( "is" | "has" ) , [ "not" | "no" ] , TERM ;
    test       = comparison | time | "is" , [ "not" ] , state ;
    state      = "within" , codes | values | "one" , "of" , values | "stated"
               | "before" , DATE | "after" , DATE ;
    comparison = ( "at" , "least" | "at" , "most" | "more" , "than" | "less" , "than" ) ,
                 NUMBER , [ UNIT ] ;
    time       = ( "more" , "than" | "less" , "than" ) , INTEGER , SPAN , "ago" ;
    relation   = VARIABLE , RELATION , VARIABLE ;
    count      = "count" , "of" , members , [ "(" , condition , ")" ] , comparison ;
    sum        = "sum" , "of" , FACT , "over" , members , [ "(" , condition , ")" ] , comparison ;

    codes      = CODE , { "," , CODE } | "(" , CODE , { "," , CODE } , ")" ;
    values     = value , { "," , value } | "(" , value , { "," , value } , ")" ;
    value      = WORD | TEXT ;
    ids        = NAME , { "," , NAME } | "(" , NAME , { "," , NAME } , ")" ;
    """

  /// What the names in capitals stand for.
  public static let terminals: [(name: String, meaning: String)] = [
    ("WORD", "letters `a` to `z` and `A` to `Z`, digits, `-`, `.` and `_`, without blanks"),
    ("NAME", "a word that names a policy, rule, list, guarantee, basis, source or key"),
    (
      "TEXT",
      "a text between `\"` and `\"`; `\\\"` is a quotation mark in it, `\\\\` a backslash; a line "
        + "break with the blanks around it is one blank"
    ),
    ("FACT", "subject, full stop and term in one word: `E.function`, `order.kind`"),
    ("SUBJECT", "`order` or a variable"),
    ("VARIABLE", "a word that begins with a capital letter and holds no full stop: `E`, `Claim`"),
    ("TERM", "a term of the vocabulary below"),
    ("SET", "a set of the vocabulary below, one word or more: `end user`"),
    ("RELATION", "a relation of the vocabulary below, one word or more: `is about`"),
    ("CODE", "a code of a tree, such as `CN-65` or `policing`"),
    ("TREE", "`places`, `functions` or `products`"),
    ("UNIT", "the unit of the term, such as `reactions`; numbers without unit have none"),
    ("NUMBER", "a number such as `30` or `2.5`, with at most six decimals"),
    ("INTEGER", "a whole number"),
    ("DATE", "a day such as `2026-11-10`"),
    ("SPAN", "`days`, `weeks`, `months` or `years`; one of them may lack its `s`"),
  ]
}
