"""Rules: each module asks one kind of question and yields every problem it finds."""
