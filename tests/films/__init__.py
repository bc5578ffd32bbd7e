"""How the films in content/media/films were made; nothing here runs when the site is built."""
