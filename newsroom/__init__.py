"""Settings and wiring of the site."""
