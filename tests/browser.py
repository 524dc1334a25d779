"""A page in headless Chromium, driven over the pipe of its DevTools protocol: no driver program, no port, no library."""

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)


class Page:
    """One page; `errors` are what it wrote to the console as errors or did not catch."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands, self._answers = commands, answers
        self._rest, self._number, self._session = b"", 0, ""
        self.errors: list[str] = []
        target = next(one for one in self.send("Target.getTargets")["targetInfos"] if one["type"] == "page")
        self._session = self.send("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **params: Any) -> Any:
        """What the browser answers to a command."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": params, **({"sessionId": self._session} if self._session else {})}
        os.write(self._commands, json.dumps(command).encode() + b"\0")
        while True:
            said = self._message()
            if said.get("id") == self._number:
                if "error" in said:
                    raise RuntimeError(f"{method}: {said['error']['message']}")
                return said["result"]

    def _message(self) -> Any:
        while b"\0" not in self._rest:
            read = os.read(self._answers, 1 << 16)
            if not read:
                raise RuntimeError("the browser has gone")
            self._rest += read
        said, _, self._rest = self._rest.partition(b"\0")
        message = json.loads(said)
        if message.get("method") == "Runtime.exceptionThrown":
            self.errors.append(str(message["params"]["exceptionDetails"]))
        elif message.get("method") == "Log.entryAdded" and message["params"]["entry"]["level"] == "error":
            self.errors.append(message["params"]["entry"]["text"])
        elif message.get("method") == "Runtime.consoleAPICalled" and message["params"]["type"] == "error":
            self.errors.append(str(message["params"]["args"]))
        return message

    def open(self, path: Path, width: int = 1280, height: int = 900) -> None:
        """Show a file in a window of this size."""
        self.visit(path.as_uri(), width, height)

    def visit(self, address: str, width: int = 1280, height: int = 900) -> None:
        """Show what stands at an address in a window of this size."""
        self.resize(width, height)
        self.send("Page.navigate", url=address)
        self.wait("document.readyState === 'complete'")

    def resize(self, width: int, height: int) -> None:
        """Give the window this size; a narrow one is that of a phone."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)

    def wait(self, condition: str) -> None:
        """Wait until an expression is true, half a minute at most."""
        until = time.monotonic() + 30
        while not self.ask(condition):
            assert time.monotonic() < until, condition

    def ask(self, expression: str) -> Any:
        """The value of an expression in the page."""
        result = self.send("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(str(result["exceptionDetails"]))
        return result["result"].get("value")

    def press(self, code: str, key: str) -> None:
        """Press a key and let it go."""
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, code=code, key=key)


@contextmanager
def chromium() -> Iterator[Page]:
    """A browser with one empty page, without a network."""
    assert CHROMIUM
    import fcntl  # there is none on Windows

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:  # its last processes may still be writing
        to_browser, from_us = os.pipe()
        to_us, from_browser = os.pipe()

        def connect() -> None:
            """The browser reads descriptor 3 and writes descriptor 4."""
            ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_browser, from_browser)]
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe", f"--user-data-dir={profile}"]
        started = subprocess.Popen(
            [CHROMIUM, *options, "about:blank"],
            close_fds=False,
            preexec_fn=connect,  # noqa: PLW1509  (the protocol's descriptors have numbers of their own, and no thread runs here)
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        try:
            yield Page(from_us, to_us)
        finally:
            started.kill()
            started.wait()
            os.close(from_us)
            os.close(to_us)
