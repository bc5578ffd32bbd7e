"""Features: what the site offers beyond pages. They are equals: none imports another."""
