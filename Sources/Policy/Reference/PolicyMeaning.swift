/// What policies mean, in words: the chapters of the reference that no table can generate.
enum PolicyMeaning {
  static let introduction = """
    A policy file reads like a numbered policy that a lawyer can mark up. All files below
    `Policies/` that end in `.policy` are one set; one error anywhere refuses the whole set, because
    half a policy would release what the other half holds. `scruple policy check` tells every error
    at once, `scruple policy test` runs the examples, `scruple policy fmt` lays the files out.

    A file begins with `policy NAME` and holds rules, lists that must be searched, terms for a
    company's own order fields, and guarantees. The clauses of a statement may stand in any order,
    but the grammar shows the usual one. `#` begins a comment that ends with its line. A word that
    begins a clause is a clause where it is the first word of a line.
    """

  static let logic = """
    Every fact is true, false or unknown, and so is every condition (strong Kleene logic):

    - `not` unknown is unknown;
    - `A and B` is false where one of them is false, true where both are true, else unknown;
    - `A or B` is true where one of them is true, false where both are false, else unknown.

    `and` beside `or` needs brackets. An error in the data is unknown. What is inferred, as from a
    name, counts for adverse facts; for mitigating and neutral ones it lifts nothing until
    somebody confirms it. `is stated` asks whether a fact has a value at all and is never unknown.
    """

  static let tests = """
    Which test a fact can have depends on its type:

    | type | tests |
    |---|---|
    | true or false | `E is listed`, `order has end-use-stated`, `E.listed`; `is not`, `has no` |
    | code of a tree | `E.place is within CN-65`, `is within (policing, detention)`: the node or one \
    below it; several codes mean one of them |
    | word of a list | `order.kind is sale`, `is one of sale, lease`, `is not` |
    | number | `at least 10 UNIT`, `at most`, `more than`, `less than` |
    | date | `is before 2026-11-10`, `is after`, `less than 90 days ago`, `more than 2 years ago` |
    | text | none: rules never judge free text, messages may print it |

    Every type can be tested with `is stated`. A code that is known only broadly (China, where the
    rule names a prefecture) is unknown, not false. `less than 90 days ago` is true of a day that
    lies after the as-of date less the span, `more than` of one before it; months and years keep the
    day of the month, or take the last of a shorter one. A relation such as `C is about E` joins two
    variables.
    """

  static let quantifiers = """
    `for any end user E, any line L` tries every pair. `any` holds where one member meets the
    condition, `every` where all do; `every` over a set that is known to be empty is false. Each
    clause is tested as soon as its variables are bound; the order of rules never matters.

    A set is closed only where the order says that it is complete or a complete search filled it.
    An open set behaves as if it held one more member of which nothing is known, not even that it
    exists: `any` without a witness and `every` without a counterexample are then unknown. An order
    that names no end user leaves its end users open.

    The variables of a rule are bound before `when`; none can be bound within a condition, except
    by a count or a sum. More findings (reports, listings) must never make an outcome milder, so
    `every` cannot range over them.
    """

  static let aggregates = """
    `count of line L (L.product is within kits) at least 3` counts the members of a set for which
    the condition in brackets holds; without brackets, all of them. `sum of L.reactions over line L
    (…) more than 1000 reactions` adds up a number of theirs. The inner variable is seen within the
    brackets only; outer variables are seen there too. Counts and sums do not nest, and none stands
    in an exception.

    The value is an interval. A member whose condition is unknown may count: the lower bound stays
    and the upper one grows. An open set has no upper bound. In a sum a member counts with at least
    zero, so that a return never offsets what was bought; an unknown number counts from zero to
    without bound. The comparison is true or false only where the whole interval agrees.
    """

  static let polarity = """
    Every term says whether more of it is adverse, mitigating or neutral; a node of a tree is
    adverse with all below it. Adverse facts stand only where raising them cannot lower the
    outcome, mitigating ones only where it cannot make it stricter; `not`, `unless`, `at most` and
    `less than` turn the direction round. So adding an adverse fact never lowers a determination.
    Neutral facts stand anywhere. A note sets no outcome, and may hold anything.
    """

  static let exceptions = """
    A rule fires where `when` is true and `unless` is not true. An exception that is unknown lifts
    nothing: the rule fires and the question is asked. One past its `until` lifts nothing either.
    `authority` names who answers for it. Where `when` is unknown the rule is undetermined: if it
    could make the outcome stricter the order is at least held, and the smallest set of questions
    that decides is asked.
    """

