from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from caseextract.review.desk import Desk
from caseextract.review.guard import POLICY
from tests.fictional import TEXT, lung_record
from tests.review.asking import Browser

RESPONSE = "case 1/course:systemic,larotrectinib/best_response"
ADDRESSES = (
    "/",
    "/articles/lung",
    "/articles/lung/form?field=sex",
    "/articles/lung/curated.json",
    "/articles/lung/pictures/1.svg",
    "/articles/lung/pages/1.png",
    "/vocabularies/genes",
    "/agreement",
    "/pictures",
    "/pictures/swimmer.svg",
    "/audit.csv",
    "/static/page.css",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_the_token_there_is_no_answer(stranger: Browser, address: str) -> None:
    for path in (address, f"{address}{'&' if '?' in address else '?'}token=wrong"):
        answer = stranger.get(path)
        assert answer.status_code == 403
        assert "larotrectinib" not in answer.text
        assert not answer.cookies


def test_the_token_is_taken_out_of_the_address_into_a_cookie(stranger: Browser) -> None:
    answer = stranger.get("/agreement?first=Ada&token=only-for-tests", follow=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/agreement?first=Ada")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=strict" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "127.0.0.1:9000"},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9000"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_origin_gets_no_data(client: Browser, headers: dict[str, str]) -> None:
    assert client.get("/articles/lung", headers=headers).status_code == 403
    answer = client.post("/articles/lung/decisions", headers=headers, json={"action": "accept", "key": RESPONSE})
    assert answer.status_code == 403
    assert client.get("/").text.count("0/27") == 1


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_policy(client: Browser, address: str) -> None:
    answer = client.get(address)
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.status_code == (404 if address.endswith("1.png") else 200)


def test_pages_hold_no_outside_address_and_no_inline_script(client: Browser) -> None:
    for address in ("/", "/articles/lung", "/agreement", "/pictures"):
        html = client.get(address).text
        assert "http" not in html.replace("http-equiv", "")
        assert "style=" not in html
        assert "<script>" not in html


def test_script_in_an_article_is_only_text(client: Browser, run: Path) -> None:
    title = '<script>alert(1)</script> "<img src=x onerror=alert(2)>" of {{ 12345 * 2 }}'
    (run / "records" / "lung.json").write_text(lung_record(title=title).to_json(), encoding="utf-8")
    for address in ("/", "/articles/lung"):
        html = client.get(address).text
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "&lt;script&gt;alert(1)" in html
        assert "24690" not in html


def test_a_decision_comes_back_with_the_changed_parts(client: Browser, desk: Desk) -> None:
    asked = {"action": "edit", "key": RESPONSE, "typed": {"value": "complete_response"}, "why": "scan"}
    answer = client.post("/articles/lung/decisions", json=asked).json()
    assert answer["said"] == "Edited: best response, complete response"
    assert "Extracted as: partial response" in answer["parts"]["record"]
    assert "1 of 27 decided" in answer["parts"]["progress"]
    assert (desk.decisions.standing("lung", "Ada")[0].new or {})["value"] == "complete_response"
    assert client.get("/articles/lung/curated.json").json()["cases"][0]["treatments"][2]["best_response"]["value"] == (
        "complete_response"
    )


@pytest.mark.parametrize(
    ("asked", "status", "message"),
    [
        ({"action": "edit", "key": RESPONSE, "typed": {"value": "cured"}}, 422, "Value: is not one of"),
        ({"action": "edit", "key": "case 9/sex", "typed": {}}, 422, "no longer in the record"),
        ({"action": "add", "field": "sex", "parent": "case 2", "typed": {"value": "male"}}, 422, "Words: choose"),
        ({"action": "steal"}, 422, "no such action"),
        ({"action": "accept"}, 400, "not understood"),
        ([], 400, "not understood"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(client: Browser, asked: Any, status: int, message: str) -> None:
    answer = client.post("/articles/lung/decisions", json=asked)
    assert answer.status_code == status
    assert message in answer.json()["refused"]


@pytest.mark.parametrize(
    "address",
    [
        "/articles/nobody",
        "/articles/..%2F..%2Fetc",
        "/articles/lung/form?key=nothing",
        "/articles/lung/form?field=nothing",
        "/articles/lung/pictures/9.svg",
        "/pictures/nothing.svg",
        "/vocabularies/nothing",
        "/static/../server.py",
    ],
)
def test_what_is_not_there_is_not_found(client: Browser, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_second_curator_and_the_list(client: Browser) -> None:
    client.post("/articles/lung/decisions", json={"action": "accept_all", "above": 0.9})
    assert "22/27" in client.get("/").text
    client.post("/curator", data={"curator": "Ben Ödön", "back": "//evil.example"})
    html = client.get("/").text
    assert "0/27" in html
    assert 'value="Ben Ödön"' in html
    client.post("/articles/lung/decisions", json={"action": "reject", "key": "case 1/sex"})
    html = client.get("/agreement").text
    assert "<td>female</td><td>rejected</td>" in html
    trail = client.get("/audit.csv").text.splitlines()
    assert len(trail) == 1 + 23


def test_a_broken_record_is_named_and_the_others_are_shown(client: Browser, run: Path, desk: Desk) -> None:
    (run / "records" / "made.json").write_text("{}", encoding="utf-8")
    html = client.get("/").text
    assert "Not readable" in html
    assert "0/27" in html
    assert client.get("/articles/made").status_code == 422


def test_forms_come_from_the_schema(client: Browser) -> None:
    html = client.get("/articles/lung/form", params={"key": RESPONSE}).text
    assert '<option value="partial_response" selected>partial response</option>' in html
    assert 'name="criteria"' in html


def test_the_text_on_the_page_is_the_text(client: Browser) -> None:
    from html import unescape
    from re import findall, sub

    html = client.get("/articles/lung").text
    shown = [unescape(sub("<[^>]+>", "", part)) for part in findall(r'(?s)class="passage"[^>]*>(.*?)</(?:p|h2)>', html)]
    assert shown == TEXT.rstrip("\n").split("\n")
