"""The public pages, as readers and editors meet them."""
