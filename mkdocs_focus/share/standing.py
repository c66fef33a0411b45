"""Whether a sentence makes sense without what stands before it in the article.

English can be taken apart: what a pronoun or a "that" stands for must be named in the sentence itself. In other
languages only the first words tell.
"""

from __future__ import annotations

import re

from mkdocs_focus.judge.words import NO_NOUN, VERB, lexicon
from mkdocs_focus.share.subject import stems_of
from mkdocs_focus.share.wording import Wording


def stands_alone(text: str, wording: Wording) -> bool:
    """Whether a sentence makes sense without what stands before it."""
    if wording.points_back(text) and not (wording.has_grammar and _NO_WHAT.match(text)):
        return False
    if not wording.has_grammar:
        return True
    text = _QUOTATION.sub("“…”", text)
    plain = _NO_JOINT.sub(" ", text.lower().replace("’", "'"))
    words = [word.strip(',.;:!()"') for word in plain.split(None, _VERBLESS + 1)]
    if wording.joins_early(words[:_EARLY_JOINT]):
        return False
    if len(words) <= _VERBLESS and not wording.has_verb(words):
        return False
    if _CLAUSE.match(text) and "," not in text:
        return False
    if _OF_BEFORE.match(text) or _LABELLED.match(text) or _NUMBERED.search(text) or _LEADS_ON.search(text):
        return False
    if (_NOMINAL.match(text) or _is_adjective(words[0])) and not says_something(text, wording):
        return False
    found = set(_WORDS.findall(plain))
    if any(pattern.search(text) for pointer, pattern in _POINTERS.items() if pointer in found):
        return False
    if _that_points(text) or (not found.isdisjoint(_DEMONSTRATIVES) and _this_points(text)):
        return False
    return found.isdisjoint(_PRONOUNS) or all(
        _is_bound(text, pronoun, wording) for pronoun in _PRONOUN.finditer(text)
    )


def describes(text: str, wording: Wording) -> bool:
    """Whether a text that is no sentence says what the title above it names: "A bread from Madeira."."""
    return wording.has_grammar and stands_alone(f"Tomato is {text[:1].lower()}{text[1:]}", wording)


def stands_below(text: str, wording: Wording) -> bool:
    """Whether an article's opening makes sense right below its title, of which it may say "this"."""
    this, *words = text.split()
    if not wording.has_grammar or this not in ("This", "These") or len(words) < _SHORTEST:
        return False
    if words[0] in ("is", "was", "are", "were"):
        says_what = words[1] in _SAYS_WHAT and _IN_A_ROW.isdisjoint(words[:_SOME_WORDS])
        return says_what and stands_alone(" ".join(("Tomato", *words)), wording)
    verb = next((i for i, word in enumerate(words[1:_BEFORE_ITS_VERB], 1) if wording.has_verb(["", word.lower()])), 0)
    is_of_it = verb > 0 and _OF_THE_TEXT.isdisjoint(word.lower() for word in words[:verb])
    return is_of_it and stands_alone(" ".join(("The", *words)), wording)


_NO_WHAT = re.compile(r"No (?!one\b|I\b|we\b|you\b|it\b|he\b|she\b|they\b|longer\b|more\b|such\b|other\b)[a-z]+ ")
"""A "no" that counts rather than answers: no rebuild would be complete."""
_SHORTEST = 5
"""Words after the "this"."""
_SAYS_WHAT = frozenset(("a", "an", "the", "my", "our", "how", "very"))
"""What may follow "this is" where it tells what the title names."""
_BEFORE_ITS_VERB = 12
"""Words of a subject that begins with "this", at most."""
_SOME_WORDS = 9
"""Words among which that stands."""
_IN_A_ROW = frozenset(("series", "installment", "instalment", "newsletter", "page", "screenshot"))
"""What a text is one of, which says nothing of its subject."""
_OF_THE_TEXT = frozenset(
    """
    post article guide tutorial section page blog series newsletter issue part chapter episode time week month year
    """.split()  # noqa: SIM905
)
"""What is the text's rather than the title's."""


