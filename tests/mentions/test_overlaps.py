"""Which of two overlapping mentions stays."""

from caseextract.mentions.overlaps import resolve
from caseextract.schema.mention import Mention


def mention(kind: str, start: int, end: int, label: str = "") -> Mention:
    return Mention(kind, start, end, label or kind, 0)


def test_the_longer_of_a_family_stays() -> None:
    short, long = mention("agent", 0, 11), mention("agent", 0, 18)
    assert resolve([short, long]) == [long]


def test_kinds_of_one_family_exclude_each_other() -> None:
    gene, inhibitor = mention("gene", 0, 4), mention("agent_class", 0, 14)
    assert resolve([gene, inhibitor]) == [inhibitor]


def test_kinds_of_different_families_stay_both() -> None:
    tumor, site = mention("tumor", 0, 20), mention("site", 0, 4)
    assert resolve([tumor, site]) == [site, tumor]


def test_a_longer_one_in_the_middle_removes_both_neighbours() -> None:
    left, middle, right = mention("agent", 0, 6), mention("agent", 4, 16), mention("agent", 14, 20)
    assert resolve([left, middle, right]) == [middle]


def test_touching_is_no_overlap() -> None:
    left, right = mention("agent", 0, 6), mention("agent", 6, 9)
    assert resolve([right, left]) == [left, right]


def test_cues_stay_all() -> None:
    cues = [mention("cue", 0, 2, "no"), mention("cue", 0, 14, "no history of")]
    assert sorted(one.label for one in resolve(cues)) == ["no", "no history of"]


def test_the_order_of_the_input_does_not_matter() -> None:
    many = [mention("gene", 0, 4, "A"), mention("agent", 2, 6, "b"), mention("gene", 5, 8, "C"), mention("site", 1, 3, "d")]
    assert resolve(many) == resolve(reversed(many))