  static let outcomes = """
    The determination is the most severe of all that fired. From the mildest:

    | written | determination | decision |
    |---|---|---|
    | (nothing fired) | `release` | allow |
    | `note` | none: the finding is context | |
    | `release with conditions` | `releaseWithConditions` | allow |
    | `hold` | `hold` | hold |
    | `escalate` | `escalate` | hold |
    | `require a licence` | `licenceRequired` | hold |
    | `refuse by policy` | `refusePolicy` | block |
    | `refuse as prohibited` | `refuseProhibited` | block |

    The four lanes (legal, red flag, rights, data) are never added up. Only the legal lane
    prohibits or requires a licence, citing its basis and, for a prohibition, whom it `binds`; only
    the others refuse by policy. `severity` states the harm to people by scale, scope,
    remediability and linkage, or by those of them that the rule decides; the others stay open to
    other rules. `because` is one sentence for the memo, `require` what is to be done;
    both print facts as `{E.name}`.
    """

  static let time = """
    `in force from 2021-03-22 until 2026-12-08` bounds a rule; it may stand several times, and
    without it the rule always holds. Both days are included. Policies are read as of the order's
    day, never by the clock. `in force from 2026-12-09 once eu.hr1998 is confirmed` holds until an
    operator records in the register that the law with this key is in force: from that day an
    outcome of the rule waits for the answer.
    """

  static let examples = """
    Each rule shows with examples when it fires, when it does not, and its boundary:
    `undetermined`, `is lifted`, or a second one that does not fire. Each variable of the rule has
    exactly one object; what `given` does not state is unknown. `E.function = police` gives a
    value, `E.role = (buyer, user)` several, `E.place = unknown` says that it is not known, `C is
    about E` and `not C is about E` give a relation.

    `as of 2026-11-22` gives the day on which the rule is read; without it, spans of time are
    unknown. `with line M, past order Q` names further members of sets, which counts and sums see
    and `given` can describe; `with more line` says that there may be lines that nobody names, and
    `with no past order` that the set is known to be empty.
    """

  static let terms = """
    `term order.sales-channel` declares a term for a field of the company's own order documents:
    `field "x.salesChannel"` is the path from the order, the party or the line. It is used like any
    other term. Where the field is absent or holds something else the fact is unknown. The
    question may leave out Chinese and German; English is then asked.
    """

  static let guarantees = """
    A guarantee says what must be so of every order, and is proved over all of them, or refuted by
    one. `when` holds in some completion of the order, whatever the unknown facts turn out to be;
    `given` is known of it. `then at least hold` speaks of the answer to the order as it is known;
    `then no milder than with order.kind = sale` compares it with the same order but for these
    facts; `then adding findings lowers nothing` is promised of all orders. `in force` says of which
    as-of days it speaks. Variables are bound with `every`.
    """

  static let coverage = """
    `coverage NAME` introduces the lists that must be searched. `list CODE "name"` with `required`
    must answer for every order; `required when actor in EU` for each but where it
    is known that no actor of that jurisdiction takes part. `at least N entries` is its floor, `at most N days old` its
    greatest age at the as-of date; each `canary` is a name that must be found in it. A required
    list that is missing, stale, short or without its canaries makes the determination
    `errorFailClosed`. `demonstration list` stands in for the others in a demonstration corpus.
    """

  static let example = """
    policy sample-policy
      title    "Sample policy"
      revision 2026.11
      owner    "Trade Compliance"

    rule kits-for-police-without-purpose
      title    "Kits for a police body without a stated end use"
      lane     rights
      basis    un.ungp
      for any end user E, any line L
      when L.product is within human-identification-kit
       and E.function is within policing
      unless order has verified-end-use authority "Human Rights Office"
      then escalate
      because "{E.name} has a policing function and no end use of line {L.number} was verified."
      require "Ask what the kits are for, and by which law."

      example "bureau, nothing verified" fires
        given L.product = y-str-kit, E.function = police, order.verified-end-use = false
      example "hospital" does not fire
        given L.product = y-str-kit, E.function = hospital
      example "end use verified" is lifted
        given L.product = y-str-kit, E.function = police, order.verified-end-use = true

    guarantee kits-for-police-are-not-released
      title "Kits never reach police on a release unless their use was verified"
      for every end user E, every line L
      given L.product is within human-identification-kit
        and E.function is within policing
        and not order has verified-end-use
      then at least escalate
    """
}
