"""Commands of manage.py: they read arguments, call one function and report."""
