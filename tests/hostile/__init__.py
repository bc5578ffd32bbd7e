"""What a pull request may plant: each kind is refused by name,
and nothing of it reaches the output."""