_QUOTATION = re.compile(r"(?<=\w )(?:\"[^\"]+\"|“[^”]+”)")
"""Words that somebody said or asks for: what they speak of is theirs."""
_PRONOUNS = frozenset(
    """
    it it's it'd it'll they they're they've them he he's him she she's these those this its their his her such
    """.split()  # noqa: SIM905
)


def _is_bound(text: str, pronoun: re.Match[str], wording: Wording) -> bool:
    """Whether what a pronoun stands for can have been named before it in the same sentence.

    Nobody who reads "Ann spent the winter on it" can take the "it" for the winter or for Ann: what a pronoun stands
    for is named in another clause. A possessive may also mean something in its own.
    """
    if pronoun[0] == "IT" or _AHEAD.match(text, pronoun.start()):
        return True
    before = text[: pronoun.start()]
    word = pronoun[0].lower()
    if word not in ("its", "their", "his", "her"):
        boundary = _CLAUSE_BOUNDARY if word in ("this", "these", "those") else _BOUNDARY
        boundaries = list(boundary.finditer(before))
        before = before[: boundaries[-1].start()] if boundaries else ""
    if word in ("this", "these", "those", "such"):  # for what a whole clause says, not for "in practice"
        return wording.has_verb(before.lower().replace("’", "'").split())
    if word in ("they", "them", "their") and _PLURAL.search(before):
        return True
    before = _DATE.sub(" ", before)
    return _NOUN.search(before) is not None or (_NAME.match(before) is not None and not _is_small(before.split()[0]))


_AHEAD = re.compile(r"(?:its|their|his|her) (?:own\b|[\w -]{3,40}, (?:the )?[A-Z])")
"""A possessive whose owner follows: since its start, PyPI has; or that has none: on its own."""


def _is_small(word: str) -> bool:
    """Whether a sentence's first word is capitalised only because it is the first."""
    known = lexicon("en")
    return known is None or word.lower() in known.function_words


_NAME = re.compile(
    r"[A-Z]\w+(?:\s|(?<!ly)(?<!Today)(?<!Yesterday)(?<!Inside)(?<!Outside), (?:by|in|with|despite|like|for|at)\s)"
)
_PLURAL = re.compile(r"\b[A-Za-z][a-z]{2,}s\b")


_BOUNDARY = re.compile(
    r"[,;:—–(]|\b(?:and|but|or|so|when|if|because|since|while|until|before|after|that|which|who|where|than|as|to|unless"
    r"|though|although|whether|for|how|what|why|by)\b",
    re.IGNORECASE,
)
"""Where one clause may end and another begin."""
_CLAUSE_BOUNDARY = re.compile(
    r"[,;:—–(]|\b(?:and|but|or|so|when|if|because|since|while|until|before|after|that|which|where|than|though"
    r"|although|unless|whether)\b",
    re.IGNORECASE,
)
"""Where one surely does."""


