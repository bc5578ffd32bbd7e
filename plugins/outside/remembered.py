"""Answers of other sites, kept for a while: what was fine is not asked again for two weeks."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from plugins.outside.asking import Answer

FILE = "links.json"
KEPT = timedelta(days=14)
Days = dict[str, date]  # on which day an address was fine


def recall(cache: Path, today: date) -> Days:
    """Return what was fine within the last two weeks; nothing where the file is damaged."""
    try:
        rows = json.loads((cache / FILE).read_text(encoding="utf-8"))
        days = {address: date.fromisoformat(day) for address, day in rows.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
    return {address: day for address, day in days.items() if today - KEPT < day <= today}


def remember(cache: Path, answers: Mapping[str, Answer], before: Days, today: date) -> None:
    """Keep what is fine in `answers`, asked `today`, beside what was kept `before`."""
    fine = dict.fromkeys((address for address, one in answers.items() if one.is_fine), today)
    rows = {address: day.isoformat() for address, day in (before | fine).items()}
    cache.mkdir(parents=True, exist_ok=True)
    text = json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True)
    (cache / FILE).write_text(text, encoding="utf-8")
