"""The editor in the browser: what it is made from, and how it reads and writes our files."""
