"""Every lexicon row and every rule stanza: well-formed, unambiguous within its file, and true to its own examples."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import caseextract
from caseextract.knowledge import Entry, Rule, combinations, knowledge_version, lexicon, rules
from caseextract.knowledge.files import every_file, lexicon_file
from caseextract.mentions.by_lexicon import LEXICONS
from caseextract.mentions.normalised import folded, plain

TABLES = {"combinations", "agent_stems", "confidence"}
"""Files whose rows are no concepts."""
NAMES = sorted(item.name.removesuffix(".tsv") for item in every_file() if item.name.endswith(".tsv"))
CONCEPTS = [name for name in NAMES if name not in TABLES]
RULES = [
    pytest.param(file.name.removesuffix(".toml"), rule, id=f"{file.name}: {rule.name}")
    for file in every_file()
    if file.name.endswith(".toml")
    for rule in rules(file.name.removesuffix(".toml"))
]
CURIE = re.compile(r"HGNC:\d+|NCIT:C\d+|MESH:[CD]\d{6,9}|CHEBI:\d+|ONCOTREE:[A-Z0-9_/-]+|UNII:[A-Z0-9]{10}|RXNORM:\d+")


CASE_MATTERS = {"regimens"}
"""Files whose labels and synonyms are matched as they are written."""


def surfaces(name: str, entry: Entry) -> set[str]:
    # the same cue may look forward in one row and backward in another
    reach = f" ({entry.get('reach')})" if name == "cues" else ""
    return {(plain(form) if name in CASE_MATTERS else folded(form)) + reach for form in (entry.label, *entry.synonyms)}


def repeated(forms: Iterator[str]) -> list[str]:
    return sorted(form for form, count in Counter(forms).items() if count > 1)


@pytest.mark.parametrize("name", NAMES)
def test_files_are_plain(name: str) -> None:
    text = lexicon_file(name).read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert text.startswith("#"), "the head says what the file is and where its facts come from"
    assert '\t"' not in text


@pytest.mark.parametrize("name", sorted(LEXICONS))
def test_no_form_belongs_to_two_rows(name: str) -> None:
    rows = lexicon(name).values()
    assert rows
    assert repeated(form for entry in rows for form in surfaces(name, entry)) == []
    assert repeated(form for entry in rows for form in {plain(one) for one in entry.abbreviations}) == []


@pytest.mark.parametrize("name", sorted(LEXICONS))
def test_forms_can_be_found(name: str) -> None:
    empty = [entry.label for entry in lexicon(name).values() if not all(any(map(str.isalnum, form)) for form in surfaces(name, entry))]
    assert empty == []


@pytest.mark.parametrize("name", sorted({*LEXICONS} - {"cues"} - CASE_MATTERS))
def test_short_forms_are_abbreviations(name: str) -> None:
    """A synonym of one or two letters would be found in every text."""
    short = [(entry.label, form) for entry in lexicon(name).values() for form in entry.synonyms if len(form) < 3]
    assert short == []


@pytest.mark.parametrize("name", CONCEPTS)
def test_codes_are_curies(name: str) -> None:
    odd = [(entry.label, entry.get("code")) for entry in lexicon(name).values() if entry.get("code") and not CURIE.fullmatch(entry.get("code"))]
    assert odd == []


@pytest.mark.parametrize("name", CONCEPTS)
def test_every_row_says_where_it_comes_from(name: str) -> None:
    assert [entry.label for entry in lexicon(name).values() if not entry.get("source")] == []


def test_agents_of_regimens_exist() -> None:
    known = {*lexicon("agents"), *lexicon("agent_classes"), *lexicon("supportive")}
    unknown = {
        (entry.label, agent)
        for entry in lexicon("regimens").values()
        for agent in (*entry.listed("agents"), *entry.listed("optional_agents"))
        if agent not in known
    }
    assert sorted(unknown) == []


def test_regimens_name_their_agents() -> None:
    assert [entry.label for entry in lexicon("regimens").values() if not entry.listed("agents")] == []


def test_combinations_are_made_of_known_parts() -> None:
    histologies, sites, codes = lexicon("histologies"), lexicon("sites"), lexicon("oncotree")
    odd = [
        (histology, site, code)
        for (histology, site), (code, _) in combinations().items()
        if histology not in histologies or (site and site not in sites) or (code and code not in codes)
    ]
    assert odd == []


@pytest.mark.parametrize("name", ["histologies", "sites"])
def test_parents_exist_and_lead_upward(name: str) -> None:
    table = lexicon(name)
    for entry in table.values():
        seen = [entry.label]
        while parent := table[seen[-1]].get("parent"):
            assert parent in table, f"{seen[-1]}: parent {parent!r}"
            assert parent not in seen, f"{entry.label}: a circle"
            seen.append(parent)


def test_codes_of_tumours_are_in_oncotree() -> None:
    tree = lexicon("oncotree")
    codes = {entry.get("code").removeprefix("ONCOTREE:") for entry in lexicon("tumors").values()}
    assert sorted(codes - set(tree) - {""}) == []


def test_the_tree_is_a_tree() -> None:
    tree = lexicon("oncotree")
    assert sorted({entry.get("parent") for entry in tree.values()} - set(tree)) in ([], ["TISSUE"], ["", "TISSUE"], [""])


def test_members_of_gene_families_and_drivers_of_fusions_are_genes() -> None:
    genes = lexicon("genes")
    members = {gene for entry in lexicon("gene_families").values() for gene in entry.listed("members")}
    drivers = {entry.get("driver") for entry in lexicon("fusions").values()} - {""}
    assert sorted((members | drivers) - set(genes)) == []


def test_the_knowledge_covers_the_field() -> None:
    """The least that the program promises; what is there is far more."""
    wanted = {"agents": 600, "regimens": 150, "genes": 700, "tumors": 890, "histologies": 100, "sites": 100}
    assert {name: count for name, count in wanted.items() if len(lexicon(name)) < count} == {}


def test_every_file_is_read() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(caseextract.__file__).parent.rglob("*.py"))
    assert [item.name for item in every_file() if f'"{item.name.rpartition(".")[0]}"' not in sources] == []


@pytest.mark.parametrize(("file", "rule"), RULES)
def test_a_rule_keeps_its_promises(file: str, rule: Rule) -> None:
    assert rule.matches
    assert [text for text in rule.matches if not rule.pattern.search(text)] == []
    assert [text for text in rule.ignores if rule.pattern.search(text)] == []


@pytest.mark.parametrize(("file", "rule"), RULES)
def test_a_rule_is_called_by_its_anchors(file: str, rule: Rule) -> None:
    assert [anchor for anchor in rule.anchors if anchor != anchor.lower() or not anchor] == []
    called = [text for text in rule.matches if not rule.anchors or any(folded(anchor) in folded(text) for anchor in rule.anchors)]
    assert called == list(rule.matches)


@pytest.mark.parametrize("rule", rules("contexts"), ids=lambda rule: rule.name)
def test_a_context_shows_what_it_means(rule: Rule) -> None:
    assert (len(rule.matches) >= 3, len(rule.ignores) >= 2) == (True, True)


def test_classes_with_a_role_are_classes() -> None:
    named = {label for entry in lexicon("class_roles").values() for label in entry.synonyms}
    assert sorted(named - set(lexicon("agent_classes"))) == []


@pytest.mark.parametrize("file", sorted({param.values[0] for param in RULES}, key=str))
def test_rules_of_a_file_have_names_of_their_own(file: str) -> None:
    assert repeated(rule.name for rule in rules(file)) == []


def test_the_version_is_a_short_word() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", knowledge_version())
