"""A browser for tests that needs no socket."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx


class Browser:
    """Asks the application without a socket, and keeps cookies."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.cookies = httpx.Cookies()

    def get(self, path: str, **more: Any) -> httpx.Response:
        return asyncio.run(self._ask("GET", path, **more))

    def post(self, path: str, **more: Any) -> httpx.Response:
        return asyncio.run(self._ask("POST", path, **more))

    async def _ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app)
        address = "http://127.0.0.1:8000"
        async with httpx.AsyncClient(transport=transport, base_url=address, cookies=self.cookies) as client:
            answer = await client.request(method, path, follow_redirects=more.pop("follow", True), **more)
            self.cookies = client.cookies
        return answer
