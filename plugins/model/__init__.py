"""Model: plain values that everything else is said in:
documents, addresses, languages, the site, problems."""
