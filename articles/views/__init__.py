"""The public pages.

Each view begins with what everybody may see: `published()`, `public()`, or `visible_to()` for the
pages of one article, which editors may open before it is published.
"""
