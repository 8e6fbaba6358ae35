"""The curator's page as a Starlette application; `serve` runs it on this machine only."""

from __future__ import annotations

import json
import secrets
import socket
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from caseextract.errors import CaseExtractError, MissingExtra, RecordError
from caseextract.review import agreement, pages, vocabularies
from caseextract.review.desk import Desk, Done, Words
from caseextract.review.fields import BY_NAME
from caseextract.review.forms import inputs_of
from caseextract.review.guard import Guard
from caseextract.review.layout import environment
from caseextract.review.overlay import laid_over
from caseextract.review.pictures import PICTURES, pictures_of, svg_of_record, svg_of_run
from caseextract.review.shares import progress, shares
from caseextract.review.views import Sheet, sheet


class Application:
    """The routes' answers."""

    def __init__(self, desk: Desk, curator: str) -> None:
        self.desk = desk
        self.curator = curator
        self.templates = environment()

    def routes(self) -> list[Route | Mount]:
        """Every address."""
        static = StaticFiles(packages=[("caseextract.review", "static")])
        return [
            Route("/", self._plain(self.list)),
            Route("/articles/{name}", self._plain(self.article)),
            Route("/articles/{name}/form", self._plain(self.form)),
            Route("/articles/{name}/decisions", self.decide, methods=["POST"]),
            Route("/articles/{name}/pages/{number:int}.png", self._plain(self.page)),
            Route("/articles/{name}/pictures/{case:int}.svg", self._plain(self.timeline)),
            Route("/articles/{name}/curated.json", self._plain(self.curated)),
            Route("/vocabularies/{name}", self._plain(self.vocabulary)),
            Route("/agreement", self._plain(self.agreement)),
            Route("/pictures", self._plain(self.pictures)),
            Route("/pictures/{name}.svg", self._plain(self.picture)),
            Route("/audit.csv", self._plain(self.audit)),
            Route("/curator", self.set_curator, methods=["POST"]),
            Mount("/static", static),
        ]

    def _plain(self, answer: Callable[[Request], Response]) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            try:
                return await run_in_threadpool(answer, request)
            except CaseExtractError as error:
                return PlainTextResponse(str(error), status_code=422)

        return endpoint

    def list(self, request: Request) -> Response:
        """Articles, the doubtful first."""
        who = self._who(request)
        standing = self.desk.decisions.standing(curator=who)
        rows, broken = [], []
        for name in self.desk.articles.names:
            try:
                record = self.desk.articles.record(name)
                judged = laid_over(record, [decision for decision in standing if decision.article == name])
            except RecordError as error:
                broken.append((name, str(error)))
                continue
            title = record.article.title.value if record.article.title else record.source.name or name
            rows.append((name, title, len(record.cases), record.no_case_reason, progress(judged)))
        rows.sort(key=lambda row: (*row[4].order, row[0]))
        return self._page(
            request,
            "list.html",
            rows=rows,
            broken=broken,
            shares=[(share, _title(share.field)) for share in shares(standing)],
            decided=sum(row[4].decided for row in rows),
            values=sum(row[4].values for row in rows),
        )

    def article(self, request: Request) -> Response:
        """One article: its text beside its record."""
        name, found = self._sheet(request)
        following = self._after(name)
        return self._page(request, "article.html", sheet=found, readonly=False, following=following, pictures=PICTURES)

    def form(self, request: Request) -> Response:
        """The inputs for a value, filled when `key` names one, empty for a new one of a field."""
        name, query = self._name(request), request.query_params
        value = None
        field = query.get("field", "")
        if "key" in query:
            judged = self.desk.judged(name, self._who(request))
            one = next((one for one in judged if one.item.key == query["key"]), None)
            if one is None:
                raise HTTPException(404)
            value, field = one.item.value, one.item.field
        if field not in BY_NAME:
            raise HTTPException(404)
        inputs, purpose = inputs_of(BY_NAME[field], value), "edit" if "key" in query else "add"
        form = self.templates.get_template("_form.html")
        return HTMLResponse(form.render(inputs=inputs, purpose=purpose))

    async def decide(self, request: Request) -> Response:
        """Take a decision; the answer holds the parts of the page that it changed."""
        self._name(request)
        try:
            asked = json.loads(await request.body())
            done = await run_in_threadpool(self._decide, request, asked)
        except (ValueError, KeyError, TypeError) as error:
            return JSONResponse({"refused": f"not understood: {error}"}, status_code=400)
        except CaseExtractError as error:
            return JSONResponse({"refused": str(error)}, status_code=422)
        return JSONResponse(await run_in_threadpool(self._changed, request, done))

    def _decide(self, request: Request, asked: Mapping[str, Any]) -> Done:
        name, who, action = self._name(request), self._who(request), asked["action"]
        why = str(asked.get("why", ""))
        words = Words(int(asked["start"]), int(asked["end"])) if asked.get("start") is not None else None
        typed = {str(key): str(text) for key, text in asked.get("typed", {}).items()}
        if action == "accept":
            return self.desk.accept(name, who, asked["key"], why)
        if action == "accept_all":
            return self.desk.accept_all(name, who, float(asked["above"]))
        if action == "reject":
            return self.desk.reject(name, who, asked["key"], why)
        if action == "edit":
            return self.desk.edit(name, who, asked["key"], typed, words=words, why=why)
        if action == "add":
            if words is None:
                raise RecordError("Words: choose the words of the text that prove this value")
            return self.desk.add(name, who, asked["field"], asked["parent"], typed, words=words, why=why)
        if action == "keep":
            return self.desk.keep(name, who, asked["key"])
        if action == "undo":
            return self.desk.undo(name, who)
        raise RecordError(f"no such action: {action}")

    def _changed(self, request: Request, done: Done) -> dict[str, Any]:
        _, found = self._sheet(request)
        parts = {
            part: self.templates.get_template(f"_{part}.html").render(sheet=found, readonly=False, pictures=PICTURES)
            for part in ("text", "record", "progress", "pages", "parents")
        }
        return {"said": done.said, "key": done.key, "parts": parts}

    def page(self, request: Request) -> Response:
        """The picture of a PDF page."""
        original = self.desk.articles.original(self._name(request))
        if original is None:
            raise HTTPException(404)
        try:
            return Response(pages.picture(original, request.path_params["number"]), media_type="image/png")
        except IndexError as error:
            raise HTTPException(404) from error

    def timeline(self, request: Request) -> Response:
        """The timeline of one patient, as the curator left the record."""
        record = self.desk.curated(self._name(request), self._who(request))
        if not 1 <= request.path_params["case"] <= len(record.cases):
            raise HTTPException(404)
        return _svg(svg_of_record(record, request.path_params["case"]))

    def curated(self, request: Request) -> Response:
        """The record as the curator left it."""
        name = self._name(request)
        record = self.desk.curated(name, self._who(request))
        disposition = f"attachment; filename*=UTF-8''{quote(name)}.json"
        return Response(record.to_json(), media_type="application/json", headers={"content-disposition": disposition})

    def vocabulary(self, request: Request) -> Response:
        """The words of a vocabulary as a list of options."""
        if request.path_params["name"] not in vocabularies.LEXICONS:
            raise HTTPException(404)
        return JSONResponse(vocabularies.words(request.path_params["name"]))

    def agreement(self, request: Request) -> Response:
        """Two curators side by side."""
        curators = self.desk.decisions.curators()
        chosen = [request.query_params.get(side) for side in ("first", "second")]
        first = chosen[0] or (curators[0] if curators else "")
        second = chosen[1] or next((name for name in curators if name != first), "")
        pairs = agreement.pairs(
            self.desk.decisions.standing(curator=first), self.desk.decisions.standing(curator=second)
        )
        rows = [(row, _title(row.field)) for row in agreement.by_field(pairs)]
        differing = [(pair, _title(pair.field)) for pair in pairs if not pair.same]
        return self._page(
            request, "agreement.html", curators=curators, first=first, second=second, rows=rows, differing=differing
        )

    def pictures(self, request: Request) -> Response:
        """The plots over all articles."""
        return self._page(request, "pictures.html", pictures=pictures_of(self._records(request)) if PICTURES else [])

    def picture(self, request: Request) -> Response:
        """One plot over all articles."""
        found = svg_of_run(request.path_params["name"], self._records(request))
        if found is None:
            raise HTTPException(404)
        return _svg(found)

    def _records(self, request: Request) -> Any:
        who = self._who(request)
        return [(name, self.desk.curated(name, who)) for name in self.desk.articles.names]

    def audit(self, request: Request) -> Response:
        """Every decision ever made."""
        headers = {"content-disposition": "attachment; filename=audit.csv"}
        return Response(self.desk.decisions.audit_csv(), media_type="text/csv; charset=utf-8", headers=headers)

    async def set_curator(self, request: Request) -> Response:
        """Who is working from now on."""
        typed = parse_qs((await request.body()).decode("utf-8", "replace"))
        name = typed.get("curator", [""])[0].strip()[:80]
        back = typed.get("back", ["/"])[0]
        response = RedirectResponse(back if back.startswith("/") and not back.startswith("//") else "/", 303)
        if name:
            response.set_cookie("caseextract_curator", quote(name), httponly=True, samesite="strict")
        return response

    def _who(self, request: Request) -> str:
        return unquote(request.cookies.get("caseextract_curator", "")) or self.curator

    def _name(self, request: Request) -> str:
        name = str(request.path_params["name"])
        if name not in self.desk.articles:
            raise HTTPException(404)
        return name

    def _sheet(self, request: Request) -> tuple[str, Sheet]:
        name = self._name(request)
        original = self.desk.articles.original(name)
        judged = self.desk.judged(name, self._who(request))
        found = pages.sizes(original) if original else ()
        return name, sheet(name, self.desk.articles.record(name), judged, found)

    def _after(self, name: str) -> str | None:
        names = self.desk.articles.names
        place = names.index(name) + 1
        return names[place] if place < len(names) else None

    def _page(self, request: Request, template: str, **shown: Any) -> Response:
        html = self.templates.get_template(template).render(who=self._who(request), here=request.url.path, **shown)
        return HTMLResponse(html)


def _title(field: str) -> str:
    return BY_NAME[field].title if field in BY_NAME else "All fields"


def _svg(content: bytes) -> Response:
    return Response(content, media_type="image/svg+xml")


def application(desk: Desk, *, curator: str, token: str, port: int) -> Starlette:
    """The whole application, guarded."""
    guard = Middleware(Guard, token=token, port=port)
    return Starlette(routes=Application(desk, curator).routes(), middleware=[guard])


def serve(desk: Desk, *, curator: str, port: int = 0, ready: Callable[[str], None]) -> None:
    """Answer on 127.0.0.1 until interrupted; `ready` is called with the address once the port is known."""
    try:
        import uvicorn
    except ImportError as error:
        raise MissingExtra("The curator's page needs uvicorn: pip install 'caseextract[review]'") from error
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", port))
    port = listening.getsockname()[1]
    token = secrets.token_urlsafe(24)
    app = application(desk, curator=curator, token=token, port=port)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    ready(f"http://127.0.0.1:{port}/?token={token}")
    server.run(sockets=[listening])
