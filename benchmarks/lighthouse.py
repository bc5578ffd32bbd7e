"""Lighthouse on the published site: `python benchmarks/lighthouse.py [--output folder] [--runs 3]`,
with `--page home --lang be --network "slow 4G"` on some of it. Ends with 1 where a page is not
given 100 four times on slow 4G; pages that search engines are not to show are excepted from SEO.

Needs Node, Chromium and Lighthouse: `npm install lighthouse` somewhere,
LIGHTHOUSE=that/node_modules/.bin/lighthouse. Networks are simulated, as Lighthouse does by itself
for slow 4G; of several runs the median counts.
"""

import argparse
import json
import os
import subprocess
import sys
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.served import served
from tests.browser.find_browsers import CHROMIUM

LANGS = ("be", "ru", "en", "ar")
PAGES = {
    "home": "",
    "advice": "advice/abroad/documents/",
    "release": "press/2026-11-safe-job-offers/",
    "chapter": "manual/words-and-headlines/",
    "search": "search/",
    "contact": "contact/",
}
# Round trip in milliseconds, kilobits a second, and how much slower the processor is (Lighthouse's
# `mobileSlow4G`; the slow 3G of WebPageTest).
NETWORKS = {"slow 4G": (150, 1638.4, 4), "slow 3G": (400, 400, 4)}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
ATTEMPTS = 3
CHROME = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking "
    "--no-first-run"
)
DEMANDED = "slow 4G"


def audit(url: str, network: str) -> dict[str, Any]:
    """What Lighthouse says of the page."""
    latency, throughput, slower = NETWORKS[network]
    command = [
        os.environ.get("LIGHTHOUSE", "lighthouse"),
        url,
        "--quiet",
        "--output=json",
        f"--chrome-flags={CHROME}",
    ]
    command += [f"--only-categories={','.join(CATEGORIES)}", "--throttling-method=simulate"]
    command += [f"--throttling.rttMs={latency}", f"--throttling.throughputKbps={throughput}"]
    command += [f"--throttling.cpuSlowdownMultiplier={slower}"]
    environment = os.environ | {"CHROME_PATH": CHROMIUM.find()}
    for _ in range(ATTEMPTS):  # now and then Chromium is not up in time
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return dict(json.loads(done.stdout))
    raise SystemExit(f"Lighthouse cannot judge {url}: {done.stderr.strip()[-500:]}")


def scores(report: dict[str, Any]) -> list[float]:
    """The four scores, of 100, and the first render and the largest, in milliseconds."""
    found = [round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES]
    return found + [
        report["audits"][name]["numericValue"]
        for name in ("first-contentful-paint", "largest-contentful-paint")
    ]


def lacking(report: dict[str, Any]) -> set[str]:
    """The audits that count for a score and are not met."""
    counted = [
        ref["id"]
        for name in CATEGORIES
        for ref in report["categories"][name]["auditRefs"]
        if ref["weight"]
    ]
    return {
        name
        for name in counted
        if (report["audits"][name]["score"] or 1) < 1 or report["audits"][name]["score"] == 0
    }


def falls_short(reports: list[dict[str, Any]]) -> bool:
    """Whether the median of a score of one page is below 100; that of SEO counts only where the
    page is for search engines."""
    performance, accessibility, practices, seo = (
        median(column) for column in zip(*(scores(one)[:4] for one in reports), strict=True)
    )
    hidden = reports[0]["audits"]["is-crawlable"]["score"] == 0
    return bool(min(performance, accessibility, practices, 100 if hidden else seo) < 100)


def row(reports: list[dict[str, Any]]) -> list[str]:
    """Return the cells of the table for `reports` of one page: medians, and what is not met."""
    *four, first, largest = (median(column) for column in zip(*map(scores, reports), strict=True))
    times = [f"{first / 1000:.2f} s", f"{largest / 1000:.2f} s"]
    return [*(f"{score:.0f}" for score in four), *times, ", ".join(sorted(lacking(reports[0])))]


def main() -> None:
    """Prints a table, and what is not met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, help="a published site; without it one is built")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument(
        "--network", choices=NETWORKS, action="append", help="all, if none is named"
    )
    parser.add_argument("--page", choices=PAGES, action="append", help="all, if none is named")
    parser.add_argument("--lang", choices=LANGS, action="append", help="all, if none is named")
    wanted = parser.parse_args()
    print(
        "| page | network | performance | accessibility | best practices | SEO | first render | "
        "largest | not met |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    short = []
    with served(wanted.output) as server:
        for page, lang, network in product(
            wanted.page or PAGES, wanted.lang or LANGS, wanted.network or NETWORKS
        ):
            address = f"{server.address}{lang}/{PAGES[page]}"
            reports = [audit(address, network) for _ in range(wanted.runs)]
            print(f"| {page} {lang} | {network} | {' | '.join(row(reports))} |", flush=True)
            short += [f"{page} {lang}"] if network == DEMANDED and falls_short(reports) else []
    sys.exit(f"Below 100 on {DEMANDED}: {', '.join(short)}" if short else 0)


if __name__ == "__main__":
    main()
