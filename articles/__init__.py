"""Newspapers, issues, articles and people."""
