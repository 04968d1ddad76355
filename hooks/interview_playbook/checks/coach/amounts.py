"""The words by which a number is told to be an amount, a date or a name."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


MONTHS = _words(
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
)
SPANS = _words("second minute hour day week fortnight month quarter year decade")
COUNTS = _words(
    "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions dozen dozens"
)
MULTIPLES = _words(
    "halve halved halves halving doubled doubles doubling tripled triples tripling trebled trebles "
    "trebling quadrupled quadruples quadrupling twice thrice twofold threefold fourfold fivefold "
    "tenfold"
)
SHARES = _words("quarter third fourth fifth sixth seventh eighth ninth tenth hundredth")
AFTER_A_SHARE = _words(
    "of less more fewer faster slower lower higher shorter longer cheaper smaller larger bigger "
    "earlier as in within over after and or while without since than from during for to by on at "
    "with that the this its our"
)
PART_OF_TIME = _words("first second this last next other latter better")
BEFORE_A_SPAN = _words("under within in than per every only below")
AFTER_A_SPAN = _words(
    "early earlier sooner faster ahead less more shorter longer instead a per each every"
)
CURRENCIES = _words(
    "EUR USD GBP DKK SEK NOK ISK CHF JPY CNY RMB CAD AUD NZD INR PLN CZK HUF RON TRY BRL MXN ZAR "
    "SGD HKD KRW ILS AED THB Kr kr Rs"
)
UNITS = _words(
    "% ‰ percent per percentage pp bps basis euro euros dollar dollars pound pounds kroner kronor "
    "cent cents franc francs yen rupee rupees grand k m bn mn x times people staff points "
    "ns us µs ms s sec secs min mins h hrs hr d kB KB MB GB TB PB KiB MiB GiB TiB Mbps Gbps Hz kHz "
    "MHz GHz W kW MW kWh MWh km kg g t rps qps FTE FTEs mio Mio mia Mia mrd Mrd"
)
"""What follows a number that says how much: `14 ms`, `200 per day`."""
LABELS = _words(
    "week day month year sprint phase step part level tier stage chapter section room floor page "
    "line row item option number no nr issue ticket bug pr request task milestone round figure fig "
    "table appendix rule article priority severity sev grade class type team group zone building "
    "wave batch iteration version release build error code port status rfc"
)
"""What a number after it is the name of: `week 3`, `phase two`."""
GRADES = _words("tier level priority severity sev class grade type phase stage http")
"""What the number after it is the name of even before a plural: `tier 1 customers`."""
KINDS = _words("way factor faced sided tier star step phase part level degree on to first second")
"""What makes a kind of thing of a number before it: `two-factor`, `1-on-1`."""
BEFORE_A_YEAR = _words(
    "in since until till by from during of for before after early late mid around between and to "
    "year summer autumn fall winter spring"
)
BEFORE_A_NAMED_YEAR = _words("the our my their its your this that")
BEFORE_A_DAY = _words("on by until since from of")
NOT_PLURAL = _words(
    "is was has does works as its this us across always plus versus thus less yes vs perhaps"
)
FIRST_WORDS = _words(
    "a about all almost another around at brought built by cut every exactly from gave got grew in "
    "just kept led left made nearly no now of only over paid ran roughly some sold the to took "
    "under up with within won and but or so then after before for"
)
"""Words that begin a sentence with a capital and are no name: `Only 3`, not `Python 3`."""
MEASURED = _words(
    "rating ratings score scores nps csat average mean median factor ratio index grade rose risen "
    "rise rises fell fallen fall falls drop drops dropped grew grow grown growth increase "
    "increased increases decrease decreased decreases reduce reduced reduces improve improved "
    "improves lower lowered higher per below above than"
)
"""What makes a decimal an amount that might be a version: `rose to 4.6`."""