_DUMMY = (
    r"(?:(?!.{0,9}(?:similar|due|thanks|close|related|able|great|good) )"
    r"(?:[’']s|[’']d| is| was| has been| turns| turned| took| takes) (?:\w+ ){0,2}(?:that|to|out|for)\b"
    r"| comes (?:to|time to)\b| (?:helps|helped|pays|paid) to\b| (?:would|will) be an? \w+ to\b)"
)
"""What follows an "it" that stands for nothing: it turned out, it was found that."""
_NOW = (
    r"(?:year|morning|afternoon|evening|writing|day|weekend|summer|spring|fall|autumn|winter|past \w+"
    r"|time (?:we|I|the|my|our)\b)\b"
)
_PRONOUN = re.compile(
    r"(?<!make )(?<!made )(?<!makes )(?<!making )(?<!find )(?<!found )(?<!finding )"
    rf"\b(?:it(?!{_DUMMY})|they|them|he|him|she|these|those(?! (?:that|who|of|in|with|from))|this(?! {_NOW})"
    r"|its|their|his|her|such(?! as| a))\b",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(?:(?i:the|a|an|my|our|your|each|every|no|all)|\d[\d.,]*)\s+(?!(?:lot|few|bit|while|way|time|fact|same|least|most|more"
    r"|first|last|one|other|such)\b)[\w-]{3,}|(?<=[a-z,] )[A-Z]\w+|\w+[._/]\w+"
    r"|\b\w{2,}ing (?!about|after|around|away|back|down|for|from|into|out|over|that|the|this|than|with|when|what|how"
    r"|whether|very|quite|forward|like|until)[a-z]{3,}\b"
)
"""Something for a pronoun to stand for; a date is nothing of the kind."""
_DATE = re.compile(
    r"(?:\d{1,2} )?\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b\.?(?: \d{1,4}\b,?)*"
)
_NOT_A_NOUN = (
    r"(?:the|an?|they|it|its|we|you|i|he|she|is|was|are|were|would|can|could|will|has|have|had|when|if|do|does|did|may"
    r"|might|must|should|one|which|what|there|their|our|my|your|this|these|no|not|all|any|every|each|only|some)\b"
)
_OTHERS = re.compile(r"^(?!.*\b[Oo]ne\b).*\b[Tt]he others?(?:[.,;:]| (?:is|are|was|were|had|has)\b)")
_DID = re.compile(r"^[^.,;]{0,60}\b(?:did|does|do) (?:it|so)[.,;]")
_SAID = r", (?:it|he|she|they) (?:wrote|writes|said|says|added|noted|explained|argued|reported|pointed out|told us),"
_EITHER = re.compile(r"\bn?either(?:[.,;:]|$)")
_COUNTED = re.compile(
    r"^(?!.*, .*\b(?:or|and) .*\bthe (?:two|three|four)\b|.*\w and .*\bthe two\b)"  # not where they are listed before
    r".*\bthe (?:two|three|four)\b(?!-| (?:of|most|main|biggest|largest)\b| \w+ (?:of|that|which)\b)(?!.*:)"
)
_AT_THE_END = re.compile(r"\b(?:as well|too|though|instead)\.$")
_POINTERS = {
    "it": re.compile(rf"{_DID.pattern}|{_SAID}"),
    "he": re.compile(_SAID),
    "she": re.compile(_SAID),
    "they": re.compile(_SAID),
    "so": _DID,
    "one": re.compile(r"\b(?:this|that) one\b"),
    "other": re.compile(r"\b(?:the|only) other (?!than|side|day|hand|end|way|half)\w"),
    "others": _OTHERS,
    "either": _EITHER,
    "neither": _EITHER,
    "both": re.compile(
        r"\bboth(?:[.,;:]| -)|\b(?:we|they|are|were) both\b|\bboth (?!sides|ends|hands|ways)[a-z]+s\b(?!.* and )"
    ),
    "here": re.compile(r"\bhere\b(?! (?:in|at|on)\b)"),
    "question": re.compile(r"\bin question\b"),
    "hand": re.compile(r"\bon the other hand\b"),
    "before": re.compile(r"\bas before\b"),
    "after": re.compile(r"\b(?:shortly|soon|right|just|long) after(?:[.,;:]| and\b|$)"),
    "done": re.compile(r"\bdone so\b|\bwhat (?:we|i)['’]?(?:ve)? (?:have )?(?:done|did)\b", re.IGNORECASE),
    "two": _COUNTED,
    "three": _COUNTED,
    "four": _COUNTED,
    "however": re.compile(r", however,"),
    "also": re.compile(r"(?<!which )(?<!that )(?<!who )\b(?:is|was|are|were) also\b|['’](?:s|re) also\b"),
    "well": _AT_THE_END,
    "too": _AT_THE_END,
    "though": _AT_THE_END,
    "instead": _AT_THE_END,
    "additional": re.compile(r"\b(?:an?|\d+|the) additional\b"),
    "problem": re.compile(
        r"\b(?:mak|solv|fix|address|tackl|caus|worsen)\w* the problem\b(?! of| that| with| where| in)"
    ),
    "later": re.compile(r"^(?!Sooner\b|.*\band (?:[\w-]+ ){1,2}later,)(?:[\w-]+ ){1,8}(?<!\bor )later,"),
    "answer": re.compile(r"^(?:If|When|Since) the answer\b"),
    "process": re.compile(r"^(?!.*\b(?:and|by|while|when|\w+ing)\b.* in the process).*\bin the process(?:[.,;]|$)"),
    "thing": re.compile(
        r"^The (?:first|next|second|third|last) thing (?:I|we) (?:did|tried|had|wanted|needed|ended up)\b"
    ),
    "there": re.compile(
        r"^There (?:is|are|was|were) (?:(?:also|only|just|still) )?"
        r"(?:more|another|(?:\w+ )?others?|an? (?:second|third|fourth|fifth|better|catch|problem|difference)"
        r"|(?:one|two|three|four|five)(?: (?:other|more|on|in|at|of|for)\b|[.,;:]| [a-z]+\.\Z))"
    ),
    "reason": re.compile(r"\banother reason\b"),
    "set": re.compile(r"\b[Tt]he (?:first|second|third|other|same) (?:set|batch|group|round|half|part)\b(?! of the)"),
    "remaining": re.compile(r"\bthe remaining\b"),
    "former": re.compile(r"\b[Tt]he former\b(?! [A-Z])"),
    "even": re.compile(r"\beven (?:more|less|larger|smaller|better|worse|faster|slower)\b(?!.*\bthan\b)"),
}
"""Something that was named before: by the word that may point, where it does."""


_DEMONSTRATIVES = frozenset(("this", "these", "those"))
_THIS = re.compile(
    rf"\b(?:this (?!is|was|means|{_NOW})(?=[A-Za-z])"
    r"|(?:these|those) (?!who|that|of|are|were|in|days\b))([\w-]+(?: [\w-]+)?)"
)
_WHOLE_CLAUSE = re.compile(r"(?:When|If|Although|Though|While|Since|By|With)\b.{20,}, (?:but |then )?\Z")
"""What stands before a "this" that sums it up: when the tests run twice, this hides the fault."""


def _this_points(text: str) -> bool:
    """Whether a "this" in a sentence stands for something that neither an earlier noun nor a clause of it tells."""
    for this in _THIS.finditer(text):
        before, after = text[: this.start()], text[this.end() :]
        if _TELLS.search(after):
            continue
        if stems_of(this[1]).isdisjoint(stems_of(before)) and not _WHOLE_CLAUSE.match(before):
            return True
    return False


_TELLS = re.compile(r"[\w”\"]: \w")
"""What a "this" may mean that stands after it: this fact about me: I was there."""


def _that_points(text: str) -> bool:
    """Whether a "that" in a sentence stands for something before it, rather than opening a clause."""
    for that in _THAT.finditer(text):
        before, after = text[: that.start()].rstrip(), text[that.end() :]
        word = before[before.rfind(" ") + 1 :].lower()
        bare = word.rstrip(",")
        noun = after.split(None, 1)[:1]
        if noun and len(noun[0]) > 3 and not stems_of(noun[0]).isdisjoint(stems_of(before)):
            continue  # a release, and that release
        if (word in _NEEDING and not _VERB.match(after)) or _COUNTS.match(after):  # I needed that folder, that $180
            return True
        if word.endswith(",") and bare != "so" and _CLAIMS.match(after):  # over the years, that tax adds up
            return True
        if (word in _PLACING and _NAMED.match(after)) or after.startswith(
            (" -", " --")
        ):  # from that tag, that --flag
            return True
        if (word in _JOINING or word.endswith((",", ":", "ly")) or before.endswith("ly")) and _SUBJECT.match(after):
            return True  # Sadly that page is gone
        is_told = (
            bare in ("but", "and", "so", "with") and len(before.split()) >= _SOME_WORDS
        )  # a clause of its own is meant
        if (word in _DOING and not is_told and _ENDS.match(after)) or (
            word and _PUT.match(after)
        ):  # do that, put that into
            return True
        if bare in _TELLING and not is_told and _VERB.match(after):  # it turns out that leaves
            return True
    return False


_THAT = re.compile(r"\bthat\b")
_NEEDING = frozenset(
    """
    need needs needed want wants wanted use uses used using put take takes took run ran move moved install installed
    open opened fix fixed like liked had have saw see seen hit faced solved solve
    """.split()  # noqa: SIM905
)
_COUNTS = re.compile(r" \$\d| (?:kind|sort|type) of\b")
_CLAIMS = re.compile(
    r" (?:means|meant|makes|made|gives|gave|leaves|left|would|will|is|was|[a-z]+ [a-z]+s\b)"
    r"(?! (?:the|a|an) \w+ (?:is|was)\b)"
)
_PLACING = frozenset("of in on from for into at by about between".split())  # noqa: SIM905
_JOINING = frozenset("and but so because when if".split())  # noqa: SIM905
_DOING = frozenset("do did doing done with of for about like after before from exactly just all".split())  # noqa: SIM905
_TELLING = frozenset(
    "out because but and so then since as if when think thought know knew guess hope mean means".split()  # noqa: SIM905
)
_WILL = r"(?:is|was|are|were|do|does|did|has|had|can|could|will|would|may|might|should)"
_NAMED = re.compile(rf" (?!{_NOT_A_NOUN})(?:[a-z]|[A-Z]{{2}})")
_SUBJECT = re.compile(rf" (?!{_NOT_A_NOUN})[a-z]+ {_WILL}\b")
_ENDS = re.compile(r" to\b|[.,;]")
_PUT = re.compile(r" (?:into|onto|as an?|using|with an?)\b| out\b(?! of)")
_VERB = re.compile(rf"['’]s\b| (?:{_WILL}|leaves|means|made|makes|works|gives|needs|happens|looks)\b")
_OF_BEFORE = re.compile(
    r"[A-Z]\w+ed (?:by|in|on|with|at|as|from|to|for|against) [^,;.]*, (?:it|they|he|she|this|that)\b|"
    r"[\w-]+-wise,? (?:that|this|it)['’ ]"
    r"|(?:The|Another|An?|My|Our) (?:\S+ ){0,3}ones?\b|(?!No |Any |Every |Each )[A-Z][a-z]+ ones?\b"
    r"|The (?:first|second|third|fourth|last|next|latter) (?:is|was|step)\b|An? (?:second|third|fourth|further) \w"
    r"|One (?:day|night|week|month|year) (?:before|after|earlier|later|in|into|on)\b"
    r"|Here (?:in|at) (?:the|this|line|step)\b"
    r"|(?:The|An?) (?:\S+ ){1,4}there (?:is|are|was|were)\b"
    r"|The (?:\w+er|more \w+) (?:part|thing|bit|challenge|question|problem|half|way|step)\b(?! than\b)"
    r"|\w+ed (?!by|in|on|with|at|as|from|to|for)\w+ ?\w*,|\w+ed by\b(?!.*, (?!and\b|or\b)|.* (?:I|we)\b)"
    r"|(?!Need)[A-Z]\w+ed (?:(?:to|from)\b(?!.*,)|the|an?|that|our|my"
    r"|[A-Z](?!\w* (?:is|are|was|were|has|have|had|can)\b))"
    r"|(?:Is|Are|Was|Were|Has|Had|Made|Makes|Takes|Gives|Gets|Goes|Comes|Uses|Works|Means|Needs|Lets|Keeps|Runs|Says"
    r"|Shows|Adds|Helps|Holds|Fits|Allows|Provides|Includes|Supports|Contains|Returns|Requires|Creates|Offers|Joined|Became"
    r"|Brings|Sends|Writes|Prevents)\b"
    r"|(?:Can|Could|Should|Must|May|Might|Will|Would) (?:also |only )?(?:be|have|not)\b"
    r"|(?:Leaves|Turns|Sets|Reads|Builds|Checks|Stops|Starts|Handles) (?:the|an?|its|your|all)\b"
    r"|.*\s(?:→|->|=>)\s"
)
"""A subject that only what stands before can tell: the red one, the second, the number there; or none at all."""
_LABELLED = re.compile(
    r"(?:Sources?|Photos?|Pictures?|Images?|Figures?|Tables?|Listings?|Videos?)(?: (?:source|credits?))?"
    r"(?::| \d| (?:via|by|from|courtesy)\b)"
    r"|\W*\d{1,2}[:.]\d\d\b|\W*(?:19|20)\d\d-\w\w-\w\w\b|(?:Step|Day|Week|Phase|Part) \d+\b|[^.,;:]{1,24}\b\d{4}:"
)
"""Whose picture it is, one that the post has not, or an entry of a log or a calendar."""
_NUMBERED = re.compile(
    r"\b(?:[Ss]ession|[Rr]ound|[Ss]teps?|[Pp]hase|[Pp]art|[Ll]evel|[Tt]ask|[Ss]tage|[Ee]xperiment) #?\d"
)
"""One of several that only the article tells of."""
_LEADS_ON = re.compile(
    r"\b(?:two|three|four|five|six|several|a few|some|\d+) (?:\w+ )?(?:reasons|ways|steps|things|points|options|parts"
    r"|kinds|types|questions|problems|issues|rules|lessons|areas|categories)[.:]$"
)
"""What a list was to follow."""
_NOMINAL = re.compile(r"(?:The|An?|My|Our|No)\s|\w+ing\b|[A-Z]\w*(?:[._]\w|[A-Z]|, )|(?:More|Less|Better|Fewer)\s")
"""The start of what needs a verb to become a sentence; other starts may be an order."""
_NO_JOINT = re.compile(r"\b(?:instead of|likewise to|the same \w+ as|also known as|too (?!,))")
"""What holds a word that could join a sentence to the one before it, but does not."""
_EARLY_JOINT = 5
"""Words from the start among which an "also" joins the sentence to what stands before it."""
_VERBLESS = 6
"""A sentence of so few words may lack a verb: a heading or an exclamation rather than a statement."""
_CLAUSE = re.compile(r"(?:Because|Since|Although|Though|While|Whereas|Until|Unless|Which|Whether)\b")
"""A clause that needs a main clause after its comma."""


def _is_adjective(word: str) -> bool:
    known = lexicon("en")
    return known is not None and known.breadth.get(word) == NO_NOUN and word not in known.function_words


def says_something(text: str, wording: Wording) -> bool:
    """Whether a text holds what looks like a finite verb."""
    words = [
        word
        for word in _COMPOUNDS.findall(_INFINITIVE.sub("", text.lower().replace("’", "'")))
        if word not in _PARTICIPLES
    ]
    if wording.has_verb(words):
        return True
    known = lexicon("en")
    if known is None or not words:
        return False
    return any(known.breadth.get(word.removesuffix("s")) == VERB for word in words[1:]) or (
        not words[0].endswith("ing") and _DOES.search(text) is not None
    )


_DOES = re.compile(
    r" [a-z]{2,}s (?:the|an?|our|your|my|its|their|to|how|what|that|as|more|it|them|us|you|from|into|up|down|out"
    r"|no|every|each|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d.,]*|[a-z]+ly)\b"
    r"| [a-z]+ly [a-z]{3,}s "
)
"""Somebody or something that does something: the pump draws the, the rule neatly parts."""


_WORDS = re.compile(r"[\w']+")
_INFINITIVE = re.compile(r"\bto \w+")
_PARTICIPLES = frozenset(
    ("based", "used", "called", "named", "titled", "filled", "topped", "served", "baked", "loaded", "packed")
)
"""What tells which one is meant rather than what happened."""
_COMPOUNDS = re.compile(r"[\w'-]+")
"""Words; "home-made" is one, and no verb."""
