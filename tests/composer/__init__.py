"""Pages composed of newspaper pieces, with the truth about them: see README.md beside this file.

Imports point one way: `typography`, `house` and `pieces` know nothing of a page; `blocks` and
`rows` are what it is made of; `headlines`, `paragraphs` and `printed_lines` lay an article out;
`moves`, `damage` and `faults` spoil the page; `truth` reads off what stands where; `pages` does all
this in order.
"""
